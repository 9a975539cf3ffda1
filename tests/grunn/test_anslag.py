"""What a number rests on, and the triangular distribution's quantiles."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.anslag import GRUNNLAG, INTERVALLER, UTEN_TALL, Anslag, svakeste

endelige = st.floats(-1e6, 1e6, allow_nan=False)


def _anslag(lav: float, sentral: float, hoey: float) -> Anslag:
    return Anslag(lav=lav, sentral=sentral, hoey=hoey, grunnlag="oppgitt")


def test_the_grounds_run_from_measured_to_invented() -> None:
    assert GRUNNLAG == ("maalt", "oppgitt", "beregnet", "forutsatt", "oppdiktet")
    assert not set(GRUNNLAG) & set(UTEN_TALL)
    assert len(set(INTERVALLER)) == len(INTERVALLER)


def test_a_computed_number_takes_its_weakest_inputs_ground() -> None:
    assert svakeste(["maalt", "forutsatt", "oppgitt"]) == "forutsatt"
    assert svakeste(["maalt"]) == "maalt"


def test_a_number_without_inputs_is_computed_from_structure() -> None:
    assert svakeste([]) == "beregnet"


def test_an_unknown_ground_is_refused() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        svakeste(["gjettet"])
    with pytest.raises(ValueError, match="unknown ground 'gjettet'"):
        Anslag(lav=1, sentral=1, hoey=1, grunnlag="gjettet")


@pytest.mark.parametrize("verdier", [(2, 1, 3), (1, 3, 2), (3, 2, 1)])
def test_an_estimate_out_of_order_is_refused(verdier: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="low <= central <= high"):
        _anslag(*verdier)


@pytest.mark.parametrize("verdi", [math.nan, math.inf, -math.inf])
def test_an_estimate_that_is_not_finite_is_refused(verdi: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        _anslag(min(verdi, 0), verdi, max(verdi, 0))


def test_a_certain_number_is_its_own_every_quantile() -> None:
    fast = _anslag(4, 4, 4)
    assert fast.er_fast
    assert [fast.kvantil(u) for u in (0.0, 0.3, 1.0)] == [4, 4, 4]


def test_the_quantiles_of_a_skew_triangle_are_those_worked_by_hand() -> None:
    """(0, 1, 4): F(1) = 1/4. u = 1/16 gives √(1/16·4·1) = 1/2; u = 0.75 gives 4 − √(0.25·4·3) = 4 − √3."""
    skjev = _anslag(0, 1, 4)
    assert [skjev.kvantil(u) for u in (0, 1 / 16, 1 / 4, 1)] == [0, 0.5, 1, 4]
    assert skjev.kvantil(0.75) == pytest.approx(4 - math.sqrt(3), abs=1e-12)


@pytest.mark.parametrize("sentral", [0, 10])
def test_a_triangle_with_its_top_at_an_end_has_quantiles_too(sentral: float) -> None:
    rett = _anslag(0, sentral, 10)
    assert (rett.kvantil(0), rett.kvantil(1)) == (0, 10)


@given(
    st.lists(endelige, min_size=3, max_size=3).map(sorted), st.lists(st.floats(0, 1), min_size=2, max_size=2)
)
def test_quantiles_stay_in_the_range_and_never_fall(verdier: list[float], u: list[float]) -> None:
    anslag = _anslag(*verdier)
    lavere, hoeyere = anslag.kvantil(min(u)), anslag.kvantil(max(u))
    slingring = 1e-9 * max(1.0, anslag.hoey - anslag.lav)
    assert anslag.lav - slingring <= lavere <= hoeyere + slingring <= anslag.hoey + 2 * slingring
