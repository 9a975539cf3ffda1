"""Is the least number the rule comes to really the least that is enough?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.rett.beregning import build_regnesvar
from analyse.rett.regelbok import read_regelbok
from analyse.rett.regning import Regnesvar, Spoersmaal

BOK = read_regelbok()
DATO = date(2024, 1, 1)


def _svar(regel_id: str, **fakta: object) -> Regnesvar:
    return build_regnesvar(BOK, regel_id, Spoersmaal(dato=DATO, fakta=fakta))


ANDELER = [
    ("KL18-11-2-MOTE", "krever", "medlemmer"),
    ("KL18-11-3-INNKALL", "krever", "medlemmer"),
    ("KL18-11-3-UTSETT", "stemmer_for", "stemmer_avgitt"),
    ("KL18-11-9-QUORUM", "stemmer_avgitt", "medlemmer"),
    ("KL18-10-1-INNFOR", "stemmer_for", "stemmer_avgitt"),
]


@pytest.mark.parametrize(("regel_id", "navn", "av"), ANDELER, ids=str)
@given(alle=st.integers(1, 85))
def test_the_least_number_is_enough_and_one_fewer_is_not(
    regel_id: str, navn: str, av: str, alle: int
) -> None:
    minst = _svar(regel_id, **{navn: 0, av: alle}).regnet
    assert isinstance(minst, int)
    assert _svar(regel_id, **{navn: minst, av: alle}).svar == "holdt"
    assert _svar(regel_id, **{navn: minst - 1, av: alle}).svar == "brutt"


@given(for_=st.integers(0, 85), mot=st.integers(0, 85))
def test_a_majority_and_its_opposite_never_both_win(for_: int, mot: int) -> None:
    svar = [
        _svar("KL18-11-9-FLERT", stemmer_for=a, stemmer_mot=b, er_valg=False, moeteleder_for=True).svar
        for a, b in ((for_, mot), (mot, for_))
    ]
    assert svar.count("holdt") == (2 if for_ == mot else 1)


@given(innbyggere=st.integers(200, 700_000))
def test_a_citizens_proposal_never_needs_more_than_300_in_a_municipality_or_500_in_a_county(
    innbyggere: int,
) -> None:
    for nivaa, hoeyst in (("kommune", 300), ("fylkeskommune", 500)):
        svar = _svar("KL18-12-1-INNB", **{"kommune.innbyggere": innbyggere, "kommune.nivaa": nivaa})
        assert isinstance(svar.regnet, int)
        assert svar.regnet <= hoeyst
        assert svar.regnet >= innbyggere / 50 or svar.regnet == hoeyst


def test_the_lawyers_question_of_the_population_is_answered_for_a_county_by_its_own_table() -> None:
    fakta = {"valgaar": 2027, "innbyggere_per_aarsskifte": {"2026": 150_001}, "organ.medlemmer": 19}
    for nivaa, minst, ventet in (("fylkeskommune", 27, "brutt"), ("kommune", 43, "brutt")):
        svar = _svar("KL18-5-5-POPREF", **fakta, **{"kommune.nivaa": nivaa})
        assert (svar.regnet, svar.svar) == (minst, ventet)
