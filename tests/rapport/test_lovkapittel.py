"""The law chapter: breaches with rule, section, body and message, and what could not be assessed."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.prosjekt import read_prosjekt
from analyse.modell.lovfunn import Lovfunn, Setning, Tekstnoekkel
from analyse.modell.resultat import Resultat
from analyse.oppdrag.sammenligning import compare_prosjekt
from analyse.rapport.blokker import Avsnitt, Blokk, Kapittel, Ord, Tabell, i_setninger
from analyse.rapport.innhold import build_rapport
from analyse.rapport.tallord import build_ordlegger

FOR_LITE = Lovfunn(
    regel="KL18-5-6-MIN",
    modell="dagens",
    gruppe="brudd",
    alvor="skal",
    lov="kommuneloven_2018",
    paragraf="§ 5-6 (1)",
    begrep="formannskap",
    setninger=(
        Setning(
            noekkel="lovsvar.funn.for_faa",
            felter={"organ": "Formannskapet", "maalt": 4, "antall": 4, "krav": 5},
        ),
    ),
    organ="formannskapet",
    organnavn="Formannskapet",
)
UVISST = dataclasses.replace(
    FOR_LITE,
    gruppe="ikke_vurdert",
    setninger=(
        Setning(
            noekkel="lovsvar.mangler", felter={"hva": (Tekstnoekkel(noekkel="lov.inndata.verv.person"),)}
        ),
    ),
    mangler=("verv.person", "verv.kjoenn"),
)


@pytest.fixture(scope="module")
def resultat(rot: Path) -> Resultat:
    """The bundled example, measured with one alternative."""
    return compare_prosjekt(read_prosjekt(rot / "data" / "eksempel" / "levanger"), ["komite"])


def _kapittel(resultat: Resultat, *funn: Lovfunn) -> Kapittel:
    rapport = build_rapport(dataclasses.replace(resultat, brudd=funn))
    return next(k for k in rapport.kapitler if k.id == "lov")


def _tabeller(blokker: tuple[Blokk, ...]) -> dict[str, Tabell]:
    return {b.id: b for b in blokker if isinstance(b, Tabell)}


def _ord(resultat: Resultat, celle: object, spraak: str) -> str:
    rapport = build_rapport(resultat)
    assert isinstance(celle, Ord)
    return build_ordlegger(rapport, Tekst(spraak)).ord(celle)


def test_a_comparison_is_held_against_the_law_of_the_projects_day(resultat: Resultat) -> None:
    assert resultat.opphav.lovdato == resultat.prosjekt.valg.dato == date(2026, 1, 1)
    assert {f.modell for f in resultat.brudd} == {"dagens", "komite"}


def test_a_breach_stands_with_demand_section_body_message_and_rule(resultat: Resultat) -> None:
    tabell = _tabeller(_kapittel(resultat, FOR_LITE).blokker)["lov_funn_dagens"]
    ((slag, lovsted, organ, melding, regel),) = tabell.rader
    assert _ord(resultat, slag, "nb") == "brudd (skal)"
    assert _ord(resultat, lovsted, "nb") == "Formannskap, kommuneloven 2018 § 5-6 (1)"
    assert _ord(resultat, melding, "nb") == "Formannskapet har 4 medlemmer. Loven krever minst 5."
    assert _ord(resultat, melding, "en") == "Formannskapet has 4 members. The Act requires at least 5."
    assert [getattr(celle, "tekst", "") for celle in (organ, regel)] == ["Formannskapet", "KL18-5-6-MIN"]


def test_what_is_missing_is_listed_once(resultat: Resultat) -> None:
    tabell = _tabeller(_kapittel(resultat, UVISST, UVISST).blokker)["lov_ikke_vurdert_dagens"]
    ((_, _, mangler, _),) = tabell.rader
    assert _ord(resultat, mangler, "nb") == "hvem som har verv (med pseudonym); kjønn for hvert verv"


def test_a_model_that_breaks_nothing_says_so(resultat: Resultat) -> None:
    def sier_det(*funn: Lovfunn) -> int:
        blokker = _kapittel(resultat, *funn).blokker
        return sum(isinstance(b, Avsnitt) and b.ord.noekkel == "rapport.lov.ingen_brudd" for b in blokker)

    assert (sier_det(), sier_det(FOR_LITE), sier_det(UVISST)) == (2, 1, 2)


def test_every_number_in_a_message_has_an_id_of_its_own(resultat: Resultat) -> None:
    ider = [t.id for t in i_setninger(_kapittel(resultat, FOR_LITE, FOR_LITE).blokker)]
    assert ider == [
        "l_dagens__0__0__antall",
        "l_dagens__0__0__krav",
        "l_dagens__1__0__antall",
        "l_dagens__1__0__krav",
    ]


def test_a_result_that_was_not_held_against_the_law_has_nothing_to_show(resultat: Resultat) -> None:
    uten = dataclasses.replace(resultat, opphav=dataclasses.replace(resultat.opphav, lovdato=None))
    assert _kapittel(uten, FOR_LITE).blokker == ()


@pytest.mark.parametrize("spraak", SPRAAK)
def test_the_whole_chapter_can_be_said_in_every_language(resultat: Resultat, spraak: str) -> None:
    rapport = build_rapport(resultat)
    ordlegger = build_ordlegger(rapport, Tekst(spraak))
    kapittel = next(k for k in rapport.kapitler if k.id == "lov")
    celler = [
        c for t in _tabeller(kapittel.blokker).values() for rad in t.rader for c in rad if isinstance(c, Ord)
    ]
    assert len(celler) >= 10
    assert all(ordlegger.ord(celle) for celle in celler)
