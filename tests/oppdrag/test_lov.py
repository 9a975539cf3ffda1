"""Which structure, which day, which facts: a question of law finds all three or says what is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from analyse.grunn.feil import BrukFeil, UgyldigeData
from analyse.inntak.arketyper import read_arketyper
from analyse.oppdrag.lov import build_rader, check_lov


@pytest.fixture
def modellfil(rot: Path) -> Path:
    """A lawful model file with a day it applies from."""
    return rot / "tests" / "rett" / "tilfeller" / "grunnlag" / "formannskapskommune.toml"


@pytest.fixture
def levanger(rot: Path) -> Path:
    """The bundled example."""
    return rot / "data" / "eksempel" / "levanger"


def test_a_file_is_asked_about_on_the_day_it_applies_from_or_the_day_that_is_told(modellfil: Path) -> None:
    assert check_lov(str(modellfil)).dato == date(2023, 10, 25)
    svar = check_lov(str(modellfil), dato="01.06.2024")
    assert (svar.dato, svar.har_brudd, svar.sted) == (date(2024, 6, 1), False, "")


def test_a_file_without_a_day_needs_one(modellfil: Path, tmp_path: Path) -> None:
    uten = tmp_path / "m.toml"
    tekst = modellfil.read_text(encoding="utf-8").replace("gjelder_fra = 2023-10-25\n", "")
    uten.write_text(tekst, encoding="utf-8")
    with pytest.raises(BrukFeil, match="BR-041"):
        check_lov(str(uten))


def test_every_fault_of_the_question_is_told_at_once(modellfil: Path) -> None:
    with pytest.raises(BrukFeil) as feil:
        check_lov(str(modellfil), dato="2024-13-01", fakta=["valform=avtalevalg", "valgform=lodd"])
    assert [f.kode for f in feil.value.funn] == ["BR-040", "BR-042", "BR-042"]
    assert feil.value.funn[1].felter["naermeste"] == "valgform"


@pytest.mark.parametrize("andel", ["1.5", "mange"])
def test_a_share_is_a_number_from_0_to_1(modellfil: Path, andel: str) -> None:
    with pytest.raises(BrukFeil, match="BR-042"):
        check_lov(str(modellfil), fakta=[f"ansatte_andel_annen_ordning={andel}"])


def test_facts_reach_the_rules(modellfil: Path, tmp_path: Path) -> None:
    uten = tmp_path / "m.toml"
    tekst = modellfil.read_text(encoding="utf-8").replace('art = "partssammensatt"', 'art = "utvalg"')
    uten.write_text(tekst.replace("Administrasjonsutvalget", "Utvalg for ansatte"), encoding="utf-8")
    (mangler,) = check_lov(str(uten), dato="2024-06-01").svar
    (slipper,) = check_lov(str(uten), dato="2024-06-01", fakta=["ansatte_andel_annen_ordning=0.8"]).svar
    assert (mangler.svar("KL18-5-11-PSU"), slipper.svar("KL18-5-11-PSU")) == ("brutt", "holdt")


def test_a_project_is_asked_about_today_unless_another_model_is_named(levanger: Path) -> None:
    assert [s.modell for s in check_lov(str(levanger)).svar] == ["dagens"]
    assert [s.modell for s in check_lov(str(levanger), modell="hybrid").svar] == ["hybrid"]
    alle = [s.modell for s in check_lov(str(levanger), modell="alle").svar]
    assert alle[0] == "dagens"
    assert len(alle) > 1


def test_a_model_that_is_none_is_named_with_its_nearest(levanger: Path) -> None:
    with pytest.raises(BrukFeil) as feil:
        check_lov(str(levanger), modell="komitee")
    assert feil.value.funn[0].felter["naermeste"] == "komite"


@pytest.mark.parametrize("arketype", sorted(read_arketyper()))
def test_an_archetype_alone_is_fitted_to_the_bundled_place_and_says_so(
    arketype: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    svar = check_lov(arketype)
    assert ([s.modell for s in svar.svar], svar.sted) == ([arketype], "Levanger")


def test_in_a_projects_folder_its_own_ids_are_meant(
    levanger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(levanger)
    svar = check_lov("dagens")
    assert ([s.modell for s in svar.svar], svar.sted) == (["dagens"], "")


def test_a_folder_that_is_not_there_is_bad_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UgyldigeData):
        check_lov("borte")


def test_what_could_not_be_assessed_begins_with_the_demand_and_ends_with_what_is_missing(
    modellfil: Path,
) -> None:
    rader = list(build_rader(check_lov(str(modellfil), dato="2024-06-01"), "ikke_vurdert"))
    (rad,) = [r for r in rader if r["regel"] == "KL18-23-1-KST"]
    assert rad["melding"].startswith("Minst 1 medlem av kontrollutvalget")
    assert rad["melding"].endswith("Det mangler: hvem som har verv (med pseudonym).")
