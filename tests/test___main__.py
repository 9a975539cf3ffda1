"""Can the command be run as a module, where the folder of scripts is not on the path?"""

from __future__ import annotations

from collections.abc import Callable
from subprocess import CompletedProcess

Kjoer = Callable[..., CompletedProcess[str]]


def test_the_module_is_the_command(kjoer: Kjoer) -> None:
    som_modul, som_kommando = kjoer("-m", "analyse", "--help"), kjoer("styreform", "--help")
    assert (som_modul.returncode, som_modul.stdout) == (0, som_kommando.stdout)


def test_importing_it_runs_nothing(kjoer: Kjoer) -> None:
    assert kjoer("-c", "import analyse.__main__").stdout == ""
