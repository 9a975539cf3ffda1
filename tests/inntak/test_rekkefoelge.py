"""Findings come as the reader meets them."""

from __future__ import annotations

from analyse.grunn.feil import Funn
from analyse.inntak.rekkefoelge import build_leserekkefoelge


def test_findings_are_sorted_by_file_sheet_row_and_column() -> None:
    steder = [
        "inntak.xlsx!Saksgang!A5",
        "inntak.xlsx!Organ!AA5",
        "inntak.xlsx!Organ!B5",
        "inntak.xlsx!Organ!B10",
        "inntak.xlsx!Organ",
        "inntak.xlsx",
        "inntak.xlsx!Kommune!B9",
        "sakslogg.csv:9",
        "sakslogg.csv:2",
    ]
    sortert = [f.sted for f in build_leserekkefoelge(Funn(kode="IN-012", sted=s) for s in steder)]
    assert sortert == [
        "inntak.xlsx",
        "inntak.xlsx!Kommune!B9",
        "inntak.xlsx!Organ",
        "inntak.xlsx!Organ!B5",
        "inntak.xlsx!Organ!AA5",
        "inntak.xlsx!Organ!B10",
        "inntak.xlsx!Saksgang!A5",
        "sakslogg.csv:9",
        "sakslogg.csv:2",
    ]


def test_a_sheet_is_known_in_any_language() -> None:
    steder = ["b.xlsx!Bodies!A5", "b.xlsx!Municipality!A5"]
    assert [f.sted for f in build_leserekkefoelge(Funn(kode="IN-012", sted=s) for s in steder)] == steder[
        ::-1
    ]
