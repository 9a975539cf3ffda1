"""The way the law is written in TOML: shares, named days, and keys that are not known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from analyse.rett.lovfil import build_kilder, build_regel, build_tidspunkt, build_verdi, parse_andel
from analyse.rett.verdi import Frist, Trinn, Varighet

DAGER = {"konstituering_2019": date(2019, 10, 9)}
REGEL: dict[str, Any] = {
    "id": "R-1", "paragraf": "§ 1", "gyldig_fra": "konstituering_2019", "alvor": "skal", "slag": "opplyst",
    "kilder": ["k"], "tillit": "sikker",
}  # fmt: skip
VERDI: dict[str, Any] = {
    "id": "v",
    "paragraf": "§ 1",
    "gyldig_fra": date(1993, 1, 1),
    "gyldig_til": "konstituering_2019",
}


@pytest.mark.parametrize(
    ("tekst", "andel"),
    [("2/3", Fraction(2, 3)), ("40 %", Fraction(2, 5)), ("90 %", Fraction(9, 10)), ("1/5", Fraction(1, 5))],
)
def test_a_share_is_read_exactly(tekst: str, andel: Fraction) -> None:
    assert parse_andel(tekst) == andel


def test_a_named_day_stands_where_a_date_would() -> None:
    regel = build_regel(REGEL, "kommuneloven_2018", "utvalg", "lov_organ", DAGER)
    assert (regel.gyldig_fra, regel.gyldig_til) == (date(2019, 10, 9), None)
    assert (regel.lov, regel.begrep, regel.kilder) == ("kommuneloven_2018", "utvalg", ("k",))


def test_an_unknown_key_is_named_with_its_entry() -> None:
    with pytest.raises(ValueError, match="R-1: unknown key gyldigfra"):
        build_regel({**REGEL, "gyldigfra": 1}, "l", "b", "o", DAGER)


def test_an_unknown_day_stops_the_reading() -> None:
    with pytest.raises(KeyError, match="konstituering_2023"):
        build_regel({**REGEL, "gyldig_fra": "konstituering_2023"}, "l", "b", "o", DAGER)


@pytest.mark.parametrize(
    ("rad", "innhold"),
    [
        ({"slag": "tall", "verdi": 5}, 5),
        ({"slag": "andel", "verdi": "3/4"}, Fraction(3, 4)),
        ({"slag": "varighet", "varighet": {"dager": 14}}, Varighet(dager=14)),
        (
            {"slag": "frist", "frist": {"grunnlag": "valgaar", "aar": -1, "maaned": 12, "dag": 31}},
            Frist(grunnlag="valgaar", aar=-1, maaned=12, dag=31),
        ),
        (
            {"slag": "tabell", "trinn": [{"til_og_med": 9, "minst": 4}, {"andel": "40 %"}]},
            (Trinn(til_og_med=9, minst=4), Trinn(til_og_med=None, andel=Fraction(2, 5))),
        ),
    ],
)
def test_each_kind_of_figure_is_read_as_it_is_written(rad: dict[str, Any], innhold: object) -> None:
    verdi = build_verdi({**VERDI, **rad}, "kommuneloven_1992", DAGER)
    assert verdi.innhold == innhold
    assert (verdi.lov, verdi.gyldig_til) == ("kommuneloven_1992", date(2019, 10, 9))


def test_a_share_in_per_cent_is_printed_so_and_one_as_a_fraction_is_not() -> None:
    som = [
        build_verdi({**VERDI, "slag": "andel", "verdi": v}, "l", DAGER).som_prosent for v in ("40 %", "2/3")
    ]
    assert som == [True, False]


def test_the_municipalitys_own_day_replaces_the_one_we_count_from() -> None:
    rad = {"id": "d", "dato": date(2019, 10, 1), "tidligst": date(2019, 9, 10), "senest": date(2019, 10, 31),
           "kilder": ["k"]}  # fmt: skip
    assert build_tidspunkt(rad, None).dato == date(2019, 10, 1)
    assert build_tidspunkt(rad, date(2019, 10, 23)).dato == date(2019, 10, 23)


def test_sources_are_read_by_key_and_the_format_is_none_of_them() -> None:
    kilder = build_kilder(
        {"format": 1, "kl": {"tittel": "Kommuneloven", "art": "lov", "lenke": "lovdata.no"}}
    )
    assert {navn: k.tittel for navn, k in kilder.items()} == {"kl": "Kommuneloven"}
