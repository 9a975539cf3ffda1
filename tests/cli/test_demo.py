"""Does the demo hand over the deliverables and say so?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Styreform = Callable[..., Any]


def test_the_demo_gives_the_files_and_the_seconds(styreform: Styreform, tmp_path: Path) -> None:
    svar = styreform("demo", "--ut", str(tmp_path), "--json")
    assert (svar.kode, svar.feil) == (0, "")
    assert list(svar.json) == ["skjema", "filer", "sekunder"]
    filer = [Path(f) for f in svar.json["filer"]]
    assert [f.name for f in filer] == ["levanger_evaluering_nb.xlsx", "levanger_evaluering_nb.html"]
    assert all(f.is_file() and f.parent == tmp_path for f in filer)
    assert 0 < svar.json["sekunder"] <= 20
    assert {f.name for f in tmp_path.iterdir()} == {f.name for f in filer} | {".skrevet.json"}


def test_the_language_of_the_environment_is_the_deliverables_too(
    styreform: Styreform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STYREFORM_SPRAAK", "nn")
    svar = styreform("demo", "--ut", str(tmp_path))
    assert svar.ut.splitlines()[:2] == [
        str(tmp_path / f"levanger_evaluering_nn.{e}") for e in ("xlsx", "html")
    ]
    assert svar.ut.splitlines()[2].startswith("Ferdig: 2 filer på ")


def test_paths_are_printed_as_they_were_given(
    styreform: Styreform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert styreform("demo").ut.splitlines()[0] == str(Path("styreform-demo/levanger_evaluering_nb.xlsx"))
