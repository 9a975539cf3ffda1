"""Rows of the table of measurements in words: values, intervals of each kind, and what is not known."""

from __future__ import annotations

from typing import Any

import pytest

from analyse.figurer.maalingsord import build_maalte, join_kilder
from analyse.grunn.tekst import Tekst

NB = Tekst("nb")


def rad(**felter: Any) -> dict[str, Any]:
    fast = {"modell": "dagens", "indikator": "moeter_per_aar", "dimensjon": None, "element": None,
            "mot": None, "grunnlag": "oppgitt", "enhet": "moeter_per_aar", "verdi": 40.0, "lav": None,
            "hoey": None,
            "intervall": "ingen", "verdikt": None, "grunn": None, "kilde": "egen_definisjon"}  # fmt: skip
    return fast | felter


@pytest.mark.parametrize(
    ("rader", "ord_", "spenn"),
    [
        ([rad()], "40", ()),
        ([rad(intervall="antakelse", lav=36.0, hoey=44.0)], "40", ("90 % av antakelsene: 36–44",)),
        ([rad(intervall="identifikasjon", lav=40.0)], "minst 40", ()),
        ([rad(verdi=None, intervall="identifikasjon", lav=30.0, hoey=50.0)], "mellom 30 og 50", ()),
        ([rad(verdi=None, grunnlag="ikke_belyst")], "ikke belyst", ()),
        (
            [rad(intervall="antakelse", lav=36.0, hoey=44.0), rad(intervall="atferd", lav=20.0, hoey=60.0)],
            "40",
            ("90 % av antakelsene: 36–44", "spenn for atferd: 20–60"),
        ),
    ],
)
def test_a_number_is_told_with_its_intervals(
    rader: list[dict[str, Any]], ord_: str, spenn: tuple[str, ...]
) -> None:
    (maalt,) = build_maalte(rader).values()
    assert maalt.i_ord(NB) == ord_
    assert maalt.spenn_i_ord(NB) == spenn


def test_numbers_are_found_by_their_key_in_the_tables_order() -> None:
    maalte = build_maalte([rad(modell="b"), rad(modell="a"), rad(modell="b", mot="a")])
    assert [n[0] for n in maalte] == ["b", "a", "b"]
    assert maalte["b", "moeter_per_aar", None, None, "a"].hoved["mot"] == "a"


def test_sources_stand_once_and_methods_have_names() -> None:
    alle = list(build_maalte([rad(), rad(modell="b"), rad(modell="c", kilde="Møteplanen.")]).values())
    assert join_kilder(alle, NB) == "egen definisjon; Møteplanen"
