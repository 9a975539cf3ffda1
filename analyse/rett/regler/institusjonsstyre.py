"""How many must the board of an institution have? Kommuneloven 2018 § 5-10.

A model says `styre` of every board. One under the council of government is another kind (§ 10-8), and a
"board" of one is a representative in somebody else's.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.rett.kontekst import Kontekst
from analyse.rett.proever import check_minst
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler

EN_REPRESENTANT = 1


@regel("KL18-5-10-INST")
def check_styrer(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether every board is large enough."""
    for organ in k.av_art("styre"):
        if organ.velges_av and k.art(organ.velges_av) == "kommuneraad":
            continue
        if organ.medlemmer == EN_REPRESENTANT:
            yield mangler(organ, "organ.art")
        else:
            yield check_minst(organ, k.verdi("institusjonsstyre_minste").tall)
