"""An indicator knows its direction and the smallest difference worth speaking of."""

from __future__ import annotations

import pytest

from analyse.modell.indikator import RETNINGER, Indikator


def _indikator(**felter: object) -> Indikator:
    fast = {
        "id": "moeter",
        "nr": 1,
        "enhet": "moeter_per_aar",
        "retning": "noeytral",
        "merkbar_forskjell": 5.0,
        "evidensklasse": "struktur",
        "rekkevidde": "alle_modeller",
        "gruppe": "arbeidsvilkaar",
        "kilde": "egen_definisjon",
    }
    return Indikator(**fast | felter)  # type: ignore[arg-type]


def test_a_difference_in_the_unit_does_not_depend_on_todays_value() -> None:
    assert [_indikator().delta(dagens) for dagens in (0, 80, -80)] == [5, 5, 5]


def test_a_difference_as_a_share_follows_todays_value_whatever_its_sign() -> None:
    andel = _indikator(merkbar_forskjell=0.05, er_andel=True)
    assert [andel.delta(dagens) for dagens in (0, 200, -200)] == [0, 10, 10]


@pytest.mark.parametrize("retning", RETNINGER)
def test_each_direction_is_taken_and_no_other(retning: str) -> None:
    assert _indikator(retning=retning).retning == retning
    with pytest.raises(ValueError, match="unknown direction 'opp'"):
        _indikator(retning="opp")


@pytest.mark.parametrize("delta", [0, -1])
def test_a_difference_of_nothing_is_refused(delta: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        _indikator(merkbar_forskjell=delta)
