"""Are two named models found, compared, and measured where there is a project to measure them in?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analyse.grunn.feil import BrukFeil
from analyse.oppdrag.diff import compare_strukturer

ROT = Path(__file__).resolve().parents[2]
STRUKTURER = ROT / "data" / "eksempel" / "strukturer"
PROSJEKT = ROT / "tests" / "eksempel" / "nynorsk_liten"
VERDAL = [str(STRUKTURER / f"verdal_{p}.toml") for p in ("1999_2003", "2003_2011")]


def test_two_files_are_compared_without_a_project_and_nothing_is_measured() -> None:
    svar = compare_strukturer(*VERDAL)
    assert len(svar.diff.med_status("utgaar")) == 3  # the three committees by sector
    assert (svar.er_maalt, svar.maalinger) == (False, ())


def test_an_archetype_is_fitted_to_the_other_file() -> None:
    svar = compare_strukturer(VERDAL[1], "formannskap", spraak="nn")
    assert svar.diff.etter.arketype == "formannskap"
    assert svar.tekst.spraak == "nn"


def test_a_projects_ids_are_measured_against_each_other() -> None:
    svar = compare_strukturer("dagens", "to_utval", PROSJEKT)
    assert svar.er_maalt
    assert {(r["modell"], r["mot"]) for r in svar.maalinger} == {("to_utval", "dagens")}
    assert compare_strukturer("dagens", "dagens", PROSJEKT).diff.plasser == ()


@pytest.mark.parametrize(
    ("navn", "mappe", "kode"),
    [("finnes_ikke", PROSJEKT, "BR-010"), ("finnes_ikke", None, "BR-010"), ("komite", None, "BR-014")],
)
def test_a_model_that_cannot_be_had_is_told_with_its_reason(navn: str, mappe: Path | None, kode: str) -> None:
    with pytest.raises(BrukFeil) as feil:
        compare_strukturer(navn, navn, mappe)
    assert {f.kode for f in feil.value.funn} == {kode}
    assert len(feil.value.funn) == 2
