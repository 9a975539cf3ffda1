"""Another municipality's figures where the project's own are missing: only by the project's own switch.

There are no national defaults. What is filled in is `forutsatt`, carries the other municipality's name and
never stands in a summary.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import lru_cache
from typing import Any

from analyse.grunn.filer import data_fil
from analyse.modell.organ import TALLFELT, Opplysning, Organ
from analyse.modell.styringsmodell import Styringsmodell

STOERRELSER: tuple[str, ...] = ("liten", "middels", "stor")


@lru_cache(maxsize=len(STOERRELSER))
def _eksempel(stoerrelse: str) -> dict[str, Any]:
    with data_fil("eksempeltall", f"{stoerrelse}.toml").open("rb") as fil:
        return tomllib.load(fil)


def eksempelkilde(stoerrelse: str) -> str:
    """Return where the size class's example comes from, as shown beside its figures."""
    return str(_eksempel(stoerrelse)["kilde"])


def with_eksempeltall(modell: Styringsmodell, stoerrelse: str) -> Styringsmodell:
    """Return the model with missing figures of its bodies filled in from the size class's example.

    Parameters
    ----------
    stoerrelse : liten, middels or stor; "" returns the model as it is.
    """
    if not stoerrelse:
        return modell
    eksempel = _eksempel(stoerrelse)
    return replace(modell, organer=tuple(_fyll(o, eksempel) for o in modell.organer))


def _fyll(organ: Organ, eksempel: dict[str, Any]) -> Organ:
    tall = eksempel["tall"].get(organ.art, {})
    mangler = [f for f in TALLFELT if f in tall and getattr(organ, f) is None]
    if not mangler:
        return organ
    opplysning = Opplysning(
        grunnlag="forutsatt", lav=tall.get("lav"), hoey=tall.get("hoey"), kilde=eksempel["kilde"]
    )
    fylt: dict[str, Any] = {f: float(tall[f]) for f in mangler}
    return replace(organ, opplysninger=dict(organ.opplysninger) | dict.fromkeys(mangler, opplysning), **fylt)
