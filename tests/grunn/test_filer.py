"""Files are whole or not there at all, data are found from a checkout and a wheel, and names are safe."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn import filer
from analyse.grunn.feil import BrukFeil, MiljoeFeil
from analyse.grunn.filer import (
    SKREVET,
    ascii_navn,
    check_skrivbar,
    check_urort,
    data_fil,
    mal_fil,
    note_skrevet,
    sha256_fil,
    slug,
    write_atomisk,
    write_bytes,
)


@pytest.fixture
def gammel(tmp_path: Path) -> Path:
    """A report that was there before."""
    sti = tmp_path / "rapport.xlsx"
    sti.write_bytes(b"gammel")
    return sti


def _skrevet(mappe: Path) -> dict[str, str]:
    return dict(json.loads((mappe / SKREVET).read_text(encoding="utf-8")))


def _nei(nummer: int) -> Any:
    def replace(self: Path, target: object) -> None:
        raise OSError(nummer, os.strerror(nummer), str(target))

    return replace


def test_a_file_is_written_and_nothing_else_is_left(gammel: Path) -> None:
    write_bytes(gammel, b"ny")
    assert gammel.read_bytes() == b"ny"
    assert list(gammel.parent.iterdir()) == [gammel]


def test_the_old_file_stands_when_the_writer_fails_half_way(gammel: Path) -> None:
    def halvveis(sti: Path) -> None:
        sti.write_bytes(b"halv")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_atomisk(gammel, halvveis)
    assert gammel.read_bytes() == b"gammel"
    assert list(gammel.parent.iterdir()) == [gammel]


def test_the_old_file_stands_through_every_moment_of_the_writing(gammel: Path) -> None:
    sett: list[bytes] = []

    def skriv(sti: Path) -> None:
        sti.write_bytes(b"ny")
        sett.append(gammel.read_bytes())

    write_atomisk(gammel, skriv)
    assert (sett, gammel.read_bytes()) == ([b"gammel"], b"ny")


@pytest.mark.parametrize(
    ("nummer", "kode"),
    [(errno.EACCES, "MI-002"), (errno.EPERM, "MI-002"), (errno.ENOSPC, "MI-001"), (errno.EIO, "MI-003")],
)
def test_a_swap_that_is_refused_is_an_environment_error_and_the_old_file_stands(
    gammel: Path, monkeypatch: pytest.MonkeyPatch, nummer: int, kode: str
) -> None:
    """EACCES is what Windows answers while Word or Excel holds the file open."""
    monkeypatch.setattr(Path, "replace", _nei(nummer))
    with pytest.raises(MiljoeFeil) as feil:
        write_bytes(gammel, b"ny")
    assert feil.value.exit_kode == 4
    assert [(f.kode, f.sted, f.felter["fil"]) for f in feil.value.funn] == [
        (kode, str(gammel), "rapport.xlsx")
    ]
    assert gammel.read_bytes() == b"gammel"
    assert list(gammel.parent.iterdir()) == [gammel]


def test_a_folder_in_the_way_is_an_environment_error(tmp_path: Path) -> None:
    (tmp_path / "rapport.html").mkdir()
    with pytest.raises(MiljoeFeil):
        write_bytes(tmp_path / "rapport.html", b"ny")
    assert [s.name for s in tmp_path.iterdir()] == ["rapport.html"]


def test_a_missing_folder_is_an_environment_error(tmp_path: Path) -> None:
    with pytest.raises(MiljoeFeil):
        write_bytes(tmp_path / "borte" / "rapport.html", b"ny")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_new_file_can_be_read_by_others_and_an_old_one_keeps_its_rights(tmp_path: Path) -> None:
    ny, hemmelig = tmp_path / "ny.html", tmp_path / "hemmelig.html"
    hemmelig.touch(mode=0o600)
    for sti in (ny, hemmelig):
        write_bytes(sti, b"x")
    assert [s.stat().st_mode & 0o777 for s in (ny, hemmelig)] == [0o644, 0o600]


def test_a_folder_is_made_and_proven_before_long_work(tmp_path: Path) -> None:
    check_skrivbar(tmp_path / "a" / "b")
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_a_file_where_the_folder_should_be_is_an_environment_error(gammel: Path) -> None:
    with pytest.raises(MiljoeFeil):
        check_skrivbar(gammel)
    with pytest.raises(MiljoeFeil):
        check_skrivbar(gammel / "under")


def test_what_we_wrote_ourselves_may_be_written_over(gammel: Path) -> None:
    note_skrevet([gammel])
    check_urort(gammel, overskriv=False)
    assert json.loads((gammel.parent / SKREVET).read_text(encoding="utf-8")) == {
        "rapport.xlsx": sha256_fil(gammel)
    }


@pytest.mark.parametrize("navn", ["rapport.xlsx", "rapport.docx", "rapport.pptx", "RAPPORT.XLSX"])
def test_an_office_file_changed_since_we_wrote_it_is_refused_by_name(tmp_path: Path, navn: str) -> None:
    sti = tmp_path / navn
    sti.write_bytes(b"vaart")
    note_skrevet([sti])
    sti.write_bytes(b"rettet av en saksbehandler")
    with pytest.raises(BrukFeil) as feil:
        check_urort(sti, overskriv=False)
    assert feil.value.funn[0].felter == {"fil": navn}
    check_urort(sti, overskriv=True)


def test_an_office_file_we_never_wrote_is_refused_even_where_our_list_is_broken(gammel: Path) -> None:
    for innhold in ("", "[1]", '{"annen.xlsx": "x"}'):
        (gammel.parent / SKREVET).write_text(innhold, encoding="utf-8")
        with pytest.raises(BrukFeil):
            check_urort(gammel, overskriv=False)


def test_a_page_and_a_file_that_is_not_there_are_never_refused(tmp_path: Path) -> None:
    (tmp_path / "side.html").write_bytes(b"endret")
    check_urort(tmp_path / "side.html", overskriv=False)
    check_urort(tmp_path / "borte.xlsx", overskriv=False)


def test_an_office_file_that_cannot_be_read_is_an_environment_error(
    gammel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def laast(sti: Path) -> str:
        raise PermissionError(errno.EACCES, "in use", str(sti))

    monkeypatch.setattr(filer, "sha256_fil", laast)
    with pytest.raises(MiljoeFeil) as feil:
        check_urort(gammel, overskriv=False)
    assert feil.value.funn[0].kode == "MI-002"


def test_the_list_of_what_we_wrote_keeps_what_stood_there(tmp_path: Path) -> None:
    a, b, c = (tmp_path / n for n in ("a.xlsx", "b.xlsx", "under/c.xlsx"))
    c.parent.mkdir()
    for sti in (a, b, c):
        sti.write_bytes(sti.name.encode())
    note_skrevet([a])
    note_skrevet([b, c])
    assert set(_skrevet(tmp_path)) == {"a.xlsx", "b.xlsx"}
    assert set(_skrevet(c.parent)) == {"c.xlsx"}


def test_a_fingerprint_is_the_sha_256_of_the_bytes(gammel: Path) -> None:
    assert sha256_fil(gammel) == hashlib.sha256(b"gammel").hexdigest()


def test_data_lie_beside_the_package_in_a_checkout_and_inside_it_in_a_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filer, "_PAKKE", tmp_path / "analyse")
    assert data_fil("spraak", "nb") == tmp_path / "data" / "spraak" / "nb"
    assert mal_fil("sak.toml") == tmp_path / "rapporter" / "maler" / "sak.toml"
    for navn in ("_data", "_maler"):
        (tmp_path / "analyse" / navn).mkdir(parents=True)
    assert data_fil("spraak", "nb") == tmp_path / "analyse" / "_data" / "spraak" / "nb"
    assert mal_fil("sak.toml") == tmp_path / "analyse" / "_maler" / "sak.toml"


def test_the_language_files_are_found_here_and_now() -> None:
    assert data_fil("spraak", "nb").is_dir()


@pytest.mark.parametrize(
    ("navn", "vist"),
    [("Levanger", "levanger"), ("Kárášjohka – Karasjok", "karasjohka-karasjok"), ("Sør-Aurdal", "sor-aurdal"),
     ("Hå", "ha"), ("Ærø", "aero"),
     ("../../etc/passwd", "etc-passwd"), ("  ", "uten-navn"), ("漢字", "uten-navn")],
)  # fmt: skip
def test_a_name_in_a_file_name_is_a_slug(navn: str, vist: str) -> None:
    assert slug(navn) == vist


@given(st.text())
def test_a_slug_is_safe_whatever_the_name_and_stays_itself(navn: str) -> None:
    vist = slug(navn)
    assert vist
    assert set(vist) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(vist) == vist


def test_identifiers_write_the_norwegian_letters_out_however_they_are_composed() -> None:
    assert ascii_navn("Møteår for kjønn i Ærø") == "Moeteaar for kjoenn i Aeroe"
    assert ascii_navn(unicodedata.normalize("NFD", "måte")) == "maate"
