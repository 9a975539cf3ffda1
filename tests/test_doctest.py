"""The examples in docstrings run and give what they show."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

ROT = Path(__file__).resolve().parent.parent
MED_EKSEMPEL = [
    ".".join(sti.relative_to(ROT).with_suffix("").parts)
    for sti in sorted((ROT / "analyse").rglob("*.py"))
    if ">>> " in sti.read_text(encoding="utf-8")
]


def test_there_are_examples() -> None:
    assert len(MED_EKSEMPEL) > 10


@pytest.mark.parametrize("modul", MED_EKSEMPEL)
def test_the_examples_of_a_module_give_what_they_show(modul: str) -> None:
    svar = doctest.testmod(importlib.import_module(modul))
    assert svar.attempted > 0
    assert svar.failed == 0
