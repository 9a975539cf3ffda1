"""Two returned workbooks of a project made into one: what either answers stands, disagreement is told.

Rows are matched by what tells them apart (`noekkel` of the sheet); the nth row of a key meets the nth of the
other. "vet ikke" is an answer, but yields to any other. Nobody's answer is preferred: where two differ, the
first stands in the result and the finding names both cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analyse.grunn.feil import Funn, vis_verdi
from analyse.inntak.arbeidsbok import read_arbeidsbok
from analyse.inntak.arkdefinisjon import Ark, arkene, normaliser
from analyse.inntak.arkleser import Lesing
from analyse.inntak.celle import er_vet_ikke

Radnoekkel = tuple[str, ...]
# What one workbook lacks, the other may have: only what a cell holds is a fault before they are merged.
_MANGLER = ("IN-011", "IN-041")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fletting:
    """The merged rows, ready for `write_arbeidsbok`, and where the two disagree or cannot be read."""

    rader: Mapping[str, list[dict[str, Any]]]
    funn: tuple[Funn, ...] = ()


@dataclass(slots=True)
class _Rad:
    """A row being merged: the value of each column as typed, as read, and the cell it came from."""

    skrevet: dict[str, Any] = field(default_factory=dict)
    lest: dict[str, Any] = field(default_factory=dict)
    sted: dict[str, str] = field(default_factory=dict)


def read_flettet(foerste: Path, andre: Path, navn: tuple[str, str] | None = None) -> Fletting:
    """Return two workbooks as one.

    Parameters
    ----------
    navn : what messages call the files.

    Raises
    ------
    UgyldigeData, FarligFil : one of them is missing or no sound workbook.
    """
    navnene = navn or (str(foerste), str(andre))
    lesinger = [read_arbeidsbok(sti, n) for sti, n in zip((foerste, andre), navnene, strict=True)]
    funn = [f for lesing in lesinger for f in lesing.funn if f.kode not in _MANGLER]
    rader: dict[str, list[dict[str, Any]]] = {}
    for ark in arkene():
        flettet = dict(_rader(lesinger[0], ark))
        for noekkel, rad in _rader(lesinger[1], ark):
            if noekkel in flettet:
                funn += _flett(flettet[noekkel], rad)
            else:
                flettet[noekkel] = rad
        rader[ark.id] = [rad.skrevet for rad in flettet.values()]
    return Fletting(rader=rader, funn=tuple(funn))


def _rader(lesing: Lesing, ark: Ark) -> Iterator[tuple[Radnoekkel, _Rad]]:
    """Yield each row of a sheet under its key and its number among those of the same key."""
    sett: dict[Radnoekkel, int] = {}
    for nr, verdier in enumerate(lesing.rader.get(ark.id, ())):
        rad = _Rad()
        for kolonne, verdi in verdier.items():
            raa = lesing.raa.get((ark.id, nr, kolonne))
            if raa is None:
                continue
            # a word of a list is kept as what it means, so that the result may be written in any language
            kjent = verdi is not None and ark.kolonne(kolonne).har_liste
            rad.skrevet[kolonne] = verdi if kjent else raa
            rad.lest[kolonne] = verdi
            rad.sted[kolonne] = lesing.sted(ark.id, nr, kolonne)
        deler = tuple(normaliser(str(verdier.get(k) or "")) for k in ark.noekkel)
        sett[deler] = sett.get(deler, 0) + 1
        yield (*deler, str(sett[deler])), rad


def _flett(rad: _Rad, annen: _Rad) -> Iterator[Funn]:
    """Take over what is answered in the other row only; yield what is answered in two ways."""
    for kolonne, verdi in annen.skrevet.items():
        egen = rad.skrevet.get(kolonne)
        if egen is None or (er_vet_ikke(egen) and not er_vet_ikke(verdi)):
            rad.skrevet[kolonne], rad.lest[kolonne] = verdi, annen.lest[kolonne]
            rad.sted[kolonne] = annen.sted[kolonne]
        elif not er_vet_ikke(verdi) and _som_svar(annen.lest[kolonne]) != _som_svar(rad.lest[kolonne]):
            felter = {
                "funnet": vis_verdi(egen),
                "annet": vis_verdi(verdi),
                "annen": annen.sted[kolonne],
            }
            yield Funn(kode="IN-095", sted=rad.sted[kolonne], felter=felter)


def _som_svar(verdi: Any) -> Any:
    return normaliser(verdi) if isinstance(verdi, str) else verdi
