"""A body: its kind, its size, its figures, and what each figure rests on."""

from __future__ import annotations

from dataclasses import fields

import pytest

from analyse.modell.organ import (
    ART,
    ART_ADMINISTRATIV,
    ART_EKSTERN,
    ART_FOLKEVALGT,
    ART_PERSON,
    ORGANFELT,
    TALLFELT,
    Opplysning,
    Organ,
    er_slug,
)


def _organ(**felter: object) -> Organ:
    fast = {"id": "plan", "navn": "Planutvalget", "art": "utvalg", "medlemmer": 9}
    return Organ(**fast | felter)  # type: ignore[arg-type]


def test_every_kind_is_of_one_sort() -> None:
    assert (
        len(set(ART))
        == len(ART)
        == sum(map(len, (ART_FOLKEVALGT, ART_PERSON, ART_ADMINISTRATIV, ART_EKSTERN)))
    )
    assert [a for a in ART if _organ(art=a).er_folkevalgt] == list(ART_FOLKEVALGT)
    assert [a for a in ART if _organ(art=a).er_administrativ] == list(ART_ADMINISTRATIV)


def test_the_list_of_fields_is_the_bodys_own() -> None:
    assert tuple(f.name for f in fields(Organ)) == ORGANFELT


@pytest.mark.parametrize(
    ("tekst", "svar"),
    [
        ("plan_2", True),
        ("", False),
        ("Plan", False),
        ("plan-2", False),
        ("plan ", False),
        ("plan\n", False),
        ("raå", False),
    ],
)
def test_an_identifier_is_lower_case_letters_digits_and_underscore(tekst: str, svar: bool) -> None:
    assert er_slug(tekst) is svar


@pytest.mark.parametrize(
    ("felter", "melding"),
    [
        ({"id": "Plan"}, "body id 'Plan'"),
        ({"art": "komite"}, "unknown kind 'komite'"),
        ({"valgbare": "ingen"}, "unknown eligibility"),
        ({"medlemmer": -1}, "size -1 below zero"),
        ({"moeter_per_aar": -0.5}, "moeter_per_aar -0.5 below zero"),
        ({"moetetid_timer": -1}, "moetetid_timer"),
        ({"papirer_dager_foer": -1}, "papirer_dager_foer"),
        ({"moetetid_timer": 90}, "moetetid_timer 90 above 24"),
        ({"vara_andel": 1.5}, "vara_andel 1.5 above 1"),
        ({"opplysninger": {"navn": Opplysning()}}, "no figure navn"),
        ({"opplysninger": {"medlemmer": Opplysning(lav=7, hoey=11)}}, "a size has no range"),
        ({"sammensetning": {"hoeyde": {"lav": 1}}}, "no composition by hoeyde"),
        ({"sammensetning": {"parti": {"Ap": -1}}}, "fewer than no members"),
        (
            {"moeter_per_aar": 9, "opplysninger": {"moeter_per_aar": Opplysning(lav=10, hoey=11)}},
            "low <= central",
        ),
    ],
)
def test_what_no_body_can_be_is_refused(felter: dict[str, object], melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        _organ(**felter)


def test_a_figure_that_was_not_given_is_none_and_has_no_estimate() -> None:
    organ = _organ(medlemmer=None, opplysninger={"moeter_per_aar": Opplysning(lav=1, hoey=2)})
    assert (organ.medlemmer, organ.moeter_per_aar, organ.anslag("moeter_per_aar")) == (None, None, None)


def test_a_size_may_rest_on_an_assumption() -> None:
    assert (
        _organ(opplysninger={"medlemmer": Opplysning(grunnlag="forutsatt")}).grunnlag("medlemmer")
        == "forutsatt"
    )
    assert _organ().grunnlag("medlemmer") == "oppgitt"


def test_what_was_not_given_about_a_body_is_empty_and_never_a_default() -> None:
    organ = _organ()
    assert {getattr(organ, felt) for felt in TALLFELT} == {None}
    assert (organ.dagmoete, dict(organ.andre_navn), dict(organ.sammensetning)) == (None, {}, {})


def test_zero_meetings_are_known_and_not_missing() -> None:
    anslag = _organ(moeter_per_aar=0).anslag("moeter_per_aar")
    assert anslag is not None
    assert (anslag.sentral, anslag.er_fast) == (0, True)


def test_a_figure_is_stated_by_the_municipality_unless_something_else_is_said() -> None:
    organ = _organ(
        moeter_per_aar=9,
        moetetid_timer=4,
        opplysninger={"moetetid_timer": Opplysning(grunnlag="forutsatt", lav=3, hoey=5, kilde="Anslag")},
    )
    assert (organ.grunnlag("moeter_per_aar"), organ.grunnlag("moetetid_timer")) == ("oppgitt", "forutsatt")
    anslag = organ.anslag("moetetid_timer")
    assert anslag is not None
    assert (anslag.lav, anslag.sentral, anslag.hoey, anslag.grunnlag, anslag.kilde) == (
        3,
        4,
        5,
        "forutsatt",
        "Anslag",
    )


def test_a_body_that_follows_another_is_drawn_under_the_others_key() -> None:
    organ = _organ(moeter_per_aar=9, opplysninger={"moeter_per_aar": Opplysning(foelger="ks")})
    assert organ.trekknoekkel("moeter_per_aar") == "ks.moeter_per_aar"
    assert organ.trekknoekkel("moetetid_timer") == "plan.moetetid_timer"


def test_half_a_range_and_an_unknown_ground_are_refused() -> None:
    with pytest.raises(ValueError, match="both its ends"):
        Opplysning(lav=1)
    with pytest.raises(ValueError, match="unknown ground"):
        Opplysning(grunnlag="gjettet")
