"""Does .ci/run do what the README says, and nothing of its own?

It is run on a small README of the test's own, on a machine without fonts whose package tool installs nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROT = Path(__file__).resolve().parent.parent
KLOSS = re.compile(r"<!-- test -->\n```[a-z]*\n(.+?)\n```\n<!-- /test -->", re.DOTALL)
har_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash on this machine")


def _program(sti: Path, skall: str) -> None:
    sti.write_text(f"#!/bin/sh\n{skall}\n", encoding="utf-8")
    sti.chmod(0o755)


def _kjoer_ci(mappe: Path, readme: str, apt: int = 0) -> subprocess.CompletedProcess[str]:
    prosjekt, programmer = mappe / "prosjekt", mappe / "bin"
    (prosjekt / ".ci").mkdir(parents=True)
    programmer.mkdir()
    shutil.copy(ROT / ".ci" / "run", prosjekt / ".ci" / "run")
    (prosjekt / "README.md").write_text(readme, encoding="utf-8")
    # Nothing is installed by a test: the package tool only tells what it was asked for. There are no fonts.
    _program(programmer / "apt-get", f'echo "$*" >> "{mappe}/apt.txt"; exit {apt}')
    _program(programmer / "fc-list", "exit 0")
    miljoe = {k: v for k, v in os.environ.items() if k != "STYREFORM_DELT"}
    miljoe["PATH"] = f"{programmer}{os.pathsep}{miljoe['PATH']}"
    return subprocess.run(
        ["bash", str(prosjekt / ".ci" / "run")],
        cwd=mappe, env=miljoe, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def _readme(kommando: str) -> str:
    kloss = f"<!-- test -->\n```bash\n{kommando}\n```\n<!-- /test -->\n"
    return f"# Prøve\n```\nikke denne\n```\n{kloss}ikke dette\n"


def test_the_readme_has_one_test_command_that_does_its_own_set_up() -> None:
    funnet = KLOSS.findall((ROT / "README.md").read_text(encoding="utf-8"))
    assert len(funnet) == 1
    steg = [s.strip() for s in funnet[0].split("&&")]
    assert "venv" in steg[0]
    assert any("requirements.lock" in s for s in steg)
    assert steg[-1].split()[0].endswith("pytest")


def test_the_script_has_no_test_command_of_its_own() -> None:
    linjer = (ROT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [linje for linje in linjer if "pytest" in linje and not linje.startswith("#")] == []
    assert os.access(ROT / ".ci" / "run", os.X_OK)


@har_bash
@pytest.mark.parametrize("kode", [0, 1, 5])
def test_the_readmes_command_is_run_and_its_exit_code_and_last_line_are_the_scripts(
    tmp_path: Path, kode: int
) -> None:
    svar = _kjoer_ci(
        tmp_path, _readme(f'echo foerst && (echo "== $PYTHONWARNDEFAULTENCODING passed"; exit {kode})')
    )
    assert (svar.returncode, svar.stdout) == (kode, "foerst\n== 1 passed\n")


@har_bash
def test_a_step_that_fails_stops_the_rest(tmp_path: Path) -> None:
    svar = _kjoer_ci(tmp_path, _readme("false && echo aldri"))
    assert (svar.returncode, svar.stdout) == (1, "")


@har_bash
@pytest.mark.parametrize("finnes", [True, False])
def test_the_shared_data_are_pointed_at_where_they_are(tmp_path: Path, finnes: bool) -> None:
    if finnes:
        (tmp_path / "shared").mkdir()
    svar = _kjoer_ci(tmp_path, _readme('echo "${STYREFORM_DELT:-uten}"'))
    assert svar.stdout.strip() == (str(tmp_path / "shared") if finnes else "uten")


@har_bash
def test_a_readme_without_the_command_is_an_error_and_not_a_green_run(tmp_path: Path) -> None:
    svar = _kjoer_ci(tmp_path, "# Prøve\n")
    assert svar.returncode == 2
    assert "no command between" in svar.stderr


@har_bash
def test_kernels_are_warmed_after_the_set_up_and_before_the_tests(tmp_path: Path) -> None:
    (tmp_path / "prosjekt" / "analyse" / "kjerne").mkdir(parents=True)
    styreform = tmp_path / "prosjekt" / ".venv" / "bin" / "styreform"
    styreform.parent.mkdir(parents=True)
    _program(styreform, 'echo "styreform $1"')
    svar = _kjoer_ci(tmp_path, _readme("echo oppsett && echo tester"))
    assert svar.stdout.split("\n") == ["oppsett", "styreform varm", "oppsett", "tester", ""]


@har_bash
def test_what_the_machine_lacks_is_asked_for_quietly_after_an_update(tmp_path: Path) -> None:
    svar = _kjoer_ci(tmp_path, _readme("echo tester"))
    oppdatert, installert = (tmp_path / "apt.txt").read_text(encoding="utf-8").splitlines()
    assert oppdatert == "update -qq"
    assert "--no-install-recommends" in installert
    assert "fonts-crosextra-carlito" in installert
    assert (svar.returncode, svar.stdout) == (0, "tester\n")


@har_bash
def test_a_machine_that_cannot_be_made_ready_stops_and_says_what_it_lacks(tmp_path: Path) -> None:
    svar = _kjoer_ci(tmp_path, _readme("echo tester"), apt=100)
    assert (svar.returncode, svar.stdout) == (1, "")
    assert "could not install" in svar.stderr
    assert "fonts-crosextra-carlito" in svar.stderr
