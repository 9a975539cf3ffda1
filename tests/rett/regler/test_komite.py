"""Committees of the council: everyone in, with the mayor exempt and one question left open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]

KOMITE = {"art": "kommunestyrekomite", "velges_av": "kommunestyret", "vedtaksrett": False}


@pytest.mark.parametrize(
    ("plasser", "svar"), [(11, "holdt"), (10, "holdt"), (9, "ikke_vurdert"), (8, "brutt")]
)
def test_ten_seats_serve_eleven_and_nine_turn_on_the_open_question(
    vurder: Vurder, plasser: int, svar: str
) -> None:
    komiteer = [
        {"id": f"k{nr}", "navn": f"Kommunestyrekomité {nr}", "medlemmer": n, **KOMITE}
        for nr, n in enumerate((5, plasser - 5))
    ]
    assert vurder("liten_kommune_med_verv", organ=komiteer).svar("KL18-5-9-ALLE") == svar


def test_a_committee_of_unknown_size_leaves_the_question_unanswered(vurder: Vurder) -> None:
    komite = {"id": "k", "navn": "Kommunestyrekomité", "medlemmer": "ukjent", **KOMITE}
    assert vurder("liten_kommune_med_verv", organ=[komite]).mangler("KL18-5-9-ALLE") == ("organ.medlemmer",)


def test_a_place_without_committees_has_nothing_to_divide(vurder: Vurder) -> None:
    assert vurder("formannskapskommune").svar("KL18-5-9-ALLE") == "holdt"
