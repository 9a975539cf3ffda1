"""Thresholds: are there votes, members or signatures enough?

`regnet` is the least number that is enough (for opposition: that stops the matter). Left out: whether the
reasons the law asks for besides are good enough.
"""

from __future__ import annotations

from analyse.rett.beregning import beregner
from analyse.rett.regning import Regning


def _nok(r: Regning, navn: str, av: str, verdi: str) -> None:
    """Compare a number with the law's share of another."""
    antall, alle = r.tallene(navn, av)
    r.regnet = r.verdi(verdi).minste_antall(alle)
    r.maal(antall, verdi, alle)


def _ikke_nok_imot(r: Regning, navn: str, av: str, verdi: str) -> None:
    """Compare those against with the share that would stop the matter."""
    antall, alle = r.tallene(navn, av)
    r.regnet = r.verdi(verdi).minste_antall(alle)
    r.proev(antall, "under", r.regnet, verdi)


@beregner("KL18-11-2-MOTE")
def _kreve_moete(r: Regning) -> None:
    _nok(r, "krever", "medlemmer", "moetekrav")


@beregner("KL18-11-3-INNKALL")
def _kreve_sak(r: Regning) -> None:
    _nok(r, "krever", "medlemmer", "sakslistekrav")


@beregner("KL18-11-3-UTSETT")
def _utsette(r: Regning) -> None:
    _nok(r, "stemmer_for", "stemmer_avgitt", "alminnelig_flertall")


@beregner("KL18-11-9-QUORUM")
def _vedtaksfoert(r: Regning) -> None:
    _nok(r, "stemmer_avgitt", "medlemmer", "vedtaksfoert")


@beregner("KL18-10-1-INNFOR")
def _innfoere_parlamentarisme(r: Regning) -> None:
    _nok(r, "stemmer_for", "stemmer_avgitt", "parlamentarisme_flertall")


@beregner("KL18-10-1-AVVIKL")
def _avvikle_parlamentarisme(r: Regning) -> None:
    with r.krav():
        _nok(r, "stemmer_for", "stemmer_avgitt", "alminnelig_flertall")
    valgaar = r.tall("valgaar")
    for navn, verdi in (
        ("forhaandsvotert", "parlamentarisme_forhaandsvotering"),
        ("iverksatt", "parlamentarisme_iverksetting"),
    ):
        with r.krav():
            r.proev(r.dag(navn), "hoeyst", r.frist(verdi, valgaar), verdi)


@beregner("KL18-11-9-FLERT")
def _flertall(r: Regning) -> None:
    """A tie is settled by the one who chairs, but not in an election."""
    for_, mot = r.tallene("stemmer_for", "stemmer_mot")
    r.regnet = r.verdi("alminnelig_flertall").minste_antall(for_ + mot)
    if for_ != mot:
        r.maal(for_, "alminnelig_flertall", for_ + mot)
    elif r.proev(r.ja("er_valg"), "lik", False):
        r.proev(r.ja("moeteleder_for"), "lik", True)


@beregner("KL18-9-9-KFMOTE")
def _foretaksstyre(r: Regning) -> None:
    with r.krav():
        moetende, alle = r.tallene("moetende", "styremedlemmer")
        r.maal(moetende, "foretaksstyre_vedtaksfoert", alle)
    with r.krav():
        for_, alle = r.tallene("stemmer_for", "styremedlemmer")
        r.regnet = r.verdi("foretaksstyre_stemmeandel").minste_antall(alle)
        r.maal(for_, "foretaksstyre_stemmeandel", alle)
    for_, mot = r.tallene("stemmer_for", "stemmer_mot")
    if for_ != mot:
        r.proev(for_, "mer_enn", mot)
    else:
        r.proev(r.ja("moeteleder_for"), "lik", True)


@beregner("KL18-11-8-SKRIFT")
def _uten_moete(r: Regning) -> None:
    if r.ord("behandlingsmaate") == "skriftlig":
        samtykker, alle = r.tallene("samtykker", "medlemmer")
        r.regnet = alle
        r.proev(samtykker, "lik", alle)
    else:
        _ikke_nok_imot(r, "krever", "medlemmer", "hastemoete_utsettelse")


