"""What changes from one structure to another, and with a project what that does to the measurements.

A model is named by a path, an id of the project or an archetype's id. Without a project an archetype is
fitted to the municipality of the other model's file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from analyse.grunn.feil import BrukFeil, Funn, vis_verdi
from analyse.grunn.feiltekst import naermeste
from analyse.grunn.tekst import STANDARD_SPRAAK, Tekst
from analyse.indikatorer.maaling import measure
from analyse.indikatorer.sammenligning import compare_maalinger
from analyse.inntak.arketyper import read_arketyper
from analyse.inntak.modellfil import Modellfil, read_modellfil
from analyse.inntak.prosjekt import read_prosjekt
from analyse.modell.diff import Strukturdiff, compare_modeller
from analyse.modell.maalinger import som_rader
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.styringsmodell import Styringsmodell
from analyse.oppdrag.modeller import build_arketype, build_modell, tekst_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Diffsvar:
    """A difference, the words of its place, and, with a project, how the measurements differ."""

    diff: Strukturdiff
    tekst: Tekst
    maalinger: tuple[dict[str, Any], ...] = ()
    er_maalt: bool = False


def compare_strukturer(
    foer: str, etter: str, mappe: Path | str | None = None, spraak: str | None = None
) -> Diffsvar:
    """Return what changes from one named model to another.

    Parameters
    ----------
    mappe : the project whose ids may be used, and whose facts the measurements rest on.

    Raises
    ------
    BrukFeil : a model that does not exist, or an archetype with no municipality to be fitted to.
    UgyldigeData : every fault of a file.
    """
    if mappe is None:
        return _uten_prosjekt(foer, etter, spraak)
    prosjekt = read_prosjekt(mappe)
    tekst = tekst_for(prosjekt, spraak)
    modeller = [build_modell(navn, prosjekt, tekst) for navn in (foer, etter)]
    kjente = [prosjekt.dagens.id, *prosjekt.alternativer, *read_arketyper()]
    a, b = _check_funnet((foer, etter), modeller, kjente)
    return Diffsvar(
        diff=compare_modeller(a, b), tekst=tekst, maalinger=tuple(_maalinger(prosjekt, a, b)), er_maalt=True
    )


def _check_funnet(
    navn: tuple[str, str], modeller: list[Styringsmodell | None], kjente: list[str]
) -> tuple[Styringsmodell, Styringsmodell]:
    a, b = modeller
    if a is not None and b is not None:
        return a, b
    lovlige = ", ".join(dict.fromkeys(kjente))
    raise BrukFeil(
        Funn(
            kode="BR-010",
            sted="modeller",
            felter={"funnet": vis_verdi(n), "lovlige": lovlige, "naermeste": naermeste(n, kjente)},
        )
        for n, modell in zip(navn, modeller, strict=True)
        if modell is None
    )


def _maalinger(prosjekt: Prosjekt, a: Styringsmodell, b: Styringsmodell) -> list[dict[str, Any]]:
    """Return the rows of differences; two structures under one id are told apart by the second's."""
    if a.id == b.id:
        b = replace(b, id=f"{b.id}_2")
    resultat = compare_maalinger(measure(prosjekt, {a.id: a, b.id: b}), mot=a.id)
    return [rad for rad in som_rader(resultat.maalinger) if rad["mot"] is not None]


def _uten_prosjekt(foer: str, etter: str, spraak: str | None) -> Diffsvar:
    filer: dict[str, Modellfil] = {
        n: read_modellfil(Path(n), n) for n in (foer, etter) if n.endswith(".toml")
    }
    kommune = next((f.kommune for f in filer.values() if f.kommune is not None), None)
    tekst = Tekst(spraak or STANDARD_SPRAAK, kommune.nivaa if kommune else "kommune")
    uten_sted = [n for n in (foer, etter) if n in read_arketyper() and kommune is None]
    if uten_sted:
        raise BrukFeil(
            Funn(kode="BR-014", sted="modeller", felter={"funnet": vis_verdi(n)}) for n in uten_sted
        )

    def finn(navn: str) -> Styringsmodell | None:
        if navn in filer:
            return filer[navn].modell
        grunn = next((f.modell for f in filer.values()), None)
        if kommune is None or grunn is None:
            return None
        return build_arketype(navn, grunn, kommune.innbyggere, tekst)

    a, b = _check_funnet((foer, etter), [finn(foer), finn(etter)], [*read_arketyper()])
    return Diffsvar(diff=compare_modeller(a, b), tekst=tekst)
