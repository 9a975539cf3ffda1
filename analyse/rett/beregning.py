"""What does a calculated rule come to, on a day, with the facts that are told?

Each rule of the kind `beregnet` is one small function in beregninger/<form>.py, marked `@beregner("<id>")`;
its figures stand in data/lov. Left out on purpose: rules that a structure decides, which kontroll.py asks.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from analyse.rett.regel import FORMER
from analyse.rett.regelbok import Regelbok
from analyse.rett.regning import Regnesvar, Regning, Spoersmaal

Beregner = Callable[[Regning], None]
_BEREGNERE: dict[str, Beregner] = {}


def beregner(*regel_ider: str) -> Callable[[Beregner], Beregner]:
    """Mark a function as what calculates the rules; several where the law says the same of each."""

    def merk(funksjon: Beregner) -> Beregner:
        for regel_id in regel_ider:
            if regel_id in _BEREGNERE:
                raise ValueError(f"rule {regel_id} is calculated twice")
            _BEREGNERE[regel_id] = funksjon
        return funksjon

    return merk


@lru_cache(maxsize=1)
def read_beregnere() -> Mapping[str, Beregner]:
    """Return the function of every calculated rule, by id."""
    for form in FORMER:
        importlib.import_module(f"analyse.rett.beregninger.{form}")
    return MappingProxyType(_BEREGNERE)


def build_regnesvar(
    bok: Regelbok,
    regel_id: str,
    spoersmaal: Spoersmaal,
    beregnere: Mapping[str, Beregner] | None = None,
) -> Regnesvar:
    """Return the answer of one calculated rule, with its receipt.

    Parameters
    ----------
    beregnere : the functions to use; the register's own unless told.

    Raises
    ------
    KeyError : no such calculated rule. LookupError : it is not in force on the day. TypeError : a fact
        is not of the type that inndata.toml tells.
    """
    funksjon = (read_beregnere() if beregnere is None else beregnere)[regel_id]
    regning = Regning(bok, bok.regel(regel_id, spoersmaal.dato), spoersmaal)
    with regning.krav():
        funksjon(regning)
    return regning.svar()
