"""The election board, since the Act of 2023."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


@pytest.mark.parametrize(("medlemmer", "svar"), [(3, "holdt"), (2, "brutt"), ("ukjent", "ikke_vurdert")])
def test_three_are_enough(vurder: Vurder, medlemmer: object, svar: str) -> None:
    lovsvar = vurder("formannskapskommune", organ=[{"id": "valgstyret", "medlemmer": medlemmer}])
    assert lovsvar.svar("KL18-VALGSTYRE") == svar


def test_a_place_without_one_breaks_the_rule(vurder: Vurder) -> None:
    assert vurder("formannskapskommune", fjern=["valgstyret"]).svar("KL18-VALGSTYRE") == "brutt"
