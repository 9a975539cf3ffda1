"""Does the chart carry the model's name in the report's language, and what its sizes rest on?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from analyse.figurer.stil import TELEFON
from analyse.grunn.tekst import Tekst
from analyse.rapport.blokker import Rapport
from analyse.rapport.orgkartbilde import build_orgkartfigur


@pytest.mark.parametrize(
    ("spraak", "navn"), [("nb", "Komitémodell"), ("nn", "Komitémodell"), ("en", "Committee model")]
)
def test_an_archetype_is_named_in_the_language(
    spraak: str, navn: str, rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    rapport = rapporter["levanger"]
    figur = build_orgkartfigur(rapport, rapport.resultat.modeller["komite"], tekst_for(rapport, spraak))
    assert navn in figur.alt


@pytest.mark.parametrize(
    ("navn", "modell", "grunnlag"),
    [("levanger", "dagens", "oppgitt"), ("levanger", "komite", "beregnet"), ("fylke", "dagens", "oppdiktet")],
)
def test_the_chart_says_what_its_sizes_rest_on(
    navn: str,
    modell: str,
    grunnlag: str,
    rapporter: Mapping[str, Rapport],
    tekst_for: Callable[[Rapport, str], Tekst],
) -> None:
    rapport = rapporter[navn]
    figur = build_orgkartfigur(rapport, rapport.resultat.modeller[modell], tekst_for(rapport, "nb"))
    assert f"medlemstallene: {grunnlag}" in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", figur.svg))


def test_hostile_names_are_escaped_in_the_drawing(
    rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    rapport = rapporter["fiendtlig"]
    for ramme in ({}, {"ramme": TELEFON}):
        figur = build_orgkartfigur(
            rapport, rapport.resultat.modeller["dagens"], tekst_for(rapport, "nb"), **ramme
        )
        assert "<script" not in figur.svg
        assert "&lt;script&gt;" in figur.svg.replace("\n", "")
