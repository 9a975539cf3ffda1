"""`ny` writes a project where it is told to, reads the clock once, and says what it could not take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from analyse.inntak.prosjekt import read_prosjekt

Styreform = Callable[..., Any]


def test_a_new_project_is_dated_today_and_named_as_the_user_gave_it(
    styreform: Styreform, tmp_path: Path
) -> None:
    mappe = tmp_path / "oppdrag"
    liste = 'Ap=14,"Øst, tverrpolitisk"=13'
    svar = styreform("ny", str(mappe), "--kommune", "Verdal", "--mandater", liste, "--json")
    assert svar.kode == 0
    assert svar.json == {
        "skjema": "ny/1",
        "filer": [str(mappe / "prosjekt.toml"), str(mappe / "inntak.xlsx")],
    }
    prosjekt = read_prosjekt(mappe)
    assert abs(prosjekt.valg.dato - date.today()) <= timedelta(days=1)  # noqa: DTZ011  # midnight may pass
    assert prosjekt.kommune.mandater == {"Ap": 14, "Øst, tverrpolitisk": 13}


def test_then_the_check_and_the_comparison_go_well(styreform: Styreform, tmp_path: Path) -> None:
    mappe = str(tmp_path / "oppdrag")
    assert styreform("ny", mappe, "--kommune", "Nordland", "--modell", "parlamentarisme").kode == 0
    kontroll = styreform("kontroll", mappe, "--json")
    assert (kontroll.kode, kontroll.json["feil"]) == (0, [])
    assert "IN-092" in [f["kode"] for f in kontroll.json["advarsler"]]
    assert styreform("sammenlign", mappe, "--json").kode == 0


def test_the_language_of_the_command_is_the_projects(styreform: Styreform, tmp_path: Path) -> None:
    svar = styreform("ny", str(tmp_path / "o"), "--kommune", "Verdal", "--spraak", "nn")
    assert "Kontroller med" in svar.ut
    assert read_prosjekt(tmp_path / "o").valg.spraak == "nn"


def test_seats_may_stand_in_a_file(styreform: Styreform, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("parti;antall\nAp;27\n", encoding="utf-8")
    styreform("ny", str(tmp_path / "o"), "--kommune", "Verdal", "--mandater", f"@{tmp_path / 'm.csv'}")
    assert read_prosjekt(tmp_path / "o").kommune.mandater == {"Ap": 27}


@pytest.mark.parametrize(
    ("argumenter", "kode"),
    [
        (("--kommune", "Verdal", "--mandater", "Ap"), "BR-022"),
        (("--kommune", "Verdal", "--nivaa", "stat"), "BR-004"),
        (("--kommune", "Verdal", "--innbyggere", "0"), "BR-024"),
        (("--kommune", "Verdal", "--innbyggere", "mange"), "BR-004"),
        (("--kommune", "Verdal", "--modell", "komitee"), "BR-026"),
        (("--kommune", "Andeby"), "BR-024"),
        ((), "BR-003"),
    ],
)
def test_what_makes_no_sense_is_exit_2_and_writes_nothing(
    styreform: Styreform, tmp_path: Path, argumenter: tuple[str, ...], kode: str
) -> None:
    svar = styreform("ny", str(tmp_path / "o"), *argumenter, "--json")
    assert (svar.kode, [f["kode"] for f in svar.json["feil"]]) == (2, [kode])
    assert not (tmp_path / "o").exists()


def test_a_folder_with_something_in_it_is_exit_2(styreform: Styreform, tmp_path: Path) -> None:
    (tmp_path / "notat.txt").write_text("mitt", encoding="utf-8")
    svar = styreform("ny", str(tmp_path), "--kommune", "Verdal", "--json")
    assert (svar.kode, svar.json["feil"][0]["kode"]) == (2, "BR-021")
    assert [f.name for f in tmp_path.iterdir()] == ["notat.txt"]
