"""A sheet is read however its headings stand, and what is no row of the table is told with its cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from analyse.grunn.feil import Funn
from analyse.grunn.feiltekst import format_funn
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.arbeidsbok import read_arbeidsbok
from analyse.inntak.arkleser import Lesing
from analyse.inntak.fra_arbeidsbok import read_inntak

Bok = Callable[..., Path]
Hent = Callable[..., list[Funn]]


def _funn(lesing: Lesing) -> list[tuple[str, str]]:
    return [(f.kode, f.sted.removeprefix("inntak.xlsx!")) for f in lesing.funn]


def _advarsler(lesing: Lesing) -> list[tuple[str, str]]:
    return [(f.kode, f.sted.removeprefix("inntak.xlsx!")) for f in lesing.advarsler]


def _les(sti: Path) -> Lesing:
    return read_arbeidsbok(sti, "inntak.xlsx")


def _endret(sti: Path, endre: Callable[[Any], None]) -> Lesing:
    bok = openpyxl.load_workbook(sti)
    endre(bok)
    bok.save(sti)
    return _les(sti)


def _uten_linjer_foran(bok: Any) -> None:
    for side in bok.worksheets:
        if side.title not in ("Status", "Lister"):
            side.delete_rows(1, 3)
    del bok.custom_doc_props["styreform_format"]


def test_an_old_workbook_with_its_headings_in_the_first_row_reads_the_same(arbeidsbok: Bok) -> None:
    ny = _les(arbeidsbok())
    gammel = _endret(arbeidsbok(), _uten_linjer_foran)
    assert (gammel.rader, gammel.funn) == (ny.rader, [])
    assert set(gammel.hoderader.values()) == {1}
    assert set(ny.hoderader.values()) == {4}
    assert _advarsler(gammel) == [("IN-087", "inntak.xlsx")]


def test_a_workbook_whose_mark_a_program_has_dropped_is_not_called_old(arbeidsbok: Bok) -> None:
    def uten_merke(bok: Any) -> None:
        del bok.custom_doc_props["styreform_format"]

    assert _advarsler(_endret(arbeidsbok(), uten_merke)) == []


def test_lines_that_somebody_has_put_above_the_headings_are_passed_over(arbeidsbok: Bok) -> None:
    lesing = _endret(arbeidsbok(), lambda bok: bok["Partier"].insert_rows(1, 4))
    assert lesing.hoderader["partier"] == 8
    assert (lesing.rader["partier"][0]["parti"], lesing.sted("partier", 0, "parti")) == (
        "Ap",
        "inntak.xlsx!Partier!A9",
    )


@pytest.mark.parametrize(
    ("endre", "funn"),
    [
        ({("Partier", "A7"): "Sum", ("Partier", "B7"): 17}, [("IN-054", "Partier!A7")]),
        ({("Partier", "A7"): " I ALT: "}, [("IN-054", "Partier!A7")]),
        ({("Partier", "A9"): "Tallene er fra protokollen"}, [("IN-055", "Partier!A9")]),
        (
            {("Organ", "A10"): "Id", ("Organ", "B10"): "Navn", ("Organ", "A11"): "x"},
            [("IN-055", "Organ!A10")],
        ),
        ({("Partier", "C4"): None, ("Partier", "C5"): "Stemmer"}, [("IN-053", "Partier!C5")]),
        ({("Partier", "A5"): "Parti", ("Partier", "B5"): "Mandater"}, [("IN-053", "Partier!A5")]),
        ({("Møteplan", "A9"): "Planutvalget"}, []),
    ],
)
def test_sums_notes_second_tables_and_headings_over_two_rows_are_told(
    arbeidsbok: Bok, endre: dict[tuple[str, str], Any], funn: list[tuple[str, str]]
) -> None:
    assert _funn(_les(arbeidsbok(endre=endre))) == funn


def test_hidden_rows_are_read_and_told(arbeidsbok: Bok) -> None:
    def skjul(bok: Any) -> None:
        bok["Partier"].row_dimensions[6].hidden = True
        bok["Partier"].row_dimensions[60].hidden = True  # nothing stands there

    lesing = _endret(arbeidsbok(), skjul)
    assert len(lesing.rader["partier"]) == 2
    (advarsel,) = lesing.advarsler
    assert (advarsel.kode, advarsel.felter["rader"], advarsel.alvor) == ("IN-082", "6", "advarsel")


def test_a_hidden_sheet_of_the_readers_own_is_told_and_our_own_is_not(arbeidsbok: Bok) -> None:
    def skjul(bok: Any) -> None:
        bok.create_sheet("Hemmelig").sheet_state = "veryHidden"

    assert _advarsler(_endret(arbeidsbok(), skjul)) == [("IN-083", "Hemmelig")]
    assert _advarsler(_les(arbeidsbok())) == []


def test_a_letter_of_another_alphabet_is_told_where_names_must_match(arbeidsbok: Bok) -> None:
    lesing = _les(arbeidsbok(endre={("Partier", "A5"): "\N{CYRILLIC CAPITAL LETTER A}p"}))
    assert _advarsler(lesing) == [("IN-084", "Partier!A5")]
    assert lesing.advarsler[0].felter["tegn"].endswith("(U+0410)")
    assert _advarsler(_les(arbeidsbok(endre={("Partier", "A5"): "Čáhci-lista"}))) == []


def test_an_answer_computed_by_a_formula_is_used_and_told(tmp_path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(tmp_path / "f.xlsx")) as bok:
        side = bok.add_worksheet("Partier")
        side.write_row(0, 0, ["Parti", "Mandater"])
        side.write_string(1, 0, "Ap")
        side.write_formula(1, 1, "=5+5", None, 10)
    lesing = read_arbeidsbok(tmp_path / "f.xlsx", "inntak.xlsx")
    assert lesing.rader["partier"][0]["mandater"] == 10
    assert ("IN-085", "Partier!B2") in _advarsler(lesing)


def test_a_percentage_is_read_as_it_is_shown(arbeidsbok: Bok) -> None:
    godtgjoering = [
        {"rolle": "leder", "sats": 0.10, "enhet": "prosent_aar", "frikjoep_prosent": 0.5},
        {"rolle": "medlem", "sats": 0.17, "enhet": "prosent_moete", "frikjoep_prosent": "40 %"},
    ]

    def i_prosent(bok: Any) -> None:
        for celle in ("C5", "E5"):
            bok["Godtgjøring"][celle].number_format = "0 %"

    rader = _endret(arbeidsbok(godtgjoering=godtgjoering), i_prosent).rader["godtgjoering"]
    assert [(r["sats"], r["frikjoep_prosent"]) for r in rader] == [(10, 50), (0.17, 40)]


def test_what_a_field_says_of_its_ground_is_read_beside_it(arbeidsbok: Bok) -> None:
    rad = {"minutter_per_side": "2 (1–3)", "minutter_per_side.grunnlag": "forutsatt"}
    (lest,) = _les(arbeidsbok(sekretariat=[rad])).rader["sekretariat"]
    assert (lest["minutter_per_side"], lest["minutter_per_side.grunnlag"]) == ((2, 1, 3), "forutsatt")
    assert lest["sekretariat_aarsverk"] is None


def test_a_newer_template_is_refused(arbeidsbok: Bok, funn: Hent) -> None:
    sti = arbeidsbok()

    def nyere(bok: Any) -> None:
        bok.custom_doc_props["styreform_format"].value = 99

    bok = openpyxl.load_workbook(sti)
    nyere(bok)
    bok.save(sti)
    (eneste,) = funn(lambda: _les(sti))
    assert (eneste.kode, eneste.felter["funnet"]) == ("IN-002", "99")


# Twelve faults of different kinds, as a municipality may make them, and where each must be told.
TOLV_FEIL: dict[tuple[str, str], Any] = {
    ("Kommune", "B6"): "99",
    ("Kommune", "B8"): 0,
    ("Kommune", "B11"): date(1900, 2, 28),
    ("Partier", "A7"): "Sum",
    ("Organ", "D5"): 19,
    ("Organ", "C6"): "Utvlag",
    ("Organ", "H6"): "KrF",
    ("Møteplan", "C5"): 25,
    ("Møteplan", "A6"): "Storstyret",
    ("Saker per år", "B5"): "#REF!",
    ("Saksgang", "B5"): "Planutvalget innstiller",
    ("Verv", "A5"): "Kari Nordmann",
}


def test_twelve_faults_are_told_in_one_run_each_with_its_cell(arbeidsbok: Bok, funn: Hent) -> None:
    ark = {
        "saksmengde": [{"sakstype": "reguleringsplan"}],
        "verv": [{"person": "p01", "organ": "plan"}],
    }
    alle = funn(lambda: read_inntak(arbeidsbok(endre=TOLV_FEIL, **ark), "inntak.xlsx"))
    ventet = [f"inntak.xlsx!{side}!{celle}" for side, celle in TOLV_FEIL]
    assert [f.sted for f in alle] == ventet
    assert [f.kode for f in alle] == [
        "IN-026", "IN-014", "IN-056", "IN-054", "IN-030", "IN-013", "IN-025", "IN-014", "IN-022", "IN-046",
        "IN-017", "IN-058",
    ]  # fmt: skip
    for spraak in SPRAAK:
        ord_ = [" ".join(format_funn(f, Tekst(spraak)).values()) for f in alle]
        assert not any("Nordmann" in o for o in ord_)


def test_a_date_of_our_time_is_a_date(arbeidsbok: Bok) -> None:
    lesing = _les(arbeidsbok(endre={("Kommune", "B11"): date(2023, 10, 25)}))
    assert lesing.rader["kommune"][0]["gjelder_fra"] == date(2023, 10, 25)
