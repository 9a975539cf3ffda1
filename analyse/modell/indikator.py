"""An indicator: what a number is, in which unit, and the smallest difference worth speaking of."""

from __future__ import annotations

from dataclasses import dataclass

RETNINGER: tuple[str, ...] = ("lavere", "hoeyere", "noeytral")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator:
    """One entry of the register.

    Parameters
    ----------
    nr : its number in the method. merkbar_forskjell : smallest difference a council would care about, in
        the unit; with `er_andel` a share (0–1) of today's value. evidensklasse : the stream of its rows.
    vektes : dimension whose elements the headline figure is the weighted mean of, by shared weights.
    samles : dimension whose elements add up to the headline figure, "" where they do not.
    """

    id: str
    nr: int
    enhet: str
    retning: str
    merkbar_forskjell: float
    evidensklasse: str
    rekkevidde: str
    gruppe: str
    kilde: str
    er_andel: bool = False
    samles: str = ""
    vektes: str = ""

    def __post_init__(self) -> None:
        if self.retning not in RETNINGER:
            raise ValueError(f"indicator {self.id}: unknown direction {self.retning!r}")
        if self.merkbar_forskjell <= 0:
            raise ValueError(f"indicator {self.id}: the smallest notable difference must be above zero")

    def delta(self, dagens: float) -> float:
        """Return the smallest notable difference in the unit, given today's value."""
        return abs(dagens) * self.merkbar_forskjell if self.er_andel else self.merkbar_forskjell
