"""Dates as people type them in Norway, and the one fixed moment a file is stamped with.

The clock is never read here: every date is given from outside.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

TIDLIGSTE_AAR = 1837  # formannskapslovene: no Norwegian municipality is older
SENESTE_AAR = 2100
MINUTTER = 60  # in an hour
_NORSK = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def parse_dato(tekst: str) -> date | None:
    """Return the date in `tekst` (2024-01-31 or 31.01.2024), or None where it is no such date.

    Examples
    --------
    >>> parse_dato("31.12.2023")
    datetime.date(2023, 12, 31)
    >>> parse_dato("31.02.2024") is None
    True
    """
    ren = tekst.strip()
    if treff := _ISO.fullmatch(ren):
        aar, maaned, dag = (int(x) for x in treff.groups())
    elif treff := _NORSK.fullmatch(ren):
        dag, maaned, aar = (int(x) for x in treff.groups())
    else:
        return None
    if not TIDLIGSTE_AAR <= aar <= SENESTE_AAR:
        return None
    try:
        return date(aar, maaned, dag)
    except ValueError:
        return None


def parse_klokkeslett(tekst: str) -> float | None:
    """Return hours after midnight for a time like 17:30, or None."""
    treff = re.fullmatch(r"(\d{1,2})[:.](\d{2})", tekst.strip())
    if treff is None:
        return None
    timer, minutter = int(treff[1]), int(treff[2])
    return timer + minutter / 60 if timer < 24 and minutter < 60 else None


def stempel_tidspunkt(dato: date) -> datetime:
    """Return the moment written into files made for `dato`: midnight, without zone, so bytes do not move."""
    return datetime.combine(dato, time())
