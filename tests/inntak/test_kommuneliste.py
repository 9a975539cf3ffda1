"""The shipped list of municipalities and counties is whole, and a name finds its place however typed."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from analyse.inntak.kommuneliste import read_kommuneliste, search_navn, search_nummer
from analyse.modell.kommune import NIVAAER, Kommune


def test_every_municipality_and_county_of_2024_is_there_once() -> None:
    per_nivaa = Counter(k.nivaa for k in read_kommuneliste())
    assert per_nivaa == {"kommune": 357, "fylkeskommune": 14}
    assert [n for n, antall in Counter(k.nummer for k in read_kommuneliste()).items() if antall > 1] == []


def test_every_line_could_be_a_municipality_of_ours_and_names_its_source() -> None:
    for k in read_kommuneliste():
        Kommune(navn=k.navn, nummer=k.nummer, nivaa=k.nivaa, innbyggere=k.innbyggere or 1)
        assert k.kilde
        assert k.nivaa in NIVAAER
        assert bool(k.innbyggere) == bool(k.innbyggere_dato)
        assert k.maalform in ("", "bokmål", "nynorsk", "nøytral")


def test_a_place_whose_borders_have_changed_has_no_number_of_inhabitants() -> None:
    assert [k.navn for k in read_kommuneliste() if k.innbyggere is None] == ["Ålesund", "Haram"]


@pytest.mark.parametrize(
    ("navn", "nummer"),
    [
        ("Levanger", ["5037"]),
        (" LEVANGER ", ["5037"]),
        ("Karasjok", ["5610"]),
        ("Kárášjohka", ["5610"]),
        ("Aurskog-Høland", ["3226"]),
        ("Herøy", ["1515", "1818"]),
        ("Nordland", ["18"]),
        ("Andeby", []),
    ],
)
def test_a_name_finds_its_places(navn: str, nummer: list[str]) -> None:
    assert sorted(k.nummer for k in search_navn(navn)) == nummer


def test_a_number_finds_its_place_and_one_of_before_2024_finds_none() -> None:
    funnet = search_nummer("5037")
    assert funnet is not None
    assert (funnet.navn, funnet.innbyggere) == ("Levanger", 20171)
    assert date.fromisoformat(funnet.innbyggere_dato) == date(2022, 1, 1)
    assert search_nummer("1719") is None
