"""The sheets of the municipality and its parties become one record, and every path keeps its cell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analyse.grunn.feil import Funn
from analyse.inntak.arbeidsbok import read_arbeidsbok
from analyse.inntak.fra_arbeidsbok import read_inntak
from analyse.inntak.tolk import Tolk

Bok = Callable[..., Path]
Hent = Callable[..., list[Funn]]


@pytest.fixture
def tolk(arbeidsbok: Bok) -> Tolk:
    """Give the sound workbook, read."""
    return Tolk(read_arbeidsbok(arbeidsbok(), "inntak.xlsx"))


def test_a_path_leads_to_its_cell_or_to_the_nearest_above_it(tolk: Tolk) -> None:
    tolk.kommune()
    assert tolk.sted(("kommune", "navn")) == "inntak.xlsx!Kommune!B5"
    assert tolk.sted(("kommune", "mandater", "Sp")) == "inntak.xlsx!Partier!B6"
    assert tolk.sted(("kommune", "valg", 0, "aar", "x")) == "inntak.xlsx!Kommune!B12"
    assert tolk.sted(("ukjent",)) == "inntak.xlsx"


def test_a_missing_sheet_has_no_rows(tolk: Tolk) -> None:
    assert tolk.rader("finnes_ikke") == []


def test_a_merged_municipality_names_those_it_was(arbeidsbok: Bok, funn: Hent) -> None:
    rad = {"navn": "X", "innbyggere": 900, "styreform": "formannskap"}
    sti = arbeidsbok(kommune=[rad | {"tidligere_kommuner": 'Mosvik=800, "Øst, ytre"=100'}], partier=[])
    kommune = read_inntak(sti, "inntak.xlsx").kommune
    assert kommune is not None
    assert kommune.tidligere_kommuner == {"Mosvik": 800, "Øst, ytre": 100}
    sti = arbeidsbok(kommune=[rad | {"tidligere_kommuner": "Mosvik og Inderøy"}], partier=[])
    (eneste,) = funn(lambda: read_inntak(sti, "inntak.xlsx"))
    assert (eneste.kode, eneste.sted) == ("IN-059", "inntak.xlsx!Kommune!B14")


def test_inhabitants_that_are_an_assumption_stay_one(arbeidsbok: Bok) -> None:
    rad = {"navn": "X", "innbyggere": 900, "innbyggere.grunnlag": "forutsatt", "styreform": "formannskap"}
    lest = read_inntak(arbeidsbok(kommune=[rad], partier=[], moeteplan=[]), "inntak.xlsx")
    assert lest.kommune is not None
    assert lest.kommune.innbyggere_grunnlag == "forutsatt"
    assert lest.antakelser == 1


def test_one_party_spelt_in_two_ways_is_told(arbeidsbok: Bok, funn: Hent) -> None:
    endre = {("Partier", "A7"): "AP", ("Partier", "B7"): 0}
    (eneste,) = funn(lambda: read_inntak(arbeidsbok(endre=endre), "inntak.xlsx"))
    assert (eneste.kode, eneste.sted) == ("IN-051", "inntak.xlsx!Partier!A7")
