"""What does not stop the work is said: unknown coverage, bodies the model has not, figures nobody gave."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analyse.grunn.feil import Funn
from analyse.grunn.feiltekst import format_funn
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.prosjekt import read_prosjekt

Mappe = Callable[..., Path]
LOGG = "sak_id;organ;motedato\n1;planutvalget;2024-01-10\n1;Havnestyret;2024-02-10\n1;kommunestyret;\n"


def _advarsler(mappe: Path, kode: str) -> list[Funn]:
    return [f for f in read_prosjekt(mappe).advarsler if f.kode == kode]


def test_a_log_without_stated_coverage_is_told_and_one_with_it_is_not(prosjektmappe: Mappe) -> None:
    (eneste,) = _advarsler(prosjektmappe({"sakslogg.csv": LOGG}), "IN-080")
    assert (eneste.sted, eneste.alvor) == ("prosjekt.toml", "advarsel")
    valg = 'format = 1\ndato = 2026-01-01\n[sakslogg]\ndekning = "utvalg"\n'
    assert _advarsler(prosjektmappe({"sakslogg.csv": LOGG, "prosjekt.toml": valg}), "IN-080") == []


def test_without_a_log_there_is_no_coverage_to_state(prosjektmappe: Mappe) -> None:
    assert _advarsler(prosjektmappe(), "IN-080") == []


def test_bodies_of_any_log_that_the_model_has_not_are_named(prosjektmappe: Mappe) -> None:
    filer = {"sakslogg.csv": LOGG, "moter.csv": "organ;dato\nBydelsutvalget;\nKOMMUNESTYRET;\n"}
    (eneste,) = _advarsler(prosjektmappe(filer), "IN-081")
    assert eneste.felter["funnet"] == "Bydelsutvalget, Havnestyret"


def test_bodies_without_a_figure_are_named_figure_by_figure(prosjektmappe: Mappe) -> None:
    mangler = {f.felter["felt"]: f.felter["organer"] for f in _advarsler(prosjektmappe(), "IN-090")}
    assert mangler == {
        "@inntak.organ.medlemmer": "Planutvalget",
        "@inntak.moeteplan.moeter_per_aar": "Planutvalget",
        "@inntak.moeteplan.moetetid_timer": "Kommunestyret, Planutvalget",
        "@inntak.moeteplan.papirer_dager_foer": "Kommunestyret, Planutvalget",
    }


def test_the_administration_is_not_asked_for_meetings(
    prosjektmappe: Mappe, modelltekst: Callable[..., str]
) -> None:
    tekst = modelltekst(('art = "utvalg"', 'art = "etat"'))
    mangler = _advarsler(prosjektmappe({"modeller/dagens.toml": tekst}), "IN-090")
    assert [f.felter["organer"] for f in mangler] == ["Kommunestyret", "Kommunestyret"]


@pytest.mark.parametrize("spraak", SPRAAK)
def test_a_warning_has_its_words(prosjektmappe: Mappe, spraak: str) -> None:
    for funn in read_prosjekt(prosjektmappe({"sakslogg.csv": LOGG})).advarsler:
        assert "@" not in " ".join(format_funn(funn, Tekst(spraak)).values())


def _dagens(*bytter: tuple[str, str], modelltekst: Callable[..., str]) -> dict[str, str]:
    return {"modeller/dagens.toml": modelltekst(*bytter)}


@pytest.mark.parametrize(
    ("bytter", "kode", "sted"),
    [
        ([("moeter_per_aar = 9", "moeter_per_aar = 9\nmoetetid_timer = 0")], "IN-086", "moetetid_timer"),
        ([("moeter_per_aar = 9", "moeter_per_aar = 9\nmoetetid_timer = 14")], "IN-086", "moetetid_timer"),
        ([('medlemmer = "ukjent"', "medlemmer = 1")], "IN-089", "medlemmer"),
        ([('medlemmer = "ukjent"', "medlemmer = 0")], "IN-089", "medlemmer"),
        ([('"utvalg"\nmedlemmer = "ukjent"', '"formannskap"\nmedlemmer = 19')], "IN-089", "medlemmer"),
        ([], "IN-088", "nummer"),
        ([], "IN-092", "dagens"),
    ],
)
def test_what_seldom_is_right_is_told_where_it_stands(
    prosjektmappe: Mappe,
    modelltekst: Callable[..., str],
    bytter: list[tuple[str, str]],
    kode: str,
    sted: str,
) -> None:
    (eneste,) = _advarsler(prosjektmappe(_dagens(*bytter, modelltekst=modelltekst)), kode)
    assert sted in eneste.sted
    assert eneste.alvor == "advarsel"


def test_what_is_usual_is_not_told(prosjektmappe: Mappe, modelltekst: Callable[..., str]) -> None:
    bytter = [
        ('nummer = "9999"', 'nummer = "5037"'),
        ('medlemmer = "ukjent"', "medlemmer = 9\nmoetetid_timer = 3"),
        ('grunnlag = "forutsatt"', 'grunnlag = "oppgitt"'),
    ]
    filer = _dagens(*bytter, modelltekst=modelltekst)
    assert {f.kode for f in read_prosjekt(prosjektmappe(filer)).advarsler} == {"IN-090"}


def test_an_invented_place_may_have_any_number(prosjektmappe: Mappe, modelltekst: Callable[..., str]) -> None:
    filer = _dagens(("innbyggere = 12000", "innbyggere = 12000\noppdiktet = true"), modelltekst=modelltekst)
    assert _advarsler(prosjektmappe(filer), "IN-088") == []


def test_assumptions_are_counted_over_bodies_routes_and_the_municipality(
    prosjektmappe: Mappe, modelltekst: Callable[..., str]
) -> None:
    bytter = [
        ("innbyggere = 12000", 'innbyggere = 12000\ninnbyggere_grunnlag = "forutsatt"'),
        ("[modell]", '[[kommune.saksmengde]]\nsakstype = "a"\nverdi = 3\ngrunnlag = "forutsatt"\n\n[modell]'),
        ('sakstype = "reguleringsplan"', 'sakstype = "reguleringsplan"\ngrunnlag = "forutsatt"'),
    ]
    (eneste,) = _advarsler(prosjektmappe(_dagens(*bytter, modelltekst=modelltekst)), "IN-092")
    assert eneste.felter["antall"] == "4"
