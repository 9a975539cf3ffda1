"""Who may sit in a working committee (arbeidsutvalg), and what may it decide?

Told apart by the body that set it up. The Act of 1992 is not covered: its text was not at hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.modell.organ import Organ
from analyse.rett.kontekst import RAAD, UTVALG, Kontekst
from analyse.rett.proever import check_er_blant, check_prinsipielle
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler

ART = "arbeidsutvalg"
VELGER_FRITT = "kommunedelsutvalg"  # § 5-7 (3): it need not choose among its own members


def _under(k: Kontekst, *arter: str) -> tuple[Organ, ...]:
    return tuple(o for o in k.av_art(ART) if o.velges_av and k.art(o.velges_av) in arter)


def _check_egne(k: Kontekst, organ: Organ) -> Iterator[Utfall]:
    verv = k.verv(organ_id=organ.id)
    if verv:
        yield from check_er_blant(k, organ, verv, k.modell.organ(organ.velges_av), "ikke_egne")
    else:
        yield mangler(organ, "verv.person")


def _check_myndighet(k: Kontekst, organer: tuple[Organ, ...]) -> Iterator[Utfall]:
    ider = {o.id for o in organer}
    yield from (check_prinsipielle(k, d) for d in k.delegasjoner(ART) if d.til in ider)


@regel("KL18-5-6-AU")
def check_under_formannskapet(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether it is of the executive committee's own members, and decides no matter of principle."""
    organer = _under(k, "formannskap")
    for organ in organer:
        if organ.valgbare == "formannskapet" and not k.verv(organ_id=organ.id):
            inndata = {"organ.art": ART, "organ.velges_av": organ.velges_av, "organ.valgbare": organ.valgbare}
            yield Utfall(svar="holdt", organ=organ, inndata=inndata)
        else:
            yield from _check_egne(k, organ)
    yield from _check_myndighet(k, organer)


@regel("KL18-5-7-AU")
def check_under_utvalg(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether it is of the committee's own members, and decides no matter of principle."""
    organer = _under(k, *UTVALG)
    for organ in organer:
        if k.art(organ.velges_av) != VELGER_FRITT:
            yield from _check_egne(k, organ)
    yield from _check_myndighet(k, organer)


@regel("KL18-5-12-AU")
def check_under_raad(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether an advisory council's working committee is of its own members."""
    for organ in _under(k, *RAAD):
        yield from _check_egne(k, organ)
