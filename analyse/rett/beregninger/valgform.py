"""How a choice is made: by which form of election, and written or by show of hands.

`regnet` is the lawful forms. Left out: who wins.
"""

from __future__ import annotations

from analyse.rett.beregning import beregner
from analyse.rett.regning import Regning

SKRIFTLIG, STEMMETEGN = "skriftlig", "stemmetegn"


def _en_av(r: Regning, navn: str, *lovlige: str) -> None:
    r.regnet = lovlige
    r.proev(r.ord(navn), "blant", lovlige)


def _kreves_forholdsvalg(r: Regning) -> bool:
    """True where a member demands proportional election, or they are not unanimous about the alternative."""
    return r.tall("krever_forholdsvalg") > 0


@beregner("KL18-5-6-VALGMATE", "KL18-7-4-METODE")
def _metode(r: Regning) -> None:
    """An agreed election needs unanimity, so without it the proportional one is left."""
    if _kreves_forholdsvalg(r) or not r.ja("enstemmig"):
        _en_av(r, "valgform", "forholdsvalg")
    else:
        _en_av(r, "valgform", "avtalevalg")


@beregner("KL92-35-4")
def _metode_1992(r: Regning) -> None:
    if _kreves_forholdsvalg(r):
        _en_av(r, "valgform", "forholdsvalg")
    elif not r.regel.utgave and r.ja("enstemmig"):
        _en_av(r, "valgform", "flertallsvalg", "avtalevalg")
    else:
        _en_av(r, "valgform", "flertallsvalg")


@beregner("KL18-7-4-LEDER")
def _leder(r: Regning) -> None:
    if r.ord("verv") in ("leder", "nestleder"):
        _en_av(r, "valgform", "flertallsvalg")
    else:
        _en_av(r, "valgform", "forholdsvalg", "avtalevalg")


@beregner("KL92-35-5")
def _kreve_skriftlig(r: Regning) -> None:
    if r.tall("krever_skriftlig") > 0:
        _en_av(r, "stemmemaate", SKRIFTLIG)
    else:
        _en_av(r, "stemmemaate", SKRIFTLIG, STEMMETEGN)


@beregner("KL18-7-5-AVST")
def _avstemning_forholdsvalg(r: Regning) -> None:
    if r.regel.utgave:
        _en_av(r, "stemmemaate", SKRIFTLIG)
    else:
        _en_av(r, "stemmemaate", SKRIFTLIG, STEMMETEGN)


@beregner("KL18-7-8-APENT")
def _avstemning_flertallsvalg(r: Regning) -> None:
    """Before 2023 the law did not say; after, only the youth council may be made to write."""
    if r.regel.utgave:
        _en_av(r, "stemmemaate", SKRIFTLIG, STEMMETEGN)
    elif r.ord("stemmemaate") == STEMMETEGN:
        _ungdomsraad_kan_kreve(r)
    elif r.art() == "ungdomsraad" and r.tall("krever_skriftlig") > 0:
        _en_av(r, "stemmemaate", SKRIFTLIG)
    else:
        _en_av(r, "stemmemaate", STEMMETEGN)


def _ungdomsraad_kan_kreve(r: Regning) -> None:
    """Show of hands is lawful everywhere but in a youth council where a member demands writing."""
    skriftlig = r.finnes("krever_skriftlig") and r.tall("krever_skriftlig") > 0 and r.art() == "ungdomsraad"
    _en_av(r, "stemmemaate", SKRIFTLIG if skriftlig else STEMMETEGN)


@beregner("KL18-7-7-ENST")
def _avtalevalg(r: Regning) -> None:
    with r.krav():
        r.proev(r.tall("stemmer_mot"), "lik", 0)
    with r.krav():
        navn, plasser = r.tallene("navn_paa_innstilling", "plasser")
        r.proev(navn, "lik", plasser)
    medlemmer, vara = r.tabell("medlemmer_per_gruppe"), r.tabell("vara_per_gruppe")
    tillegg = r.verdi("varamedlemmer_tillegg").tall
    r.regnet = {gruppe: antall + tillegg for gruppe, antall in medlemmer.items()}
    for gruppe, antall in vara.items():
        r.proev(antall, "hoeyst", medlemmer.get(gruppe, 0) + tillegg, "varamedlemmer_tillegg")


@beregner("KL18-IKS-6")
def _representantskap(r: Regning) -> None:
    with r.krav():
        r.proev(r.ord("valgform"), "blant", ("forholdsvalg", "avtalevalg", "flertallsvalg"))
    vara, plasser = r.tallene("varamedlemmer", "plasser")
    r.regnet = r.verdi("iks_varamedlemmer").tall * plasser
    r.proev(vara, "minst", r.regnet, "iks_varamedlemmer")
