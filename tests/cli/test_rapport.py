"""Are the deliverables written where they should, under their names, over nobody's work?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Styreform = Callable[..., Any]
NAVN = ["provevik_evaluering_nb.xlsx", "provevik_evaluering_nb.html"]


def _filer(mappe: Path) -> set[Path]:
    return {f for f in mappe.rglob("*") if f.is_file()}


def test_files_are_named_by_place_layout_and_language_and_lie_under_ut(
    styreform: Styreform, oppdrag: Path
) -> None:
    foer = _filer(oppdrag)
    svar = styreform("rapport", str(oppdrag), "--json")
    assert (svar.kode, svar.feil) == (0, "")
    assert list(svar.json) == ["skjema", "filer", "oppdatert", "urort"]
    assert svar.json["filer"] == [str(oppdrag / "ut" / n) for n in NAVN]
    assert {f.parent for f in _filer(oppdrag) - foer} == {oppdrag / "ut"}


def test_nothing_is_written_outside_the_folder_asked_for(
    styreform: Styreform, oppdrag: Path, tmp_path: Path
) -> None:
    foer = _filer(tmp_path)
    assert styreform("rapport", str(oppdrag), "--ut", str(tmp_path / "her")).kode == 0
    assert {f.parent for f in _filer(tmp_path) - foer} == {tmp_path / "her"}


def test_each_language_has_its_own_names_for_the_bodies_we_made(
    styreform: Styreform, oppdrag: Path, tmp_path: Path
) -> None:
    ut = tmp_path / "ut"
    argumenter = ["--modeller", "komite", "--format", "html", "--spraak", "nb,en,nb", "--ut", str(ut)]
    assert styreform("rapport", str(oppdrag), *argumenter).ut.splitlines() == [
        str(ut / f"provevik_evaluering_{s}.html") for s in ("nb", "en")
    ]
    sider = {s: (ut / f"provevik_evaluering_{s}.html").read_text(encoding="utf-8") for s in ("nb", "en")}
    assert ("Komité for" in sider["nb"], "Komité for" in sider["en"]) == (True, False)
    assert "Committee for" in sider["en"]


def test_every_layout_can_be_asked_for_at_once(styreform: Styreform, oppdrag: Path) -> None:
    svar = styreform("rapport", str(oppdrag), "--oppsett", "alle", "--format", "html", "--json")
    assert (svar.kode, [Path(f).name for f in svar.json["filer"]]) == (0, [NAVN[1]])


def test_everything_wrong_with_the_request_is_said_before_the_project_is_read(
    styreform: Styreform, tmp_path: Path
) -> None:
    argumenter = ["--format", "pdf,odt", "--spraak", "nb,dansk", "--oppsett", "evalurering", "--json"]
    svar = styreform("rapport", str(tmp_path / "borte"), *argumenter)
    assert svar.kode == 2
    assert [(f["kode"], f["sted"]) for f in svar.json["feil"]] == [
        ("BR-011", "--format"),
        ("BR-011", "--format"),
        ("BR-012", "--spraak"),
        ("BR-013", "--oppsett"),
    ]


def test_no_format_at_all_is_refused(styreform: Styreform, oppdrag: Path) -> None:
    assert styreform("rapport", str(oppdrag), "--format", ",").kode == 2


def test_a_workbook_somebody_has_changed_is_never_overwritten(styreform: Styreform, oppdrag: Path) -> None:
    assert styreform("rapport", str(oppdrag)).kode == 0
    bok, side = (oppdrag / "ut" / n for n in NAVN)
    bok.write_bytes(bok.read_bytes() + b"min egen merknad")
    side.write_text("gammel", encoding="utf-8")
    svar = styreform("rapport", str(oppdrag), "--json")
    assert (svar.kode, svar.json["feil"][0]["kode"]) == (2, "BR-020")
    assert {"--oppdater", "--overskriv"} <= set(
        svar.json["feil"][0]["raad"].replace("«", " ").replace("»", " ").split()
    )
    assert bok.read_bytes().endswith(b"min egen merknad")
    assert side.read_text(encoding="utf-8") == "gammel"  # all or nothing
    assert styreform("rapport", str(oppdrag), "--overskriv").kode == 0
    assert not bok.read_bytes().endswith(b"min egen merknad")


def test_every_changed_workbook_is_named_before_one_language_is_written(
    styreform: Styreform, oppdrag: Path
) -> None:
    (oppdrag / "ut").mkdir()
    for spraak in ("nn", "en"):
        (oppdrag / "ut" / f"provevik_evaluering_{spraak}.xlsx").write_bytes(b"noen andres")
    svar = styreform("rapport", str(oppdrag), "--spraak", "nb,nn,en", "--json")
    assert (svar.kode, svar.json["antall"]) == (2, 2)
    assert len(_filer(oppdrag / "ut")) == 2


def test_writing_twice_needs_no_leave(styreform: Styreform, oppdrag: Path) -> None:
    assert [styreform("rapport", str(oppdrag)).kode for _ in range(2)] == [0, 0]
