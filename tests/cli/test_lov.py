"""Does the command answer in the contract's form, in words, and with the right exit code?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Styreform = Callable[..., Any]
NOEKLER = ["regel", "modell", "organ", "alvor", "paragraf", "melding"]


@pytest.fixture
def lovlig(rot: Path) -> str:
    """A lawful model file."""
    return str(rot / "tests" / "rett" / "tilfeller" / "grunnlag" / "formannskapskommune.toml")


def test_the_document_is_the_contracts(styreform: Styreform, oppdrag: Path) -> None:
    svar = styreform("lov", str(oppdrag), "--modell", "alle", "--json")
    assert svar.kode == 1
    assert list(svar.json) == ["skjema", "dato", "brudd", "advarsler", "ikke_vurdert"]
    assert (svar.json["skjema"], svar.json["dato"]) == ("lov/1", "2026-01-01")
    rader = [rad for liste in ("brudd", "advarsler", "ikke_vurdert") for rad in svar.json[liste]]
    assert all(list(rad) == NOEKLER for rad in rader)
    assert {rad["modell"] for rad in svar.json["brudd"]} == {"dagens", "to_utvalg"}


def test_a_lawful_structure_is_exit_0_and_says_what_is_missing(styreform: Styreform, lovlig: str) -> None:
    svar = styreform("lov", lovlig, "--dato", "2024-06-01")
    assert svar.kode == 0
    assert "0 brudd" in svar.ut
    assert "Ikke vurdert for Kontrollutvalget. Det mangler: hvem som har verv" in svar.ut
    assert svar.ut.startswith("Formannskap og utvalg, etter loven 1. juni 2024")


def test_the_day_decides_the_answer(styreform: Styreform, lovlig: str) -> None:
    def regler(dato: str) -> set[str]:
        rader = styreform("lov", lovlig, "--dato", dato, "--json").json["ikke_vurdert"]
        return {rad["regel"] for rad in rader}

    assert {"KL92-14"} <= regler("2005-01-01")
    assert not regler("2005-01-01") & regler("2024-06-01")


def test_a_question_about_one_body_is_answered_with_rule_section_and_demand(
    styreform: Styreform, lovlig: str, tmp_path: Path
) -> None:
    fil = tmp_path / "fire.toml"
    tekst = Path(lovlig).read_text(encoding="utf-8")
    foer, _, etter = tekst.partition('art = "formannskap"\nmedlemmer = 7')
    fil.write_text(f'{foer}art = "formannskap"\nmedlemmer = 4{etter}', encoding="utf-8")
    (brudd,) = styreform("lov", str(fil), "--json").json["brudd"]
    assert brudd == {
        "regel": "KL18-5-6-MIN",
        "modell": "formannskapskommune",
        "organ": "formannskapet",
        "alvor": "skal",
        "paragraf": "§ 5-6 (1)",
        "melding": "Formannskapet har 4 medlemmer. Loven krever minst 5.",
    }


@pytest.mark.parametrize(("spraak", "brudd"), [("nb", "0 brudd"), ("nn", "0 brot"), ("en", "0 breaches")])
def test_the_answer_comes_in_the_readers_language(
    styreform: Styreform, lovlig: str, spraak: str, brudd: str
) -> None:
    assert brudd in styreform("lov", lovlig, "--dato", "2024-06-01", "--spraak", spraak).ut


def test_an_archetype_says_where_it_was_fitted(
    styreform: Styreform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "Levanger" in styreform("lov", "komite").ut.splitlines()[0]


def test_a_date_that_is_none_is_bad_use(styreform: Styreform, lovlig: str) -> None:
    svar = styreform("lov", lovlig, "--dato", "i går", "--json")
    assert (svar.kode, svar.json["feil"][0]["kode"]) == (2, "BR-040")


def test_what_two_rules_say_alike_is_said_once_with_both_their_sections(
    styreform: Styreform, tmp_path: Path
) -> None:
    kommune = '[kommune]\nnavn = "Vik"\ninnbyggere = 4200\noppdiktet = true\n'
    modell = '[modell]\nid = "dagens"\nnavn = "Dagens"\nstyreform = "formannskap"\n'
    organ = '[[organ]]\nid = "ks"\nnavn = "Kommunestyret"\nart = "kommunestyre"\nmedlemmer = 19\n'
    (tmp_path / "m.toml").write_text(f"format = 1\n{kommune}{modell}{organ}", encoding="utf-8")
    svar = styreform("lov", str(tmp_path / "m.toml"), "--dato", "2026-01-01")
    (linje,) = [linje for linje in svar.ut.splitlines() if "ikke eldreråd" in linje]
    assert "KL18-MANDATORY-SET" in linje
    assert "KL18-5-12-RAD" in linje
