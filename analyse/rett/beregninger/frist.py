"""Deadlines: is it in time, and which day is the last?

The days stand in data/lov; each function says from which year or day its own is counted. Left out: deadlines
the law gives as an open norm.
"""

from __future__ import annotations

from datetime import date, timedelta

from analyse.rett.beregning import beregner
from analyse.rett.regning import Regning, periodens_start


def _innen(r: Regning, navn: str, siste: date, verdi: str = "") -> None:
    """Compare the day told under the name with the last day in time."""
    r.proev(r.dag(navn), "hoeyst", siste, verdi)


def _i_perioden(r: Regning, navn: str, valgaar: int, verdi: str) -> None:
    """Compare a day with the term that the election of the year ends, up to the deadline."""
    r.regnet = r.frist(verdi, valgaar)
    r.proev(r.dag(navn), "minst", periodens_start(valgaar))
    _innen(r, navn, r.regnet, verdi)


@beregner("KL18-5-5-CHANGE", "KL92-7-CHANGE")
def _endret_medlemstall(r: Regning) -> None:
    r.regnet = r.frist("medlemstall_frist", r.tall("valgaar"))
    _innen(r, "vedtaksdato", r.regnet, "medlemstall_frist")


@beregner("KL18-10-1-FORUT")
def _forhaandsvotering(r: Regning) -> None:
    _i_perioden(r, "forhaandsvotert", r.tall("valgaar"), "parlamentarisme_forhaandsvotering")


@beregner("KL18-10-1-FRIST")
def _iverksetting(r: Regning) -> None:
    r.regnet = r.frist("parlamentarisme_iverksetting", r.tall("valgaar"))
    _innen(r, "iverksatt", r.regnet, "parlamentarisme_iverksetting")


@beregner("KL92-18")
def _parlamentarisme_1992(r: Regning) -> None:
    with r.krav():
        _i_perioden(r, "forhaandsvotert", r.tall("valgaar"), "parlamentarisme_forhaandsvotering")
    r.proev(r.dag("vedtaksdato"), "minst", r.dag("konstituert"))


@beregner("KL18-26-1-EIER")
def _eierskapsmelding(r: Regning) -> None:
    _i_perioden(r, "vedtaksdato", r.tall("valgaar"), "eierskapsmelding_frist")


@beregner("KL92-39-2")
def _delegeringsreglement_1992(r: Regning) -> None:
    _i_perioden(r, "vedtaksdato", r.tall("valgaar"), "delegeringsreglement_frist")


@beregner("KL18-5-14-DELEGREGL")
def _delegeringsreglement(r: Regning) -> None:
    konstituert = r.dag("konstituert")
    r.regnet = r.frist("delegeringsreglement_frist", konstituert.year)
    r.proev(r.dag("vedtaksdato"), "minst", konstituert)
    _innen(r, "vedtaksdato", r.regnet, "delegeringsreglement_frist")


@beregner("KL18-23-3-PLAN")
def _kontrollplaner(r: Regning) -> None:
    konstituert = r.dag("konstituert")
    r.regnet = r.frist("kontrollplan_frist", konstituert.year)
    for dag in r.dager("plandatoer"):
        r.proev(dag, "minst", konstituert)
        r.proev(dag, "hoeyst", r.regnet, "kontrollplan_frist")


@beregner("KL18-31-2")
def _omdanning(r: Regning) -> None:
    """The old form is unlawful from the day the years since the Act came into force are over."""
    siste = r.verdi("omdanning_frist").varighet.etter(r.regel.gyldig_fra)
    r.regnet = siste
    if "27" in r.ord("samarbeidsform"):
        r.proev(r.dag("dato"), "under", siste, "omdanning_frist")


@beregner("KL18-7-1-INNKALL")
def _konstituerende_moete(r: Regning) -> None:
    with r.krav():
        moete = r.dag("moetedato")
        r.proev(moete, "hoeyst", r.frist("konstituering_frist", moete.year), "konstituering_frist")
        r.regnet = moete - timedelta(days=r.verdi("konstituering_varsel").varighet.dager)
        _innen(r, "varseldato", r.regnet, "konstituering_varsel")
    moetende, medlemmer = r.tallene("moetende", "medlemmer")
    r.maal(moetende, "konstituering_oppmoete", medlemmer)


@beregner("KL18-7-1-FUNKSJON")
def _funksjonstid(r: Regning) -> None:
    r.regnet = r.frist("funksjonstid_frist", r.tall("valgaar"))
    _innen(r, "avgaar", r.regnet, "funksjonstid_frist")


@beregner("KL18-27-1")
def _lovlighetskontroll(r: Regning) -> None:
    with r.krav():
        r.maal(r.tall("krever"), "lovlighetskontroll_medlemmer")
    r.regnet = r.verdi("lovlighetskontroll_frist").varighet.etter(r.dag("vedtaksdato"))
    _innen(r, "kravdato", r.regnet, "lovlighetskontroll_frist")


@beregner("KL18-14-3-14D")
def _offentlig_innstilling(r: Regning) -> None:
    r.regnet = r.dag("moetedato") - timedelta(days=r.verdi("budsjett_offentlig").varighet.dager)
    _innen(r, "offentliggjort", r.regnet, "budsjett_offentlig")


@beregner("KL18-14-3-FRIST")
def _budsjett_og_regnskap(r: Regning) -> None:
    aar = r.tall("aar")
    budsjett, regnskap = r.frist("budsjett_frist", aar), r.frist("regnskap_frist", aar)
    r.regnet = (budsjett, regnskap)
    with r.krav():
        _innen(r, "budsjett_vedtatt", budsjett, "budsjett_frist")
    _innen(r, "regnskap_vedtatt", regnskap, "regnskap_frist")


@beregner("KL18-7-9-UTTRE")
def _flyttet_tilbake(r: Regning) -> None:
    r.regnet = r.verdi("tilbakeflytting").varighet.etter(r.dag("flyttet_ut"))
    _innen(r, "flyttet_tilbake", r.regnet, "tilbakeflytting")


@beregner("KL18-7-3-FRATRADT")
def _fratraadt(r: Regning) -> None:
    r.regnet = r.dag("i_funksjon")
    _innen(r, "fratraadt", r.regnet)
