"""Returned workbooks made into one, whole or with only the open questions left for a second round."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from analyse.grunn.feil import BrukFeil, Funn, UgyldigeData, vis_verdi
from analyse.grunn.filer import check_skrivbar, check_urort, note_skrevet
from analyse.inntak.fletting import read_flettet
from analyse.inntak.mal import write_arbeidsbok

ENDELSE = ".xlsx"
# The result is of the workbooks as they are, not of a day: the same bytes whenever it is made.
UTEN_DATO = date(1980, 1, 1)


def write_flettet(boeker: Sequence[Path], til: Path, spraak: str, *, bare_aapne: bool = False) -> None:
    """Write the workbook that holds what any of the given ones answers.

    Parameters
    ----------
    boeker : at least one; where two answer differently nothing is written. bare_aapne : only what none of
        them has answered; that workbook, filled in, is merged with the others.

    Raises
    ------
    BrukFeil : `til` is no .xlsx, one of the workbooks themselves, or a file a person has worked in.
    UgyldigeData : a cell cannot be read, or two answers differ; all of them at once.
    FarligFil : one of the files is no sound workbook. MiljoeFeil : `til` cannot be written.
    """
    if til.suffix.lower() != ENDELSE:
        felter = {"funnet": vis_verdi(til.suffix or til.name), "lovlige": ENDELSE}
        raise BrukFeil([Funn(kode="BR-011", sted="--til", felter=felter)])
    check_skrivbar(til.parent)
    check_urort(til, overskriv=False)
    flettet = read_flettet(boeker)
    if flettet.funn:
        raise UgyldigeData(flettet.funn)
    nivaa = str((flettet.rader["kommune"] or [{}])[0].get("nivaa") or "kommune")
    write_arbeidsbok(til, flettet.rader, spraak, UTEN_DATO, nivaa=nivaa, bare_aapne=bare_aapne)
    note_skrevet([til])
