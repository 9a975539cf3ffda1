"""Which archetype is a structure? Rights decide, not names: who decides, recommends, elects and may sit.

Verdal's "komiteer" decide, so they are hovedutvalg; what is unusual is said. A structure between archetypes
gets the nearest one by the rules below, in their order. Own design.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analyse.modell.organ import Organ
from analyse.modell.sakstype import read_lovbundet
from analyse.modell.styringsmodell import Styringsmodell

FAGORGAN = ("utvalg", "kommunestyrekomite", "arbeidsutvalg")
DRIFT = {"oppvekst", "helse", "teknisk"}  # in one body: split by function, services apart from planning


@dataclass(frozen=True, slots=True, kw_only=True)
class Uvanlig:
    """Something about a structure that its names would not lead one to expect: text key and body."""

    noekkel: str
    organ_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Klassifisering:
    """What a structure is by its rights.

    Parameters
    ----------
    arketype : id of the archetype. overbygninger : archetypes laid on top (oppgaveutvalg, kommunedelsutvalg).
    uvanlig : what is unusual, in the order of the bodies.
    """

    arketype: str
    overbygninger: tuple[str, ...] = ()
    uvanlig: tuple[Uvanlig, ...] = ()


def _fagorgan(modell: Styringsmodell) -> tuple[Organ, ...]:
    """Return the standing bodies by field: committees of any kind but a committee's own arbeidsutvalg."""
    utvalg = {o.id for o in modell.av_art("utvalg")}
    return tuple(
        o
        for o in modell.organer
        if o.art in FAGORGAN and not (o.art == "arbeidsutvalg" and o.velges_av in utvalg)
    )


def _via_formannskap(modell: Styringsmodell, organer: tuple[Organ, ...]) -> bool:
    """True where most of the cases these bodies prepare for the council pass formannskapet in between.

    Case types that the law itself sends by way of formannskapet say nothing about the model.
    """
    formannskap = {o.id for o in modell.av_art("formannskap")}
    egne = {o.id for o in organer}
    gjennom, alle = 0.0, 0.0
    lovbundet = read_lovbundet()
    for gang in (s for s in modell.saksganger if s.sakstype not in lovbundet):
        innstiller = [{s.organ_id for s in t if s.handling == "innstiller"} for t in gang.trinn]
        if modell.kommunestyret.id not in gang.med_handling("vedtar") or not any(
            i & egne for i in innstiller
        ):
            continue
        foerst = next(nr for nr, i in enumerate(innstiller) if i & egne)
        alle += gang.andel
        gjennom += gang.andel if any(i & formannskap for i in innstiller[foerst + 1 :]) else 0.0
    return alle > 0 and gjennom > alle / 2


def _er_funksjonsdelt(organer: tuple[Organ, ...]) -> bool:
    if len(organer) != 2:
        return False
    a, b = (set(o.sektor) for o in organer)
    return any("plan" in x and not x & DRIFT and y >= DRIFT for x, y in ((a, b), (b, a)))


def _avgjoer(modell: Styringsmodell, organ: Organ) -> bool:
    """Return whether a body decides: by its right, else by routes and delegations, else by its kind.

    An utvalg may (§ 5-7); a committee of the council may not (§ 5-9).
    """
    if organ.vedtaksrett is not None:
        return organ.vedtaksrett
    vedtar = any(organ.id in s.med_handling("vedtar") for s in modell.saksganger)
    return vedtar or any(organ.id == d.til for d in modell.delegasjoner) or organ.art == "utvalg"


def _besluttende(modell: Styringsmodell, organer: tuple[Organ, ...]) -> str:
    if all(o.valgbare == "kommunestyret" for o in organer):
        return "hybrid" if modell.av_art("kommunedelsutvalg") else "gjennomgaaende"
    if _er_funksjonsdelt(organer):
        return "funksjonsdelt"
    return "hovedutvalg_via_formannskap" if _via_formannskap(modell, organer) else "hovedutvalg"


def _er_underutvalg(modell: Styringsmodell, organ: Organ) -> bool:
    formannskap = {o.id for o in modell.av_art("formannskap")}
    return organ.velges_av in formannskap or organ.valgbare == "formannskapet"


def _arketype(modell: Styringsmodell, organer: tuple[Organ, ...]) -> str:
    if modell.styreform == "parlamentarisme" or modell.av_art("kommuneraad"):
        return "parlamentarisme"
    under = tuple(o for o in organer if _er_underutvalg(modell, o))
    egne = tuple(o for o in organer if o not in under)
    vedtar = tuple(o for o in egne if _avgjoer(modell, o))
    if vedtar and 2 * len(vedtar) >= len(egne):  # one that decides beside many that prepare changes no model
        return _besluttende(modell, vedtar)
    if egne:
        return "komite"
    return "aktivt_formannskap" if under else "formannskap"


def _uvanlig(modell: Styringsmodell, organer: tuple[Organ, ...]) -> Iterator[Uvanlig]:
    komiteer = [o for o in organer if o.art == "kommunestyrekomite"]
    medlemmer = modell.kommunestyret.medlemmer
    kjente = [o.medlemmer for o in komiteer if o.medlemmer is not None]
    faerre = (
        bool(komiteer)
        and medlemmer is not None
        and len(kjente) == len(komiteer)
        and sum(kjente) < medlemmer - 1
    )
    for organ in organer:
        if organ.vedtaksrett is None and organ.art == "utvalg":
            yield Uvanlig(noekkel="vedtaksrett_ikke_oppgitt", organ_id=organ.id)
        if organ.art == "kommunestyrekomite" and organ.vedtaksrett:
            yield Uvanlig(noekkel="komite_avgjoer", organ_id=organ.id)
        elif "komit" in organ.navn.casefold() and organ.art == "utvalg" and organ.vedtaksrett:
            yield Uvanlig(noekkel="heter_komite", organ_id=organ.id)
        elif organ.art == "utvalg" and organ.vedtaksrett is False and not _er_underutvalg(modell, organ):
            yield Uvanlig(noekkel="utvalg_bare_innstiller", organ_id=organ.id)
        if faerre and organ is komiteer[0]:
            yield Uvanlig(noekkel="komite_uten_alle", organ_id=organ.id)


def classify_modell(modell: Styringsmodell) -> Klassifisering:
    """Return what a structure is by its rights, and what is unusual about it.

    Source
    ------
    Kommuneloven §§ 5-6 to 5-10 and ch. 10 for what each kind may do; the order of the rules is our own.
    """
    organer = _fagorgan(modell)
    return Klassifisering(
        arketype=_arketype(modell, organer),
        overbygninger=tuple(art for art in ("oppgaveutvalg", "kommunedelsutvalg") if modell.av_art(art)),
        uvanlig=tuple(_uvanlig(modell, organer)),
    )
