"""What an elected post is paid: one rate of one municipality's own regulation.

Kommuneloven §§ 8-3 to 8-10 leave the rates to the council itself, so there are no national ones. What a
structure costs is measured elsewhere; here a rate is only held.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from analyse.grunn.anslag import GRUNNLAG
from analyse.modell.verv import ROLLER

# Per cent of the reference pay (`referanselonn_kr`) or kroner; a year, a meeting or a meeting day.
SATSENHETER: tuple[str, ...] = ("prosent_aar", "prosent_moete", "kr_aar", "kr_moete", "kr_dag")
FASTE: tuple[str, ...] = ("prosent_aar", "kr_aar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sats:
    """One rate.

    Parameters
    ----------
    rolle : the post paid. organ : id or kind of body, "" for every body. sats : amount in `enhet`.
    frikjoep_prosent : share of a full post that the holder is released to, in per cent; None where not given.
    tak_kr_aar : the most one person is paid by this rate a year, in kroner; None where there is no cap.
    kun_hoeyeste : of several fixed rates one person could have, only the highest is paid.

    Raises
    ------
    ValueError : an unknown role, unit or ground, or an amount that is negative or not finite.
    """

    rolle: str
    sats: float
    enhet: str
    organ: str = ""
    frikjoep_prosent: float | None = None
    tak_kr_aar: float | None = None
    kun_hoeyeste: bool = False
    grunnlag: str = "oppgitt"
    kilde: str = ""

    def __post_init__(self) -> None:
        for navn, verdi, lovlige in (
            ("role", self.rolle, ROLLER),
            ("unit", self.enhet, SATSENHETER),
            ("ground", self.grunnlag, GRUNNLAG),
        ):
            if verdi not in lovlige:
                raise ValueError(f"unknown {navn} {verdi!r}; known: {', '.join(lovlige)}")
        for tall in (self.sats, self.frikjoep_prosent, self.tak_kr_aar):
            if tall is not None and not (math.isfinite(tall) and tall >= 0):
                raise ValueError(f"rate for {self.rolle}: {tall} must be zero or more")
        if self.frikjoep_prosent is not None and self.frikjoep_prosent > 100:
            raise ValueError(f"rate for {self.rolle}: released to more than a full post")

    @property
    def er_fast(self) -> bool:
        """True for a yearly rate, paid whether or not there is a meeting."""
        return self.enhet in FASTE
