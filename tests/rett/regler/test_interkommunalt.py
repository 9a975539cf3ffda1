"""A joint board: two from each, and two at least who take part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


@pytest.mark.parametrize(
    ("medlemmer", "svar"), [(4, "holdt"), (3, "ikke_vurdert"), (2, "ikke_vurdert"), (1, "brutt")]
)
def test_two_or_three_may_be_the_municipalitys_own_part(vurder: Vurder, medlemmer: int, svar: str) -> None:
    nemnd = {"id": "n", "navn": "Felles nemnd", "art": "felles_nemnd", "medlemmer": medlemmer}
    assert vurder("formannskapskommune", organ=[nemnd]).svar("KL18-20-3-NEMND") == svar
