"""The intake workbook's sheets and columns, read from data/inntak/arbeidsbok.toml.

Headings are words of the language files; a workbook is recognised in any of the three languages.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from analyse.grunn.anslag import GRUNNLAG
from analyse.grunn.filer import data_fil
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.modell.kommunetall import kommunetall
from analyse.modell.organ import ART
from analyse.modell.verv import ROLLER

NIVAAER: tuple[int, ...] = (1, 2, 3)
FORMATMERKE = "styreform_format"  # the document property that tells which template a workbook was made from
TALLTYPER: tuple[str, ...] = ("heltall", "tall", "spenn", "spenn_andel", "andel", "prosent", "sats")
_VALGLISTER: Mapping[str, tuple[str, ...]] = {"organ.art": ART, "grunnlag": GRUNNLAG, "verv.rolle": ROLLER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolonne:
    """A column (or, in a sheet of fields, a row): its type and whether it must be answered."""

    id: str
    type: str
    paakrevd: bool = False
    kan_vaere_ukjent: bool = False
    valg: tuple[str, ...] = ()
    spoer: bool = True

    @property
    def er_spoersmaal(self) -> bool:
        """True for what we ask: what must be answered, numbers and rights; not notes and sources."""
        return self.spoer and (self.paakrevd or self.type in (*TALLTYPER, "ja_nei"))

    @property
    def har_liste(self) -> bool:
        """True where the answer is chosen from a list: one of the choices, or yes and no."""
        return self.type in ("valg", "ja_nei")


TILLEGG: Mapping[str, Kolonne] = {
    "grunnlag": Kolonne(id="grunnlag", type="valg", valg=GRUNNLAG),
    "kilde": Kolonne(id="kilde", type="tekst"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ark:
    """A sheet: `felt` has one row per field, `tabell` one row per thing.

    Parameters
    ----------
    nivaa : 1 must have, 2 load and cost, 3 the rest. noekkel : columns that tell rows apart.
    tillegg : what a sheet of fields says beside each value; in a row, "innbyggere.grunnlag".
    """

    id: str
    nivaa: int
    form: str
    kolonner: tuple[Kolonne, ...]
    noekkel: tuple[str, ...] = ()
    tillegg: tuple[str, ...] = ()

    @property
    def alle_kolonner(self) -> tuple[Kolonne, ...]:
        """Return the columns, and what a sheet of fields says beside each value."""
        return (*self.kolonner, *(TILLEGG[t] for t in self.tillegg))

    @property
    def spoersmaal(self) -> tuple[Kolonne, ...]:
        """Return the columns that ask for something."""
        return tuple(k for k in self.kolonner if k.er_spoersmaal)

    def kolonne(self, kolonne_id: str) -> Kolonne:
        """Return the column with the id; "innbyggere.grunnlag" is what a field says of its ground."""
        felt, skille, tillegg = kolonne_id.partition(".")
        return TILLEGG[tillegg] if skille else next(k for k in self.kolonner if k.id == felt)


@lru_cache(maxsize=1)
def _definisjon() -> Mapping[str, Any]:
    with data_fil("inntak", "arbeidsbok.toml").open("rb") as fil:
        return tomllib.load(fil)


def bokformat() -> int:
    """Return the format of the workbook that is written now."""
    return int(_definisjon()["format"])


@lru_cache(maxsize=1)
def arkene() -> tuple[Ark, ...]:
    """Return the workbook's sheets in order."""
    return tuple(
        Ark(
            id=ark["id"],
            nivaa=ark["nivaa"],
            form=ark["form"],
            kolonner=_kolonner(ark["kolonner"]),
            noekkel=tuple(ark.get("noekkel", ())),
            tillegg=tuple(ark.get("tillegg", ())),
        )
        for ark in _definisjon()["ark"]
    )


def _kolonner(kolonner: str | list[dict[str, Any]]) -> tuple[Kolonne, ...]:
    if isinstance(kolonner, str):  # the one list that stands elsewhere
        return tuple(Kolonne(id=id_, type="spenn") for id_ in kommunetall())
    return tuple(Kolonne(**{**k, "valg": _valg(k.get("valg", ()))}) for k in kolonner)


def _valg(valg: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return _VALGLISTER[valg] if isinstance(valg, str) else tuple(valg)


def normaliser(tekst: str) -> str:
    """Return a heading or word as it is compared: NFC, one space, lower case, no trailing mark."""
    ren = unicodedata.normalize("NFC", tekst).replace("\N{NO-BREAK SPACE}", " ").replace("\u200b", "")
    return " ".join(ren.split()).lower().rstrip(" *:")


@lru_cache(maxsize=64)
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
