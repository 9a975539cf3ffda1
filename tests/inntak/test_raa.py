"""The raw records hold exactly the keys of the contract, and none of them has a guessed default."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from analyse.inntak.raa import RaaModellfil, RaaOrgan, RaaProsjekt
from analyse.modell.organ import STOERSTE, TALLFELT

MINST = {"id": "ks", "navn": "Kommunestyret", "art": "kommunestyre", "medlemmer": 17}


def test_a_body_needs_id_name_kind_and_size_and_nothing_else() -> None:
    assert {n for n, f in RaaOrgan.model_fields.items() if f.is_required()} == {
        "id",
        "navn",
        "art",
        "medlemmer",
    }


def test_a_figure_that_is_not_given_is_none_and_not_a_default() -> None:
    organ = RaaOrgan.model_validate(MINST)
    assert {getattr(organ, felt) for felt in (*TALLFELT, "vedtaksrett", "dagmoete")} == {None}


@pytest.mark.parametrize("felt", sorted(STOERSTE))
def test_a_figure_larger_than_any_body_has_is_refused(felt: str) -> None:
    assert RaaOrgan.model_validate({**MINST, felt: STOERSTE[felt]})
    with pytest.raises(ValidationError):
        RaaOrgan.model_validate({**MINST, felt: STOERSTE[felt] + 1})


def test_a_model_file_needs_a_model_and_bodies_but_may_inherit_its_municipality() -> None:
    assert {n for n, f in RaaModellfil.model_fields.items() if f.is_required()} == {"modell", "organ"}


def test_a_whole_number_is_good_enough_for_a_figure_with_decimals() -> None:
    assert RaaOrgan.model_validate({**MINST, "moetetid_timer": 4}).moetetid_timer == 4.0


@pytest.mark.parametrize("felt", ["kriterier", "vekter", "oppdrag"])
def test_choices_of_later_stages_are_let_through(felt: str) -> None:
    valg = {"format": 1, "dato": date(2026, 1, 1), felt: {"hva_som_helst": [1, 2]}}
    assert RaaProsjekt.model_validate(valg)


def test_a_record_cannot_be_changed_once_read() -> None:
    with pytest.raises(ValidationError):
        RaaOrgan.model_validate(MINST).navn = "noe annet"  # type: ignore[misc]
