"""Whose post in the administration or the state keeps them out of elected office?

Only posts the model gives in administrative bodies are seen; the council's secretary, the head of accounts,
the auditor and the control committee's secretariat have no kind of body of their own here.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.modell.organ import ART_FOLKEVALGT
from analyse.rett.kontekst import Kontekst
from analyse.rett.proever import check_utelukket, i_lederstilling
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler


def _check(k: Kontekst, *arter: str) -> Iterator[Utfall]:
    organer = tuple(o for o in k.av_art(*arter) if k.verv(organ_id=o.id))
    if not organer:
        yield mangler(None, "verv.person")
    utelukket = i_lederstilling(k)
    yield from (check_utelukket(o, k.verv(organ_id=o.id), utelukket, "utelukket_stilling") for o in organer)


# § 7-2 names the bodies; the council's own eligibility stands in the election Act.
@regel("KL18-7-3-UTELUKKET")
def check_utelukket_2018(k: Kontekst) -> Iterator[Utfall]:
    """Yield, for each elected body but the council, whether nobody in it is excluded by a post."""
    # under parliamentary government the council of government is the administration's head
    yield from _check(k, *(a for a in ART_FOLKEVALGT if a not in ("kommunestyre", "kommuneraad", "styre")))


@regel("KL92-14")
def check_utelukket_1992(k: Kontekst) -> Iterator[Utfall]:
    """Yield, for each elected body, whether nobody in it was excluded by a post."""
    yield from _check(k, *(a for a in ART_FOLKEVALGT if a != "kommuneraad"))


@regel("VL02-3-3")
def check_kommunestyret_2002(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether nobody in the council was excluded by a post."""
    yield from _check(k, "kommunestyre")
