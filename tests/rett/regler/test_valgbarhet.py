"""Which posts keep a person out of elected office, as far as a model shows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


@pytest.mark.parametrize(
    ("organ", "rolle", "svar"),
    [
        ("kommunedirektoeren", "medlem", "brutt"),
        ("etat_teknisk", "leder", "brutt"),
        ("etat_teknisk", "nestleder", "holdt"),
    ],
)
def test_heads_are_excluded_and_their_staff_are_not(
    vurder: Vurder, organ: str, rolle: str, svar: str
) -> None:
    verv = [{"person": "p31", "organ": "plan"}, {"person": "p31", "organ": organ, "rolle": rolle}]
    assert vurder("liten_kommune_med_verv", verv=verv).svar("KL18-7-3-UTELUKKET") == svar


def test_the_councils_own_eligibility_stands_in_another_act(vurder: Vurder) -> None:
    verv = [{"person": "p01", "organ": "kommunedirektoeren", "rolle": "leder"}]
    svar = vurder("liten_kommune_med_verv", date(2023, 9, 11), verv=verv)
    assert (svar.svar("VL02-3-3"), svar.svar("KL18-7-3-UTELUKKET")) == ("brutt", "ikke_vurdert")
