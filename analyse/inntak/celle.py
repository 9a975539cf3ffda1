"""One cell's value from what a person typed to the column's declared type, or the code of what is wrong.

Norwegian ways of writing are understood (12,5 · 1 234 · 31.12.2023 · ja); what could mean two things
(1.234) is refused. Nothing is guessed.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from analyse.grunn.tid import parse_dato
from analyse.inntak.arkdefinisjon import Kolonne, kjente_ord, normaliser
from analyse.inntak.raa import UKJENT

VET_IKKE = ("vet ikke", "veit ikkje", "don't know", "ukjent", "ukjend", "unknown")
JA = ("ja", "yes", "x", "sann", "true")
NEI = ("nei", "no", "usann", "false")
_SPENN = re.compile(r"([^()]+?)\s*\(\s*([^()–-]+?)\s*[–-]\s*([^()–-]+?)\s*\)")
_TVETYDIG = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+")


class Celleverdi(ValueError):
    """A cell that cannot be read: carries the finding's code."""

    def __init__(self, kode: str, **felter: str) -> None:
        super().__init__(kode)
        self.kode = kode
        self.felter = felter


def ren_tekst(verdi: object) -> str:
    """Return a cell as text: NFC, spaces collapsed, no zero-width signs.

    Raises
    ------
    Celleverdi : the text holds control or bidirectional control signs.
    """
    tekst = unicodedata.normalize("NFC", str(verdi)).replace("\u200b", "").replace("\u00ad", "")
    if any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n\r" for c in tekst) or any(
        "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in tekst
    ):
        raise Celleverdi("IN-048")
    return " ".join(tekst.split())


def er_vet_ikke(verdi: object) -> bool:
    """True for the answer "we do not know"."""
    return isinstance(verdi, str) and normaliser(verdi) in VET_IKKE


def som_tall(verdi: object) -> float:
    """Return a number typed as a number or in the Norwegian way.

    Raises
    ------
    Celleverdi : not a number, not finite, or readable in two ways.
    """
    if isinstance(verdi, (bool, date)):
        raise Celleverdi("IN-012", type="tall")
    if isinstance(verdi, (int, float)):
        if not math.isfinite(verdi):
            raise Celleverdi("IN-012", type="tall")
        return float(verdi)
    tekst = re.sub(r"[\s\u00a0\u202f\u2009]", "", str(verdi))
    if _TVETYDIG.fullmatch(tekst):
        raise Celleverdi("IN-047")
    if re.fullmatch(r"-?\d+(\.\d{3})*,\d+|-?\d+", tekst):
        return float(tekst.replace(".", "").replace(",", "."))
    if re.fullmatch(r"-?\d+\.\d+", tekst):
        return float(tekst)
    raise Celleverdi("IN-012", type="tall")


def som_heltall(verdi: object) -> int:
    """Return a whole number.

    Raises
    ------
    Celleverdi : as `som_tall`, or the number is not whole.
    """
    try:
        tall = som_tall(verdi)
    except Celleverdi as feil:
        raise Celleverdi(feil.kode, **({"type": "heltall"} if feil.kode == "IN-012" else {})) from feil
    if not tall.is_integer():
        raise Celleverdi("IN-012", type="heltall")
    return int(tall)


def som_spenn(verdi: object) -> tuple[float, float | None, float | None]:
    """Return (central, low, high) of "9" or "9 (7–11)".

    Raises
    ------
    Celleverdi : as `som_tall`, or a range without a centre: choosing one is not ours.
    """
    if isinstance(verdi, str) and (treff := _SPENN.fullmatch(verdi.strip())):
        sentral, lav, hoey = (som_tall(x) for x in treff.groups())
        return sentral, lav, hoey
    try:
        return som_tall(verdi), None, None
    except Celleverdi as feil:
        if isinstance(verdi, str) and re.search(r"\d\s*[–-]\s*\d", verdi):
            raise Celleverdi("IN-049") from feil
        raise


def som_dato(verdi: object) -> date:
    """Return a date from an Excel date or a text as 31.12.2023."""
    if isinstance(verdi, datetime):
        return verdi.date()
    if isinstance(verdi, date):
        return verdi
    dato = parse_dato(str(verdi))
    if dato is None:
        raise Celleverdi("IN-012", type="dato")
    return dato


def _som_ja_nei(verdi: object) -> bool:
    if isinstance(verdi, bool):
        return verdi
    ord_ = normaliser(str(verdi))
    if ord_ in JA:
        return True
    if ord_ in NEI:
        return False
    raise Celleverdi("IN-012", type="ja_nei")


def _som_liste(verdi: object) -> list[str]:
    return [d for d in (ren_tekst(x) for x in re.split(r"[,;]", str(verdi))) if d]


def _som_heltallene(verdi: object) -> list[int]:
    return [som_heltall(d) for d in _som_liste(verdi)] if isinstance(verdi, str) else [som_heltall(verdi)]


def _som_datoer(verdi: object) -> list[date]:
    if isinstance(verdi, date):
        return [som_dato(verdi)]
    return [som_dato(d) for d in _som_liste(verdi)]


def _som_tekst(verdi: object) -> str:
    # A number cell in a text column: 301 may have been 0301. Only text keeps leading zeros.
    if isinstance(verdi, float) and verdi.is_integer():
        return str(int(verdi))
    if isinstance(verdi, date):
        raise Celleverdi("IN-012", type="tekst")
    return ren_tekst(verdi)


_LESERE: dict[str, Callable[[object], Any]] = {
    "tekst": _som_tekst,
    "heltall": som_heltall,
    "tall": som_tall,
    "spenn": som_spenn,
    "dato": som_dato,
    "datoer": _som_datoer,
    "ja_nei": _som_ja_nei,
    "liste": _som_liste,
    "heltallene": _som_heltallene,
}


def les_celle(verdi: object, kolonne: Kolonne) -> Any:
    """Return the cell's value by the column's type; None for an empty cell or "vet ikke".

    Raises
    ------
    Celleverdi : what is wrong, as a code with its fields.
    """
    if verdi is None or (isinstance(verdi, str) and not ren_tekst(verdi)):
        return None
    if er_vet_ikke(verdi):
        return UKJENT if kolonne.kan_vaere_ukjent else None
    if isinstance(verdi, str) and verdi.startswith("#") and verdi.rstrip("!?").isupper():
        raise Celleverdi("IN-046")
    if kolonne.type == "valg":
        kjent = kjente_ord("inntak.valg", kolonne.valg)
        ord_ = normaliser(str(verdi))
        if ord_ not in kjent:
            raise Celleverdi("IN-013")
        return kjent[ord_]
    return _LESERE[kolonne.type](verdi)
