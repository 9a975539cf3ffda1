"""Which numbers may a municipality give about itself, and in which units? The list of data/inntak/tall.toml.

Shared by the type, the validator of model files and the workbook. Left out on purpose: national values. What
a municipality does not give is not known.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from analyse.grunn.filer import data_fil


@lru_cache(maxsize=1)
def kommunetall() -> Mapping[str, str]:
    """Return the unit of each number by its id, in the order a reader is asked for them."""
    with data_fil("inntak", "tall.toml").open("rb") as fil:
        enheter: dict[str, str] = tomllib.load(fil)["enhet"]
    return enheter
