"""A rate of pay is one of a known unit for a known post; nothing is paid below zero."""

from __future__ import annotations

import math

import pytest

from analyse.modell.godtgjoering import FASTE, SATSENHETER, Sats


def _sats(**felter: object) -> Sats:
    return Sats(**{"rolle": "leder", "sats": 10, "enhet": "prosent_aar"} | felter)  # type: ignore[arg-type]


def test_a_rate_is_for_every_body_unless_one_is_named() -> None:
    assert (_sats().organ, _sats(organ="plan").organ) == ("", "plan")
    assert (_sats().frikjoep_prosent, _sats().tak_kr_aar, _sats().kun_hoeyeste) == (None, None, False)


@pytest.mark.parametrize("enhet", SATSENHETER)
def test_only_yearly_rates_are_fixed(enhet: str) -> None:
    assert _sats(enhet=enhet).er_fast is (enhet in FASTE) is enhet.endswith("_aar")


@pytest.mark.parametrize(
    ("felter", "melding"),
    [
        ({"rolle": "sjef"}, "unknown role 'sjef'"),
        ({"enhet": "kr"}, "unknown unit 'kr'"),
        ({"grunnlag": "gjettet"}, "unknown ground"),
        ({"sats": -1}, "-1 must be zero or more"),
        ({"sats": math.inf}, "inf must be zero or more"),
        ({"tak_kr_aar": -1}, "must be zero or more"),
        ({"frikjoep_prosent": 101}, "more than a full post"),
    ],
)
def test_what_no_rate_can_be_is_refused(felter: dict[str, object], melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        _sats(**felter)
