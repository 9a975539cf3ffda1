"""The organisation chart: boxes with names and sizes, lines from elector to elected, what is unplaced beside.

Boxes get their size from their text, the tree its shape from the frame (tre.py); nothing is left to the
reader's font. Left out: computing anything about the structure (see orgkartdata.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from analyse.figurer import stil
from analyse.figurer.ark import draw_hode, draw_linje
from analyse.figurer.boks import Boksinnhold, build_innhold, draw_boks, draw_kant
from analyse.figurer.orgkartdata import Orgboks, Orgkartdata
from analyse.figurer.scene import Figur, Gruppe, Linje, Rektangel, Skrift, with_forskyvning
from analyse.figurer.stil import A4_LIGGENDE, Ramme
from analyse.figurer.svg import build_svg
from analyse.figurer.tekstmaal import build_linjer, measure_tekst
from analyse.figurer.tre import Avstand, Node, Plass, Treplan, measure_passform, plan_kandidater, plan_tre

_AVSTAND = Avstand()
_GRUPPELUFT = 28.0  # between the tree and a side group: more than between boxes, so it reads as apart
_LUFT_OVER, _LUFT_UNDER = 18.0, 22.0  # above and below the trees
_MINST_BREDDE = 560.0  # a single box must not make a title of ten short lines
_OVERSKRIFT = "overskrift:"  # keys of headings; a body id has no colon


@dataclass(frozen=True, slots=True, kw_only=True)
class _Del:
    """A placed tree with the offset of its corner."""

    plan: Treplan
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One proposal for the whole picture, before anything is drawn in its boxes."""

    deler: tuple[_Del, ...]
    hode: tuple[Skrift, ...]
    fot: tuple[Rektangel | Skrift, ...]
    bredde: float
    hoeyde: float


def draw_orgkart(kart: Orgkartdata, ramme: Ramme = A4_LIGGENDE) -> Figur:
    """Return the organisation chart, laid out for a frame.

    Parameters
    ----------
    kart : what stands in it. ramme : A4_LIGGENDE for paper and wide screens, TELEFON for narrow ones; a page
        that serves both carries both figures and shows the one that fits.
    """
    innhold = build_innhold(kart.bokser, ramme.boksbredde)
    forslag = (_sett_side(kart, deler, ramme) for deler in _plan_forslag(kart, innhold, ramme))
    side = min(forslag, key=lambda s: measure_passform(s.bredde, s.hoeyde, ramme.bredde, ramme.hoeyde))
    grupper = [Gruppe(noekkel="", former=side.hode), *_tegn_deler(kart, innhold, side.deler)]
    grupper.append(Gruppe(noekkel="", former=side.fot))
    flyttet = tuple(with_forskyvning(gruppe, stil.MARG, stil.MARG) for gruppe in grupper if gruppe.former)
    return Figur(
        bredde=side.bredde,
        hoeyde=side.hoeyde,
        tittel=kart.tittel,
        alt=kart.alt,
        grupper=flyttet,
        svg=build_svg(side.bredde, side.hoeyde, kart.tittel, kart.alt, flyttet),
    )


def _sett_side(kart: Orgkartdata, deler: Sequence[_Del], ramme: Ramme) -> _Side:
    """Return the trees with title above and source below, and the size of the whole with its margins."""
    bredde = max(_hoeyre(deler), min(ramme.bredde - 2 * stil.MARG, _MINST_BREDDE))
    hode = tuple(draw_hode(kart.tittel, kart.undertittel, bredde))
    topp = (hode[-1].y if hode else 0.0) + _LUFT_OVER
    bunn = topp + _bunn(deler) + _LUFT_UNDER if deler else topp
    fot = tuple(_fot(kart, bredde, bunn))
    slutt = max((form.y for form in fot), default=bunn)
    return _Side(
        deler=tuple(replace(del_, y=del_.y + topp) for del_ in deler),
        hode=hode,
        fot=fot,
        bredde=float(ceil(bredde + 2 * stil.MARG)),
        hoeyde=float(ceil(slutt + 2 * stil.MARG)),
    )


def _plan_forslag(
    kart: Orgkartdata, innhold: Mapping[str, Boksinnhold], ramme: Ramme
) -> Iterator[tuple[_Del, ...]]:
    """Yield every shape of the tree with its side groups to the right, and below."""
    roetter = kart.under("")
    navn = dict.fromkeys(boks.gruppe for boks in roetter)
    skog = {
        gruppe: _gruppenode(gruppe, [_som_node(b, kart, innhold) for b in roetter if b.gruppe == gruppe])
        for gruppe in navn
    }
    bredde = ramme.bredde - 2 * stil.MARG
    tre = skog.pop("", None)
    hovedplaner = [(_Del(plan=p, x=0.0, y=0.0),) for p in plan_kandidater(tre, _AVSTAND)] if tre else [()]
    ved_siden = [plan_kandidater(node, _AVSTAND)[0] for node in skog.values()]
    under = [plan_tre(node, bredde, float("inf"), _AVSTAND) for node in skog.values()]
    for hoved in hovedplaner:
        yield (*hoved, *_stable_til_hoeyre(ved_siden, _hoeyre(hoved)))
        yield (*hoved, *_legg_under(under, max(bredde, _hoeyre(hoved)), _bunn(hoved)))


