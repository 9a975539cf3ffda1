"""Is the ledger of promises true? Each entry is whole, and what it names as proof exists.

Tests are found by reading the source, never by running them; a command is proof only where its program
is ours.
"""

from __future__ import annotations

import ast
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ROT = Path(__file__).resolve().parent.parent
LOEFTER: list[dict[str, Any]] = tomllib.loads((ROT / "docs" / "loefter.toml").read_text(encoding="utf-8"))[
    "loefte"
]
FELT = {"sak": int, "tekst": str, "bevis": str, "tall": str, "dato": date, "status": str}
STATUSER = ("holdt", "delvis", "ikke_holdt")
KOMMANDO = "kommando: "
PROGRAMMER = ("styreform", "python", "pytest", "bash")


def _tester(fil: str) -> set[str]:
    """Return the names of the tests in a file; a file that is not there has none."""
    if not (ROT / fil).is_file():
        return set()
    tre = ast.parse((ROT / fil).read_text(encoding="utf-8"))
    return {n.name for n in tre.body if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")}


def feil_i(loefte: dict[str, Any]) -> list[str]:
    """Return what is wrong with an entry."""
    feil = [f"missing {felt}" for felt in FELT if felt not in loefte]
    feil += [f"unknown {felt}" for felt in loefte if felt not in FELT]
    feil += [
        f"{felt} is no {type_.__name__}"
        for felt, type_ in FELT.items()
        if not isinstance(loefte.get(felt), type_)
    ]
    if feil:
        return feil
    bevis, status = loefte["bevis"], loefte["status"]
    if status not in STATUSER:
        feil.append(f"unknown status {status!r}")
    if not loefte["tekst"].strip():
        feil.append("no text")
    if not bevis and status != "ikke_holdt":
        feil.append(f"{status} without proof")
    if bevis.startswith(KOMMANDO):
        program = bevis.removeprefix(KOMMANDO).split()[:1]
        feil += [] if program and program[0] in PROGRAMMER else [f"no program of ours: {bevis!r}"]
    elif bevis:
        fil, _, test = bevis.partition("::")
        feil += [] if test.partition("[")[0] in _tester(fil) else [f"no such test: {bevis}"]
    return feil


def test_every_promise_is_whole_and_its_proof_exists() -> None:
    assert [(x.get("tekst"), funn) for x in LOEFTER if (funn := feil_i(x))] == []


def test_no_promise_is_entered_twice() -> None:
    par = [(x["sak"], x["tekst"]) for x in LOEFTER]
    assert sorted(p for p in set(par) if par.count(p) > 1) == []


def test_the_scripts_that_promises_point_at_are_there() -> None:
    ord_ = [o for x in LOEFTER if x["bevis"].startswith(KOMMANDO) for o in x["bevis"].split()]
    assert [o for o in ord_ if o.endswith((".py", "/run")) and not (ROT / o).is_file()] == []


HEL = {
    "sak": 2,
    "tekst": "Et løfte.",
    "bevis": "tests/test_loefter.py::test_no_promise_is_entered_twice",
    "tall": "",
    "dato": date(2026, 11, 25),
    "status": "holdt",
}


@pytest.mark.parametrize(
    ("endret", "antall"),
    [
        ({}, 0),
        ({"bevis": "tests/test_loefter.py::test_finnes_ikke"}, 1),
        ({"bevis": "tests/test_borte.py::test_no_promise_is_entered_twice"}, 1),
        ({"bevis": "tests/test_loefter.py"}, 1),
        ({"bevis": ""}, 1),
        ({"bevis": "", "status": "delvis"}, 1),
        ({"bevis": "", "status": "ikke_holdt"}, 0),
        ({"bevis": "kommando: styreform demo --json"}, 0),
        ({"bevis": "kommando: "}, 1),
        ({"bevis": "kommando: true"}, 1),
        ({"status": "snart"}, 1),
        ({"tekst": " "}, 1),
        ({"sak": "2"}, 1),
        ({"dato": "2026-11-25"}, 1),
        ({"eier": "noen"}, 1),
    ],
)
def test_a_promise_that_does_not_hold_together_is_found(endret: dict[str, Any], antall: int) -> None:
    assert len(feil_i(HEL | endret)) == antall


def test_a_missing_field_is_found() -> None:
    assert all("missing" in feil_i({k: v for k, v in HEL.items() if k != felt})[0] for felt in HEL)
