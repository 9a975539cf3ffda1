"""A post has a known role, dates in order, and never a name."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from analyse.modell.verv import KJOENN, ROLLER, Verv


@pytest.mark.parametrize("rolle", ROLLER)
def test_every_role_may_be_held(rolle: str) -> None:
    assert Verv(organ_id="plan", person_id="p01", rolle=rolle).rolle == rolle


@pytest.mark.parametrize("kjoenn", ["", *KJOENN])
def test_gender_may_be_unknown(kjoenn: str) -> None:
    assert Verv(organ_id="plan", person_id="p01", kjoenn=kjoenn).kjoenn == kjoenn


@pytest.mark.parametrize("felter", [{"rolle": "sjef"}, {"kjoenn": "kvinne"}])
def test_an_unknown_role_or_gender_is_refused(felter: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="unknown"):
        Verv(organ_id="plan", person_id="p01", **felter)  # type: ignore[arg-type]


def test_a_post_that_ends_before_it_begins_is_refused() -> None:
    dag = date(2024, 1, 1)
    assert Verv(organ_id="plan", person_id="p01", fra=dag, til=dag).til == dag
    with pytest.raises(ValueError, match="before it begins"):
        Verv(organ_id="plan", person_id="p01", fra=dag, til=date(2023, 12, 31))


def test_there_is_no_field_for_a_name() -> None:
    assert [f.name for f in fields(Verv)] == [
        "organ_id",
        "person_id",
        "rolle",
        "parti",
        "kjoenn",
        "fra",
        "til",
    ]