def _hoeyre(deler: Sequence[_Del]) -> float:
    return max((d.x + d.plan.bredde for d in deler), default=0.0)


def _bunn(deler: Sequence[_Del]) -> float:
    return max((d.y + d.plan.hoeyde for d in deler), default=0.0)


def _stable_til_hoeyre(planer: Sequence[Treplan], hoeyre: float) -> list[_Del]:
    x = hoeyre + _GRUPPELUFT if hoeyre else 0.0
    deler: list[_Del] = []
    for plan in planer:
        deler.append(_Del(plan=plan, x=x, y=_bunn(deler) + _GRUPPELUFT if deler else 0.0))
    return deler


def _legg_under(planer: Sequence[Treplan], bredde: float, bunn: float) -> list[_Del]:
    """Return the groups in rows below, each row filled as far as the width goes."""
    deler: list[_Del] = []
    x, y = 0.0, bunn + _GRUPPELUFT if bunn else 0.0
    for plan in planer:
        if x and x + plan.bredde > bredde:
            x, y = 0.0, _bunn(deler) + _GRUPPELUFT
        deler.append(_Del(plan=plan, x=x, y=y))
        x += plan.bredde + _GRUPPELUFT
    return deler


def _som_node(boks: Orgboks, kart: Orgkartdata, innhold: Mapping[str, Boksinnhold]) -> Node:
    egen = innhold[boks.id]
    barn = tuple(_som_node(b, kart, innhold) for b in kart.under(boks.id))
    return Node(noekkel=boks.id, bredde=egen.bredde, hoeyde=egen.hoeyde, barn=barn)


def _gruppenode(gruppe: str, noder: Sequence[Node]) -> Node:
    """Return a group as one tree, its heading above its roots; a tree with one root needs no heading."""
    if not gruppe and len(noder) == 1:
        return noder[0]
    bredde = measure_tekst(gruppe, stil.NAVN_PX, fet=True)
    hoeyde = stil.NAVN_PX if gruppe else 0.0
    return Node(
        noekkel=_OVERSKRIFT + gruppe, bredde=bredde, hoeyde=hoeyde, barn=tuple(noder), har_strek=False
    )


def _tegn_deler(
    kart: Orgkartdata, innhold: Mapping[str, Boksinnhold], deler: Sequence[_Del]
) -> Iterator[Gruppe]:
    """Yield lines first and boxes over them, then one group of shapes per box, in reading order."""
    bokser = {boks.id: boks for boks in kart.bokser}
    streker: list[Linje] = []
    plasser: dict[str, Plass] = {}
    for del_ in deler:
        for strek in del_.plan.streker:
            til = bokser[strek.til]
            moenster = stil.SLAG["administrasjon"].moenster if til.slag == "administrasjon" else ()
            if til.status == "utgaar":
                moenster = stil.UTGAAR_MOENSTER
            punkter = tuple((x + del_.x, y + del_.y) for x, y in strek.punkter)
            streker.append(Linje(punkter=punkter, farge=stil.STREKFARGE, tykkelse=1.0, moenster=moenster))
        for noekkel, p in del_.plan.plasser.items():
            plasser[noekkel] = Plass(x=p.x + del_.x, y=p.y + del_.y, bredde=p.bredde, hoeyde=p.hoeyde)
    if streker:
        yield Gruppe(noekkel="", former=tuple(streker))
    for noekkel, plass in plasser.items():
        gruppe = noekkel.removeprefix(_OVERSKRIFT)
        if noekkel.startswith(_OVERSKRIFT) and gruppe:
            x = next(d.x for d in deler if noekkel in d.plan.plasser)
            yield Gruppe(
                noekkel="", former=(draw_linje(gruppe, x, plass.y + plass.hoeyde, stil.NAVN_PX, fet=True),)
            )
    for boks in kart.bokser:
        yield Gruppe(noekkel=boks.id, former=tuple(draw_boks(boks, innhold[boks.id], plasser[boks.id])))


def _fot(kart: Orgkartdata, bredde: float, y: float) -> Iterator[Rektangel | Skrift]:
    """Yield the key to the borders, where there is more than one, and the source line."""
    px = stil.KILDE_PX
    slag = [(stil.SLAG[s], "", navn) for s, navn in kart.slagnavn] if len(kart.slagnavn) > 1 else []
    statuser = [(stil.SLAG["folkevalgt"], status, navn) for status, navn in kart.statusnavn]
    for rad in (slag, statuser):
        x = 0.0
        for utseende, status, navn in rad:
            trenger = 34.0 + measure_tekst(navn, px)
            if x and x + trenger > bredde:
                x, y = 0.0, y + 22.0
            yield from draw_kant(utseende, Plass(x=x + 1, y=y - 4, bredde=26.0, hoeyde=15.0), status)
            yield draw_linje(navn, x + 34.0, y + 8.0, px)
            x += trenger + 20.0
        y += 22.0 if rad else 0.0
    for linje in build_linjer(kart.kilde, bredde, px):
        y += px * stil.LINJEAVSTAND
        yield draw_linje(linje, 0.0, y, px, plass=bredde, farge=stil.DEMPET)
