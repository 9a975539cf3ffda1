"""`flett` as the consultant uses it: a project's workbook, a second round, and both made into one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Styreform = Callable[..., Any]


@pytest.fixture
def bok(styreform: Styreform, tmp_path: Path) -> Path:
    styreform("ny", str(tmp_path / "o"), "--kommune", "Verdal", "--mandater", "Ap=14,Sp=13")
    return tmp_path / "o" / "inntak.xlsx"


def test_a_second_round_is_filled_in_and_merged_into_the_first(
    styreform: Styreform, bok: Path, tmp_path: Path
) -> None:
    runde, til = tmp_path / "runde2.xlsx", tmp_path / "flettet.xlsx"
    svar = styreform("flett", str(bok), "--til", str(runde), "--åpne")
    assert svar.kode == 0
    assert str(runde) in svar.ut
    aapen = openpyxl.load_workbook(runde)
    assert len(aapen["Organ"]["A"]) < 40
    assert styreform("flett", str(bok), str(runde), "--til", str(til), "--json").json == {
        "skjema": "flett/1",
        "filer": [str(til)],
    }
    bok.write_bytes(til.read_bytes())
    assert styreform("kontroll", str(bok.parent), "--json").json["feil"] == []


def test_a_missing_workbook_and_two_answers_are_told_in_json(
    styreform: Styreform, bok: Path, tmp_path: Path
) -> None:
    til = str(tmp_path / "til.xlsx")
    assert styreform("flett", str(tmp_path / "borte.xlsx"), "--til", til, "--json").kode == 2
    annen = openpyxl.load_workbook(bok)
    (felt,) = [r for r in annen["Kommune"].iter_rows() if r[0].value == "Innbyggere"]
    felt[1].value = 99
    annen.save(tmp_path / "annen.xlsx")
    svar = styreform("flett", str(bok), str(tmp_path / "annen.xlsx"), "--til", til, "--json")
    assert svar.kode == 2
    assert [f["kode"] for f in svar.json["feil"]] == ["IN-095"]
    assert not Path(til).exists()


def test_at_least_one_workbook_and_a_target_are_needed(styreform: Styreform, bok: Path) -> None:
    assert styreform("flett", "--til", "x.xlsx").kode == 2
    assert styreform("flett", str(bok)).kode == 2
