"""The municipality's own numbers come from their sheets, each with its range, ground and source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analyse.grunn.anslag import Anslag
from analyse.grunn.feil import Funn
from analyse.inntak.fra_arbeidsbok import read_inntak
from analyse.modell.godtgjoering import Sats
from analyse.modell.kommune import Kommune
from analyse.modell.kommunetall import kommunetall

Bok = Callable[..., Path]
Hent = Callable[..., list[Funn]]


@pytest.fixture
def kommune(arbeidsbok: Bok) -> Callable[..., Kommune]:
    """Read the municipality of the sound workbook with the given sheets."""

    def lag(**ark: Any) -> Kommune:
        lest = read_inntak(arbeidsbok(**ark), "inntak.xlsx").kommune
        assert lest is not None
        return lest

    return lag


def test_every_number_of_the_list_can_be_given(kommune: Callable[..., Kommune]) -> None:
    rad: dict[str, Any] = {id_: nr for nr, id_ in enumerate(kommunetall(), start=1)}
    lest = kommune(sekretariat=[rad])
    assert {id_: a.sentral for id_, a in lest.tall.items()} == rad


def test_a_number_has_its_range_ground_and_source(kommune: Callable[..., Kommune]) -> None:
    rad = {
        "minutter_per_side": "2 (1–4)",
        "minutter_per_side.grunnlag": "forutsatt",
        "minutter_per_side.kilde": "Vårt anslag",
        "sekretariat_aarsverk": "vet ikke",
    }
    assert kommune(sekretariat=[rad]).tall == {
        "minutter_per_side": Anslag(sentral=2, lav=1, hoey=4, grunnlag="forutsatt", kilde="Vårt anslag")
    }


def test_cases_a_year_are_read_and_a_type_without_a_number_is_not_known(
    kommune: Callable[..., Kommune],
) -> None:
    rader = [
        {"sakstype": "reguleringsplan", "antall": "30 (20–45)", "grunnlag": "maalt", "kilde": "arkivet"},
        {"sakstype": "dispensasjon", "antall": ".."},
    ]
    assert kommune(saksmengde=rader).saksmengde == {
        "reguleringsplan": Anslag(sentral=30, lav=20, hoey=45, grunnlag="maalt", kilde="arkivet")
    }


def test_rates_name_a_body_by_id_name_or_kind(kommune: Callable[..., Kommune]) -> None:
    fast = {"rolle": "leder", "sats": 10, "enhet": "prosent_aar"}
    rader = [{**fast, "organ": o} for o in ("", "Planutvalget", "plan", "Utvalg", "kommunestyre")]
    satser = kommune(godtgjoering=rader).godtgjoering
    assert [s.organ for s in satser] == ["", "plan", "plan", "utvalg", "kommunestyre"]
    hel = {
        "rolle": "medlem",
        "sats": "1 200",
        "enhet": "kr_moete",
        "frikjoep_prosent": 20,
        "tak_kr_aar": 50000,
        "kun_hoeyeste": "ja",
        "grunnlag": "oppgitt",
        "kilde": "reglementet",
    }
    assert kommune(godtgjoering=[hel]).godtgjoering == (
        Sats(
            rolle="medlem",
            sats=1200,
            enhet="kr_moete",
            frikjoep_prosent=20,
            tak_kr_aar=50000,
            kun_hoeyeste=True,
            kilde="reglementet",
        ),
    )


@pytest.mark.parametrize(
    ("ark", "rad", "kode", "sted"),
    [
        ("sekretariat", {"sekretariat_aarsverk": -1}, "IN-014", "Sekretariat!B10"),
        ("sekretariat", {"sekretariat_aarsverk": "2 (3–4)"}, "IN-016", "Sekretariat!B10"),
        ("saksmengde", {"sakstype": "a", "antall": "mange"}, "IN-012", "Saker per år!B5"),
        ("godtgjoering", {"rolle": "leder", "sats": 1}, "IN-011", "Godtgjøring!D5"),
        (
            "godtgjoering",
            {"rolle": "leder", "sats": 1, "enhet": "kr_aar", "organ": "Havnestyret"},
            "IN-022",
            "Godtgjøring!B5",
        ),
        (
            "godtgjoering",
            {"rolle": "leder", "sats": 1, "enhet": "kr_aar", "frikjoep_prosent": 0.45},
            "IN-057",
            "Godtgjøring!E5",
        ),
        (
            "godtgjoering",
            {"rolle": "leder", "sats": 1, "enhet": "kr_aar", "frikjoep_prosent": 140},
            "IN-014",
            "Godtgjøring!E5",
        ),
    ],
)
def test_a_fault_has_its_cell(
    arbeidsbok: Bok, funn: Hent, ark: str, rad: dict[str, Any], kode: str, sted: str
) -> None:
    (eneste,) = funn(lambda: read_inntak(arbeidsbok(**{ark: [rad]}), "inntak.xlsx"))
    assert (eneste.kode, eneste.sted) == (kode, f"inntak.xlsx!{sted}")


def test_a_case_type_that_stands_twice_is_told(arbeidsbok: Bok, funn: Hent) -> None:
    rad = {"sakstype": "a", "antall": 1}
    (eneste,) = funn(lambda: read_inntak(arbeidsbok(saksmengde=[rad, rad]), "inntak.xlsx"))
    assert (eneste.kode, eneste.sted) == ("IN-031", "inntak.xlsx!Saker per år!A6")
