"""A municipality or county has a number of its level, inhabitants, and votes and seats that are counts."""

from __future__ import annotations

import pytest

from analyse.grunn.anslag import Anslag
from analyse.modell.kommune import Kommune, Valg

MANGE = Anslag(sentral=9, lav=7, hoey=11, grunnlag="oppgitt")
NEGATIVT = Anslag(sentral=1, lav=-1, hoey=2, grunnlag="oppgitt")


def test_the_seats_of_the_last_election_are_summed() -> None:
    assert Kommune(navn="Levanger", innbyggere=20000, mandater={"Ap": 10, "Sp": 7}).antall_mandater == 17
    assert Kommune(navn="Levanger", innbyggere=20000).antall_mandater == 0


@pytest.mark.parametrize(
    ("nummer", "nivaa"), [("5037", "kommune"), ("0301", "kommune"), ("50", "fylkeskommune"), ("", "kommune")]
)
def test_a_number_of_the_right_length_or_none_is_taken(nummer: str, nivaa: str) -> None:
    assert Kommune(navn="X", innbyggere=1, nummer=nummer, nivaa=nivaa).nummer == nummer


@pytest.mark.parametrize(
    ("nummer", "nivaa"),
    [("503", "kommune"), ("50", "kommune"), ("5037", "fylkeskommune"), ("503a", "kommune"),
     ("50³⁷", "kommune"),
     ("٥٠٣٧", "kommune")],
)  # fmt: skip
def test_a_number_of_another_length_or_other_digits_is_refused(nummer: str, nivaa: str) -> None:
    with pytest.raises(ValueError, match="must have"):
        Kommune(navn="X", innbyggere=1, nummer=nummer, nivaa=nivaa)


@pytest.mark.parametrize(
    ("felter", "melding"),
    [
        ({"nivaa": "stat"}, "unknown level"),
        ({"innbyggere": 0}, "inhabitants"),
        ({"innbyggere": -1}, "inhabitants"),
        ({"mandater": {"Ap": -1}}, "seats below zero"),
        ({"innbyggere_grunnlag": "gjettet"}, "unknown ground"),
        ({"tall": {"kaffe": MANGE}}, "no number kaffe"),
        ({"tall": {"sekretariat_aarsverk": NEGATIVT}}, "below zero"),
        ({"saksmengde": {"reguleringsplan": NEGATIVT}}, "below zero"),
        ({"tidligere_kommuner": {"Mosvik": -1}}, "former municipality below zero"),
    ],
)
def test_what_no_municipality_can_be_is_refused(felter: dict[str, object], melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        Kommune(**{"navn": "X", "innbyggere": 1} | felter)  # type: ignore[arg-type]


def test_an_invented_place_is_marked_and_a_real_one_is_not() -> None:
    assert not Kommune(navn="Levanger", innbyggere=20000).oppdiktet


def test_votes_are_of_a_known_kind_and_never_negative() -> None:
    assert Valg(aar=2023, type="stemmesedler", stemmer={"Ap": 0}).stemmer == {"Ap": 0}
    with pytest.raises(ValueError, match="unknown kind of votes"):
        Valg(aar=2023, type="meningsmaaling", stemmer={})
    with pytest.raises(ValueError, match="election 2023: votes below zero"):
        Valg(aar=2023, type="stemmesedler", stemmer={"Ap": -1})


def test_what_was_not_given_about_a_municipality_is_empty() -> None:
    kommune = Kommune(navn="X", innbyggere=1)
    assert (dict(kommune.tall), dict(kommune.saksmengde), kommune.godtgjoering) == ({}, {}, ())
    assert dict(kommune.tidligere_kommuner) == {}
    assert kommune.innbyggere_grunnlag == "oppgitt"
