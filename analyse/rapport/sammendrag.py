"""The opening: what the numbers rest on, what was found, and what is left out of the summary and why."""

from __future__ import annotations

from collections.abc import Iterator

from analyse.grunn.anslag import UTEN_TALL
from analyse.rapport import tallord
from analyse.rapport.blokker import (
    Antall,
    Avsnitt,
    Blokk,
    Felt,
    Navn,
    Ord,
    Overskrift,
    Punkter,
    Rekke,
    Tabell,
    Tall,
)
from analyse.rapport.innhold import del_
from analyse.rapport.tallkilde import Tallkilde

MERKBARE = ("forskjellig", "forskjellig_avhenger_av_atferd")


def indikatornavn(indikator: str) -> Ord:
    """Return the indicator's name as words."""
    return Ord(noekkel=f"indikator.{indikator}.navn")


def modellnavn(kilde: Tallkilde, modell_id: str) -> Ord | Navn:
    """Return a model's name, by key where it is ours and as written where it is the municipality's."""
    return tallord.modellnavn(kilde.resultat.modeller[modell_id])


def referanse(kilde: Tallkilde) -> str:
    """Return the id of the model the others are compared with: today's, always the first."""
    return next(iter(kilde.resultat.modeller))


def alternativer(kilde: Tallkilde) -> tuple[str, ...]:
    """Return the ids of the other models."""
    return tuple(kilde.resultat.modeller)[1:]


def antall_sammenligninger(kilde: Tallkilde) -> Antall:
    """Return how many comparisons were made, as every report says."""
    return Antall(id="antall_sammenligninger", verdi=kilde.resultat.sammenligninger)


def _tillatt(*tall: Tall | None) -> bool:
    return all(t is not None and t.grunnlag != "forutsatt" for t in tall)


@del_("hva_tallene_hviler_paa")
def _hva_tallene_hviler_paa(kilde: Tallkilde) -> Iterator[Blokk]:
    andeler = kilde.grunnlag()
    antall = Antall(id="antall_maalinger", verdi=next(iter(andeler.values())).n or 0)
    yield Overskrift(ord=Ord(noekkel="rapport.hviler.tittel"))
    if kilde.resultat.prosjekt.kommune.oppdiktet:
        yield Avsnitt(ord=Ord(noekkel="rapport.hviler.oppdiktet"))
    yield Avsnitt(ord=Ord(noekkel="rapport.hviler.innledning", felter={"antall": antall}))
    yield Tabell(
        id="grunnlag",
        tittel=Ord(noekkel="rapport.hviler.tabell"),
        uten_grunnlag=True,
        kolonner=tuple(Ord(noekkel=f"rapport.kolonne.{k}") for k in ("grunnlag", "andel", "betyr")),
        rader=tuple(
            (Ord(noekkel=f"begrep.grunnlag.{g}"), andel, Ord(noekkel=f"begrep.grunnlag_forklart.{g}"))
            for g, andel in andeler.items()
        ),
        note=Ord(noekkel="rapport.hviler.note"),
    )


def _funn(kilde: Tallkilde, indikator: str, modell: str) -> Ord | None:
    dagens = referanse(kilde)
    differanse = kilde.finn(modell, indikator, mot=dagens)
    egen, i_dag = kilde.finn(modell, indikator), kilde.finn(dagens, indikator)
    if differanse is None or differanse.verdikt not in MERKBARE or not _tillatt(egen, i_dag, differanse):
        return None
    assert egen is not None
    assert i_dag is not None  # both: _tillatt has said so
    felter: dict[str, Felt] = {
        "indikator": indikatornavn(indikator),
        "modell": modellnavn(kilde, modell),
        "verdi": egen,
        "dagens": i_dag,
        "differanse": differanse,
    }
    return Ord(noekkel=f"rapport.funn.{differanse.verdikt}", felter=felter)


def _uten_merkbar_forskjell(kilde: Tallkilde, modell: str) -> Iterator[Blokk]:
    """Yield which measures show no noticeable difference, and which cannot tell; names, not numbers."""
    dagens = referanse(kilde)
    for noekkel, verdikt in (("like", "praktisk_like"), ("uskilt", "kan_ikke_skilles")):
        navn = tuple(
            indikatornavn(i)
            for i in kilde.indikatorer()
            if (d := kilde.finn(modell, i, mot=dagens)) is not None and d.verdikt == verdikt
        )
        if navn:
            yield Avsnitt(ord=Ord(noekkel=f"rapport.funn.{noekkel}", felter={"indikatorer": Rekke(ord=navn)}))


def _kan_vises(kilde: Tallkilde, modell: str) -> bool:
    dagens = referanse(kilde)
    return any(
        _tillatt(kilde.finn(modell, i), kilde.finn(dagens, i), d) and d.verdikt is not None
        for i in kilde.indikatorer()
        if (d := kilde.finn(modell, i, mot=dagens)) is not None
    )


@del_("funn")
def _funnene(kilde: Tallkilde) -> Iterator[Blokk]:
    dagens = referanse(kilde)
    yield Overskrift(ord=Ord(noekkel="rapport.funn.tittel"))
    for modell in alternativer(kilde):
        funn = [f for i in kilde.indikatorer() if (f := _funn(kilde, i, modell)) is not None]
        noekkel = "innledning" if funn else "ingen_merkbar" if _kan_vises(kilde, modell) else "ingen"
        yield Avsnitt(
            ord=Ord(noekkel=f"rapport.funn.{noekkel}", felter={"modell": modellnavn(kilde, modell)})
        )
        if funn:
            yield Punkter(punkter=tuple(funn))
        yield from _uten_merkbar_forskjell(kilde, modell)
    yield Avsnitt(ord=Ord(noekkel="rapport.funn.avrunding"))
    bare_i_dag = [
        Ord(noekkel="rapport.funn.bare_i_dag", felter={"indikator": indikatornavn(i), "verdi": tall})
        for i in kilde.indikatorer()
        if (tall := kilde.finn(dagens, i)) is not None
        and all(kilde.finn(m, i) is None for m in alternativer(kilde))
        and tall.verdi is not None
        and _tillatt(tall)
    ]
    if bare_i_dag:
        yield Avsnitt(ord=Ord(noekkel="rapport.funn.bare_i_dag_innledning"))
        yield Punkter(punkter=tuple(bare_i_dag))


@del_("ikke_vist")
def _ikke_vist(kilde: Tallkilde) -> Iterator[Blokk]:
    """Yield which headline figures the summary holds back since they are assumed, and what is unlit."""
    forutsatte, ubelyste = [], []
    for indikator in kilde.indikatorer():
        tall = [t for m in kilde.resultat.modeller if (t := kilde.finn(m, indikator)) is not None]
        if any(t.grunnlag == "forutsatt" for t in tall):
            forutsatte.append(indikatornavn(indikator))
        if any(t.grunnlag in UTEN_TALL for t in tall):
            ubelyste.append(indikatornavn(indikator))
    yield Overskrift(ord=Ord(noekkel="rapport.ikke_vist.tittel"))
    if forutsatte:
        yield Avsnitt(ord=Ord(noekkel="rapport.ikke_vist.forutsatt"))
        yield Punkter(punkter=tuple(forutsatte))
    if ubelyste:
        yield Avsnitt(ord=Ord(noekkel="rapport.ikke_vist.ikke_belyst"))
        yield Punkter(punkter=tuple(ubelyste))
    yield Avsnitt(ord=Ord(noekkel="rapport.ikke_vist.alltid"))
