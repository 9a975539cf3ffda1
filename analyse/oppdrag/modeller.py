"""Which structures are set side by side? Today's, the municipality's own and fitted archetypes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from analyse.grunn.feil import BrukFeil, Funn, vis_verdi
from analyse.grunn.feiltekst import naermeste
from analyse.grunn.tekst import Tekst
from analyse.inntak.arketyper import read_arketyper
from analyse.inntak.modellfil import read_modellfil
from analyse.modell.klassifisering import classify_modell
from analyse.modell.organ import Opplysning
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.sakstype import read_lovbundet, read_sektorer
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.tilpasning import Sted, build_fra_arketype

ANTALL_ALTERNATIVER = 3  # without --modeller, today's and three archetypes


def tekst_for(prosjekt: Prosjekt, spraak: str | None = None) -> Tekst:
    """Return the words of a language for the project's place, with its own words."""
    return Tekst(spraak or prosjekt.valg.spraak, prosjekt.kommune.nivaa, prosjekt.valg.ord)


def foreslaatte(prosjekt: Prosjekt) -> list[str]:
    """Return the ids compared when nobody chose: own alternatives, filled up to three with archetypes.

    Archetypes come in their own order: those that suit the size and are not what today's model is. One that
    only suits large places goes before one that suits all, or a county would never be shown it.
    """
    dagens = classify_modell(prosjekt.dagens)
    kjent = {dagens.arketype, *dagens.overbygninger, *prosjekt.alternativer}
    passer = [
        a
        for a in read_arketyper().values()
        if a.id not in kjent and prosjekt.kommune.innbyggere >= a.tilbys.minst_innbyggere
    ]
    ledige = max(0, ANTALL_ALTERNATIVER - len(prosjekt.alternativer))
    valgt = sorted(passer, key=lambda a: -a.tilbys.minst_innbyggere)[:ledige]
    return [*prosjekt.alternativer, *(a.id for a in passer if a in valgt)]


def build_modeller(
    prosjekt: Prosjekt, ider: Sequence[str] = (), spraak: str | None = None
) -> dict[str, Styringsmodell]:
    """Return the models to compare by id, today's first.

    Parameters
    ----------
    ider : ids of own models or archetypes, or paths of model files; empty: those of prosjekt.toml, else
        `foreslaatte`. An own model wins over an archetype of the same id.

    Raises
    ------
    BrukFeil : an id that is neither, or two different models with one id.
    """
    tekst = tekst_for(prosjekt, spraak)
    arketyper = read_arketyper()
    valgt = list(ider) or list(prosjekt.valg.modeller) or foreslaatte(prosjekt)
    modeller: dict[str, Styringsmodell] = {prosjekt.dagens.id: prosjekt.dagens}
    funn: list[Funn] = []
    for navn in valgt:
        modell = build_modell(navn, prosjekt, tekst)
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


def build_modell(navn: str, prosjekt: Prosjekt, tekst: Tekst) -> Styringsmodell | None:
    """Return the model a name means in a project: an own one, a file's or an archetype; None where none."""
    if navn == prosjekt.dagens.id:
        return prosjekt.dagens
    if navn in prosjekt.alternativer:
        return prosjekt.alternativer[navn]
    if navn.endswith(".toml"):
        return read_modellfil(Path(navn), navn, list(prosjekt.kommune.mandater)).modell
    dagens = prosjekt.dagens
    if navn in prosjekt.valg.kommunestyremoeter:
        dagens = with_kommunestyremoeter(dagens, prosjekt.valg.kommunestyremoeter[navn], tekst)
    return build_arketype(navn, dagens, prosjekt.kommune.innbyggere, tekst)


def with_kommunestyremoeter(dagens: Styringsmodell, moeter: int, tekst: Tekst) -> Styringsmodell:
    """Return the structure with the council's meetings a year set by choice: a lever, without a range."""
    organ = dagens.kommunestyret
    kilde = tekst("modell.antatt_som.valg")
    opplysninger = {**organ.opplysninger, "moeter_per_aar": Opplysning(grunnlag="forutsatt", kilde=kilde)}
    endret = replace(organ, moeter_per_aar=moeter, moetedatoer=(), opplysninger=opplysninger)
    return dagens.with_organ(endret)


def build_arketype(navn: str, dagens: Styringsmodell, innbyggere: int, tekst: Tekst) -> Styringsmodell | None:
    """Return an archetype fitted to a structure and its inhabitants; None where there is none of the name."""
    if navn not in read_arketyper():
        return None
    sted = Sted(
        dagens=dagens,
        innbyggere=innbyggere,
        sektor_av=read_sektorer(),
        lovbundet=read_lovbundet(),
        ord_=tekst,
    )
    return build_fra_arketype(read_arketyper()[navn], sted)
