"""A list in one line is read as typed: quotes hold separators, and what cannot be read is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.feil import BrukFeil, StyreformFeil
from analyse.inntak.lister import (
    Listefeil,
    parse_antallsliste,
    parse_navneliste,
    read_antallsliste,
    split_liste,
    uten_sitat,
)


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Ap=10,Sp=7", {"Ap": 10, "Sp": 7}),
        (" Ap = 10 ; Sp = 7 ", {"Ap": 10, "Sp": 7}),
        ("Ap+H+V=4", {"Ap+H+V": 4}),
        ('"Øst, tverrpolitisk"=3,Ap=1', {"Øst, tverrpolitisk": 3, "Ap": 1}),
        ('"a=b"=1', {"a=b": 1}),
        ('" kant "=1', {" kant ": 1}),
        ('"Liste ""B"""=2', {'Liste "B"': 2}),
        ("Ap=93 561", {"Ap": 93561}),
        ("", {}),
        ("Ap=0,", {"Ap": 0}),
    ],
)
def test_a_list_is_read_as_typed_and_in_order(tekst: str, ventet: dict[str, int]) -> None:
    assert list(parse_antallsliste(tekst).items()) == list(ventet.items())


@pytest.mark.parametrize(
    ("tekst", "kode", "funnet"),
    [
        ("Ap", "BR-022", "Ap"),
        ("Ap=ti", "BR-022", "Ap=ti"),
        ("Ap=-1", "BR-022", "Ap=-1"),
        ("Ap=1.5", "BR-022", "Ap=1.5"),
        ("Ap=٣", "BR-022", "Ap=٣"),
        ("=3", "BR-022", "=3"),
        ("Ap=", "BR-022", "Ap="),
        ("Ap=1=2", "BR-022", "Ap=1=2"),
        ('"Øst=3', "BR-022", '"Øst=3'),
        ("Ap=1,Ap=2", "BR-023", "Ap"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_piece(tekst: str, kode: str, funnet: str) -> None:
    with pytest.raises(Listefeil) as feil:
        parse_antallsliste(tekst)
    assert (feil.value.kode, feil.value.funnet) == (kode, funnet)


def test_values_that_are_names_are_kept_as_text() -> None:
    assert parse_navneliste("nordsamisk=Gielddastivra, kvensk=Kunnansäätö") == {
        "nordsamisk": "Gielddastivra",
        "kvensk": "Kunnansäätö",
    }


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1), st.integers(0, 10**6), max_size=5))
def test_any_name_in_quotes_comes_back_as_it_was(mandater: dict[str, int]) -> None:
    tekst = ",".join('"' + navn.replace('"', '""') + f'"={antall}' for navn, antall in mandater.items())
    assert parse_antallsliste(tekst) == mandater


def test_a_lone_quote_and_an_empty_item_are_not_lost() -> None:
    assert split_liste("a,,b;c") == ("a", "b", "c")
    assert uten_sitat('"') == '"'


def test_an_option_says_which_list_is_wrong() -> None:
    with pytest.raises(BrukFeil) as feil:
        read_antallsliste("Ap", "--mandater")
    assert [(f.kode, f.sted) for f in feil.value.funn] == [("BR-022", "--mandater")]


@pytest.mark.parametrize(
    ("innhold", "ventet"),
    [
        ("parti;antall\nAp;10\n\nSp;7\n", {"Ap": 10, "Sp": 7}),
        ('parti,antall\n"Øst, tverr",3\n', {"Øst, tverr": 3}),
        ("antall;parti\n3;Ap\n", {"Ap": 3}),
    ],
)
def test_a_list_may_stand_in_a_file(tmp_path: Path, innhold: str, ventet: dict[str, int]) -> None:
    (tmp_path / "m.csv").write_text(innhold, encoding="utf-8")
    assert read_antallsliste(f"@{tmp_path / 'm.csv'}", "--mandater") == ventet


def test_every_fault_of_the_file_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("parti;antall\nAp;ti\nSp;1\nSp;2\n;3\n", encoding="utf-8")
    with pytest.raises(StyreformFeil) as feil:
        read_antallsliste(f"@{tmp_path / 'm.csv'}", "--mandater")
    assert [(f.kode, f.sted.rpartition(":")[2]) for f in feil.value.funn] == [
        ("BR-022", "2"),
        ("BR-023", "4"),
        ("BR-022", "5"),
    ]
