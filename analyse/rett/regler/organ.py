"""Is every body of a kind the law knows, does its name say so, and is none that the law demands lacking?

Ways of working that are no body (working groups without a mandate of their own) fall outside.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.modell.lovfunn import Tekstnoekkel
from analyse.modell.organ import Organ
from analyse.rett.kontekst import RAAD, UTVALG, Kontekst
from analyse.rett.proever import artsnavn
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler

# § 5-1 (3): what the name of each kind must contain, as nynorsk writes it too; "by", "herad" for "kommune".
BETEGNELSER = {
    "kommunestyre": ("kommunestyre", "bystyre", "heradsstyre", "fylkesting"),
    "formannskap": ("formannskap", "fylkesutval"),
    "kommuneraad": ("kommuneråd", "byråd", "heradsråd", "fylkesråd"),
    "utvalg": ("utval",),
    "kommunedelsutvalg": ("utval",),
    "kontrollutvalg": ("utval",),
    "oppgaveutvalg": ("utval",),
    "kommunestyrekomite": ("kommunestyrekomit", "bystyrekomit", "heradsstyrekomit", "fylkestingskomit"),
}
BARE_KOMITE = ("komité", "komite")
# Bodies that may have a working committee; the advisory councils since KL18-5-12-AU.
MED_ARBEIDSUTVALG = ("formannskap", *UTVALG, "kontrollutvalg", "partssammensatt", "kommunestyrekomite")


def _check_slag(k: Kontekst, organ: Organ) -> Utfall:
    inndata = {
        "organ.art": organ.art,
        "organ.velges_av": organ.velges_av,
        "modell.styreform": k.modell.styreform,
    }
    velger = k.art(organ.velges_av) if organ.velges_av else ""
    if organ.art == "arbeidsutvalg" and not velger:
        return mangler(organ, "organ.velges_av")
    kan_ha = MED_ARBEIDSUTVALG + (RAAD if k.er_i_kraft("KL18-5-12-AU") else ())
    bare_parlamentarisme = organ.art == "kommuneraad" or (organ.art == "styre" and velger == "kommuneraad")
    if organ.art == "arbeidsutvalg" and velger not in kan_ha:
        felter = {"velger": k.modell.organ(organ.velges_av).navn}
        return Utfall(svar="brutt", organ=organ, inndata=inndata, funn="au_uten_hjemmel", felter=felter)
    if bare_parlamentarisme and k.modell.styreform != "parlamentarisme":
        return Utfall(svar="brutt", organ=organ, inndata=inndata, funn="bare_ved_parlamentarisme")
    return Utfall(svar="holdt", organ=organ, inndata=inndata)


@regel("KL18-5-1-EXHAUSTIVE")
def check_kjent_slag(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether each body is of a kind the law knows where it stands."""
    yield from (_check_slag(k, o) for o in k.modell.organer if o.er_folkevalgt)


@regel("KL18-5-1-NAMES")
def check_navn(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether each body's name, in one of its languages, holds the law's word for its kind."""
    for organ in k.av_art(*BETEGNELSER):
        navn = " / ".join((organ.navn, *organ.andre_navn.values())).casefold()
        har = any(ord_ in navn for ord_ in BETEGNELSER[organ.art])
        er_komite = organ.art == "kommunestyrekomite" and any(ord_ in navn for ord_ in BARE_KOMITE)
        yield Utfall(
            svar="holdt" if har else "ikke_vurdert" if er_komite else "brutt",
            organ=organ,
            inndata={"organ.art": organ.art, "organ.navn": organ.navn},
            maalt=organ.navn,
            krav=BETEGNELSER[organ.art][0],
            funn="navn",
            felter={"art": artsnavn(organ.art)},
            aapne=("bare_komite",) if er_komite and not har else (),
        )


def _mangler_organ(k: Kontekst, art: str) -> Utfall:
    finnes = next(iter(k.av_art(art)), None)
    return Utfall(
        svar="holdt" if finnes else "brutt",
        organ=finnes,
        inndata={"organ.art": art, "modell.styreform": k.modell.styreform},
        krav=art,
        funn="mangler_organ",
        felter={"art": (Tekstnoekkel(noekkel=f"begrep.art.{art}"),)},
    )


def check_partssammensatt(k: Kontekst) -> Utfall:
    """Return whether there is a joint committee, or enough of the employees want something else."""
    andel = k.fakta.get("ansatte_andel_annen_ordning")
    if k.av_art("partssammensatt") or andel is None:
        return _mangler_organ(k, "partssammensatt")
    slipper = float(str(andel)) >= k.verdi("partssammensatt_unntak").andel
    utfall = _mangler_organ(k, "partssammensatt")
    inndata = {**utfall.inndata, "fakta.ansatte_andel_annen_ordning": andel}
    return Utfall(
        svar="holdt" if slipper else "brutt",
        inndata=inndata,
        maalt=str(andel),
        krav=str(k.verdi("partssammensatt_unntak").andel),
        funn=utfall.funn,
        felter=utfall.felter,
    )


@regel("KL18-MANDATORY-SET")
def check_lovpaalagte(k: Kontekst) -> Iterator[Utfall]:
    """Yield, for each body the law demands, whether it is there. A county's election board is not covered."""
    styrer = "kommuneraad" if k.modell.styreform == "parlamentarisme" else "formannskap"
    arter = ["kommunestyre", styrer, "kontrollutvalg", *RAAD]
    if k.kommune.nivaa == "kommune":
        arter.append("valgstyre")
    yield from (_mangler_organ(k, art) for art in arter)
    yield check_partssammensatt(k)
