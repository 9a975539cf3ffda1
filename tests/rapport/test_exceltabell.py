"""Does a table on a sheet show every cell, its ground beside it, and give a chart the right cells?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from analyse.grunn.tekst import Tekst
from analyse.rapport.blokker import Rapport, Tabell, Tall
from analyse.rapport.exceltabell import kolonnetekster, tallkolonner
from analyse.rapport.tallord import build_ordlegger


def _tabeller(rapport: Rapport) -> list[Tabell]:
    return [b for k in rapport.kapitler for b in k.blokker if isinstance(b, Tabell)]


@pytest.mark.parametrize("navn", ["levanger", "fylke", "fiendtlig"])
def test_every_column_of_numbers_has_its_grounds_beside_it(
    navn: str, rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    rapport = rapporter[navn]
    ordlegger = build_ordlegger(rapport, tekst_for(rapport, "nb"))
    for tabell in _tabeller(rapport):
        slag = [s for s, _ in kolonnetekster(tabell, ordlegger)]
        assert slag.count("om") == (0 if tabell.uten_grunnlag else slag.count("tall"))
        assert len(slag) == len(tabell.kolonner) + len(tallkolonner(tabell))
        if not tabell.uten_grunnlag:
            assert all(slag[n + 1] == "om" for n, s in enumerate(slag) if s == "tall")


def test_what_stands_beside_a_number_is_its_ground_its_range_and_its_reservation(
    rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    rapport = rapporter["levanger"]
    ordlegger = build_ordlegger(rapport, tekst_for(rapport, "nb"))
    tabell = next(t for t in _tabeller(rapport) if t.id == "sammenligning_komite")
    _, om = kolonnetekster(tabell, ordlegger)[3]
    moeter = om[1].replace("\N{NO-BREAK SPACE}", " ")
    assert moeter.startswith("forutsatt; 90 % av antakelsene: 36–42; mangler tall for ")


def test_the_sheet_shows_every_row_of_every_table_under_its_title(
    rapporter: Mapping[str, Rapport], boeker: Mapping[tuple[str, str], Path]
) -> None:
    rapport = rapporter["levanger"]
    bok = openpyxl.load_workbook(boeker["levanger", "nb"], data_only=True)
    ordlegger = build_ordlegger(rapport, Tekst("nb"))
    foerste_kolonner = {ark.title: [str(c.value) for c in ark["A"]] for ark in bok}
    for kapittel in rapport.kapitler:
        kolonne = foerste_kolonner[Tekst("nb")(f"rapport.kapittel.{kapittel.id}")]
        for tabell in (b for b in kapittel.blokker if isinstance(b, Tabell)):
            start = kolonne.index(ordlegger.ord(tabell.tittel)) + 2
            navn = [
                ordlegger.ord(r[0]) for r in tabell.rader if r[0] is not None and not isinstance(r[0], Tall)
            ]
            assert kolonne[start : start + len(navn)] == navn


def test_a_chart_points_at_the_tables_own_cells(boeker: Mapping[tuple[str, str], Path]) -> None:
    ark = openpyxl.load_workbook(boeker["levanger", "nb"])["Organ for organ"]
    kolonne = [str(c.value) for c in ark["A"]]
    hode = kolonne.index("Møter per år, organ for organ") + 2
    diagram = ark._charts[0]
    serier = [s.val.numRef.f for s in diagram.series]
    assert serier[0].startswith(f"'Organ for organ'!$B${hode + 1}:$B$")
    assert serier[1].startswith(f"'Organ for organ'!$D${hode + 1}:$D$")  # C holds the grounds
    assert diagram.series[0].cat.strRef.f.startswith(f"'Organ for organ'!$A${hode + 1}:$A$")
