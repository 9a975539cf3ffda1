"""Is the project's input fit for use? Every error and warning of every file, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analyse.grunn.feil import Funn, StyreformFeil
from analyse.inntak.prosjekt import read_prosjekt
from analyse.inntak.rekkefoelge import build_leserekkefoelge
from analyse.oppdrag.lov import build_brudd
from analyse.oppdrag.modeller import build_modeller, tekst_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontrollsvar:
    """What a check found, and the exit code it calls for."""

    feil: tuple[Funn, ...] = ()
    advarsler: tuple[Funn, ...] = ()
    lov: tuple[Mapping[str, str], ...] = ()
    exit_kode: int = 0

    @property
    def alle(self) -> tuple[Funn, ...]:
        """Return errors and warnings together, as the reader meets them."""
        return tuple(build_leserekkefoelge([*self.feil, *self.advarsler]))


def check_prosjekt(mappe: Path | str, spraak: str | None = None) -> Kontrollsvar:
    """Return every error and warning of a project; exit code 2 for errors, 3 where a file is hostile.

    Where the input can be used, its own structures are held against the law too: exit code 1 for a breach.

    The models that prosjekt.toml asks for are built too: an id that is none would stop the comparison.
    """
    advarsler: tuple[Funn, ...] = ()
    try:
        prosjekt = read_prosjekt(mappe)
        advarsler = prosjekt.advarsler
        build_modeller(prosjekt)
    except StyreformFeil as feil:
        advarsler += tuple(f for f in feil.funn if f.alvor == "advarsel")
        alvorlige = tuple(f for f in feil.funn if f.alvor != "advarsel")
        return Kontrollsvar(feil=alvorlige, advarsler=advarsler, exit_kode=feil.exit_kode)
    egne = [prosjekt.dagens, *prosjekt.alternativer.values()]
    lov = tuple(build_brudd(prosjekt, egne, tekst_for(prosjekt, spraak)))
    return Kontrollsvar(advarsler=advarsler, lov=lov, exit_kode=1 if lov else 0)
