"""The structures themselves: what each model is, its chart and its bodies."""

from __future__ import annotations

from collections.abc import Iterator

from analyse.modell.klassifisering import classify_modell
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell
from analyse.rapport.blokker import (
    Avsnitt,
    Bilde,
    Blokk,
    Celle,
    Navn,
    Ord,
    Overskrift,
    Punkter,
    Rekke,
    Tabell,
    Tall,
)
from analyse.rapport.innhold import del_
from analyse.rapport.sammendrag import modellnavn, referanse
from analyse.rapport.tallkilde import Tallkilde

ORGANKOLONNER = ("organ", "art", "medlemmer", "moeter_per_aar", "rett")


@del_("modeller")
def _modeller(kilde: Tallkilde) -> Iterator[Blokk]:
    """Yield each model under its own heading: what it is, its chart and its bodies."""
    for modell_id, modell in kilde.resultat.modeller.items():
        yield Overskrift(ord=modellnavn(kilde, modell_id))
        if modell.arketype:
            yield Avsnitt(ord=Ord(noekkel=f"modell.{modell.arketype}.beskrivelse"))
            for del_navn in ("styrker", "svakheter"):
                tekst = Ord(noekkel=f"modell.{modell.arketype}.{del_navn}")
                yield Avsnitt(ord=Ord(noekkel=f"rapport.modell.{del_navn}", felter={"tekst": tekst}))
            yield from (Avsnitt(ord=Ord(noekkel=m)) for m in modell.merknader)
            yield Avsnitt(ord=Ord(noekkel="rapport.modell.arketype"))
        else:
            noekkel = "dagens" if modell_id == referanse(kilde) else "egen"
            yield Avsnitt(ord=Ord(noekkel=f"rapport.modell.{noekkel}"))
            yield from _etter_rettighetene(modell)
        yield Bilde(slag="orgkart", modell=modell_id)
        if modell_id != referanse(kilde):
            yield Bilde(slag="strukturdiff", modell=modell_id)
        if modell.saksganger:
            yield Bilde(slag="saksflyt", modell=modell_id)
        yield _organtabell(kilde, modell_id)


def _etter_rettighetene(modell: Styringsmodell) -> Iterator[Blokk]:
    """Yield what a structure is by its rights, and what its names would not lead one to expect."""
    funnet = classify_modell(modell)
    deler = tuple(Ord(noekkel=f"modell.{a}.navn") for a in (funnet.arketype, *funnet.overbygninger))
    yield Avsnitt(ord=Ord(noekkel="rapport.modell.etter_rettighetene", felter={"modell": Rekke(ord=deler)}))
    if funnet.uvanlig:
        navn = {o.id: o.navn for o in modell.organer}
        yield Punkter(
            punkter=tuple(
                Ord(noekkel=f"modell.uvanlig.{u.noekkel}", felter={"organ": Navn(tekst=navn[u.organ_id])})
                for u in funnet.uvanlig
            )
        )


def _medlemmer(organ: Organ, modell_id: str, grunnlag: str) -> Celle:
    if organ.medlemmer is None:
        return Ord(noekkel="rapport.modell.ikke_oppgitt")
    return Tall(
        id=f"o_{modell_id}__{organ.id}__medlemmer",
        verdi=organ.medlemmer,
        enhet="medlemmer",
        grunnlag=grunnlag,
    )


def _rett(organ: Organ) -> Celle:
    svar = {True: "vedtar", False: "vedtar_ikke", None: "ikke_oppgitt"}[
        True if organ.art == "kommunestyre" else organ.vedtaksrett
    ]
    return Ord(noekkel=f"rapport.modell.{svar}")


def _organtabell(kilde: Tallkilde, modell_id: str) -> Tabell:
    modell = kilde.resultat.modeller[modell_id]
    grunnlag = "oppgitt" if modell_id == referanse(kilde) else "beregnet"
    if kilde.resultat.prosjekt.kommune.oppdiktet:
        grunnlag = "oppdiktet"
    folkevalgte = tuple(organ for organ in modell.organer if organ.er_folkevalgt)
    return Tabell(
        id=f"organ_{modell_id}",
        tittel=Ord(noekkel="rapport.modell.organtabell", felter={"modell": modellnavn(kilde, modell_id)}),
        kolonner=tuple(Ord(noekkel=f"rapport.kolonne.{k}") for k in ORGANKOLONNER),
        rader=tuple(
            (
                Navn(tekst=organ.navn),
                Ord(noekkel=f"begrep.art.{organ.art}"),
                _medlemmer(organ, modell_id, grunnlag),
                kilde.finn(modell_id, "moeter_per_aar", dimensjon="organ", element=organ.id),
                _rett(organ),
            )
            for organ in folkevalgte
        ),
        sumrad=(
            Ord(noekkel="rapport.modell.sum"),
            None,
            Tall(
                id=f"o_{modell_id}__plasser",
                verdi=modell.antall_plasser,
                enhet="medlemmer",
                grunnlag=grunnlag,
                er_minst=any(o.medlemmer is None for o in folkevalgte),
            ),
            kilde.finn(modell_id, "moeter_per_aar"),
            None,
        ),
        sum_kolonner=(2, 3),
        note=Ord(noekkel="rapport.modell.organnote"),
    )
