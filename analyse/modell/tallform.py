"""How is a number of a unit written? With the decimals that carry information, its sign and its unit's word.

Formatting only; the decimals stand in data/enheter.toml and the words in data/spraak.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from analyse.grunn.filer import data_fil
from analyse.grunn.tekst import Tekst

ANDEL = "andel"  # the one unit printed as per cent


@lru_cache(maxsize=1)
def _desimaler() -> Mapping[str, int]:
    with data_fil("enheter.toml").open("rb") as fil:
        return dict(tomllib.load(fil)["desimaler"])


def desimaler(enhet: str) -> int:
    """Return how many decimals a number of the unit is printed with."""
    return _desimaler().get(enhet, 1)


def format_tall(verdi: float, enhet: str, tekst: Tekst, *, fortegn: bool = False) -> str:
    """Return a bare number; with `fortegn` a plus is shown too, and a rounded zero has no sign."""
    stoerrelse = abs(verdi)
    skrevet = tekst.prosent(stoerrelse) if enhet == ANDEL else tekst.tall(stoerrelse, desimaler(enhet))
    if not any(c in "123456789" for c in skrevet):
        return skrevet
    return f"−{skrevet}" if verdi < 0 else f"+{skrevet}" if fortegn else skrevet


def format_med_enhet(skrevet: str, enhet: str, tekst: Tekst) -> str:
    """Return a written number with its unit; a share carries its per cent sign already."""
    if enhet == ANDEL:
        return skrevet
    return f"{skrevet}\N{NO-BREAK SPACE}{tekst(f'begrep.enhet.{enhet}')}"
