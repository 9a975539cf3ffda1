"""Numbers: how many there must be, at least or at most.

`regnet` is the law's number for the case at hand. Left out: who the members are.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from analyse.modell.styringsmodell import Styringsmodell
from analyse.rett.beregning import beregner
from analyse.rett.regning import Mangler, Regning

# The law's own words for two kinds of body, in both written standards, and what they may be cut to.
INTERKOMMUNALT = {
    "KL18-18-1-IPR": (("interkommunalt politisk råd",), "IPR", "ipr_per_deltaker"),
    "KL18-19-1-KO": (
        ("kommunalt oppgavefellesskap", "kommunalt oppgåvefellesskap"),
        "KO",
        "ko_per_deltaker",
    ),
}
# Bodies where the gender rules of the lists hold as far as possible (§§ 7-5 (2), 7-6 (4)).
SAA_LANGT_MULIG = ("formannskap", "arbeidsutvalg")


@beregner("KL92-36-KJONN")
def _kjoenn_paa_listen_1992(r: Regning) -> None:
    """The number to be elected decides, not how long the list is."""
    plasser, kvinner, menn = r.tallene("plasser", "kvinner_paa_liste", "menn_paa_liste")
    r.regnet = r.verdi("kjoennsstige").trinn(plasser).minste_antall(plasser)
    r.proev(min(kvinner, menn), "minst", r.regnet, "kjoennsstige")


@beregner("KL18-7-5-KJONN")
def _kjoenn_paa_listen(r: Regning) -> None:
    plasser, kvinner, menn = r.tallene("plasser", "kvinner_paa_liste", "menn_paa_liste")
    if r.verdi("kjoenn_grense").er_oppfylt(plasser):
        minst, verdi = r.verdi("kjoenn_andel").minste_antall(kvinner + menn), "kjoenn_andel"
    else:
        minst, verdi = int(plasser > 1), ""  # two or three: both; one: nothing
    r.regnet = minst
    if min(kvinner, menn) < minst and r.art() in SAA_LANGT_MULIG:
        r.overlat()
    else:
        r.proev(min(kvinner, menn), "minst", minst, verdi)


@beregner("KL18-9-5-KF")
def _foretaksstyre(r: Regning) -> None:
    r.regnet = r.verdi("foretaksstyre_minste").tall
    with r.krav():
        r.maal(r.tall("styremedlemmer"), "foretaksstyre_minste")
    with r.krav():
        r.maal(r.tall("valgperiode_aar"), "foretaksstyre_aar")
    r.proev(r.ja("daglig_leder_i_styret"), "lik", False)


@beregner("KL18-9-6-ANSATTE")
def _ansatte_i_foretaksstyre(r: Regning) -> None:
    styret, ansatte = r.tallene("styremedlemmer", "ansattes_representanter")
    r.regnet = floor(r.verdi("foretaksstyre_ansattandel").andel * styret)
    r.maal(ansatte, "foretaksstyre_ansattandel", styret)


@beregner("KL18-18-1-IPR", "KL18-19-1-KO")
def _interkommunalt(r: Regning) -> None:
    """The name must say what it is; the short form is enough where the version in force allows it."""
    ord_, forkortelse, verdi = INTERKOMMUNALT[r.regel.id]
    with r.krav():
        navn = r.ord("virksomhetsnavn")
        kort = not r.regel.utgave and forkortelse in navn.replace("-", " ").split()
        r.proev(kort or any(o in navn.casefold() for o in ord_), "lik", True)
    deltakere = r.tabell("medlemmer_per_deltaker")
    r.regnet = r.verdi(verdi).tall * len(deltakere)
    for antall in deltakere.values():
        r.maal(antall, verdi)


@beregner("KL18-5-9-INNSTILLING")
def _innstilling_paa_komite(r: Regning) -> None:
    with r.krav():
        navn, plasser = r.tallene("navn_paa_innstilling", "plasser")
        r.proev(navn, "lik", plasser)
    with r.krav():
        vara, plasser = r.tallene("varamedlemmer", "plasser")
        r.regnet = plasser + r.verdi("varamedlemmer_tillegg").tall
        r.proev(vara, "hoeyst", r.regnet, "varamedlemmer_tillegg")
    for_, avgitt = r.tallene("stemmer_for", "stemmer_avgitt")
    r.maal(for_, "alminnelig_flertall", avgitt)


@beregner("KL18-23-1-NYVALG")
def _nytt_kontrollutvalg(r: Regning) -> None:
    """None or all: a single member cannot be changed alone."""
    skiftet, valgt = r.tallene("skiftet", "valgt_paa_nytt")
    r.regnet = r.medlemmer("kontrollutvalg") if skiftet else 0
    r.proev(valgt, "minst", r.regnet)


@beregner("KL18-10-2-RAPPORT")
def _raadets_rapporter(r: Regning) -> None:
    aar, dager = r.tall("aar"), r.dager("rapportdatoer")
    antall = tuple(sum(d.year == aar and (d.month > 6) is andre for d in dager) for andre in (False, True))
    r.regnet = antall
    for i_halvaaret in antall:
        r.maal(i_halvaaret, "raad_rapport")


@beregner("KL18-5-11-FLERTALL")
def _partssammensatt(r: Regning) -> None:
    kommunens = r.tall("kommunens_representanter")
    if r.finnes("ansattes_representanter"):
        alle = kommunens + r.tall("ansattes_representanter")
    else:
        alle = r.medlemmer("partssammensatt")
    r.regnet = floor(alle / 2) + 1
    r.proev(kommunens, "minst", r.regnet)


@beregner("KL18-5-12-ELDRE60")
def _eldreraad(r: Regning) -> None:
    r.regnet = floor(r.medlemmer("eldreraad") / 2) + 1
    r.proev(r.tall("fylt_seksti"), "minst", r.regnet, "eldreraad_alder")


@beregner("KL18-5-12-UNGDOM19")
def _ungdomsraad(r: Regning) -> None:
    r.regnet = r.verdi("ungdomsraad_aar").varighet.aar
    with r.krav():
        r.proev(r.tall("fylt_nitten"), "lik", 0, "ungdomsraad_alder")
    r.maal(r.tall("valgperiode_aar"), "ungdomsraad_aar")


@beregner("KL18-7-10-NYVALG")
def _nytt_medlem(r: Regning) -> None:
    """From the same group, and of the gender that would otherwise be too few, where it is possible."""
    with r.krav():
        r.proev(r.art() == "kommunestyre", "lik", False)
    with r.krav():
        r.proev(r.ja("samme_gruppe"), "lik", True)
    kvinner, menn = r.tallene("kvinner", "menn")
    minst = r.verdi("kjoenn_andel").minste_antall(kvinner + menn)
    r.regnet = minst
    faa = {kjoenn for kjoenn, antall in (("K", kvinner), ("M", menn)) if antall < minst}
    if faa and r.ord("nytt_medlem_kjoenn") not in faa:
        r.overlat()


@beregner("KL18-7-5-LISTE")
def _navn_paa_listen(r: Regning) -> None:
    with r.krav():
        r.proev(r.tall("lister_per_parti"), "hoeyst", 1)
    plasser, navn = r.tallene("plasser", "navn_paa_liste")
    r.regnet = r.verdi("liste_navn_faktor").tall * plasser
    r.proev(navn, "hoeyst", r.regnet, "liste_navn_faktor")


def _klageveier(modell: Styringsmodell) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each body that hears complaints, and those whose decisions it hears."""
    for gang in modell.saksganger:
        vedtar = gang.med_handling("vedtar")
        yield from ((klage, vedtar) for klage in sorted(gang.med_handling("klagebehandler")))


