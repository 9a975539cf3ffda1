"""How much work does the structure ask for? Meetings a year (no. 1) and hours per seat and body (no. 2).

Hours per person need who sits where and come later; informal work is never counted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analyse.grunn.anslag import Anslag, svakeste
from analyse.grunn.tid import MINUTTER
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, ikke_belyst
from analyse.indikatorer.register import maaler
from analyse.modell.organ import Organ

if TYPE_CHECKING:
    from analyse.indikatorer.grunnlag import Trekk

    Figur = tuple[Anslag, Trekk]  # a number and its draws


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

    Meetings × (length + travel + pages × minutes a page + the party group's meeting). Without meetings or
    length the body is not lit; without another term the sum is a lower bound that names it. A body of no
    members has no seat and no row.
    """
    for organ in _organ_med_moeter(grunnlag):
        if organ.medlemmer == 0:
            continue
        antall = grunnlag.figur(organ, "moeter_per_aar")
        timer = _timer_per_moete(grunnlag, organ)
        kreves = {"moeter_per_aar": antall, "moetetid_timer": timer["moetetid"]}
        mangler = ",".join(felt for felt, figur in kreves.items() if figur is None)
        ledd = []
        for navn, faktor in timer.items():
            element = f"{organ.id}.{navn}"
            if antall is None or faktor is None:
                grunn = mangler if navn == "moetetid" else navn if faktor is None else "moeter_per_aar"
                yield ikke_belyst("timer_per_plass", grunn, dimensjon="ledd", element=element)
            else:
                ledd.append(_leddmaaling(grunnlag, element, antall, faktor))
        yield from ledd
        if mangler:
            yield ikke_belyst("timer_per_plass", mangler, dimensjon="organ", element=organ.id)
        else:
            yield _samlet(organ.id, ledd, [navn for navn, faktor in timer.items() if faktor is None])


def _timer_per_moete(grunnlag: Maalegrunnlag, organ: Organ) -> dict[str, Figur | None]:
    """Return the hours a member spends on one meeting, by term; None where it is not given."""
    sider, lesefart = grunnlag.figur(organ, "sider_per_moete"), grunnlag.kommunetall("minutter_per_side")
    lesing = None
    if sider is not None and lesefart is not None:
        (antall, antall_trekk), (minutter, minutter_trekk) = sider, lesefart
        anslag = Anslag(
            sentral=antall.sentral * minutter.sentral / MINUTTER,
            lav=antall.lav * minutter.lav / MINUTTER,
            hoey=antall.hoey * minutter.hoey / MINUTTER,
            grunnlag=svakeste([antall.grunnlag, minutter.grunnlag]),
            kilde=_kilder(antall.kilde, minutter.kilde),
        )
        lesing = (anslag, antall_trekk * minutter_trekk / MINUTTER)
    return {
        "moetetid": grunnlag.figur(organ, "moetetid_timer"),
        "reise": grunnlag.figur(organ, "reisetid_timer"),
        "lesing": lesing,
        "gruppemoeter": grunnlag.figur(organ, "gruppetid_timer"),
    }


def _leddmaaling(grunnlag: Maalegrunnlag, element: str, antall: Figur, timer: Figur) -> Maaling:
    return Maaling(
        indikator="timer_per_plass",
        verdi=antall[0].sentral * timer[0].sentral,
        trekk=antall[1] * timer[1],
        grunnlag=svakeste([grunnlag.eget_grunnlag, antall[0].grunnlag, timer[0].grunnlag]),
        dimensjon="ledd",
        element=element,
        kilde=_kilder(antall[0].kilde, timer[0].kilde) or None,
    )


def _samlet(organ_id: str, ledd: list[Maaling], mangler: list[str]) -> Maaling:
    import numpy as np

    return Maaling(
        indikator="timer_per_plass",
        verdi=math.fsum(m.verdi or 0 for m in ledd),
        trekk=np.sum([m.trekk for m in ledd if m.trekk is not None], axis=0),
        grunnlag=svakeste(m.grunnlag for m in ledd),
        dimensjon="organ",
        element=organ_id,
        er_minst=bool(mangler),
        grunn=f"mangler:{','.join(mangler)}" if mangler else None,
        kilde=_kilder(*(m.kilde or "" for m in ledd)) or None,
    )


def _kilder(*kilder: str) -> str:
    return "; ".join(k for k in dict.fromkeys(kilder) if k)
