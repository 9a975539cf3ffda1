"""A ban is tried on the posts that are told; a demand is broken only where nobody untold could meet it."""

from __future__ import annotations

import pytest

from analyse.modell.organ import Organ
from analyse.modell.verv import Verv
from analyse.rett.proever import check_kjoenn, check_minst, check_utelukket

UTVALG = Organ(id="plan", navn="Utvalg for plan", art="utvalg", medlemmer=5)


def _verv(kjoenn: str) -> list[Verv]:
    return [
        Verv(organ_id="plan", person_id=f"p{n}", kjoenn="" if k == "?" else k) for n, k in enumerate(kjoenn)
    ]


@pytest.mark.parametrize(("medlemmer", "svar"), [(2, "brutt"), (3, "holdt"), (None, "ikke_vurdert")])
def test_a_size_is_enough_too_small_or_not_told(medlemmer: int | None, svar: str) -> None:
    utfall = check_minst(Organ(id="plan", navn="Plan", art="utvalg", medlemmer=medlemmer), 3)
    assert utfall.svar == svar


@pytest.mark.parametrize(
    ("kjoenn", "svar"),
    [
        ("KKMMM", "holdt"),
        ("KMMMM", "brutt"),
        ("KM", "ikke_vurdert"),
        ("MMM", "ikke_vurdert"),  # two more women would do
        ("MMMM", "brutt"),  # one more would not
        ("KMMM?", "ikke_vurdert"),
        ("", "ikke_vurdert"),
    ],
)
def test_of_five_each_gender_needs_two_as_far_as_the_posts_tell(kjoenn: str, svar: str) -> None:
    assert check_kjoenn(UTVALG, _verv(kjoenn), 5, 2).svar == svar


def test_where_it_holds_as_far_as_is_possible_someone_must_judge() -> None:
    utfall = check_kjoenn(UTVALG, _verv("MMMMM"), 5, 2, er_mykt=True)
    assert (utfall.svar, utfall.er_skjoenn, utfall.mangler) == ("ikke_vurdert", True, ())
    assert not check_kjoenn(UTVALG, _verv("KKMMM"), 5, 2, er_mykt=True).er_skjoenn


def test_the_excluded_are_counted_once_and_named_only_in_the_receipt() -> None:
    verv = [*_verv("KM"), Verv(organ_id="plan", person_id="p0", rolle="leder")]
    utfall = check_utelukket(UTVALG, verv, frozenset({"p0", "annen"}), "utelukket_stilling")
    assert (utfall.svar, utfall.maalt) == ("brutt", 1)
    assert utfall.inndata["verv.person"] == ("p0",)
    assert utfall.felter == {}
    assert check_utelukket(UTVALG, verv, frozenset(), "utelukket_stilling").svar == "holdt"
