"""What every test may ask for: how deep to go, a clean subprocess, the shared data beside the checkout.

`pytest` is the quick depth; `pytest --grundig` runs the full counts and the slow environments. Every count
stands in tests/omfang.toml, none in a test.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROT = Path(__file__).resolve().parent.parent
OMFANG = tomllib.loads((ROT / "tests" / "omfang.toml").read_text(encoding="utf-8"))
# The command as its console script runs it, but from any folder and whatever the script is called there.
KOMMANDO = "import sys; sys.argv[0] = 'styreform'; from analyse.cli import app; sys.exit(app())"

Kjoer = Callable[..., "subprocess.CompletedProcess[str]"]

# Workers and subprocesses start after this line, so a text file opened without an encoding warns there.
os.environ["PYTHONWARNDEFAULTENCODING"] = "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that chooses the full depth."""
    parser.addoption("--grundig", action="store_true", help="full counts and slow environments")


def _dybde(config: pytest.Config) -> str:
    return "grundig" if config.getoption("--grundig") else "rask"


def pytest_configure(config: pytest.Config) -> None:
    """Register one Hypothesis profile per depth and load the one asked for."""
    for dybde in ("rask", "grundig"):
        settings.register_profile(
            dybde,
            max_examples=OMFANG["hypothesis"][dybde],
            deadline=None,
            derandomize=dybde == "rask",
            print_blob=True,
            suppress_health_check=[HealthCheck.too_slow],
        )
    settings.load_profile(_dybde(config))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Hold back the tests marked grundig unless they are asked for."""
    if _dybde(config) == "grundig":
        return
    for test in items:
        if test.get_closest_marker("grundig"):
            test.add_marker(pytest.mark.skip(reason="runs with: pytest --grundig"))


@pytest.fixture(scope="session")
def rot() -> Path:
    """The project's root folder."""
    return ROT


@pytest.fixture(scope="session")
def omfang(pytestconfig: pytest.Config) -> Callable[[str], int]:
    """Give the count that tests/omfang.toml sets for a name at the chosen depth."""
    return lambda navn: int(OMFANG[navn][_dybde(pytestconfig)])


@pytest.fixture
def delt() -> Path:
    """The folder of shared data that is never copied into the project, where there is one."""
    if not os.environ.get("STYREFORM_DELT"):
        pytest.skip("STYREFORM_DELT is not set: the shared data folder is not on this machine")
    return Path(os.environ["STYREFORM_DELT"])


def rent_miljoe(**tillegg: str) -> dict[str, str]:
    """Return the environment of a subprocess: no STYREFORM_ settings, no UTF-8 mode, encoding warnings on."""
    miljoe = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith("STYREFORM_")}
    miljoe.pop("PYTHONUTF8", None)
    return miljoe | {"PYTHONWARNDEFAULTENCODING": "1"} | tillegg


@pytest.fixture(scope="session")
def kjoer() -> Kjoer:
    """Run Python in a clean subprocess: `kjoer("-m", "ruff", "check")` or `kjoer("styreform", "demo")`.

    Keywords: `mappe` (working folder, the project's root unless told), `python` (the interpreter), `miljoe`
    (extra variables), `tidsgrense` in seconds, `inn` (text on stdin). Output is read as UTF-8. A warning
    about a text file that the package opens without an encoding fails the test.
    """

    def kjoer_(
        *argumenter: str,
        mappe: Path = ROT,
        python: str = sys.executable,
        miljoe: dict[str, str] | None = None,
        tidsgrense: float = 120,
        inn: str | None = None,
    ) -> subprocess.CompletedProcess[str]:
        if argumenter[0] == "styreform":
            argumenter = ("-c", KOMMANDO, *argumenter[1:])
        svar = subprocess.run(
            [python, *argumenter],
            cwd=mappe,
            env=rent_miljoe(**{"PYTHONPATH": str(ROT)} | (miljoe or {})),
            timeout=tidsgrense,
            input=inn,
            stdin=subprocess.DEVNULL if inn is None else None,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        egne = [
            linje
            for linje in svar.stderr.splitlines()
            if "EncodingWarning" in linje and linje.startswith(f"{ROT / 'analyse'}{os.sep}")
        ]
        assert not egne, f"a text file is opened without an encoding: {egne}"
        return svar

    return kjoer_
