"""The organisation chart as every writer shows it, named in the report's language."""

from __future__ import annotations

from dataclasses import replace

from analyse.figurer.orgkart import draw_orgkart
from analyse.figurer.orgkartdata import build_orgkartdata
from analyse.figurer.scene import Figur
from analyse.figurer.stil import A4_LIGGENDE, Ramme
from analyse.grunn.tekst import Tekst
from analyse.modell.styringsmodell import Styringsmodell
from analyse.rapport.blokker import Rapport
from analyse.rapport.tallord import modellnavn_i_ord


def build_orgkartfigur(
    rapport: Rapport, modell: Styringsmodell, tekst: Tekst, ramme: Ramme = A4_LIGGENDE
) -> Figur:
    """Return the model's chart in the language, laid out for the frame."""
    navngitt = replace(modell, navn=modellnavn_i_ord(rapport, tekst)[modell.id])
    er_dagens = modell.id == rapport.resultat.prosjekt.dagens.id
    grunnlag = "oppdiktet" if rapport.oppdiktet else "oppgitt" if er_dagens else "beregnet"
    return draw_orgkart(build_orgkartdata(navngitt, tekst, grunnlag=grunnlag), ramme)
