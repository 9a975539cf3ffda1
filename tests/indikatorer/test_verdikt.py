"""Four answers, by metode §4: from an interval of the paired difference, δ and the envelope of behaviour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.indikatorer.verdikt import Intervall, verdikt

tall = st.floats(-100, 100, allow_nan=False)
spenn = st.tuples(tall, tall).map(lambda par: (min(par), max(par)))


@pytest.mark.parametrize(
    ("differanse", "ventet"),
    [
        (0, "praktisk_like"),
        (5, "praktisk_like"),
        (-5, "praktisk_like"),
        (5.1, "forskjellig"),
        (-6, "forskjellig"),
    ],
)
def test_a_structural_difference_without_uncertainty_is_compared_with_delta_alone(
    differanse: float, ventet: str
) -> None:
    assert verdikt(differanse, [], 5) == ventet


@pytest.mark.parametrize(
    ("intervall", "ventet"),
    [
        ((-5, 5), "praktisk_like"),
        ((5, 9), "kan_ikke_skilles"),  # 5 is still inside [−5, 5]
        ((5.01, 9), "forskjellig"),
        ((-9, -5.01), "forskjellig"),
        ((-6, 5), "kan_ikke_skilles"),
        ((-9, 9), "kan_ikke_skilles"),
        ((1, 4), "praktisk_like"),  # surely not nil, yet too small to be noticed
        ((0, 6), "kan_ikke_skilles"),
    ],
)
def test_the_interval_decides_at_the_boundaries_of_delta(intervall: Intervall, ventet: str) -> None:
    assert verdikt(sum(intervall) / 2, [intervall], 5) == ventet


@pytest.mark.parametrize(
    ("intervall", "konvolutt", "ventet"),
    [
        ((6, 10), (1, 20), "forskjellig"),
        ((6, 10), (0, 20), "forskjellig_avhenger_av_atferd"),
        ((6, 10), (-1, 20), "forskjellig_avhenger_av_atferd"),
        ((-10, -6), (-20, -1), "forskjellig"),
        ((-10, -6), (-20, 1), "forskjellig_avhenger_av_atferd"),
        ((-2, 2), (-9, 9), "praktisk_like"),
        ((-2, 9), (1, 9), "kan_ikke_skilles"),
    ],
)
def test_behaviour_can_only_make_a_difference_conditional(
    intervall: Intervall, konvolutt: Intervall, ventet: str
) -> None:
    assert verdikt(sum(intervall) / 2, [intervall], 5, konvolutt) == ventet


def test_several_intervals_must_give_the_same_answer() -> None:
    assert verdikt(8, [(6, 10), (7, 9)], 5) == "forskjellig"
    assert verdikt(8, [(6, 10), (-1, 9)], 5) == "kan_ikke_skilles"
    assert verdikt(0, [(6, 10), (-10, -6)], 5) == "kan_ikke_skilles"


@pytest.mark.parametrize(
    ("en", "annen", "delta"), [(2.2, 2.0, 0.2), (1.1, 0.9, 0.2), (0.3, 0.1, 0.2), (100.3, 98.3, 2)]
)
def test_a_difference_of_exactly_delta_is_inside_whatever_the_last_binary_digit(
    en: float, annen: float, delta: float
) -> None:
    assert {verdikt(en - annen, [], delta), verdikt(annen - en, [], delta)} == {"praktisk_like"}


@pytest.mark.parametrize("delta", [0, -1])
def test_a_delta_of_nothing_is_refused(delta: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        verdikt(1, [], delta)


@given(intervall=spenn, delta=st.floats(0.1, 50), konvolutt=st.none() | spenn)
def test_the_sign_of_the_difference_never_changes_the_answer(
    intervall: Intervall, delta: float, konvolutt: Intervall | None
) -> None:
    speilet = (-intervall[1], -intervall[0])
    speilet_konvolutt = konvolutt and (-konvolutt[1], -konvolutt[0])
    midt = sum(intervall) / 2
    assert verdikt(midt, [intervall], delta, konvolutt) == verdikt(-midt, [speilet], delta, speilet_konvolutt)


@given(intervall=spenn, delta=st.floats(0.1, 50), tillegg=st.floats(0, 20))
def test_a_wider_interval_never_makes_a_finding(intervall: Intervall, delta: float, tillegg: float) -> None:
    bredere = (intervall[0] - tillegg, intervall[1] + tillegg)
    svar = verdikt(0, [bredere], delta)
    assert svar in ("kan_ikke_skilles", verdikt(0, [intervall], delta))
