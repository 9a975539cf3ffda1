"""A joint committee, unless three quarters of the employees want something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


@pytest.mark.parametrize(("andel", "svar"), [("0.74", "brutt"), ("0.75", "holdt"), (1, "holdt")])
def test_three_quarters_is_enough(vurder: Vurder, andel: object, svar: str) -> None:
    fakta = {"ansatte_andel_annen_ordning": andel}
    lovsvar = vurder("formannskapskommune", fjern=["administrasjonsutvalget"], fakta=fakta)
    assert lovsvar.svar("KL18-5-11-PSU") == svar
