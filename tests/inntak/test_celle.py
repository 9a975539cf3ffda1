"""A cell is read as Norwegians write, and what could mean two things is refused."""

from __future__ import annotations

import contextlib
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.inntak.arkdefinisjon import Kolonne
from analyse.inntak.celle import (
    _LESERE,
    Celleverdi,
    er_vet_ikke,
    les_celle,
    med_prosenttegn,
    ren_tekst,
    som_heltall,
    som_spenn,
    som_tall,
)
from analyse.inntak.raa import UKJENT

TYPER = tuple(_LESERE)


def _les(verdi: object, type_: str, **mer: Any) -> Any:
    return les_celle(verdi, Kolonne(id="k", type=type_, **mer))


def _kode(verdi: object, type_: str, **mer: Any) -> str:
    with pytest.raises(Celleverdi) as feil:
        _les(verdi, type_, **mer)
    return feil.value.kode


@pytest.mark.parametrize(
    ("skrevet", "tall"),
    [
        (12, 12.0),
        (12.5, 12.5),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1 234", 1234.0),
        ("1\N{NO-BREAK SPACE}234,5", 1234.5),
        ("1.234,5", 1234.5),
        ("-3", -3.0),
        (" 7 ", 7.0),
        ("0.125", 0.125),
    ],
)
def test_a_number_is_read_as_it_is_written_here(skrevet: object, tall: float) -> None:
    assert som_tall(skrevet) == tall


@pytest.mark.parametrize("skrevet", ["1.234", "12.345.678", "-1.234"])
def test_a_number_that_may_mean_two_things_is_refused(skrevet: str) -> None:
    assert _kode(skrevet, "tall") == "IN-047"


@pytest.mark.parametrize(
    "skrevet", ["tolv", "1e5", "1_000", "1,2,3", "--1", float("nan"), float("inf"), True, "½"]
)
def test_what_is_no_number_is_refused(skrevet: object) -> None:
    assert _kode(skrevet, "tall") == "IN-012"


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_is_read_back_however_it_is_grouped(n: int) -> None:
    assert som_heltall(n) == som_heltall(str(n)) == som_heltall(f"{n:,}".replace(",", " ")) == n


def test_half_a_member_is_no_whole_number() -> None:
    assert _kode("9,5", "heltall") == "IN-012"
    assert _kode("1.234", "heltall") == "IN-047"


@pytest.mark.parametrize(
    ("skrevet", "spenn"),
    [
        ("9", (9, None, None)),
        (9, (9, None, None)),
        ("9 (7–11)", (9, 7, 11)),
        ("9 (7-11)", (9, 7, 11)),
        ("3,6 (3,4 – 3,8)", (3.6, 3.4, 3.8)),
        (" 1 000(900–1 100) ", (1000, 900, 1100)),
    ],
)
def test_a_figure_may_have_a_range(skrevet: object, spenn: tuple[float, ...]) -> None:
    assert som_spenn(skrevet) == spenn


@pytest.mark.parametrize("skrevet", ["7–11", "7 - 11", "ca. 7–11"])
def test_a_range_without_a_centre_is_not_given_one(skrevet: str) -> None:
    assert _kode(skrevet, "spenn") == "IN-049"


@pytest.mark.parametrize("skrevet", ["9 (7–)", "9 (syv–elleve)", "9 ()", "9 (7)"])
def test_a_broken_range_is_refused(skrevet: str) -> None:
    assert _kode(skrevet, "spenn") == "IN-012"


@pytest.mark.parametrize(
    "skrevet",
    [date(2023, 12, 31), datetime(2023, 12, 31, 18, 0), "31.12.2023", "2023-12-31"],  # noqa: DTZ001  # Excel's own
)
def test_a_date_is_read_from_excel_and_from_text(skrevet: object) -> None:
    assert _les(skrevet, "dato") == date(2023, 12, 31)


@pytest.mark.parametrize("skrevet", ["31.02.2023", "31.12.23", "desember", 45291])
def test_what_is_no_date_is_refused_and_not_guessed(skrevet: object) -> None:
    assert _kode(skrevet, "dato") == "IN-012"


def test_several_dates_stand_in_one_cell() -> None:
    assert _les("14.01.2026, 2026-02-11", "datoer") == [date(2026, 1, 14), date(2026, 2, 11)]
    assert _les(date(2026, 1, 14), "datoer") == [date(2026, 1, 14)]


@pytest.mark.parametrize(
    ("skrevet", "svar"), [("Ja", True), ("x", True), (True, True), ("NEI ", False), ("no", False)]
)
def test_yes_and_no_are_read_in_every_language(skrevet: object, svar: bool) -> None:
    assert _les(skrevet, "ja_nei") is svar


def test_lists_are_divided_by_comma_or_semicolon() -> None:
    assert _les("plan; teknisk , ", "liste") == ["plan", "teknisk"]
    assert _les("0, 42, 0", "heltallene") == [0, 42, 0]
    assert _les(42, "heltallene") == [42]
    assert _kode("0, mange", "heltallene") == "IN-012"


