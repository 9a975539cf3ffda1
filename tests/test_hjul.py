"""Does the wheel work where there is no repository? Built twice, looked into, and the main job run from it.

In the quick depth the wheel is unpacked and run beside this interpreter's packages, with what is outside
the core blocked; `pytest --grundig` installs it in new environments on each Python it finds.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Kjoer = Callable[..., CompletedProcess[str]]
ROT = Path(__file__).resolve().parent.parent
UTENFOR_KJERNEN = (
    "docx",
    "pptx",
    "typst",
    "pypdf",
    "fastapi",
    "uvicorn",
    "httpx",
    "scipy",
    "pytest",
    "hypothesis",
)
# -I -S: no PYTHONPATH, no working folder, and no .pth file that could lead back to the repository.
FRA_HJULET = """
import json, sys
hjul, pakker, utenfor, argumenter = json.loads(sys.argv[1])
sys.path[:0] = [hjul]
sys.path += pakker
sys.modules.update(dict.fromkeys(utenfor))
sys.argv = ["styreform", *argumenter]
from analyse.cli import app
try:
    app()
finally:
    egne = [m for navn, m in list(sys.modules.items()) if navn.split(".")[0] == "analyse"]
    filer = [str(getattr(modul, "__file__", "")) for modul in egne]
    print(json.dumps([f for f in filer if f and not f.startswith(hjul)]), file=sys.stderr)
"""


def _bygg(kjoer: Kjoer, mappe: Path) -> Path:
    svar = kjoer(
        "-m",
        "hatchling",
        "build",
        "-t",
        "wheel",
        "-d",
        str(mappe),
        miljoe={"SOURCE_DATE_EPOCH": "1700000000"},
    )
    assert svar.returncode == 0, svar.stderr
    (hjul,) = mappe.glob("*.whl")
    return hjul


@pytest.fixture(scope="module")
def hjul(kjoer: Kjoer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the working copy."""
    return _bygg(kjoer, tmp_path_factory.mktemp("hjul"))


@pytest.fixture(scope="module")
def innhold(hjul: Path) -> set[str]:
    """The names in the wheel."""
    with zipfile.ZipFile(hjul) as arkiv:
        return set(arkiv.namelist())


def _avtrykk(filer: list[Path]) -> dict[str, str]:
    return {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in filer}


def _check_demo(svar: CompletedProcess[str], mappe: Path) -> list[Path]:
    assert svar.returncode == 0, svar.stderr
    dokument: dict[str, Any] = json.loads(svar.stdout)
    assert next(iter(dokument.items())) == ("skjema", "demo/1")
    filer = [mappe / f for f in dokument["filer"]]
    assert {f.suffix for f in filer} >= {".xlsx", ".html"}
    assert [f for f in filer if not f.is_file() or f.stat().st_size == 0] == []
    assert isinstance(dokument["sekunder"], int | float)
    return filer


def test_the_wheel_has_the_same_bytes_when_built_twice(kjoer: Kjoer, hjul: Path, tmp_path: Path) -> None:
    assert _bygg(kjoer, tmp_path).read_bytes() == hjul.read_bytes()


def test_every_module_data_file_and_template_is_in_the_wheel(innhold: set[str]) -> None:
    def _i(mappe: str) -> set[Path]:
        alle = (ROT / mappe).rglob("*")
        return {
            f for f in alle if f.is_file() and not {"__pycache__", "ut"} & set(f.parts) and f.name[0] != "."
        }

    ventet = {f.relative_to(ROT).as_posix() for f in _i("analyse")}
    ventet |= {f"analyse/_data/{f.relative_to(ROT / 'data').as_posix()}" for f in _i("data")}
    ventet |= {
        f"analyse/_maler/{f.relative_to(ROT / 'rapporter/maler').as_posix()}" for f in _i("rapporter/maler")
    }
    assert sorted(ventet - innhold) == []
    assert "analyse/py.typed" in innhold


def test_nothing_else_is_in_the_wheel(innhold: set[str]) -> None:
    fremmed = [n for n in innhold if not n.startswith("analyse/") and ".dist-info/" not in n]
    fremmed += [n for n in innhold if "__pycache__" in n or "/ut/" in n or Path(n).name.startswith(".")]
    assert sorted(fremmed) == []


