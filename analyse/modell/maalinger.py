"""The one table everything rests on: its columns, its keys, the id of each number.

The columns and their order are the project's public surface. Renderers show rows; they never subtract.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analyse.grunn.anslag import GRUNNLAG, INTERVALLER, UTEN_TALL
from analyse.grunn.filer import ascii_navn

if TYPE_CHECKING:
    import pandas as pd

KOLONNER: tuple[str, ...] = (
    "modell",
    "indikator",
    "dimensjon",
    "element",
    "mot",
    "stroem",
    "grunnlag",
    "rekkevidde",
    "enhet",
    "verdi",
    "lav",
    "hoey",
    "intervall",
    "n",
    "verdikt",
    "grunn",
    "kilde",
)
NOEKKEL: tuple[str, ...] = ("modell", "indikator", "dimensjon", "element", "mot", "stroem", "intervall")
TALLKOLONNER: tuple[str, ...] = ("verdi", "lav", "hoey", "n")
STROEMMER: tuple[str, ...] = (
    "struktur",
    "logg",
    "simulert",
    "undersoekelse",
    "intervju",
    "kostnad",
    "skjoenn",
)
REKKEVIDDER: tuple[str, ...] = ("alle_modeller", "bare_dagens")
VERDIKTER: tuple[str, ...] = (
    "forskjellig",
    "forskjellig_avhenger_av_atferd",
    "praktisk_like",
    "kan_ikke_skilles",
)
_UNDERFORSTAATT = {"stroem": "struktur", "intervall": "ingen"}
_MAKS_ID = 120  # Excel takes names up to 255 characters; a shorter one can still be read in a formula
_ENTYDIG = re.compile(r"[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*")  # no edge or double underscore: "__" only divides
Rad = Mapping[str, Any]


def build_tabell(rader: Iterable[Rad]) -> pd.DataFrame:
    """Return the table of measurements: the declared columns in order, text or None, floats with NaN.

    Raises
    ------
    ValueError : two rows share a key, a closed column holds an unknown value, a row has a column the table
        has not, or a number is infinite.
    """
    import pandas as pd

    liste = list(rader)
    if ukjente := sorted({k for r in liste for k in r} - set(KOLONNER)):
        raise ValueError(f"the table has no column {', '.join(ukjente)}")
    tabell = pd.DataFrame(
        {
            k: pd.Series(
                [r.get(k) for r in liste], dtype="float64" if k in TALLKOLONNER else "object", name=k
            )
            for k in KOLONNER
        }
    )
    _check_verdier(tabell)
    return tabell


def _check_verdier(tabell: pd.DataFrame) -> None:
    lukkede: dict[str, Sequence[str]] = {
        "grunnlag": GRUNNLAG + UTEN_TALL,
        "intervall": INTERVALLER,
        "stroem": STROEMMER,
        "rekkevidde": REKKEVIDDER,
    }
    for kolonne, lovlige in lukkede.items():
        if ukjente := sorted({str(v) for v in tabell[kolonne]} - set(lovlige)):
            raise ValueError(f"column {kolonne}: unknown {', '.join(ukjente)}")
    if ukjente := sorted({v for v in tabell["verdikt"] if v is not None} - set(VERDIKTER)):
        raise ValueError(f"column verdikt: unknown {', '.join(ukjente)}")
    if tabell[list(TALLKOLONNER)].isin([math.inf, -math.inf]).to_numpy().any():
        raise ValueError("a number is infinite; what is not known is empty")
    dobbelt = tabell.duplicated(list(NOEKKEL))
    if dobbelt.any():
        raise ValueError(
            f"{int(dobbelt.sum())} rows share a key, first {maaling_id(som_rader(tabell[dobbelt])[0])}"
        )


def som_rader(tabell: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the table as a list of plain dicts for JSON: no NaN, None instead; whole counts as int."""
    rader = []
    for verdier in tabell[list(KOLONNER)].itertuples(index=False, name=None):
        rad: dict[str, Any] = dict(zip(KOLONNER, verdier, strict=True))
        for kolonne in TALLKOLONNER:
            tall = rad[kolonne]
            rad[kolonne] = None if tall is None or math.isnan(tall) else float(tall)
        if rad["n"] is not None:
            rad["n"] = int(rad["n"])
        rader.append(rad)
    return rader


def maaling_id(rad: Rad) -> str:
    """Return the id of a row: a readable name that may stand in HTML and as a name in Excel.

    The whole key is in it, structure and no interval being understood. Where the readable form could be
    another row's too (letters outside a–z, a double underscore, too long), it is closed with eight hex digits
    of the key's hash.

    Examples
    --------
    >>> maaling_id({"modell": "dagens", "indikator": "moeter", "stroem": "struktur", "intervall": "ingen"})
    'm_dagens__moeter'
    >>> maaling_id({"modell": "komite", "indikator": "moeter", "mot": "dagens", "intervall": "mc"})
    'm_komite__moeter__mot__dagens__mc'
    """
    noekkel = [str(rad.get(k) or _UNDERFORSTAATT.get(k, "")) for k in NOEKKEL]
    modell, indikator, dimensjon, element, mot, stroem, intervall = noekkel
    deler = [modell, indikator]
    if dimensjon or element:
        deler += [dimensjon or "element", element]
    if mot:
        deler += ["mot", mot]
    if stroem != _UNDERFORSTAATT["stroem"]:
        deler.append(stroem)
    if intervall != _UNDERFORSTAATT["intervall"]:
        deler.append(intervall)
    ren = "__".join(re.sub(r"[^A-Za-z0-9_]", "_", ascii_navn(d)) for d in deler)
    if len(ren) > _MAKS_ID or not all(_ENTYDIG.fullmatch(d) for d in deler):
        avtrykk = hashlib.sha256(json.dumps(noekkel).encode()).hexdigest()[:8]
        ren = f"{ren[: _MAKS_ID - 10]}__{avtrykk}"
    return f"m_{ren}"


def grunnlag_andeler(tabell: pd.DataFrame) -> dict[str, float]:
    """Return the share of the table's numbers that rests on each ground; shares sum to 1, empty table → {}.

    Differences are left out: they rest on the numbers they are made of.
    """
    egne = tabell[tabell["mot"].isna()]
    antall = egne["grunnlag"].value_counts()
    rekkefoelge = [g for g in GRUNNLAG + UTEN_TALL if g in antall.index]
    return {g: float(antall[g]) / len(egne) for g in rekkefoelge}
