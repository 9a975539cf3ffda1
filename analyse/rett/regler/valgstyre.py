"""Is there an election board that the council elects? Valgloven 2023 § 4-5. Counties are not covered."""

from __future__ import annotations

from collections.abc import Iterator

from analyse.rett.kontekst import Kontekst
from analyse.rett.proever import artsnavn, check_minst_av_art, check_velger
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall

ART = "valgstyre"


@regel("KL18-VALGSTYRE")
def check_valgstyre(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether a municipality has one, large enough and elected by the council."""
    if k.kommune.nivaa != "kommune":
        return
    if not k.av_art(ART):
        yield Utfall(
            svar="brutt",
            inndata={"organ.art": ART},
            krav=ART,
            funn="mangler_organ",
            felter={"art": artsnavn(ART)},
        )
    yield from check_minst_av_art(k, "valgstyre_minste", ART)
    yield from (check_velger(k, o, "kommunestyre") for o in k.av_art(ART))
