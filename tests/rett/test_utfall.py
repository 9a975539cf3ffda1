"""Three answers, never two; and the gravest is the answer of the whole."""

from __future__ import annotations

from datetime import date

import pytest

from analyse.modell.organ import Organ
from analyse.rett.regelbok import read_regelbok
from analyse.rett.utfall import Kvittering, Lovsvar, Utfall, mangler

DATO = date(2024, 6, 1)
REGEL = read_regelbok().regel("KL18-5-6-MIN", DATO)
ORGAN = Organ(id="formannskapet", navn="Formannskapet", art="formannskap", medlemmer=None)


def _kvittering(utfall: Utfall, gruppe: str, aapent: str = "") -> Kvittering:
    return Kvittering(regel=REGEL, modell="m", utfall=utfall, gruppe=gruppe, aapent=aapent)


def test_a_fourth_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown answer 'kanskje'"):
        Utfall(svar="kanskje")


def test_an_answer_with_a_missing_input_is_not_assessed() -> None:
    assert mangler(ORGAN, "organ.medlemmer").svar == "ikke_vurdert"
    with pytest.raises(ValueError, match="inputs are missing, and the answer is holdt"):
        Utfall(svar="holdt", mangler=("organ.medlemmer",))


def test_a_receipt_shows_only_the_inputs_the_rule_names() -> None:
    utfall = Utfall(svar="holdt", organ=ORGAN, inndata={"organ.art": "formannskap", "verv.parti": "A"})
    assert _kvittering(utfall, "holdt").inndata == {"organ.art": "formannskap"}


def test_the_gravest_answer_is_the_rules_own_and_an_open_question_is_none() -> None:
    holdt = _kvittering(Utfall(svar="holdt"), "holdt")
    uvisst = _kvittering(mangler(ORGAN, "organ.medlemmer"), "ikke_vurdert")
    brutt = _kvittering(Utfall(svar="brutt", organ=ORGAN), "brudd")
    aapent = _kvittering(Utfall(svar="ikke_vurdert"), "advarsel", aapent="bare_komite")
    felles = {"modell": "m", "dato": DATO}
    assert Lovsvar(**felles, holdt=(holdt,), advarsler=(aapent,)).svar(REGEL.id) == "holdt"
    assert Lovsvar(**felles, holdt=(holdt,), ikke_vurdert=(uvisst,)).svar(REGEL.id) == "ikke_vurdert"
    alle = Lovsvar(**felles, holdt=(holdt,), ikke_vurdert=(uvisst,), brudd=(brutt,), advarsler=(aapent,))
    assert alle.svar(REGEL.id) == "brutt"
    assert (alle.mangler(), alle.mangler("KL18-5-7-MIN"), alle.aapne()) == (
        ("organ.medlemmer",),
        (),
        ("bare_komite",),
    )
    assert [k.organ for k in alle.alle()] == ["formannskapet", "", "formannskapet", ""]


def test_a_rule_that_was_not_asked_has_no_answer() -> None:
    with pytest.raises(LookupError, match="KL92-77 is not checked on 2024-06-01"):
        Lovsvar(modell="m", dato=DATO).svar("KL92-77")
