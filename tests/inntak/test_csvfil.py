"""A CSV file is read whole or refused with the line; nothing is guessed past."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.feil import FarligFil, Funn, UgyldigeData
from analyse.inntak import csvfil as modul
from analyse.inntak.csvfil import Csvfil, read_csvfil

Hent = Callable[..., list[Funn]]


@pytest.fixture
def les(tmp_path: Path) -> Callable[..., Csvfil]:
    """Read the given bytes or text as a file with the required columns a and b."""

    def lag(innhold: bytes | str, **valg: dict[str, str]) -> Csvfil:
        sti = tmp_path / "f.csv"
        sti.write_bytes(innhold.encode() if isinstance(innhold, str) else innhold)
        return read_csvfil(sti, "f.csv", ("a", "b"), ("valgfri",), **valg)

    return lag


@pytest.mark.parametrize("skille", [";", ",", "\t"])
@pytest.mark.parametrize("slutt", ["\n", "\r\n"])
def test_the_separator_and_the_line_ending_are_found(
    les: Callable[..., Csvfil], skille: str, slutt: str
) -> None:
    fil = les(slutt.join([f"a{skille}b", f"1{skille}Vår", ""]))
    assert (fil.kolonner, fil.rader) == (("a", "b"), (("1", "Vår"),))


@pytest.mark.parametrize("koding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encodings_of_norwegian_systems_are_known(les: Callable[..., Csvfil], koding: str) -> None:
    assert les("a;b\nfødt;på Ås\n".encode(koding)).rader == (("født", "på Ås"),)


@pytest.mark.parametrize(
    ("innhold", "kode"),
    [
        (b"a;b\n1;\xff\xfe\n", "IN-004"),
        (b"\xff\xfea;b", "IN-004"),
        (b"a;b\n1;\x81\xe5\n", "IN-004"),
        ("a;b\n1;pÃ¥\n".encode(), "IN-060"),
        (b"", "IN-061"),
        (b"\n \n", "IN-061"),
    ],
)
def test_what_cannot_be_read_as_text_is_refused(
    les: Callable[..., Csvfil], funn: Hent, innhold: bytes, kode: str
) -> None:
    assert [f.kode for f in funn(lambda: les(innhold))] == [kode]


def test_faults_of_the_head_and_of_the_rows_are_told_together(les: Callable[..., Csvfil], funn: Hent) -> None:
    alle = funn(lambda: les("a;bb;c;c\n1;2;3;4\n1;2\n\n1;2;3;4;5\n"))
    assert [(f.kode, f.sted) for f in alle] == [
        ("IN-050", "f.csv:1"),
        ("IN-064", "f.csv:1"),
        ("IN-062", "f.csv:3"),
        ("IN-062", "f.csv:5"),
    ]
    assert dict(alle[2].felter) == {"funnet": "2", "ventet": "4"}


def test_the_nearest_column_is_proposed_for_a_missing_one(tmp_path: Path, funn: Hent) -> None:
    (tmp_path / "f.csv").write_text("saksid;organ\n", encoding="utf-8")
    (eneste,) = funn(lambda: read_csvfil(tmp_path / "f.csv", "f.csv", ("sak_id",), ("organ",)))
    assert (eneste.kode, eneste.felter["felt"], eneste.felter["naermeste"]) == ("IN-064", "sak_id", "saksid")


def test_an_open_quotation_mark_is_told_at_its_end(les: Callable[..., Csvfil], funn: Hent) -> None:
    assert [f.kode for f in funn(lambda: les('a;b\n1;"to\n2;3\n'))] == ["IN-063"]
    assert [f.kode for f in funn(lambda: les('a;b\n1;"to"x\n'))] == ["IN-063"]


def test_a_row_over_several_lines_keeps_its_first_line(les: Callable[..., Csvfil]) -> None:
    fil = les('a;b\n1;"to\nlinjer"\n3;4\n')
    assert fil.rader == (("1", "to\nlinjer"), ("3", "4"))
    assert fil.linjer == (2, 4)


def test_a_line_break_of_another_alphabet_is_no_new_row(les: Callable[..., Csvfil]) -> None:
    assert les("a;b\n1;to\u2028tre\x0cfire\n").rader == (("1", "to\u2028tre\x0cfire"),)


def test_columns_unknown_to_us_are_kept_and_aliases_renamed(les: Callable[..., Csvfil]) -> None:
    assert les("A2 ;b;egen\n1;2;3\n", alias={"A2": "a"}).kolonner == ("a", "b", "egen")


def test_a_column_and_its_alias_are_the_same_heading_twice(les: Callable[..., Csvfil], funn: Hent) -> None:
    assert [f.kode for f in funn(lambda: les("a;A2;b\n1;2;3\n", alias={"A2": "a"}))] == ["IN-050"]


def test_missing_and_hostile_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UgyldigeData, match="IN-001"):
        read_csvfil(tmp_path / "f.csv", "f.csv", (), ())
    with pytest.raises(FarligFil, match="IN-003"):
        read_csvfil(tmp_path, "f.csv", (), ())
    monkeypatch.setattr(modul, "MAKS_BYTE", 3)
    (tmp_path / "f.csv").write_text("a;b\n", encoding="utf-8")
    with pytest.raises(FarligFil, match="IN-003"):
        read_csvfil(tmp_path / "f.csv", "f.csv", (), ())


@given(st.binary(max_size=60))
def test_bytes_of_any_kind_are_read_or_refused_with_a_code(
    tmp_path_factory: pytest.TempPathFactory, innhold: bytes
) -> None:
    sti = tmp_path_factory.getbasetemp() / "skrot.csv"
    sti.write_bytes(innhold)
    with contextlib.suppress(UgyldigeData):
        read_csvfil(sti, "skrot.csv", (), ())
