"""What fills the meetings? Pages to read for an ordinary member, and the time that goes to briefings.

What is read and whether a briefing was worth its time is not known.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyse.grunn.anslag import svakeste
from analyse.grunn.tid import MINUTTER
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, ikke_belyst
from analyse.indikatorer.register import maaler
from analyse.modell.organ import Organ

if TYPE_CHECKING:
    from analyse.indikatorer.grunnlag import Trekk


@maaler("sider_per_medlem")
def measure_sider(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield pages a year: of one seat in each elected body, and of an ordinary member of the council.

    An ordinary member has the council seat and, where the council works in committees of all its members
    (kommuneloven § 5-9), a seat in one: the mean over those seats. Other posts are not ordinary.
    """
    import numpy as np

    modell = grunnlag.modell
    maalt = {o.id: _sider(grunnlag, o) for o in modell.organer if o.er_folkevalgt}
    yield from maalt.values()
    deler = {modell.kommunestyret.id: 1.0}
    komiteer = modell.av_art("kommunestyrekomite")
    if any(o.medlemmer is None for o in komiteer):
        yield ikke_belyst("sider_per_medlem", "medlemmer")
        return
    plasser = sum(o.medlemmer or 0 for o in komiteer)
    deler |= {o.id: o.medlemmer / plasser for o in komiteer if o.medlemmer}
    ukjent = [(maalt[o].grunn or "").removeprefix("mangler:") for o in deler if maalt[o].verdi is None]
    if ukjent:
        yield ikke_belyst("sider_per_medlem", ",".join(dict.fromkeys(",".join(ukjent).split(","))))
        return
    regnet = [(maalt[o], vekt) for o, vekt in deler.items()]
    yield Maaling(
        indikator="sider_per_medlem",
        verdi=math.fsum(vekt * (m.verdi or 0) for m, vekt in regnet),
        trekk=np.sum([vekt * m.trekk for m, vekt in regnet if m.trekk is not None], axis=0),
        grunnlag=svakeste(m.grunnlag for m, _ in regnet),
        n=len(regnet),
    )


def _sider(grunnlag: Maalegrunnlag, organ: Organ) -> Maaling:
    moeter, sider = grunnlag.figur(organ, "moeter_per_aar"), grunnlag.figur(organ, "sider_per_moete")
    if moeter is None or sider is None:
        lest = {"moeter_per_aar": moeter, "sider_per_moete": sider}
        mangler = ",".join(felt for felt, figur in lest.items() if figur is None)
        return ikke_belyst("sider_per_medlem", mangler, dimensjon="organ", element=organ.id)
    return Maaling(
        indikator="sider_per_medlem",
        verdi=moeter[0].sentral * sider[0].sentral,
        trekk=moeter[1] * sider[1],
        grunnlag=svakeste([grunnlag.eget_grunnlag, moeter[0].grunnlag, sider[0].grunnlag]),
        dimensjon="organ",
        element=organ.id,
        kilde=sider[0].kilde or None,
    )


@maaler("orienteringstid_andel")
def measure_orienteringstid(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield the share of the meeting time that goes to briefings, per elected body and in all.

    Briefings a meeting × minutes a briefing over the meeting's length. In all only where every body has its
    figures. Briefings that outlast the meeting are a fault of the figures: a draw is at most the whole of it.
    """
    tider: list[_Tid] = []
    mangler: dict[str, None] = {}
    for organ in (o for o in grunnlag.modell.organer if o.er_folkevalgt):
        tid = _tid(grunnlag, organ)
        if isinstance(tid, _Tid):
            if tid.i_alt > 0:  # a body that does not meet has no time to share
                tider.append(tid)
                yield _andel([tid], organ.id)
        else:
            mangler |= dict.fromkeys(tid)
            yield ikke_belyst("orienteringstid_andel", ",".join(tid), dimensjon="organ", element=organ.id)
    if mangler or not tider:
        yield ikke_belyst("orienteringstid_andel", ",".join(mangler or ["moeter_per_aar"]))
    else:
        yield _andel(tider)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tid:
    """Hours a year of a body: on briefings and in all, with their draws."""

    orientering: float
    orientering_trekk: Trekk
    i_alt: float
    i_alt_trekk: Trekk
    grunnlag: str


def _tid(grunnlag: Maalegrunnlag, organ: Organ) -> _Tid | list[str]:
    """Return the hours of a body, or the names of the figures that are missing."""
    figurer = {
        "moeter_per_aar": grunnlag.figur(organ, "moeter_per_aar"),
        "moetetid_timer": grunnlag.figur(organ, "moetetid_timer"),
        "orienteringer_per_moete": grunnlag.figur(organ, "orienteringer_per_moete"),
        "minutter_per_orientering": grunnlag.kommunetall("minutter_per_orientering"),
    }
    kjent = {navn: figur for navn, figur in figurer.items() if figur is not None}
    if len(kjent) < len(figurer):
        return [navn for navn in figurer if navn not in kjent]
    (moeter, moeter_t), (lengde, lengde_t), (antall, antall_t), (minutter, minutter_t) = kjent.values()
    return _Tid(
        orientering=moeter.sentral * antall.sentral * minutter.sentral / MINUTTER,
        orientering_trekk=moeter_t * antall_t * minutter_t / MINUTTER,
        i_alt=moeter.sentral * lengde.sentral,
        i_alt_trekk=moeter_t * lengde_t,
        grunnlag=svakeste([grunnlag.eget_grunnlag, *(anslag.grunnlag for anslag, _ in kjent.values())]),
    )


def _andel(tider: list[_Tid], organ_id: str | None = None) -> Maaling:
    import numpy as np

    oppe = np.sum([t.orientering_trekk for t in tider], axis=0)
    nede = np.sum([t.i_alt_trekk for t in tider], axis=0)
    andeler = np.divide(oppe, nede, out=np.zeros_like(oppe), where=nede > 0)
    return Maaling(
        indikator="orienteringstid_andel",
        verdi=min(1.0, math.fsum(t.orientering for t in tider) / math.fsum(t.i_alt for t in tider)),
        trekk=np.minimum(andeler, 1.0),
        grunnlag=svakeste(t.grunnlag for t in tider),
        dimensjon="organ" if organ_id else None,
        element=organ_id,
        n=len(tider),
    )
