"""The case log, the meetings and the agenda list: one row per treatment, meeting and item.

What a file does not hold stays missing; a date that cannot be read is an error, an empty one is an
undated step. Measures on the log belong to `indikatorer`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analyse.grunn.feil import Funn, UgyldigeData, vis_verdi
from analyse.grunn.feiltekst import naermeste
from analyse.grunn.tid import parse_dato
from analyse.inntak.celle import Celleverdi, som_tall
from analyse.inntak.csvfil import Csvfil, read_csvfil
from analyse.inntak.toml import etter_linje
from analyse.modell.saksgang import HANDLINGER

if TYPE_CHECKING:
    import pandas as pd

PAAKREVD = ("sak_id", "organ", "motedato")
VALGFRI = (
    "sakstype",
    "saksnr",
    "trinn",
    "handling",
    "innstilt_av",
    "utfall",
    "endret",
    "utsatt",
    "enstemmig",
    "for",
    "mot",
    "klar",
    "sendt_ut",
    "ettersendt",
    "publisert",
    "lukket",
    "hjemmel",
    "sider",
    "minutter",
    "fulgt_opp",
    "anke",
    "hastesak",
    "saksordfoerer",
    "tittel",
    "arkivsaknr",
)
MOETEKOLONNER = ("organ", "dato", "start", "slutt", "antall_saker", "antall_fo", "motte", "medlemmer")
SAKLISTEKOLONNER = ("organ", "dato", "saksnr", "sakstype", "tittel")


def read_sakslogg(sti: Path | str, navn: str | None = None) -> pd.DataFrame:
    """Return the case log, one row per treatment in the file's order.

    Columns as in the file, `motedato` as datetime64 (NaT = undated), `trinn` as a number where given, and
    `linje`, the physical line of each row. Columns of our own are added only where the file has them.

    Raises
    ------
    UgyldigeData : every missing column, unreadable date, unknown action and empty key, with its line.
    """
    fil = read_csvfil(Path(sti), navn or str(sti), PAAKREVD, VALGFRI, {"moetedato": "motedato"})
    tabell, funn = _tabell(
        fil,
        datoer=("motedato", "klar", "sendt_ut", "publisert"),
        tall=("trinn", "for", "mot", "sider", "minutter"),
    )
    for nr, linje in enumerate(fil.linjer):
        rad = dict(zip(fil.kolonner, fil.rader[nr], strict=True))
        for kolonne in ("sak_id", "organ"):
            if not rad[kolonne].strip():
                funn.append(Funn(kode="IN-011", sted=f"{fil.navn}:{linje}", felter={"felt": kolonne}))
        handling = rad.get("handling", "").strip()
        if handling and handling not in HANDLINGER:
            felter = {
                "funnet": vis_verdi(handling),
                "lovlige": ", ".join(HANDLINGER),
                "naermeste": naermeste(handling, HANDLINGER),
            }
            funn.append(Funn(kode="IN-013", sted=f"{fil.navn}:{linje} (handling)", felter=felter))
    if funn:
        raise UgyldigeData(etter_linje(funn))
    return tabell


def read_moeter(sti: Path, navn: str) -> pd.DataFrame:
    """Return the meetings, one row per meeting; `dato` as datetime64 (NaT = undated).

    Raises
    ------
    UgyldigeData : as `read_sakslogg`.
    """
    fil = read_csvfil(sti, navn, ("organ", "dato"), MOETEKOLONNER)
    tabell, funn = _tabell(fil, datoer=("dato",), tall=("antall_saker", "antall_fo", "motte", "medlemmer"))
    if funn:
        raise UgyldigeData(etter_linje(funn))
    return tabell


def read_sakliste(sti: Path, navn: str) -> pd.DataFrame:
    """Return the agenda items, one row per item; `dato` as datetime64 (NaT = undated).

    Raises
    ------
    UgyldigeData : as `read_sakslogg`.
    """
    fil = read_csvfil(sti, navn, ("organ", "dato", "saksnr"), SAKLISTEKOLONNER)
    tabell, funn = _tabell(fil, datoer=("dato",), tall=())
    if funn:
        raise UgyldigeData(etter_linje(funn))
    return tabell


def _tabell(
    fil: Csvfil, *, datoer: tuple[str, ...], tall: tuple[str, ...]
) -> tuple[pd.DataFrame, list[Funn]]:
    import pandas as pd

    funn: list[Funn] = []
    kolonner: dict[str, Any] = {}
    for nr, kolonne in enumerate(fil.kolonner):
        verdier = [rad[nr].strip() for rad in fil.rader]
        if kolonne in datoer:
            lest, nye = _les_kolonne(fil, kolonne, verdier, parse_dato, "dato")
            kolonner[kolonne] = pd.to_datetime(pd.Series(lest, dtype="object"))
        elif kolonne in tall:
            lest, nye = _les_kolonne(fil, kolonne, verdier, _tall, "tall")
            kolonner[kolonne] = pd.Series(lest, dtype="float64")
        else:
            kolonner[kolonne], nye = pd.Series(verdier, dtype="object"), []
        funn += nye
    return pd.DataFrame(kolonner | {"linje": pd.Series(fil.linjer, dtype="int64")}), funn


def _les_kolonne(
    fil: Csvfil, kolonne: str, verdier: list[str], les: Callable[[str], Any], type_: str
) -> tuple[list[Any], list[Funn]]:
    """Return a column's values (None for an empty field) and a finding for each that cannot be read."""
    lest = [les(v) if v else None for v in verdier]
    funn = [
        Funn(
            kode="IN-012",
            sted=f"{fil.navn}:{linje} ({kolonne})",
            felter={"funnet": vis_verdi(v), "type": type_},
        )
        for v, tolket, linje in zip(verdier, lest, fil.linjer, strict=True)
        if v and tolket is None
    ]
    return lest, funn


def _tall(verdi: str) -> float | None:
    try:
        return som_tall(verdi)
    except Celleverdi:
        return None
