"""The opening: what the numbers rest on, what was found, and what is left out of the summary and why."""

from __future__ import annotations

from collections.abc import Iterator

from analyse.rapport.blokker import Avsnitt, Blokk, Felt, Navn, Ord, Overskrift, Punkter, Tabell, Tall
from analyse.rapport.innhold import del_
from analyse.rapport.tallkilde import Tallkilde


def indikatornavn(indikator: str) -> Ord:
    """Return the indicator's name as words."""
    return Ord(noekkel=f"indikator.{indikator}.navn")


def modellnavn(kilde: Tallkilde, modell_id: str) -> Ord | Navn:
    """Return a model's name: an archetype's in the report's language, an own model's as written."""
    modell = kilde.resultat.modeller[modell_id]
    if modell.arketype:
        return Ord(noekkel=f"modell.{modell.arketype}.navn")
    return Navn(tekst=modell.navn)


def referanse(kilde: Tallkilde) -> str:
    """Return the id of the model the others are compared with: today's, always the first."""
    return next(iter(kilde.resultat.modeller))


def alternativer(kilde: Tallkilde) -> tuple[str, ...]:
    """Return the ids of the other models."""
    return tuple(kilde.resultat.modeller)[1:]


def _tillatt(*tall: Tall | None) -> bool:
    return all(t is not None and t.grunnlag != "forutsatt" for t in tall)


@del_("hva_tallene_hviler_paa")
def _hva_tallene_hviler_paa(kilde: Tallkilde) -> Iterator[Blokk]:
    andeler = kilde.grunnlag()
    antall = next(iter(andeler.values())).n or 0
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
    )


def _funn(kilde: Tallkilde, indikator: str, modell: str) -> Ord | None:
    dagens = referanse(kilde)
    differanse = kilde.finn(modell, indikator, mot=dagens)
    egen, i_dag = kilde.finn(modell, indikator), kilde.finn(dagens, indikator)
    if differanse is None or differanse.verdikt is None or not _tillatt(egen, i_dag, differanse):
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


@del_("funn")
def _funnene(kilde: Tallkilde) -> Iterator[Blokk]:
    dagens = referanse(kilde)
    yield Overskrift(ord=Ord(noekkel="rapport.funn.tittel"))
    for modell in alternativer(kilde):
        funn = [f for i in kilde.indikatorer() if (f := _funn(kilde, i, modell)) is not None]
        if funn:
            yield Avsnitt(
                ord=Ord(noekkel="rapport.funn.innledning", felter={"modell": modellnavn(kilde, modell)})
            )
            yield Punkter(punkter=tuple(funn))
        else:
            yield Avsnitt(ord=Ord(noekkel="rapport.funn.ingen", felter={"modell": modellnavn(kilde, modell)}))
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
        if any(t.verdi is None for t in tall):
            ubelyste.append(indikatornavn(indikator))
    yield Overskrift(ord=Ord(noekkel="rapport.ikke_vist.tittel"))
    if forutsatte:
        yield Avsnitt(ord=Ord(noekkel="rapport.ikke_vist.forutsatt"))
        yield Punkter(punkter=tuple(forutsatte))
    if ubelyste:
        yield Avsnitt(ord=Ord(noekkel="rapport.ikke_vist.ikke_belyst"))
        yield Punkter(punkter=tuple(ubelyste))
    yield Avsnitt(ord=Ord(noekkel="rapport.ikke_vist.alltid"))
