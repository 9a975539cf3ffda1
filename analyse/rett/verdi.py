"""A figure the law sets (a size, a share, a table, a deadline, a duration) for as long as it holds.

The figures stand in data/lov beside the rules that use them. An amendment is a new entry with a later date;
the old one stays. Left out on purpose: which rule uses a figure, and what follows from it.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

SLAG: tuple[str, ...] = ("tall", "andel", "tabell", "frist", "varighet")
GRENSER: tuple[str, ...] = ("minst", "mer_enn", "hoeyst", "under", "lik")
FRISTGRUNNLAG: tuple[str, ...] = ("valgaar", "konstitueringsaar", "kalenderaar")
TILLIT: tuple[str, ...] = ("sikker", "sannsynlig", "usikker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trinn:
    """One row of a table: up to and including `til_og_med` (None: no end) at least `minst`.

    Parameters
    ----------
    hoeyst : the row's largest lawful number, None where there is none. andel : a share of the number looked
        up with, in place of `minst`.
    """

    til_og_med: int | None
    minst: int = 0
    hoeyst: int | None = None
    andel: Fraction | None = None

    def minste_antall(self, antall: int) -> int:
        """Return the least lawful number for `antall`, the number the row was found with."""
        return self.minst if self.andel is None else ceil(self.andel * antall)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frist:
    """A day counted from a year.

    Parameters
    ----------
    grunnlag : which year it is counted from. aar : years to add. foer : the day itself is too late.
    """

    grunnlag: str
    aar: int
    maaned: int
    dag: int
    foer: bool = False

    def siste_dag(self, grunnlagsaar: int) -> date:
        """Return the last day that is in time.

        Examples
        --------
        >>> Frist(grunnlag="valgaar", aar=-1, maaned=12, dag=31).siste_dag(2027)
        datetime.date(2026, 12, 31)
        """
        dagen = date(grunnlagsaar + self.aar, self.maaned, self.dag)
        return dagen - timedelta(days=1) if self.foer else dagen


@dataclass(frozen=True, slots=True, kw_only=True)
class Varighet:
    """A length of time in one unit: days, months or years."""

    dager: int = 0
    maaneder: int = 0
    aar: int = 0

    @property
    def antall(self) -> int:
        """The number that is printed, in its own unit."""
        return self.dager or self.maaneder or self.aar

    def etter(self, fra: date) -> date:
        """Return the day this long after `fra`; a day the month does not have becomes its last."""
        if self.dager:
            return fra + timedelta(days=self.dager)
        aar, maaned = divmod(fra.year * 12 + fra.month - 1 + self.maaneder + 12 * self.aar, 12)
        return date(aar, maaned + 1, min(fra.day, calendar.monthrange(aar, maaned + 1)[1]))


Innhold = int | Fraction | tuple[Trinn, ...] | Frist | Varighet


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdi:
    """A figure of the law in one period.

    Parameters
    ----------
    gyldig_til : the first day it no longer holds, None where it still does.
    grense : how a measured number is held against it. som_prosent : printed as per cent, not as a fraction.
    enhet : what is counted, "" for days and deadlines.

    Raises
    ------
    ValueError : an unknown kind, limit or confidence, or a period that ends before it begins.
    """

    id: str
    slag: str
    innhold: Innhold
    lov: str
    paragraf: str
    gyldig_fra: date
    gyldig_til: date | None = None
    grense: str = "minst"
    som_prosent: bool = False
    enhet: str = ""
    tillit: str = "sikker"

    def __post_init__(self) -> None:
        for felt, verdi, kjente in (
            ("kind", self.slag, SLAG),
            ("limit", self.grense, GRENSER),
            ("confidence", self.tillit, TILLIT),
        ):
            if verdi not in kjente:
                raise ValueError(f"figure {self.id}: unknown {felt} {verdi!r}; known: {', '.join(kjente)}")
        if self.gyldig_til is not None and self.gyldig_til <= self.gyldig_fra:
            raise ValueError(f"figure {self.id}: ends {self.gyldig_til}, begins {self.gyldig_fra}")

    @property
    def tall(self) -> int:
        """The figure where it is a number."""
        if isinstance(self.innhold, int):
            return self.innhold
        raise TypeError(f"figure {self.id} is a {self.slag}, not a number")

    @property
    def andel(self) -> Fraction:
        """The figure where it is a share."""
        if isinstance(self.innhold, Fraction):
            return self.innhold
        raise TypeError(f"figure {self.id} is a {self.slag}, not a share")

    @property
    def varighet(self) -> Varighet:
        """The figure where it is a length of time."""
        if isinstance(self.innhold, Varighet):
            return self.innhold
        raise TypeError(f"figure {self.id} is a {self.slag}, not a length of time")

    @property
    def frist(self) -> Frist:
        """The figure where it is a deadline."""
        if isinstance(self.innhold, Frist):
            return self.innhold
        raise TypeError(f"figure {self.id} is a {self.slag}, not a deadline")

    def trinn(self, antall: int) -> Trinn:
        """Return the table's row for a number, upper bounds inclusive."""
        if not isinstance(self.innhold, tuple):
            raise TypeError(f"figure {self.id} is a {self.slag}, not a table")
        return next(t for t in self.innhold if t.til_og_med is None or antall <= t.til_og_med)

    def minste_antall(self, av: int) -> int:
        """Return the least whole number of `av` that reaches a share.

        Examples
        --------
        >>> kvotering = Verdi(id="kjoenn_andel", slag="andel", innhold=Fraction(2, 5), lov="", paragraf="",
        ...                   gyldig_fra=date(2019, 10, 1))
        >>> kvotering.minste_antall(7)
        3
        """
        grense = self.andel * av
        return floor(grense) + 1 if self.grense == "mer_enn" else ceil(grense)

    def er_oppfylt(self, antall: int, av: int = 1) -> bool:
        """True where `antall` (of `av`, for a share) is on the lawful side of the figure."""
        if isinstance(self.innhold, Fraction):
            grense = self.innhold * av
        elif isinstance(self.innhold, Varighet):
            grense = Fraction(self.innhold.antall)
        else:
            grense = Fraction(self.tall)
        return {
            "minst": antall >= grense,
            "mer_enn": antall > grense,
            "hoeyst": antall <= grense,
            "under": antall < grense,
            "lik": antall == grense,
        }[self.grense]
