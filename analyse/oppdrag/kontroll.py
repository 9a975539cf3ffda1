"""Is the project's input fit for use? Every error and warning of every file, all at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from analyse.grunn.feil import Funn, StyreformFeil
from analyse.inntak.prosjekt import read_prosjekt
from analyse.oppdrag.modeller import build_modeller


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontrollsvar:
    """What a check found, and the exit code it calls for."""

    feil: tuple[Funn, ...] = ()
    advarsler: tuple[Funn, ...] = ()
    exit_kode: int = 0


def check_prosjekt(mappe: Path | str) -> Kontrollsvar:
    """Return every error and warning of a project; exit code 2 for errors, 3 where a file is hostile.

    The models that prosjekt.toml asks for are built too: an id that is none would stop the comparison.
    """
    advarsler: tuple[Funn, ...] = ()
    try:
        prosjekt = read_prosjekt(mappe)
        advarsler = prosjekt.advarsler
        build_modeller(prosjekt)
    except StyreformFeil as feil:
        return Kontrollsvar(feil=feil.funn, advarsler=advarsler, exit_kode=feil.exit_kode)
    return Kontrollsvar(advarsler=advarsler)