def test_the_wheel_tells_its_name_licence_and_command(hjul: Path) -> None:
    with zipfile.ZipFile(hjul) as arkiv:
        (meta,) = (n for n in arkiv.namelist() if n.endswith("dist-info/METADATA"))
        mappe = meta.rpartition("/")[0]
        metadata = arkiv.read(meta).decode("utf-8")
        kommandoer = arkiv.read(f"{mappe}/entry_points.txt").decode("utf-8")
        assert f"{mappe}/licenses/LICENSE" in arkiv.namelist()
    assert {"Name: styreform", "License-Expression: Apache-2.0"} <= set(metadata.splitlines())
    assert "styreform = analyse.cli:app" in kommandoer


@pytest.fixture(scope="module")
def fra_hjulet(hjul: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., CompletedProcess[str]]:
    """Run the command from the unpacked wheel, in a folder of its own."""
    utpakket = tmp_path_factory.mktemp("utpakket")
    with zipfile.ZipFile(hjul) as arkiv:
        arkiv.extractall(utpakket)
    pakker = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})

    def _kjoer(mappe: Path, *argumenter: str) -> CompletedProcess[str]:
        innstilling = json.dumps([str(utpakket), pakker, UTENFOR_KJERNEN, argumenter])
        miljoe = {k: v for k, v in os.environ.items() if not k.startswith(("STYREFORM_", "PYTHON"))}
        return subprocess.run(
            [sys.executable, "-I", "-S", "-c", FRA_HJULET, innstilling],
            cwd=mappe, env=miljoe, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
            timeout=240, check=False,
        )  # fmt: skip

    return _kjoer


def test_the_main_job_runs_from_the_wheel_and_makes_the_same_files_as_the_checkout(
    fra_hjulet: Callable[..., CompletedProcess[str]], kjoer: Kjoer, tmp_path: Path
) -> None:
    borte, hjemme = tmp_path / "borte", tmp_path / "hjemme"
    for mappe in (borte, hjemme):
        mappe.mkdir()
    svar = fra_hjulet(borte, "demo", "--json", "--ut", "demo")
    fra_hjul = _check_demo(svar, borte)
    assert json.loads(svar.stderr.splitlines()[-1]) == [], "modules came from outside the wheel"
    fra_utsjekk = _check_demo(
        kjoer("styreform", "demo", "--json", "--ut", "demo", mappe=hjemme, tidsgrense=240), hjemme
    )
    felles = {f.name for f in fra_hjul}
    assert _avtrykk(fra_hjul) == _avtrykk([f for f in fra_utsjekk if f.name in felles])


def _tolk(versjon: str) -> str | None:
    """Return an interpreter of the version: this one, on the path, or among pyenv's."""
    if sys.version.startswith(f"{versjon}."):
        return sys.executable
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    kandidater = [
        shutil.which(f"python{versjon}"),
        *(str(p) for p in sorted(pyenv.glob(f"{versjon}.*/bin/python"))),
    ]
    for kandidat in (k for k in kandidater if k):
        svar = subprocess.run([kandidat, "--version"], capture_output=True, encoding="utf-8", check=False)
        if svar.stdout.startswith(f"Python {versjon}."):
            return kandidat
    return None


def _installer(tolk: str, hjul: Path, mappe: Path) -> Path:
    """Make an environment with the wheel and what it depends on, and return its folder of programs."""
    subprocess.run([tolk, "-m", "venv", str(mappe)], check=True, capture_output=True)
    programmer = mappe / ("Scripts" if sys.platform == "win32" else "bin")
    python = str(programmer / "python")
    uv = shutil.which("uv") or shutil.which("uv", path=sysconfig.get_path("scripts"))
    kommando = [uv, "pip", "install", "--python", python] if uv else [python, "-m", "pip", "install"]
    svar = subprocess.run(
        [*kommando, "--quiet", str(hjul)], capture_output=True, encoding="utf-8", check=False
    )
    assert svar.returncode == 0, svar.stderr
    return programmer


@pytest.mark.grundig
@pytest.mark.parametrize("versjon", ["3.11", "3.13"])
def test_the_installed_wheel_runs_the_main_job_on(versjon: str, hjul: Path, tmp_path: Path) -> None:
    tolk = _tolk(versjon)
    if tolk is None:
        pytest.skip(f"no Python {versjon} was found on the path or among pyenv's")
    programmer = _installer(tolk, hjul, tmp_path / "miljoe")
    arbeid = tmp_path / "arbeid"
    arbeid.mkdir()
    miljoe = {k: v for k, v in os.environ.items() if not k.startswith(("STYREFORM_", "PYTHON"))}
    svar = subprocess.run(
        [str(programmer / "styreform"), "demo", "--json"],
        cwd=arbeid, env=miljoe, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=600,
        check=False,
    )  # fmt: skip
    filer = _check_demo(svar, arbeid)
    assert {f.parent.name for f in filer} == {"styreform-demo"}
