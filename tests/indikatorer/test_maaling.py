"""From a project to the table of measurements and its draws: a municipality that is not Levanger."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.indikatorer.grunnlag import Maaling
from analyse.indikatorer.maaling import intervall_90, measure
from analyse.indikatorer.sammenligning import compare_maalinger
from analyse.modell.maalinger import KOLONNER, som_rader
from analyse.modell.organ import Organ
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.resultat import Resultat
from analyse.modell.styringsmodell import Styringsmodell

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Prosjektmaker = Callable[..., Prosjekt]


@pytest.fixture(scope="session")
def fjordvik(organ: Organmaker, modell: Modellmaker) -> dict[str, Styringsmodell]:
    """Give today's model and an alternative with one body more."""
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=(7, 8, 10), moetetid_timer=3, papirer_dager_foer=7)
    fsk = organ("fsk", "formannskap", 5, moeter_per_aar=12, moetetid_timer=(1.5, 2, 3))
    plan = organ("plan", medlemmer=5, moeter_per_aar=6, moetetid_timer=2)
    return {"dagens": modell("dagens", ks, fsk), "plan": modell("plan", ks, fsk, plan)}


@pytest.fixture(scope="session")
def maalt(fjordvik: dict[str, Styringsmodell], prosjekt: Prosjektmaker) -> Resultat:
    """Give the measurements of both."""
    return measure(prosjekt(fjordvik["dagens"]), fjordvik)


def test_the_table_has_the_promised_columns_and_goes_to_json_without_nan(maalt: Resultat) -> None:
    assert list(maalt.maalinger.columns) == list(KOLONNER)
    rader = json.loads(json.dumps(som_rader(maalt.maalinger), allow_nan=False))
    assert {tuple(r) for r in rader} == {KOLONNER}


def test_nothing_of_an_invented_municipality_claims_another_ground(maalt: Resultat) -> None:
    assert set(maalt.maalinger["grunnlag"]) <= {"oppdiktet", "ikke_belyst"}


def test_the_draws_have_the_shape_and_the_values_of_the_table(maalt: Resultat) -> None:
    assert maalt.trekk.shape == (400, 2, len(maalt.serier))
    assert maalt.trekk.dtype == np.float64
    for rad in som_rader(maalt.maalinger):
        serie = maalt.serier.index((rad["indikator"], rad["dimensjon"], rad["element"]))
        trekk = maalt.trekk[:, list(maalt.modeller).index(rad["modell"]), serie]
        if rad["verdi"] is None:
            assert np.isnan(trekk).all()
        elif rad["intervall"] == "antakelse":
            assert rad["lav"] <= rad["verdi"] <= rad["hoey"]
            assert ((trekk >= rad["lav"] - 1e-9) & (trekk <= rad["hoey"] + 1e-9)).mean() >= 0.9
        else:
            assert not np.isnan(trekk).any()


def test_a_body_that_only_one_model_has_is_nan_in_the_other(maalt: Resultat) -> None:
    serie = maalt.serier.index(("moeter_per_aar", "organ", "plan"))
    assert np.isnan(maalt.trekk[:, 0, serie]).all()
    assert (maalt.trekk[:, 1, serie] == 6).all()


def test_each_kind_of_interval_is_a_row_of_its_own_and_none_has_no_ends(maalt: Resultat) -> None:
    rader = [
        r for r in som_rader(maalt.maalinger) if (r["modell"], r["indikator"]) == ("dagens", "ventetid_moete")
    ]
    assert [(r["element"], r["intervall"], r["hoey"] is None) for r in rader] == [
        ("ks", "antakelse", False),
        ("ks", "identifikasjon", True),
        ("fsk", "identifikasjon", True),
    ]
    assert all(
        r["lav"] is None and r["hoey"] is None
        for r in som_rader(maalt.maalinger)
        if r["intervall"] == "ingen"
    )


def test_a_body_has_the_same_draws_in_every_model_that_has_it(maalt: Resultat) -> None:
    for serie, (_, dimensjon, element) in enumerate(maalt.serier):
        if dimensjon == "organ" and element in ("ks", "fsk"):
            assert np.array_equal(maalt.trekk[:, 0, serie], maalt.trekk[:, 1, serie], equal_nan=True)


