"""What must the council of government (kommuneråd) be, who may sit in it, what may it be given? Chapter 10.

How it is chosen and how it falls are told or calculated. The Act sets no least number of members.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.modell.organ import Organ
from analyse.rett.kontekst import Kontekst
from analyse.rett.proever import (
    check_kjoenn,
    check_prinsipielle,
    check_reservert,
    check_utelukket,
    kjoennskrav,
)
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler

RAADET = "kommuneraad"


@regel("KL18-10-2-LEDER")
def check_leder_administrasjonen(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the council of government stands in the chief executive's place."""
    if k.modell.styreform != "parlamentarisme":
        return
    direktoerer = k.av_art("kommunedirektoer")
    raad = k.av_art(RAADET)
    yield Utfall(
        svar="holdt" if raad and not direktoerer else "brutt",
        organ=next(iter(direktoerer or raad), None),
        inndata={
            "modell.styreform": k.modell.styreform,
            "organ.art": tuple(o.art for o in (*raad, *direktoerer)),
        },
        funn="direktoer_og_raad" if direktoerer else "uten_raad",
    )


@regel("KL18-10-2-FRATRE")
def check_fratrer(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether nobody in the council of government keeps another post in the municipality."""
    andre = frozenset(v.person_id for o in k.modell.organer if o.art != RAADET for v in k.verv(organ_id=o.id))
    for organ in k.av_art(RAADET):
        verv = k.faste(organ.id)
        yield check_utelukket(organ, verv, andre, "har_andre_verv") if verv else mangler(organ, "verv.person")


@regel("KL18-10-2-DELEG")
def check_delegert(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the council of government is given nothing that is for the council itself."""
    yield from (check_reservert(k, d) for d in k.delegasjoner(RAADET))


def _check_raad(k: Kontekst, organ: Organ) -> Utfall:
    verv = k.faste(organ.id)
    antall = organ.medlemmer or len(verv)
    return (
        check_kjoenn(organ, verv, antall, kjoennskrav(k, antall)) if verv else mangler(organ, "verv.kjoenn")
    )


def _valgt_av(k: Kontekst, organ: Organ) -> str:
    return k.art(organ.velges_av) if organ.velges_av else ""


@regel("KL18-10-4-VALG")
def check_valgt_raad(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether each gender has its part of a council of government that the council elects."""
    for organ in k.av_art(RAADET):
        if not organ.velges_av:
            yield mangler(organ, "organ.velges_av")
        elif _valgt_av(k, organ) == "kommunestyre":
            yield _check_raad(k, organ)


@regel("KL18-10-5-UTPEK")
def check_utpekt_raad(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether each gender has its part of a council of government that its leader puts together."""
    for organ in k.av_art(RAADET):
        if not organ.velges_av:
            yield mangler(organ, "organ.velges_av")
        elif _valgt_av(k, organ) in ("ordfoerer", "leder"):
            yield _check_raad(k, organ)


@regel("KL18-10-8-STYRER")
def check_styrer(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether boards under the council of government may be there, and decide nothing of principle."""
    under = tuple(o for o in k.av_art("styre") if _valgt_av(k, o) == RAADET)
    for organ in under:
        yield Utfall(
            svar="holdt" if k.modell.styreform == "parlamentarisme" else "brutt",
            organ=organ,
            inndata={"organ.velges_av": organ.velges_av, "modell.styreform": k.modell.styreform},
            funn="bare_ved_parlamentarisme",
        )
        yield from (check_prinsipielle(k, d) for d in k.delegasjoner("styre") if d.til == organ.id)
