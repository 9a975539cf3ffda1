"""Every format that was ever written can be read; a newer one is refused; each step has a stored example."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from analyse.grunn.feil import UgyldigeData
from analyse.inntak.migrering import NYESTE_FORMAT, STEG, migrer
from analyse.inntak.prosjekt import read_prosjekt

FORMATER = Path(__file__).parent / "formater"


def _med_land(data: dict[str, Any]) -> dict[str, Any]:
    return data | {"land": "Norge"}


def _uten_gammel(data: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in data.items() if k != "gammel"}


def test_an_older_file_is_lifted_through_every_step() -> None:
    loeftet = migrer({"format": 1, "gammel": True}, "m.toml", nyeste=3, steg={1: _med_land, 2: _uten_gammel})
    assert loeftet == {"format": 3, "land": "Norge"}


def test_lifting_leaves_the_original_as_it_was() -> None:
    original = {"format": 1, "gammel": True}
    migrer(original, "m.toml", nyeste=2, steg={1: _uten_gammel})
    assert original == {"format": 1, "gammel": True}


def test_the_newest_format_is_left_alone() -> None:
    assert migrer({"format": NYESTE_FORMAT, "a": 1}, "m.toml") == {"format": NYESTE_FORMAT, "a": 1}


def test_a_newer_format_is_refused_with_both_numbers() -> None:
    with pytest.raises(UgyldigeData) as feil:
        migrer({"format": NYESTE_FORMAT + 1}, "m.toml:1 (format)")
    (funn,) = feil.value.funn
    assert (funn.kode, funn.sted) == ("IN-002", "m.toml:1 (format)")
    assert funn.felter == {"funnet": str(NYESTE_FORMAT + 1), "nyeste": str(NYESTE_FORMAT)}


@pytest.mark.parametrize("format_", [None, "1", 1.0, True, 0, -1])
def test_a_format_that_is_no_number_is_left_for_the_validator(format_: object) -> None:
    data = {} if format_ is None else {"format": format_}
    assert migrer(data, "m.toml") is data


def test_there_is_a_step_from_every_older_format() -> None:
    assert sorted(STEG) == list(range(1, NYESTE_FORMAT))


def test_there_is_a_stored_example_of_every_format() -> None:
    assert sorted(p.name for p in FORMATER.iterdir()) == [str(n) for n in range(1, NYESTE_FORMAT + 1)]


@pytest.mark.parametrize("nr", range(1, NYESTE_FORMAT + 1))
def test_the_stored_example_of_a_format_is_read(nr: int) -> None:
    prosjekt = read_prosjekt(FORMATER / str(nr))
    assert prosjekt.kommune.navn == "Formatvik"
    assert prosjekt.dagens.organ("plan").anslag("moeter_per_aar").hoey == 11  # type: ignore[union-attr]
    assert list(prosjekt.alternativer) == ["to_utvalg"]
