"""`styreform kunraadet`: the search, and the reading of a document."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Styreform = Callable[..., Any]


@pytest.mark.parametrize("soekeord", ["økonomiplan", "oekonomiplan"])
def test_a_search_lists_the_place_with_its_section(styreform: Styreform, soekeord: str) -> None:
    svar = styreform("kunraadet", soekeord)
    assert svar.kode == 0
    assert "kommuneloven 2018 § 14-2" in svar.ut


def test_the_document_of_a_search_has_places_and_nothing_possible(styreform: Styreform) -> None:
    svar = styreform("kunraadet", "--json").json
    assert (svar["skjema"], len(svar["saker"]), svar["mulige"]) == ("kunraadet/1", 67, [])


@pytest.fixture
def reglement(tmp_path: Path) -> Path:
    """A set of rules with one clause that touches a reserved place."""
    tekst = "Reglement\n\nFormannskapet fastsetter godtgjøring til de folkevalgte.\n\nMøtene er åpne.\n"
    (tmp_path / "reglement.md").write_text(tekst, encoding="utf-8")
    return tmp_path / "reglement.md"


def test_a_documents_clauses_are_places_to_read_and_no_verdict(styreform: Styreform, reglement: Path) -> None:
    svar = styreform("kunraadet", "--dokument", str(reglement))
    assert svar.kode == 0
    assert "ikke en konklusjon" in svar.ut
    assert "Avsnitt 2: Formannskapet fastsetter godtgjøring" in svar.ut
    assert "Møtene er åpne" not in svar.ut


def test_the_clauses_stand_in_the_document(styreform: Styreform, reglement: Path) -> None:
    mulige = styreform("kunraadet", "godtgjøring", "--dokument", str(reglement), "--json").json["mulige"]
    assert {m["avsnitt"] for m in mulige} == {2}
    assert "arbeidsgodtgjoering" in {m["sak"] for m in mulige}
    assert all(m["soekeord"] for m in mulige)


def test_a_word_file_without_the_extra_is_a_matter_of_the_surroundings(
    styreform: Styreform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    (tmp_path / "r.docx").write_bytes(b"PK")
    svar = styreform("kunraadet", "--dokument", str(tmp_path / "r.docx"), "--json")
    assert svar.kode == 4
    assert [f["kode"] for f in svar.json["feil"]] == ["MI-004"]
    assert "styreform[rapport]" in svar.json["feil"][0]["raad"]


def test_a_missing_document_is_bad_input(styreform: Styreform, tmp_path: Path) -> None:
    assert styreform("kunraadet", "--dokument", str(tmp_path / "borte.txt")).kode == 2
