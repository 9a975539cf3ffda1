"""Dates and times as people type them; nothing here knows what day it is."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.tid import SENESTE_AAR, TIDLIGSTE_AAR, parse_dato, parse_klokkeslett, stempel_tidspunkt


@pytest.mark.parametrize("tekst", ["2024-02-01", "01.02.2024", "1.2.2024", "  1.2.2024\n"])
def test_a_norwegian_date_has_the_day_first(tekst: str) -> None:
    assert parse_dato(tekst) == date(2024, 2, 1)


@pytest.mark.parametrize(
    "tekst",
    ["", "31.02.2024", "2023-02-29", "1.2.24", "2024-2-1", "02/01/2024", "1. februar 2024", "45323",
     "1836-12-31", "2101-01-01", "0000-00-00", "2024-13-01", "2024-01-01T10:00"],
)  # fmt: skip
def test_what_is_no_date_in_range_is_none(tekst: str) -> None:
    assert parse_dato(tekst) is None


def test_the_29th_of_february_exists_in_a_leap_year() -> None:
    assert parse_dato("29.02.2024") == date(2024, 2, 29)


@given(st.dates(date(TIDLIGSTE_AAR, 1, 1), date(SENESTE_AAR, 12, 31)))
def test_every_date_is_read_back_in_both_ways_of_writing(dato: date) -> None:
    assert parse_dato(dato.isoformat()) == dato
    assert parse_dato(f"{dato.day}.{dato.month}.{dato.year}") == dato


@given(st.text(alphabet="0123456789.-: ", max_size=12))
def test_no_text_makes_the_reader_fail(tekst: str) -> None:
    assert parse_dato(tekst) is None or isinstance(parse_dato(tekst), date)
    assert parse_klokkeslett(tekst) is None or 0 <= (parse_klokkeslett(tekst) or 0) < 24


@pytest.mark.parametrize(
    ("tekst", "timer"), [("17:30", 17.5), ("09.15", 9.25), ("0:00", 0), (" 23:59 ", 23 + 59 / 60)]
)
def test_a_time_of_day_is_hours_after_midnight(tekst: str, timer: float) -> None:
    assert parse_klokkeslett(tekst) == timer


@pytest.mark.parametrize("tekst", ["", "24:00", "12:60", "17", "17:3", "kl. 17:00", "-1:00"])
def test_what_is_no_time_of_day_is_none(tekst: str) -> None:
    assert parse_klokkeslett(tekst) is None


def test_files_are_stamped_with_midnight_without_a_zone() -> None:
    assert stempel_tidspunkt(date(2024, 1, 31)) == datetime(2024, 1, 31, 0, 0)  # noqa: DTZ001  # no zone is meant
