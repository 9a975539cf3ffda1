"""Committees: each body of the kind is tried by itself."""

from __future__ import annotations

from collections.abc import Callable

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


def test_every_committee_that_is_too_small_is_named(vurder: Vurder) -> None:
    smaa = [{"id": "plan", "medlemmer": 2}, {"id": "helse", "medlemmer": 1}]
    svar = vurder("formannskapskommune", organ=smaa)
    assert [k.organ for k in svar.brudd if k.regel.id == "KL18-5-7-MIN"] == ["helse", "plan"]


def test_the_control_committee_too_is_elected_by_the_council(vurder: Vurder) -> None:
    svar = vurder("formannskapskommune", organ=[{"id": "kontrollutvalget", "velges_av": "formannskapet"}])
    assert [k.organ for k in svar.brudd if k.regel.id == "KL18-5-7-VELGES"] == ["kontrollutvalget"]