def test_the_order_of_models_and_bodies_changes_no_number(
    fjordvik: dict[str, Styringsmodell], prosjekt: Prosjektmaker, maalt: Resultat
) -> None:
    stokket = {k: replace(m, organer=m.organer[::-1]) for k, m in reversed(fjordvik.items())}
    annen = measure(prosjekt(stokket["dagens"]), stokket)

    def noekkel(rad: dict[str, object]) -> str:
        return json.dumps(rad, sort_keys=True)

    rader = [sorted(som_rader(r.maalinger), key=noekkel) for r in (maalt, annen)]
    assert rader[0] == rader[1]


def test_another_seed_moves_the_intervals_and_no_central_value(
    fjordvik: dict[str, Styringsmodell], prosjekt: Prosjektmaker, maalt: Resultat
) -> None:
    annen = measure(prosjekt(fjordvik["dagens"], froe=2), fjordvik)
    rader = list(zip(som_rader(maalt.maalinger), som_rader(annen.maalinger), strict=True))
    assert all(a["verdi"] == b["verdi"] for a, b in rader)
    assert all(
        (a["lav"], a["hoey"]) != (b["lav"], b["hoey"]) for a, b in rader if a["intervall"] == "antakelse"
    )
    assert (maalt.opphav.froe, annen.opphav.froe) == (1, 2)


def test_an_empty_structure_can_be_measured_and_compared_and_claims_no_work(
    modell: Modellmaker, prosjekt: Prosjektmaker
) -> None:
    dagens = modell("dagens")
    resultat = compare_maalinger(measure(prosjekt(dagens), {"dagens": dagens, "ny": modell("ny")}))
    rader = som_rader(resultat.maalinger)
    arbeid = {
        "moeter_per_aar",
        "timer_per_plass",
        "behandlinger_per_sak",
        "ventetid_moete",
        "gallagher_organ",
    }
    assert not [r for r in rader if r["indikator"] in arbeid and r["verdi"] is not None]
    assert all(r["grunn"] for r in rader if r["verdi"] is None)


def test_an_interval_beside_its_own_value_is_stretched_to_it() -> None:
    """«9, høyst 11»: the middle 90 % of a triangle with its peak at the end begins above 9."""
    trekk = 11 - np.sqrt((1 - np.linspace(0, 1, 1001)) * 4)
    assert np.quantile(trekk, 0.05) > 9.04
    assert intervall_90(trekk, 9) == (9, pytest.approx(11 - math.sqrt(0.05 * 4), abs=1e-3))


@given(trekk=st.lists(st.floats(-1e6, 1e6), min_size=20, max_size=200), sentral=st.floats(-1e6, 1e6))
def test_an_interval_holds_its_value_and_nine_draws_in_ten(trekk: list[float], sentral: float) -> None:
    lav, hoey = intervall_90(np.array(trekk), sentral)
    assert lav <= sentral <= hoey
    innenfor = sum(lav - 1e-6 <= t <= hoey + 1e-6 for t in trekk)
    assert innenfor >= math.floor(0.9 * (len(trekk) - 1))


def test_what_is_known_only_between_two_ends_has_no_value_and_no_draws(
    fjordvik: dict[str, Styringsmodell], maalt: Resultat
) -> None:
    rader = [
        r
        for r in som_rader(maalt.maalinger)
        if (r["modell"], r["indikator"]) == ("plan", "timer_per_person_maks")
    ]
    assert [(r["verdi"], r["intervall"], r["grunn"]) for r in rader] == [(None, "identifikasjon", None)]
    assert (rader[0]["lav"], rader[0]["hoey"]) == (
        24 + 24,
        24 + 24 + 12,
    )  # council and executive, then the plan
    serie = maalt.serier.index(("timer_per_person_maks", None, None))
    assert np.isnan(maalt.trekk[:, list(fjordvik).index("plan"), serie]).all()


def test_a_quantity_without_value_needs_two_ends_or_a_reason() -> None:
    assert Maaling(indikator="x", verdi=None, lav=0, hoey=1).grunn is None
    for felter in ({}, {"lav": 0.0}, {"hoey": 1.0}):
        with pytest.raises(ValueError, match="must say why"):
            Maaling(indikator="x", verdi=None, **felter)  # type: ignore[arg-type]


def test_replayed_cases_are_not_passed_over_in_silence(
    fjordvik: dict[str, Styringsmodell], prosjekt: Prosjektmaker
) -> None:
    with pytest.raises(NotImplementedError, match="replayed cases"):
        measure(prosjekt(fjordvik["dagens"]), fjordvik, object())
