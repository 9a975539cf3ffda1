"""Settlements: who gets the seats, and which proposal stands.

The seats follow from the law's divisor alone, so the answer shows what the paragraph itself gives; elections
are settled in full by analyse.valg, and the two are tested to agree. Left out: names on the lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from analyse.rett.beregning import beregner
from analyse.rett.regning import Mangler, Regning


def _fordel(stemmer: Mapping[str, int], plasser: int, delingstall: int) -> dict[str, object]:
    """Return seats per list, and who draws lots for how many where votes and quotients are alike.

    Equal quotients go to the list with more votes; the best `plasser` of all quotients are the seats.
    """
    alle = [
        (Fraction(s, delingstall * (k + 1)), s, liste) for liste, s in stemmer.items() for k in range(plasser)
    ]
    kvotienter = sorted(alle, key=lambda rad: rad[:2], reverse=True)
    vinner = [rad for rad in kvotienter[:plasser] if rad[1] > 0]
    grense = vinner[-1][:2] if vinner else None
    like = [rad for rad in kvotienter if rad[:2] == grense]
    sikre = [rad[2] for rad in vinner if rad[:2] != grense]
    paa_grensen = plasser - len(sikre)
    if len(like) == paa_grensen:
        sikre += [rad[2] for rad in like]
    svar: dict[str, object] = {"plasser": {liste: sikre.count(liste) for liste in stemmer}}
    if len(like) > paa_grensen:
        svar["loddtrekning"] = {"lister": [rad[2] for rad in like], "plasser": paa_grensen}
    return svar


@beregner("KL18-7-6-DHONDT", "KL18-7-6-TIE")
def _forholdsvalg(r: Regning) -> None:
    stemmer, plasser = r.tabell("listestemmer"), r.tall("plasser")
    r.regnet = _fordel(stemmer, plasser, r.verdi("delingstall").tall)


@beregner("KL92-37")
def _forholdsvalg_1992(r: Regning) -> None:
    """Settled the same way; each group that won seats had its own step of the ladder for gender."""
    stemmer, plasser = r.tabell("listestemmer"), r.tall("plasser")
    svar = _fordel(stemmer, plasser, r.verdi("delingstall").tall)
    stige, vunnet = r.verdi("kjoennsstige"), svar["plasser"]
    assert isinstance(vunnet, dict)
    r.regnet = svar | {"kjoenn": {liste: stige.trinn(n).minste_antall(n) for liste, n in vunnet.items() if n}}


@beregner("KL18-7-6-ORDEN")
def _rekkefoelge(r: Regning) -> None:
    kandidater, plasser = r.ord("kandidater"), r.tall("plasser_paa_listen")
    if plasser > len(kandidater):
        raise Mangler("fakta.kandidater")  # the law does not say who takes a seat without a name
    r.regnet = tuple(range(1, plasser + 1))


@beregner("KL18-7-6-VARA")
def _varamedlemmer(r: Regning) -> None:
    with r.krav():
        plasser, navn, vara = r.tallene("plasser_paa_listen", "navn_paa_liste", "varamedlemmer")
        tillegg = r.verdi("varamedlemmer_tillegg").tall
        r.regnet = max(0, min(plasser + tillegg, navn - plasser))  # as far as the list has names
        r.proev(vara, "lik", r.regnet, "varamedlemmer_tillegg")
    r.proev(r.ja("personlige_varamedlemmer"), "lik", False)


def _flest(stemmer: Mapping[str, int], antall: int) -> tuple[str, ...]:
    """Return those with most votes, all of them where the last place is shared."""
    grense = sorted(stemmer.values(), reverse=True)[:antall][-1]
    return tuple(navn for navn, n in stemmer.items() if n >= grense)


@beregner("KL18-7-8-FLERT")
def _flertallsvalg(r: Regning) -> None:
    """More than half of the votes cast, blank ones too; in the next ballot the most, or lots."""
    stemmer, avgitt, omgang = r.tabell("stemmer_per_kandidat"), r.tall("stemmer_avgitt"), r.tall("omgang")
    foerst = _flest(stemmer, 1)
    if omgang > 1:
        lodd = {"loddtrekning": {"lister": list(foerst), "plasser": 1}}
        r.regnet = lodd if len(foerst) > 1 else foerst
    elif r.maal(max(stemmer.values()), "alminnelig_flertall", avgitt):
        r.regnet = foerst
    else:
        r.regnet = ()


@beregner("KL18-11-9-BUDSJETT")
def _budsjett(r: Regning) -> None:
    """A proposal with a majority stands; without one the two with most votes go on."""
    stemmer, omgang = r.tabell("forslag_stemmer"), r.tall("omgang")
    if omgang > 1:
        r.proev(len(stemmer), "hoeyst", 2)
    har_flertall = r.maal(max(stemmer.values()), "alminnelig_flertall", sum(stemmer.values()))
    r.regnet = _flest(stemmer, 1 if har_flertall else min(2, len(stemmer)))
