"""Two returned workbooks become one: each answer stands, two different ones are told with both cells."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from analyse.grunn.feiltekst import format_funn
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.arkdefinisjon import arkene
from analyse.inntak.fletting import Fletting, read_flettet
from analyse.inntak.fra_arbeidsbok import read_inntak
from analyse.inntak.mal import write_arbeidsbok

Endringer = dict[tuple[str, str], Any]
Flett = Callable[..., Fletting]
_ORGAN = next(a for a in arkene() if a.id == "organ")
ORGAN_GRUNNLAG = get_column_letter([k.id for k in _ORGAN.kolonner].index("grunnlag") + 1)


@pytest.fixture
def flett(arbeidsbok: Callable[..., Path], tmp_path: Path) -> Flett:
    """Merge the sound workbook with itself, each copy changed in its own cells."""

    def lag(en: Endringer | None = None, to: Endringer | None = None, spraak: str = "nb") -> Fletting:
        shutil.move(arbeidsbok(endre=en), tmp_path / "en.xlsx")
        shutil.move(arbeidsbok(endre=to, spraak=spraak), tmp_path / "to.xlsx")
        return read_flettet((tmp_path / "en.xlsx", tmp_path / "to.xlsx"), ("en.xlsx", "to.xlsx"))

    return lag


def test_a_workbook_merged_with_itself_is_read_as_the_same_model(
    flett: Flett, arbeidsbok: Callable[..., Path], tmp_path: Path
) -> None:
    flettet = flett()
    assert flettet.funn == ()
    write_arbeidsbok(tmp_path / "flettet.xlsx", flettet.rader, "nn", date(2026, 1, 1))
    lest, ventet = (read_inntak(s, "inntak.xlsx") for s in (tmp_path / "flettet.xlsx", arbeidsbok()))
    assert (lest.modell, lest.kommune) == (ventet.modell, ventet.kommune)


def test_a_cell_answered_in_only_one_of_them_is_taken_from_it(flett: Flett) -> None:
    flettet = flett({("Organ", "G6"): "ja"}, {("Organ", "I6"): "plan", ("Organ", "G5"): "nei"})
    assert flettet.funn == ()
    kommunestyret, plan = flettet.rader["organ"]
    assert (plan["vedtaksrett"], plan["sektor"], kommunestyret["vedtaksrett"]) == (True, "plan", False)


def test_two_different_answers_are_told_with_both_files_and_cells(flett: Flett) -> None:
    (funn,) = flett({("Organ", "D5"): 19}, {("Organ", "D5"): 21}).funn
    assert (funn.kode, funn.sted) == ("IN-095", "en.xlsx!Organ!D5")
    assert dict(funn.felter) == {"funnet": "19", "annet": "21", "annen": "to.xlsx!Organ!D5"}
    for spraak in SPRAAK:
        assert "to.xlsx!Organ!D5" in format_funn(funn, Tekst(spraak))["funnet"]


def test_the_same_answer_typed_in_two_ways_is_one_answer(flett: Flett) -> None:
    flettet = flett({("Kommune", "B8"): "12 000", ("Organ", "G5"): "ja"}, {("Organ", "G5"): "JA"})
    assert flettet.funn == ()
    assert flett({}, {}, spraak="nn").funn == ()


def test_do_not_know_yields_to_an_answer_and_stands_before_nothing(flett: Flett) -> None:
    flettet = flett(
        {("Organ", "G5"): "vet ikke", ("Organ", "G6"): "nei"},
        {("Organ", "G5"): "ja", ("Organ", "G6"): "vet ikke", ("Møteplan", "D5"): "vet ikke"},
    )
    assert flettet.funn == ()
    assert [r["vedtaksrett"] for r in flettet.rader["organ"]] == [True, False]
    assert flettet.rader["moeteplan"][0]["papirer_dager_foer"] == "vet ikke"


def test_a_row_that_only_one_has_is_added(flett: Flett) -> None:
    flettet = flett({}, {("Partier", "A7"): "H", ("Partier", "B7"): 0})
    assert [r["parti"] for r in flettet.rader["partier"]] == ["Ap", "Sp", "H"]


def test_a_cell_that_cannot_be_read_is_told_and_a_missing_sheet_is_not(flett: Flett, tmp_path: Path) -> None:
    flettet = flett({("Organ", "D5"): "elleve"})
    assert [(f.kode, f.sted) for f in flettet.funn if f.kode != "IN-095"] == [("IN-012", "en.xlsx!Organ!D5")]
    bok = openpyxl.load_workbook(tmp_path / "to.xlsx")
    del bok["Partier"]
    bok.save(tmp_path / "to.xlsx")
    igjen = read_flettet((tmp_path / "to.xlsx", tmp_path / "to.xlsx"))
    assert igjen.funn == ()


def test_what_is_marked_as_assumed_yields_to_an_answer_whichever_comes_first(flett: Flett) -> None:
    antatt = {("Organ", "D5"): 19, ("Organ", f"{ORGAN_GRUNNLAG}5"): "Forutsatt"}
    svart = {("Organ", "D5"): 21}
    for en, to in ((antatt, svart), (svart, antatt)):
        flettet = flett(en, to)
        assert flettet.funn == ()
        assert flettet.rader["organ"][0]["medlemmer"] == 21


def test_a_gap_filled_by_an_assumption_keeps_its_mark(flett: Flett) -> None:
    flettet = flett({("Kommune", "B8"): None}, {("Kommune", "B8"): 9000, ("Kommune", "C8"): "Forutsatt"})
    (rad,) = flettet.rader["kommune"]
    assert (rad["innbyggere"], rad["innbyggere.grunnlag"]) == (9000, "forutsatt")
