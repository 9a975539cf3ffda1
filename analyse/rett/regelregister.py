"""Which function checks which rule: one function a rule, found by the rule's id.

The functions stand in analyse/rett/regler, one file a concept; they are read when the register is first
asked.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from analyse.rett.kontekst import Kontekst
from analyse.rett.utfall import Utfall

Regelfunksjon = Callable[[Kontekst], Iterable[Utfall]]
_FUNKSJONER: dict[str, Regelfunksjon] = {}


def regel(regel_id: str) -> Callable[[Regelfunksjon], Regelfunksjon]:
    """Mark a function as the one that checks the rule.

    Raises
    ------
    ValueError : the rule has a function already.
    """

    def merk(funksjon: Regelfunksjon) -> Regelfunksjon:
        if regel_id in _FUNKSJONER:
            raise ValueError(f"rule {regel_id} has two functions")
        _FUNKSJONER[regel_id] = funksjon
        return funksjon

    return merk


@lru_cache(maxsize=1)
def read_regelfunksjoner() -> Mapping[str, Regelfunksjon]:
    """Return the function of every checked rule by id."""
    for fil in sorted((Path(__file__).parent / "regler").glob("[a-z]*.py")):
        importlib.import_module(f"analyse.rett.regler.{fil.stem}")
    return dict(sorted(_FUNKSJONER.items()))
