"""How do cases travel? Treatments per case in the log (6) and the wait for a meeting (13).

The log describes today only. What an undated step means is not known, so the value has bounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from analyse.grunn.anslag import svakeste
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, ikke_belyst
from analyse.indikatorer.register import maaler
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell

if TYPE_CHECKING:
    import pandas as pd

DAGER_I_AARET = 365.25
MINSTE_N = (
    5  # a case type with fewer decided cases is not printed by itself: one case would move it by 0.2 or more
)


def _avgjoer(modell: Styringsmodell) -> set[str]:
    organer = [o for o in modell.organer if o.vedtaksrett or o.art == "kommunestyre"]
    return {o.id for o in organer} | {o.navn.casefold() for o in organer}


def _i_rekkefoelge(sak: pd.DataFrame) -> pd.DataFrame:
    """Return a case's treatments in order: by step where every row has one, else by date, undated last."""
    if "trinn" in sak and sak["trinn"].notna().all():
        return sak.sort_values("trinn", kind="stable")
    return sak.sort_values("motedato", kind="stable", na_position="last")


def _behandlinger(logg: pd.DataFrame, modell: Styringsmodell) -> pd.DataFrame:
    """Return one row per case: sakstype, gjort (dated treatments), alle, avgjort, kanskje, utledet.

    A case is decided where a treatment says `vedtar`; in a case without actions, where its last step is
    by a body that may decide under the model (`utledet`). Whether that step happened is unknown when it has
    no date (`kanskje`).
    """
    import pandas as pd

    rader = logg[logg["handling"].ne("orienteres")] if "handling" in logg else logg
    kan_avgjoere = _avgjoer(modell)
    ut = []
    for sak_id, sak in rader.groupby("sak_id", sort=False):
        datert = sak["motedato"].notna()
        utledet = "handling" not in sak or sak["handling"].eq("").all()
        if utledet:
            siste = _i_rekkefoelge(sak).iloc[-1]
            kanskje = bool({str(siste["organ"]), str(siste["organ"]).casefold()} & kan_avgjoere)
            avgjort = kanskje and not pd.isna(siste["motedato"])
        else:
            avgjoerende = sak["handling"].eq("vedtar")
            avgjort, kanskje = bool((avgjoerende & datert).any()), bool(avgjoerende.any())
        sakstype = str(sak["sakstype"].iloc[0]) if "sakstype" in sak else ""
        ut.append((sak_id, sakstype, int(datert.sum()), len(sak), avgjort, kanskje, utledet))
    kolonner = ["sak_id", "sakstype", "gjort", "alle", "avgjort", "kanskje", "utledet"]
    return pd.DataFrame(ut, columns=kolonner)


def _grense(faste: Sequence[int], mulige: Sequence[int], *, oevre: bool) -> float:
    """Return the least or greatest mean of the certain counts and any choice among the possible ones.

    The possible counts are taken from the outermost inwards, as long as the next lies beyond the mean.
    """
    sum_, n = sum(faste), len(faste)
    for antall in sorted(mulige, reverse=oevre):
        if (antall * n > sum_) if oevre else (antall * n < sum_):
            sum_, n = sum_ + antall, n + 1
    return sum_ / n


def _snitt(saker: pd.DataFrame, basis: str, *, dimensjon: str | None, element: str | None) -> Maaling:
    """Return the mean and how far off it may be: undated steps done or not, undated decisions made or not."""
    avgjorte, usikre = saker[saker["avgjort"]], saker[saker["kanskje"] & ~saker["avgjort"]]
    # an undecided case joins only by its undated decision being made, which is one treatment more
    lav = _grense(avgjorte["gjort"].tolist(), (usikre["gjort"] + 1).tolist(), oevre=False)
    hoey = _grense(avgjorte["alle"].tolist(), usikre["alle"].tolist(), oevre=True)
    return Maaling(
        indikator="behandlinger_per_sak",
        verdi=float(avgjorte["gjort"].mean()),
        lav=None if lav == hoey else lav,
        hoey=None if lav == hoey else hoey,
        grunnlag=basis,
        dimensjon=dimensjon,
        element=element,
        grunn="avgjoerende_organ_utledet" if saker["utledet"].any() else None,
        n=len(avgjorte),
        kilde="sakslogg.csv",
    )


