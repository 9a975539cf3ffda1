"""Is the working paper honest: three answers, what is missing, what was compared?"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from analyse.rett.regelbok import read_regelbok
from analyse.rett.regning import Maalt, Mangler, Proeve, Regning, Spoersmaal, periodens_start

BOK = read_regelbok()
DATO = date(2024, 1, 1)


def _regning(regel_id: str = "KL18-5-5-CHANGE", **fakta: object) -> Regning:
    return Regning(BOK, BOK.regel(regel_id, DATO), Spoersmaal(dato=DATO, fakta=fakta))


@pytest.mark.parametrize(
    ("maalt", "grense", "krav", "holder"),
    [
        (4, "minst", 4, True),
        (4, "mer_enn", 4, False),
        (4, "hoeyst", 4, True),
        (4, "under", 4, False),
        (4, "minst", Fraction(9, 2), False),
        (date(2026, 12, 31), "hoeyst", date(2026, 12, 31), True),
        (date(2027, 1, 1), "hoeyst", date(2026, 12, 31), False),
        ("skriftlig", "blant", ("stemmetegn",), False),
        (True, "lik", True, True),
    ],
)
def test_a_comparison_holds_on_the_lawful_side(maalt: Maalt, grense: str, krav: Maalt, holder: bool) -> None:
    assert Proeve(maalt=maalt, grense=grense, krav=krav).holder is holder


def test_a_day_cannot_be_held_against_a_number() -> None:
    with pytest.raises(TypeError, match="cannot be held against"):
        _ = Proeve(maalt=date(2026, 1, 1), grense="minst", krav=3).holder


def test_a_demand_that_lacks_something_does_not_stop_the_others() -> None:
    r = _regning(plasser=5)
    with r.krav():
        r.tallene("navn_paa_liste", "varamedlemmer", "plasser")
    r.proev(r.tall("plasser"), "minst", 6)
    svar = r.svar()
    assert svar.svar == "brutt"
    assert svar.mangler == ("fakta.navn_paa_liste", "fakta.varamedlemmer")


def test_without_a_broken_demand_a_missing_input_leaves_the_answer_open() -> None:
    r = _regning()
    with r.krav():
        r.dag("vedtaksdato")
    assert (r.svar().svar, r.svar().mangler) == ("ikke_vurdert", ("fakta.vedtaksdato",))


def test_what_someone_must_judge_names_who() -> None:
    r = _regning("KL18-7-5-KJONN")
    r.overlat()
    assert (r.svar().svar, r.svar().skjoenn) == ("ikke_vurdert", "lov.skjoenn.saa_langt_mulig")


@pytest.mark.parametrize("verdi", [True, "5", 5.0])
def test_a_fact_of_another_type_is_refused(verdi: object) -> None:
    with pytest.raises(TypeError, match="plasser"):
        _regning(plasser=verdi).tall("plasser")


def test_what_a_structure_would_tell_may_be_told_with_the_question() -> None:
    spoersmaal = Spoersmaal(
        dato=DATO,
        fakta={"organ.art": "utvalg", "organ.velges_av": "kommunestyre", "kommune.nivaa": "fylkeskommune"},
    )
    r = Regning(BOK, BOK.regel("KL18-5-7-REORG", DATO), spoersmaal)
    assert (r.art(), r.velgerens_art(), r.er_fylke()) == ("utvalg", "kommunestyre", True)


def test_without_a_structure_its_inputs_are_missing() -> None:
    r = _regning()
    for spoerring in (r.art, r.velgerens_art, r.innbyggere, r.er_fylke, r.medlemmer, r.scenario):
        with pytest.raises(Mangler):
            spoerring()


def test_a_term_begins_four_years_before_its_election() -> None:
    assert periodens_start(2027) == date(2023, 10, 1)
