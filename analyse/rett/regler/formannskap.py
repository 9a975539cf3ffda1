"""What must the executive committee (formannskap) be, and what may it be given? Kommuneloven 2018 § 5-6.

How it is elected is calculated; that it sits for the whole term cannot be read from a structure.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.modell.saksgang import Saksgang
from analyse.rett.kontekst import Kontekst
from analyse.rett.proever import check_er_blant, check_minst_av_art, check_reservert
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler

REGNSKAP = "regnskap_rapport"


@regel("KL18-5-6-MIN")
def check_minst(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the executive committee is large enough."""
    yield from check_minst_av_art(k, "formannskap_minste", "formannskap")


@regel("KL18-5-6-NOPARL")
def check_ikke_ved_parlamentarisme(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether there is no executive committee under parliamentary government."""
    if k.modell.styreform != "parlamentarisme":
        return
    inndata = {"modell.styreform": k.modell.styreform, "organ.art": "formannskap"}
    for organ in k.av_art("formannskap"):
        yield Utfall(svar="brutt", organ=organ, inndata=inndata, funn="formannskap_og_raad")


@regel("KL18-5-6-AVOGBLANT")
def check_av_og_blant(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether only members of the council sit in it, deputies too: by the eligibility and by the posts.

    `alle` is also what a file that says nothing comes to, so it decides nothing.
    """
    for organ in k.av_art("formannskap"):
        if verv := k.verv(organ_id=organ.id):
            yield from check_er_blant(k, organ, verv, k.modell.kommunestyret, "ikke_blant")
        elif organ.valgbare == "kommunestyret":
            inndata = {"organ.art": organ.art, "organ.valgbare": organ.valgbare}
            yield Utfall(svar="holdt", organ=organ, inndata=inndata)
        else:
            yield mangler(organ, "organ.valgbare", "verv.person")


def _check_innstilling(k: Kontekst, gang: Saksgang, art: str) -> Utfall:
    innstiller = k.paa_veien(gang, "innstiller")
    er_med = any(o.art == art for o in innstiller)
    if not er_med and gang.sakstype == REGNSKAP:
        return mangler(None, "saksgang.trinn")  # the type holds other reports too, which anyone may recommend
    sist = innstiller[-1] if innstiller else None
    return Utfall(
        svar="holdt" if er_med else "brutt",
        organ=next((o for o in innstiller if o.art == art), sist),
        inndata={
            "saksgang.sakstype": gang.sakstype,
            "saksgang.trinn": tuple(o.id for o in innstiller),
            "modell.styreform": k.modell.styreform,
        },
        maalt=", ".join(o.art for o in innstiller),
        krav=art,
        funn="innstiller_ikke_raad" if art == "kommuneraad" else "innstiller_ikke",
    )


def _check_uttalelse(k: Kontekst, gang: Saksgang) -> Utfall:
    """Return whether the control committee is heard on the accounts before the recommendation is made.

    The case type holds other reports too, so a route without the committee may be one of them.
    """
    steg = [(k.art(s.organ_id), s.handling) for trinn in gang.trinn for s in trinn]
    if ("kontrollutvalg", "uttaler") not in steg:
        return mangler(None, "saksgang.trinn")
    innstiller = [nr for nr, (art, handling) in enumerate(steg) if handling == "innstiller" and art != "etat"]
    er_foerst = not innstiller or steg.index(("kontrollutvalg", "uttaler")) < innstiller[0]
    return Utfall(
        svar="holdt" if er_foerst else "brutt",
        organ=k.av_art("kontrollutvalg")[0],
        inndata={"saksgang.sakstype": gang.sakstype, "saksgang.trinn": tuple(f"{a}:{h}" for a, h in steg)},
        funn="uttaler_for_sent",
    )


@regel("KL18-5-6-INNSTILL")
def check_innstiller(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether budget and accounts pass the body the law lets recommend; another may do so after it."""
    art = "kommuneraad" if k.modell.styreform == "parlamentarisme" else "formannskap"
    for sakstype in k.regel.sakstyper:
        ganger = k.saksganger(sakstype)
        if not ganger:
            yield mangler(None, "saksgang.trinn")
        yield from (_check_innstilling(k, gang, art) for gang in ganger)
    yield from (_check_uttalelse(k, gang) for gang in k.saksganger(REGNSKAP))


@regel("KL18-5-6-DELEG")
def check_delegert(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the executive committee is given nothing that is for the council itself."""
    yield from (check_reservert(k, d) for d in k.delegasjoner("formannskap"))
