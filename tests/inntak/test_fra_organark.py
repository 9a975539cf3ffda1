"""Bodies, composition, posts, delegations and routes come from their sheets as from a model file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from analyse.grunn.feil import Funn
from analyse.inntak.fra_arbeidsbok import read_inntak
from analyse.modell.delegasjon import Delegasjon
from analyse.modell.organ import TALLFELT
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.verv import Verv

Bok = Callable[..., Path]
Hent = Callable[..., list[Funn]]


@pytest.fixture
def modell(arbeidsbok: Bok) -> Callable[..., Styringsmodell]:
    """Read the sound workbook with the given sheets."""
    return lambda **ark: read_inntak(arbeidsbok(**ark), "inntak.xlsx").modell


def test_every_figure_of_the_meeting_plan_reaches_the_body(modell: Callable[..., Styringsmodell]) -> None:
    tall = {felt: nr / 10 for nr, felt in enumerate(TALLFELT, start=1)}
    organ = modell(moeteplan=[{"organ": "plan", "dagmoete": False, **tall}]).organ("plan")
    assert {felt: getattr(organ, felt) for felt in TALLFELT} == tall
    assert organ.dagmoete is False


def test_a_share_of_deputies_may_be_typed_in_per_cent_with_a_range(
    modell: Callable[..., Styringsmodell],
) -> None:
    anslag = (
        modell(moeteplan=[{"organ": "plan", "vara_andel": "12 % (8 %–20 %)"}])
        .organ("plan")
        .anslag("vara_andel")
    )
    assert anslag is not None
    assert (anslag.lav, anslag.sentral, anslag.hoey) == (0.08, 0.12, 0.2)


def test_an_assumed_row_makes_the_size_an_assumption_and_names_its_source(
    modell: Callable[..., Styringsmodell],
) -> None:
    raad = {"id": "ks", "navn": "KS", "art": "kommunestyre", "medlemmer": 17}
    plan = {"id": "plan", "navn": "Plan", "art": "utvalg", "medlemmer": 7, "velges_av": "ks"}
    plan |= {"grunnlag": "forutsatt", "kilde": "lovens minstetall", "andre_navn": "nordsamisk=Plána"}
    ark = {"organ": [raad, plan], "saksgang": [], "moeteplan": []}
    lest = modell(**ark)
    assert [o.grunnlag("medlemmer") for o in lest.organer] == ["oppgitt", "forutsatt"]
    assert lest.organ("plan").opplysninger["medlemmer"].kilde == "lovens minstetall"
    assert lest.organ("plan").andre_navn == {"nordsamisk": "Plána"}


def test_a_composition_as_counts_is_read_per_body_and_sort(modell: Callable[..., Styringsmodell]) -> None:
    rader: list[dict[str, Any]] = [
        {"organ": "Kommunestyret", "slag": "parti", "gruppe": "Ap", "antall": 10},
        {"organ": "Kommunestyret", "slag": "parti", "gruppe": "Sp", "antall": 7},
        {"organ": "Kommunestyret", "slag": "kjoenn", "gruppe": "Kvinne", "antall": 8},
        {"organ": "Kommunestyret", "slag": "alder", "gruppe": "under 30", "antall": 2},
        {"organ": "plan", "slag": "parti", "gruppe": "Ap", "antall": "vet ikke"},
    ]
    lest = modell(sammensetning=rader)
    assert lest.organ("kommunestyret").sammensetning == {
        "parti": {"Ap": 10, "Sp": 7},
        "kjoenn": {"K": 8},
        "alder": {"under 30": 2},
    }
    assert lest.organ("plan").sammensetning == {}


@pytest.mark.parametrize(
    ("rad", "kode", "celle"),
    [
        ({"gruppe": "KrF"}, "IN-025", "C5"),
        ({"antall": 18}, "IN-033", "D5"),
        ({"organ": "Havnestyret"}, "IN-022", "A5"),
        ({"slag": "hoeyde"}, "IN-013", "B5"),
        ({"slag": "kjoenn", "gruppe": "ukjent kjønn"}, "IN-013", "C5"),
        ({"antall": None}, "IN-011", "D5"),
    ],
)
def test_a_fault_of_a_composition_has_its_cell(
    arbeidsbok: Bok, funn: Hent, rad: dict[str, Any], kode: str, celle: str
) -> None:
    sunn = {"organ": "kommunestyret", "slag": "parti", "gruppe": "Ap", "antall": 10}
    (eneste,) = funn(lambda: read_inntak(arbeidsbok(sammensetning=[sunn | rad]), "inntak.xlsx"))
    assert (eneste.kode, eneste.sted) == (kode, f"inntak.xlsx!Sammensetning!{celle}")


def test_a_group_that_stands_twice_is_told(arbeidsbok: Bok, funn: Hent) -> None:
    rad = {"organ": "kommunestyret", "slag": "parti", "gruppe": "Ap", "antall": 1}
    (eneste,) = funn(lambda: read_inntak(arbeidsbok(sammensetning=[rad, rad]), "inntak.xlsx"))
    assert (eneste.kode, eneste.sted) == ("IN-052", "inntak.xlsx!Sammensetning!C6")


def test_posts_and_delegations_are_read(modell: Callable[..., Styringsmodell]) -> None:
    verv = [
        {"person": "p01", "organ": "Planutvalget", "rolle": "leder", "parti": "Ap", "kjoenn": "K"},
        {"person": "p02", "organ": "plan", "fra": "25.10.2023"},
    ]
    delegasjon = [
        {"fra": "Kommunestyret", "til": "plan", "sakstyper": "Alle", "prinsipielle": "nei", "kilde": "§ 3"}
    ]
    lest = modell(verv=verv, delegasjon=delegasjon)
    assert lest.verv == (
        Verv(organ_id="plan", person_id="p01", rolle="leder", parti="Ap", kjoenn="K"),
        Verv(organ_id="plan", person_id="p02", fra=date(2023, 10, 25)),
    )
    assert lest.delegasjoner == (
        Delegasjon(fra="kommunestyret", til="plan", sakstyper=("alle",), kilde="§ 3"),
    )


@pytest.mark.parametrize("navn", ["Kari Nordmann", "Nordmann, Kari", "kari.nordmann"])
def test_a_persons_name_is_refused_and_never_repeated(arbeidsbok: Bok, funn: Hent, navn: str) -> None:
    sti = arbeidsbok(verv=[{"person": navn, "organ": "plan"}])
    (eneste,) = funn(lambda: read_inntak(sti, "inntak.xlsx"))
    assert (eneste.kode, eneste.sted, dict(eneste.felter)) == ("IN-058", "inntak.xlsx!Verv!A5", {})


@pytest.mark.parametrize("dekknavn", ["p01", "rep-12", "A", "person_3", "Ap 4"])
def test_a_code_name_is_no_name(arbeidsbok: Bok, funn: Hent, dekknavn: str) -> None:
    sti = arbeidsbok(verv=[{"person": dekknavn, "organ": "plan"}])
    assert funn(lambda: read_inntak(sti, "inntak.xlsx")) == []


def test_one_who_sits_twice_in_a_body_is_told_with_both_cells(arbeidsbok: Bok, funn: Hent) -> None:
    rad = {"person": "p01", "organ": "plan"}
    (eneste,) = funn(lambda: read_inntak(arbeidsbok(verv=[rad, rad]), "inntak.xlsx"))
    assert (eneste.kode, eneste.sted, eneste.felter["annen"]) == (
        "IN-032",
        "inntak.xlsx!Verv!A6",
        "inntak.xlsx!Verv!A5",
    )
