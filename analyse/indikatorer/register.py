"""The register of indicators: what each one is, read from data/indikatorer, and which function measures it.

An indicator is an entry, a function marked `@maaler("<id>")` in its family's file, and words in three
languages. Nothing else names it.
"""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from analyse.grunn.filer import data_fil
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling
from analyse.modell.indikator import Indikator

Maalefunksjon = Callable[[Maalegrunnlag], Iterable[Maaling]]
_FUNKSJONER: dict[str, Maalefunksjon] = {}


def _indikator(data: Mapping[str, Any]) -> Indikator:
    delta = data["merkbar_forskjell"]
    er_andel = isinstance(delta, str)
    verdi = float(delta.rstrip(" %").replace(",", ".")) / 100 if isinstance(delta, str) else float(delta)
    return Indikator(**{**data, "merkbar_forskjell": verdi, "er_andel": er_andel})


@lru_cache(maxsize=1)
def read_indikatorer() -> Mapping[str, Indikator]:
    """Return every indicator by id, in the order of their numbers in the method."""
    funnet: list[Indikator] = []
    for sti in sorted(data_fil("indikatorer").glob("*.toml")):
        data = tomllib.loads(sti.read_text(encoding="utf-8"))
        funnet += [_indikator(d) for d in data.get("indikator", ())]
    return {i.id: i for i in sorted(funnet, key=lambda i: i.nr)}


def maaler(*ider: str) -> Callable[[Maalefunksjon], Maalefunksjon]:
    """Mark a function as the one that measures the indicators `ider`."""

    def merk(funksjon: Maalefunksjon) -> Maalefunksjon:
        for indikator_id in ider:
            _FUNKSJONER[indikator_id] = funksjon
        return funksjon

    return merk


def maalefunksjoner() -> tuple[Maalefunksjon, ...]:
    """Return each measuring function once, families in the order of the register's files.

    Raises
    ------
    LookupError : an entry has no function, or a function no entry.
    """
    for sti in sorted(data_fil("indikatorer").glob("*.toml")):
        if sti.stem != "dimensjoner":
            importlib.import_module(f"analyse.indikatorer.{sti.stem}")
    if uten := set(read_indikatorer()) ^ set(_FUNKSJONER):
        raise LookupError(f"register and functions disagree on {', '.join(sorted(uten))}")
    return tuple(dict.fromkeys(_FUNKSJONER[i] for i in read_indikatorer()))
