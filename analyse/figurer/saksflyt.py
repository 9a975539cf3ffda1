"""The case flow: prescribed routes as ribbons between bodies, one column a step, one ribbon a pair of bodies.

A ribbon is as wide as what flows in it, on one scale for the whole figure; what flows in flows on or ends in
the body. A telephone gets the routes one under the other. Left out: what really happened to the cases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from analyse.figurer import stil
from analyse.figurer.ark import Omtale, build_ark, draw_linje, draw_linjer, measure_linjer
from analyse.figurer.boks import draw_kant
from analyse.figurer.scene import Figur, Flate, Form, Gruppe
from analyse.figurer.stil import A4_LIGGENDE, Ramme
from analyse.figurer.tekstmaal import build_linjer, measure_minste_bredde
from analyse.figurer.tre import Plass

_GAP, _LUFT, _INNI = 44.0, 9.0, 7.0  # between columns, between boxes, and inside a box
_BREDEST = 190.0
_HODE = 22.0  # the columns' names
_FLYT = (340.0, 280.0, 220.0, 160.0, 120.0)  # heights of everything that flows; the first that fits is taken
_FLYT_PER_BOKS = 46.0  # but no more per box of the first column: two routes need no wall of colour
_PUNKTER = 20  # a ribbon's edge is drawn through so many points: smooth at any size
_DEKNING = 0.38
_MINST_STREK = 1.2  # a thin ribbon's outline keeps it visible
_SMAL = 560.0
_RUNDER = 4  # sweeps that order the boxes; more change nothing on a handful of columns
_RUNDING = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Flytnode:
    """A box: its column, id, name, what it does there, kind (a key of stil.SLAG) and how much it takes."""

    kolonne: int
    noekkel: str
    navn: str
    etikett: str
    slag: str
    verdi: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Flytbaand:
    """What flows from one box to another in the next column, by their places in the list."""

    fra: int
    til: int
    verdi: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Flytrute:
    """One route in words: the case types that take it and each step's acts."""

    navn: tuple[str, ...]
    trinn: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saksflytdata:
    """What the figure shows.

    Parameters
    ----------
    kolonner : names of the columns. noder, baand : the flow. ruter : the same, route by route.

    Raises
    ------
    ValueError : a ribbon does not lead to the next column, or a box takes in or gives out another amount than
        its own (what ends in a body may stay there).
    """

    omtale: Omtale
    kolonner: tuple[str, ...]
    noder: tuple[Flytnode, ...]
    baand: tuple[Flytbaand, ...]
    ruter: tuple[Flytrute, ...]

    def __post_init__(self) -> None:
        for b in self.baand:
            if self.noder[b.til].kolonne != self.noder[b.fra].kolonne + 1:
                raise ValueError(f"a ribbon from box {b.fra} to {b.til} does not lead to the next column")
        for nr, node in enumerate(self.noder):
            inn = sum(b.verdi for b in self.baand if b.til == nr)
            ut = sum(b.verdi for b in self.baand if b.fra == nr)
            if (node.kolonne and abs(inn - node.verdi) > _RUNDING) or ut > node.verdi + _RUNDING:
                raise ValueError(
                    f"box {node.noekkel}: takes {inn}, gives {ut} and is said to be {node.verdi}"
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Boks:
    """A box with its set lines and the height that flows through it."""

    node: Flytnode
    navn: tuple[str, ...]
    etikett: tuple[str, ...]
    flyt: float

    @property
    def hoeyde(self) -> float:
        tekst = measure_linjer(len(self.navn), stil.ETIKETT_PX) + measure_linjer(
            len(self.etikett), stil.KILDE_PX
        )
        return max(tekst + 2 * _INNI, self.flyt + 2.0)


def draw_saksflyt(data: Saksflytdata, ramme: Ramme = A4_LIGGENDE) -> Figur:
    """Return the flow, or on a telephone the routes one by one."""
    bredde = ramme.bredde - 2 * stil.MARG
    if bredde < _SMAL or not data.noder:
        former, hoeyde = _ruteliste(data, bredde)
        return build_ark(data.omtale, [Gruppe(noekkel="", former=tuple(former))], bredde, hoeyde)
    antall = len(data.kolonner)
    trenger = max(measure_minste_bredde(n.navn, stil.ETIKETT_PX, fet=True) for n in data.noder) + 2 * _INNI
    boks = max(min(_BREDEST, (bredde - _GAP * (antall - 1)) / antall), trenger * stil.ANNEN_SKRIFT)
    bredde = max(bredde, antall * boks + (antall - 1) * _GAP)
    avstand = (bredde - antall * boks) / max(antall - 1, 1)
    foerste = [n.verdi for n in data.noder if n.kolonne == 0]
    hoeyder = dict.fromkeys(min(flyt, _FLYT_PER_BOKS * len(foerste)) for flyt in _FLYT)
    skalaer = [flyt / (sum(foerste) or 1.0) for flyt in hoeyder]
    rom = ramme.hoeyde - 170.0 - _HODE  # 170 px: title, subtitle, source and margins
    satt = _sett(data, boks)
    forslag = [[replace(b, flyt=b.node.verdi * skala) for b in satt] for skala in skalaer]
    bokser = next((f for f in forslag if _hoeyest(f) <= rom), forslag[-1])
    hoeyde = _hoeyest(bokser)
    plasser = _plasser(data, bokser, boks, avstand, hoeyde)
    return build_ark(
        data.omtale, list(_grupper(data, bokser, plasser, boks, avstand)), bredde, hoeyde + _HODE
    )


def _sett(data: Saksflytdata, bredde: float) -> list[_Boks]:
    plass = (bredde - 2 * _INNI) / stil.ANNEN_SKRIFT
    return [
        _Boks(
            node=n,
            navn=build_linjer(n.navn, plass, stil.ETIKETT_PX, fet=True),
            etikett=build_linjer(n.etikett, plass, stil.KILDE_PX),
            flyt=0.0,
        )
        for n in data.noder
    ]


def _kolonne(bokser: Sequence[_Boks], nr: int) -> list[int]:
    return [i for i, b in enumerate(bokser) if b.node.kolonne == nr]


def _kolonnehoeyde(bokser: Sequence[_Boks], ider: Sequence[int]) -> float:
    return sum(bokser[i].hoeyde for i in ider) + _LUFT * max(len(ider) - 1, 0)


def _hoeyest(bokser: Sequence[_Boks]) -> float:
    kolonner = {b.node.kolonne for b in bokser}
    return max((_kolonnehoeyde(bokser, _kolonne(bokser, k)) for k in kolonner), default=0.0)


def _plasser(
    data: Saksflytdata, bokser: Sequence[_Boks], bredde: float, avstand: float, hoeyde: float
) -> dict[int, Plass]:
    """Return where each box stands: columns centred, boxes ordered by what flows to and from them.

    Barycentres in sweeps (Sugiyama, Tagawa and Toda 1981); ties keep the order given.
    """
    rekker = [_kolonne(bokser, k) for k in range(len(data.kolonner))]
    plasser: dict[int, Plass] = {}
    for runde in range(_RUNDER + 1):
        for k, rekke in enumerate(rekker):
            if runde:
                rekker[k] = sorted(rekke, key=lambda i: _tyngde(i, data, plasser))
            y = _HODE + (hoeyde - _kolonnehoeyde(bokser, rekke)) / 2
            for i in rekker[k]:
                plasser[i] = Plass(x=k * (bredde + avstand), y=y, bredde=bredde, hoeyde=bokser[i].hoeyde)
                y += bokser[i].hoeyde + _LUFT
    return plasser


def _tyngde(i: int, data: Saksflytdata, plasser: Mapping[int, Plass]) -> float:
    """Return the mean height of what a box is joined to, weighted by what flows."""
    naboer = [(b.fra if b.til == i else b.til, b.verdi) for b in data.baand if i in (b.fra, b.til)]
    vekt = sum(v for _, v in naboer)
    if not vekt:
        return plasser[i].y
    return sum((plasser[n].y + plasser[n].hoeyde / 2) * v for n, v in naboer) / vekt


def _grupper(
    data: Saksflytdata, bokser: Sequence[_Boks], plasser: Mapping[int, Plass], bredde: float, avstand: float
) -> Iterator[Gruppe]:
    hode = [
        draw_linje(navn, k * (bredde + avstand), 12.0, stil.KILDE_PX, plass=bredde, farge=stil.DEMPET)
        for k, navn in enumerate(data.kolonner)
    ]
    yield Gruppe(noekkel="", former=tuple(hode))
    yield Gruppe(noekkel="", former=tuple(_baand(data, bokser, plasser)))
    for i, boks in enumerate(bokser):
        yield Gruppe(noekkel=boks.node.noekkel, former=tuple(_boks(boks, plasser[i])))


def _baand(data: Saksflytdata, bokser: Sequence[_Boks], plasser: Mapping[int, Plass]) -> Iterator[Flate]:
    """Yield the ribbons: at each box they leave and arrive side by side, in the order of their other end."""
    skala = next((b.flyt / b.node.verdi for b in bokser if b.node.verdi), 0.0)
    ut, inn = ({i: _port(bokser[i], plasser[i]) for i in plasser} for _ in range(2))
    fra_y: dict[int, float] = {}
    for nr in sorted(range(len(data.baand)), key=lambda nr: plasser[data.baand[nr].til].y):
        b = data.baand[nr]
        fra_y[nr] = ut[b.fra]
        ut[b.fra] += b.verdi * skala
    for nr in sorted(range(len(data.baand)), key=lambda nr: plasser[data.baand[nr].fra].y):
        b = data.baand[nr]
        til_y, inn[b.til] = inn[b.til], inn[b.til] + b.verdi * skala
        x = (plasser[b.fra].x + plasser[b.fra].bredde, plasser[b.til].x)
        farge = stil.SLAG[data.noder[b.til].slag].kant
        yield Flate(
            punkter=_kurve(x, (fra_y[nr], til_y), b.verdi * skala),
            fyll=farge,
            kant=farge if b.verdi * skala < _MINST_STREK else "none",
            tykkelse=0.8 if b.verdi * skala < _MINST_STREK else 0.0,
            dekning=_DEKNING,
        )


def _port(boks: _Boks, plass: Plass) -> float:
    return plass.y + (plass.hoeyde - boks.flyt) / 2


def _kurve(
    x: tuple[float, float], y: tuple[float, float], tykkelse: float
) -> tuple[tuple[float, float], ...]:
    """Return the outline of a ribbon that leaves and arrives level, everywhere as thick upright."""
    over = []
    for nr in range(_PUNKTER + 1):
        t = nr / _PUNKTER
        mykt = t * t * (3 - 2 * t)
        over.append((x[0] + (x[1] - x[0]) * t, y[0] + (y[1] - y[0]) * mykt))
    return (*over, *((px, py + tykkelse) for px, py in reversed(over)))


def _boks(boks: _Boks, plass: Plass) -> Iterator[Form]:
    yield from draw_kant(stil.SLAG[boks.node.slag], plass)
    tekst = measure_linjer(len(boks.navn), stil.ETIKETT_PX) + measure_linjer(len(boks.etikett), stil.KILDE_PX)
    y = plass.y + (plass.hoeyde - tekst) / 2
    inni = plass.bredde - 2 * _INNI
    yield from draw_linjer(boks.navn, plass.x + _INNI, y, stil.ETIKETT_PX, plass=inni, fet=True)
    y += measure_linjer(len(boks.navn), stil.ETIKETT_PX)
    yield from draw_linjer(boks.etikett, plass.x + _INNI, y, stil.KILDE_PX, plass=inni)


def _ruteliste(data: Saksflytdata, bredde: float) -> tuple[list[Form], float]:
    """Return the routes one under the other: the case types, then the steps with arrows between."""
    former: list[Form] = []
    y = 0.0
    inni = bredde - 2 * stil.BOKS_MARG_X
    for rute in data.ruter:
        hode = build_linjer(", ".join(rute.navn), bredde / stil.ANNEN_SKRIFT, stil.NAVN_PX, fet=True)
        former += draw_linjer(hode, 0.0, y, stil.NAVN_PX, plass=bredde, fet=True)
        y += measure_linjer(len(hode), stil.NAVN_PX) + 5.0
        for nr, trinn in enumerate(rute.trinn):
            if nr:
                midt = bredde / 2
                spiss = ((midt - 6.0, y), (midt + 6.0, y), (midt, y + 7.0))
                former.append(Flate(punkter=spiss, fyll=stil.STREKFARGE))
                y += 9.0
            linjer = [
                x for del_ in trinn for x in build_linjer(del_, inni / stil.ANNEN_SKRIFT, stil.ETIKETT_PX)
            ]
            hoeyde = measure_linjer(len(linjer), stil.ETIKETT_PX) + 10.0
            boks = Plass(x=1.0, y=y, bredde=bredde - 2.0, hoeyde=hoeyde)
            former += draw_kant(stil.SLAG["folkevalgt"], boks)
            former += draw_linjer(linjer, stil.BOKS_MARG_X, y + 5.0, stil.ETIKETT_PX, plass=inni)
            y += hoeyde + 2.0
        y += 16.0
    return former, y
