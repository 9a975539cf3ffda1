"""The case log is kept as it is: what is missing stays missing, what is wrong is told with its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analyse.grunn.feil import Funn
from analyse.inntak.sakslogg import PAAKREVD, VALGFRI, read_moeter, read_sakliste, read_sakslogg

Hent = Callable[..., list[Funn]]
LOGG = """\
sak_id;organ;motedato;trinn;handling;for;egen
1;Planutvalget;2024-01-10;1;innstiller;7;x
1;Kommunestyret;31.01.2024;2;vedtar;10,5;
2;Planutvalget;;1;;;"to
linjer"
"""


@pytest.fixture
def logg(tmp_path: Path) -> Callable[[str], Path]:
    """Write a log file."""

    def skriv(tekst: str) -> Path:
        (tmp_path / "sakslogg.csv").write_text(tekst, encoding="utf-8")
        return tmp_path / "sakslogg.csv"

    return skriv


def test_the_columns_are_those_of_the_contract() -> None:
    assert PAAKREVD == ("sak_id", "organ", "motedato")
    lovet = (
        "sakstype saksnr trinn handling innstilt_av utfall endret utsatt enstemmig for mot klar sendt_ut "
        "ettersendt publisert lukket hjemmel sider minutter fulgt_opp anke hastesak saksordfoerer tittel "
        "arkivsaknr"
    )
    assert lovet.split() == list(VALGFRI)


def test_a_log_is_read_row_by_row_with_dates_numbers_and_lines(logg: Callable[[str], Path]) -> None:
    tabell = read_sakslogg(logg(LOGG))
    assert list(tabell["sak_id"]) == ["1", "1", "2"]
    assert list(tabell["motedato"].dt.date)[:2] == [date(2024, 1, 10), date(2024, 1, 31)]
    assert list(tabell["for"])[:2] == [7.0, 10.5]
    assert list(tabell["linje"]) == [2, 3, 4]
    assert list(tabell["egen"]) == ["x", "", "to\nlinjer"]


def test_what_is_missing_stays_missing_and_is_never_zero(logg: Callable[[str], Path]) -> None:
    tabell = read_sakslogg(logg(LOGG))
    assert pd.isna(tabell["motedato"].iloc[2])
    assert pd.isna(tabell["for"].iloc[2])
    assert "mot" not in tabell
    assert "sakstype" not in tabell


def test_the_other_spelling_of_the_date_column_is_taken(logg: Callable[[str], Path]) -> None:
    tabell = read_sakslogg(logg(LOGG.replace("motedato", "moetedato")))
    assert "motedato" in tabell
    assert "moetedato" not in tabell


def test_a_log_without_a_single_date_is_still_a_log(logg: Callable[[str], Path]) -> None:
    tabell = read_sakslogg(logg("sak_id,organ,motedato\n1,Planutvalget,\n"))
    assert str(tabell["motedato"].dtype).startswith("datetime64")
    assert tabell["motedato"].isna().all()


def test_every_fault_is_told_at_once_in_the_files_order(logg: Callable[[str], Path], funn: Hent) -> None:
    tekst = (
        LOGG.replace("31.01.2024", "31.02.2024")
        .replace("innstiller", "innstille")
        .replace("10,5", "ti")
        .replace("2;Plan", ";Plan")
    )
    alle = funn(lambda: read_sakslogg(logg(tekst), "sakslogg.csv"))
    assert [(f.kode, f.sted) for f in alle] == [
        ("IN-013", "sakslogg.csv:2 (handling)"),
        ("IN-012", "sakslogg.csv:3 (motedato)"),
        ("IN-012", "sakslogg.csv:3 (for)"),
        ("IN-011", "sakslogg.csv:4"),
    ]
    assert alle[0].felter["naermeste"] == "innstiller"


@pytest.mark.parametrize("tall", ["nan", "inf", "1_000", "1e3", "infinity"])
def test_what_only_a_computer_calls_a_number_is_refused(
    logg: Callable[[str], Path], funn: Hent, tall: str
) -> None:
    tekst = LOGG.replace("10,5", tall)
    assert [f.kode for f in funn(lambda: read_sakslogg(logg(tekst), "sakslogg.csv"))] == ["IN-012"]


def test_meetings_and_agenda_items_are_read_alike(tmp_path: Path, funn: Hent) -> None:
    (tmp_path / "moter.csv").write_text(
        "organ;dato;start;slutt;antall_saker\nKommunestyret;2024-01-31;17:00;20:30;9\nKommunestyret;;;;\n",
        encoding="utf-8",
    )
    moeter = read_moeter(tmp_path / "moter.csv", "moter.csv")
    assert list(moeter["start"]) == ["17:00", ""]
    assert moeter["antall_saker"].iloc[0] == 9
    assert pd.isna(moeter["dato"].iloc[1])
    (tmp_path / "sakliste.csv").write_text(
        "organ;dato;saksnr\nKommunestyret;i går;PS 1/24\n", encoding="utf-8"
    )
    alle = funn(lambda: read_sakliste(tmp_path / "sakliste.csv", "sakliste.csv"))
    assert [(f.kode, f.sted) for f in alle] == [("IN-012", "sakliste.csv:2 (dato)")]
