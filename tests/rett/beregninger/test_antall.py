"""Do the required numbers follow the figures of the day?"""

from __future__ import annotations

from datetime import date

import pytest

from analyse.rett.beregning import build_regnesvar
from analyse.rett.regelbok import read_regelbok
from analyse.rett.regning import Regnesvar, Spoersmaal

BOK = read_regelbok()


def _svar(regel_id: str, dato: date = date(2024, 1, 1), **fakta: object) -> Regnesvar:
    return build_regnesvar(BOK, regel_id, Spoersmaal(dato=dato, fakta=fakta))


@pytest.mark.parametrize("plasser", range(1, 16))
def test_the_ladder_of_1992_and_the_share_of_2018_differ_only_at_eight(plasser: int) -> None:
    """A list of as many names as seats, as the fact sheet compares them."""
    foer = _svar(
        "KL92-36-KJONN", date(2015, 1, 1), plasser=plasser, kvinner_paa_liste=0, menn_paa_liste=plasser
    )
    etter = _svar("KL18-7-5-KJONN", plasser=plasser, kvinner_paa_liste=0, menn_paa_liste=plasser)
    assert (foer.regnet == etter.regnet) is (plasser != 8)


def test_only_where_a_list_falls_short_does_the_kind_of_body_matter() -> None:
    nok = _svar("KL18-7-5-KJONN", plasser=5, kvinner_paa_liste=2, menn_paa_liste=3)
    for_faa = _svar("KL18-7-5-KJONN", plasser=5, kvinner_paa_liste=1, menn_paa_liste=4)
    assert (nok.svar, for_faa.svar, for_faa.mangler) == ("holdt", "ikke_vurdert", ("organ.art",))


@pytest.mark.parametrize(
    ("navn", "svar"),
    [
        ("Nordfjord IPR", "holdt"),
        ("Nordfjord interkommunalt politisk råd", "holdt"),
        ("Nordfjord regionråd", "brutt"),
        ("Skiprådet", "brutt"),
    ],
)
def test_a_short_name_must_stand_as_a_word_of_its_own(navn: str, svar: str) -> None:
    assert _svar("KL18-18-1-IPR", virksomhetsnavn=navn, medlemmer_per_deltaker={"A": 1}).svar == svar


def test_the_nynorsk_name_of_the_task_community_is_as_good() -> None:
    fakta = {"virksomhetsnavn": "Kommunalt oppgåvefellesskap for vatn", "medlemmer_per_deltaker": {"A": 1}}
    assert _svar("KL18-19-1-KO", date(2021, 1, 1), **fakta).svar == "holdt"


def test_without_a_structure_no_overlap_can_be_counted() -> None:
    svar = _svar("KL18-11-10-KLAGE")
    assert (svar.svar, svar.regnet) == ("ikke_vurdert", None)
    assert set(svar.mangler) == {"verv.person", "saksgang.trinn"}
