"""The matrix: every measure under every model, with intervals, ground and the verdict against today.

On paper models stand side by side, a few at a time with the first one always there; on a telephone one model
at a time. Left out: choosing measures and judging them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analyse.figurer import stil
from analyse.figurer.ark import Omtale, build_ark, draw_linje, draw_linjer, measure_linjer
from analyse.figurer.scene import Figur, Form, Gruppe, Linje, Rektangel, with_forskyvning
from analyse.figurer.sider import split_sider, with_side
from analyse.figurer.stil import A4_LIGGENDE, Ramme
from analyse.figurer.tekstmaal import build_linjer
from analyse.figurer.verdiktmerke import MERKE_PX, draw_merke, draw_merkenoekkel

_NAVN, _CELLE_MINST, _CELLE_MEST = 230.0, 138.0, 230.0
_LUFT = 6.0  # inside a cell, on each side
_SMAL = 560.0
_SMAATT = stil.KILDE_PX


@dataclass(frozen=True, slots=True, kw_only=True)
class Celle:
    """One measure under one model, in words.

    Parameters
    ----------
    verdi : the number with its unit, or the word in its place. smaatt : what it rests on and its intervals.
    verdikt : a key of verdiktmerke.VERDIKTER, "" where nothing is compared. ord : the verdict in words.
    retning : 1 for more than the first model, −1 for less, 0 where there is no difference to point at.
    """

    verdi: str
    smaatt: tuple[str, ...] = ()
    verdikt: str = ""
    ord: str = ""
    retning: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Matriserad:
    """One measure: its name and a cell per model."""

    navn: str
    celler: tuple[Celle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrisegruppe:
    """Rows under a heading."""

    navn: str
    rader: tuple[Matriserad, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrisedata:
    """What the matrix shows.

    Parameters
    ----------
    modeller : names, the one the others are compared with first. noekkel : verdict, direction and words for
        the key.

    Raises
    ------
    ValueError : a row has not one cell per model.
    """

    omtale: Omtale
    modeller: tuple[str, ...]
    grupper: tuple[Matrisegruppe, ...]
    noekkel: tuple[tuple[str, int, str], ...] = ()

    def __post_init__(self) -> None:
        for gruppe in self.grupper:
            for rad in gruppe.rader:
                if len(rad.celler) != len(self.modeller):
                    raise ValueError(f"row {rad.navn}: {len(rad.celler)} cells, {len(self.modeller)} models")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bit:
    """A stretch of the figure that is not divided between pages: its height and its shapes from y = 0."""

    hoeyde: float
    former: tuple[Form, ...]


def draw_matrise(data: Matrisedata, ramme: Ramme = A4_LIGGENDE) -> tuple[Figur, ...]:
    """Return the matrix as pages that fit the frame; a telephone has one page, one model at a time."""
    bredde = ramme.bredde - 2 * stil.MARG
    if bredde < _SMAL:
        bolker = [[b for nr in range(len(data.modeller)) for b in _smal_modell(data, nr, bredde)]]
        hoder: list[_Bit | None] = [None]
    else:
        per_side = max(1, int((bredde - _NAVN) // _CELLE_MINST) - 1)
        andre = range(1, len(data.modeller))
        utvalg = [(0, *andre[i : i + per_side]) for i in range(0, len(andre), per_side)] or [(0,)]
        kolonne = min(_CELLE_MEST, (bredde - _NAVN) / max(len(u) for u in utvalg))
        bredde = min(bredde, _NAVN + kolonne * max(len(u) for u in utvalg))
        bolker = [list(_bred_tabell(data, u, kolonne)) for u in utvalg]
        hoder = [_kolonnehode([data.modeller[i] for i in u], kolonne) for u in utvalg]
    sider = [
        (hode, bolk[side.start : side.stop])
        for hode, bolk in zip(hoder, bolker, strict=True)
        for side in split_sider(
            [b.hoeyde for b in bolk], ramme.hoeyde - 200.0 - (hode.hoeyde if hode else 0.0)
        )
    ]
    return tuple(
        _side(data, ([hode] if hode else []) + bolk, bredde, nr, len(sider))
        for nr, (hode, bolk) in enumerate(sider, start=1)
    )


def _side(data: Matrisedata, biter: Iterable[_Bit], bredde: float, nr: int, antall: int) -> Figur:
    y = 0.0
    grupper = []
    for bit in biter:
        grupper.append(Gruppe(noekkel="", former=_flytt(bit.former, 0.0, y)))
        y += bit.hoeyde
    noekkel, y = draw_merkenoekkel(data.noekkel, bredde, y + 10.0)
    grupper.append(Gruppe(noekkel="", former=tuple(noekkel)))
    return build_ark(with_side(data.omtale, nr, antall), grupper, bredde, y)


def _flytt(former: Sequence[Form], dx: float, dy: float) -> tuple[Form, ...]:
    return with_forskyvning(Gruppe(noekkel="", former=tuple(former)), dx, dy).former


def _kolonnehode(modeller: Sequence[str], kolonne: float) -> _Bit:
    satt = [
        build_linjer(m, (kolonne - 2 * _LUFT) / stil.ANNEN_SKRIFT, stil.NAVN_PX, fet=True) for m in modeller
    ]
    hoeyde = max(measure_linjer(len(linjer), stil.NAVN_PX) for linjer in satt) + 4.0
    former: list[Form] = []
    for nr, linjer in enumerate(satt):
        y = hoeyde - 4.0 - measure_linjer(len(linjer), stil.NAVN_PX)
        x = _NAVN + nr * kolonne + _LUFT
        former += draw_linjer(linjer, x, y, stil.NAVN_PX, plass=kolonne - 2 * _LUFT, fet=True)
    slutt = _NAVN + len(modeller) * kolonne
    former.append(Linje(punkter=((0.0, hoeyde), (slutt, hoeyde)), farge=stil.STREKFARGE, tykkelse=1.0))
    return _Bit(hoeyde=hoeyde, former=tuple(former))


def _bred_tabell(data: Matrisedata, utvalg: Sequence[int], kolonne: float) -> Iterator[_Bit]:
    """Yield the rows side by side; a group's heading stays with its first row."""
    bredde = _NAVN + len(utvalg) * kolonne
    for gruppe in data.grupper:
        hode = _gruppehode(gruppe.navn, bredde)
        for rad in gruppe.rader:
            bit = _bred_rad(rad, utvalg, kolonne)
            yield _etter(hode, bit) if hode else bit
            hode = None


