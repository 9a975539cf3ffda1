"""Urgent cases: the bodies the law names, and an open question with every such power."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


@pytest.mark.parametrize(
    ("til", "svar"),
    [
        ("formannskapet", "holdt"),
        ("plan", "holdt"),
        ("ordfoereren", "holdt"),
        ("kommunedirektoeren", "brutt"),
    ],
)
def test_only_the_bodies_the_law_names_may_have_it(vurder: Vurder, til: str, svar: str) -> None:
    rad = {"fra": "kommunestyret", "til": til, "sakstyper": ["hastesak"]}
    lovsvar = vurder("formannskapskommune", delegasjon=[rad])
    assert lovsvar.svar("KL18-11-8-HASTE") == svar
    assert "hast_og_selv" in lovsvar.aapne()


def test_other_delegations_raise_no_such_question(vurder: Vurder) -> None:
    rad = {"fra": "kommunestyret", "til": "plan", "sakstyper": ["dispensasjon_deling"]}
    assert vurder("formannskapskommune", delegasjon=[rad]).aapne() == ()
