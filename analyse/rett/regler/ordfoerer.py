"""From whom is the mayor chosen, and what may a mayor decide alone? Kommuneloven 2018 §§ 6-1 and 6-2.

Consent, and that the choice is for the whole term, cannot be read from a structure.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.rett.kontekst import Kontekst
from analyse.rett.proever import check_er_blant, check_mottaker, check_prinsipielle
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler

DELEGERER = ("kommunestyre", "formannskap")


@regel("KL18-6-2-ORDF")
def check_valgt_blant(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether mayor and deputy mayor are members of the executive committee, or of the council."""
    opphav = "kommunestyre" if k.modell.styreform == "parlamentarisme" else "formannskap"
    verv = k.med_rolle("ordfoerer", "varaordfoerer")
    organer = k.av_art(opphav)
    if not verv or not organer:
        yield mangler(None, "verv.rolle")
        return
    sted = next(iter(k.av_art("ordfoerer")), organer[0])
    yield from check_er_blant(k, sted, verv, organer[0], "ordfoerer_ikke_blant")


@regel("KL18-6-1-ORDF")
def check_myndighet(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the mayor is given power by a body that may, and only urgent matters of principle."""
    for d in k.delegasjoner("ordfoerer"):
        gjelder_hast = set(d.sakstyper) <= set(k.regel.sakstyper)
        lovlige = ("kommunestyre",) if gjelder_hast else DELEGERER
        er_lovlig = k.art(d.fra) in lovlige
        if not er_lovlig:
            utfall = check_mottaker(k, d, ())
            yield Utfall(svar="brutt", organ=utfall.organ, inndata=utfall.inndata, funn="feil_giver")
        elif not gjelder_hast:
            yield check_prinsipielle(k, d)
        else:
            yield Utfall(svar="holdt", organ=k.modell.organ(d.til), inndata=check_mottaker(k, d, ()).inndata)