@maaler("behandlinger_per_sak")
def measure_behandlinger(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield the mean number of treatments of decided cases, in all and per case type, from today's log.

    Treatments that only inform are left out. The value counts an undated step as not done; the bounds
    show what follows if some or all were. Case types with fewer than `MINSTE_N` decided cases have no row of
    their own.
    """
    if not grunnlag.er_dagens:
        return
    if grunnlag.sakslogg is None:
        yield ikke_belyst("behandlinger_per_sak", "sakslogg")
        return
    saker = _behandlinger(grunnlag.sakslogg, grunnlag.modell)
    basis = "oppdiktet" if grunnlag.kommune.oppdiktet else "maalt"
    if not saker["avgjort"].any():
        yield ikke_belyst("behandlinger_per_sak", "avgjorte_saker")
        return
    yield _snitt(saker, basis, dimensjon=None, element=None)
    for sakstype, del_ in saker.groupby("sakstype", sort=True):
        if sakstype and del_["avgjort"].sum() >= MINSTE_N:
            yield _snitt(del_, basis, dimensjon="sakstype", element=str(sakstype))


def ventetid_fra_datoer(datoer: tuple[date, ...]) -> float:
    """Return the mean wait in days for the next of the year's meetings, arrivals even over the year.

    Σ gap² / (2 Σ gap) over the gaps of the plan. A plan within one year is repeated every year; one date
    alone gives half a year. Dates over more than a year already show the gap across the year's end.

    Source
    ------
    Waiting time in renewal intervals (the inspection paradox), closed form.

    Examples
    --------
    >>> round(ventetid_fra_datoer((date(2023, 1, 1), date(2023, 7, 2))), 1)
    91.3
    """
    dager = sorted(d.toordinal() for d in datoer)
    avstander: list[float] = [b - a for a, b in pairwise(dager)]
    if (spenn := dager[-1] - dager[0]) < DAGER_I_AARET:
        avstander.append(DAGER_I_AARET - spenn)
    return sum(a * a for a in avstander) / (2 * sum(avstander))


@maaler("ventetid_moete")
def measure_ventetid(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield the wait for a meeting plus the notice, days, per body that prepares or decides, and the council.

    With the year's dates the wait is exact; with only their number it is a lower bound (evenly spread
    meetings give the shortest wait). A notice that is not given makes the sum a lower bound too.
    """
    modell = grunnlag.modell
    for organ in (modell.kommunestyret, *modell.forberedende_og_vedtakende()):
        yield _ventetid(grunnlag, organ)


def _ventetid(grunnlag: Maalegrunnlag, organ: Organ) -> Maaling:
    antall = grunnlag.figur(organ, "moeter_per_aar")
    frist = grunnlag.figur(organ, "papirer_dager_foer")
    mangler = [] if frist else ["papirer_dager_foer"]
    kjente = [x[0].grunnlag for x in (antall, frist) if x]
    if organ.moetedatoer:
        datoer = tuple(date.fromisoformat(d) for d in organ.moetedatoer)
        verdi, trekk = ventetid_fra_datoer(datoer), None
        kjente = kjente[1:] if antall else kjente
    elif antall and antall[0].lav > 0:
        verdi, trekk = DAGER_I_AARET / (2 * antall[0].sentral), DAGER_I_AARET / (2 * antall[1])
        mangler.append("moetedatoer")
    else:
        return ikke_belyst("ventetid_moete", "moeter_per_aar", dimensjon="organ", element=organ.id)
    if frist:
        verdi += frist[0].sentral
        trekk = frist[1] + (verdi - frist[0].sentral if trekk is None else trekk)
    return Maaling(
        indikator="ventetid_moete",
        verdi=verdi,
        trekk=trekk,
        grunnlag=svakeste([grunnlag.eget_grunnlag, *kjente]),
        dimensjon="organ",
        element=organ.id,
        er_minst=bool(mangler),
        grunn=f"mangler:{','.join(mangler)}" if mangler else None,
    )
