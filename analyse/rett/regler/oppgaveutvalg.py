"""Is a task committee (oppgaveutvalg) set up as the law's own kind of committee? It is no kind of its own.

Open meetings, records and pay follow from that, and cannot be read from a structure.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.rett.kontekst import Kontekst
from analyse.rett.proever import check_minst_av_art, check_velger
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall

ART = "oppgaveutvalg"


@regel("KL18-OPPGAVEUTVALG")
def check_oppgaveutvalg(k: Kontekst) -> Iterator[Utfall]:
    """Yield size, and that the council elects it, or the mayor where it only prepares (§ 6-1 (4) c)."""
    yield from check_minst_av_art(k, "utvalg_minste", ART)
    for organ in k.av_art(ART):
        yield check_velger(k, organ, "kommunestyre", *(("ordfoerer",) if organ.vedtaksrett is False else ()))
