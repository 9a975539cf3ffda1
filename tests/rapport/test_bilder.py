"""Does the chart carry the model's name in the report's language, and what its sizes rest on?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from analyse.figurer.scene import Figur
from analyse.figurer.stil import TELEFON, Ramme
from analyse.grunn.tekst import Tekst
from analyse.rapport.bilder import build_bilder
from analyse.rapport.blokker import Bilde, Rapport


def _orgkart(rapport: Rapport, modell: str, tekst: Tekst, **ramme: Ramme) -> Figur:
    return build_bilder(rapport, Bilde(slag="orgkart", modell=modell), tekst, **ramme)[0]


@pytest.mark.parametrize(
    ("spraak", "navn"), [("nb", "Komitémodell"), ("nn", "Komitémodell"), ("en", "Committee model")]
)
def test_an_archetype_is_named_in_the_language(
    spraak: str, navn: str, rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    rapport = rapporter["levanger"]
    figur = _orgkart(rapport, "komite", tekst_for(rapport, spraak))
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
    figur = _orgkart(rapport, modell, tekst_for(rapport, "nb"))
    assert f"medlemstallene: {grunnlag}" in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", figur.svg))


def test_hostile_names_are_escaped_in_the_drawing(
    rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    rapport = rapporter["fiendtlig"]
    for ramme in ({}, {"ramme": TELEFON}):
        figur = _orgkart(rapport, "dagens", tekst_for(rapport, "nb"), **ramme)
        assert "<script" not in figur.svg
        assert "&lt;script&gt;" in figur.svg.replace("\n", "")


def test_every_kind_of_picture_in_the_report_is_drawn_with_words_for_those_who_do_not_see_it(
    rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    rapport = rapporter["levanger"]
    bilder = [b for k in rapport.kapitler for b in k.blokker if isinstance(b, Bilde)]
    assert {b.slag for b in bilder} == {
        "orgkart",
        "strukturdiff",
        "saksflyt",
        "organarbeid",
        "personarbeid",
        "overlapp",
    }
    for spraak in ("nb", "nn", "en"):
        for hva in bilder:
            for figur in build_bilder(rapport, hva, tekst_for(rapport, spraak)):
                assert len(figur.alt) > 40


def test_an_unknown_kind_of_picture_is_a_defect(
    rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    with pytest.raises(KeyError):
        build_bilder(rapporter["levanger"], Bilde(slag="kake"), tekst_for(rapporter["levanger"], "nb"))
