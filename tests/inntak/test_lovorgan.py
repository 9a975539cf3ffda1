"""A new project starts from the bodies of the law; every size there is the least, and an assumption."""

from __future__ import annotations

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.lovorgan import build_lovmodell, minste_kommunestyre

# kommuneloven § 5-5, at and above each bound
GRENSER = [
    ("kommune", 1, 11), ("kommune", 5000, 11), ("kommune", 5001, 19), ("kommune", 10000, 19),
    ("kommune", 10001, 27), ("kommune", 50000, 27), ("kommune", 50001, 35), ("kommune", 100000, 35),
    ("kommune", 100001, 43), ("fylkeskommune", 150000, 19), ("fylkeskommune", 150001, 27),
    ("fylkeskommune", 200001, 35), ("fylkeskommune", 300000, 35), ("fylkeskommune", 300001, 43),
]  # fmt: skip


@pytest.mark.parametrize(("nivaa", "innbyggere", "minst"), GRENSER)
def test_the_least_council_follows_the_inhabitants(nivaa: str, innbyggere: int, minst: int) -> None:
    assert minste_kommunestyre(innbyggere, nivaa) == minst


def test_seats_that_are_known_are_the_councils_size_and_no_assumption() -> None:
    raad = build_lovmodell(1900, 13, Tekst("nn")).kommunestyret
    assert (raad.medlemmer, raad.grunnlag("medlemmer")) == (13, "oppgitt")
    raad = build_lovmodell(1900, 0, Tekst("nn")).kommunestyret
    assert (raad.medlemmer, raad.grunnlag("medlemmer")) == (11, "forutsatt")


def test_a_body_the_law_sets_no_least_size_for_stays_unknown() -> None:
    modell = build_lovmodell(20000, 35, Tekst("nb"))
    assert {o.id for o in modell.organer if o.medlemmer is None} == {
        "administrasjonsutvalget",
        "eldreraadet",
        "funksjonsraadet",
        "ungdomsraadet",
        "klagenemnda",
    }
    assert {o.art: o.medlemmer for o in modell.organer if o.medlemmer} == {
        "kommunestyre": 35,
        "formannskap": 5,
        "kontrollutvalg": 5,
        "valgstyre": 3,
    }


@pytest.mark.parametrize("spraak", SPRAAK)
def test_the_names_are_those_of_the_level_and_the_language(spraak: str) -> None:
    tekst = Tekst(spraak, "fylkeskommune")
    navn = {o.id: o.navn for o in build_lovmodell(240000, 0, tekst).organer}
    assert navn["kommunestyret"].lower() == tekst.ord("kommunestyret").lower()
    assert all(n[:1].isupper() for n in navn.values())
    kommune = {o.id: o.navn for o in build_lovmodell(240000, 0, Tekst(spraak)).organer}
    assert {i for i in navn if navn[i] != kommune[i]} == {"kommunestyret", "formannskapet", "valgstyret"}


def test_every_body_says_which_law_it_is_of() -> None:
    assert [o.id for o in build_lovmodell(20000, 0, Tekst("nb")).organer if "lov" not in o.kilde] == []
