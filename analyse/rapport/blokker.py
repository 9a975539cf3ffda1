"""What a report is made of: chapters of blocks that hold keys and numbers, never sentences in a language.

A writer looks the words up and draws. Every number is a `Tall` that knows its id, unit, intervals and
what it rests on; a chapter that summarises refuses numbers that rest on our own assumptions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from analyse.grunn.feil import Funn
from analyse.modell.resultat import Opphav, Resultat
from analyse.modell.styringsmodell import Styringsmodell


@dataclass(frozen=True, slots=True, kw_only=True)
class Spenn:
    """One interval of a number: its kind and ends; `hoey` None = not bounded from above."""

    intervall: str
    lav: float | None
    hoey: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tall:
    """A number as it is printed.

    Parameters
    ----------
    id : the id it carries in HTML (`data-id`) and Excel (a defined name). verdi : None = not illuminated.
    er_differanse : printed with its sign. er_minst : a lower bound.
    """

    id: str
    verdi: float | None
    enhet: str
    grunnlag: str
    spenn: tuple[Spenn, ...] = ()
    grunn: str | None = None
    verdikt: str | None = None
    n: int | None = None
    kilde: str | None = None
    er_differanse: bool = False
    er_minst: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ord:
    """Words by key, with fields that may be numbers, other words or plain text."""

    noekkel: str
    felter: Mapping[str, Felt] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Navn:
    """A name as the municipality writes it, the same in every language."""

    tekst: str


Felt = Tall | Ord | Navn | int
Celle = Tall | Ord | Navn | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Avsnitt:
    """A paragraph."""

    ord: Ord


@dataclass(frozen=True, slots=True, kw_only=True)
class Overskrift:
    """A heading below the chapter's own."""

    ord: Ord | Navn


@dataclass(frozen=True, slots=True, kw_only=True)
class Punkter:
    """A list of points."""

    punkter: tuple[Ord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Varsel:
    """What the input lacks, said without asking the reader to mend it."""

    funn: Funn


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabell:
    """A table: first column names the row. `sumrad` stands last; in `sum_kolonner` it is the column's total.

    `uten_grunnlag` for a table about the grounds themselves: its numbers do not repeat theirs.
    """

    id: str
    tittel: Ord
    kolonner: tuple[Ord | Navn, ...]
    rader: tuple[tuple[Celle, ...], ...]
    note: Ord | None = None
    uten_grunnlag: bool = False
    sumrad: tuple[Celle, ...] = ()
    sum_kolonner: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        for nr, rad in enumerate([*self.rader, self.sumrad] if self.sumrad else self.rader):
            if len(rad) != len(self.kolonner):
                raise ValueError(
                    f"table {self.id}, row {nr}: {len(rad)} cells for {len(self.kolonner)} columns"
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class Organkart:
    """The organisation chart of one model."""

    modell: Styringsmodell


@dataclass(frozen=True, slots=True, kw_only=True)
class Soyler:
    """A bar chart of the table with id `tabell`: one group a row, one bar a column in `kolonner`."""

    tabell: str
    kolonner: tuple[int, ...]
    tittel: Ord
    alt: Ord
    enhet: str


Blokk = Avsnitt | Overskrift | Punkter | Varsel | Tabell | Organkart | Soyler


@dataclass(frozen=True, slots=True, kw_only=True)
class Kapittel:
    """A chapter: its id (words under rapport.kapittel.<id>) and blocks.

    Raises
    ------
    ValueError : a chapter with `er_sammendrag` holds a number that rests on an assumption of ours.
    """

    id: str
    blokker: tuple[Blokk, ...]
    er_sammendrag: bool = False

    def __post_init__(self) -> None:
        if not self.er_sammendrag:
            return
        if stygge := sorted({t.id for t in tall_i(self.blokker) if t.grunnlag == "forutsatt"}):
            raise ValueError(
                f"chapter {self.id} summarises and may not show assumed numbers: {', '.join(stygge)}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """A finished report in no language yet."""

    oppsett: str
    kommunenavn: str
    oppdiktet: bool
    kapitler: tuple[Kapittel, ...]
    resultat: Resultat

    @property
    def opphav(self) -> Opphav:
        """Where the numbers come from."""
        return self.resultat.opphav


def _tall_i_ord(ord_: Ord | Navn | None) -> Iterator[Tall]:
    if not isinstance(ord_, Ord):
        return
    for felt in ord_.felter.values():
        if isinstance(felt, Tall):
            yield felt
        elif isinstance(felt, Ord):
            yield from _tall_i_ord(felt)


def tall_i(blokker: tuple[Blokk, ...]) -> Iterator[Tall]:
    """Yield every number the blocks show, titles and notes too."""
    for blokk in blokker:
        if isinstance(blokk, Avsnitt | Overskrift):
            yield from _tall_i_ord(blokk.ord)
        elif isinstance(blokk, Punkter):
            for punkt in blokk.punkter:
                yield from _tall_i_ord(punkt)
        elif isinstance(blokk, Tabell):
            for ord_ in (blokk.tittel, blokk.note, *blokk.kolonner):
                yield from _tall_i_ord(ord_)
            for rad in (*blokk.rader, blokk.sumrad):
                for celle in rad:
                    if isinstance(celle, Tall):
                        yield celle
                    else:
                        yield from _tall_i_ord(celle)
