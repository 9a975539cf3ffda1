"""What the stages hand on: the table of measurements, the draws behind it, and where it all came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from analyse.modell.indikator import Indikator
from analyse.modell.lovfunn import Lovfunn
from analyse.modell.naarkort import Naarkort
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.styringsmodell import Styringsmodell

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

Serie = tuple[str, str | None, str | None]  # indikator, dimensjon, element


@dataclass(frozen=True, slots=True, kw_only=True)
class Opphav:
    """Where a result comes from: enough to make it again, to the byte."""

    kodeversjon: str
    datafingeravtrykk: str
    froe: int
    trekk: int
    dato: date
    lovdato: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultat:
    """The outcome of measuring a project's models.

    Parameters
    ----------
    maalinger : the table of measurements, columns as `maalinger.KOLONNER`.
    trekk : float64 (draw, model, series); draw k has the same assumptions in every model; NaN = not lit.
    serier : names the third axis as (indikator, dimensjon, element); headline figures have dimension None.
    indikatorer : the register entries behind the rows. sammenligninger : how many comparisons have been
        made, said in every report. brudd : what the law says of the models, breaches first within each.
    naarkort : when each model but today's can be in place, by id.
    """

    prosjekt: Prosjekt
    modeller: Mapping[str, Styringsmodell]
    maalinger: pd.DataFrame
    trekk: npt.NDArray[np.float64]
    serier: tuple[Serie, ...]
    opphav: Opphav
    sammenligninger: int = 0
    indikatorer: Mapping[str, Indikator] = field(default_factory=dict)
    brudd: tuple[Lovfunn, ...] = ()
    naarkort: Mapping[str, Naarkort] = field(default_factory=dict)
