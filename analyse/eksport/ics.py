"""A calendar file (iCalendar, RFC 5545) of days that someone else has found.

Every event is a whole day, so that no time zone can move it, and the stamp is given from outside: the same
days give the same bytes. Left out: reminders, which are the receiver's own choice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

PRODUKT = "-//styreform//NONSGML styreform//NO"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hendelse:
    """One day: an id that never changes, what it is called and what is told about it."""

    id: str
    dato: date
    tittel: str
    om: str = ""


def build_ics(hendelser: Iterable[Hendelse], *, navn: str, stempel: date) -> bytes:
    """Return the calendar file.

    Parameters
    ----------
    navn : the calendar's name. stempel : the day the file is stamped with.
    """
    from icalendar import Calendar, Event

    kalender = Calendar()
    kalender.add("prodid", PRODUKT)
    kalender.add("version", "2.0")
    kalender.add("x-wr-calname", navn)
    for hendelse in hendelser:
        post = Event()
        post.add("uid", f"{hendelse.id}@styreform")
        post.add("dtstamp", datetime.combine(stempel, time(), UTC))
        post.add("dtstart", hendelse.dato)
        post.add("dtend", hendelse.dato + timedelta(days=1))
        post.add("summary", hendelse.tittel)
        if hendelse.om:
            post.add("description", hendelse.om)
        post.add("transp", "TRANSPARENT")
        kalender.add_component(post)
    return bytes(kalender.to_ical())
