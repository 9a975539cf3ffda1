"""Who decides, and who is said to recommend? Delegated share and depth (32), gap in recommending (27).

Weighted by the number of cases of each type, never by importance. Without numbers the answer is a range over
every possible mix of the types; how much of what is delegated is really used is not in the structure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from analyse.grunn.anslag import svakeste
from analyse.indikatorer.grenser import grenser
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, ikke_belyst
from analyse.indikatorer.register import maaler
from analyse.modell.organ import Organ
from analyse.modell.saksgang import Saksgang

# Levels of decision from the administration up; bodies beside them (persons, joint boards) are committees.
NIVAA = {"administrasjon": 0.0, "utvalg": 1.0, "formannskap": 2.0, "kommunestyre": 3.0}
DELEGERT = ("delegert_andel", "avgjoerelsesnivaa")


def nivaa(organ: Organ) -> str:
    """Return the level a body decides on."""
    if organ.er_administrativ:
        return "administrasjon"
    if organ.art == "kommunestyre":
        return "kommunestyre"
    return "formannskap" if organ.art in ("formannskap", "kommuneraad") else "utvalg"


def _per_sakstype(grunnlag: Maalegrunnlag, verdi: Mapping[str, float]) -> dict[str, float]:
    """Return, per case type, the mean of a value of the deciding body over the type's routes."""
    ut: dict[str, list[tuple[float, float]]] = {}
    for gang in grunnlag.modell.saksganger:
        vedtar = sorted(gang.med_handling("vedtar"))
        if vedtar:
            snitt = sum(verdi[nivaa(grunnlag.modell.organ(o))] for o in vedtar) / len(vedtar)
            ut.setdefault(gang.sakstype, []).append((gang.andel, snitt))
    return {s: sum(a * v for a, v in r) / sum(a for a, _ in r) for s, r in ut.items() if sum(a for a, _ in r)}


def vektet(
    indikator: str, per_type: Mapping[str, float], grunnlag: Maalegrunnlag, *, kilde: str | None = None
) -> Maaling:
    """Return the mean over case types weighted by today's numbers; a range where they are not all given.

    A mix that is not known can be any mix, so the mean lies between the least and the greatest type.
    """
    ruter = svakeste([grunnlag.eget_grunnlag, "oppgitt", *(s.grunnlag for s in grunnlag.modell.saksganger)])
    antall = {s: grunnlag.kommune.saksmengde[s] for s in per_type if s in grunnlag.kommune.saksmengde}
    sum_ = sum(a.sentral for a in antall.values())
    if len(antall) == len(per_type) and sum_ > 0:
        import numpy as np

        trekk = {s: grunnlag.trekker.trekk(a, f"saksmengde.{s}") for s, a in sorted(antall.items())}
        i_alt = np.sum(list(trekk.values()), axis=0)
        return Maaling(
            indikator=indikator,
            verdi=sum(per_type[s] * a.sentral for s, a in antall.items()) / sum_,
            trekk=np.sum([per_type[s] * t for s, t in trekk.items()], axis=0) / i_alt,
            grunnlag=svakeste([ruter, *(a.grunnlag for a in antall.values())]),
            n=len(per_type),
            kilde=kilde,
        )
    return grenser(
        indikator,
        min(per_type.values()),
        max(per_type.values()),
        ruter,
        grunn="vekter_ukjent",
        n=len(per_type),
    )


def _per_type_rader(
    indikator: str, per_type: Mapping[str, float], grunnlag: Maalegrunnlag
) -> Iterator[Maaling]:
    ruter = {s.sakstype: s.grunnlag for s in grunnlag.modell.saksganger}
    for sakstype, verdi in per_type.items():
        yield Maaling(
            indikator=indikator,
            verdi=verdi,
            grunnlag=svakeste([grunnlag.eget_grunnlag, ruter[sakstype]]),
            dimensjon="sakstype",
            element=sakstype,
        )


@maaler(*DELEGERT)
def measure_delegert(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield the share of cases decided below the council, and the mean level of decision (0–3)."""
    under = {n: float(n != "kommunestyre") for n in NIVAA}
    for indikator, verdi in zip(DELEGERT, (under, NIVAA), strict=True):
        per_type = _per_sakstype(grunnlag, verdi)
        yield vektet(indikator, per_type, grunnlag) if per_type else ikke_belyst(indikator, "saksgang")
        yield from _per_type_rader(indikator, per_type, grunnlag)


def _gap(gang: Saksgang) -> float | None:
    if not gang.innstiller_formelt or not gang.innstiller_reelt:
        return None
    return float(gang.innstiller_formelt != gang.innstiller_reelt)


@maaler("innstillingsgap")
def measure_innstillingsgap(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield the share of cases where the formal and the actual recommender differ, as declared in the model.

    Only case types where both are declared for every route take part.
    """
    per_type: dict[str, float] = {}
    for sakstype in dict.fromkeys(s.sakstype for s in grunnlag.modell.saksganger):
        ganger = [s for s in grunnlag.modell.saksganger if s.sakstype == sakstype]
        gap = [_gap(s) for s in ganger]
        vekt = sum(s.andel for s in ganger)
        if vekt and all(g is not None for g in gap):
            per_type[sakstype] = sum(s.andel * (g or 0.0) for s, g in zip(ganger, gap, strict=True)) / vekt
    if not per_type:
        yield ikke_belyst("innstillingsgap", "innstiller")
        return
    yield vektet("innstillingsgap", per_type, grunnlag)
    yield from _per_type_rader("innstillingsgap", per_type, grunnlag)
