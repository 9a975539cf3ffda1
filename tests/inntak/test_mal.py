"""The template is the same bytes each time, reads back empty of findings, and takes no text for a formula."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.arbeidsbok import read_arbeidsbok
from analyse.inntak.arkdefinisjon import FORMATMERKE, arkene, bokformat
from analyse.inntak.arkskriver import SISTE_RAD
from analyse.inntak.fletting import read_flettet
from analyse.inntak.mal import write_arbeidsbok

DATO = date(2026, 1, 1)


def test_the_same_rows_give_the_same_bytes(arbeidsbok: Callable[..., Path]) -> None:
    foerste = arbeidsbok().read_bytes()
    assert arbeidsbok().read_bytes() == foerste


@pytest.mark.parametrize("spraak", SPRAAK)
def test_what_is_written_is_read_back_in_every_language(arbeidsbok: Callable[..., Path], spraak: str) -> None:
    lesing = read_arbeidsbok(arbeidsbok(spraak=spraak), "inntak.xlsx")
    assert lesing.funn == []
    assert lesing.rader["kommune"][0]["styreform"] == "formannskap"
    assert [r["art"] for r in lesing.rader["organ"]] == ["kommunestyre", "utvalg"]
    assert [r["medlemmer"] for r in lesing.rader["organ"]] == [17, "ukjent"]
    assert lesing.rader["moeteplan"][0]["moeter_per_aar"] == (9, 7, 11)


def test_every_choice_offered_in_a_drop_down_is_a_word_of_the_language(tmp_path: Path) -> None:
    write_arbeidsbok(tmp_path / "mal.xlsx", {}, "nn", DATO)
    bok = openpyxl.load_workbook(tmp_path / "mal.xlsx")
    lister = bok[Tekst("nn")("inntak.ark.lister")]
    assert lister.sheet_state == "hidden"
    (regel,) = [r for r in bok["Organ"].data_validations.dataValidation if "C5" in r.sqref]
    _, _, omraade = regel.formula1.partition("!")
    ordene = [rad[0].value for rad in lister[omraade.replace("$", "")]]
    art = next(a for a in arkene() if a.id == "organ").kolonne("art")
    assert ordene == [Tekst("nn")(f"inntak.valg.{v}") for v in art.valg]
    assert f"C{SISTE_RAD + 1}" in regel.sqref


def test_every_column_of_choices_has_its_drop_down(tmp_path: Path) -> None:
    write_arbeidsbok(tmp_path / "mal.xlsx", {}, "nb", DATO)
    bok = openpyxl.load_workbook(tmp_path / "mal.xlsx")
    for ark in arkene():
        regler = bok[Tekst("nb")(f"inntak.ark.{ark.id}")].data_validations.dataValidation
        til_liste = sum(r.type == "list" and "Lister" in r.formula1 for r in regler)
        felt = len(ark.kolonner) if "grunnlag" in ark.tillegg else 0  # one beside each field
        assert til_liste == felt + sum(k.type in ("valg", "ja_nei") for k in ark.kolonner)


@pytest.mark.parametrize("farlig", ["=1+1", "+47 99", "-2+3", "@SUM(A1)", "{=A1}", "http://eksempel.no"])
def test_no_text_becomes_a_formula_or_a_link(tmp_path: Path, farlig: str) -> None:
    write_arbeidsbok(tmp_path / "mal.xlsx", {"partier": [{"parti": farlig, "mandater": 1}]}, "nb", DATO)
    celle = openpyxl.load_workbook(tmp_path / "mal.xlsx")["Partier"]["A5"]
    assert (celle.data_type, celle.value, celle.hyperlink) == ("s", farlig, None)


@pytest.mark.parametrize(
    ("verdi", "celle"),
    [(True, "ja"), (False, "nei"), (date(2023, 10, 25), "25.10.2023"), (None, None), ("", None)],
)
def test_a_value_is_written_as_a_person_types_it(tmp_path: Path, verdi: Any, celle: Any) -> None:
    write_arbeidsbok(tmp_path / "mal.xlsx", {"kommune": [{"oppdiktet": verdi}]}, "nb", DATO)
    side = openpyxl.load_workbook(tmp_path / "mal.xlsx")["Kommune"]
    (rad,) = [r for r in side.iter_rows(values_only=True) if r[0] == "Oppdiktet"]
    assert rad[1] == celle


def test_the_template_is_made_to_be_printed(tmp_path: Path) -> None:
    write_arbeidsbok(tmp_path / "mal.xlsx", {}, "nb", DATO)
    side = openpyxl.load_workbook(tmp_path / "mal.xlsx")["Organ"]
    assert side.page_setup.orientation == "landscape"
    assert side.print_title_rows == "$4:$4"
    assert side.freeze_panes == "A5"


def test_a_second_round_shows_only_what_is_open(tmp_path: Path) -> None:
    rader: dict[str, list[dict[str, Any]]] = {
        "kommune": [{"navn": "Prøvevik", "styreform": "formannskap"}],
        "partier": [{"parti": "Ap", "mandater": 17, "stemmer": "vet ikke", "posisjon": True}],
        "organ": [
            {"id": "ks", "navn": "KS", "art": "kommunestyre", "medlemmer": 17, "vedtaksrett": True},
            {"id": "plan", "navn": "Plan", "art": "utvalg", "medlemmer": "ukjent"},
        ],
    }
    write_arbeidsbok(tmp_path / "runde2.xlsx", rader, "nb", DATO, bare_aapne=True)
    bok = openpyxl.load_workbook(tmp_path / "runde2.xlsx")
    assert "Partier" not in bok.sheetnames  # "vet ikke" is an answer
    assert {"Kommune", "Organ", "Møteplan", "Verv"} <= set(bok.sheetnames)
    felt = [rad[0] for rad in bok["Kommune"].iter_rows(min_row=5, values_only=True)]
    assert felt == ["Innbyggere", "Valgår"]
    assert [rad[0] for rad in bok["Organ"].iter_rows(min_row=5, max_row=6, values_only=True)] == [
        "plan",
        None,
    ]


def test_a_second_round_merges_into_the_first(tmp_path: Path, arbeidsbok: Callable[..., Path]) -> None:
    lest = read_flettet((arbeidsbok(), arbeidsbok()))
    write_arbeidsbok(tmp_path / "runde2.xlsx", lest.rader, "nn", DATO, bare_aapne=True)
    bok = openpyxl.load_workbook(tmp_path / "runde2.xlsx")
    (rad,) = [r for r in bok["Organ"].iter_rows(min_row=5) if r[0].value == "plan"]
    rad[6].value = "nei"
    bok.save(tmp_path / "runde2.xlsx")
    flettet = read_flettet((arbeidsbok(), tmp_path / "runde2.xlsx"))
    assert flettet.funn == ()
    assert next(r for r in flettet.rader["organ"] if r["id"] == "plan")["vedtaksrett"] is False
    assert len(flettet.rader["organ"]) == 2


def test_a_workbook_says_which_template_it_was_made_from(tmp_path: Path) -> None:
    write_arbeidsbok(tmp_path / "mal.xlsx", {}, "nb", DATO)
    merker = openpyxl.load_workbook(tmp_path / "mal.xlsx").custom_doc_props
    assert {p.name: p.value for p in merker.props} == {FORMATMERKE: bokformat()}
