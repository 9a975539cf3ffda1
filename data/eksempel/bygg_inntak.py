"""Builds inntak.xlsx of an example project from its CSV files, one per sheet.

Usage: python data/eksempel/bygg_inntak.py data/eksempel/levanger

Each inntak/<ark>.csv has the column ids of data/inntak/arbeidsbok.toml as headings (a sheet of fields:
`felt;verdi`, and `grunnlag;kilde` where the sheet has them); a sheet without a file is empty. The same CSV
files give the same bytes. The examples are thus read by the code that reads any municipality's workbook,
while their facts can be compared line by line.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

from analyse.inntak.arkdefinisjon import TALLTYPER, Ark, Kolonne, arkene
from analyse.inntak.mal import write_arbeidsbok
from analyse.inntak.prosjekt import INNTAK, read_prosjektvalg

_TALL = re.compile(r"-?\d+(,\d+)?")


def som_celle(kolonne: Kolonne, tekst: str) -> str | int | float:
    """Return a field as the cell a person would fill in: plain numbers as numbers, all else as text."""
    if kolonne.type not in TALLTYPER or not _TALL.fullmatch(tekst):
        return tekst
    return float(tekst.replace(",", ".")) if "," in tekst else int(tekst)


def read_ark(fil: Path, ark: Ark) -> list[dict[str, str | int | float]]:
    """Return the rows of one sheet; a heading that is no column stops the build."""
    with fil.open(encoding="utf-8", newline="") as aapen:
        rader = list(csv.DictReader(aapen, delimiter=";"))
    if ark.form == "felt":
        rader = [_som_felt(rader)]
    return [{navn: som_celle(ark.kolonne(navn), verdi) for navn, verdi in rad.items()} for rad in rader]


def _som_felt(rader: list[dict[str, str]]) -> dict[str, str]:
    """Return the lines of a sheet of fields as one row; what a line says besides is `<felt>.<kolonne>`."""
    rad = {linje["felt"]: linje["verdi"] for linje in rader}
    for linje in rader:
        rad |= {f"{linje['felt']}.{k}": v for k, v in linje.items() if k not in ("felt", "verdi")}
    return rad


def build_inntak(mappe: Path, ut: Path) -> None:
    """Write the workbook of the example in `mappe` to `ut`, in the example's language and with its date."""
    valg = read_prosjektvalg(mappe)
    rader = {
        ark.id: read_ark(fil, ark) for ark in arkene() if (fil := mappe / "inntak" / f"{ark.id}.csv").exists()
    }
    write_arbeidsbok(ut, rader, valg.spraak, valg.dato)


if __name__ == "__main__":
    build_inntak(Path(sys.argv[1]), Path(sys.argv[1]) / INNTAK)