@beregner("KL18-11-3-NYSAK")
def _sak_utenfor_listen(r: Regning) -> None:
    """On the list, and from 2023 with its papers sent, the case may be decided whoever objects."""
    er_uventet = not r.ja("paa_sakslisten")
    if not er_uventet and not r.regel.utgave:
        er_uventet = not r.ja("dokumenter_sendt")
    if er_uventet:
        with r.krav():
            r.proev(r.ja("moeteleder_motsetter"), "lik", False)
        _ikke_nok_imot(r, "motsetter", "moetende", "nysak_motstand")


@beregner("KL18-11-13-INNSYN")
def _kreve_innsyn(r: Regning) -> None:
    for_, avgitt = r.tallene("stemmer_for", "stemmer_avgitt")
    flertall = r.verdi("alminnelig_flertall").minste_antall(avgitt)
    mindretall = r.verdi("innsyn_stemmer").tall
    if r.ja("taushetsbelagt") or flertall < mindretall:
        r.regnet = flertall
        r.maal(for_, "alminnelig_flertall", avgitt)
    else:
        r.regnet = mindretall
        r.maal(for_, "innsyn_stemmer")


@beregner("KL18-10-7-MISTILLIT")
def _mistillit(r: Regning) -> None:
    with r.krav():
        if r.ja("samme_moete"):
            krever, moetende = r.tallene("krever", "moetende")
            r.maal(krever, "mistillit_straks", moetende)
    _nok(r, "stemmer_for", "stemmer_avgitt", "alminnelig_flertall")


@beregner("KL18-12-1-INNB")
def _innbyggerforslag(r: Regning) -> None:
    """A share of the inhabitants or a fixed number is enough, whichever is reached first."""
    with r.krav():
        fast = "innbyggerforslag_fylke" if r.er_fylke() else "innbyggerforslag_kommune"
        andel = r.verdi("innbyggerforslag_andel").minste_antall(r.innbyggere())
        r.regnet = min(andel, r.verdi(fast).tall)
        r.proev(
            r.tall("underskrifter"), "minst", r.regnet, fast if r.regnet < andel else "innbyggerforslag_andel"
        )
    siste = r.verdi("innbyggerforslag_frist").varighet.etter(r.dag("fremmet"))
    r.proev(r.dag("vedtaksdato"), "hoeyst", siste, "innbyggerforslag_frist")


@beregner("KL18-5-5-POPREF")
def _innbyggertall(r: Regning) -> None:
    """The inhabitants of the law's own day decide, not those of the day of the question."""
    tabell = "fylkesting_minstetall" if r.er_fylke() else "kommunestyre_minstetall"
    dagen = r.frist("innbyggertall_dato", r.tall("valgaar"))
    r.regnet = r.verdi(tabell).trinn(r.aarstall("innbyggere_per_aarsskifte", dagen.year)).minst
    r.proev(r.medlemmer("kommunestyre"), "minst", r.regnet, tabell)


@beregner("KL18-8-6")
def _ettergodtgjoering(r: Regning) -> None:
    maaneder, oppsigelsestid = r.tallene("ettergodtgjoering_maaneder", "oppsigelsestid_maaneder")
    r.regnet = oppsigelsestid
    r.proev(maaneder, "hoeyst", oppsigelsestid)


@beregner("KL18-7-11-SETTE")
def _settemedlem(r: Regning) -> None:
    r.regnet = r.verdi("settemedlem_fritak").varighet.antall
    with r.krav():
        r.maal(r.tall("fritak_maaneder"), "settemedlem_fritak")
    with r.krav():
        r.proev(r.art() == "kommunestyre", "lik", False)
    r.proev(r.ja("samme_gruppe"), "lik", True)


INNGREP = {
    "suspendere_folkevalgt": "alminnelig_flertall",
    "suspendere_ordfoerer": "suspensjon_ordfoerer",
    "frata_ordfoerer": "fratakelse_ordfoerer",
}


@beregner("KL18-7-12-SUSP")
def _suspensjon(r: Regning) -> None:
    _nok(r, "stemmer_for", "stemmer_avgitt", INNGREP[r.ord("inngrep")])
