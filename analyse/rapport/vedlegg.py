"""The back of the report: limits, definitions, sources, and what it takes to make it again."""

from __future__ import annotations

from collections.abc import Iterator

from analyse.modell.indikator import Indikator
from analyse.modell.tallform import ANDEL
from analyse.rapport.blokker import (
    Antall,
    Avsnitt,
    Blokk,
    Celle,
    Navn,
    Ord,
    Overskrift,
    Punkter,
    Tabell,
    Tall,
    Varsel,
)
from analyse.rapport.innhold import del_
from analyse.rapport.sammendrag import antall_sammenligninger, indikatornavn, modellnavn
from analyse.rapport.tallkilde import Tallkilde

ALLTID = ("ikke_prognose", "ikke_modellert", "beregnet_sammensetning", "merkbar_forskjell")


@del_("begrensninger")
def _begrensninger(kilde: Tallkilde) -> Iterator[Blokk]:
    resultat = kilde.resultat
    punkter = [Ord(noekkel=f"rapport.begrensning.{p}") for p in ALLTID]
    punkter.append(
        Ord(noekkel="rapport.begrensning.sammenligninger", felter={"antall": antall_sammenligninger(kilde)})
    )
    if resultat.prosjekt.sakslogg is not None:
        periode = resultat.prosjekt.loggperiode
        aar = (
            Navn(tekst="–".join(str(a) for a in dict.fromkeys(periode)))
            if periode
            else Ord(noekkel="rapport.saker.udatert")
        )
        noekkel = f"rapport.begrensning.sakslogg_{resultat.prosjekt.valg.dekning}"
        antall = Antall(id="antall_saker", verdi=resultat.prosjekt.antall_saker)
        punkter.append(Ord(noekkel=noekkel, felter={"antall": antall, "periode": aar}))
    if "oppdiktet" in set(resultat.maalinger["grunnlag"]):
        punkter.append(Ord(noekkel="rapport.begrensning.oppdiktet"))
    yield Punkter(punkter=tuple(punkter))


def _merkbar(indikator: Indikator) -> Celle:
    enhet = ANDEL if indikator.er_andel else indikator.enhet
    tall = Tall(
        id=f"merkbar_{indikator.id}", verdi=indikator.merkbar_forskjell, enhet=enhet, grunnlag="forutsatt"
    )
    noekkel = "andel" if indikator.er_andel else "tall"
    return Ord(noekkel=f"rapport.vedlegg.merkbar_{noekkel}", felter={"tall": tall})


@del_("varsler")
def _varsler(kilde: Tallkilde) -> Iterator[Blokk]:
    advarsler = kilde.resultat.prosjekt.advarsler
    if advarsler:
        yield Overskrift(ord=Ord(noekkel="rapport.begrensning.varsler"))
        yield from (Varsel(funn=funn) for funn in advarsler)


@del_("indikatorforklaringer")
def _indikatorer(kilde: Tallkilde) -> Iterator[Blokk]:
    yield Tabell(
        id="indikatorer",
        tittel=Ord(noekkel="rapport.vedlegg.indikatorer"),
        kolonner=tuple(
            Ord(noekkel=f"rapport.kolonne.{k}")
            for k in ("indikator", "definisjon", "kan_ikke_vise", "merkbar")
        ),
        rader=tuple(
            (
                indikatornavn(i),
                Ord(noekkel=f"indikator.{i}.definisjon"),
                Ord(noekkel=f"indikator.{i}.kan_ikke_vise"),
                _merkbar(kilde.resultat.indikatorer[i]),
            )
            for i in kilde.indikatorer()
        ),
    )


@del_("kilder")
def _kilder(kilde: Tallkilde) -> Iterator[Blokk]:
    yield Overskrift(ord=Ord(noekkel="rapport.vedlegg.kilder"))
    punkter: list[Ord] = []
    for modell_id, modell in kilde.resultat.modeller.items():
        if modell.kilde:
            felter = {"modell": modellnavn(kilde, modell_id), "kilde": Navn(tekst=modell.kilde)}
            punkter.append(Ord(noekkel="rapport.vedlegg.modellkilde", felter=felter))
    for organ in kilde.resultat.prosjekt.dagens.organer:
        kilder = dict.fromkeys([organ.kilde, *(o.kilde for o in organ.opplysninger.values())])
        if any(kilder):
            felter = {
                "modell": Navn(tekst=organ.navn),
                "kilde": Navn(tekst="; ".join(k for k in kilder if k)),
            }
            punkter.append(Ord(noekkel="rapport.vedlegg.modellkilde", felter=felter))
    yield (
        Punkter(punkter=tuple(punkter))
        if punkter
        else Avsnitt(ord=Ord(noekkel="rapport.vedlegg.uten_kilder"))
    )


@del_("opphav")
def _opphav(kilde: Tallkilde) -> Iterator[Blokk]:
    opphav = kilde.resultat.opphav
    yield Overskrift(ord=Ord(noekkel="rapport.vedlegg.opphav"))
    yield Avsnitt(
        ord=Ord(
            noekkel="rapport.vedlegg.opphav_tekst",
            felter={
                "versjon": Navn(tekst=opphav.kodeversjon),
                "fingeravtrykk": Navn(tekst=opphav.datafingeravtrykk[:16]),
                "froe": Navn(tekst=str(opphav.froe)),
                "trekk": Antall(id="antall_trekk", verdi=opphav.trekk),
                "dato": opphav.dato,
            },
        )
    )
