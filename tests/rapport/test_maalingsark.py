"""Does the sheet of measurements name every part in words and reckon differences from the right lines?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from analyse.grunn.tekst import Tekst
from analyse.modell.maalinger import maaling_id
from analyse.rapport.blokker import Rapport
from analyse.rapport.maalingsark import (
    FASTE,
    KOLONNEBOKSTAV,
    KOLONNER,
    VERDIKOLONNE,
    Maalingsark,
    elementnavn,
)
from analyse.rapport.tallkilde import Tallkilde
from analyse.rapport.tallord import build_ordlegger


def test_the_letter_of_the_values_is_that_of_their_column() -> None:
    assert KOLONNER[VERDIKOLONNE][0] == "verdi"
    assert ord(KOLONNEBOKSTAV) - ord("A") == VERDIKOLONNE


@pytest.mark.parametrize("spraak", ["nb", "nn", "en"])
def test_headings_are_in_the_language_and_the_first_columns_stay_in_view(
    spraak: str, boeker: Mapping[tuple[str, str], Path]
) -> None:
    ark = openpyxl.load_workbook(boeker["levanger", spraak])[Tekst(spraak)("rapport.kapittel.maalinger")]
    assert [c.value for c in ark[3]] == [Tekst(spraak)(f"rapport.kolonne.{navn}") for navn, _ in KOLONNER]
    assert ark.freeze_panes == f"{'ABCDE'[FASTE]}4"
    assert ark.auto_filter.ref.startswith("A3:Q")
    assert ark.print_title_rows == "$3:$3"


def test_every_part_is_named_in_words(
    rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    rapport = rapporter["levanger"]
    ordlegger = build_ordlegger(rapport, tekst_for(rapport, "nb"))
    navn = {o.id: o.navn for m in rapport.resultat.modeller.values() for o in m.organer}
    vist = {elementnavn(ordlegger, navn, rad) for rad, _ in Tallkilde(rapport.resultat).rader()}
    assert {"", "Formannskapet", "Formannskapet: møtetid", "Reguleringsplan"} <= vist
    assert [v for v in vist if "_" in v or "." in v] == []


def test_a_number_is_on_the_sheet_under_the_id_without_an_interval(rapporter: Mapping[str, Rapport]) -> None:
    kilde = Tallkilde(rapporter["levanger"].resultat)
    ark = Maalingsark(kilde, "Målinger")
    assert all(ark.har(tall.id) for _, tall in kilde.rader())
    assert ark.har(maaling_id({"modell": "dagens", "indikator": "moeter_per_aar"}))
    assert not ark.har("m_finnes_ikke")


def test_the_ends_of_an_interval_have_names_of_their_own(
    rapporter: Mapping[str, Rapport], boeker: Mapping[tuple[str, str], Path]
) -> None:
    bok = openpyxl.load_workbook(boeker["levanger", "nb"], data_only=True)
    sett = 0
    for rad, _ in Tallkilde(rapporter["levanger"].resultat).rader():
        for ende in ("lav", "hoey"):
            if rad["intervall"] == "ingen" or rad[ende] is None:
                continue
            ark, _, sted = bok.defined_names[f"{maaling_id(rad)}__{ende}"].attr_text.rpartition("!")
            assert bok[ark.strip("'")][sted.replace("$", "")].value == pytest.approx(rad[ende])
            sett += 1
    assert sett > 20
