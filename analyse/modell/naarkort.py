"""When a structure can be put in place: steps, majority, deadlines, what must wait, and the way back.

`rett` makes the card and a report prints it, so it holds keys and days only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analyse.modell.lovfunn import Setning

FLERTALL: tuple[str, ...] = ("", "alminnelig", "to_tredeler", "ukjent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naarsteg:
    """One step.

    Parameters
    ----------
    hva : the sentence. regel, lov, paragraf : the rule it rests on. flertall : one of `FLERTALL`, "" where
        the step is no vote or needs no majority. tidligst, frist : first and last day, where set.

    Raises
    ------
    ValueError : an unknown majority, or the last day comes before the first.
    """

    hva: Setning
    regel: str
    lov: str
    paragraf: str
    flertall: str = ""
    tidligst: date | None = None
    frist: date | None = None

    def __post_init__(self) -> None:
        if self.flertall not in FLERTALL:
            raise ValueError(f"unknown majority {self.flertall!r}; known: {', '.join(FLERTALL)}")
        if self.tidligst and self.frist and self.frist < self.tidligst:
            raise ValueError(f"step of {self.regel}: last day {self.frist} before the first {self.tidligst}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naarkort:
    """The card of one structure, seen from today's.

    Parameters
    ----------
    dato : the day it is asked on. svar : the conclusion. for_sent : deadlines that have passed.
    flertall : the strictest of the steps. frist : the first day by which something must be done, None where
        nothing presses. valgaar : the election all of it must wait for, None where nothing must.
    tidligst : the first day the whole can be in place; before a council is constituted that day is not known,
        and the 1st of October is used.
    naa : what can change in the term. venter : what cannot. tilbake : what reversing takes.
    """

    modell: str
    dato: date
    svar: Setning
    for_sent: tuple[Setning, ...] = ()
    flertall: str = ""
    frist: date | None = None
    valgaar: int | None = None
    tidligst: date | None = None
    steg: tuple[Naarsteg, ...] = ()
    naa: tuple[Setning, ...] = ()
    venter: tuple[Setning, ...] = ()
    tilbake: tuple[Setning, ...] = ()
