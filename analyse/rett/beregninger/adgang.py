"""Access: may this body do it, may it be done this way?

"Kept" means that there is access. Left out: whether it is wise.
"""

from __future__ import annotations

from analyse.rett.beregning import beregner
from analyse.rett.regning import Regning

# Bodies under § 5-7, the joint committee among them (§ 5-11 (5)); the kontrollutvalg has rules of its own,
# and formannskapet stands for its whole term.
UTVALG = ("utvalg", "kommunedelsutvalg", "oppgaveutvalg", "partssammensatt")
# Where only council members may sit, and the working committees (§ 7-6 (4)).
SAA_LANGT_MULIG = ("formannskap", "arbeidsutvalg")


def _bare_kommunestyret(r: Regning) -> None:
    r.regnet = ("kommunestyre",)
    r.proev(r.ord("aktoer"), "blant", r.regnet)


@beregner("KL18-5-7-REORG")
def _legge_om_utvalg(r: Regning) -> None:
    with r.krav():
        if r.art() == "kommunedelsutvalg":
            r.proev(r.ja("direkte_valgt"), "lik", False)
        r.proev(r.art(), "blant", UTVALG)
    _bare_kommunestyret(r)


@beregner("KL18-5-9-REORG")
def _legge_om_komite(r: Regning) -> None:
    with r.krav():
        r.proev(r.art(), "lik", "kommunestyrekomite")
    _bare_kommunestyret(r)


@beregner("KL18-5-8-DIREKTE")
def _direkte_valg(r: Regning) -> None:
    """The council decides on direct election; a directly elected body is then left alone in its term."""
    with r.krav():
        r.proev(r.art(), "lik", "kommunedelsutvalg")
    r.regnet = () if r.ja("direkte_valgt") else ("kommunestyre",)
    r.proev(r.ord("aktoer"), "blant", r.regnet)


@beregner("KL18-AU-REORG")
def _legge_om_arbeidsutvalg(r: Regning) -> None:
    with r.krav():
        r.proev(r.art(), "lik", "arbeidsutvalg")
    r.regnet = (r.velgerens_art(),)
    r.proev(r.ord("aktoer"), "blant", r.regnet)


@beregner("KL18-7-6-SOFT")
def _myk_kjoennsregel(r: Regning) -> None:
    r.regnet = SAA_LANGT_MULIG
    if r.proev(r.art(), "blant", SAA_LANGT_MULIG):
        r.overlat()


@beregner("KL18-11-7-FJERN")
def _fjernmoete(r: Regning) -> None:
    with r.krav():
        r.proev(r.ja("kommunestyret_har_aapnet"), "lik", True)
    r.proev(r.ord("lukkingsgrunn"), "blant", ("ingen", "kan"))


@beregner("KL18-8-1-STEMME")
def _blank_stemme(r: Regning) -> None:
    if r.ord("stemme") == "blank":
        valg, ansettelse = r.ja("er_valg"), r.ja("er_ansettelse")
        r.proev(valg or ansettelse, "lik", True)
