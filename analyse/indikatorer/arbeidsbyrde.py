"""How much work does the structure ask for? Meetings a year (no. 1) and hours per seat and body (no. 2).

Hours per person need who sits where and come later; informal work is never counted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from analyse.grunn.anslag import svakeste
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, ikke_belyst
from analyse.indikatorer.register import maaler
from analyse.modell.organ import Organ

UTEN_OPPLYSNING = ("reise", "lesing", "gruppemoeter")  # no file of a project holds these terms yet


def _organ_med_moeter(grunnlag: Maalegrunnlag) -> list[Organ]:
    return [o for o in grunnlag.modell.organer if o.er_folkevalgt]


@maaler("moeter_per_aar")
def measure_moeter(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield meetings a year, per elected body and in all.

    The total is a lower bound where a body's number is not given; nothing known at all is "ikke belyst".
    """
    import numpy as np

    organer = _organ_med_moeter(grunnlag)
    kjent = {o.id: f for o in organer if (f := grunnlag.figur(o, "moeter_per_aar")) is not None}
    ukjente = [o.id for o in organer if o.id not in kjent]
    if kjent:
        yield Maaling(
            indikator="moeter_per_aar",
            verdi=math.fsum(a.sentral for a, _ in kjent.values()),
            # summed in the order of the ids, so that the order of the file moves no digit
            trekk=np.sum([kjent[i][1] for i in sorted(kjent)], axis=0),
            grunnlag=svakeste([grunnlag.eget_grunnlag, *(a.grunnlag for a, _ in kjent.values())]),
            er_minst=bool(ukjente),
            grunn=f"minst:{','.join(sorted(ukjente))}" if ukjente else None,
            n=len(kjent),
        )
    else:
        yield ikke_belyst("moeter_per_aar", "moeter_per_aar")
    for organ in organer:
        if organ.id not in kjent:
            yield ikke_belyst("moeter_per_aar", "moeter_per_aar", dimensjon="organ", element=organ.id)
            continue
        anslag, trekk = kjent[organ.id]
        yield Maaling(
            indikator="moeter_per_aar",
            verdi=anslag.sentral,
            trekk=trekk,
            grunnlag=svakeste([grunnlag.eget_grunnlag, anslag.grunnlag]),
            dimensjon="organ",
            element=organ.id,
            kilde=anslag.kilde or organ.kilde or None,
        )


@maaler("timer_per_plass")
def measure_timer(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield hours a year of one seat, per elected body and per term; a missing term is its own row.

    The body's sum is then a lower bound: reading, travel and group meetings are not in the files yet. A body
    of no members has no seat and no row.
    """
    for organ in _organ_med_moeter(grunnlag):
        if organ.medlemmer == 0:
            continue
        antall = grunnlag.figur(organ, "moeter_per_aar")
        lengde = grunnlag.figur(organ, "moetetid_timer")
        for ledd in UTEN_OPPLYSNING:
            yield ikke_belyst("timer_per_plass", ledd, dimensjon="ledd", element=f"{organ.id}.{ledd}")
        if antall is None or lengde is None:
            lest = {"moeter_per_aar": antall, "moetetid_timer": lengde}
            mangler = ",".join(felt for felt, figur in lest.items() if figur is None)
            yield ikke_belyst("timer_per_plass", mangler, dimensjon="organ", element=organ.id)
            yield ikke_belyst("timer_per_plass", mangler, dimensjon="ledd", element=f"{organ.id}.moetetid")
            continue
        moetetid = Maaling(
            indikator="timer_per_plass",
            verdi=antall[0].sentral * lengde[0].sentral,
            trekk=antall[1] * lengde[1],
            grunnlag=svakeste([grunnlag.eget_grunnlag, antall[0].grunnlag, lengde[0].grunnlag]),
            dimensjon="ledd",
            element=f"{organ.id}.moetetid",
            kilde="; ".join(k for k in dict.fromkeys((antall[0].kilde, lengde[0].kilde)) if k) or None,
        )
        yield moetetid
        yield Maaling(
            indikator="timer_per_plass",
            verdi=moetetid.verdi,
            trekk=moetetid.trekk,
            grunnlag=moetetid.grunnlag,
            dimensjon="organ",
            element=organ.id,
            er_minst=True,
            grunn=f"mangler:{','.join(UTEN_OPPLYSNING)}",
            kilde=moetetid.kilde,
        )
