"""The overlap of bodies: a triangle of pairs with the share of shared members, from the least to the most.

The filled part of a bar is what must be shared, the hatched what may be. A telephone gets the same pairs as a
list. Left out: how the bounds are found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analyse.figurer import stil
from analyse.figurer.ark import Omtale, build_ark, draw_linje, draw_linjer, measure_linjer
from analyse.figurer.scene import Figur, Form, Gruppe, Linje, Rektangel
from analyse.figurer.stil import A4_LIGGENDE, Ramme
from analyse.figurer.tekstmaal import build_linjer, measure_tekst

_NAVN_MINST = 170.0  # room for the last name; those above have what is free to the right of them
_CELLE_MINST, _CELLE_MEST = 45.0, 84.0  # 45 px holds "40–100" at the smallest type
_RAD_MINST, _RAD_MEST, _MANGE = 27.0, 34.0, 15  # with many bodies the rows stand closer
_SKRAVUR = 4.0  # between the lines of a hatch
_BAR = 7.0
_SMAL = 560.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlappcelle:
    """One pair of bodies (their numbers in the list): least and most shared, 0–1; None = not known."""

    rad: int
    kolonne: int
    lav: float | None
    hoey: float | None
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlappdata:
    """What the figure shows: bodies in order, and a cell per pair, the later body as the row.

    Parameters
    ----------
    noekkel : what the filled and the hatched part of a bar are called.

    Raises
    ------
    ValueError : a cell is not below the diagonal, or its shares do not hold.
    """

    omtale: Omtale
    organer: tuple[str, ...]
    celler: tuple[Overlappcelle, ...]
    noekkel: tuple[str, str] = ("", "")

    def __post_init__(self) -> None:
        for c in self.celler:
            if not 0 <= c.kolonne < c.rad < len(self.organer):
                raise ValueError(f"pair ({c.rad}, {c.kolonne}) is not below the diagonal")
            if c.lav is not None and c.hoey is not None and not 0 <= c.lav <= c.hoey <= 1:
                raise ValueError(f"pair ({c.rad}, {c.kolonne}): shares {c.lav}–{c.hoey}")


def draw_overlapp(data: Overlappdata, ramme: Ramme = A4_LIGGENDE) -> Figur:
    """Return the triangle, or on a telephone the list."""
    bredde = ramme.bredde - 2 * stil.MARG
    if bredde < _SMAL:
        former, hoeyde = _liste(data, bredde)
    else:
        former, bredde, hoeyde = _trekant(data, bredde)
    noekkel = list(_noekkel(data, hoeyde + 8.0))
    grupper = [Gruppe(noekkel="", former=tuple(former)), Gruppe(noekkel="", former=tuple(noekkel))]
    return build_ark(data.omtale, grupper, bredde, hoeyde + (44.0 if noekkel else 0.0))


def _trekant(data: Overlappdata, ramme: float) -> tuple[list[Form], float, float]:
    """Return the triangle: a body's name stands on the diagonal, its row to the left, its column below."""
    n = len(data.organer)
    celle = min(_CELLE_MEST, max(_CELLE_MINST, (ramme - _NAVN_MINST) / max(n - 1, 1)))
    bredde = max(ramme, (n - 1) * celle + 8.0 + _NAVN_MINST)
    plass = [bredde - i * celle - 8.0 for i in range(n)]
    navn = [
        build_linjer(o, p / stil.ANNEN_SKRIFT, stil.ETIKETT_PX, fet=True)
        for o, p in zip(data.organer, plass, strict=True)
    ]
    minst = _RAD_MINST if n > _MANGE else _RAD_MEST
    hoeyder = [max(minst, measure_linjer(len(linjer), stil.ETIKETT_PX) + 4.0) for linjer in navn]
    topper = [sum(hoeyder[:i]) for i in range(n)]
    former: list[Form] = []
    for c in data.celler:
        former += _celle(c, c.kolonne * celle, topper[c.rad], celle, hoeyder[c.rad])
    for i, linjer in enumerate(navn):
        y = topper[i] + (hoeyder[i] - measure_linjer(len(linjer), stil.ETIKETT_PX)) / 2
        former += draw_linjer(linjer, i * celle + 8.0, y, stil.ETIKETT_PX, plass=plass[i], fet=True)
    return former, bredde, sum(hoeyder)


