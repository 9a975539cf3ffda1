"""The municipality or county itself: facts that no change of structure changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analyse.grunn.anslag import GRUNNLAG, Anslag
from analyse.modell.godtgjoering import Sats
from analyse.modell.kommunetall import kommunetall

NIVAAER: tuple[str, ...] = ("kommune", "fylkeskommune")
VALGTYPER: tuple[str, ...] = ("stemmesedler", "listestemmetall")


@dataclass(frozen=True, slots=True, kw_only=True)
class Valg:
    """The votes of one council election: per list, as ballots or as list votes (listestemmetall)."""

    aar: int
    type: str
    stemmer: Mapping[str, int]

    def __post_init__(self) -> None:
        if self.type not in VALGTYPER:
            raise ValueError(f"unknown kind of votes {self.type!r}; known: {', '.join(VALGTYPER)}")
        if any(s < 0 for s in self.stemmer.values()):
            raise ValueError(f"election {self.aar}: votes below zero")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommune:
    """A municipality or county.

    Parameters
    ----------
    nummer : text, four digits, counties two, "" for an invented or historical one.
    innbyggere : inhabitants at the date the law counts from. mandater : seats at the last election.
    valg : votes, newest first. posisjon : parties of the position, None where not given.
    oppdiktet : invented, and shown as such wherever its data are.
    innbyggere_grunnlag : what the number of inhabitants rests on.
    tall : numbers by id, in the units of `kommunetall`. saksmengde : case type → cases a year.
    godtgjoering : the rates of pay. tidligere_kommuner : name → inhabitants of those merged into this one.

    Raises
    ------
    ValueError : a number is not as above, or seats or inhabitants are negative.
    """

    navn: str
    innbyggere: int
    nummer: str = ""
    nivaa: str = "kommune"
    mandater: Mapping[str, int] = field(default_factory=dict)
    valg: tuple[Valg, ...] = ()
    posisjon: tuple[str, ...] | None = None
    oppdiktet: bool = False
    innbyggere_grunnlag: str = "oppgitt"
    tall: Mapping[str, Anslag] = field(default_factory=dict)
    saksmengde: Mapping[str, Anslag] = field(default_factory=dict)
    godtgjoering: tuple[Sats, ...] = ()
    tidligere_kommuner: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.nivaa not in NIVAAER:
            raise ValueError(f"unknown level {self.nivaa!r}; known: {', '.join(NIVAAER)}")
        sifre = 2 if self.nivaa == "fylkeskommune" else 4
        if self.nummer and not (
            self.nummer.isascii() and self.nummer.isdigit() and len(self.nummer) == sifre
        ):
            raise ValueError(f"number {self.nummer!r} must have {sifre} digits")
        if self.innbyggere <= 0:
            raise ValueError("inhabitants must be above zero")
        if any(m < 0 for m in self.mandater.values()):
            raise ValueError("seats below zero")
        if self.innbyggere_grunnlag not in GRUNNLAG:
            raise ValueError(f"unknown ground {self.innbyggere_grunnlag!r}")
        if ukjente := sorted(set(self.tall) - set(kommunetall())):
            raise ValueError(f"no number {', '.join(ukjente)}; known: {', '.join(kommunetall())}")
        if any(a.lav < 0 for a in (*self.tall.values(), *self.saksmengde.values())):
            raise ValueError("a number of the municipality is below zero")
        if any(n < 0 for n in self.tidligere_kommuner.values()):
            raise ValueError("inhabitants of a former municipality below zero")

    @property
    def antall_mandater(self) -> int:
        """Council seats at the last election."""
        return sum(self.mandater.values())
