"""Boards: an institution's, not the government's, and not a seat in somebody else's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


@pytest.mark.parametrize(("medlemmer", "svar"), [(3, "holdt"), (2, "brutt"), (1, "ikke_vurdert")])
def test_a_board_of_one_may_be_a_seat_in_anothers(vurder: Vurder, medlemmer: int, svar: str) -> None:
    styre = {
        "id": "s",
        "navn": "Styret",
        "art": "styre",
        "medlemmer": medlemmer,
        "velges_av": "kommunestyret",
    }
    assert vurder("formannskapskommune", organ=[styre]).svar("KL18-5-10-INST") == svar


def test_a_board_under_the_council_of_government_has_no_least_size(vurder: Vurder) -> None:
    styre = {"id": "s", "navn": "Styret", "art": "styre", "medlemmer": 2, "velges_av": "byraadet"}
    assert vurder("parlamentarisk_by", organ=[styre]).svar("KL18-5-10-INST") == "holdt"
