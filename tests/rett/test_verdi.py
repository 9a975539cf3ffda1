"""A figure of the law: tables with inclusive bounds, exact shares, deadlines, lengths of time."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.rett.verdi import Frist, Innhold, Trinn, Varighet, Verdi

TABELL = (
    Trinn(til_og_med=5000, minst=11),
    Trinn(til_og_med=10000, minst=19),
    Trinn(til_og_med=None, minst=27),
)


def _verdi(slag: str, innhold: Innhold, grense: str = "minst") -> Verdi:
    return Verdi(
        id="x",
        slag=slag,
        innhold=innhold,
        lov="l",
        paragraf="§ 1",
        gyldig_fra=date(2019, 10, 1),
        grense=grense,
    )


@pytest.mark.parametrize(
    ("innbyggere", "minst"), [(1, 11), (5000, 11), (5001, 19), (10000, 19), (10001, 27), (700000, 27)]
)
def test_the_upper_bound_of_a_row_belongs_to_the_row(innbyggere: int, minst: int) -> None:
    assert _verdi("tabell", TABELL).trinn(innbyggere).minst == minst


def test_a_row_may_hold_a_share_of_the_number_itself() -> None:
    """The ladder of the 1992 Act: above nine, 40 per cent; of eleven that is five."""
    assert Trinn(til_og_med=None, andel=Fraction(2, 5)).minste_antall(11) == 5
    assert Trinn(til_og_med=9, minst=4).minste_antall(9) == 4


@pytest.mark.parametrize(
    ("grense", "av", "minst"), [("minst", 7, 3), ("minst", 5, 2), ("mer_enn", 5, 3), ("mer_enn", 6, 3)]
)
def test_the_least_number_of_a_share_is_rounded_up_and_past_it_where_more_is_asked(
    grense: str, av: int, minst: int
) -> None:
    assert _verdi("andel", Fraction(2, 5), grense).minste_antall(av) == minst


@given(st.integers(0, 500), st.integers(1, 12), st.integers(1, 12))
def test_the_least_number_is_the_first_that_keeps_the_share(av: int, teller: int, nevner: int) -> None:
    for grense in ("minst", "mer_enn"):
        verdi = _verdi("andel", Fraction(teller, teller + nevner), grense)
        n = verdi.minste_antall(av)
        assert verdi.er_oppfylt(n, av)
        assert not verdi.er_oppfylt(n - 1, av)


@pytest.mark.parametrize(
    ("grense", "holder"),
    [
        ("minst", (False, True, True)),
        ("mer_enn", (False, False, True)),
        ("hoeyst", (True, True, False)),
        ("under", (True, False, False)),
        ("lik", (False, True, False)),
    ],
)
def test_each_limit_takes_its_own_side_of_the_figure(grense: str, holder: tuple[bool, ...]) -> None:
    assert tuple(_verdi("tall", 5, grense).er_oppfylt(n) for n in (4, 5, 6)) == holder


def test_two_thirds_are_exact() -> None:
    """Of 27 votes 18 are two thirds, and of 28 it takes 19 (18.67): nothing is rounded on the way."""
    to_tredeler = _verdi("andel", Fraction(2, 3))
    assert to_tredeler.minste_antall(27) == 18
    assert to_tredeler.er_oppfylt(18, 27)
    assert not to_tredeler.er_oppfylt(17, 27)
    assert to_tredeler.minste_antall(28) == 19


def test_a_deadline_before_a_day_ends_the_day_before() -> None:
    """Prior vote on parliamentary government for 2027: before 1 January 2027, so 31 December 2026."""
    frist = Frist(grunnlag="valgaar", aar=0, maaned=1, dag=1, foer=True)
    assert frist.siste_dag(2027) == date(2026, 12, 31)
    assert Frist(grunnlag="valgaar", aar=2, maaned=1, dag=1).siste_dag(2023) == date(2025, 1, 1)


@pytest.mark.parametrize(
    ("varighet", "fra", "til"),
    [
        (Varighet(dager=14), date(2027, 10, 1), date(2027, 10, 15)),
        (Varighet(maaneder=6), date(2024, 8, 31), date(2025, 2, 28)),
        (Varighet(maaneder=3), date(2023, 11, 15), date(2024, 2, 15)),
        (Varighet(aar=2), date(2024, 2, 29), date(2026, 2, 28)),
        (Varighet(aar=4), date(2019, 10, 1), date(2023, 10, 1)),
    ],
)
def test_a_length_of_time_ends_on_the_same_day_or_the_months_last(
    varighet: Varighet, fra: date, til: date
) -> None:
    assert varighet.etter(fra) == til


def test_a_length_of_time_is_held_against_its_own_unit() -> None:
    assert _verdi("varighet", Varighet(maaneder=3)).er_oppfylt(3)
    assert not _verdi("varighet", Varighet(maaneder=3)).er_oppfylt(2)
    assert _verdi("varighet", Varighet(maaneder=3)).varighet.antall == 3


def test_a_figure_asked_for_as_another_kind_says_so() -> None:
    tall = _verdi("tall", 5)
    with pytest.raises(TypeError, match="not a share"):
        _ = tall.andel
    with pytest.raises(TypeError, match="not a table"):
        tall.trinn(3)
    with pytest.raises(TypeError, match="not a deadline"):
        _ = tall.frist
    with pytest.raises(TypeError, match="not a length of time"):
        _ = tall.varighet
    with pytest.raises(TypeError, match="not a number"):
        _ = _verdi("andel", Fraction(1, 2)).tall


@pytest.mark.parametrize("felt", [{"slag": "brøk"}, {"grense": "cirka"}, {"tillit": "kanskje"}])
def test_a_word_outside_its_closed_list_is_refused(felt: dict[str, str]) -> None:
    hel = {
        "id": "x",
        "slag": "tall",
        "innhold": 1,
        "lov": "l",
        "paragraf": "§",
        "gyldig_fra": date(2020, 1, 1),
    }
    with pytest.raises(ValueError, match="unknown"):
        Verdi(**{**hel, **felt})


def test_a_period_that_ends_on_its_first_day_is_refused() -> None:
    with pytest.raises(ValueError, match="ends"):
        Verdi(id="x", slag="tall", innhold=1, lov="l", paragraf="§", gyldig_fra=date(2020, 1, 1),
              gyldig_til=date(2020, 1, 1))  # fmt: skip
