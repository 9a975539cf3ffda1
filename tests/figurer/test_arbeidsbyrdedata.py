"""From rows to bars: every number as it is, and a title that claims no more than the intervals carry."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.figurer.arbeidsbyrde import Spenn
from analyse.figurer.arbeidsbyrdedata import build_akse, build_organarbeid, build_personarbeid
from analyse.grunn.tekst import SPRAAK, Tekst

NB = Tekst("nb")
MODELLER = {"dagens": "Dagens modell", "komite": "Komitémodell"}
ORGANER = {"ks": "Kommunestyret", "fsk": "Formannskapet"}
MAALT = ("timer_per_person_median", "timer_per_person_maks")


def rad(modell: str, element: str | None, verdi: float | None = 40.0, **felter: Any) -> dict[str, Any]:
    fast = {"modell": modell, "indikator": "timer_per_plass", "dimensjon": "organ", "element": element,
            "mot": None, "grunnlag": "oppgitt", "enhet": "timer_per_aar", "verdi": verdi, "lav": None,
            "hoey": None, "intervall": "ingen", "verdikt": None, "grunn": None,
            "kilde": "Møteplanen"}  # fmt: skip
    return fast | felter


def _tittel(*rader: dict[str, Any]) -> str:
    return build_organarbeid(rader, "timer_per_plass", MODELLER, ORGANER, NB).omtale.tittel


def test_bars_stand_by_body_and_model_and_a_body_a_model_has_not_has_no_bar() -> None:
    rader = [rad("dagens", "ks"), rad("komite", "ks", 30.0), rad("dagens", "fsk", 80.0)]
    data = build_organarbeid(rader, "timer_per_plass", MODELLER, ORGANER, NB)
    assert [(g.navn, [(s.navn, s.verdi, s.er_hoved) for s in g.stolper]) for g in data.grupper] == [
        ("Kommunestyret", [("Dagens modell", 40.0, True), ("Komitémodell", 30.0, False)]),
        ("Formannskapet", [("Dagens modell", 80.0, True)]),
    ]
    assert [verdi for verdi, _ in data.akse] == [0.0, 20.0, 40.0, 60.0, 80.0]
    assert "Enhet: timer per år." in data.omtale.undertittel
    assert data.omtale.kilde == "Kilde: Møteplanen"
    assert "Formannskapet: Dagens modell 80 (oppgitt)." in data.omtale.alt


def test_intervals_and_lower_bounds_come_along_with_their_kinds() -> None:
    data = build_organarbeid(
        [
            rad("dagens", "ks", intervall="antakelse", lav=36.0, hoey=44.0),
            rad("dagens", "ks", intervall="identifikasjon", lav=40.0),
            rad("komite", "ks", None, grunnlag="ikke_belyst"),
        ],
        "timer_per_plass",
        MODELLER,
        ORGANER,
        NB,
    )
    maalt, ukjent = data.grupper[0].stolper
    assert maalt.spenn == (Spenn(lav=36.0, hoey=44.0, slag="antakelse"),)
    assert (maalt.er_minst, maalt.skrevet, maalt.merknad) == (True, "minst 40", "oppgitt")
    assert (ukjent.verdi, ukjent.skrevet, ukjent.merknad) == (None, "ikke belyst", "")
    assert dict(data.slagnavn).keys() == {"antakelse", "minst"}


def test_the_title_names_a_body_only_where_no_interval_leaves_a_doubt() -> None:
    klart = [rad("dagens", "ks"), rad("dagens", "fsk", 80.0)]
    assert _tittel(*klart) == "Formannskapet ligger høyest i Timer per plass og år, i alle modellene"
    aapent = rad("dagens", "ks", 40.0, intervall="identifikasjon", lav=40.0)
    assert _tittel(aapent, klart[1]) == "Ingen organ skiller seg sikkert ut i Timer per plass og år"
    vidt = rad("dagens", "ks", 40.0, intervall="antakelse", lav=20.0, hoey=90.0)
    assert _tittel(vidt, klart[1]).startswith("Ingen organ")
    ukjent = rad("dagens", "fsk", None, grunnlag="ikke_belyst")
    assert _tittel(klart[0], ukjent) == "Timer per plass og år: 1 tall er ikke belyst"
    assert _tittel(ukjent) == "Timer per plass og år er ikke belyst for noe organ"


def test_no_assumed_number_stands_in_a_title() -> None:
    tittel = _tittel(
        rad("dagens", "ks", 37.0, grunnlag="forutsatt"), rad("dagens", "fsk", 83.0, grunnlag="forutsatt")
    )
    assert "37" not in tittel
    assert "83" not in tittel


@pytest.mark.parametrize(
    ("verdikt", "tittel"),
    [
        ("forskjellig", "Komitémodell skiller seg fra «Dagens modell» i arbeid per person"),
        (
            "kan_ikke_skilles",
            "Ingen av modellene skiller seg sikkert fra «Dagens modell» i arbeid per person",
        ),
    ],
)
def test_ranges_per_person_run_from_even_to_concentrated_and_the_verdict_is_the_title(
    verdikt: str, tittel: str
) -> None:
    felles: dict[str, Any] = {"indikator": MAALT[1], "dimensjon": None, "intervall": "identifikasjon"}
    rader = [
        rad("dagens", None, None, lav=60.0, hoey=140.0, **felles),
        rad("komite", None, None, lav=70.0, hoey=120.0, **felles),
        rad("komite", None, None, lav=1.0, hoey=2.0, mot="dagens", verdikt=verdikt, **felles),
    ]
    data = build_personarbeid(rader, MAALT, MODELLER, NB)
    assert [s.skrevet for s in data.grupper[0].stolper] == ["mellom 60 og 140", "mellom 70 og 120"]
    assert data.omtale.tittel == tittel


@given(st.floats(0.001, 1e7))
def test_the_scale_holds_the_greatest_and_is_not_half_empty(stoerst: float) -> None:
    akse = build_akse(stoerst)
    assert akse[0] == 0
    assert akse[-1] >= stoerst * (1 - 1e-9)
    assert akse[-2] < stoerst
    assert 2 <= len(akse) <= 7


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_language_has_its_words(spraak: str) -> None:
    rader = [rad("dagens", "ks", intervall="antakelse", lav=36.0, hoey=44.0), rad("komite", "fsk", 9.0)]
    assert build_organarbeid(rader, "timer_per_plass", MODELLER, ORGANER, Tekst(spraak)).omtale.alt
    assert build_personarbeid([], MAALT, MODELLER, Tekst(spraak)).omtale.tittel
