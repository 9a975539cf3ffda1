"""Which case types are there, and what does the law say of them? The list of data/sakstyper.toml.

A case type that is not listed is allowed; it has no sector. Left out on purpose: the names, which are words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from analyse.grunn.filer import data_fil


@lru_cache(maxsize=1)
def _sakstyper() -> Mapping[str, Any]:
    with data_fil("sakstyper.toml").open("rb") as fil:
        return tomllib.load(fil)


def read_sektorer() -> Mapping[str, str]:
    """Return case type → sector ("" = none)."""
    return dict(_sakstyper()["sektor"])


def read_lovbundet() -> Mapping[str, str]:
    """Return case type → kind of body that the law itself gives the recommendation."""
    return dict(_sakstyper()["lovbundet"])
