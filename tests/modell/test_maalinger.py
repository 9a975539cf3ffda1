"""The one table: its columns, its keys, its way to JSON, and an id for each number that no other has."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.anslag import INTERVALLER
from analyse.modell.maalinger import (
    KOLONNER,
    NOEKKEL,
    STROEMMER,
    TALLKOLONNER,
    build_tabell,
    grunnlag_andeler,
    maaling_id,
    som_rader,
)

RAD: dict[str, Any] = {
    "modell": "dagens",
    "indikator": "antall_organ",
    "stroem": "struktur",
    "grunnlag": "oppgitt",
    "rekkevidde": "alle_modeller",
    "enhet": "antall",
    "verdi": 5,
    "intervall": "ingen",
}
navn = st.text(alphabet="abAB12_ -åø", min_size=1, max_size=6)
noekler = st.fixed_dictionaries(
    {
        "modell": navn,
        "indikator": navn,
        "dimensjon": st.sampled_from([None, "organ", "parti"]),
        "element": st.none() | navn,
        "mot": st.none() | navn,
        "stroem": st.sampled_from(STROEMMER),
        "intervall": st.sampled_from(INTERVALLER),
    }
)


def test_the_columns_are_those_of_the_public_surface_in_their_order() -> None:
    lovet = (
        "modell indikator dimensjon element mot stroem grunnlag rekkevidde enhet verdi lav hoey intervall n "
        "verdikt grunn kilde"
    )
    assert tuple(lovet.split()) == KOLONNER
    assert list(build_tabell([RAD]).columns) == list(KOLONNER)


def test_an_empty_table_has_all_its_columns() -> None:
    tabell = build_tabell([])
    assert (list(tabell.columns), len(tabell)) == (list(KOLONNER), 0)
    assert {str(tabell[k].dtype) for k in TALLKOLONNER} == {"float64"}
    assert som_rader(tabell) == []
    assert grunnlag_andeler(tabell) == {}


def test_a_row_goes_to_json_with_null_for_what_is_missing_and_whole_counts() -> None:
    rader = som_rader(build_tabell([RAD | {"n": 35, "lav": math.nan}]))
    assert json.loads(json.dumps(rader, allow_nan=False)) == [
        dict.fromkeys(KOLONNER) | RAD | {"verdi": 5.0, "n": 35}
    ]
    assert isinstance(rader[0]["n"], int)


@pytest.mark.parametrize("antall", [1, 2])
def test_missing_text_is_none_also_where_the_whole_column_is_missing(antall: int) -> None:
    rader = som_rader(build_tabell([RAD | {"element": "a", "dimensjon": "organ"}, RAD][-antall:]))
    assert all(rad["mot"] is None and rad["grunn"] is None for rad in rader)


@pytest.mark.parametrize(
    ("kolonne", "verdi"),
    [("grunnlag", "gjettet"), ("grunnlag", None), ("stroem", "rykte"), ("intervall", "95"),
     ("rekkevidde", "noen"),
     ("verdikt", "bedre")],
)  # fmt: skip
def test_a_value_outside_a_closed_column_is_refused(kolonne: str, verdi: object) -> None:
    with pytest.raises(ValueError, match=f"column {kolonne}: unknown"):
        build_tabell([RAD | {kolonne: verdi}])


def test_a_column_the_table_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="no column verdii"):
        build_tabell([RAD | {"verdii": 3}])


@pytest.mark.parametrize("verdi", [math.inf, -math.inf])
def test_an_infinite_number_is_refused(verdi: float) -> None:
    with pytest.raises(ValueError, match="infinite"):
        build_tabell([RAD | {"hoey": verdi}])


def test_two_rows_with_one_key_are_refused_and_named() -> None:
    with pytest.raises(ValueError, match="1 rows share a key, first m_dagens__antall_organ"):
        build_tabell([RAD, RAD | {"verdi": 6}])


@pytest.mark.parametrize("felt", NOEKKEL)
def test_rows_that_differ_in_any_part_of_the_key_stand_side_by_side(felt: str) -> None:
    annen = {"stroem": "logg", "intervall": "mc"}.get(felt, "annen")
    assert len(build_tabell([RAD, RAD | {felt: annen}])) == 2


@pytest.mark.parametrize(
    ("felter", "vist"),
    [
        ({}, "m_dagens__antall_organ"),
        ({"dimensjon": "parti", "element": "Ap"}, "m_dagens__antall_organ__parti__Ap"),
        ({"mot": "komite", "intervall": "mc"}, "m_dagens__antall_organ__mot__komite__mc"),
        ({"stroem": "logg"}, "m_dagens__antall_organ__logg"),
    ],
)
def test_an_id_can_be_read(felter: dict[str, str], vist: str) -> None:
    assert maaling_id(RAD | felter) == vist


@given(rad=noekler)
def test_an_id_may_stand_in_html_and_as_a_name_in_excel(rad: dict[str, Any]) -> None:
    """Excel: letters, digits and underscores, at most 255; the leading m_ keeps it from being a cell."""
    lang = rad | {"element": (rad["element"] or "x") * 100}
    for id_ in (maaling_id(rad), maaling_id(lang)):
        assert re.fullmatch(r"m_[A-Za-z0-9_]{1,200}", id_)


@given(en=noekler, annen=noekler)
def test_two_numbers_share_an_id_only_where_they_share_the_key(
    en: dict[str, Any], annen: dict[str, Any]
) -> None:
    assert (maaling_id(en) == maaling_id(annen)) == (en == annen)


@given(rad=noekler, felt=st.sampled_from(NOEKKEL), data=st.data())
def test_a_change_in_one_part_of_the_key_changes_the_id(
    rad: dict[str, Any], felt: str, data: st.DataObject
) -> None:
    annen = rad | {felt: data.draw(noekler)[felt]}
    assert (maaling_id(rad) == maaling_id(annen)) == (rad == annen)


def test_the_ground_of_the_numbers_is_counted_without_the_differences() -> None:
    tabell = build_tabell(
        [
            RAD,
            RAD | {"modell": "komite", "grunnlag": "forutsatt"},
            RAD | {"indikator": "b", "grunnlag": "ikke_belyst", "verdi": None},
            RAD | {"indikator": "c"},
            RAD | {"modell": "komite", "mot": "dagens", "grunnlag": "forutsatt"},
        ]
    )
    andeler = grunnlag_andeler(tabell)
    assert list(andeler.items()) == [("oppgitt", 0.5), ("forutsatt", 0.25), ("ikke_belyst", 0.25)]
