"""The error tree: exit codes, what an error carries, and what of a value may be echoed."""

from __future__ import annotations

import pickle

import pytest

from analyse.grunn.feil import (
    MAKS_TEGN_I_VERDI,
    BrukFeil,
    FarligFil,
    Funn,
    MiljoeFeil,
    StyreformFeil,
    UgyldigeData,
    vis_verdi,
)

FUNN = [Funn(kode=f"IN-{nr:03}", sted=f"inntak.xlsx!Organ!C{nr}") for nr in range(1, 9)]


@pytest.mark.parametrize(
    ("feil", "kode"), [(UgyldigeData, 2), (BrukFeil, 2), (FarligFil, 3), (MiljoeFeil, 4)]
)
def test_each_error_has_the_exit_code_that_was_promised(feil: type[StyreformFeil], kode: int) -> None:
    assert feil.exit_kode == kode
    assert issubclass(feil, StyreformFeil)


def test_an_error_carries_every_finding_in_the_order_given() -> None:
    assert UgyldigeData(iter(FUNN)).funn == tuple(FUNN)


def test_the_programmers_text_names_the_first_five_findings() -> None:
    assert str(UgyldigeData(FUNN)).count("IN-0") == 5
    assert str(UgyldigeData(FUNN[:1])) == "IN-001 inntak.xlsx!Organ!C1"
    assert str(UgyldigeData([])) == ""


@pytest.mark.parametrize("feil", [UgyldigeData, BrukFeil, FarligFil, MiljoeFeil])
def test_an_error_survives_the_way_from_a_child_process(feil: type[StyreformFeil]) -> None:
    kopi = pickle.loads(pickle.dumps(feil(FUNN)))  # noqa: S301  # our own bytes, made on the same line
    assert (type(kopi), kopi.funn, str(kopi)) == (feil, tuple(FUNN), str(feil(FUNN)))


def test_a_finding_is_an_error_with_its_words_under_its_code() -> None:
    assert (FUNN[0].noekkel, FUNN[0].alvor, FUNN[0].felter) == ("feil.IN-001", "feil", {})


@pytest.mark.parametrize(
    ("verdi", "vist"),
    [
        ("Ap", "Ap"),
        (None, "None"),
        ("", ""),
        ("to\nlinjer\t", "to\\x0alinjer\\x09"),
        ("\x1b[2J", "\\x1b[2J"),
        ("skjult\u202etekst", "skjult\\x202etekst"),
        ("\ud800", "\\xd800"),
        ("Kárášjohka æøå", "Kárášjohka æøå"),
    ],
)
def test_a_value_is_echoed_on_one_line_with_control_characters_visible(verdi: object, vist: str) -> None:
    assert vis_verdi(verdi) == vist


def test_a_pasted_document_cannot_flood_a_message() -> None:
    assert vis_verdi("a" * 40) == "a" * 40
    assert vis_verdi("a" * 41) == "a" * 39 + "…"
    assert len(vis_verdi("\n" * 10_000)) == MAKS_TEGN_I_VERDI
