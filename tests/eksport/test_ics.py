"""Is the calendar file valid, whole-day, and the same every time?"""

from __future__ import annotations

from datetime import date
from typing import Any

from icalendar import Calendar

from analyse.eksport.ics import Hendelse, build_ics

HENDELSER = (
    Hendelse(
        id="frist-a-2026-12-31",
        dato=date(2026, 12, 31),
        tittel="Siste dag; æøå, og «mer»",
        om="Linje 1\nLinje 2",
    ),
    Hendelse(id="frist-b-2027-10-31", dato=date(2027, 10, 31), tittel="Konstituering"),
)


def _bygg() -> bytes:
    return build_ics(HENDELSER, navn="Frister", stempel=date(2026, 1, 1))


def _poster() -> list[Any]:
    return list(Calendar.from_ical(_bygg()).walk("VEVENT"))


def test_the_same_days_give_the_same_bytes() -> None:
    assert _bygg() == _bygg()


def test_another_reader_gets_back_what_was_written() -> None:
    foerste = _poster()[0]
    assert str(foerste["summary"]) == "Siste dag; æøå, og «mer»"
    assert str(foerste["description"]) == "Linje 1\nLinje 2"
    assert str(foerste["uid"]) == "frist-a-2026-12-31@styreform"


def test_every_event_is_one_whole_day_that_no_time_zone_moves() -> None:
    for post, hendelse in zip(_poster(), HENDELSER, strict=True):
        assert post.decoded("dtstart") == hendelse.dato
        assert (post.decoded("dtend") - hendelse.dato).days == 1
    assert b"DTSTART;VALUE=DATE:20261231" in _bygg()
    assert b"DTSTAMP:20260101T000000Z" in _bygg()


def test_lines_end_as_the_standard_asks_and_are_folded() -> None:
    linjer = _bygg().split(b"\r\n")
    assert b"\n" not in b"".join(linjer)
    assert max(map(len, linjer)) <= 75
