"""Do formats show what the language shows, and are rows high enough for what stands in them?"""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest

from analyse.rapport.excelformat import (
    BLAA,
    GRAA,
    MAKS_RADHOEYDE,
    MOENSTRE,
    SERIEFARGER,
    Tallformater,
    build_formater,
    tekst_hoeyde,
)


class _Bok:
    """Remembers the formats it is asked for."""

    def add_format(self, egenskaper: dict[str, Any]) -> dict[str, Any]:
        return egenskaper


def _lysstyrke(farge: str) -> float:
    deler = [int(farge[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in deler)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("farge", [BLAA, GRAA, "#9A3324"])
def test_text_colours_can_be_read_on_white(farge: str) -> None:
    assert 1.05 / (_lysstyrke(farge) + 0.05) >= 4.5


@pytest.mark.parametrize(
    ("enhet", "valg", "moenster"),
    [
        ("dager", {}, "#,##0"),
        ("behandlinger", {}, "#,##0.00"),
        ("andel", {}, "0 %"),
        ("dager", {"minst": True}, '"minst "#,##0'),
        ("poeng", {"differanse": True}, "+#,##0.0;−#,##0.0;#,##0.0"),
    ],
)
def test_a_number_has_the_decimals_of_its_unit_and_a_difference_its_sign(
    enhet: str, valg: dict[str, bool], moenster: str
) -> None:
    assert Tallformater(_Bok(), "minst").format(enhet, **valg)["num_format"] == moenster


def test_a_format_is_made_once() -> None:
    formater = Tallformater(_Bok(), "minst")
    assert formater.format("dager") is formater.format("dager")
    assert formater.format("dager") is not formater.format("dager", fet=True)


def test_every_format_wraps_or_is_a_line_of_its_own() -> None:
    formater: dict[str, Any] = build_formater(_Bok())
    assert {n for n, f in formater.items() if not f.get("text_wrap")} == {
        "tittel", "undertittel", "overskrift", "tabelltittel", "merke",
    }  # fmt: skip


def test_models_are_told_apart_without_colour() -> None:
    assert len(set(MOENSTRE)) == len(MOENSTRE) == len(SERIEFARGER)
    assert all(re.fullmatch(r"#[0-9A-F]{6}", f) for f in SERIEFARGER)
    assert [p for p in combinations(SERIEFARGER, 2) if p[0] == p[1]] == []


def test_a_row_grows_with_its_text_and_never_beyond_what_excel_allows() -> None:
    hoeyder = [tekst_hoeyde("ord " * antall, 20) for antall in (0, 1, 10, 100, 10_000)]
    assert hoeyder == sorted(hoeyder)
    assert hoeyder[0] == hoeyder[1] > 0
    assert hoeyder[-1] == MAKS_RADHOEYDE


def test_a_word_longer_than_the_line_takes_the_lines_it_needs() -> None:
    assert tekst_hoeyde("x" * 100, 20) >= 4 * tekst_hoeyde("x", 20)
