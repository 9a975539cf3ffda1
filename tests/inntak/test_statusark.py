"""The status sheet counts along: what it says now is what its formulas give."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.arkdefinisjon import arkene, arknavn

Bok = Callable[..., Path]
TELLES = {"rader": 3, "mangler": 4, "feil": 5, "antakelser": 6, "tilstand": 7}


def _status(sti: Path, spraak: str = "nb") -> dict[str, dict[str, Any]]:
    side = openpyxl.load_workbook(sti, data_only=True)[Tekst(spraak)("inntak.ark.status")]
    navn = {arknavn(Tekst(spraak), a): a.id for a in arkene()}
    return {
        navn[rad[0]]: {k: rad[nr] for k, nr in TELLES.items()}
        for rad in side.iter_rows(min_row=5, values_only=True)
        if rad[0] in navn
    }


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_sheet_has_its_line_with_what_is_lost_by_stopping(arbeidsbok: Bok, spraak: str) -> None:
    sti = arbeidsbok(spraak=spraak)
    assert list(_status(sti, spraak)) == [a.id for a in arkene()]
    side = openpyxl.load_workbook(sti).worksheets[0]
    assert side.title == Tekst(spraak)("inntak.ark.status")
    tapt = [rad[8] for rad in side.iter_rows(min_row=5, values_only=True)]
    assert tapt == [Tekst(spraak)(f"inntak.om_ark.{a.id}.tapt") for a in arkene()]


def test_a_sound_workbook_is_finished_where_it_is_filled_in(arbeidsbok: Bok) -> None:
    status = _status(arbeidsbok())
    assert status["organ"] == {"rader": 2, "mangler": 0, "feil": 0, "antakelser": 0, "tilstand": "Ferdig"}
    assert status["moeteplan"]["antakelser"] == 1
    assert status["verv"] == {"rader": 0, "mangler": 0, "feil": 0, "antakelser": 0, "tilstand": "Ikke begynt"}


def test_what_is_missing_wrong_and_assumed_is_counted(arbeidsbok: Bok) -> None:
    status = _status(
        arbeidsbok(
            kommune=[{"navn": "Prøvevik", "innbyggere": "mange", "innbyggere.grunnlag": "forutsatt"}],
            organ=[
                {"id": "ks", "navn": "KS", "art": "kommunestyre", "medlemmer": 19},
                {"id": "plan", "art": "utvalg", "medlemmer": -1, "grunnlag": "forutsatt"},
            ],
        )
    )
    assert status["kommune"] == {
        "rader": 2, "mangler": 1, "feil": 1, "antakelser": 1, "tilstand": "Se på feil",
    }  # fmt: skip
    # a name is missing; a size is below zero, and 19 members do not match 17 seats
    assert status["organ"] == {"rader": 2, "mangler": 1, "feil": 2, "antakelser": 1, "tilstand": "Se på feil"}


def test_do_not_know_is_no_fault(arbeidsbok: Bok) -> None:
    organ = [{"id": "ks", "navn": "KS", "art": "kommunestyre", "medlemmer": "vet ikke"}]
    assert _status(arbeidsbok(organ=organ))["organ"]["feil"] == 0


@pytest.mark.grundig
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("spraak", SPRAAK)
def test_the_formulas_give_what_is_written_beside_them(arbeidsbok: Bok, tmp_path: Path, spraak: str) -> None:
    organ = [
        {"id": "ks", "navn": "KS", "art": "kommunestyre", "medlemmer": 19},
        {"id": "plan", "art": "utvalg", "medlemmer": "elleve", "grunnlag": "forutsatt"},
    ]
    sti = arbeidsbok(spraak=spraak, organ=organ)
    uten_svar = tmp_path / "uten_svar.xlsx"
    openpyxl.load_workbook(sti).save(uten_svar)  # openpyxl keeps the formulas and drops their values
    regn = ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "regnet"]
    subprocess.run([*regn, uten_svar.name], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert _status(tmp_path / "regnet" / uten_svar.name, spraak) == _status(sti, spraak)
