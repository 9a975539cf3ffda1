"""Who could sit where, when nobody has said? The most even and the most concentrated lawful filling.

Two extremes bound what a structure can mean for persons; neither is a forecast. Built on four facts of
law: members of formannskapet sit in the council (§ 5-6), a council member sits in one committee of the
council (§ 5-9), the control committee's members hold no seat in formannskapet or a deciding body (§ 23-1),
and seats open to all may be filled from outside the council (§ 5-7). Other incompatibilities are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell

UTENFOR = ("kommuneraad",)  # members of the government leave the council (§ 10-4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fylling:
    """A filling: per council member, hours a year in meetings and posts beside the council seat.

    Both tuples have one entry per council member.
    """

    timer: tuple[float, ...]
    verv: tuple[int, ...]


def _organer(modell: Styringsmodell) -> tuple[Organ, ...]:
    return tuple(
        o
        for o in modell.organer
        if o.er_folkevalgt and o.medlemmer and o.art != "kommunestyre" and o.art not in UTENFOR
    )


def _er_aapen(organ: Organ) -> bool:
    return organ.valgbare == "alle" and organ.art not in ("formannskap", "kommunestyrekomite")


def _avgjoer(organ: Organ) -> bool:
    return organ.art == "formannskap" or organ.vedtaksrett is True


def fyll_samlet(modell: Styringsmodell, timer: Mapping[str, float]) -> Fylling:
    """Return the most concentrated filling: the same persons first in every body they may sit in.

    Parameters
    ----------
    timer : hours a year of one seat, per body id; the council's own among them.
    """
    medlemmer = modell.kommunestyret.medlemmer or 0
    sum_timer = [timer.get(modell.kommunestyret.id, 0.0)] * medlemmer
    verv = [0] * medlemmer
    organer = _organer(modell)
    opptatt = max((o.medlemmer or 0 for o in organer if _avgjoer(o)), default=0)
    plass = 0  # committees of the council follow one another: each member sits in one
    for organ in organer:
        antall = organ.medlemmer or 0
        if organ.art == "kommunestyrekomite":
            hvem, plass = range(plass, plass + antall), plass + antall
        elif organ.art == "kontrollutvalg":
            hvem = range(opptatt, opptatt + antall)
        else:
            hvem = range(antall)
        for person in hvem:
            if person < medlemmer:
                sum_timer[person] += timer.get(organ.id, 0.0)
                verv[person] += 1
    return Fylling(timer=tuple(sum_timer), verv=tuple(verv))


def fyll_jevnt(modell: Styringsmodell, timer: Mapping[str, float]) -> Fylling:
    """Return the most even filling: open seats go outside the council, the rest to whoever has least.

    Notes
    -----
    Longest seats first to the least loaded member (Graham 1969: within a third of the best maximum).
    """
    medlemmer = modell.kommunestyret.medlemmer or 0
    sum_timer = [timer.get(modell.kommunestyret.id, 0.0)] * medlemmer
    verv = [0] * medlemmer
    i_komite: set[int] = set()
    organer = [o for o in _organer(modell) if not _er_aapen(o)]
    for organ in sorted(organer, key=lambda o: (o.art == "kommunestyrekomite", -timer.get(o.id, 0.0), o.id)):
        er_komite = organ.art == "kommunestyrekomite"  # last: there everybody has one seat
        ledige = [p for p in range(medlemmer) if not (er_komite and p in i_komite)]
        valgt = sorted(ledige, key=lambda p: (sum_timer[p], verv[p], p))[: organ.medlemmer or 0]
        i_komite.update(valgt if er_komite else ())
        for person in valgt:
            sum_timer[person] += timer.get(organ.id, 0.0)
            verv[person] += 1
    return Fylling(timer=tuple(sum_timer), verv=tuple(verv))
