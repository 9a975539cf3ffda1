"""An answer in words: numbers, names, lists and plurals as the language has them."""

from __future__ import annotations

import pytest

from analyse.grunn.tekst import Tekst
from analyse.modell.lovfunn import Setning, Tekstnoekkel
from analyse.rett.svarord import build_setning

FOR_FAA = {"organ": "Utvalget", "maalt": 1, "krav": 3}


@pytest.mark.parametrize(
    ("spraak", "antall", "ventet"),
    [
        ("nb", 1, "Utvalget har 1 medlem. Loven krever minst 3."),
        ("nb", 2, "Utvalget har 2 medlemmer. Loven krever minst 3."),
        ("nn", 2, "Utvalget har 2 medlemer. Lova krev minst 3."),
        ("en", 2, "Utvalget has 2 members. The Act requires at least 3."),
    ],
)
def test_a_number_decides_the_form_of_the_word(spraak: str, antall: int, ventet: str) -> None:
    setning = Setning(noekkel="lovsvar.funn.for_faa", felter={**FOR_FAA, "antall": antall})
    assert build_setning(setning, Tekst(spraak)) == ventet


def test_a_list_of_keys_becomes_a_list_of_words_of_the_place() -> None:
    hva = tuple(Tekstnoekkel(noekkel=f"lov.inndata.{i}") for i in ("organ.medlemmer", "organ.navn"))
    setning = Setning(noekkel="lovsvar.mangler", felter={"hva": hva})
    ventet = "Ikke vurdert. Det mangler: antall medlemmer i organet, navnet på organet."
    assert build_setning(setning, Tekst("nb")) == ventet
    raadet = Setning(
        noekkel="lovsvar.funn.mangler_organ", felter={"art": Tekstnoekkel(noekkel="begrep.art.formannskap")}
    )
    assert "fylkesutvalg" in build_setning(raadet, Tekst("nb", "fylkeskommune"))
