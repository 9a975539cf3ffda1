"""How are quantities handled that are known only between two ends? Their measurement, and their differences.

Manski 2003 (bounds): what the data do not say is left open, never filled by a guess. Nothing here is random.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from analyse.indikatorer.grunnlag import Maaling


def er_lik(lav: float, hoey: float) -> bool:
    """Return whether two ends are one and the same but for the last binary digits."""
    return math.isclose(lav, hoey, rel_tol=1e-12, abs_tol=1e-12)


def grenser(
    indikator: str,
    lav: float,
    hoey: float,
    basis: str,
    *,
    grunn: str | None = None,
    n: int | None = None,
    dimensjon: str | None = None,
    element: str | None = None,
) -> Maaling:
    """Return a quantity known only between two ends; equal ends are the value itself."""
    fast = er_lik(lav, hoey)
    return Maaling(
        indikator=indikator,
        verdi=lav if fast else None,
        lav=None if fast else lav,
        hoey=None if fast else hoey,
        grunnlag=basis,
        grunn=grunn,
        n=n,
        dimensjon=dimensjon,
        element=element,
    )


def ender(rader: Mapping[str, dict[str, Any]]) -> tuple[float, float]:
    """Return the ends of a number: its bounds where it has them, else the value twice."""
    rad = rader.get("identifikasjon") or next(iter(rader.values()))
    if rad["lav"] is not None and rad["hoey"] is not None:
        return float(rad["lav"]), float(rad["hoey"])
    return float(rad["verdi"]), float(rad["verdi"])


def felles_blanding(
    egen: Mapping[str | None, float], annen: Mapping[str | None, float]
) -> tuple[float, float] | None:
    """Return the ends of a difference of two means over the same parts, mixed alike in a way nobody knows.

    Whatever the mix, the mean of the differences lies between the least and the greatest of them. None where
    the parts are not the same: then the two mixes have nothing in common.

    Examples
    --------
    >>> felles_blanding({"skole": 1, "vei": 3}, {"skole": 0, "vei": 2})
    (1, 1)
    """
    if egen.keys() != annen.keys():
        return None
    differanser = [egen[e] - annen[e] for e in egen]
    return min(differanser), max(differanser)