def _celle(c: Overlappcelle, x: float, y: float, bredde: float, hoeyde: float) -> Iterator[Form]:
    yield Rektangel(x=x, y=y, bredde=bredde, hoeyde=hoeyde, fyll=stil.HVIT, kant=stil.RUTENETT, tykkelse=1.0)
    inni = bredde - 4.0
    linjer = build_linjer(c.tekst, inni, stil.KILDE_PX)
    tekst = measure_linjer(len(linjer), stil.KILDE_PX)
    har_bar = c.hoey is not None
    topp = y + (hoeyde - tekst - (_BAR + 1.0 if har_bar else 0.0)) / 2
    for skrift in draw_linjer(linjer, x, topp, stil.KILDE_PX, plass=inni):
        yield draw_linje(skrift.tekst, x + (bredde - skrift.bredde) / 2, skrift.y, skrift.px, plass=inni)
    if har_bar:
        yield from _bar(c, x + 4.0, topp + tekst, bredde - 8.0)


def _bar(c: Overlappcelle, x: float, y: float, bredde: float) -> Iterator[Form]:
    """Yield a bar from none to all: filled up to the least, hatched on to the most."""
    lav, hoey = c.lav or 0.0, c.hoey or 0.0
    yield Rektangel(x=x, y=y, bredde=bredde, hoeyde=_BAR, fyll=stil.HVIT, kant=stil.DEMPET, tykkelse=0.8)
    yield Rektangel(x=x, y=y, bredde=bredde * lav, hoeyde=_BAR, fyll=stil.BLAA)
    fra, til = x + bredde * lav, x + bredde * hoey
    if til > fra:
        yield Rektangel(x=fra, y=y, bredde=til - fra, hoeyde=_BAR, fyll="none", kant=stil.BLAA, tykkelse=1.0)
    for nr in range(1, int((til - fra) / _SKRAVUR) + 1):
        strek = fra + nr * _SKRAVUR
        if strek < til:
            yield Linje(punkter=((strek, y), (strek, y + _BAR)), farge=stil.BLAA, tykkelse=1.0)


def _liste(data: Overlappdata, bredde: float) -> tuple[list[Form], float]:
    """Return the pairs under each body, those with the same share on one line."""
    former: list[Form] = []
    y = 0.0
    smalere = bredde / stil.ANNEN_SKRIFT
    for rad, organ in enumerate(data.organer):
        like: dict[tuple[float | None, float | None, str], list[Overlappcelle]] = {}
        for c in data.celler:
            if c.rad == rad:
                like.setdefault((c.lav, c.hoey, c.tekst), []).append(c)
        if not like:
            continue
        hode = build_linjer(organ, smalere, stil.NAVN_PX, fet=True)
        former += draw_linjer(hode, 0.0, y, stil.NAVN_PX, plass=bredde, fet=True)
        y += measure_linjer(len(hode), stil.NAVN_PX) + 2.0
        for celler in like.values():
            navn = ", ".join(data.organer[c.kolonne] for c in celler)
            plass = bredde - 112.0
            linjer = build_linjer(navn, plass / stil.ANNEN_SKRIFT, stil.ETIKETT_PX)
            former.append(draw_linje(celler[0].tekst, 0.0, y + 12.0, stil.ETIKETT_PX, plass=100.0))
            if celler[0].hoey is not None:
                former += _bar(celler[0], 0.0, y + 17.0, 100.0)
            former += draw_linjer(linjer, 112.0, y, stil.ETIKETT_PX, plass=plass)
            y += max(measure_linjer(len(linjer), stil.ETIKETT_PX), 30.0) + 4.0
        y += 10.0
    return former, y


def _noekkel(data: Overlappdata, y: float) -> Iterator[Form]:
    fyllt = Overlappcelle(rad=1, kolonne=0, lav=1.0, hoey=1.0, tekst="")
    skravert = Overlappcelle(rad=1, kolonne=0, lav=0.0, hoey=1.0, tekst="")
    if not data.celler:
        return
    for celle, navn in zip((fyllt, skravert), data.noekkel, strict=True):
        yield from _bar(celle, 0.0, y, 26.0)
        yield draw_linje(navn, 34.0, y + 9.0, stil.KILDE_PX, plass=measure_tekst(navn, stil.KILDE_PX) + 4.0)
        y += 18.0
