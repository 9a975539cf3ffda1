"""The correction list says where, what, what is allowed and what to do, and is made to be worked in."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from analyse.grunn.feil import BrukFeil, Funn
from analyse.grunn.feiltekst import format_funn
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.rapport.rettelista import HODERAD, KOLONNER, check_rettelista, write_rettelista

FUNN = [
    Funn(
        kode="IN-013",
        sted="inntak.xlsx!Organ!C6",
        felter={"funnet": "Utvlag", "lovlige": "@inntak.valg.utvalg", "naermeste": "@inntak.valg.utvalg"},
    ),
    Funn(kode="IN-092", sted="inntak.xlsx", felter={"antall": "5"}, alvor="advarsel"),
    Funn(kode="IN-062", sted="sakslogg.csv:7", felter={"funnet": "=1+1", "ventet": "3"}),
]


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_finding_has_its_row_in_words(tmp_path: Path, spraak: str) -> None:
    tekst = Tekst(spraak)
    write_rettelista(tmp_path / "r.xlsx", FUNN, tekst)
    side = openpyxl.load_workbook(tmp_path / "r.xlsx").worksheets[0]
    hode, *rader = side.iter_rows(min_row=HODERAD + 1, values_only=True)
    assert list(hode) == [tekst(f"rapport.rettelista.{k}") for k, _ in KOLONNER]
    assert [rad[1:3] for rad in rader] == [("Organ", "C6"), ("inntak.xlsx", None), ("sakslogg.csv", "7")]
    for rad, funn in zip(rader, FUNN, strict=True):
        ord_ = format_funn(funn, tekst)
        assert rad[4:7] == (ord_["funnet"], ord_["ventet"], ord_["raad"])
        assert rad[3] == tekst(f"rapport.rettelista.slag_{funn.alvor}")
    assert side["A2"].value == tekst("rapport.rettelista.om", feil=2, advarsler=1)


def test_the_list_is_made_to_be_printed_and_sorted(tmp_path: Path) -> None:
    write_rettelista(tmp_path / "r.xlsx", FUNN, Tekst("nb"))
    side = openpyxl.load_workbook(tmp_path / "r.xlsx").worksheets[0]
    assert (side.page_setup.orientation, side.page_setup.paperSize) == ("landscape", 9)
    assert (side.print_title_rows, side.freeze_panes) == ("$4:$4", "A5")
    assert side.auto_filter.ref == "A4:H7"


def test_the_same_findings_give_the_same_bytes_and_text_is_never_a_formula(tmp_path: Path) -> None:
    for navn in ("a", "b"):
        write_rettelista(tmp_path / f"{navn}.xlsx", FUNN, Tekst("nb"))
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    celler = [c for rad in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0] for c in rad]
    assert not any(c.data_type == "f" for c in celler)


def test_a_list_without_findings_can_be_written_too(tmp_path: Path) -> None:
    write_rettelista(tmp_path / "r.xlsx", [], Tekst("nb"))
    assert (tmp_path / "r.xlsx").is_file()


def test_what_cannot_be_written_is_refused_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(BrukFeil, match="BR-011"):
        check_rettelista(tmp_path / "r.txt")
    (tmp_path / "r.xlsx").write_bytes(b"endret")
    with pytest.raises(BrukFeil, match="BR-020"):
        check_rettelista(tmp_path / "r.xlsx")
