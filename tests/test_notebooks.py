"""The notebooks: short, without code worth keeping, and stored with the outputs they give today."""

from __future__ import annotations

import ast
import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

ROT = Path(__file__).resolve().parent.parent
BOEKER = sorted((ROT / "notebooks").glob("*.ipynb"))
MAKS_KODELINJER, MAKS_LINJER_I_CELLE, MAKS_BYTE = 60, 10, 150_000


def _celler(sti: Path, slag: str) -> list[str]:
    bok = json.loads(sti.read_text(encoding="utf-8"))
    return ["".join(c["source"]) for c in bok["cells"] if c["cell_type"] == slag]


def _bygger() -> Any:
    spesifikasjon = importlib.util.spec_from_file_location("bygg", ROT / "notebooks" / "bygg.py")
    assert spesifikasjon is not None
    assert spesifikasjon.loader is not None
    modul = importlib.util.module_from_spec(spesifikasjon)
    spesifikasjon.loader.exec_module(modul)
    return modul


def test_there_is_a_notebook_to_start_with() -> None:
    assert "00_start" in {sti.stem for sti in BOEKER}


@pytest.mark.parametrize("sti", BOEKER, ids=lambda s: s.stem)
def test_a_notebook_is_short_and_defines_nothing(sti: Path) -> None:
    koder = _celler(sti, "code")
    linjer = [[linje for linje in kode.splitlines() if linje.strip()] for kode in koder]
    assert sum(map(len, linjer)) <= MAKS_KODELINJER
    assert max(map(len, linjer)) <= MAKS_LINJER_I_CELLE
    definert = [
        node
        for kode in koder
        for node in ast.walk(ast.parse(kode))
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)
    ]
    assert definert == []
    assert sti.stat().st_size <= MAKS_BYTE


@pytest.mark.parametrize("sti", BOEKER, ids=lambda s: s.stem)
def test_a_notebook_opens_with_its_question_and_answer(sti: Path) -> None:
    foerste = _celler(sti, "markdown")[0]
    assert foerste.startswith("# ")
    assert foerste.splitlines()[0].endswith("?")
    assert "**Kort svar:**" in foerste


@pytest.mark.parametrize("sti", BOEKER, ids=lambda s: s.stem)
def test_the_stored_outputs_are_what_the_notebook_gives_today(sti: Path) -> None:
    lagret = json.loads(sti.read_text(encoding="utf-8"))
    kjoert = json.loads(json.dumps(_bygger().build_notatbok(sti)))

    def utdata(bok: dict[str, Any]) -> list[list[dict[str, Any]]]:
        return [
            [
                {
                    "tekst": "".join(u.get("text", "")),
                    "data": {k: "".join(v) for k, v in u.get("data", {}).items()},
                }
                for u in c["outputs"]
            ]
            for c in bok["cells"]
            if c["cell_type"] == "code"
        ]

    assert utdata(kjoert) == utdata(lagret)
    assert any(utdata(lagret))
