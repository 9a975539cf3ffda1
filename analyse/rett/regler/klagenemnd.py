"""Who decides an appeal over the municipality's individual decisions? Forvaltningsloven § 28 (2).

The body that decided may look at its own decision first (§ 33); then the route does not show who decides the
appeal in the end. Special Acts that send an appeal to the state are not covered.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.rett.kontekst import Kontekst
from analyse.rett.proever import check_velger
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler

LOVLIGE = ("kommunestyre", "formannskap", "klagenemnd", "statsforvalter")


@regel("KL18-KLAGENEMND")
def check_klageinstans(k: Kontekst) -> Iterator[Utfall]:
    """Yield, for each route with an appeal, whether a lawful body has the last word, and who elects it."""
    yield from (check_velger(k, o, "kommunestyre") for o in k.av_art("klagenemnd"))
    vedtar = {(g.sakstype, o.id) for g in k.saksganger() for o in k.paa_veien(g, "vedtar")}
    for gang in k.saksganger():
        instanser = k.paa_veien(gang, "klagebehandler")
        if not instanser:
            continue
        sist = instanser[-1]
        if sist.art not in LOVLIGE and (gang.sakstype, sist.id) in vedtar:
            yield mangler(sist, "saksgang.trinn")
            continue
        yield Utfall(
            svar="holdt" if sist.art in LOVLIGE else "brutt",
            organ=sist,
            inndata={"organ.art": sist.art, "saksgang.trinn": tuple(o.id for o in instanser)},
            maalt=sist.art,
            funn="feil_klageinstans",
        )
