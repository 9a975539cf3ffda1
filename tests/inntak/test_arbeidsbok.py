"""Every cell that is wrong is told at once with its sheet and cell; a hostile file is refused unread."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from analyse.grunn.feil import FarligFil, UgyldigeData
from analyse.inntak import arbeidsbok as modul
from analyse.inntak import arkleser
from analyse.inntak.arbeidsbok import read_arbeidsbok

Bok = Callable[..., Path]


def _funn(sti: Path) -> list[tuple[str, str]]:
    return [(f.kode, f.sted) for f in read_arbeidsbok(sti, "inntak.xlsx").funn]


@pytest.mark.parametrize(
    ("celle", "verdi", "kode"),
    [
        (("Organ", "D5"), "elleve", "IN-012"),
        (("Organ", "C6"), "Utvlag", "IN-013"),
        (("Organ", "D5"), "=1+1", "IN-044"),
        (("Organ", "D5"), "#REF!", "IN-046"),
        (("Organ", "D5"), "1.234", "IN-047"),
        (("Møteplan", "B5"), "7–11", "IN-049"),
        (("Organ", "B5"), None, "IN-011"),
        (("Organ", "B4"), "Naam", "IN-045"),
        (("Organ", "B4"), "Art", "IN-050"),
        (("Kommune", "A6"), "Komunenummer", "IN-045"),
        (("Kommune", "A6"), "Navn", "IN-050"),
        (("Kommune", "B8"), "mange", "IN-012"),
    ],
)
def test_a_fault_is_told_with_sheet_and_cell(
    arbeidsbok: Bok, celle: tuple[str, str], verdi: Any, kode: str
) -> None:
    steder = {(kode, f"inntak.xlsx!{celle[0]}!{celle[1]}")}
    if celle == ("Organ", "B4"):  # a lost heading also leaves its column unanswered
        steder = {(kode, "inntak.xlsx!Organ!B4"), ("IN-011", "inntak.xlsx!Organ")}
    if (celle, kode) == (("Organ", "B4"), "IN-050"):
        steder = {
            ("IN-050", "inntak.xlsx!Organ!C4"),
            ("IN-011", "inntak.xlsx!Organ"),
            ("IN-013", "inntak.xlsx!Organ!B5"),
        }
        steder |= {("IN-013", "inntak.xlsx!Organ!B6")}
    assert set(_funn(arbeidsbok(endre={celle: verdi}))) == steder


def test_a_choice_is_told_with_words_and_the_nearest_in_the_readers_language(arbeidsbok: Bok) -> None:
    (funn,) = read_arbeidsbok(arbeidsbok(endre={("Organ", "C6"): "Utvlag"}), "inntak.xlsx").funn
    assert funn.felter["naermeste"] == "@inntak.valg.utvalg"
    assert "@inntak.valg.eldreraad" in funn.felter["lovlige"]


def test_all_faults_are_told_at_once(arbeidsbok: Bok) -> None:
    endre = {
        ("Kommune", "B8"): "mange",
        ("Organ", "D5"): "elleve",
        ("Saksgang", "A5"): None,
        ("Partier", "B5"): -1.5,
    }
    assert [k for k, _ in _funn(arbeidsbok(endre=endre))] == ["IN-012", "IN-012", "IN-012", "IN-011"]


def test_merged_cells_are_refused_because_only_one_of_them_has_the_value(arbeidsbok: Bok) -> None:
    sti = arbeidsbok()
    bok = openpyxl.load_workbook(sti)
    bok["Organ"].merge_cells("H5:H6")
    bok.save(sti)
    assert _funn(sti) == [("IN-043", "inntak.xlsx!Organ!H5:H6")]


def test_a_missing_sheet_is_told_unless_it_may_be_missing(arbeidsbok: Bok) -> None:
    sti = arbeidsbok()
    bok = openpyxl.load_workbook(sti)
    for navn in ("Organ", "Saksgang"):
        del bok[navn]
    bok.save(sti)
    lesing = read_arbeidsbok(sti, "inntak.xlsx")
    assert [(f.kode, f.felter["ark"]) for f in lesing.funn] == [("IN-041", "@inntak.ark.organ")]


def test_sheets_and_notes_of_the_readers_own_are_left_in_peace(arbeidsbok: Bok) -> None:
    sti = arbeidsbok()
    bok = openpyxl.load_workbook(sti)
    bok.create_sheet("Våre notater")["A1"] = "=1+"
    bok["Organ"]["Z12"] = "husk å ringe"
    bok.save(sti)
    assert _funn(sti) == []


def test_an_empty_row_between_is_skipped_and_the_cells_keep_their_numbers(arbeidsbok: Bok) -> None:
    sti = arbeidsbok(endre={("Partier", "A8"): "H", ("Partier", "B8"): "to"})
    assert _funn(sti) == [("IN-012", "inntak.xlsx!Partier!B8")]


def test_a_formula_with_a_computed_value_is_read_as_its_value(arbeidsbok: Bok, tmp_path: Path) -> None:
    import xlsxwriter

    sti = tmp_path / "formel.xlsx"
    with xlsxwriter.Workbook(str(sti)) as bok:
        side = bok.add_worksheet("Partier")
        side.write_row(0, 0, ["Parti", "Mandater"])
        side.write_string(1, 0, "Ap")
        side.write_formula(1, 1, "=5+5", None, 10)
    assert read_arbeidsbok(sti, "inntak.xlsx").rader["partier"] == [{"parti": "Ap", "mandater": 10}]


def test_a_missing_workbook_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(UgyldigeData, match="IN-001"):
        read_arbeidsbok(tmp_path / "inntak.xlsx", "inntak.xlsx")


@pytest.mark.parametrize("innhold", [b"", b"sak_id;organ\n", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_workbook_is_refused(tmp_path: Path, innhold: bytes) -> None:
    (tmp_path / "inntak.xlsx").write_bytes(innhold)
    with pytest.raises(FarligFil, match="IN-040"):
        read_arbeidsbok(tmp_path / "inntak.xlsx", "inntak.xlsx")


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "inntak.xlsx", "w") as arkiv:
        arkiv.writestr("[Content_Types].xml", "<a/>")
    with pytest.raises(FarligFil, match="IN-040"):
        read_arbeidsbok(tmp_path / "inntak.xlsx", "inntak.xlsx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(
    arbeidsbok: Bok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modul, "MAKS_UTPAKKET", 1000)
    with pytest.raises(FarligFil, match="IN-003"):
        read_arbeidsbok(arbeidsbok(), "inntak.xlsx")


def test_an_absurd_used_range_is_refused(arbeidsbok: Bok, monkeypatch: pytest.MonkeyPatch) -> None:
    sti = arbeidsbok(endre={("Organ", "A63"): "x"})
    monkeypatch.setattr(arkleser, "MAKS_RADER", 50)
    with pytest.raises(FarligFil, match="IN-042"):
        read_arbeidsbok(sti, "inntak.xlsx")


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(FarligFil, match="IN-003"):
        read_arbeidsbok(tmp_path, "inntak.xlsx")


def test_entities_in_the_xml_are_never_expanded(arbeidsbok: Bok) -> None:
    sti = arbeidsbok()
    with zipfile.ZipFile(sti) as arkiv:
        deler = {n: arkiv.read(n) for n in arkiv.namelist()}
    deler["xl/sharedStrings.xml"] = deler["xl/sharedStrings.xml"].replace(
        b"?>", b'?>\n<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', 1
    )
    with zipfile.ZipFile(sti, "w") as arkiv:
        for navn, innhold in deler.items():
            arkiv.writestr(navn, innhold)
    with pytest.raises(FarligFil, match="IN-040"):
        read_arbeidsbok(sti, "inntak.xlsx")
