"""What must a committee (utvalg) be, who elects it, what may it be given? § 5-7, and §§ 8 and 10 of 1992.

Committees of a part of the municipality count as committees; the control committee has a size of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.rett.kontekst import UTVALG, Kontekst
from analyse.rett.proever import check_minst_av_art, check_reservert, check_velger
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall

FASTE_1992 = ("formannskap", "utvalg")
# A body that another rule measures is not measured twice.
MAALT_HER = ("utvalg", "kommunedelsutvalg")


@regel("KL18-5-7-MIN")
def check_minst(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether every committee is large enough; for joint committees the sources do not say."""
    yield from check_minst_av_art(k, "utvalg_minste", *MAALT_HER)
    for organ in k.av_art("partssammensatt"):
        if organ.medlemmer is not None and not k.verdi("utvalg_minste").er_oppfylt(organ.medlemmer):
            yield Utfall(
                svar="ikke_vurdert",
                organ=organ,
                inndata={"organ.art": organ.art, "organ.medlemmer": organ.medlemmer},
                maalt=organ.medlemmer,
                krav=k.verdi("utvalg_minste").tall,
                aapne=("partssammensatt_minstetall",),
            )


@regel("KL18-5-7-VELGES")
def check_velges(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the council elects every committee, or the mayor one that only prepares (§ 6-1 (4) c)."""
    for organ in k.av_art(*MAALT_HER, "kontrollutvalg"):
        forbereder = organ.art == "utvalg" and organ.vedtaksrett is False
        yield check_velger(k, organ, "kommunestyre", *(("ordfoerer",) if forbereder else ()))


@regel("KL18-5-7-DELEG")
def check_delegert(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether no committee is given what is for the council itself."""
    yield from (check_reservert(k, d) for d in k.delegasjoner(*UTVALG))


@regel("KL92-8-10")
def check_faste_utvalg_1992(k: Kontekst) -> Iterator[Utfall]:
    """Yield sizes, election and powers of the executive committee and the standing committees."""
    yield from check_minst_av_art(k, "formannskap_minste", "formannskap")
    yield from check_minst_av_art(k, "utvalg_minste", "utvalg")
    yield from (check_velger(k, o, "kommunestyre") for o in k.av_art(*FASTE_1992))
    yield from (check_reservert(k, d) for d in k.delegasjoner(*FASTE_1992))
