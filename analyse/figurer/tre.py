"""Where does each box of a tree stand? A tidy tree over boxes of any width and height, in plain numbers.

Method: Reingold and Tilford 1981, "Tidier drawings of trees", IEEE TSE 7(2) 223–228,
doi:10.1109/TSE.1981.234519, with the outlines of omriss.py. Left out: text and colour.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from analyse.figurer.omriss import Omriss, Profil, build_samlet, plan_ved_siden, with_forskyvning

Punkt = tuple[float, float]
_MAKS_I_RAD = 16  # more boxes than this side by side on A4 would have letters too small to read


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box to be placed, with the boxes below it.

    Parameters
    ----------
    noekkel : unique in the tree. bredde, hoeyde : size in pixels. barn : children in reading order.
    har_strek : False for a heading, whose children stand below it without lines or indent.
    """

    noekkel: str
    bredde: float
    hoeyde: float
    barn: tuple[Node, ...] = ()
    har_strek: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Plass:
    """The rectangle of one box: upper left corner and size, in pixels, y downwards."""

    x: float
    y: float
    bredde: float
    hoeyde: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Strek:
    """The line from a parent (`fra`) to a child (`til`), as right-angled points."""

    fra: str
    til: str
    punkter: tuple[Punkt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Avstand:
    """Free space in pixels: between neighbours, between levels, between boxes in a column, and its indent."""

    vannrett: float = 16.0
    loddrett: float = 30.0
    i_spalte: float = 10.0
    innrykk: float = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Treplan:
    """A placed tree: its boxes by key, its lines, and the size of the whole with its corner at (0, 0)."""

    plasser: Mapping[str, Plass]
    streker: tuple[Strek, ...]
    bredde: float
    hoeyde: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rad:
    """How many pieces may stand in a row, and whether branches stand beside columns or inside them."""

    antall: int
    grener: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Blokk:
    """A rigid piece whose origin is the middle of its top edge: one box with what hangs below, or a column.

    `innganger` says where a line from above comes in: the key of the child, and the points from the bus on.
    """

    omriss: Omriss
    plasser: tuple[tuple[str, Plass], ...]
    streker: tuple[Strek, ...]
    innganger: tuple[tuple[str, tuple[Punkt, ...]], ...]
    barn: tuple[tuple[_Blokk, Punkt], ...] = ()


def plan_kandidater(rot: Node, avstand: Avstand) -> tuple[Treplan, ...]:
    """Return the tree as an indented list and as tidy trees with at most 1, 2, 3, … pieces in each row.

    Returns
    -------
    Plans from the narrowest allowance to the widest.

    Notes
    -----
    A family with more children than the allowance is stacked in columns on a common line, so 25 bodies under
    one parent do not become a strip: once its leaves only, once with its branches as indented lists among
    them. Each plan costs O(n log n) and there are two per allowance.
    """
    bredeste = max(len(node.barn) for node in _noder(rot))
    blokker = [_som_spalte((rot,), avstand, avstand.innrykk if rot.har_strek else 0.0, med_skinne=False)]
    for antall in range(1, min(max(2, bredeste), _MAKS_I_RAD) + 1):
        blokker += [_som_tre(rot, _Rad(antall=antall, grener=grener), avstand) for grener in (True, False)]
    return tuple(_legg_ut(blokk) for blokk in blokker)


def plan_tre(rot: Node, bredde: float, hoeyde: float, avstand: Avstand) -> Treplan:
    """Return the plan that has to be shrunk least to fit the frame; of those that fit, the lowest."""
    return min(
        plan_kandidater(rot, avstand), key=lambda p: measure_passform(p.bredde, p.hoeyde, bredde, hoeyde)
    )


def measure_passform(
    bredde: float, hoeyde: float, ramme_b: float, ramme_h: float
) -> tuple[float, float, float]:
    """Return how badly a size fits a frame: the shrinking needed (1 = none), then height, then width."""
    return (round(max(1.0, bredde / ramme_b, hoeyde / ramme_h), 6), hoeyde, bredde)


def _noder(node: Node) -> Iterator[Node]:
    yield node
    for barn in node.barn:
        yield from _noder(barn)


def _som_tre(node: Node, rad: _Rad, avstand: Avstand) -> _Blokk:
    halv = node.bredde / 2
    bunn = node.hoeyde + avstand.loddrett
    egen = (0.0, bunn)  # the space below a box belongs to it, so nothing comes closer from another branch
    plass = Plass(x=-halv, y=0.0, bredde=node.bredde, hoeyde=node.hoeyde)
    deler = _deler(node, rad, avstand)
    posisjoner = plan_ved_siden([del_.omriss for del_ in deler], avstand.vannrett)
    innganger = [
        (noekkel, tuple((x + dx, y + bunn) for dx, y in hale))
        for del_, x in zip(deler, posisjoner, strict=True)
        for noekkel, hale in del_.innganger
    ]
    buss = [0.0, *(hale[0][0] for _, hale in innganger)]
    venstre: list[Profil] = [((*egen, -halv),), ((node.hoeyde, bunn, min(buss)),)]
    hoeyre: list[Profil] = [((*egen, halv),), ((node.hoeyde, bunn, max(buss)),)]
    for del_, x in zip(deler, posisjoner, strict=True):
        venstre.append(with_forskyvning(del_.omriss[0], x, bunn))
        hoeyre.append(with_forskyvning(del_.omriss[1], x, bunn))
    y_buss = node.hoeyde + avstand.loddrett / 2
    streker = tuple(
        Strek(
            fra=node.noekkel,
            til=til,
            punkter=((0.0, node.hoeyde), (0.0, y_buss), (hale[0][0], y_buss), *hale),
        )
        for til, hale in innganger
        if node.har_strek
    )
    return _Blokk(
        omriss=(build_samlet(venstre, min), build_samlet(hoeyre, max)),
        plasser=((node.noekkel, plass),),
        streker=streker,
        innganger=((node.noekkel, ((0.0, 0.0),)),),
        barn=tuple((del_, (x, bunn)) for del_, x in zip(deler, posisjoner, strict=True)),
    )


def _deler(node: Node, rad: _Rad, avstand: Avstand) -> list[_Blokk]:
    """Return what stands side by side below a box: its children, or columns where they are too many."""
    innrykk = avstand.innrykk if node.har_strek else 0.0
    if not node.barn or len(node.barn) <= rad.antall != 1:
        return [_som_tre(barn, rad, avstand) for barn in node.barn]
    grener = [barn for barn in node.barn if barn.barn]
    if len(grener) >= rad.antall or not rad.grener:
        return [_som_spalte(s, avstand, innrykk) for s in _spalter(node.barn, rad.antall, avstand)]
    blader = [barn for barn in node.barn if not barn.barn]
    spalter = _spalter(blader, rad.antall - len(grener), avstand) if blader else []
    foran = next((nr for nr, barn in enumerate(node.barn) if not barn.barn), len(node.barn))
    return [
        *(_som_tre(gren, rad, avstand) for gren in grener[:foran]),
        *(_som_spalte(spalte, avstand, innrykk) for spalte in spalter),
        *(_som_tre(gren, rad, avstand) for gren in grener[foran:]),
    ]


def _spalter(noder: Sequence[Node], antall: int, avstand: Avstand) -> list[tuple[Node, ...]]:
    """Return the boxes in order in at most `antall` columns, with the tallest column as low as can be."""
    hoeyder = [_listehoeyde(node, avstand) for node in noder]
    summer = [0.0, *accumulate(hoeyder)]
    grenser = sorted({til - fra for nr, fra in enumerate(summer) for til in summer[nr + 1 :]})
    nr = bisect_left(grenser, True, key=lambda grense: len(_fordel(noder, hoeyder, grense)) <= antall)
    return _fordel(noder, hoeyder, grenser[nr])


def _fordel(noder: Sequence[Node], hoeyder: Sequence[float], grense: float) -> list[tuple[Node, ...]]:
    """Return the boxes in columns that are filled one by one up to a height; a box is never left out."""
    spalter: list[list[Node]] = []
    fylt = 0.0
    for node, hoeyde in zip(noder, hoeyder, strict=True):
        if not spalter or fylt + hoeyde > grense + 1e-9:  # sums of the same numbers in another order
            spalter.append([])
            fylt = 0.0
        spalter[-1].append(node)
        fylt += hoeyde
    return [tuple(spalte) for spalte in spalter]


def _listehoeyde(node: Node, avstand: Avstand) -> float:
    return node.hoeyde + avstand.i_spalte + sum(_listehoeyde(barn, avstand) for barn in node.barn)


def _som_spalte(
    noder: Sequence[Node], avstand: Avstand, innrykk: float, *, med_skinne: bool = True
) -> _Blokk:
    """Return boxes below one another, each with its own as an indented list; lines come in from the left."""
    start = innrykk if med_skinne else 0.0
    plasser: list[tuple[str, Plass]] = []
    streker: list[Strek] = []
    y = 0.0
    for node in noder:
        y = _legg_i_liste(node, (start, y), avstand, plasser, streker)
    bredde = max(p.x + p.bredde for _, p in plasser)
    midt = bredde / 2
    skinne = start / 2
    rader = dict(plasser)
    innganger = [
        (node.noekkel, ((skinne - midt, 0.0), (skinne - midt, rad_y), (start - midt, rad_y)))
        for node in noder
        for rad_y in (rader[node.noekkel].y + node.hoeyde / 2,)
    ]
    bunn = y - avstand.i_spalte + avstand.loddrett
    return _Blokk(
        omriss=(((0.0, bunn, -midt),), ((0.0, bunn, midt),)),
        plasser=tuple((n, Plass(x=p.x - midt, y=p.y, bredde=p.bredde, hoeyde=p.hoeyde)) for n, p in plasser),
        streker=tuple(
            Strek(fra=s.fra, til=s.til, punkter=tuple((x - midt, sy) for x, sy in s.punkter)) for s in streker
        ),
        innganger=tuple(innganger),
    )


def _legg_i_liste(
    node: Node, hjoerne: Punkt, avstand: Avstand, plasser: list[tuple[str, Plass]], streker: list[Strek]
) -> float:
    """Place a box and, indented below it, its own; return the y where the next box begins."""
    x, y = hjoerne
    plasser.append((node.noekkel, Plass(x=x, y=y, bredde=node.bredde, hoeyde=node.hoeyde)))
    bunn = y + node.hoeyde
    neste = bunn + avstand.i_spalte
    innrykk = avstand.innrykk if node.har_strek else 0.0
    skinne = x + innrykk / 2
    for barn in node.barn:
        midt = neste + barn.hoeyde / 2
        if node.har_strek:
            punkter = ((skinne, bunn), (skinne, midt), (x + innrykk, midt))
            streker.append(Strek(fra=node.noekkel, til=barn.noekkel, punkter=punkter))
        neste = _legg_i_liste(barn, (x + innrykk, neste), avstand, plasser, streker)
    return neste


def _legg_ut(blokk: _Blokk) -> Treplan:
    """Return absolute places, moved so that the corner of the whole is (0, 0), rounded to 0.01 pixel."""
    plasser: dict[str, Plass] = {}
    streker: list[Strek] = []

    def gaa(del_: _Blokk, dx: float, dy: float) -> None:
        for noekkel, p in del_.plasser:
            plasser[noekkel] = Plass(x=p.x + dx, y=p.y + dy, bredde=p.bredde, hoeyde=p.hoeyde)
        streker.extend(
            Strek(fra=s.fra, til=s.til, punkter=tuple((x + dx, y + dy) for x, y in s.punkter))
            for s in del_.streker
        )
        for barn, (x, y) in del_.barn:
            gaa(barn, dx + x, dy + y)

    gaa(blokk, 0.0, 0.0)
    venstre = min([p.x for p in plasser.values()] + [x for s in streker for x, _ in s.punkter])

    def rund(x: float, y: float) -> Punkt:
        return round(x - venstre, 2), round(y, 2)

    return Treplan(
        plasser={
            n: Plass(x=rund(p.x, p.y)[0], y=rund(p.x, p.y)[1], bredde=p.bredde, hoeyde=p.hoeyde)
            for n, p in plasser.items()
        },
        streker=tuple(
            Strek(fra=s.fra, til=s.til, punkter=_uten_gjentak(rund(x, y) for x, y in s.punkter))
            for s in streker
        ),
        bredde=round(max(p.x + p.bredde for p in plasser.values()) - venstre, 2),
        hoeyde=round(max(p.y + p.hoeyde for p in plasser.values()), 2),
    )


def _uten_gjentak(punkter: Iterator[Punkt]) -> tuple[Punkt, ...]:
    """Return the points without repeats; a straight line down becomes two points."""
    ut: list[Punkt] = []
    for punkt in punkter:
        if len(ut) > 1 and ut[-2][0] == ut[-1][0] == punkt[0]:
            ut[-1] = punkt
        elif not ut or ut[-1] != punkt:
            ut.append(punkt)
    return tuple(ut)
