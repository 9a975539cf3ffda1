"""Merging is refused whole or done whole: nothing a person has worked in is written over."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from analyse.grunn.feil import BrukFeil, UgyldigeData
from analyse.inntak.fra_arbeidsbok import read_inntak
from analyse.inntak.mal import write_arbeidsbok
from analyse.oppdrag.flett import write_flettet

Arbeidsbok = Callable[..., Path]
RADER = {
    "kommune": [{"navn": "Prøvevik", "nummer": "9999", "innbyggere": 12000, "styreform": "formannskap"}],
    "partier": [{"parti": "Ap", "mandater": 10}, {"parti": "Sp", "mandater": 7}],
    "organ": [
        {"id": "kommunestyret", "navn": "Kommunestyret", "art": "kommunestyre", "medlemmer": 17},
        {"id": "plan", "navn": "Planutvalget", "art": "utvalg", "medlemmer": 7},
    ],
}  # fmt: skip


@pytest.fixture
def arbeidsbok(tmp_path: Path) -> Arbeidsbok:
    """Write a workbook with some cells changed."""

    def lag(endre: Mapping[tuple[str, str], Any] | None = None) -> Path:
        sti = tmp_path / "inntak.xlsx"
        write_arbeidsbok(sti, RADER, "nb", date(2026, 1, 1))
        bok = openpyxl.load_workbook(sti)
        for (ark, celle), verdi in (endre or {}).items():
            bok[ark][celle] = verdi
        bok.save(sti)
        return sti

    return lag


def test_three_workbooks_become_one(arbeidsbok: Arbeidsbok, tmp_path: Path) -> None:
    boeker = []
    for nr, endre in enumerate(
        ({("Organ", "G6"): "ja"}, {("Organ", "I6"): "plan"}, {("Organ", "G5"): "nei"})
    ):
        boeker.append(tmp_path / f"{nr}.xlsx")
        shutil.move(arbeidsbok(endre=endre), boeker[-1])
    write_flettet(boeker, tmp_path / "til.xlsx", "nb")
    kommunestyret, plan = read_inntak(tmp_path / "til.xlsx", "til.xlsx").modell.organer
    assert (plan.vedtaksrett, plan.sektor, kommunestyret.vedtaksrett) == (True, ("plan",), False)


def test_the_same_bytes_twice_and_written_again_over_its_own(arbeidsbok: Arbeidsbok, tmp_path: Path) -> None:
    for navn in ("a.xlsx", "b.xlsx", "a.xlsx"):
        write_flettet([arbeidsbok()], tmp_path / navn, "nn")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_two_answers_stop_it_and_nothing_is_written(arbeidsbok: Arbeidsbok, tmp_path: Path) -> None:
    shutil.move(arbeidsbok(endre={("Organ", "D5"): 19}), tmp_path / "en.xlsx")
    shutil.move(arbeidsbok(endre={("Organ", "D5"): 21}), tmp_path / "to.xlsx")
    with pytest.raises(UgyldigeData) as feil:
        write_flettet([tmp_path / "en.xlsx", tmp_path / "to.xlsx"], tmp_path / "til.xlsx", "nb")
    assert [f.kode for f in feil.value.funn] == ["IN-095"]
    assert not (tmp_path / "til.xlsx").exists()


@pytest.mark.parametrize(("navn", "kode"), [("til.docx", "BR-011"), ("egen.xlsx", "BR-020")])
def test_another_format_or_someones_own_file_is_refused(
    arbeidsbok: Arbeidsbok, tmp_path: Path, navn: str, kode: str
) -> None:
    openpyxl.Workbook().save(tmp_path / "egen.xlsx")
    foer = (tmp_path / "egen.xlsx").read_bytes()
    with pytest.raises(BrukFeil) as feil:
        write_flettet([arbeidsbok()], tmp_path / navn, "nb")
    assert [f.kode for f in feil.value.funn] == [kode]
    assert (tmp_path / "egen.xlsx").read_bytes() == foer


def test_the_workbook_itself_is_never_the_target(arbeidsbok: Arbeidsbok) -> None:
    with pytest.raises(BrukFeil):
        write_flettet([arbeidsbok()], arbeidsbok(), "nb")
