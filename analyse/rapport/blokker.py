"""What a report is made of: chapters of blocks that hold keys and numbers, never sentences in a language.

A writer looks the words up and draws. Every number is a `Tall` that knows its id, unit, intervals and what
it rests on; titles, headings and chapters that summarise refuse numbers that rest on our own assumptions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from analyse.grunn.feil import Funn
from analyse.modell.resultat import Opphav, Resultat


@dataclass(frozen=True, slots=True, kw_only=True)
class Spenn:
    """One interval of a number: id, kind and ends; `hoey` None = not bounded from above.

    The ends are printed under `<id>__lav` and `<id>__hoey`.
    """

    id: str
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
class Antall:
    """A count that the report tells of itself or its data, as "5 sammenligninger"; the words say of what."""

    id: str
    verdi: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ord:
    """Words by key, with fields that may be numbers, other words, dates or names."""

    noekkel: str
    felter: Mapping[str, Felt] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Navn:
    """A name as the municipality writes it, the same in every language."""

    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekke:
    """Several words in a row, as a list in a sentence."""

    ord: tuple[Ord | Navn, ...]


Felt = Tall | Antall | Ord | Navn | Rekke | date
Celle = Tall | Ord | Navn | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Avsnitt:
    """A paragraph."""

    ord: Ord


@dataclass(frozen=True, slots=True, kw_only=True)
class Overskrift:
    """A heading below the chapter's own.

    Raises
    ------
    ValueError : it holds a number that rests on an assumption of ours.
    """

    ord: Ord | Navn

    def __post_init__(self) -> None:
        _avvis_forutsatte("a heading", _tall_i_ord(self.ord))


@dataclass(frozen=True, slots=True, kw_only=True)
class Punkter:
    """A list of points."""

    punkter: tuple[Ord | Navn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Varsel:
    """What the input lacks, said without asking the reader to mend it."""

    funn: Funn


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabell:
    """A table: first column names the row. `sumrad` stands last; in `sum_kolonner` it is the column's total.

    `uten_grunnlag` for a table about the grounds themselves: its numbers do not repeat theirs.

    Raises
    ------
    ValueError : a row has another number of cells than there are columns, or the title or a column's heading
        holds a number that rests on an assumption of ours.
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
        for ord_ in (self.tittel, *self.kolonner):
            _avvis_forutsatte(f"table {self.id}: a heading", _tall_i_ord(ord_))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilde:
    """A figure, by its kind (see `bilder`) and what it is about: a model's id, an indicator."""

    slag: str
    modell: str = ""
    indikator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Soyler:
    """A bar chart of the table with id `tabell`: one group a row, one bar a column in `kolonner`.

    `om` says what the numbers rest on; it stands in the chart, since bars show no ground of their own.

    Raises
    ------
    ValueError : the title holds a number that rests on an assumption of ours.
    """

    tabell: str
    kolonner: tuple[int, ...]
    tittel: Ord
    alt: Ord
    om: Ord
    enhet: str

    def __post_init__(self) -> None:
        _avvis_forutsatte(f"chart of {self.tabell}: the title", _tall_i_ord(self.tittel))


Blokk = Avsnitt | Overskrift | Punkter | Varsel | Tabell | Bilde | Soyler


@dataclass(frozen=True, slots=True, kw_only=True)
class Kapittel:
    """A chapter: its id (words under rapport.kapittel.<id>) and blocks.

    Raises
    ------
    ValueError : a chapter with `er_sammendrag` holds a number that rests on an assumption of ours, or a chart
        of a table that stands outside it.
    """

    id: str
    blokker: tuple[Blokk, ...]
    er_sammendrag: bool = False

    def __post_init__(self) -> None:
        if not self.er_sammendrag:
            return
        _avvis_forutsatte(f"chapter {self.id}, which summarises,", tall_i(self.blokker))
        tegnet = {b.tabell for b in self.blokker if isinstance(b, Soyler)}
        if fremmede := sorted(tegnet - {b.id for b in self.blokker if isinstance(b, Tabell)}):
            raise ValueError(f"chapter {self.id} summarises, and has no table {', '.join(fremmede)} to chart")


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


def _avvis_forutsatte(sted: str, tall: Iterator[Tall]) -> None:
    if forutsatte := sorted({t.id for t in tall if t.grunnlag == "forutsatt"}):
        raise ValueError(f"{sted} may not show assumed numbers: {', '.join(forutsatte)}")


def _felter_i_ord(ord_: Ord | Navn | None) -> Iterator[Tall | Antall]:
    if not isinstance(ord_, Ord):
        return
    for felt in ord_.felter.values():
        if isinstance(felt, Tall | Antall):
            yield felt
        elif isinstance(felt, Ord):
            yield from _felter_i_ord(felt)
        elif isinstance(felt, Rekke):
            for ledd in felt.ord:
                yield from _felter_i_ord(ledd)


def _tall_i_ord(ord_: Ord | Navn | None) -> Iterator[Tall]:
    yield from (t for t in _felter_i_ord(ord_) if isinstance(t, Tall))


def _ord_i(blokk: Blokk) -> Iterator[Ord | Navn | None]:
    """Yield every run of words of a block, titles, notes, alt texts and cells too."""
    if isinstance(blokk, Avsnitt | Overskrift):
        yield blokk.ord
    elif isinstance(blokk, Punkter):
        yield from blokk.punkter
    elif isinstance(blokk, Soyler):
        yield from (blokk.tittel, blokk.alt, blokk.om)
    elif isinstance(blokk, Tabell):
        yield from (blokk.tittel, blokk.note, *blokk.kolonner)
        yield from (c for rad in (*blokk.rader, blokk.sumrad) for c in rad if not isinstance(c, Tall))


def i_setninger(blokker: tuple[Blokk, ...]) -> Iterator[Tall | Antall]:
    """Yield every number that stands inside words."""
    for blokk in blokker:
        for ord_ in _ord_i(blokk):
            yield from _felter_i_ord(ord_)


def tall_i(blokker: tuple[Blokk, ...]) -> Iterator[Tall]:
    """Yield every measurement the blocks show, those in titles, notes and alt texts too."""
    yield from (t for t in i_setninger(blokker) if isinstance(t, Tall))
    for blokk in blokker:
        if isinstance(blokk, Tabell):
            yield from (c for rad in (*blokk.rader, blokk.sumrad) for c in rad if isinstance(c, Tall))
