"""A sheet tells what it is for, asks in the cell, shows what is assumed, and prints on a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.arkdefinisjon import arkene, arknavn
from analyse.inntak.arkskriver import HODERAD, bokstav
from analyse.inntak.mal import write_arbeidsbok

ANTATT = {"id": "plan", "navn": "Plan", "art": "utvalg", "medlemmer": 7, "grunnlag": "forutsatt"}


@pytest.fixture
def bok(tmp_path: Path) -> Callable[..., Any]:
    """Write a workbook with the given rows and open it."""

    def lag(spraak: str = "nb", nivaa: str = "kommune", **rader: Any) -> Any:
        write_arbeidsbok(tmp_path / "mal.xlsx", rader, spraak, date(2026, 1, 1), nivaa=nivaa)
        return openpyxl.load_workbook(tmp_path / "mal.xlsx")

    return lag


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_sheet_says_who_knows_it_where_it_stands_and_how_long_it_takes(
    bok: Callable[..., Any], spraak: str
) -> None:
    lest, tekst = bok(spraak), Tekst(spraak)
    for ark in arkene():
        side = lest[arknavn(tekst, ark)]
        linjer = [str(side.cell(nr, 1).value) for nr in range(1, HODERAD + 1)]
        deler = {d: tekst(f"inntak.om_ark.{ark.id}.{d}") for d in ("om", "hvem", "hvor", "tid", "tapt")}
        assert tekst(f"inntak.nivaanavn.nivaa_{ark.nivaa}") in linjer[0]
        assert all(any(ord_ in linje for linje in linjer) for ord_ in deler.values())


def test_the_sheets_have_the_colour_of_their_level(bok: Callable[..., Any]) -> None:
    lest = bok()
    farger = {a.nivaa: lest[arknavn(Tekst("nb"), a)].sheet_properties.tabColor.rgb for a in arkene()}
    assert len(set(farger.values())) == 3


def test_what_rests_on_an_assumption_is_coloured_for_as_long_as_the_ground_says_so(
    bok: Callable[..., Any],
) -> None:
    side = bok(organ=[ANTATT])["Organ"]
    (omraade, (regel,)) = next(iter(side.conditional_formatting._cf_rules.items()))
    assert str(omraade.sqref) == "A5:J204"
    assert regel.formula == ['AND(A5<>"",$K5="Forutsatt")']
    assert side["K5"].value == "Forutsatt"


def test_every_question_has_a_prompt_and_numbers_a_box_for_what_does_not_fit(bok: Callable[..., Any]) -> None:
    side = bok()["Organ"]
    regler = {str(r.sqref): r for r in side.data_validations.dataValidation}
    medlemmer = regler["D5:D204"]
    assert medlemmer.prompt == Tekst("nb")("inntak.hjelp_organ.medlemmer")
    assert (medlemmer.type, medlemmer.errorStyle) == ("custom", "warning")
    assert medlemmer.error == Tekst("nb")("inntak.ugyldig_tall")
    assert {f"{bokstav(nr)}5:{bokstav(nr)}204" for nr in range(12)} == set(regler)


def test_names_of_bodies_and_parties_are_offered_from_their_own_sheets(bok: Callable[..., Any]) -> None:
    lest = bok()
    kilder = {
        (side, str(r.sqref)): r.formula1
        for side in ("Møteplan", "Organ", "Verv", "Partier")
        for r in lest[side].data_validations.dataValidation
        if r.type == "list"
    }
    assert kilder["Møteplan", "A5:A204"] == "'Organ'!$B$5:$B$204"
    assert kilder["Organ", "H5:H204"] == kilder["Verv", "D5:D204"] == "'Partier'!$A$5:$A$204"
    assert ("Partier", "A5:A204") not in kilder


def test_do_not_know_is_offered_where_an_answer_is_not_required(bok: Callable[..., Any]) -> None:
    lest = bok()
    lister = lest["Lister"]

    def ordene(celler: str) -> list[Any]:
        regel = next(r for r in lest["Organ"].data_validations.dataValidation if str(r.sqref) == celler)
        omraade = regel.formula1.partition("!")[2].replace("$", "")
        return [rad[0].value for rad in lister[omraade]]

    assert ordene("G5:G204") == ["ja", "nei", "vet ikke"]
    assert "vet ikke" not in ordene("C5:C204")


def test_the_help_uses_the_words_of_a_county(bok: Callable[..., Any]) -> None:
    side = bok(nivaa="fylkeskommune")["Partier"]
    assert "fylkestinget" in side["B4"].comment.text
    assert "kommunestyret" not in side["B4"].comment.text


def test_a_sheet_prints_on_a4_with_its_headings_on_every_page(bok: Callable[..., Any]) -> None:
    for ark in arkene():
        side = bok()[arknavn(Tekst("nb"), ark)]
        assert (side.page_setup.paperSize, side.print_title_rows) == (9, "$4:$4")
        assert side.sheet_properties.pageSetUpPr.fitToPage
