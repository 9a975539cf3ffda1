"""Which municipalities and counties are there? The shipped list of names, numbers and inhabitants.

Facts with their source in data/kommuner.csv (see data/LES_MEG.md). What the list does not hold is "" or None,
never guessed: two places share a name, some have new borders, few language decisions are known.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache

from analyse.grunn.filer import data_fil
from analyse.inntak.arkdefinisjon import normaliser

_NAVNESKILLE = re.compile(r"\s+[-–]\s+")  # parallel names: Kárášjohka - Karasjok


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommuneoppslag:
    """One line of the list: `innbyggere` at `innbyggere_dato` (ISO), None and "" where not known."""

    nummer: str
    navn: str
    nivaa: str
    fylke: str
    innbyggere: int | None
    innbyggere_dato: str
    maalform: str
    kilde: str


@lru_cache(maxsize=1)
def read_kommuneliste() -> tuple[Kommuneoppslag, ...]:
    """Return the whole list, municipalities first."""
    with data_fil("kommuner.csv").open(encoding="utf-8", newline="") as fil:
        return tuple(
            Kommuneoppslag(
                innbyggere=int(rad["innbyggere"]) if rad["innbyggere"] else None,
                **{k: v for k, v in rad.items() if k != "innbyggere"},
            )
            for rad in csv.DictReader(fil, delimiter=";")
        )


def search_nummer(nummer: str) -> Kommuneoppslag | None:
    """Return the place with a number of today, or None."""
    return next((k for k in read_kommuneliste() if k.nummer == nummer), None)


def search_navn(navn: str, nivaa: str = "") -> tuple[Kommuneoppslag, ...]:
    """Return the places with a name, whole or one of its parallel names; several share some names.

    Examples
    --------
    >>> [k.nummer for k in search_navn("Karasjok")]
    ['5610']
    """
    leter = normaliser(navn)
    return tuple(
        k
        for k in read_kommuneliste()
        if (not nivaa or k.nivaa == nivaa) and leter in map(normaliser, (k.navn, *_NAVNESKILLE.split(k.navn)))
    )
