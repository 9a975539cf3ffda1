"""An engagement's folder, read: the municipality, today's model, its alternatives, its logs, its choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from analyse.grunn.feil import Funn
from analyse.modell.kommune import Kommune
from analyse.modell.styringsmodell import Styringsmodell

if TYPE_CHECKING:
    import pandas as pd

DEKNINGER: tuple[str, ...] = ("alle", "utvalg", "ikke_oppgitt")
STANDARD_FROE = 1
STANDARD_TREKK = 1000  # enough for two digits of a 5 % quantile: standard error 0.7 percentage points


@dataclass(frozen=True, slots=True, kw_only=True)
class Prosjektvalg:
    """The choices of prosjekt.toml; facts never stand here.

    Parameters
    ----------
    dato : the as-of date of every question of law and every stamp. modeller : ids to compare with today's.
    ord : the place's own words. dekning : whether the case log holds all cases or a sample of convenience.
    eksempeltall : "" or the size class (liten, middels, stor) whose example figures fill what is missing.
    kommunestyremoeter : archetype → the council's meetings a year in it, where that is not today's number.
    """

    dato: date
    spraak: str = "nb"
    valgperiode: str = ""
    modeller: tuple[str, ...] = ()
    froe: int = STANDARD_FROE
    trekk: int = STANDARD_TREKK
    ord: Mapping[str, str] = field(default_factory=dict)
    dekning: str = "ikke_oppgitt"
    eksempeltall: str = ""
    kommunestyremoeter: Mapping[str, int] = field(default_factory=dict)
    oppdrag: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prosjekt:
    """Everything a project folder holds, each fact in one place.

    `fingeravtrykk` is the SHA-256 over the input files in name order; `advarsler` are findings that
    do not stop the work but are said in every report.
    """

    mappe: str
    kommune: Kommune
    dagens: Styringsmodell
    valg: Prosjektvalg
    alternativer: Mapping[str, Styringsmodell] = field(default_factory=dict)
    sakslogg: pd.DataFrame | None = None
    moeter: pd.DataFrame | None = None
    sakliste: pd.DataFrame | None = None
    advarsler: tuple[Funn, ...] = ()
    fingeravtrykk: str = ""

    @property
    def antall_saker(self) -> int:
        """Cases in the case log; 0 without one."""
        return 0 if self.sakslogg is None else int(self.sakslogg["sak_id"].nunique())

    @property
    def loggperiode(self) -> tuple[int, int] | None:
        """First and last year with a dated treatment in the case log, or None."""
        if self.sakslogg is None or not self.sakslogg["motedato"].notna().any():
            return None
        aar = self.sakslogg["motedato"].dropna().dt.year
        return int(aar.min()), int(aar.max())
