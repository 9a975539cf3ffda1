"""The workbook's sheets are data, and every word of theirs is known again in any language."""

from __future__ import annotations

import pytest

from analyse.grunn.anslag import GRUNNLAG
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.arbeidsbok import EGNE_ARK
from analyse.inntak.arkdefinisjon import NIVAAER, Ark, arkene, arknavn, kjente_ord, normaliser, overskrift
from analyse.inntak.arkskriver import MAKS_MELDING
from analyse.inntak.celle import _LESERE
from analyse.modell.organ import ART

ARK = arkene()


def test_the_sheets_come_level_by_level() -> None:
    per_nivaa = {n: [a.id for a in ARK if a.nivaa == n] for n in NIVAAER}
    assert per_nivaa == {
        1: ["kommune", "partier", "organ"],
        2: ["moeteplan", "saksmengde", "sekretariat", "godtgjoering"],
        3: ["delegasjon", "saksgang", "verv", "sammensetning"],
    }
    assert [a.nivaa for a in ARK] == sorted(a.nivaa for a in ARK)


def test_rows_of_a_table_can_be_told_apart_by_columns_it_has() -> None:
    assert [
        a.id for a in ARK if a.form == "tabell" and not set(a.noekkel) <= {k.id for k in a.kolonner}
    ] == []
    assert [a.id for a in ARK if (a.form == "tabell") != bool(a.noekkel)] == []


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_sheet_tells_who_knows_it_where_it_stands_how_long_it_takes_and_what_is_lost(
    spraak: str,
) -> None:
    deler = ("om", "hvem", "hvor", "tid", "tapt")
    ventet = [f"inntak.om_ark.{a.id}.{d}" for a in ARK for d in deler]
    ventet += [f"inntak.nivaanavn.nivaa_{n}" for n in NIVAAER]
    assert [n for n in ventet if not Tekst(spraak).finnes(n)] == []


@pytest.mark.parametrize("spraak", SPRAAK)
def test_the_help_fits_in_the_box_beside_a_cell(spraak: str) -> None:
    tekst = Tekst(spraak)
    lange = [
        (a.id, k.id)
        for a in ARK
        for k in a.kolonner
        if len(tekst(f"inntak.hjelp_{a.id}.{k.id}")) > MAKS_MELDING
    ]
    assert lange == []


def test_what_a_field_says_beside_its_value_is_a_column_too() -> None:
    kommune = next(a for a in ARK if a.id == "kommune")
    assert kommune.kolonne("innbyggere").type == "heltall"
    assert kommune.kolonne("innbyggere.grunnlag").valg == GRUNNLAG


def test_every_column_has_a_type_that_can_be_read() -> None:
    assert {k.type for a in ARK for k in a.kolonner} <= {*_LESERE, "valg"}


def test_a_column_of_choices_has_choices_and_no_other_has() -> None:
    assert [(a.id, k.id) for a in ARK for k in a.kolonner if bool(k.valg) != (k.type == "valg")] == []


def test_the_kinds_of_bodies_are_those_of_the_model() -> None:
    assert next(a for a in ARK if a.id == "organ").kolonne("art").valg == ART


@pytest.mark.parametrize("ark", ARK, ids=lambda a: a.id)
def test_one_word_never_means_two_columns_of_a_sheet(ark: Ark) -> None:
    _check_entydig(f"inntak.{ark.id}", [k.id for k in ark.kolonner])


def test_one_word_never_means_two_sheets() -> None:
    _check_entydig("inntak.ark", [*(a.id for a in ARK), *EGNE_ARK])


def test_one_word_never_means_two_choices_of_a_column() -> None:
    for kolonne in (k for a in ARK for k in a.kolonner if k.valg):
        _check_entydig("inntak.valg", list(kolonne.valg))


def _check_entydig(rot: str, ider: list[str]) -> None:
    betyr: dict[str, set[str]] = {normaliser(i): {i} for i in ider}
    for spraak in SPRAAK:
        for id_ in ider:
            betyr.setdefault(normaliser(Tekst(spraak)(f"{rot}.{id_}")), set()).add(id_)
    assert {ord_: m for ord_, m in betyr.items() if len(m) > 1} == {}


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_heading_has_its_word_its_help_and_is_known_again(spraak: str) -> None:
    tekst = Tekst(spraak)
    for ark in ARK:
        kjent = kjente_ord(f"inntak.{ark.id}", tuple(k.id for k in ark.kolonner))
        for kolonne in ark.kolonner:
            assert kjent[normaliser(overskrift(tekst, ark, kolonne))] == kolonne.id
            assert tekst.finnes(f"inntak.hjelp_{ark.id}.{kolonne.id}")


@pytest.mark.parametrize("spraak", SPRAAK)
def test_a_sheets_name_fits_in_excel(spraak: str) -> None:
    navn = [arknavn(Tekst(spraak), a) for a in ARK]
    navn += [Tekst(spraak)(f"inntak.ark.{a}") for a in EGNE_ARK]
    assert all(len(n) <= 31 and not set(n) & set("[]:*?/\\") for n in navn)
    assert len(set(navn)) == len(navn)


@pytest.mark.parametrize(
    "skrevet",
    ["Møter per år", " møter\N{NO-BREAK SPACE}per  år: ", "MØTER PER ÅR*", "Mo\u0338ter per a\u030ar"],
)
def test_a_heading_is_known_however_it_is_typed(skrevet: str) -> None:
    ventet = "mo\u0338ter per år" if "\u0338" in skrevet else "møter per år"
    assert normaliser(skrevet) == ventet
