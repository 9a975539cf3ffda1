"""The figures of a report in one language: each kind of picture handed its data and drawn for a frame.

A new kind is a function here marked `@bilde("<kind>")`. Translating rows to a figure's data is the
figure's own; nothing is computed here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from analyse.figurer.arbeidsbyrde import draw_arbeidsbyrde
from analyse.figurer.arbeidsbyrdedata import build_organarbeid, build_personarbeid
from analyse.figurer.orgkart import draw_orgkart
from analyse.figurer.orgkartdata import build_orgkartdata
from analyse.figurer.overlapp import draw_overlapp
from analyse.figurer.overlappdata import build_overlappdata
from analyse.figurer.saksflyt import draw_saksflyt
from analyse.figurer.saksflytdata import build_saksflytdata
from analyse.figurer.scene import Figur
from analyse.figurer.stil import A4_LIGGENDE, Ramme
from analyse.figurer.strukturdiff import build_strukturdiffkart
from analyse.grunn.tekst import Tekst
from analyse.modell.diff import compare_modeller
from analyse.modell.maalinger import som_rader
from analyse.modell.styringsmodell import Styringsmodell
from analyse.rapport.blokker import Bilde, Rapport
from analyse.rapport.tallord import modellnavn_i_ord, organnavn

PERSONTIMER = ("timer_per_person_median", "timer_per_person_maks")
Tegner = Callable[[Rapport, Bilde, Tekst, Ramme], tuple[Figur, ...]]
_TEGNERE: dict[str, Tegner] = {}


def bilde(slag: str) -> Callable[[Tegner], Tegner]:
    """Mark a function as the one that draws pictures of the kind."""

    def merk(tegner: Tegner) -> Tegner:
        _TEGNERE[slag] = tegner
        return tegner

    return merk


def build_bilder(rapport: Rapport, hva: Bilde, tekst: Tekst, ramme: Ramme = A4_LIGGENDE) -> tuple[Figur, ...]:
    """Return the figures of a picture block in the language, laid out for the frame; some take several pages.

    Raises
    ------
    KeyError : no such kind of picture.
    """
    return _TEGNERE[hva.slag](rapport, hva, tekst, ramme)


def _modell(rapport: Rapport, modell_id: str, tekst: Tekst) -> Styringsmodell:
    """Return a model of the report, named in its language."""
    return replace(rapport.resultat.modeller[modell_id], navn=modellnavn_i_ord(rapport, tekst)[modell_id])


def _grunnlag(rapport: Rapport, modell_id: str) -> str:
    er_dagens = modell_id == rapport.resultat.prosjekt.dagens.id
    return "oppdiktet" if rapport.oppdiktet else "oppgitt" if er_dagens else "beregnet"


@bilde("orgkart")
def _orgkart(rapport: Rapport, hva: Bilde, tekst: Tekst, ramme: Ramme) -> tuple[Figur, ...]:
    modell = _modell(rapport, hva.modell, tekst)
    kart = build_orgkartdata(modell, tekst, grunnlag=_grunnlag(rapport, hva.modell))
    return (draw_orgkart(kart, ramme),)


@bilde("strukturdiff")
def _strukturdiff(rapport: Rapport, hva: Bilde, tekst: Tekst, ramme: Ramme) -> tuple[Figur, ...]:
    dagens = _modell(rapport, rapport.resultat.prosjekt.dagens.id, tekst)
    diff = compare_modeller(dagens, _modell(rapport, hva.modell, tekst))
    return (draw_orgkart(build_strukturdiffkart(diff, tekst), ramme),)


@bilde("saksflyt")
def _saksflyt(rapport: Rapport, hva: Bilde, tekst: Tekst, ramme: Ramme) -> tuple[Figur, ...]:
    return (draw_saksflyt(build_saksflytdata(_modell(rapport, hva.modell, tekst), tekst), ramme),)


def _navn(rapport: Rapport, tekst: Tekst) -> tuple[Mapping[str, str], Mapping[str, str]]:
    return modellnavn_i_ord(rapport, tekst), organnavn(rapport)


@bilde("organarbeid")
def _organarbeid(rapport: Rapport, hva: Bilde, tekst: Tekst, ramme: Ramme) -> tuple[Figur, ...]:
    modeller, organer = _navn(rapport, tekst)
    rader = som_rader(rapport.resultat.maalinger)
    return draw_arbeidsbyrde(build_organarbeid(rader, hva.indikator, modeller, organer, tekst), ramme)


@bilde("personarbeid")
def _personarbeid(rapport: Rapport, _hva: Bilde, tekst: Tekst, ramme: Ramme) -> tuple[Figur, ...]:
    modeller, _ = _navn(rapport, tekst)
    rader = som_rader(rapport.resultat.maalinger)
    return draw_arbeidsbyrde(build_personarbeid(rader, PERSONTIMER, modeller, tekst), ramme)


@bilde("overlapp")
def _overlapp(rapport: Rapport, hva: Bilde, tekst: Tekst, ramme: Ramme) -> tuple[Figur, ...]:
    modeller, organer = _navn(rapport, tekst)
    rader = som_rader(rapport.resultat.maalinger)
    return (
        draw_overlapp(build_overlappdata(rader, hva.modell, modeller[hva.modell], organer, tekst), ramme),
    )
