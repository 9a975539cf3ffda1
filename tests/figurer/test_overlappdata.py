"""From the rows of the measure to the pairs of one model."""

from __future__ import annotations

from typing import Any

import pytest

from analyse.figurer.overlapp import Overlappcelle, Overlappdata
from analyse.figurer.overlappdata import build_overlappdata
from analyse.grunn.tekst import SPRAAK, Tekst

ORGANER = {"fsk": "Formannskapet", "tom": "Ungdomsrådet", "plan": "Planutvalget", "drift": "Driftsutvalget"}


def rad(element: str, **felter: Any) -> dict[str, Any]:
    fast = {"modell": "dagens", "indikator": "overlapp", "dimensjon": "organpar", "element": element,
            "mot": None, "grunnlag": "beregnet", "enhet": "andel", "verdi": None, "lav": None, "hoey": None,
            "intervall": "identifikasjon", "verdikt": None, "grunn": None, "kilde": "x"}  # fmt: skip
    return fast | felter


def _data(*rader: dict[str, Any], spraak: str = "nb") -> Overlappdata:
    return build_overlappdata(rader, "dagens", "Dagens modell", ORGANER, Tekst(spraak))


def test_pairs_stand_in_the_order_of_the_bodies_and_those_without_pairs_are_left_out() -> None:
    data = _data(rad("drift+fsk", lav=0.0, hoey=1.0), rad("plan+drift", verdi=0.25, intervall="ingen"))
    assert data.organer == ("Formannskapet", "Planutvalget", "Driftsutvalget")
    assert data.celler == (
        Overlappcelle(rad=2, kolonne=0, lav=0.0, hoey=1.0, tekst="0–100"),
        Overlappcelle(rad=2, kolonne=1, lav=0.25, hoey=0.25, tekst="25"),
    )
    assert "Driftsutvalget – Formannskapet: 0–100 %." in data.omtale.alt


def test_other_models_and_differences_are_not_mixed_in() -> None:
    assert _data(rad("plan+fsk", modell="komite"), rad("plan+fsk", mot="x")).celler == ()


@pytest.mark.parametrize(
    ("rader", "tittel"),
    [
        ((), "Modellen har ikke to organ å sammenligne"),
        ((rad("plan+fsk", lav=0.0, hoey=1.0),), "Ingen par av organ må ha felles medlemmer"),
        ((rad("plan+fsk", lav=0.5, hoey=1.0),), "1 av 1 par av organ må ha felles medlemmer"),
    ],
)
def test_the_title_is_what_the_structure_settles(rader: tuple[dict[str, Any], ...], tittel: str) -> None:
    assert _data(*rader).omtale.tittel == tittel


@pytest.mark.parametrize("spraak", SPRAAK)
def test_a_pair_that_is_not_illuminated_has_a_word(spraak: str) -> None:
    (celle,) = _data(rad("plan+fsk", grunnlag="ikke_belyst", intervall="ingen"), spraak=spraak).celler
    assert (celle.hoey, celle.tekst) == (None, Tekst(spraak)("begrep.grunnlag.ikke_belyst"))
