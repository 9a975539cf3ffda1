"""Inhabitants per member and Gallagher's index, against published and hand-worked figures."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling
from analyse.indikatorer.representasjon import (
    gallagher,
    gallagher_minimum,
    measure_gallagher,
    measure_innbyggere,
)
from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell
from analyse.valg.forholdsvalg import forholdsvalg

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Grunnlagmaker = Callable[..., Maalegrunnlag]
LEVANGER_2023 = {
    "Ap": 10,
    "Sp": 7,
    "H": 6,
    "FrP": 3,
    "SV": 2,
    "KrF": 2,
    "V": 1,
    "R": 1,
    "MDG": 1,
    "PP": 1,
    "INP": 1,
}
mandater_ = st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 20), min_size=1).filter(
    lambda m: any(m.values())
)


def _finn(maalinger: Iterable[Maaling], indikator: str, element: str | None = None) -> Maaling:
    return next(m for m in maalinger if (m.indikator, m.element) == (indikator, element))


def test_the_index_of_an_election_worked_by_hand() -> None:
    """Votes 60, 30, 10 and seats 70, 30, 0 of 100: √(½(10² + 0² + 10²)) = 10."""
    assert gallagher({"A": 70, "B": 30}, {"A": 60, "B": 30, "C": 10}) == pytest.approx(10)


def test_a_formannskap_of_nine_in_levanger_worked_by_hand() -> None:
    """Quotients 10, 7, 6, 5, 3.5, 3.33, 3, 3, 2.5: Ap 4, Sp 2, H 2, FrP 1 of 9.

    Shares less council shares, per cent: 15.873, 2.222, 5.079, 2.540, 2 × −5.714, 5 × −2.857; half the sum
    of squares 197.63, root 14.058.
    """
    plasser = forholdsvalg(LEVANGER_2023, 9).plasser
    assert {p: n for p, n in plasser.items() if n} == {"Ap": 4, "Sp": 2, "H": 2, "FrP": 1}
    assert gallagher(plasser, LEVANGER_2023) == pytest.approx(14.058, abs=5e-4)


def test_a_party_that_sits_in_the_body_alone_counts_against_it() -> None:
    assert gallagher({"B": 1}, {"A": 1}) == gallagher({"A": 0, "B": 1}, {"A": 1, "B": 0}) == 100


@pytest.mark.parametrize(
    ("plasser", "mandater"), [({}, {"A": 1}), ({"A": 0}, {"A": 1}), ({"A": 1}, {"A": 0}), ({"A": 1}, {})]
)
def test_the_index_of_nobody_is_refused(plasser: dict[str, int], mandater: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="needs seats"):
        gallagher(plasser, mandater)


@given(mandater=mandater_, plasser=st.integers(1, 5))
def test_no_division_of_the_seats_gives_less_than_the_minimum(mandater: dict[str, int], plasser: int) -> None:
    partier = list(mandater)
    alle = (
        dict(zip(partier, delt, strict=True))
        for delt in product(range(plasser + 1), repeat=len(partier))
        if sum(delt) == plasser
    )
    assert gallagher_minimum(mandater, plasser) == pytest.approx(min(gallagher(d, mandater) for d in alle))


@given(mandater=mandater_, plasser=st.integers(1, 30))
def test_the_index_lies_between_nil_and_a_hundred_and_does_not_know_the_order(
    mandater: dict[str, int], plasser: int
) -> None:
    delt = forholdsvalg(mandater, plasser)
    verdier = [gallagher(utfall, mandater) for utfall in delt.utfall()]
    assert all(gallagher_minimum(mandater, plasser) - 1e-9 <= v <= 100 for v in verdier)
    snudd = dict(reversed(list(mandater.items())))
    assert gallagher(delt.plasser | next(iter(delt.utfall())), snudd) == verdier[0]


@given(mandater=mandater_, plasser=st.integers(1, 12))
def test_a_lot_among_the_councils_own_lists_never_moves_the_index(
    mandater: dict[str, int], plasser: int
) -> None:
    """Lists draw only with equal votes, so whoever wins, the shares are the same."""
    verdier = [gallagher(u, mandater) for u in forholdsvalg(mandater, plasser).utfall()]
    assert max(verdier) == pytest.approx(min(verdier))


def test_inhabitants_per_member(modell: Modellmaker, grunnlag: Grunnlagmaker) -> None:
    (maalt,) = measure_innbyggere(grunnlag(modell("m")))
    assert (maalt.verdi, maalt.n, maalt.grunnlag) == (250, 17, "oppdiktet")


@pytest.mark.parametrize("basis", ["oppgitt", "forutsatt"])
def test_inhabitants_per_member_rest_on_what_the_number_of_inhabitants_does(
    modell: Modellmaker, grunnlag: Grunnlagmaker, basis: str
) -> None:
    kommune = Kommune(navn="Vik", innbyggere=100, innbyggere_grunnlag=basis)
    (maalt,) = measure_innbyggere(grunnlag(modell("m"), kommune))
    assert maalt.grunnlag == basis


@pytest.mark.parametrize("medlemmer", [None, 0])
def test_a_council_of_unknown_or_no_size_is_not_lit(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker, medlemmer: int | None
) -> None:
    m = modell("m", organ("ks", "kommunestyre", medlemmer), organ("fsk", "formannskap", 5))
    (maalt,) = measure_innbyggere(grunnlag(m))
    assert (maalt.verdi, maalt.grunn) == (None, "mangler:medlemmer")
    assert {(x.verdi, x.grunn) for x in measure_gallagher(grunnlag(m))} == {(None, "mangler:mandater")}


def test_a_municipality_without_seats_has_no_index(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    m = modell("m", organ("fsk", "formannskap", 5))
    maalt = list(measure_gallagher(grunnlag(m, Kommune(navn="Vik", innbyggere=100))))
    assert [(x.element, x.grunn) for x in maalt] == [(None, "mangler:mandater")] * 3


def test_the_total_is_the_mean_over_seats_and_not_the_index_of_pooled_seats(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    m = modell("m", organ("fsk", "formannskap", 5), organ("plan", medlemmer=3))
    maalt = list(measure_gallagher(grunnlag(m)))
    deler = {o: _finn(maalt, "gallagher_organ", o).verdi or 0 for o in ("fsk", "plan")}
    samlet = _finn(maalt, "gallagher_organ")
    assert samlet.verdi == pytest.approx((5 * deler["fsk"] + 3 * deler["plan"]) / 8)
    assert (samlet.n, samlet.grunn) == (2, None)
    minst, over = _finn(maalt, "gallagher_minimum"), _finn(maalt, "gallagher_overskudd")
    assert samlet.verdi == pytest.approx((minst.verdi or 0) + (over.verdi or 0))


@pytest.mark.parametrize(
    ("uten", "mangler"),
    [({"medlemmer": None}, "mangler:medlemmer"), ({"art": "kommuneraad"}, "mangler:sammensetning")],
)
def test_a_body_of_unknown_composition_is_left_out_and_named(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker, uten: dict[str, object], mangler: str
) -> None:
    m = modell("m", organ("fsk", "formannskap", 5), organ("x", **uten))
    maalt = list(measure_gallagher(grunnlag(m)))
    samlet = _finn(maalt, "gallagher_organ")
    assert samlet.verdi == _finn(maalt, "gallagher_organ", "fsk").verdi
    assert (samlet.n, samlet.grunn) == (1, "uten:x")
    assert (_finn(maalt, "gallagher_organ", "x").verdi, _finn(maalt, "gallagher_organ", "x").grunn) == (
        None,
        mangler,
    )


def test_only_bodies_that_recommend_or_decide_are_in_the_total(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    tomt = list(
        measure_gallagher(grunnlag(modell("m", organ("eldre", "eldreraad", 5), organ("null", medlemmer=0))))
    )
    assert {(x.element, x.grunn) for x in tomt} == {(None, "mangler:organ")}
    ruter = ("plan: fsk:innstiller > ks:vedtar",)
    m = modell("m", organ("fsk", "formannskap", 5), organ("kontroll", "kontrollutvalg", 5), ruter=ruter)
    assert {x.element for x in measure_gallagher(grunnlag(m))} == {None, "fsk"}


def test_a_lot_in_a_body_elected_by_another_gives_bounds_with_the_mean_between(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """Of a formannskap of Rød 1, Blå 1 a working committee of 1 is drawn; the council is Rød 9, Blå 8.

    One seat to Rød: √(½(2·47.06²)) = 47.06; to Blå 52.94; mean 50.
    """
    kommune = Kommune(navn="Vik", innbyggere=100, mandater={"Rød": 9, "Blå": 8})
    m = modell("m", organ("fsk", "formannskap", 2), organ("au", medlemmer=1, velges_av="fsk"))
    au = _finn(measure_gallagher(grunnlag(m, kommune)), "gallagher_organ", "au")
    assert (au.verdi, au.lav, au.hoey) == pytest.approx((50, 100 * 8 / 17, 100 * 9 / 17))


def test_lists_that_have_no_seat_change_nothing(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    m = modell("m", organ("fsk", "formannskap", 5))
    uten = Kommune(navn="Vik", innbyggere=100, mandater={"Rød": 9, "Blå": 8})
    med = Kommune(navn="Vik", innbyggere=100, mandater={"Rød": 9, "Null": 0, "Blå": 8})
    verdier = [[x.verdi for x in measure_gallagher(grunnlag(m, k))] for k in (uten, med)]
    assert verdier[0] == verdier[1]
    assert not any(v is None or math.isnan(v) for v in verdier[0])


def test_seats_recomputed_without_votes_are_said_to_be_less_certain(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    m = modell("m", organ("ks", "kommunestyre", 11), organ("fsk", "formannskap", 5))
    assert {x.grunn for x in measure_gallagher(grunnlag(m))} == {"mindre_sikker"}
