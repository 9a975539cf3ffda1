"""Which structures are set side by side? Today's, the municipality's own and fitted archetypes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from analyse.grunn.feil import BrukFeil, Funn, vis_verdi
from analyse.grunn.feiltekst import naermeste
from analyse.grunn.tekst import Tekst
from analyse.inntak.arketyper import read_arketyper, read_sektorer
from analyse.inntak.modellfil import read_modellfil
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.tilpasning import build_fra_arketype

ANTALL_ALTERNATIVER = 3  # kontrakt: without --modeller, today's and three archetypes


def tekst_for(prosjekt: Prosjekt, spraak: str | None = None) -> Tekst:
    """Return the words of a language for the project's place, with its own words."""
    return Tekst(spraak or prosjekt.valg.spraak, prosjekt.kommune.nivaa, prosjekt.valg.ord)


def build_modeller(
    prosjekt: Prosjekt, ider: Sequence[str] = (), spraak: str | None = None
) -> dict[str, Styringsmodell]:
    """Return the models to compare by id, today's first.

    Parameters
    ----------
    ider : ids of own models or archetypes, or paths of model files; empty: those of prosjekt.toml, else
        the own alternatives, else archetypes. An own model wins over an archetype of the same id.

    Raises
    ------
    BrukFeil : an id that is neither, or two different models with one id.
    """
    tekst = tekst_for(prosjekt, spraak)
    arketyper = read_arketyper()
    valgt = list(ider) or list(prosjekt.valg.modeller) or list(prosjekt.alternativer)
    valgt = valgt or list(arketyper)[:ANTALL_ALTERNATIVER]
    modeller: dict[str, Styringsmodell] = {prosjekt.dagens.id: prosjekt.dagens}
    funn: list[Funn] = []
    for navn in valgt:
        modell = _finn(navn, prosjekt, tekst)
        if modell is None:
            kjente = [*modeller, *prosjekt.alternativer, *arketyper]
            felter = {
                "funnet": vis_verdi(navn),
                "lovlige": ", ".join(dict.fromkeys(kjente)),
                "naermeste": naermeste(navn, kjente),
            }
            funn.append(Funn(kode="BR-010", sted="modeller", felter=felter))
        elif modeller.setdefault(modell.id, modell) != modell:
            funn.append(Funn(kode="IN-073", sted=vis_verdi(navn), felter={"funnet": modell.id}))
    if funn:
        raise BrukFeil(funn)
    return modeller


def _finn(navn: str, prosjekt: Prosjekt, tekst: Tekst) -> Styringsmodell | None:
    if navn == prosjekt.dagens.id:
        return prosjekt.dagens
    if navn in prosjekt.alternativer:
        return prosjekt.alternativer[navn]
    if navn.endswith(".toml"):
        return read_modellfil(Path(navn), navn, list(prosjekt.kommune.mandater)).modell
    if navn not in read_arketyper():
        return None
    return build_fra_arketype(read_arketyper()[navn], prosjekt.dagens, read_sektorer(), tekst)
