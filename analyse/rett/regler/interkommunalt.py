"""Is a joint board (felles nemnd) large enough for its participants? Kommuneloven 2018 § 20-3.

A structure does not say how many take part: two at least. Nor does it say whether the size told is the whole
board's or the municipality's own part of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.rett.kontekst import Kontekst
from analyse.rett.proever import check_minst
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler

FAERREST_DELTAKERE = 2


@regel("KL18-20-3-NEMND")
def check_nemnd(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether a joint board has room for each participant's members."""
    hver = k.verdi("nemnd_per_deltaker").tall
    for organ in k.av_art("felles_nemnd"):
        if organ.medlemmer is not None and hver <= organ.medlemmer < FAERREST_DELTAKERE * hver:
            yield mangler(organ, "organ.medlemmer")
        else:
            yield check_minst(organ, hver)
