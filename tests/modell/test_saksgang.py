"""A route is steps in order; what is written in a model file is read back the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.modell.saksgang import HANDLINGER, Saksgang, Steg, format_trinn, parse_trinn

organ_ider = st.from_regex(r"[a-z0-9_]{1,12}", fullmatch=True)
steg = st.builds(Steg, organ_id=organ_ider, handling=st.sampled_from(HANDLINGER))


def _saksgang(**felter: object) -> Saksgang:
    trinn = (parse_trinn("eldreraadet:uttaler + plan:innstiller"), parse_trinn("ks:vedtar"))
    return Saksgang(**{"sakstype": "plan", "trinn": trinn} | felter)  # type: ignore[arg-type]


@given(st.lists(steg, min_size=1, max_size=5).map(tuple))
def test_a_step_is_read_back_as_it_was_written(trinn: tuple[Steg, ...]) -> None:
    assert parse_trinn(format_trinn(trinn)) == trinn


def test_spaces_in_a_step_do_not_matter() -> None:
    assert parse_trinn(" a : uttaler+b:vedtar ") == parse_trinn("a:uttaler + b:vedtar")


@pytest.mark.parametrize("tekst", ["", "plan", ":vedtar", "plan:vedtar +", "plan:vedtar + + ks:vedtar"])
def test_a_part_that_is_not_organ_and_action_is_refused(tekst: str) -> None:
    with pytest.raises(ValueError, match="organ:handling"):
        parse_trinn(tekst)


@pytest.mark.parametrize("tekst", ["plan:", "plan:bestemmer", "plan:vedtar:vedtar"])
def test_an_unknown_action_is_refused_with_the_known_ones(tekst: str) -> None:
    with pytest.raises(ValueError, match="known: uttaler, innstiller"):
        parse_trinn(tekst)


def test_a_route_knows_its_bodies_and_who_does_what() -> None:
    rute = _saksgang()
    assert rute.organ_ider() == {"eldreraadet", "plan", "ks"}
    assert rute.med_handling("innstiller", "vedtar") == {"plan", "ks"}
    assert rute.med_handling() == frozenset()


@pytest.mark.parametrize("trinn", [(), ((),), (parse_trinn("ks:vedtar"), ())])
def test_a_route_without_a_step_is_refused(trinn: object) -> None:
    with pytest.raises(ValueError, match="no step"):
        _saksgang(trinn=trinn)


@pytest.mark.parametrize(
    ("felter", "melding"),
    [
        ({"opphold_dager": (1,)}, "1 gaps for 2 steps"),
        ({"opphold_dager": (0, -1)}, "gap below zero"),
        ({"andel": 1.01}, "shares"),
        ({"andel": float("nan")}, "shares"),
        ({"anke_andel": -0.1}, "shares"),
    ],
)
def test_gaps_and_shares_that_make_no_sense_are_refused(felter: dict[str, object], melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        _saksgang(**felter)


def test_no_gaps_and_the_ends_of_the_share_are_fine() -> None:
    assert [_saksgang(andel=a, opphold_dager=()).andel for a in (0, 1)] == [0, 1]
