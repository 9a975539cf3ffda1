"""A workbook becomes the same as a model file, and its faults keep their cells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from analyse.grunn.feil import Funn
from analyse.inntak.fra_arbeidsbok import read_inntak
from analyse.inntak.modellfil import read_modellfil

Bok = Callable[..., Path]
Hent = Callable[..., list[Funn]]


def test_the_workbook_gives_the_same_model_as_the_model_file(arbeidsbok: Bok, modellfil: Bok) -> None:
    bok, fil = read_inntak(arbeidsbok(), "inntak.xlsx"), read_modellfil(modellfil(), "m.toml")
    assert bok.kommune == fil.kommune
    assert [o.id for o in bok.modell.organer] == [o.id for o in fil.modell.organer]
    assert bok.modell.saksganger == fil.modell.saksganger
    assert bok.modell.organ("plan") == fil.modell.organ("plan")


def test_figures_on_several_rows_of_a_body_keep_each_their_ground(arbeidsbok: Bok) -> None:
    organ = read_inntak(arbeidsbok(), "inntak.xlsx").modell.organ("kommunestyret")
    moeter, tid = organ.anslag("moeter_per_aar"), organ.anslag("moetetid_timer")
    assert moeter is not None
    assert tid is not None
    assert (moeter.grunnlag, moeter.lav, moeter.hoey, moeter.kilde) == ("forutsatt", 7, 11, "anslag")
    assert (tid.sentral, tid.grunnlag) == (3.5, "oppgitt")


def test_a_body_may_be_named_by_id_or_by_name_in_any_case(arbeidsbok: Bok) -> None:
    saksgang = [
        {
            "sakstype": "a",
            "trinn1": "PLANUTVALGET:innstiller + plan:uttaler",
            "trinn3": "kommunestyret: vedtar",
        }
    ]
    (gang,) = read_inntak(arbeidsbok(saksgang=saksgang), "inntak.xlsx").modell.saksganger
    assert [[str(s) for s in t] for t in gang.trinn] == [
        ["plan:innstiller", "plan:uttaler"],
        ["kommunestyret:vedtar"],
    ]


def test_all_columns_of_a_route_and_a_meeting_plan_are_read(arbeidsbok: Bok) -> None:
    saksgang = [
        {
            "sakstype": "a",
            "trinn1": "plan:innstiller",
            "trinn2": "kommunestyret:vedtar",
            "opphold_dager": "42, 0",
            "andel": "0,5",
            "lovpaalagt": "hoering, andregang",
            "innstiller_formelt": "Planutvalget",
            "innstiller_reelt": "plan",
            "kilde": "reglementet",
        }
    ]
    plan = [{"organ": "plan", "papirer_dager_foer": 7, "moetedatoer": "14.01.2026, 11.02.2026"}]
    modell = read_inntak(arbeidsbok(saksgang=saksgang, moeteplan=plan), "inntak.xlsx").modell
    (gang,) = modell.saksganger
    assert (gang.opphold_dager, gang.andel, gang.lovpaalagt) == ((42, 0), 0.5, ("hoering", "andregang"))
    assert (gang.innstiller_formelt, gang.innstiller_reelt, gang.kilde) == ("plan", "plan", "reglementet")
    assert modell.organ("plan").moetedatoer == ("2026-01-14", "2026-02-11")
    assert modell.organ("plan").papirer_dager_foer == 7


def test_the_first_sheet_gives_both_the_municipality_and_the_model(arbeidsbok: Bok) -> None:
    rad = {
        "navn": "Prøvefylke",
        "nummer": "99",
        "nivaa": "Fylkeskommune",
        "innbyggere": 200000,
        "styreform": "Parlamentarisme",
        "sekretariat": "Delt",
        "gjelder_fra": "25.10.2023",
        "valgaar": 2023,
        "stemmetype": "stemmesedler",
        "oppdiktet": True,
        "kilde": "oppdiktet",
    }
    partier = [
        {"parti": "A", "mandater": 17, "stemmer": 10, "posisjon": True},
        {"parti": "B", "mandater": 0, "posisjon": False},
    ]
    lest = read_inntak(arbeidsbok(kommune=[rad], partier=partier), "inntak.xlsx")
    assert lest.kommune is not None
    assert (lest.kommune.nivaa, lest.kommune.oppdiktet, lest.kommune.posisjon) == (
        "fylkeskommune",
        True,
        ("A",),
    )
    assert (lest.modell.styreform, lest.modell.sekretariat) == ("parlamentarisme", "delt")
    assert (lest.modell.gjelder_fra, lest.modell.kilde, lest.modell.id) == (
        date(2023, 10, 25),
        "oppdiktet",
        "dagens",
    )
    assert lest.kommune.valg[0].stemmer == {"A": 10}


def test_a_column_left_empty_is_not_an_answer(arbeidsbok: Bok) -> None:
    lest = read_inntak(arbeidsbok(), "inntak.xlsx")
    assert lest.kommune is not None
    assert lest.kommune.posisjon is None
    assert lest.modell.organ("plan").vedtaksrett is None
    assert lest.modell.organ("plan").moeter_per_aar is None


@pytest.mark.parametrize(
    ("celle", "verdi", "kode"),
    [
        (("Saksgang", "B5"), "Planutvlaget:innstiller", "IN-022"),
        (("Saksgang", "C5"), "kommunestyret vedtar", "IN-017"),
        (("Organ", "E6"), "Storstyret", "IN-022"),
        (("Organ", "H6"), "KrF", "IN-025"),
        (("Organ", "A6"), "Plån", "IN-018"),
        (("Møteplan", "A5"), "Storstyret", "IN-022"),
        (("Møteplan", "B5"), "9 (10–11)", "IN-016"),
        (("Møteplan", "B5"), -9, "IN-014"),
        (("Møteplan", "B6"), 8, "IN-052"),
        (("Partier", "A6"), "Ap", "IN-051"),
        (("Kommune", "B6"), "99", "IN-026"),
        (("Kommune", "B12"), None, "IN-011"),
        (("Kommune", "B13"), None, "IN-011"),
        (("Kommune", "B13"), "stemmer", "IN-013"),
        (("Saksgang", "I5"), 1.5, "IN-057"),
    ],
)
def test_a_fault_found_late_still_has_its_cell(
    arbeidsbok: Bok, funn: Hent, celle: tuple[str, str], verdi: Any, kode: str
) -> None:
    (eneste,) = funn(lambda: read_inntak(arbeidsbok(endre={celle: verdi}), "inntak.xlsx"))
    assert (eneste.kode, eneste.sted) == (kode, f"inntak.xlsx!{celle[0]}!{celle[1]}")


def test_two_councils_are_told_at_the_sheet_of_bodies(arbeidsbok: Bok, funn: Hent) -> None:
    (eneste,) = funn(lambda: read_inntak(arbeidsbok(endre={("Organ", "C6"): "Kommunestyre"}), "inntak.xlsx"))
    assert (eneste.kode, eneste.sted) == ("IN-020", "inntak.xlsx!Organ")


def test_a_body_whose_id_is_wrong_is_told_once_though_others_name_it(arbeidsbok: Bok, funn: Hent) -> None:
    alle = funn(lambda: read_inntak(arbeidsbok(endre={("Organ", "A6"): None}), "inntak.xlsx"))
    assert ("IN-011", "inntak.xlsx!Organ!A6") in [(f.kode, f.sted) for f in alle]
    assert [f.kode for f in alle].count("IN-011") == 1


def test_faults_come_as_the_reader_meets_them_in_the_workbook(arbeidsbok: Bok, funn: Hent) -> None:
    endre = {
        ("Møteplan", "B5"): "7–11",
        ("Saksgang", "B5"): "borte:innstiller",
        ("Organ", "D6"): "elleve",
        ("Organ", "H5"): "KrF",
        ("Kommune", "B6"): "99",
        ("Kommune", "B8"): "mange",
    }
    alle = funn(lambda: read_inntak(arbeidsbok(endre=endre), "inntak.xlsx"))
    assert [f.sted.removeprefix("inntak.xlsx!") for f in alle] == [
        "Kommune!B6",
        "Kommune!B8",
        "Organ!H5",
        "Organ!D6",
        "Møteplan!B5",
        "Saksgang!B5",
    ]


def test_an_empty_template_asks_for_what_must_be_filled_in_and_nothing_else(
    arbeidsbok: Bok, funn: Hent
) -> None:
    tom = arbeidsbok(kommune=[], partier=[], organ=[], saksgang=[], moeteplan=[])
    alle = funn(lambda: read_inntak(tom, "inntak.xlsx"))
    assert [(f.kode, f.felter["felt"]) for f in alle] == [
        ("IN-011", "@inntak.kommune.navn"),
        ("IN-011", "@inntak.kommune.innbyggere"),
        ("IN-011", "@inntak.kommune.styreform"),
    ]
