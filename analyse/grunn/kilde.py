"""Where a fact comes from.

A `Kilde` is attached to models, rules, indicators and criteria; a measurement carries its short text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Kilde:
    """A source: what it is, where in it, and when it holds.

    Raises
    ------
    ValueError : the title is empty, or the dates are in the wrong order.
    """

    tittel: str
    art: str = "dokument"  # lov | dokument | register | nettside | rapport | beregning
    sted: str = ""  # paragraph or page
    lenke: str = ""
    gyldig_fra: date | None = None
    gyldig_til: date | None = None

    def __post_init__(self) -> None:
        if not self.tittel.strip():
            raise ValueError("a source needs a title")
        if self.gyldig_fra and self.gyldig_til and self.gyldig_til < self.gyldig_fra:
            raise ValueError(
                f"source {self.tittel!r}: ends {self.gyldig_til} before it begins {self.gyldig_fra}"
            )

    def kort(self) -> str:
        """Return title and place on one line, as printed beside a number."""
        return f"{self.tittel}, {self.sted}" if self.sted else self.tittel