def _gruppehode(navn: str, bredde: float) -> _Bit | None:
    if not navn:
        return None
    flate = Rektangel(x=0.0, y=6.0, bredde=bredde, hoeyde=20.0, fyll=stil.SLAG["administrasjon"].fyll)
    return _Bit(
        hoeyde=28.0, former=(flate, draw_linje(navn, _LUFT, 20.0, stil.NAVN_PX, plass=bredde, fet=True))
    )


def _etter(foerst: _Bit, sist: _Bit) -> _Bit:
    return _Bit(
        hoeyde=foerst.hoeyde + sist.hoeyde, former=(*foerst.former, *_flytt(sist.former, 0.0, foerst.hoeyde))
    )


def _bred_rad(rad: Matriserad, utvalg: Sequence[int], kolonne: float) -> _Bit:
    navn = build_linjer(rad.navn, (_NAVN - 2 * _LUFT) / stil.ANNEN_SKRIFT, stil.ETIKETT_PX)
    celler = [_celle(rad.celler[nr], kolonne - 2 * _LUFT) for nr in utvalg]
    hoeyde = max(measure_linjer(len(navn), stil.ETIKETT_PX), *(c.hoeyde for c in celler)) + 2 * _LUFT
    former: list[Form] = []
    former += draw_linjer(navn, _LUFT, _LUFT + 1.0, stil.ETIKETT_PX, plass=_NAVN - 2 * _LUFT)
    for nr, celle in enumerate(celler):
        former += _flytt(celle.former, _NAVN + nr * kolonne + _LUFT, _LUFT)
    slutt = _NAVN + len(utvalg) * kolonne
    former.append(Linje(punkter=((0.0, hoeyde), (slutt, hoeyde)), farge=stil.RUTENETT, tykkelse=1.0))
    return _Bit(hoeyde=hoeyde, former=tuple(former))


def _celle(celle: Celle, plass: float) -> _Bit:
    """Return a cell's lines from (0, 0): the number, the verdict with its mark, and the small print."""
    former: list[Form] = []
    y = 0.0
    smalere = plass / stil.ANNEN_SKRIFT
    verdi = build_linjer(celle.verdi, smalere, stil.NAVN_PX, fet=True)
    former += draw_linjer(verdi, 0.0, y, stil.NAVN_PX, plass=plass, fet=True)
    y += measure_linjer(len(verdi), stil.NAVN_PX)
    if celle.verdikt:
        former += draw_merke(celle.verdikt, celle.retning, 0.0, y + 2.5)
        inn = MERKE_PX + 5.0
        ord_ = build_linjer(celle.ord, smalere - inn, _SMAATT)
        former += draw_linjer(ord_, inn, y, _SMAATT, plass=plass - inn)
        y += measure_linjer(len(ord_), _SMAATT) + 2.0
    for tekst in celle.smaatt:
        linjer = build_linjer(tekst, smalere, _SMAATT)
        former += draw_linjer(linjer, 0.0, y, _SMAATT, plass=plass, farge=stil.DEMPET)
        y += measure_linjer(len(linjer), _SMAATT)
    return _Bit(hoeyde=y, former=tuple(former))


def _smal_modell(data: Matrisedata, nr: int, bredde: float) -> Iterator[_Bit]:
    """Yield one model's rows: the measure's name over its cell."""
    tittel = build_linjer(data.modeller[nr], bredde / stil.ANNEN_SKRIFT, stil.TITTEL_PX - 2.0, fet=True)
    hoeyde = measure_linjer(len(tittel), stil.TITTEL_PX - 2.0)
    strek = Linje(punkter=((0.0, 14.0), (bredde, 14.0)), farge=stil.STREKFARGE, tykkelse=2.0)
    former = draw_linjer(tittel, 0.0, 20.0, stil.TITTEL_PX - 2.0, plass=bredde, fet=True)
    yield _Bit(hoeyde=hoeyde + 20.0, former=(strek, *former))
    for gruppe in data.grupper:
        hode = _gruppehode(gruppe.navn, bredde)
        for rad in gruppe.rader:
            navn = build_linjer(rad.navn, bredde / stil.ANNEN_SKRIFT, stil.ETIKETT_PX)
            topp = measure_linjer(len(navn), stil.ETIKETT_PX) + _LUFT
            celle = _celle(rad.celler[nr], bredde)
            bit = _Bit(
                hoeyde=topp + celle.hoeyde + _LUFT,
                former=(
                    *draw_linjer(navn, 0.0, _LUFT, stil.ETIKETT_PX, plass=bredde),
                    *_flytt(celle.former, 0.0, topp),
                    Linje(
                        punkter=((0.0, topp + celle.hoeyde + _LUFT), (bredde, topp + celle.hoeyde + _LUFT)),
                        farge=stil.RUTENETT,
                        tykkelse=1.0,
                    ),
                ),
            )
            yield _etter(hode, bit) if hode else bit
            hode = None
