"""A number of a unit, written: decimals, sign and unit."""

from __future__ import annotations

import pytest

from analyse.grunn.tekst import Tekst
from analyse.modell.tallform import desimaler, format_med_enhet, format_tall

NB = Tekst("nb")


@pytest.mark.parametrize(
    ("verdi", "enhet", "fortegn", "skrevet"),
    [
        (12.4, "moeter_per_aar", False, "12"),
        (1234.56, "behandlinger", False, "1\xa0234,56"),
        (0.2, "andel", False, "20\xa0%"),
        (3.0, "moeter_per_aar", True, "+3"),
        (-3.0, "moeter_per_aar", False, "−3"),
        (-0.4, "moeter_per_aar", True, "0"),
        (1.25, "ukjent_enhet", False, "1,3"),
    ],
)
def test_a_number_has_the_decimals_of_its_unit_and_a_rounded_zero_no_sign(
    verdi: float, enhet: str, fortegn: bool, skrevet: str
) -> None:
    assert format_tall(verdi, enhet, NB, fortegn=fortegn) == skrevet


def test_a_share_has_its_sign_and_no_unit() -> None:
    assert format_med_enhet("20\xa0%", "andel", NB) == "20\xa0%"
    assert format_med_enhet("9", "moeter_per_aar", NB) == "9\xa0møter per år"
    assert desimaler("behandlinger") == 2
