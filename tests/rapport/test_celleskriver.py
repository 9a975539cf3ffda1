"""Does every cell hold what it was given: text as text, finite numbers, nothing cut?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from analyse.rapport.celleskriver import MAKS_TEGN, Celleskriver

FARLIGE = [
    "=1+1", "=cmd|'/c calc'!A0", "+1", "-1+2", "@SUM(A1)", "http://eksempel.no", "mailto:a@b.no", "{=1}",
    "'=1", "1e5", "0123", "2026-01-01", "TRUE", "#N/A", "\t=1", "_x000D_", "a\nb", " kant ", "", "😀 å",
]  # fmt: skip


@pytest.fixture
def skriv(tmp_path: Path) -> Callable[[Callable[[Celleskriver], None]], Worksheet]:
    def kjoer(handling: Callable[[Celleskriver], None]) -> Worksheet:
        sti = tmp_path / "bok.xlsx"
        with xlsxwriter.Workbook(str(sti)) as bok:  # its own defaults would make formulas and links
            handling(Celleskriver(bok.add_worksheet("A"), {"tekst": bok.add_format()}))
        return openpyxl.load_workbook(sti)["A"]

    return kjoer


def test_text_stays_text_whatever_it_looks_like(
    skriv: Callable[[Callable[[Celleskriver], None]], Worksheet],
) -> None:
    def handling(skriver: Celleskriver) -> None:
        for nr, tekst in enumerate(FARLIGE):
            skriver.write_tekst(nr, 0, tekst)

    ark = skriv(handling)
    celler = [ark.cell(nr + 1, 1) for nr in range(len(FARLIGE))]
    assert [c.value or "" for c in celler] == FARLIGE
    assert {c.data_type for c in celler if c.value} == {"s"}
    assert [c.hyperlink for c in celler if c.hyperlink] == []


def test_the_longest_text_that_fits_is_kept_whole_and_one_more_is_refused(
    skriv: Callable[[Callable[[Celleskriver], None]], Worksheet],
) -> None:
    assert skriv(lambda s: s.write_tekst(0, 0, "x" * MAKS_TEGN))["A1"].value == "x" * MAKS_TEGN
    with pytest.raises(ValueError, match="32768 characters"):
        skriv(lambda s: s.write_tekst(0, 0, "x" * (MAKS_TEGN + 1)))


@pytest.mark.parametrize("verdi", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused(
    verdi: float, skriv: Callable[[Callable[[Celleskriver], None]], Worksheet]
) -> None:
    with pytest.raises(ValueError, match="no number"):
        skriv(lambda s: s.write_tall(0, 0, verdi, None))
    with pytest.raises(ValueError, match="no value"):
        skriv(lambda s: s.write_formel(0, 0, "=1", verdi, None))


def test_a_formula_of_ours_carries_its_value(
    skriv: Callable[[Callable[[Celleskriver], None]], Worksheet], tmp_path: Path
) -> None:
    assert skriv(lambda s: s.write_formel(0, 0, "=1+2", 3.0, None))["A1"].value == "=1+2"
    assert openpyxl.load_workbook(tmp_path / "bok.xlsx", data_only=True)["A"]["A1"].value == 3
    assert skriv(lambda s: s.write_tom(0, 0))["A1"].value is None
