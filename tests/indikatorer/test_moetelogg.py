"""What lists of meetings and items show of today, on a table made by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling
from analyse.indikatorer.moetelogg import MINSTE_N, MOETELISTE, measure_moeteliste, measure_referat
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Grunnlagmaker = Callable[..., Maalegrunnlag]

MOETER = pd.DataFrame(
    [
        ("Kommunestyret", "18:00", "21:30", "10", "2", "17", "3"),
        ("kommunestyret", "17:00", "20:00", "8", "", "16", "1"),
        ("KOMMUNESTYRET", "22:00", "00:30", "", "0", "0", "0"),
        ("fsk", "09:00", "11:00", "6", "1", "", ""),
        ("fsk", "", "12:00", "x", "", "5", ""),
        ("fsk", "10:00", "10:00", "4", "", "", ""),
        ("Et annet organ", "08:00", "23:00", "99", "9", "9", "9"),
    ],
    columns=["organ", "start", "slutt", "antall_saker", "antall_fo", "motte", "motte_vara"],
)


@pytest.fixture(scope="session")
def vik(organ: Organmaker, modell: Modellmaker) -> Styringsmodell:
    """Give a council whose name the list uses, and an executive it knows by id."""
    return modell("vik", organ("ks", "kommunestyre", 17, navn="Kommunestyret"), organ("fsk", "formannskap"))


def _maalt(grunnlag: Maalegrunnlag) -> dict[tuple[str, str | None], Maaling]:
    return {(m.indikator, m.element): m for m in measure_moeteliste(grunnlag)}


def test_the_means_by_hand_over_the_meetings_that_have_the_figure(
    vik: Styringsmodell, grunnlag: Grunnlagmaker
) -> None:
    """Lengths 3.5, 3, 2.5 (past midnight) and 2; a meeting without a start or of no length is left out."""
    maalt = _maalt(grunnlag(vik, moeter=MOETER))
    lest = {i: (maalt[i, None].verdi, maalt[i, None].n) for i in MOETELISTE}
    assert lest == {
        "moetelengde_maalt": (2.75, 4),
        "vara_andel_maalt": (pytest.approx((3 / 17 + 1 / 16) / 2), 2),
        "spoersmaal_per_moete": (1.0, 3),
        "saker_per_moete_maalt": (7.0, 4),
        "kveldsmoete_andel": (pytest.approx(3 / 5), 5),
    }
    assert {m.grunnlag for m in maalt.values()} == {"maalt"}


def test_a_body_has_a_row_of_its_own_from_three_meetings_with_the_figure(
    vik: Styringsmodell, grunnlag: Grunnlagmaker
) -> None:
    maalt = _maalt(grunnlag(vik, moeter=MOETER))
    assert maalt["moetelengde_maalt", "ks"].verdi == 3.0
    assert maalt["moetelengde_maalt", "ks"].n == MINSTE_N
    assert ("moetelengde_maalt", "fsk") not in maalt
    assert ("saker_per_moete_maalt", "ks") not in maalt


@pytest.mark.parametrize("borte", [["start"], ["slutt"], ["motte_vara"], ["antall_fo", "antall_saker"]])
def test_a_column_that_is_missing_is_not_lit_and_never_nil(
    vik: Styringsmodell, grunnlag: Grunnlagmaker, borte: list[str]
) -> None:
    maalt = _maalt(grunnlag(vik, moeter=MOETER.drop(columns=borte)))
    for m in maalt.values():
        assert m.verdi is None or m.verdi > 0
    trenger = {
        "start": {"moetelengde_maalt", "kveldsmoete_andel"},
        "slutt": {"moetelengde_maalt"},
        "motte_vara": {"vara_andel_maalt"},
        "antall_fo": {"spoersmaal_per_moete"},
        "antall_saker": {"saker_per_moete_maalt"},
    }
    uten = {i for (i, _), m in maalt.items() if m.verdi is None}
    assert uten == set().union(*(trenger[k] for k in borte))


def test_no_list_or_no_known_body_is_not_lit_and_an_alternative_has_no_log(
    vik: Styringsmodell, grunnlag: Grunnlagmaker
) -> None:
    for moeter in (None, MOETER.iloc[:0], MOETER.iloc[-1:]):
        assert {m.grunn for m in measure_moeteliste(grunnlag(vik, moeter=moeter))} == {"mangler:moeteliste"}
    assert list(measure_moeteliste(grunnlag(vik, moeter=MOETER, er_dagens=False))) == []


def _referat(grunnlag: Maalegrunnlag) -> tuple[Any, ...]:
    (rad,) = measure_referat(grunnlag)
    return rad.verdi, rad.n, rad.grunn


def test_items_that_only_inform_are_counted_among_those_with_a_type(
    vik: Styringsmodell, grunnlag: Grunnlagmaker
) -> None:
    liste = pd.DataFrame({"sakstype": ["referat", "orientering", "reguleringsplan", "", "annet", "annet"]})
    assert _referat(grunnlag(vik, sakliste=liste)) == (0.4, 5, None)
    for uten in (None, liste[["sakstype"]].iloc[2:3], liste.rename(columns={"sakstype": "type"})):
        assert _referat(grunnlag(vik, sakliste=uten)) == (None, None, "mangler:sakliste")
    assert list(measure_referat(grunnlag(vik, sakliste=liste, er_dagens=False))) == []