@pytest.mark.parametrize("ord_", ["Komité", "komite"])
def test_a_choice_is_known_by_its_words_and_its_id(ord_: str) -> None:
    valg = ("utvalg", "eldreraad")
    assert _les("Eldreråd", "valg", valg=valg) == "eldreraad"
    assert _les("Council for the elderly", "valg", valg=valg) == "eldreraad"
    assert _les("UTVAL", "valg", valg=valg) == "utvalg"
    assert _kode(ord_, "valg", valg=valg) == "IN-013"


@pytest.mark.parametrize("type_", TYPER)
@pytest.mark.parametrize("tom", [None, "", "  ", "\u200b", "vet ikke", "Veit ikkje", "don't know"])
def test_an_empty_cell_and_dont_know_are_no_value(type_: str, tom: object) -> None:
    assert _les(tom, type_) is None


def test_dont_know_is_an_answer_where_a_size_must_be_answered() -> None:
    assert _les("Ukjent", "heltall", kan_vaere_ukjent=True) == UKJENT
    assert _les(None, "heltall", kan_vaere_ukjent=True) is None
    assert er_vet_ikke("ukjend")
    assert not er_vet_ikke(0)


def test_a_number_in_a_text_column_becomes_text_without_decimals() -> None:
    assert _les(5037.0, "tekst") == "5037"
    assert _les(301, "tekst") == "301"
    assert _kode(date(2023, 1, 1), "tekst") == "IN-012"


@pytest.mark.parametrize("feil", ["#REF!", "#N/A", "#DIV/0!", "#NAME?"])
def test_an_error_of_excel_is_no_value(feil: str) -> None:
    assert _kode(feil, "tall") == "IN-046"


def test_text_is_cleaned_of_what_cannot_be_seen() -> None:
    assert ren_tekst("  Ba\u0308r\u00adum\u200b \n kommune ") == "Bärum kommune"


@pytest.mark.parametrize("tegn", ["\x00", "\x1b", "\u202e", "\u2066"])
def test_control_and_direction_signs_are_refused(tegn: str) -> None:
    assert _kode(f"Ap{tegn}x", "tekst") == "IN-048"


@given(st.text(max_size=20), st.sampled_from(TYPER))
def test_no_text_makes_the_reading_fail_in_another_way(tekst: str, type_: str) -> None:
    with contextlib.suppress(Celleverdi):
        _les(tekst, type_)


@pytest.mark.parametrize(
    ("skrevet", "type_", "verdi"),
    [
        (0.45, "andel", 0.45),
        ("0,45", "andel", 0.45),
        ("45 %", "andel", 0.45),
        ("45%", "andel", 0.45),
        (1, "andel", 1.0),
        (45, "prosent", 45.0),
        ("45 %", "prosent", 45.0),
        (0, "prosent", 0.0),
        ("0,17 %", "sats", 0.17),
        (1200, "sats", 1200.0),
        ("12 % (8 %–20 %)", "spenn_andel", (0.12, 0.08, 0.2)),
        ("0,12", "spenn_andel", (0.12, None, None)),
    ],
)
def test_shares_and_percentages_are_read_as_the_heading_asks(skrevet: object, type_: str, verdi: Any) -> None:
    assert _les(skrevet, type_) == verdi


@pytest.mark.parametrize(
    ("skrevet", "type_"), [(45, "andel"), ("45", "andel"), (0.45, "prosent"), ("0,45", "prosent"),
                           (12, "spenn_andel")],
)  # fmt: skip
def test_a_number_that_may_be_a_share_or_a_percentage_is_refused(skrevet: object, type_: str) -> None:
    assert _kode(skrevet, type_) == "IN-057"


def test_a_cell_shown_in_per_cent_is_read_as_shown() -> None:
    prosent = Kolonne(id="k", type="prosent")
    assert med_prosenttegn(0.5, prosent, "0 %") == 50
    assert med_prosenttegn(0.5, prosent, "General") == 0.5
    assert med_prosenttegn("50", prosent, "0 %") == "50"
    assert med_prosenttegn(0.5, Kolonne(id="k", type="andel"), "0%") == 0.5


@pytest.mark.parametrize("skrevet", ["..", ":", ".", "-", "–", "NA", "n/a"])
def test_statistics_norways_sign_for_missing_is_no_number(skrevet: str) -> None:
    assert _les(skrevet, "spenn") is None
    assert _les("NA", "tekst") == "NA"  # in a column of names it may be a name


@pytest.mark.parametrize("skrevet", [date(1900, 2, 28), date(1899, 12, 25)])
def test_an_ordinary_number_that_excel_shows_as_a_date_is_refused(skrevet: object) -> None:
    assert _kode(skrevet, "dato") == "IN-056"


@pytest.mark.parametrize("skrevet", [1e308, 10**20, "1" * 30, -(10**15)])
def test_a_number_beyond_all_measure_is_refused(skrevet: object) -> None:
    assert _kode(skrevet, "heltall") == "IN-012"


def test_names_and_counts_may_stand_in_one_cell() -> None:
    assert _les("Mosvik=800; Inderøy=5 900", "antallene") == {"Mosvik": 800, "Inderøy": 5900}
    assert _les("kvensk=Kunnansäätö", "navnene") == {"kvensk": "Kunnansäätö"}
    assert _kode("Mosvik og Inderøy", "antallene") == "IN-059"
