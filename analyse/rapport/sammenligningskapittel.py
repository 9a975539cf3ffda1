"""Model against model: the table of indicators with verdicts, and the same split by body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analyse.grunn.anslag import svakeste
from analyse.rapport.blokker import (
    Antall,
    Avsnitt,
    Bilde,
    Blokk,
    Celle,
    Felt,
    Navn,
    Ord,
    Punkter,
    Soyler,
    Tabell,
    Tall,
)
from analyse.rapport.innhold import del_
from analyse.rapport.sammendrag import (
    alternativer,
    antall_sammenligninger,
    indikatornavn,
    modellnavn,
    referanse,
)
from analyse.rapport.tallkilde import Tallkilde

VERDIKTER = ("forskjellig", "forskjellig_avhenger_av_atferd", "praktisk_like", "kan_ikke_skilles")


def _enhet(kilde: Tallkilde, indikator: str) -> Ord:
    return Ord(noekkel=f"begrep.enhet.{kilde.enhet(indikator)}")


def _verdikt(differanse: Tall | None) -> Celle:
    if differanse is None:
        return Ord(noekkel="rapport.sammenligning.bare_dagens")
    if differanse.verdikt is None:
        return Ord(noekkel="begrep.grunnlag.ikke_belyst")
    return Ord(noekkel=f"begrep.verdikt.{differanse.verdikt}")


def _med_verdikt(kilde: Tallkilde, modell: str, indikator: str) -> Tall | None:
    """Return a model's number carrying the verdict of its difference from today's."""
    tall, differanse = kilde.finn(modell, indikator), kilde.finn(modell, indikator, mot=referanse(kilde))
    return tall if tall is None or differanse is None else replace(tall, verdikt=differanse.verdikt)


@del_("oversikt")
def _oversikt(kilde: Tallkilde) -> Iterator[Blokk]:
    """Yield every headline figure under every model, side by side, where there are several alternatives."""
    if len(alternativer(kilde)) < 2:
        return
    modeller = (referanse(kilde), *alternativer(kilde))
    yield Tabell(
        id="oversikt",
        tittel=Ord(noekkel="rapport.sammenligning.oversikt"),
        kolonner=(
            *(Ord(noekkel=f"rapport.kolonne.{k}") for k in ("indikator", "enhet")),
            *(modellnavn(kilde, m) for m in modeller),
        ),
        rader=tuple(
            (indikatornavn(i), _enhet(kilde, i), *(_med_verdikt(kilde, m, i) for m in modeller))
            for i in kilde.indikatorer()
            if any(kilde.finn(m, i) is not None for m in alternativer(kilde))
        ),
        note=Ord(noekkel="rapport.sammenligning.oversiktnote"),
    )


@del_("sammenligningstabell")
def _sammenligning(kilde: Tallkilde) -> Iterator[Blokk]:
    dagens = referanse(kilde)
    yield Avsnitt(
        ord=Ord(noekkel="rapport.sammenligning.innledning", felter={"antall": antall_sammenligninger(kilde)})
    )
    for modell in alternativer(kilde):
        rader: list[tuple[Celle, ...]] = []
        for indikator in kilde.indikatorer():
            i_dag = kilde.finn(dagens, indikator)
            if i_dag is None:
                continue
            differanse = kilde.finn(modell, indikator, mot=dagens)
            rader.append(
                (
                    indikatornavn(indikator),
                    _enhet(kilde, indikator),
                    i_dag,
                    kilde.finn(modell, indikator),
                    differanse,
                    _verdikt(differanse),
                )
            )
        overskrifter = [Ord(noekkel=f"rapport.kolonne.{k}") for k in ("indikator", "enhet")]
        yield Tabell(
            id=f"sammenligning_{modell}",
            tittel=Ord(noekkel="rapport.sammenligning.tabell", felter={"modell": modellnavn(kilde, modell)}),
            kolonner=(
                *overskrifter,
                modellnavn(kilde, dagens),
                modellnavn(kilde, modell),
                Ord(noekkel="rapport.kolonne.differanse"),
                Ord(noekkel="rapport.kolonne.verdikt"),
            ),
            rader=tuple(rader),
            note=Ord(noekkel="rapport.sammenligning.note"),
        )


@del_("verdiktforklaring")
def _verdiktforklaring(_kilde: Tallkilde) -> Iterator[Blokk]:
    yield Avsnitt(ord=Ord(noekkel="rapport.verdikt.innledning"))
    yield Punkter(punkter=tuple(Ord(noekkel=f"rapport.verdikt.{v}") for v in VERDIKTER))


def _organnavn(kilde: Tallkilde, element: str) -> Navn:
    organ_id, _, _ = element.partition(".")
    navn = {o.id: o.navn for m in kilde.resultat.modeller.values() for o in m.organer}
    return Navn(tekst=navn[organ_id])


def _om_tallene(kilde: Tallkilde, indikator: str, elementer: Sequence[str]) -> Ord:
    """Return what the numbers of a chart rest on, and whether some of them are lower bounds."""
    tall = [
        t
        for m in kilde.resultat.modeller
        for e in elementer
        if (t := kilde.finn(m, indikator, dimensjon="organ", element=e)) is not None and t.verdi is not None
    ]
    noekkel = "om_minst" if any(t.er_minst for t in tall) else "om"
    felter: dict[str, Felt] = {
        "grunnlag": Ord(noekkel=f"begrep.grunnlag.{svakeste(t.grunnlag for t in tall)}")
    }
    return Ord(noekkel=f"rapport.per_organ.{noekkel}", felter=felter)


@del_("tabeller_per_organ")
def _per_organ(kilde: Tallkilde) -> Iterator[Blokk]:
    modeller = tuple(kilde.resultat.modeller)
    yield Avsnitt(ord=Ord(noekkel="rapport.per_organ.innledning"))
    for indikator in kilde.indikatorer():
        elementer = [
            e
            for e in kilde.elementer(indikator, "organ")
            if any(
                (t := kilde.finn(m, indikator, dimensjon="organ", element=e)) and t.verdi is not None
                for m in modeller
            )
        ]
        if not elementer:
            continue
        tabell_id = f"organ_{indikator}"
        felter: dict[str, Felt] = {"indikator": indikatornavn(indikator), "enhet": _enhet(kilde, indikator)}
        navnet_sier_enheten = indikator == kilde.enhet(indikator)
        tittel = Ord(
            noekkel=f"rapport.per_organ.{'tabell_uten_enhet' if navnet_sier_enheten else 'tabell'}",
            felter=felter,
        )
        yield Tabell(
            id=tabell_id,
            tittel=tittel,
            kolonner=(Ord(noekkel="rapport.kolonne.organ"), *(modellnavn(kilde, m) for m in modeller)),
            rader=tuple(
                (
                    _organnavn(kilde, e),
                    *(kilde.finn(m, indikator, dimensjon="organ", element=e) for m in modeller),
                )
                for e in elementer
            ),
        )
        yield Soyler(
            tabell=tabell_id,
            kolonner=tuple(range(1, len(modeller) + 1)),
            tittel=tittel,
            alt=Ord(
                noekkel="rapport.per_organ.alt",
                felter={
                    "indikator": indikatornavn(indikator),
                    "antall": Antall(id=f"antall_organ__{indikator}", verdi=len(elementer)),
                },
            ),
            om=_om_tallene(kilde, indikator, elementer),
            enhet=kilde.enhet(indikator),
        )


@del_("arbeid_og_overlapp")
def _arbeid(kilde: Tallkilde) -> Iterator[Blokk]:
    """Yield the pictures of workload, per body and per person, and of who sits where today."""
    dagens = referanse(kilde)
    if any(
        kilde.finn(dagens, "timer_per_plass", dimensjon="organ", element=e)
        for e in kilde.elementer("timer_per_plass", "organ")
    ):
        yield Bilde(slag="organarbeid", indikator="timer_per_plass")
    if kilde.finn(dagens, "timer_per_person_maks") is not None:
        yield Bilde(slag="personarbeid")
    if kilde.elementer("overlapp", "organpar"):
        yield Bilde(slag="overlapp", modell=dagens)


@del_("saker_i_dag")
def _saker(kilde: Tallkilde) -> Iterator[Blokk]:
    """Yield what the log shows of today's cases; a project without a log is told so."""
    dagens = referanse(kilde)
    samlet = kilde.finn(dagens, "behandlinger_per_sak")
    if samlet is None or samlet.verdi is None:
        yield Avsnitt(ord=Ord(noekkel="rapport.saker.uten_logg"))
        return
    yield Avsnitt(
        ord=Ord(
            noekkel="rapport.saker.innledning",
            felter={"verdi": samlet, "antall": Antall(id="antall_avgjorte_saker", verdi=samlet.n or 0)},
        )
    )
    yield Avsnitt(ord=Ord(noekkel=f"rapport.saker.dekning_{kilde.resultat.prosjekt.valg.dekning}"))
    rader = []
    for sakstype in kilde.elementer("behandlinger_per_sak", "sakstype"):
        tall = kilde.finn(dagens, "behandlinger_per_sak", dimensjon="sakstype", element=sakstype)
        if tall is None:
            continue
        antall = Tall(id=f"{tall.id}__n", verdi=tall.n, enhet="saker", grunnlag="maalt")
        rader.append((Ord(noekkel=f"sakstype.{sakstype}"), antall, tall))
    yield Tabell(
        id="saker",
        tittel=Ord(noekkel="rapport.saker.tabell"),
        kolonner=tuple(Ord(noekkel=f"rapport.kolonne.{k}") for k in ("sakstype", "antall", "behandlinger")),
        rader=tuple(rader),
        note=Ord(noekkel="rapport.saker.note"),
    )
