"""A fault in one place hides none in another, and repairing a record never fails or invents a fault."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from analyse.grunn.feil import Funn
from analyse.inntak.modellfil import read_modellfil
from analyse.inntak.raa import RaaModellfil
from analyse.inntak.reparasjon import build_lesbar

Hent = Callable[..., list[Funn]]


@pytest.mark.parametrize(
    "bytte",
    [
        ("innbyggere = 12000", 'innbyggere = "mange"'),
        ("innbyggere = 12000\n", ""),
        ("medlemmer = 17", "medlemer = 17"),
        ("Sp = 7", 'Sp = "sju"'),
        ('type = "stemmesedler"', 'type = "stemmer"'),
        ('sakstype = "reguleringsplan"\n', ""),
        ('trinn = ["plan:innstiller", "kommunestyret:vedtar"]', "trinn = [1]"),
        ("lav = 7", "lav = true"),
        ("moeter_per_aar = 9\n", 'moeter_per_aar = "ni"\n'),
        ('id = "plan"', "id = 3"),
        ("[modell]", "[modell]\nnavnn = 3"),
    ],
)
def test_a_fault_does_not_hide_a_wrong_number_and_an_unknown_party(
    modellfil: Callable[..., Path], funn: Hent, bytte: tuple[str, str]
) -> None:
    sti = modellfil(
        bytte,
        ('nummer = "9999"', 'nummer = "99"\nposisjon = ["Sp", "KrF"]'),
    )
    koder = [f.kode for f in funn(lambda: read_modellfil(sti, "m.toml"))]
    assert (koder.count("IN-026"), koder.count("IN-025")) == (1, 1)
    assert "IN-015" not in koder


def test_what_is_left_of_a_record_without_its_model_is_not_looked_through(
    modelltekst: Callable[..., str],
) -> None:
    data = tomllib.loads(modelltekst())
    del data["modell"]
    with pytest.raises(ValidationError) as feil:
        RaaModellfil.model_validate(data)
    assert build_lesbar(data, feil.value) is None


def test_the_record_itself_is_left_as_it_was(modelltekst: Callable[..., str]) -> None:
    data = tomllib.loads(modelltekst(("innbyggere = 12000", 'innbyggere = "mange"')))
    with pytest.raises(ValidationError) as feil:
        RaaModellfil.model_validate(data)
    lesbar = build_lesbar(data, feil.value)
    assert lesbar is not None
    assert data["kommune"]["innbyggere"] == "mange"


verdier = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text("ab:+ ", max_size=4),
    lambda barn: (
        st.lists(barn, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "navn", "organ", "trinn", "art", "mandater", "lav"]), barn, max_size=3
        )
    ),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(["kommune", "modell", "organ", "verv", "saksgang", "x"]), verdier))
def test_data_of_any_shape_are_repaired_or_given_up(data: dict[str, Any]) -> None:
    try:
        RaaModellfil.model_validate(data)
    except ValidationError as feil:
        lesbar = build_lesbar(data, feil)
        assert lesbar is None or isinstance(lesbar, RaaModellfil)
