"""A TOML file knows the line of every key, and says what is wrong in it at the right line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.feil import FarligFil, Funn, UgyldigeData
from analyse.inntak.toml import MAKS_BYTE, Tomlfil, etter_linje, finn_noekler, read_toml

TEKST = '''\
format = 1
[kommune.mandater] # seats
Ap = 10
"Øst, tverrpolitisk" = 3
[[organ]]
id = "a"
[[organ]]
id = "b"
kilde = """
[ikke.en.tabell]
id = 3
"""
[organ.opplysning.moeter_per_aar]
lav = 7
[[kommune.valg]]
aar = 2023
[kommune.valg.stemmer]
Ap = 3
'''


def _fil(tekst: str) -> Tomlfil:
    return Tomlfil(navn="m.toml", data={}, tekst=tekst)


@pytest.mark.parametrize(
    ("loc", "sted"),
    [
        (("format",), "m.toml:1 (format)"),
        (("kommune", "mandater", "Ap"), "m.toml:3 (kommune.mandater.Ap)"),
        (("kommune", "mandater", "Øst, tverrpolitisk"), "m.toml:4 (kommune.mandater.Øst, tverrpolitisk)"),
        (("organ", 0, "id"), "m.toml:6 (organ[1].id)"),
        (("organ", 1, "id"), "m.toml:8 (organ[2].id)"),
        (
            ("organ", 1, "opplysning", "moeter_per_aar", "lav"),
            "m.toml:14 (organ[2].opplysning.moeter_per_aar.lav)",
        ),
        (("organ", 1, "medlemmer"), "m.toml:7 (organ[2].medlemmer)"),
        (("kommune", "valg", 0, "stemmer", "Ap"), "m.toml:18 (kommune.valg[1].stemmer.Ap)"),
        (("modell",), "m.toml (modell)"),
        ((), "m.toml"),
    ],
)
def test_a_place_is_the_line_of_the_key_or_of_the_nearest_heading(
    loc: tuple[int | str, ...], sted: str
) -> None:
    assert _fil(TEKST).sted(loc) == sted


def test_dotted_keys_and_an_inline_table_point_at_their_line() -> None:
    fil = _fil("kommune.mandater.Ap = 3\norgan = [\n  { id = 1 },\n]\n")
    assert fil.sted(("kommune", "mandater", "Ap")) == "m.toml:1 (kommune.mandater.Ap)"
    assert fil.sted(("organ", 0, "id")) == "m.toml:2 (organ[1].id)"


@given(st.text(max_size=200))
def test_looking_for_keys_never_fails_whatever_the_text(tekst: str) -> None:
    assert all(nr >= 1 and loc for nr, loc, _ in finn_noekler(tekst))


@pytest.mark.parametrize(
    ("innhold", "kode", "sted", "felter"),
    [
        (b"a = 1\nb = \n", "IN-005", "m.toml:2", {"funnet": "b ="}),
        (b"a = 1\n[k]\nb = 1\n[k]\n", "IN-007", "m.toml:4", {"funnet": "k"}),
        (b"a = 1\nb = 1\na = 2\n", "IN-007", "m.toml:3", {"funnet": "a"}),
        (b"[[o]]\nx = 1\n[[o]]\nx = 1\nx = 2\n", "IN-007", "m.toml:5", {"funnet": "o.1.x"}),
        (b"a = 0301\n", "IN-005", "m.toml:1", {"funnet": "a = 0301"}),
        (b'a = """\n\n', "IN-005", "m.toml:2", {"funnet": ""}),
        (b"navn = 'V\xe5ler'\n", "IN-004", "m.toml", {"posisjon": "9"}),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(
    tmp_path: Path,
    funn: Callable[..., list[Funn]],
    innhold: bytes,
    kode: str,
    sted: str,
    felter: dict[str, str],
) -> None:
    (tmp_path / "m.toml").write_bytes(innhold)
    (eneste,) = funn(lambda: read_toml(tmp_path / "m.toml", "m.toml"))
    assert (eneste.kode, eneste.sted, dict(eneste.felter)) == (kode, sted, felter)


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_bytes("﻿navn = 'Våler'\n".encode())
    assert read_toml(tmp_path / "m.toml", "m.toml").data == {"navn": "Våler"}


def test_a_missing_file_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(UgyldigeData, match="IN-001"):
        read_toml(tmp_path / "m.toml", "m.toml")


@pytest.mark.parametrize("innhold", [b"#" * (MAKS_BYTE + 1), b"a = " + b"[" * 100_000])
def test_a_file_made_to_hurt_is_refused_as_hostile(tmp_path: Path, innhold: bytes) -> None:
    (tmp_path / "m.toml").write_bytes(innhold)
    with pytest.raises(FarligFil, match="IN-003"):
        read_toml(tmp_path / "m.toml", "m.toml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FarligFil, match="IN-003"):
        read_toml(tmp_path, "m.toml")


def test_findings_come_in_the_order_of_the_lines() -> None:
    steder = ["m.toml:12 (a)", "m.toml", "m.toml:3 (b)", "m.toml:3 (a)"]
    rekkefoelge = etter_linje(Funn(kode="IN-011", sted=s) for s in steder)
    assert [f.sted for f in rekkefoelge] == ["m.toml", "m.toml:3 (b)", "m.toml:3 (a)", "m.toml:12 (a)"]
