"""The validator's errors become findings that a person can act on, and nothing of the validator shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from analyse.grunn.feil import Funn
from analyse.grunn.feiltekst import format_linje
from analyse.grunn.tekst import Tekst
from analyse.inntak.melding import build_funn
from analyse.inntak.modellfil import read_modellfil
from analyse.inntak.raa import RaaModellfil, RaaProsjekt

Les = Callable[..., list[Funn]]


@pytest.fixture
def les(modellfil: Callable[..., Path], funn: Callable[..., list[Funn]]) -> Les:
    """Give the findings of the sound model file with the given replacements."""
    return lambda *bytter: funn(lambda: read_modellfil(modellfil(*bytter), "m.toml"))


@pytest.mark.parametrize(
    ("bytte", "kode", "felter"),
    [
        (('nummer = "9999"', "nummer = 5037"), "IN-012", {"type": "tekst_i_anfoersel", "anfoersel": "5037"}),
        (("innbyggere = 12000", 'innbyggere = "mange"'), "IN-012", {"type": "heltall", "funnet": "mange"}),
        (("innbyggere = 12000", "innbyggere = true"), "IN-012", {"type": "heltall", "funnet": "true"}),
        (("innbyggere = 12000", "innbyggere = 12000.0"), "IN-012", {"type": "heltall"}),
        (("moeter_per_aar = 9", "moeter_per_aar = nan"), "IN-012", {"type": "tall", "funnet": "nan"}),
        (("moeter_per_aar = 9", 'vedtaksrett = "ja"'), "IN-012", {"type": "sann_usann"}),
        (("moeter_per_aar = 9", 'sektor = "plan"'), "IN-012", {"type": "liste"}),
        (('medlemmer = "ukjent"', 'medlemmer = "elleve"'), "IN-012", {"type": "heltall_eller_ukjent"}),
        (
            ('styreform = "form', 'gjelder_fra = "2023-10-25"\nstyreform = "form'),
            "IN-012",
            {"type": "toml_dato"},
        ),
        (("innbyggere = 12000", "innbyggere = 0"), "IN-014", {"minst": "1"}),
        (("aar = 2023", "aar = 23"), "IN-014", {"spenn": "1837–2100", "funnet": "23"}),
        (("Sp = 7", "Sp = -7"), "IN-014", {"minst": "0", "funnet": "-7"}),
        (
            ("moeter_per_aar = 9", "moeter_per_aar = 9\nmoetetid_timer = 25.0"),
            "IN-014",
            {"spenn": "0–24", "funnet": "25"},
        ),
        (("moeter_per_aar = 9", "moeter_per_aar = -9"), "IN-014", {"spenn": "0–366", "funnet": "-9"}),
        (("moeter_per_aar = 9", "moeter_per_aar = 9\nsider_per_moete = -1"), "IN-014", {"minst": "0"}),
        (('navn = "Planutvalget"', 'navn = ""'), "IN-019", {"felt": "navn"}),
        (('id = "plan"', 'id = "Plån"'), "IN-018", {"funnet": "Plån"}),
        (("medlemmer = 17\n", ""), "IN-011", {"felt": "medlemmer"}),
        (('art = "utvalg"', 'art = "utvlag"'), "IN-013", {"funnet": "utvlag", "naermeste": "utvalg"}),
        (("medlemmer = 17", "medlemer = 17"), "IN-010", {"funnet": "medlemer", "naermeste": "medlemmer"}),
        (
            ("lav = 7", "laav = 7"),
            "IN-010",
            {"naermeste": "lav", "lovlige": "grunnlag, lav, hoey, foelger, kilde"},
        ),
        (("opplysning.moeter", "opplysning.moter"), "IN-010", {"naermeste": "moeter_per_aar"}),
        (("[modell]", "[modeller]\n[modell]"), "IN-010", {"naermeste": "modell"}),
        (('trinn = ["plan', 'andel = 1.5\ntrinn = ["plan'), "IN-014", {"spenn": "0–1"}),
    ],
)
def test_each_fault_is_told_by_what_it_is(
    les: Les, bytte: tuple[str, str], kode: str, felter: dict[str, str]
) -> None:
    treff = [f for f in les(bytte) if f.kode == kode]
    assert len(treff) == 1
    assert felter.items() <= dict(treff[0].felter).items()


def test_a_size_that_fits_neither_number_nor_ukjent_is_told_once(les: Les) -> None:
    assert [f.kode for f in les(('medlemmer = "ukjent"', "medlemmer = [1]"))] == ["IN-012"]


def test_nothing_of_the_validator_reaches_the_reader(les: Les) -> None:
    alle = les(
        ('nummer = "9999"', "nummer = 5037"),
        ("medlemmer = 17", "medlemer = 17.5"),
        ('art = "utvalg"', "art = 3"),
        ("lav = 7", "lav = inf"),
        ('trinn = ["plan:innstiller", "kommunestyret:vedtar"]', "trinn = []"),
    )
    tekst = " ".join(format_linje(f, Tekst("nb")) for f in alle)
    for fremmed in ("pydantic", "input", "int_type", "string", "Field", "Traceback", "None", "True"):
        assert fremmed not in tekst


def test_every_kind_of_error_the_project_file_can_give_has_a_code() -> None:
    galt: dict[str, Any] = {
        "format": "1",
        "dato": "i dag",
        "spraak": "no",
        "froe": -1,
        "trekk": 5,
        "modeller": ["Æ"],
    }
    with pytest.raises(ValidationError) as feil:
        RaaProsjekt.model_validate(galt)
    funn = {f.sted: f.kode for f in build_funn(feil.value, RaaProsjekt, lambda loc: str(loc[0]))}
    assert funn == {
        "format": "IN-012",
        "dato": "IN-012",
        "spraak": "IN-013",
        "froe": "IN-014",
        "trekk": "IN-014",
        "modeller": "IN-018",
    }


def test_a_file_that_is_a_bare_list_is_told_without_failing() -> None:
    with pytest.raises(ValidationError) as feil:
        TypeAdapter(RaaModellfil).validate_python([])
    (funn,) = build_funn(feil.value, RaaModellfil, str)
    assert funn.kode == "IN-012"
