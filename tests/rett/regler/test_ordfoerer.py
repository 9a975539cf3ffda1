"""The mayor: chosen from the right body, and with power from one that may give it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


def test_under_parliamentary_government_the_mayor_comes_from_the_council(vurder: Vurder) -> None:
    verv = [
        {"person": "p1", "organ": "kommunestyret"},
        {"person": "p1", "organ": "ordfoereren", "rolle": "ordfoerer"},
    ]
    assert vurder("parlamentarisk_by", verv=verv).svar("KL18-6-2-ORDF") == "holdt"


@pytest.mark.parametrize(
    ("fra", "svar"), [("kommunestyret", "holdt"), ("formannskapet", "holdt"), ("plan", "brutt")]
)
def test_a_committee_cannot_give_the_mayor_power(vurder: Vurder, fra: str, svar: str) -> None:
    rad = {"fra": fra, "til": "ordfoereren", "sakstyper": ["kultur_idrett"]}
    assert vurder("formannskapskommune", delegasjon=[rad]).svar("KL18-6-1-ORDF") == svar
