"""A source has a title and its dates in order."""

from __future__ import annotations

from datetime import date

import pytest

from analyse.grunn.kilde import Kilde


def test_a_source_is_printed_with_its_place_where_it_has_one() -> None:
    assert Kilde(tittel="kommuneloven", sted="§ 7-6").kort() == "kommuneloven, § 7-6"
    assert Kilde(tittel="Møteplan 2024").kort() == "Møteplan 2024"


@pytest.mark.parametrize("tittel", ["", "  \n"])
def test_a_source_without_a_title_is_refused(tittel: str) -> None:
    with pytest.raises(ValueError, match="title"):
        Kilde(tittel=tittel)


def test_a_source_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Kilde(tittel="Reglement", gyldig_fra=date(2024, 1, 2), gyldig_til=date(2024, 1, 1))


@pytest.mark.parametrize(
    ("fra", "til"), [(None, date(2024, 1, 1)), (date(2024, 1, 1), None), (date(2024, 1, 1), date(2024, 1, 1))]
)
def test_an_open_end_and_a_single_day_are_in_order(fra: date | None, til: date | None) -> None:
    assert Kilde(tittel="Reglement", gyldig_fra=fra, gyldig_til=til).gyldig_til == til
