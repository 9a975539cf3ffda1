"""What a number rests on, and numbers known only as a low, a central and a high value.

The order of `GRUNNLAG` is from strongest to weakest: a computed number takes its weakest input's.
Triangular distributions have a closed form for their quantiles; drawing from them is done elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

GRUNNLAG: tuple[str, ...] = ("maalt", "oppgitt", "beregnet", "forutsatt", "oppdiktet")
UTEN_TALL: tuple[str, ...] = ("ikke_belyst", "undertrykt")
INTERVALLER: tuple[str, ...] = (
    "ingen",
    "mc",
    "aar",
    "antakelse",
    "atferd",
    "utvalg",
    "identifikasjon",
    "frafall",
)


def svakeste(grunnlag: Iterable[str]) -> str:
    """Return the weakest of the given grounds; with none given, `beregnet` (it follows from structure alone).

    Examples
    --------
    >>> svakeste(["maalt", "forutsatt", "oppgitt"])
    'forutsatt'
    """
    return max(grunnlag, key=GRUNNLAG.index, default="beregnet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anslag:
    """A number with a low, a central and a high value, and what it rests on.

    Raises
    ------
    ValueError : not lav <= sentral <= hoey, a value is not finite, or the ground is unknown.
    """

    sentral: float
    lav: float
    hoey: float
    grunnlag: str
    kilde: str = ""

    def __post_init__(self) -> None:
        if not all(math.isfinite(x) for x in (self.lav, self.sentral, self.hoey)):
            raise ValueError("an estimate must be finite")
        if not self.lav <= self.sentral <= self.hoey:
            raise ValueError(
                f"an estimate needs low <= central <= high, got {self.lav}, {self.sentral}, {self.hoey}"
            )
        if self.grunnlag not in GRUNNLAG:
            raise ValueError(f"unknown ground {self.grunnlag!r}; known: {', '.join(GRUNNLAG)}")

    @property
    def er_fast(self) -> bool:
        """True where the three values are one."""
        return self.lav == self.hoey

    def kvantil(self, u: float) -> float:
        """Return the u-quantile of the triangular distribution on (lav, sentral, hoey).

        Source: the inverse of the triangular distribution function (closed form).

        Examples
        --------
        >>> Anslag(sentral=9, lav=7, hoey=11, grunnlag="beregnet").kvantil(0.5)
        9.0
        """
        spenn = self.hoey - self.lav
        if spenn == 0:
            return self.sentral
        topp = (self.sentral - self.lav) / spenn
        if u <= topp:
            return self.lav + math.sqrt(u * spenn * (self.sentral - self.lav))
        return self.hoey - math.sqrt((1 - u) * spenn * (self.hoey - self.sentral))
