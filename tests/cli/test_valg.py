"""Are language and options understood however they are typed, and is help in the reader's language?"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from analyse.cli.valg import finn_spraak, flytt_felles, norsk_ascii

Styreform = Callable[..., Any]


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        (["--språk", "nn"], ["--spraak", "nn"]),
        (["--språk=nn"], ["--spraak=nn"]),
        (["--spra\u030ak=nn"], ["--spraak=nn"]),  # å as macOS may send it: a letter and a ring
        (["--ut", "mappe på norsk"], ["--ut", "mappe på norsk"]),
        (["--ut=blåbær"], ["--ut=blåbær"]),
        (["--", "--språk"], ["--", "--språk"]),
        (["--"], ["--"]),
    ],
)
def test_options_may_be_typed_with_norwegian_letters_and_values_keep_them(
    skrevet: list[str], lest: list[str]
) -> None:
    assert norsk_ascii(skrevet) == lest


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        (["--json", "demo"], ["demo", "--json"]),
        (
            ["--spraak", "en", "--json", "demo", "--ut", "x"],
            ["demo", "--spraak", "en", "--json", "--ut", "x"],
        ),
        (["--spraak=en", "demo"], ["demo", "--spraak=en"]),
        (["--json"], ["--json"]),
        (["--spraak", "en", "--help"], ["--spraak", "en", "--help"]),
        ([], []),
    ],
)
def test_what_every_command_takes_may_stand_before_the_command(skrevet: list[str], lest: list[str]) -> None:
    assert flytt_felles(skrevet) == lest


@pytest.mark.parametrize(
    ("argumenter", "miljoe", "spraak"),
    [
        ([], "", "nb"),
        ([], "nn", "nn"),
        (["--spraak", "en"], "nn", "en"),
        (["--spraak=nn,en"], "", "nn"),
        (["--spraak", "klingon"], "nn", "nb"),
        (["--spraak"], "en", "en"),
    ],
)
def test_the_option_goes_before_the_environment_and_bokmaal_is_left(
    argumenter: list[str], miljoe: str, spraak: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STYREFORM_SPRAAK", miljoe)
    assert finn_spraak(argumenter) == spraak


@pytest.mark.parametrize("kommando", ["demo", "kontroll", "rapport", "sammenlign"])
@pytest.mark.parametrize(
    ("spraak", "ord_", "fremmede"),
    [
        ("nb", {"Bruk", "Valg", "MAPPE"}, r"\b(Usage|Options|TEXT|FOLDER|default|Show|ikkje)\b"),
        ("nn", {"Bruk", "Val", "MAPPE"}, r"\b(Usage|Options|TEXT|FOLDER|default|Show|ikke)\b"),
        ("en", {"Usage", "Options", "FOLDER"}, r"\b(Bruk|Valg|MAPPE|LISTE|Vis|Standard)\b"),
    ],
)
def test_help_speaks_one_language_in_every_word(
    kommando: str, spraak: str, ord_: set[str], fremmede: str, styreform: Styreform
) -> None:
    svar = styreform(kommando, "--språk", spraak, "--help")
    assert svar.kode == 0
    assert ord_ <= set(re.findall(r"\w+", svar.ut))
    assert re.findall(fremmede, svar.ut, re.IGNORECASE if spraak != "en" else 0) == []


def test_help_tells_what_an_option_is_when_it_is_left_out(styreform: Styreform) -> None:
    assert "Standard: styreform-demo." in " ".join(styreform("demo", "--help").ut.split()).replace("- ", "-")
    assert "[default" not in styreform("rapport", "--help").ut


@pytest.mark.parametrize("kommando", ["demo", "kontroll", "rapport", "sammenlign"])
def test_every_command_takes_json_and_language(kommando: str, styreform: Styreform) -> None:
    hjelp = styreform(kommando, "--help").ut
    assert {"--json", "--spraak", "--help"} <= set(re.findall(r"--[a-z]+", hjelp))


def test_a_language_there_is_none_of_is_refused_before_anything_is_read(styreform: Styreform) -> None:
    svar = styreform("sammenlign", "finnes/ikke", "--spraak", "dansk", "--json")
    assert (svar.kode, svar.json["feil"][0]["kode"], svar.json["feil"][0]["sted"]) == (
        2,
        "BR-012",
        "--spraak",
    )
    assert "nb, nn, en" in svar.json["feil"][0]["ventet"]


def test_a_wrong_language_in_the_environment_is_blamed_on_the_environment(
    styreform: Styreform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STYREFORM_SPRAAK", "dansk")
    svar = styreform("sammenlign", "finnes/ikke", "--json")
    assert (svar.kode, svar.json["feil"][0]["sted"]) == (2, "STYREFORM_SPRAAK")


@pytest.mark.parametrize(
    ("argumenter", "kode", "nevnt"),
    [
        (["--ut", "--json"], "BR-006", "--ut"),  # or the folder would be called --json
        (["--json", "--ut"], "BR-006", "--ut"),
        (["--json=5"], "BR-007", "--json"),
        (["--json", "--utt", "x"], "BR-002", "«--ut»"),
        (["--json", "--overskrív"], "BR-002", "«--overskriv»"),
        (["--json", "x(y", "--ut", "z"], "BR-005", "x(y"),
    ],
)
def test_a_slip_in_the_options_is_named_with_what_was_meant(
    argumenter: list[str], kode: str, nevnt: str, styreform: Styreform
) -> None:
    svar = styreform("demo", *argumenter)
    assert svar.kode == 2
    tekst = svar.ut + svar.feil
    assert nevnt in tekst
    if "--json" in argumenter and svar.ut:
        assert svar.json["feil"][0]["kode"] == kode
        assert svar.feil == ""


def test_every_word_too_many_is_named_at_once(styreform: Styreform) -> None:
    svar = styreform("demo", "en", "to", "--json")
    assert [f["funnet"] for f in svar.json["feil"]] == [
        "«en» er ett ord for mye.",
        "«to» er ett ord for mye.",
    ]
    assert svar.json["antall"] == 2
