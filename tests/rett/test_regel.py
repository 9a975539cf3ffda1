"""A rule refuses what does not go together, and knows the days it holds and where its words stand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from analyse.rett.regel import AapentSpoersmaal, Inndata, Kunraadet, Regel, Tidspunkt, i_kraft

HEL: dict[str, Any] = {
    "id": "R-1", "lov": "kommuneloven_2018", "begrep": "utvalg", "omraade": "lov_organ", "paragraf": "§ 5-7",
    "gyldig_fra": date(2019, 10, 1), "gyldig_til": date(2023, 7, 1), "alvor": "skal", "slag": "kontrollert",
    "kilder": ("kommuneloven_2018",), "tillit": "sikker", "inndata": ("organ.medlemmer",),
}  # fmt: skip


@pytest.mark.parametrize(
    ("dag", "gjelder"),
    [
        (date(2019, 9, 30), False),
        (date(2019, 10, 1), True),
        (date(2023, 6, 30), True),
        (date(2023, 7, 1), False),
    ],
)
def test_the_first_day_counts_and_the_end_day_does_not(dag: date, gjelder: bool) -> None:
    assert Regel(**HEL).gjelder(dag) is gjelder


def test_a_missing_end_is_open_at_that_end() -> None:
    assert i_kraft(None, None, date(1900, 1, 1))
    assert i_kraft(date(2020, 1, 1), None, date(2099, 1, 1))
    assert not i_kraft(None, date(2020, 1, 1), date(2020, 1, 1))


@pytest.mark.parametrize(
    "felt",
    [
        {"alvor": "må"},
        {"slag": "målt"},
        {"tillit": "kanskje"},
        {"form": "frist"},  # only a calculated rule has a form
        {"slag": "beregnet"},  # and must have one
        {"inndata": ()},
        {"slag": "opplyst"},  # what cannot be decided needs nothing
        {"gyldig_til": date(2019, 10, 1)},
    ],
)
def test_what_does_not_go_together_is_refused(felt: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="R-1"):
        Regel(**{**HEL, **felt})


def test_an_older_wording_has_its_own_key() -> None:
    assert Regel(**HEL).noekkel == "lov_organ.R-1"
    assert Regel(**{**HEL, "utgave": "foer_2023_07"}).noekkel == "lov_organ.R-1.foer_2023_07"


def test_a_reserved_matter_without_a_known_first_day_holds_until_it_is_ended() -> None:
    sak = Kunraadet(id="vigsel", lov="ekteskapsloven_1991", paragraf="§ 12", kilder=("saerlovsoek",))
    assert sak.gjelder(date(1995, 1, 1))
    assert sak.noekkel == "lov_kunraadet.vigsel"


def test_open_questions_and_inputs_tell_where_their_words_stand() -> None:
    assert (
        AapentSpoersmaal(id="en_plass", paragraf="§ 7-6 (3)", regler=("R-1",)).noekkel
        == "lov_aapent.en_plass"
    )
    assert Inndata(id="fakta.valgaar", kilde="fakta", type="tall").noekkel == "lov.inndata.fakta.valgaar"
    with pytest.raises(ValueError, match="unknown origin"):
        Inndata(id="x", kilde="gjetning", type="tall")


def test_a_day_that_differs_between_municipalities_is_uncertain_from_the_first_to_the_last() -> None:
    dag = {"id": "d", "tidligst": date(2019, 9, 10), "senest": date(2019, 10, 31), "kilder": ("k",)}
    overgang = Tidspunkt(dato=date(2019, 10, 1), **dag)
    usikre = [overgang.er_usikkert(date(2019, m, d)) for m, d in ((9, 9), (9, 10), (10, 31), (11, 1))]
    assert usikre == [False, True, True, False]
    with pytest.raises(ValueError, match="outside"):
        Tidspunkt(dato=date(2020, 1, 1), **dag)
