"""Does the library's front door show what was promised, and nothing else?

The promised names, the closed list of verbs and what still waits stand in tests/fasit/inngangsdoer.toml.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from types import FunctionType

import pytest

import analyse

DOER = tomllib.loads((Path(__file__).parent / "fasit" / "inngangsdoer.toml").read_text(encoding="utf-8"))


def test_the_front_door_shows_exactly_what_it_promises() -> None:
    synlig = [n for n in dir(analyse) if not n.startswith("_")]
    assert sorted(synlig) == sorted(analyse.__all__)
    assert len(set(analyse.__all__)) == len(analyse.__all__)


def test_every_promised_name_opens_or_is_declared_as_waiting() -> None:
    lukket = [navn for navn in analyse.__all__ if getattr(analyse, navn, None) is None]
    assert lukket == []
    assert sorted(set(DOER["lovet"]) - set(analyse.__all__)) == sorted(DOER["venter"])


def test_the_door_opens_to_nothing_else() -> None:
    with pytest.raises(AttributeError, match="finnes_ikke"):
        analyse.finnes_ikke  # noqa: B018  # the access is the test


def test_the_lists_of_the_front_door_agree_among_themselves() -> None:
    assert sorted(set(DOER["venter"]) - set(DOER["lovet"])) == []
    assert sorted(navn for navn in DOER["uten_verb"] if navn.partition("_")[0] in DOER["verb"]) == []


def test_the_functions_of_the_front_door_begin_with_a_verb_of_the_list() -> None:
    funksjoner = (n for n in analyse.__all__ if isinstance(getattr(analyse, n), FunctionType))
    uten = [n for n in funksjoner if n.partition("_")[0] not in DOER["verb"] and n not in DOER["uten_verb"]]
    assert uten == []
