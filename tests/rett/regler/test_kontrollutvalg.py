"""The control committee: what excludes from it, and what only may."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


def _med(vurder: Vurder, organ: str, rolle: str = "medlem") -> str:
    verv = [{"person": "p01", "organ": organ, "rolle": rolle}, {"person": "p01", "organ": "kontrollutvalget"}]
    return vurder("liten_kommune_med_verv", verv=verv).svar("KL18-23-1-UTELUKKET")


@pytest.mark.parametrize(
    ("organ", "svar"),
    [
        ("formannskapet", "brutt"),
        ("plan", "brutt"),
        ("etat_teknisk", "brutt"),
        ("eldreraadet", "holdt"),
        ("valgstyret", "ikke_vurdert"),
    ],
)
def test_another_post_excludes_by_the_power_of_its_body(vurder: Vurder, organ: str, svar: str) -> None:
    assert _med(vurder, organ) == svar


def test_a_deputy_is_excluded_as_a_member_is(vurder: Vurder) -> None:
    assert _med(vurder, "plan", "vara") == "brutt"


def test_the_leaders_party_on_the_post_goes_before_the_one_of_the_body(vurder: Vurder) -> None:
    organ = [{"id": "kontrollutvalget", "leder_parti": "A"}, {"id": "kommunestyret", "leder_parti": "A"}]
    leder = [{"person": "p21", "organ": "kontrollutvalget", "rolle": "leder", "parti": "B"}]
    assert vurder("formannskapskommune", organ=organ).svar("KL18-23-1-LEDER") == "brutt"
    assert vurder("formannskapskommune", organ=organ, verv=leder).svar("KL18-23-1-LEDER") == "holdt"
