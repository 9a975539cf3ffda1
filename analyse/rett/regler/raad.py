"""Are the three advisory councils there, and do they advise and not decide? Kommuneloven 2018 § 5-12.

Which cases touch a council's group cannot be read from a structure: the administration and the council judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.rett.kontekst import RAAD, Kontekst
from analyse.rett.proever import artsnavn, check_uten_vedtaksrett
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler


@regel("KL18-5-12-RAD")
def check_finnes(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether each of the three is there."""
    for art in RAAD:
        organ = next(iter(k.av_art(art)), None)
        yield Utfall(
            svar="holdt" if organ else "brutt",
            organ=organ,
            inndata={"organ.art": art},
            krav=art,
            funn="mangler_organ",
            felter={"art": artsnavn(art)},
        )


@regel("KL18-5-12-UTTALE")
def check_uttaler_seg(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether each advisory council decides nothing and is heard in some case at least."""
    for organ in k.av_art(*RAAD):
        yield check_uten_vedtaksrett(k, organ)
        hoeres = tuple(s.sakstype for s in k.saksganger() if organ.id in s.med_handling("uttaler"))
        if not k.saksganger():
            yield mangler(organ, "saksgang.trinn")
            continue
        yield Utfall(
            svar="holdt" if hoeres else "ikke_vurdert",
            organ=organ,
            inndata={"organ.art": organ.art, "saksgang.trinn": hoeres},
            funn="hoeres_ikke",
            er_skjoenn=True,
        )
