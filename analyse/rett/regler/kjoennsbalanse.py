"""Does each gender have its part of the seats? Per list at a forholdsvalg, per body at an avtalevalg.

A body is judged where posts in it are told of; how it was elected is told with the question (`valgform`).
Deputies are left out: a structure does not show which member's list they follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analyse.modell.organ import Organ
from analyse.rett.kontekst import VALGTE, Kontekst
from analyse.rett.proever import check_kjoenn, kjoennskrav
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler

SAA_LANGT_MULIG = ("formannskap", "arbeidsutvalg")  # §§ 7-6 (4) and 7-7 (4)


def _med_verv(k: Kontekst, *valgformer: str) -> tuple[tuple[Organ, ...], Utfall | None]:
    """Return the bodies to judge, and what is missing where the question cannot be put."""
    organer = tuple(o for o in k.av_art(*VALGTE) if k.faste(o.id))
    valgform = k.fakta.get("valgform")
    if valgform is not None and valgform not in valgformer:
        return (), None
    uten = (*(() if organer else ("verv.kjoenn",)), *(() if valgform else ("fakta.valgform",)))
    return () if uten else organer, mangler(None, *uten) if uten else None


@regel("KL18-7-6-KJONN")
def check_per_liste(k: Kontekst) -> Iterator[Utfall]:
    """Yield, for each list with seats in a body, whether each gender has its part of the list's seats."""
    organer, uten = _med_verv(k, "forholdsvalg")
    if uten:
        yield uten
    for organ in organer:
        verv = k.faste(organ.id)
        lister = dict.fromkeys(v.parti for v in verv)
        if "" in lister or k.ukjente(organ) != 0:
            yield mangler(organ, "verv.parti" if "" in lister else "verv.kjoenn")
            continue
        for liste in lister:
            valgt = [v for v in verv if v.parti == liste]
            krav = kjoennskrav(k, len(valgt))
            utfall = check_kjoenn(organ, valgt, len(valgt), krav, er_mykt=organ.art in SAA_LANGT_MULIG)
            yield _som_liste(utfall, liste, er_ett=len(valgt) == 1)


def _som_liste(utfall: Utfall, liste: str, *, er_ett: bool) -> Utfall:
    return replace(
        utfall,
        inndata={**utfall.inndata, "verv.parti": liste},
        felter={**utfall.felter, "liste": liste},
        funn=utfall.funn.replace("kjoenn", "kjoenn_paa_liste"),
        aapne=("en_plass",) if er_ett else (),
    )


@regel("KL18-7-7-KJONN")
def check_hele_organet(k: Kontekst) -> Iterator[Utfall]:
    """Yield, for each body elected by agreement, whether each gender has its part of all the seats."""
    organer, uten = _med_verv(k, "avtalevalg")
    if uten:
        yield uten
    for organ in organer:
        antall = organ.medlemmer or len(k.faste(organ.id))
        krav = kjoennskrav(k, antall)
        yield check_kjoenn(organ, k.faste(organ.id), antall, krav, er_mykt=organ.art in SAA_LANGT_MULIG)


@regel("KL92-38A")
def check_hele_organet_1992(k: Kontekst) -> Iterator[Utfall]:
    """Yield, for each body elected by agreement, whether each gender had what the ladder demanded."""
    organer, uten = _med_verv(k, "avtalevalg")
    if uten:
        yield uten
    for organ in organer:
        antall = organ.medlemmer or len(k.faste(organ.id))
        krav = k.verdi("kjoennsstige").trinn(antall).minste_antall(antall)
        yield check_kjoenn(organ, k.faste(organ.id), antall, krav)
