"""The intake workbook's sheets and columns, read from data/inntak/arbeidsbok.toml.

Headings are words of the language files; a workbook is recognised in any of the three languages.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from analyse.grunn.filer import data_fil
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.modell.organ import ART

_VALGLISTER: dict[str, tuple[str, ...]] = {"organ.art": ART}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolonne:
    """A column (or, in a sheet of fields, a row): its type and whether it must be answered."""

    id: str
    type: str
    paakrevd: bool = False
    kan_vaere_ukjent: bool = False
    valg: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ark:
    """A sheet: `felt` has one row per field, `tabell` one row per thing."""

    id: str
    form: str
    kolonner: tuple[Kolonne, ...]

    def kolonne(self, kolonne_id: str) -> Kolonne:
        """Return the column with the id."""
        return next(k for k in self.kolonner if k.id == kolonne_id)


@lru_cache(maxsize=1)
def arkene() -> tuple[Ark, ...]:
    """Return the workbook's sheets in order."""
    with data_fil("inntak", "arbeidsbok.toml").open("rb") as fil:
        data = tomllib.load(fil)
    return tuple(
        Ark(
            id=ark["id"],
            form=ark["form"],
            kolonner=tuple(Kolonne(**{**k, "valg": _valg(k.get("valg", ()))}) for k in ark["kolonner"]),
        )
        for ark in data["ark"]
    )


def _valg(valg: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return _VALGLISTER[valg] if isinstance(valg, str) else tuple(valg)


def normaliser(tekst: str) -> str:
    """Return a heading or word as it is compared: NFC, one space, lower case, no trailing mark."""
    ren = unicodedata.normalize("NFC", tekst).replace("\N{NO-BREAK SPACE}", " ").replace("\u200b", "")
    return " ".join(ren.split()).lower().rstrip(" *:")


@lru_cache(maxsize=32)
def kjente_ord(rot: str, ider: tuple[str, ...]) -> dict[str, str]:
    """Return word → id for labels `<rot>.<id>` in every language, and for the ids themselves."""
    kjent = {normaliser(i): i for i in ider}
    for spraak in SPRAAK:
        tekst = Tekst(spraak)
        kjent |= {normaliser(tekst(f"{rot}.{i}")): i for i in ider}
    return kjent


def arknavn(tekst: Tekst, ark: Ark) -> str:
    """Return the sheet's name in the language."""
    return tekst(f"inntak.ark.{ark.id}")


def overskrift(tekst: Tekst, ark: Ark, kolonne: Kolonne) -> str:
    """Return the column's heading in the language."""
    return tekst(f"inntak.{ark.id}.{kolonne.id}")
