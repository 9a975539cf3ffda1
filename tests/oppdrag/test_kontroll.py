"""A check tells everything that would stop the work, also a model that is not there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analyse.oppdrag.kontroll import check_prosjekt


@pytest.fixture
def mappe(rot: Path, tmp_path: Path) -> Path:
    """Give a copy of the bundled project."""
    return shutil.copytree(rot / "data" / "eksempel" / "levanger", tmp_path / "prosjekt")


def test_a_sound_project_has_warnings_at_most_and_is_held_against_the_law(mappe: Path) -> None:
    svar = check_prosjekt(mappe)
    assert svar.feil == ()
    assert {f.alvor for f in svar.advarsler} == {"advarsel"}
    assert svar.exit_kode == (1 if svar.lov else 0)
    assert {rad["modell"] for rad in svar.lov} <= {"dagens"}
    assert "KL18-5-1-NAMES" in {
        rad["regel"] for rad in svar.lov
    }  # its committees decide and are named komiteer


def test_a_folder_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    svar = check_prosjekt(tmp_path / "borte")
    assert ([f.kode for f in svar.feil], svar.exit_kode) == (["IN-074"], 2)


def test_faults_of_several_files_are_told_at_once(mappe: Path) -> None:
    (mappe / "prosjekt.toml").write_text("format = 1\nfrøe = 2\n", encoding="utf-8")
    (mappe / "sakslogg.csv").write_text("sak;organ\n", encoding="utf-8")
    svar = check_prosjekt(mappe)
    assert svar.exit_kode == 2
    assert {f.sted.partition(":")[0].partition("!")[0] for f in svar.feil} >= {
        "prosjekt.toml",
        "sakslogg.csv",
    }


def test_a_model_that_prosjekt_toml_asks_for_and_is_not_there_is_an_error_and_hides_no_warning(
    mappe: Path,
) -> None:
    valg = (mappe / "prosjekt.toml").read_text(encoding="utf-8")
    (mappe / "prosjekt.toml").write_text(valg.replace('"komite"', '"komitee"'), encoding="utf-8")
    svar = check_prosjekt(mappe)
    assert ([f.kode for f in svar.feil], svar.exit_kode) == (["BR-010"], 2)
    assert svar.advarsler == check_prosjekt_uten_modeller(mappe)


def check_prosjekt_uten_modeller(mappe: Path) -> tuple[object, ...]:
    """Return the warnings of the same folder with the model's name put right."""
    valg = (mappe / "prosjekt.toml").read_text(encoding="utf-8")
    (mappe / "prosjekt.toml").write_text(valg.replace('"komitee"', '"komite"'), encoding="utf-8")
    return check_prosjekt(mappe).advarsler


def test_a_hostile_workbook_is_told_apart(mappe: Path) -> None:
    (mappe / "inntak.xlsx").write_bytes(b"no workbook")
    assert check_prosjekt(mappe).exit_kode == 3
