"""Do the tools agree? Formatting and lint by ruff, types by mypy --strict, layers by import-linter.

Each tool runs as anyone would run it, on the settings of pyproject.toml; import-linter also on a copy with
planted breaches, to prove that it would notice.
"""

from __future__ import annotations

import shutil
import tomllib
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Kjoer = Callable[..., CompletedProcess[str]]
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@pytest.fixture(scope="module")
def kontrakter(rot: Path) -> dict[str, dict[str, Any]]:
    """The contracts of import-linter, by id."""
    oppsett = tomllib.loads((rot / "pyproject.toml").read_text(encoding="utf-8"))
    return {k["id"]: k for k in oppsett["tool"]["importlinter"]["contracts"]}


def _pakker(rot: Path) -> list[str]:
    return sorted(m.name for m in (rot / "analyse").iterdir() if (m / "__init__.py").is_file())


def test_the_code_is_formatted(kjoer: Kjoer) -> None:
    svar = kjoer("-m", "ruff", "format", "--check", "--quiet", ".")
    assert svar.returncode == 0, svar.stdout + svar.stderr


def test_ruff_finds_nothing(kjoer: Kjoer) -> None:
    svar = kjoer("-m", "ruff", "check", "--output-format", "concise", ".")
    assert svar.returncode == 0, svar.stdout


def test_the_types_hold(kjoer: Kjoer) -> None:
    svar = kjoer("-m", "mypy", tidsgrense=300)
    assert svar.returncode == 0, svar.stdout


def test_mypy_is_strict_about_the_whole_package(rot: Path) -> None:
    mypy = tomllib.loads((rot / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert (mypy["strict"], mypy["packages"]) == (True, ["analyse"])
    slakket = [o["module"] for o in mypy["overrides"] if set(o) - {"module", "ignore_missing_imports"}]
    assert slakket == []


def test_imports_go_one_way(kjoer: Kjoer, tmp_path: Path) -> None:
    svar = kjoer("-c", LINT_IMPORTS, "--cache-dir", str(tmp_path))
    assert svar.returncode == 0, svar.stdout


def test_a_warning_from_the_library_is_an_error_and_one_from_elsewhere_is_not() -> None:
    with pytest.raises(UserWarning, match="herfra"):
        warnings.warn_explicit("herfra", UserWarning, "x.py", 1, module="analyse.grunn.tekst")
    with pytest.warns(UserWarning, match="derfra"):
        warnings.warn_explicit("derfra", UserWarning, "x.py", 1, module="pandas")


def _navngitt(kontrakt: dict[str, Any]) -> Iterator[str]:
    yield from (n for felt in ("source_modules", "forbidden_modules") for n in kontrakt.get(felt, ()))


def test_every_package_that_stands_is_named_plainly_in_the_layers(
    rot: Path, kontrakter: dict[str, dict[str, Any]]
) -> None:
    lag = [navn.strip() for linje in kontrakter["lag"]["layers"] for navn in linje.split("|")]
    assert [p for p in _pakker(rot) if p not in lag] == []


def test_every_package_that_stands_is_named_plainly_in_what_is_forbidden(
    rot: Path, kontrakter: dict[str, dict[str, Any]]
) -> None:
    stjernet = {f"analyse.{p}.**" for p in _pakker(rot)}
    assert [(id_, n) for id_, k in kontrakter.items() for n in _navngitt(k) if n in stjernet] == []


def test_only_direct_imports_are_forbidden(kontrakter: dict[str, dict[str, Any]]) -> None:
    forbud = {id_: k for id_, k in kontrakter.items() if k["type"] == "forbidden"}
    assert [id_ for id_, k in forbud.items() if not k.get("allow_indirect_imports")] == []
    assert {"tegnere", "matplotlib", "openpyxl", "kontorfiler", "skrivere", "highspy", "nettjener"} <= set(
        forbud
    )


# contract → (module the breach is planted in, the line)
BRUDD = {
    "lag": ("modell/parti.py", "from analyse.inntak import toml"),
    "rotpakken": ("modell/parti.py", "import analyse"),
    "tegnere": ("figurer/__init__.py", "import analyse.valg.forholdsvalg"),
    "matplotlib": ("indikatorer/__init__.py", "import matplotlib"),
    "openpyxl": ("valg/forholdsvalg.py", "import openpyxl"),
    "kontorfiler": ("valg/forholdsvalg.py", "import docx"),
    "skrivere": ("inntak/celle.py", "import xlsxwriter"),
    "highspy": ("modell/parti.py", "import highspy"),
    "nettjener": ("oppdrag/__init__.py", "import fastapi"),
}


@pytest.fixture(scope="module")
def plantet(rot: Path, tmp_path_factory: pytest.TempPathFactory, kjoer: Kjoer) -> str:
    """The verdict of import-linter on a copy with one breach of each contract."""
    kopi = tmp_path_factory.mktemp("plantet")
    shutil.copytree(rot / "analyse", kopi / "analyse", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(rot / "pyproject.toml", kopi)
    for id_, (fil, linje) in BRUDD.items():
        with (kopi / "analyse" / fil).open("a", encoding="utf-8") as modul:
            modul.write(f"\n\ndef plantet_{id_}() -> None:\n    {linje}\n")
    bred = {"PYTHONPATH": str(kopi), "COLUMNS": "200"}  # the verdict stands on the line of the name
    svar = kjoer("-c", LINT_IMPORTS, "--no-cache", mappe=kopi, miljoe=bred)
    assert svar.returncode == 1, svar.stdout
    return svar.stdout


@pytest.mark.parametrize("id_", BRUDD)
def test_a_planted_breach_breaks_the_contract(
    plantet: str, kontrakter: dict[str, dict[str, Any]], id_: str
) -> None:
    assert f"{kontrakter[id_]['name']} BROKEN" in plantet


def test_every_contract_about_what_stands_has_its_planted_breach(
    kontrakter: dict[str, dict[str, Any]],
) -> None:
    uproevd = {id_ for id_ in kontrakter if id_ not in BRUDD}
    venter = {id_ for id_ in uproevd if all("**" in n for n in kontrakter[id_].get("source_modules", [""]))}
    assert sorted(uproevd - venter) == []
