"""Who may be given the council's power, and what may not be given away?

Whether one case is a matter of principle is judged each time; a delegation only says that such are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.modell.organ import ART_FOLKEVALGT
from analyse.rett.kontekst import Kontekst
from analyse.rett.proever import check_mottaker, check_prinsipielle, check_reservert
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall

MOTTAKERE = (*ART_FOLKEVALGT, "ordfoerer", "kommunedirektoer")  # § 5-3


@regel("KL18-5-3-OVERST")
def check_fra_kommunestyret(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the council hands power only to bodies that may have it, and nothing that is its own."""
    for d in k.delegasjoner(fra="kommunestyre"):
        yield check_mottaker(k, d, MOTTAKERE)
        yield check_reservert(k, d)


@regel("KL18-13-1-DELEG")
def check_til_kommunedirektoer(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the chief executive is given no matter of principle and nothing of the council's own."""
    for d in k.delegasjoner("kommunedirektoer"):
        yield check_prinsipielle(k, d)
        yield check_reservert(k, d)


@regel("KL92-23-4")
def check_til_administrasjonssjef(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the chief executive was given no matter of principle."""
    for d in k.delegasjoner("kommunedirektoer"):
        yield check_prinsipielle(k, d)


@regel("KL92-SELV")
def check_selv_1992(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the council kept what was its own, in delegations and on the routes."""
    raadet = k.modell.kommunestyret
    for d in k.delegasjoner(fra="kommunestyre"):
        yield check_reservert(k, d)
    for gang in k.saksganger(*k.regel.sakstyper):
        vedtar = k.paa_veien(gang, "vedtar")
        andre = tuple(o for o in vedtar if o.id != raadet.id)
        yield Utfall(
            svar="brutt" if andre else "holdt",
            organ=(andre or (raadet,))[0],
            inndata={"saksgang.sakstype": gang.sakstype, "saksgang.trinn": tuple(o.id for o in vedtar)},
            funn="vedtas_av_andre",
        )
