"""Who may decide when there is no time to call the right body? Kommuneloven 2018 § 11-8.

Whether there was time, and whether the next meeting was told, is judged case by case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analyse.rett.kontekst import UTVALG, Kontekst
from analyse.rett.proever import check_mottaker
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall

MOTTAKERE = ("formannskap", "kommuneraad", *UTVALG, "ordfoerer")


@regel("KL18-11-8-HASTE")
def check_hastefullmakt(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether only bodies the law names may decide in urgent cases."""
    for d in k.delegasjoner():
        if set(k.regel.sakstyper) & set(d.sakstyper):
            utfall = check_mottaker(k, d, MOTTAKERE)
            yield replace(
                utfall, funn="feil_hastemottaker", er_skjoenn=utfall.svar == "holdt", aapne=("hast_og_selv",)
            )
