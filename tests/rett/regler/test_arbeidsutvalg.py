"""Working committees: of the parent's own members, whoever the parent is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]

AU = {"id": "au", "navn": "Arbeidsutvalget", "art": "arbeidsutvalg", "medlemmer": 3}


@pytest.mark.parametrize(
    ("under", "regel"),
    [("formannskapet", "KL18-5-6-AU"), ("plan", "KL18-5-7-AU"), ("eldreraadet", "KL18-5-12-AU")],
)
def test_the_rule_follows_the_body_that_set_it_up(vurder: Vurder, under: str, regel: str) -> None:
    svar = vurder("liten_kommune_med_verv", organ=[{**AU, "velges_av": under}])
    regler = ("KL18-5-6-AU", "KL18-5-7-AU", "KL18-5-12-AU")
    assert [r for r in regler if svar.svar(r) == "ikke_vurdert"] == [regel]


def test_eligibility_open_to_the_council_is_no_proof_of_own_members(vurder: Vurder) -> None:
    svar = vurder(
        "formannskapskommune", organ=[{**AU, "velges_av": "formannskapet", "valgbare": "kommunestyret"}]
    )
    assert svar.svar("KL18-5-6-AU") == "ikke_vurdert"
