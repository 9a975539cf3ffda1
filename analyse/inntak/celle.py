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
from analyse.inntak.arkdefinisjon import TALLTYPER, Kolonne, kjente_ord, normaliser
from analyse.inntak.lister import Listefeil, parse_antallsliste, parse_navneliste
from analyse.inntak.raa import UKJENT

STOERSTE_TALL = 1e12  # more is a slip of the pen, and would overflow where it is divided by
# Excel counts days from 1900: a number shown as a date falls in its first years, where no fact of ours does.
TIDLIGSTE_I_EXCEL = 1905
SSB_MANGLER = (".", "..", ":", "…", "-", "–", "na", "n/a")  # Statistics Norway's signs for a missing figure
VET_IKKE = ("vet ikke", "veit ikkje", "don't know", "ukjent", "ukjend", "unknown")
JA = ("ja", "yes", "x", "sann", "true", "1")
NEI = ("nei", "no", "usann", "false", "0")
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
        if not (math.isfinite(verdi) and abs(verdi) <= STOERSTE_TALL):
            raise Celleverdi("IN-012", type="tall")
        return float(verdi)
    tekst = re.sub(r"[\s\u00a0\u202f\u2009]", "", str(verdi))
    if _TVETYDIG.fullmatch(tekst):
        raise Celleverdi("IN-047")
    if re.fullmatch(r"-?\d+(\.\d{3})*,\d+|-?\d+", tekst):
        return som_tall(float(tekst.replace(".", "").replace(",", ".")))
    if re.fullmatch(r"-?\d+\.\d+", tekst):
        return som_tall(float(tekst))
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


def som_andel(verdi: object) -> float:
    """Return a share 0–1 from 0,45 or "45 %".

    Raises
    ------
    Celleverdi : as `som_tall`, or a number above 1 without the sign: 45 may be 45 % or a slip.
    """
    if isinstance(verdi, str) and verdi.strip().endswith("%"):
        return som_tall(verdi.strip().removesuffix("%")) / 100
    tall = som_tall(verdi)
    if tall > 1:
        raise Celleverdi("IN-057")
    return tall


def som_prosent(verdi: object) -> float:
    """Return per cent 0–100 from 45 or "45 %".

    Raises
    ------
    Celleverdi : as `som_tall`, or a number between 0 and 1 without the sign: 0,45 is likely a share.
    """
    if isinstance(verdi, str) and verdi.strip().endswith("%"):
        return som_tall(verdi.strip().removesuffix("%"))
    tall = som_tall(verdi)
    if 0 < tall < 1:
        raise Celleverdi("IN-057")
    return tall


def som_sats(verdi: object) -> float:
    """Return a rate, whose unit stands in another column; a per cent sign is read away."""
    if isinstance(verdi, str) and verdi.strip().endswith("%"):
        return som_tall(verdi.strip().removesuffix("%"))
    return som_tall(verdi)


def som_spenn(
    verdi: object, som: Callable[[object], float] = som_tall
) -> tuple[float, float | None, float | None]:
    """Return (central, low, high) of "9" or "9 (7–11)"; `som` reads each of the three.

    Raises
    ------
    Celleverdi : as `som_tall`, or a range without a centre: choosing one is not ours.
    """
    if isinstance(verdi, str) and (treff := _SPENN.fullmatch(verdi.strip())):
        sentral, lav, hoey = (som(x) for x in treff.groups())
        return sentral, lav, hoey
    try:
        return som(verdi), None, None
    except Celleverdi as feil:
        if isinstance(verdi, str) and re.search(r"\d\s*[–-]\s*\d", verdi):
            raise Celleverdi("IN-049") from feil
        raise


def som_dato(verdi: object) -> date:
    """Return a date from an Excel date or a text as 31.12.2023.

    Raises
    ------
    Celleverdi : no date, or an ordinary number that Excel shows as one.
    """
    if isinstance(verdi, date):
        if verdi.year < TIDLIGSTE_I_EXCEL:
            raise Celleverdi("IN-056")
        return verdi.date() if isinstance(verdi, datetime) else verdi
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


def _fra_liste(les: Callable[[str], Any], verdi: object) -> Any:
    try:
        return les(ren_tekst(verdi))
    except Listefeil as feil:
        raise Celleverdi("IN-059") from feil


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
    "andel": som_andel,
    "prosent": som_prosent,
    "sats": som_sats,
    "spenn": som_spenn,
    "spenn_andel": lambda verdi: som_spenn(verdi, som_andel),
    "dato": som_dato,
    "datoer": _som_datoer,
    "ja_nei": _som_ja_nei,
    "liste": _som_liste,
    "heltallene": _som_heltallene,
    "navnene": lambda verdi: _fra_liste(parse_navneliste, verdi),
    "antallene": lambda verdi: _fra_liste(parse_antallsliste, verdi),
}


def med_prosenttegn(verdi: object, kolonne: Kolonne, tallformat: str) -> object:
    """Return what the reader sees: Excel keeps 45 % as 0.45, and a rate in per cent is meant as 45."""
    if kolonne.type in ("prosent", "sats") and "%" in tallformat and isinstance(verdi, (int, float)):
        return verdi * 100
    return verdi


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
    if isinstance(verdi, str) and kolonne.type in TALLTYPER and verdi.strip().lower() in SSB_MANGLER:
        return None
    if isinstance(verdi, str) and verdi.startswith("#") and verdi.rstrip("!?").isupper():
        raise Celleverdi("IN-046")
    if kolonne.type == "valg":
        kjent = kjente_ord("inntak.valg", kolonne.valg)
        ord_ = normaliser(str(verdi))
        if ord_ not in kjent:
            raise Celleverdi("IN-013")
        return kjent[ord_]
    return _LESERE[kolonne.type](verdi)
