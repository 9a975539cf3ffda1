"""The case log, the meetings and the agenda list: one row per treatment, meeting and item.

What a file does not hold stays missing; a date that cannot be read is an error, an empty one is an
undated step. Measures on the log belong to `indikatorer`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analyse.grunn.feil import Funn, UgyldigeData, vis_verdi
from analyse.grunn.tid import parse_dato
from analyse.inntak.csvfil import Csvfil, read_csvfil
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
    tabell, funn = _tabell(fil, datoer=("motedato", "klar", "sendt_ut", "publisert"), tall=("trinn", "for", "mot", "sider", "minutter"))
    for nr, linje in enumerate(fil.linjer):
        rad = dict(zip(fil.kolonner, fil.rader[nr], strict=True))
        for kolonne in ("sak_id", "organ"):
            if not rad[kolonne].strip():
                funn.append(Funn(kode="IN-011", sted=f"{fil.navn}:{linje}", felter={"felt": kolonne}))
        handling = rad.get("handling", "").strip()
        if handling and handling not in HANDLINGER:
            felter = {"funnet": vis_verdi(handling), "lovlige": ", ".join(HANDLINGER), "naermeste": ""}
            funn.append(Funn(kode="IN-013", sted=f"{fil.navn}:{linje} (handling)", felter=felter))
    if funn:
        raise UgyldigeData(funn)
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
        raise UgyldigeData(funn)
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
        raise UgyldigeData(funn)
    return tabell


def _tabell(fil: Csvfil, *, datoer: tuple[str, ...], tall: tuple[str, ...]) -> tuple[pd.DataFrame, list[Funn]]:
    import pandas as pd

    funn: list[Funn] = []
    kolonner: dict[str, pd.Series[object]] = {}
    for nr, kolonne in enumerate(fil.kolonner):
        verdier = [rad[nr].strip() for rad in fil.rader]
        if kolonne in datoer:
            lest = [parse_dato(v) if v else None for v in verdier]
            funn += [
                Funn(kode="IN-012", sted=f"{fil.navn}:{linje} ({kolonne})", felter={"funnet": vis_verdi(v), "type": "dato"})
                for v, d, linje in zip(verdier, lest, fil.linjer, strict=True)
                if v and d is None
            ]
            kolonner[kolonne] = pd.to_datetime(pd.Series(lest, dtype="object"))
        elif kolonne in tall:
            lest_tall = [_tall(v) for v in verdier]
            funn += [
                Funn(kode="IN-012", sted=f"{fil.navn}:{linje} ({kolonne})", felter={"funnet": vis_verdi(v), "type": "tall"})
                for v, t, linje in zip(verdier, lest_tall, fil.linjer, strict=True)
                if v and t is None
            ]
            kolonner[kolonne] = pd.Series(lest_tall, dtype="float64")
        else:
            kolonner[kolonne] = pd.Series(verdier, dtype="object")
    tabell = pd.DataFrame(kolonner)
    tabell["linje"] = pd.Series(fil.linjer, dtype="int64")
    return tabell, funn


def _tall(verdi: str) -> float | None:
    try:
        return float(verdi.replace(",", ".")) if verdi and verdi.lower() not in ("nan", "inf", "-inf") else None
    except ValueError:
        return None
