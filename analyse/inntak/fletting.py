"""Returned workbooks of a project made into one: what one of them answers stands, disagreement is told.

Rows are matched by what tells them apart (`noekkel` of the sheet); the nth row of a key meets the nth of the
other. "vet ikke" is an answer, but yields to any other; our own assumption yields to what a person answered.
Nobody's answer is preferred: where two differ, the first stands in the result and the finding names both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from analyse.grunn.feil import Funn, vis_verdi
from analyse.inntak.arbeidsbok import read_arbeidsbok
from analyse.inntak.arkdefinisjon import Ark, arkene, normaliser
from analyse.inntak.arkleser import Lesing
from analyse.inntak.celle import er_vet_ikke
from analyse.inntak.fra_arbeidsbok import FORUTSATT

Radnoekkel = tuple[str, ...]
_GRUNNLAG = "grunnlag"
# What one workbook lacks, the other may have: only what a cell holds is a fault before they are merged.
_MANGLER = ("IN-011", "IN-041")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fletting:
    """The merged rows, ready for `write_arbeidsbok`, and where they disagree or cannot be read."""

    rader: Mapping[str, list[dict[str, Any]]]
    funn: tuple[Funn, ...] = ()


@dataclass(slots=True)
class _Rad:
    """A row being merged: the value of each column as typed, as read, and the cell it came from."""

    skrevet: dict[str, Any] = field(default_factory=dict)
    lest: dict[str, Any] = field(default_factory=dict)
    sted: dict[str, str] = field(default_factory=dict)


def read_flettet(boeker: Sequence[Path], navn: Sequence[str] | None = None) -> Fletting:
    """Return workbooks as one.

    Parameters
    ----------
    boeker : in the order in which their answers stand. navn : what messages call the files.

    Raises
    ------
    UgyldigeData, FarligFil : one of them is missing or no sound workbook.
    """
    navnene = navn or [str(bok) for bok in boeker]
    lesinger = [read_arbeidsbok(sti, n) for sti, n in zip(boeker, navnene, strict=True)]
    funn = [f for lesing in lesinger for f in lesing.funn if f.kode not in _MANGLER]
    rader: dict[str, list[dict[str, Any]]] = {}
    for ark in arkene():
        flettet: dict[Radnoekkel, _Rad] = {}
        for noekkel, rad in (par for lesing in lesinger for par in _rader(lesing, ark)):
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
    foer = replace(rad, skrevet=dict(rad.skrevet), lest=dict(rad.lest))
    for kolonne, verdi in annen.skrevet.items():
        egen = foer.skrevet.get(kolonne)
        antatt, annen_antatt = _antatt(foer, kolonne), _antatt(annen, kolonne)
        if _er_merke(kolonne) and annen_antatt and not antatt and not _fyller_hull(foer, annen, kolonne):
            continue
        if egen is None or (er_vet_ikke(egen) and not er_vet_ikke(verdi)) or (antatt and not annen_antatt):
            rad.skrevet[kolonne], rad.lest[kolonne] = verdi, annen.lest[kolonne]
            rad.sted[kolonne] = annen.sted[kolonne]
        elif er_vet_ikke(verdi) or (annen_antatt and not antatt):
            continue
        elif _som_svar(annen.lest[kolonne]) != _som_svar(foer.lest[kolonne]):
            felter = {
                "funnet": vis_verdi(egen),
                "annet": vis_verdi(verdi),
                "annen": annen.sted[kolonne],
            }
            yield Funn(kode="IN-095", sted=rad.sted[kolonne], felter=felter)


def _er_merke(kolonne: str) -> bool:
    return kolonne.endswith(_GRUNNLAG)


def _antatt(rad: _Rad, kolonne: str) -> bool:
    """Return whether the cell, or the row it stands in, is marked as our assumption."""
    merke = kolonne if _er_merke(kolonne) else f"{kolonne}.{_GRUNNLAG}"
    return bool(rad.lest.get(merke, rad.lest.get(_GRUNNLAG)) == FORUTSATT)


def _fyller_hull(rad: _Rad, annen: _Rad, merke: str) -> bool:
    """Return whether something the mark speaks of is answered in the other row only."""
    gjelder = [merke.removesuffix(f".{_GRUNNLAG}")] if "." in merke else annen.skrevet
    return any(k not in rad.skrevet for k in gjelder if not _er_merke(k))


def _som_svar(verdi: Any) -> Any:
    return normaliser(verdi) if isinstance(verdi, str) else verdi
