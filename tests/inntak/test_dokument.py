"""Are a document's paragraphs read as they stand, and is a bad file refused?"""

from __future__ import annotations

import builtins
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from analyse.grunn.feil import BrukFeil, FarligFil, MiljoeFeil, StyreformFeil, UgyldigeData
from analyse.inntak import dokument
from analyse.inntak.dokument import read_avsnitt


def _skriv(mappe: Path, navn: str, innhold: bytes) -> Path:
    (mappe / navn).write_bytes(innhold)
    return mappe / navn


def test_lines_up_to_an_empty_one_are_a_paragraph(tmp_path: Path) -> None:
    sti = _skriv(tmp_path, "a.txt", "Første linje\nog andre.\n\nNeste avsnitt.\n".encode())
    assert read_avsnitt(sti, "a.txt") == ("Første linje og andre.", "Neste avsnitt.")


def test_headings_and_points_stand_alone(tmp_path: Path) -> None:
    sti = _skriv(tmp_path, "a.md", b"# Reglement\n- ett\n- to\nmer om to\n1. tre\n")
    assert read_avsnitt(sti, "a.md") == ("# Reglement", "- ett", "- to mer om to", "1. tre")


@pytest.mark.parametrize("koding", ["utf-8", "utf-8-sig", "cp1252"])
def test_norwegian_letters_survive_the_usual_encodings(tmp_path: Path, koding: str) -> None:
    sti = _skriv(tmp_path, "a.txt", "Økonomi på ærlig vis".encode(koding))
    assert read_avsnitt(sti, "a.txt") == ("Økonomi på ærlig vis",)


def test_a_word_file_gives_its_paragraphs_and_the_cells_of_its_tables_in_order(tmp_path: Path) -> None:
    dok = docx.Document()
    dok.add_paragraph("Først")
    dok.add_paragraph("")
    tabell = dok.add_table(rows=1, cols=2)
    tabell.cell(0, 0).text, tabell.cell(0, 1).text = "Venstre", "Høyre"
    dok.add_paragraph("Sist")
    dok.save(str(tmp_path / "a.docx"))
    assert read_avsnitt(tmp_path / "a.docx", "a.docx") == ("Først", "Venstre", "Høyre", "Sist")


def _zip(mappe: Path) -> Path:
    with zipfile.ZipFile(mappe / "a.docx", "w") as arkiv:
        arkiv.writestr("tom.txt", "")
    return mappe / "a.docx"


def test_a_file_that_is_no_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mappe.txt").mkdir()
    tilfeller: list[tuple[Path, type[StyreformFeil], str]] = [
        (tmp_path / "a.pdf", BrukFeil, "BR-031"),
        (tmp_path / "finnes_ikke.txt", UgyldigeData, "IN-001"),
        (tmp_path / "mappe.txt", FarligFil, "IN-003"),
        (_skriv(tmp_path, "null.txt", b"a\0b"), FarligFil, "IN-096"),
        (_skriv(tmp_path, "falsk.docx", b"ikke en zip"), FarligFil, "IN-096"),
        (_zip(tmp_path), FarligFil, "IN-096"),
    ]
    for sti, feil, kode in tilfeller:
        with pytest.raises(feil) as fanget:
            read_avsnitt(sti, sti.name)
        assert [f.kode for f in fanget.value.funn] == [kode]


def test_an_absurdly_large_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dokument, "MAKS_BYTE", 10)
    with pytest.raises(FarligFil):
        read_avsnitt(_skriv(tmp_path, "a.txt", b"x" * 11), "a.txt")
    monkeypatch.undo()
    monkeypatch.setattr(dokument, "MAKS_UTPAKKET", 10)
    docx.Document().save(str(tmp_path / "b.docx"))
    with pytest.raises(FarligFil) as fanget:
        read_avsnitt(tmp_path / "b.docx", "b.docx")
    assert fanget.value.funn[0].kode == "IN-003"


def test_a_word_file_without_the_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ekte = builtins.__import__

    def uten_docx(navn: str, *resten: Any, **ord_: Any) -> Any:
        if navn == "docx":
            raise ImportError(navn)
        return ekte(navn, *resten, **ord_)

    sti = _skriv(tmp_path, "a.docx", b"")
    monkeypatch.setattr(builtins, "__import__", uten_docx)
    with pytest.raises(MiljoeFeil) as fanget:
        read_avsnitt(sti, "a.docx")
    (funn,) = fanget.value.funn
    assert funn.kode == "MI-004"
    assert "styreform[rapport]" in funn.felter["kommando"]
