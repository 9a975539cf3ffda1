"""The rows of the table of measurements as a figure prints them: value, intervals, ground and reservation.

Translation only: rows are looked up by their key and written out; nothing is summed, chosen or subtracted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analyse.grunn.anslag import UTEN_TALL
from analyse.grunn.tekst import Tekst
from analyse.modell.tallform import format_tall

Rad = Mapping[str, Any]
Noekkel = tuple[str, str, str | None, str | None, str | None]  # modell, indikator, dimensjon, element, mot


@dataclass(frozen=True, slots=True, kw_only=True)
class Maalt:
    """One number: all its rows, which differ only in their kind of interval."""

    rader: tuple[Rad, ...]

    @property
    def hoved(self) -> Rad:
        """The row that stands for the number."""
        return self.rader[0]

    @property
    def er_belyst(self) -> bool:
        """True where there is a number or at least a range."""
        return self.hoved["grunnlag"] not in UTEN_TALL

    @property
    def verdi(self) -> float | None:
        """The central value; None where only a range is known, or nothing."""
        verdi = self.hoved["verdi"]
        return None if verdi is None else float(verdi)

    @property
    def er_minst(self) -> bool:
        """True for a lower bound."""
        return any(r["lav"] is not None and r["hoey"] is None for r in self.rader)

    @property
    def spenn(self) -> tuple[tuple[str, float, float], ...]:
        """The intervals with both ends: kind, low, high."""
        return tuple(
            (r["intervall"], float(r["lav"]), float(r["hoey"]))
            for r in self.rader
            if r["lav"] is not None and r["hoey"] is not None
        )

    def i_ord(self, tekst: Tekst, *, fortegn: bool = False) -> str:
        """Return the value alone: 9, minst 60, mellom 40 og 90, ikke belyst."""
        enhet = self.hoved["enhet"]
        if not self.er_belyst:
            return tekst(f"begrep.grunnlag.{self.hoved['grunnlag']}")
        if self.verdi is None:
            lav, hoey = (format_tall(v, enhet, tekst, fortegn=fortegn) for v in self.spenn[0][1:])
            return tekst("rapport.tall.mellom", lav=lav, hoey=hoey)
        skrevet = format_tall(self.verdi, enhet, tekst, fortegn=fortegn)
        return tekst("rapport.tall.minst", verdi=skrevet) if self.er_minst else skrevet

    def spenn_i_ord(self, tekst: Tekst) -> tuple[str, ...]:
        """Return each interval with its kind; a range that is the value itself is not told twice."""
        enhet = self.hoved["enhet"]
        ut = []
        for slag, lav, hoey in self.spenn if self.verdi is not None else self.spenn[1:]:
            ender = [format_tall(v, enhet, tekst) for v in (lav, hoey)]
            navn = tekst(f"begrep.intervall.{slag}")
            ut.append(tekst("rapport.tall.spenn_strek", lav=ender[0], hoey=ender[1], slag=navn))
        return tuple(ut)

    def grunnlag(self, tekst: Tekst) -> str:
        """Return what the number rests on, as one word; "" where there is none."""
        return tekst(f"begrep.grunnlag.{self.hoved['grunnlag']}") if self.er_belyst else ""


def build_maalte(rader: Iterable[Rad]) -> dict[Noekkel, Maalt]:
    """Return the numbers of a table by key, in the table's order."""
    samlet: dict[Noekkel, list[Rad]] = {}
    for rad in rader:
        noekkel = (rad["modell"], rad["indikator"], rad["dimensjon"], rad["element"], rad["mot"])
        samlet.setdefault(noekkel, []).append(rad)
    return {noekkel: Maalt(rader=tuple(r)) for noekkel, r in samlet.items()}


def join_kilder(maalte: Sequence[Maalt], tekst: Tekst) -> str:
    """Return the sources of the numbers, each once; a method's key becomes its name."""
    ut: dict[str, None] = {}
    for maalt in maalte:
        kilde = maalt.hoved["kilde"] or ""
        noekkel = f"begrep.metode.{kilde}"
        if kilde and maalt.er_belyst:
            ut[tekst(noekkel) if tekst.finnes(noekkel) else kilde.rstrip(".")] = None
    return "; ".join(ut)