@beregner("KL18-11-10-KLAGE")
def _klage(r: Regning) -> None:
    """Who decided cannot hear the complaint; the rest and the deputies must be enough to decide it."""
    modell = r.scenario("verv.person", "saksgang.trinn").modell
    veier = dict(_klageveier(modell))
    if not veier:
        raise Mangler("saksgang.trinn")
    flest = 0
    for klage, vedtar in veier.items():
        verv = [v for v in modell.verv if v.organ_id == klage]
        alle = modell.organ(klage).medlemmer
        r.noter("organ.medlemmer", alle)
        if not verv or alle is None:
            raise Mangler("verv.person" if alle is not None else "organ.medlemmer")
        avgjorde = {v.person_id for v in modell.verv if v.organ_id in vedtar and v.rolle != "vara"}
        ute = sum(v.rolle != "vara" and v.person_id in avgjorde for v in verv)
        vara = [v for v in verv if v.rolle == "vara"]
        flest = max(flest, ute)
        trengs = r.verdi("vedtaksfoert").minste_antall(alle)
        kan = min(alle, alle - ute + sum(v.person_id not in avgjorde for v in vara))
        if kan < trengs and not vara:
            raise Mangler("verv.rolle")
        r.proev(kan, "minst", trengs, "vedtaksfoert")
    r.noter("verv.person", len({v.person_id for v in modell.verv}))
    r.noter("verv.organ", tuple(veier))
    r.regnet = flest
