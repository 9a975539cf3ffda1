"""Kinds and names of bodies, and those that must be there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


@pytest.mark.parametrize(
    ("navn", "svar"),
    [
        ("Hovudutval for plan", "holdt"),
        ("Plána- ja boazodoallolávdegoddi – Utvalg for plan", "holdt"),
        ("PLANUTVALGET", "holdt"),
        ("Plankomiteen", "brutt"),
    ],
)
def test_the_laws_word_is_found_in_any_case_and_language(vurder: Vurder, navn: str, svar: str) -> None:
    assert vurder("formannskapskommune", organ=[{"id": "plan", "navn": navn}]).svar("KL18-5-1-NAMES") == svar


def test_a_county_needs_no_election_board_here(vurder: Vurder) -> None:
    fylke = {"nivaa": "fylkeskommune", "innbyggere": 180000}
    svar = vurder("formannskapskommune", kommune=fylke, fjern=["valgstyret"])
    assert (svar.svar("KL18-MANDATORY-SET"), svar.svar("KL18-VALGSTYRE")) == ("holdt", "holdt")


def test_each_body_that_is_lacking_is_a_breach_of_its_own(vurder: Vurder) -> None:
    svar = vurder("formannskapskommune", fjern=["eldreraadet", "kontrollutvalget"])
    krav = [k.utfall.krav for k in svar.brudd if k.regel.id == "KL18-MANDATORY-SET"]
    assert krav == ["kontrollutvalg", "eldreraad"]
