"""The council of government: how it came to be decides which rule measures it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]

VERV = [{"person": f"p{nr}", "organ": "byraadet", "kjoenn": kjoenn} for nr, kjoenn in enumerate("KMMMM")]


@pytest.mark.parametrize(
    ("velger", "brutt"), [("kommunestyret", "KL18-10-4-VALG"), ("ordfoereren", "KL18-10-5-UTPEK")]
)
def test_one_of_the_two_rules_on_gender_applies(vurder: Vurder, velger: str, brutt: str) -> None:
    svar = vurder("parlamentarisk_by", organ=[{"id": "byraadet", "velges_av": velger}], verv=VERV)
    assert {k.regel.id for k in svar.brudd} == {brutt}


def test_a_board_under_a_body_that_is_no_council_of_government_is_another_rules(vurder: Vurder) -> None:
    styre = {"id": "s", "navn": "Styret", "art": "styre", "medlemmer": 5, "velges_av": "kommunestyret"}
    rad = {"fra": "kommunestyret", "til": "s", "sakstyper": ["vei_teknisk"], "prinsipielle": True}
    assert vurder("parlamentarisk_by", organ=[styre], delegasjon=[rad]).svar("KL18-10-8-STYRER") == "holdt"
