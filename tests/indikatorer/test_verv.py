"""What falls on one person: hours, concentration of posts and shared members, as bounds or as told."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling
from analyse.indikatorer.verv import (
    andel_topp,
    gini,
    measure_konsentrasjon,
    measure_overlapp,
    measure_timer_per_person,
    median,
)
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.verv import Verv

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Grunnlagmaker = Callable[..., Maalegrunnlag]
TALL = st.lists(st.integers(0, 20), min_size=1, max_size=40)


def _ender(m: Maaling) -> tuple[float | None, ...]:
    return (m.verdi,) if m.verdi is not None else (m.lav, m.hoey)


def test_the_gini_coefficient_by_hand() -> None:
    """1…5: the mean of all |differences| is 1.6 (40/25), the mean 3; 1.6 / (2·3) = 4/15."""
    assert gini([1, 2, 3, 4, 5]) == pytest.approx(4 / 15)
    assert gini([0, 0, 0, 4]) == 0.75
    assert gini([7]) == gini([0, 0]) == gini([]) == 0.0


@given(tall=TALL)
def test_the_gini_coefficient_is_the_mean_difference_over_twice_the_mean(tall: list[int]) -> None:
    n, sum_ = len(tall), sum(tall)
    fasit = Fraction(sum(abs(a - b) for a in tall for b in tall), 2 * n * sum_) if sum_ else Fraction(0)
    assert gini(tall) == pytest.approx(float(fasit), abs=1e-12)
    assert 0 <= gini(tall) < 1


@given(tall=TALL, data=st.data())
def test_who_is_who_and_in_which_unit_changes_no_measure_of_concentration(
    tall: list[int], data: st.DataObject
) -> None:
    stokket = data.draw(st.permutations(tall))
    for maal in (gini, andel_topp, median):
        assert maal(stokket) == pytest.approx(maal(tall))
    assert gini([3 * x for x in tall]) == pytest.approx(gini(tall))


def test_the_share_of_the_tenth_with_most_rounds_the_tenth_up() -> None:
    """Of 35, four: 4 · 2 of 22 posts held by eleven with two each."""
    assert andel_topp([2] * 11 + [0] * 24) == pytest.approx(8 / 22)
    assert andel_topp([1, 0, 0]) == 1.0
    assert andel_topp([0, 0]) == 0.0


def test_the_median_is_the_middle_or_the_mean_of_the_two() -> None:
    assert (median([5, 1, 3]), median([4, 1, 3, 2]), median([2])) == (3, 2.5, 2)


# --- measures ------------------------------------------------------------------------------------


def _vik(organ: Organmaker, modell: Modellmaker, *flere: Organ, **felter: object) -> Styringsmodell:
    ks = organ("ks", "kommunestyre", 5, moeter_per_aar=10, moetetid_timer=3)
    fsk = organ("fsk", "formannskap", 3, moeter_per_aar=20, moetetid_timer=2)
    return modell("vik", ks, fsk, *flere, **felter)


def test_hours_lie_between_the_most_even_and_the_most_concentrated(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """30 h in the council, 40 in formannskapet (three of five), 10 in an open committee of two."""
    plan = organ("plan", medlemmer=2, moeter_per_aar=5, moetetid_timer=2)
    midt, maks = measure_timer_per_person(grunnlag(_vik(organ, modell, plan)))
    assert (_ender(midt), _ender(maks)) == ((70,), (70, 80))
    assert (midt.grunn, midt.n) == (None, 5)
    aapen = organ("aapen", medlemmer=5, moeter_per_aar=5, moetetid_timer=2)
    ks_alene = modell("vik", organ("ks", "kommunestyre", 5, moeter_per_aar=10, moetetid_timer=3), aapen)
    midt, maks = measure_timer_per_person(grunnlag(ks_alene))
    assert (_ender(midt), _ender(maks)) == ((30, 40), (30, 40))


def test_bodies_without_figures_or_size_are_left_out_and_named(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    uten = (
        organ("z_uten_tall", medlemmer=3),
        organ("a_uten_antall", medlemmer=None, moeter_per_aar=4, moetetid_timer=2),
        organ("raad", "kommuneraad", 3),  # nobody of the council sits there
    )
    midt, maks = measure_timer_per_person(grunnlag(_vik(organ, modell, *uten)))
    assert {midt.grunn, maks.grunn} == {"uten:a_uten_antall,z_uten_tall"}
    assert {m.grunn for m in measure_konsentrasjon(grunnlag(_vik(organ, modell, *uten)))} == {
        "uten:a_uten_antall"
    }


def test_nothing_is_said_of_a_council_without_size_or_figures(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    for felter, mangler in (({"medlemmer": None}, "medlemmer"), ({"medlemmer": 5}, "moeter_per_aar")):
        vik = modell("vik", organ("ks", "kommunestyre", **felter))
        assert {m.grunn for m in measure_timer_per_person(grunnlag(vik))} == {f"mangler:{mangler}"}


VERV = tuple(
    Verv(organ_id=o, person_id=f"p{p}", rolle=r)
    for o, personer, r in (("ks", range(5), "medlem"), ("fsk", range(3), "medlem"), ("fsk", (3, 4), "vara"))
    for p in personer
)


def test_posts_that_are_told_give_exact_values_and_deputies_do_not_count(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    plan = organ("plan", medlemmer=2, moeter_per_aar=5, moetetid_timer=2)
    fra_utsiden = (
        Verv(organ_id="plan", person_id="p0"),
        Verv(organ_id="plan", person_id="x1"),
    )
    fortalt = grunnlag(_vik(organ, modell, plan, verv=VERV + fra_utsiden))
    assert [m.verdi for m in measure_timer_per_person(fortalt)] == [70, 80]
    konsentrasjon = [m.verdi for m in measure_konsentrasjon(fortalt)]
    assert konsentrasjon == [pytest.approx(gini([2, 1, 1, 0, 0])), pytest.approx(0.5)]


def test_a_list_of_posts_that_lacks_a_council_member_is_no_list_of_all(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    med, uten = (grunnlag(_vik(organ, modell, verv=verv)) for verv in (VERV[1:], ()))
    assert list(measure_timer_per_person(med)) == list(measure_timer_per_person(uten))
    assert list(measure_konsentrasjon(med)) == list(measure_konsentrasjon(uten))


def test_concentration_is_bounded_by_open_seats_taken_by_few_by_many_or_by_nobody(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """Five, formannskap of two, two open seats. Even: 1,1,1,1,0; one who takes one: 2,1,0,0,0."""
    vik = modell(
        "vik", organ("ks", "kommunestyre", 5), organ("fsk", "formannskap", 2), organ("plan", medlemmer=2)
    )
    gini_, topp = measure_konsentrasjon(grunnlag(vik))
    assert (gini_.lav, gini_.hoey) == (
        pytest.approx(gini([1, 1, 1, 1, 0])),
        pytest.approx(gini([2, 1, 0, 0, 0])),
    )
    assert (topp.lav, topp.hoey) == (pytest.approx(1 / 4), pytest.approx(2 / 3))


# --- overlap ---------------------------------------------------------------------------------------


def _overlapp(grunnlag: Maalegrunnlag) -> dict[str | None, tuple[float | None, ...]]:
    return {m.element: _ender(m) for m in measure_overlapp(grunnlag)}


def test_overlap_is_bounded_by_how_many_there_are_to_choose_from(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """Formannskap 9 and 12 more from a council of 17: at least 4 of 9 sit in both."""
    lukket = organ("lukket", medlemmer=12, valgbare="kommunestyret", vedtaksrett=True)
    vik = modell("vik", organ("fsk", "formannskap", 9), lukket, organ("aapen", medlemmer=4, vedtaksrett=True))
    assert _overlapp(grunnlag(vik)) == {
        "fsk+lukket": (pytest.approx(4 / 9), 1.0),
        "aapen+fsk": (0.0, 1.0),
        "aapen+lukket": (0.0, 1.0),
    }


def test_overlap_is_given_where_the_law_leaves_no_choice(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    komiteer = [organ(f"k{nr}", "kommunestyrekomite", 8, vedtaksrett=False) for nr in range(2)]
    under = [
        organ(f"u{nr}", medlemmer=3, valgbare="formannskapet", velges_av="fsk", vedtaksrett=True)
        for nr in range(2)
    ]
    ku = organ("ku", "kontrollutvalg", 5, vedtaksrett=True)
    funnet = _overlapp(grunnlag(modell("vik", organ("fsk", "formannskap", 5), *komiteer, *under, ku)))
    assert funnet["k0+k1"] == funnet["fsk+ku"] == funnet["k0+ku"] == (0.0,)
    assert funnet["fsk+u0"] == funnet["fsk+u1"] == (1.0,)
    assert funnet["u0+u1"] == (pytest.approx(1 / 3), 1.0)  # 3 + 3 of five
    assert funnet["fsk+k0"] == (0.0, 1.0)
    styrt = modell("vik", organ("raad", "kommuneraad", 4), *komiteer)
    assert _overlapp(grunnlag(styrt))["k0+raad"] == (0.0,)


def test_overlap_in_a_council_of_unknown_size_can_be_anything(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    lukket = organ("lukket", medlemmer=12, valgbare="kommunestyret", vedtaksrett=True)
    vik = modell("vik", organ("ks", "kommunestyre", None), organ("fsk", "formannskap", 9), lukket)
    assert _overlapp(grunnlag(vik)) == {"fsk+lukket": (0.0, 1.0)}


def test_overlap_is_counted_where_everybody_is_told(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    plan = organ("plan", medlemmer=2, vedtaksrett=True)
    verv = (*VERV, Verv(organ_id="plan", person_id="p0"), Verv(organ_id="plan", person_id="x1"))
    assert _overlapp(grunnlag(_vik(organ, modell, plan, verv=verv))) == {"fsk+plan": (0.5,)}
    assert _overlapp(grunnlag(_vik(organ, modell, plan, verv=verv[:-1]))) == {"fsk+plan": (0.0, 1.0)}


@given(n=st.integers(5, 20), stoerrelser=st.lists(st.integers(1, 5), min_size=2, max_size=4), data=st.data())
def test_no_random_choice_of_members_overlaps_outside_the_bounds(
    organ: Organmaker,
    modell: Modellmaker,
    grunnlag: Grunnlagmaker,
    n: int,
    stoerrelser: list[int],
    data: st.DataObject,
) -> None:
    organer = [
        organ(f"o{nr}", medlemmer=m, valgbare="kommunestyret", vedtaksrett=True)
        for nr, m in enumerate(stoerrelser)
    ]
    sitter = {o.id: set(data.draw(st.permutations(range(n)))[: o.medlemmer]) for o in organer}
    grenser_ = _overlapp(grunnlag(modell("vik", organ("ks", "kommunestyre", n), *organer)))
    for element, ender in grenser_.items():
        a, b = (sitter[i] for i in str(element).split("+"))
        assert (ender[0] or 0) - 1e-9 <= len(a & b) / min(len(a), len(b)) <= (ender[-1] or 0) + 1e-9
