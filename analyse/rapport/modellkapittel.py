"""The structures themselves: what each model is, its chart and its bodies."""

from __future__ import annotations

from collections.abc import Iterator

from analyse.modell.organ import Organ
from analyse.rapport.blokker import Avsnitt, Blokk, Celle, Navn, Ord, Organkart, Overskrift, Tabell, Tall
from analyse.rapport.innhold import del_
from analyse.rapport.sammendrag import modellnavn, referanse
from analyse.rapport.tallkilde import Tallkilde

ORGANKOLONNER = ("organ", "art", "medlemmer", "moeter_per_aar", "rett")


@del_("modellbeskrivelser")
def _beskrivelser(kilde: Tallkilde) -> Iterator[Blokk]:
    for modell_id, modell in kilde.resultat.modeller.items():
        yield Overskrift(ord=modellnavn(kilde, modell_id))
        if modell.arketype:
            for del_navn in ("beskrivelse", "styrker", "svakheter"):
                yield Avsnitt(ord=Ord(noekkel=f"modell.{modell.arketype}.{del_navn}"))
            yield Avsnitt(ord=Ord(noekkel="rapport.modell.arketype"))
        else:
            noekkel = "dagens" if modell_id == referanse(kilde) else "egen"
            yield Avsnitt(ord=Ord(noekkel=f"rapport.modell.{noekkel}"))
        yield Organkart(modell=modell)


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
    if not organ.er_folkevalgt:
        return None
    svar = {True: "vedtar", False: "vedtar_ikke", None: "ikke_oppgitt"}[
        True if organ.art == "kommunestyre" else organ.vedtaksrett
    ]
    return Ord(noekkel=f"rapport.modell.{svar}")


@del_("organtabeller")
def _organtabeller(kilde: Tallkilde) -> Iterator[Blokk]:
    for modell_id, modell in kilde.resultat.modeller.items():
        grunnlag = "oppgitt" if modell_id == referanse(kilde) else "beregnet"
        if kilde.resultat.prosjekt.kommune.oppdiktet:
            grunnlag = "oppdiktet"
        yield Tabell(
            id=f"organ_{modell_id}",
            tittel=Ord(noekkel="rapport.modell.organtabell", felter={"modell": modellnavn(kilde, modell_id)}),
            kolonner=tuple(Ord(noekkel=f"rapport.kolonne.{k}") for k in ORGANKOLONNER),
            rader=tuple(
                (
                    Navn(tekst=organ.navn),
                    Ord(noekkel=f"inntak.valg.{organ.art}"),
                    _medlemmer(organ, modell_id, grunnlag),
                    kilde.finn(modell_id, "moeter_per_aar", dimensjon="organ", element=organ.id),
                    _rett(organ),
                )
                for organ in modell.organer
                if organ.er_folkevalgt
            ),
            sumrad=(
                Ord(noekkel="rapport.modell.sum"),
                None,
                Tall(
                    id=f"o_{modell_id}__plasser",
                    verdi=modell.antall_plasser,
                    enhet="medlemmer",
                    grunnlag=grunnlag,
                    er_minst=any(o.medlemmer is None for o in modell.organer if o.er_folkevalgt),
                ),
                kilde.finn(modell_id, "moeter_per_aar"),
                None,
            ),
            sum_kolonner=(2, 3),
            note=Ord(noekkel="rapport.modell.organnote"),
        )
