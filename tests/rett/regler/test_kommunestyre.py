"""The council's size: bounds inclusive, one table for counties and one for municipalities."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


@pytest.mark.parametrize(("innbyggere", "svar"), [(5000, "holdt"), (5001, "brutt")])
def test_the_bounds_of_the_table_belong_to_the_smaller_council(
    vurder: Vurder, innbyggere: int, svar: str
) -> None:
    sted = {"innbyggere": innbyggere, "mandater": {"A": 11}}
    organ = [{"id": "kommunestyret", "medlemmer": 11}]
    assert vurder("formannskapskommune", kommune=sted, organ=organ).svar("KL18-5-5-MIN-KOMMUNE") == svar


def test_a_municipality_is_not_measured_by_the_table_of_counties(vurder: Vurder) -> None:
    (kvittering,) = [k for k in vurder("formannskapskommune").holdt if k.regel.id == "KL18-5-5-MIN-FYLKE"]
    assert kvittering.utfall.funn == "ingen_aa_maale"


def test_the_act_of_1954_says_nothing_of_counties(vurder: Vurder) -> None:
    fylke = {"nivaa": "fylkeskommune", "innbyggere": 90000}
    svar = vurder("kommune_1992", date(1990, 1, 1), kommune=fylke)
    assert svar.svar("KL54-4") == "holdt"
