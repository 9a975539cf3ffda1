"""Paired differences: nil where nothing differs, silent where a missing term may, one level for a family."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from analyse.indikatorer.maaling import measure
from analyse.indikatorer.register import read_indikatorer
from analyse.indikatorer.sammenligning import compare_maalinger, parvise_differanser, simultan_faktor
from analyse.modell.kommune import Kommune
from analyse.modell.maalinger import build_tabell, som_rader
from analyse.modell.organ import Organ
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.resultat import Opphav, Resultat
from analyse.modell.styringsmodell import Styringsmodell

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Prosjektmaker = Callable[..., Prosjekt]
Rad = dict[str, Any]
# Measures that the structure gives a value; those that depend on who sits where have bounds of their own.
PUNKTMAAL = {
    "moeter_per_aar", "timer_per_plass", "ventetid_moete", "innbyggere_per_medlem",
    "gallagher_organ", "gallagher_minimum", "gallagher_overskudd",
}  # fmt: skip


@pytest.fixture(scope="session")
def sammenlign(prosjekt: Prosjektmaker) -> Callable[..., list[Rad]]:
    """Measure and compare models, today's first; give the rows of differences."""

    def sammenlign_(*modeller: Styringsmodell, **felter: Any) -> list[Rad]:
        p = prosjekt(modeller[0], **felter)
        resultat = compare_maalinger(measure(p, {m.id: m for m in modeller}), mot=modeller[0].id)
        return [r for r in som_rader(resultat.maalinger) if r["mot"] is not None]

    return sammenlign_


def _finn(rader: Sequence[Rad], indikator: str, element: str | None = None) -> Rad:
    return next(r for r in rader if (r["indikator"], r["element"]) == (indikator, element))


def _haandlaget(
    dagens: Prosjekt, indikatorer: Sequence[str], trekk: np.ndarray[Any, Any], sentrale: np.ndarray[Any, Any]
) -> Resultat:
    """Return a result of headline rows: draws (draw, model, indicator), values (model, indicator)."""
    modeller = {"dagens": dagens.dagens, "ny": replace(dagens.dagens, id="ny")}
    rader = [
        {"modell": m, "indikator": i, "stroem": "struktur", "grunnlag": "forutsatt",
         "rekkevidde": "alle_modeller", "enhet": read_indikatorer()[i].enhet,
         "verdi": sentrale[mnr, inr], "intervall": "ingen"}
        for mnr, m in enumerate(modeller)
        for inr, i in enumerate(indikatorer)
    ]  # fmt: skip
    opphav = Opphav(kodeversjon="", datafingeravtrykk="", froe=1, trekk=len(trekk), dato=dagens.valg.dato)
    return Resultat(
        prosjekt=dagens, modeller=modeller, maalinger=build_tabell(rader), trekk=trekk,
        serier=tuple((i, None, None) for i in indikatorer), opphav=opphav,
    )  # fmt: skip


# --- max-|t| -------------------------------------------------------------------------------------


def test_the_factor_worked_by_hand() -> None:
    """Columns (−1, −1, 1, 1) and (0, 0, 0, 4): |t| is 1 in all, and 1/√3 thrice with √3 once.

    The largest per draw: 1, 1, 1, √3. The 90 per cent point lies at 0.7 between the third and the fourth.
    """
    differanser = np.array([[-1, 0], [-1, 0], [1, 0], [1, 4]], dtype=float)
    assert simultan_faktor(differanser) == pytest.approx(1 + 0.7 * (3**0.5 - 1))


@pytest.mark.parametrize("antall", [1, 4])
def test_the_factor_of_independent_normals_is_the_textbooks(antall: int) -> None:
    """Šidák: c = Φ⁻¹((1 + 0.9^(1/k)) / 2), which is 1.645 for one and 2.226 for four."""
    trekk = np.random.Generator(np.random.Philox(7)).normal(size=(60_000, antall))
    ventet = NormalDist().inv_cdf((1 + 0.9 ** (1 / antall)) / 2)
    assert simultan_faktor(trekk) == pytest.approx(ventet, abs=0.02)


def test_indicators_that_move_together_cost_nothing_extra() -> None:
    en = np.random.Generator(np.random.Philox(7)).normal(size=(2_000, 1))
    assert simultan_faktor(np.hstack([en, 3 * en, -en])) == pytest.approx(simultan_faktor(en))


def test_columns_that_do_not_vary_are_left_out_and_none_left_gives_nil() -> None:
    en = np.random.Generator(np.random.Philox(7)).normal(size=(500, 1))
    assert simultan_faktor(np.hstack([en, np.full((500, 1), 3.0)])) == simultan_faktor(en)
    assert simultan_faktor(np.full((500, 2), 3.0)) == simultan_faktor(np.empty((500, 0))) == 0


@given(
    par=hnp.arrays(np.float64, (40, 2, 2), elements=st.floats(-1000, 1000, width=32)),
    sentrale=hnp.arrays(np.float64, (2, 2), elements=st.floats(-1000, 1000, width=32)),
)
def test_a_simultaneous_interval_is_never_narrower_than_the_separate_one_and_holds_its_value(
    prosjekt: Prosjektmaker, modell: Modellmaker, par: np.ndarray[Any, Any], sentrale: np.ndarray[Any, Any]
) -> None:
    indikatorer = ("moeter_per_aar", "gallagher_organ")
    resultat = compare_maalinger(_haandlaget(prosjekt(modell("dagens")), indikatorer, par, sentrale))
    dekket = np.ones(40, dtype=bool)
    for nr, indikator in enumerate(indikatorer):
        d = par[:, 1, nr] - par[:, 0, nr]
        rad = next(r for r in som_rader(resultat.maalinger) if r["mot"] and r["indikator"] == indikator)
        if rad["intervall"] == "antakelse":
            lav, hoey = np.quantile(d, [0.05, 0.95])
            assert rad["lav"] <= min(lav, rad["verdi"])
            assert rad["hoey"] >= max(hoey, rad["verdi"])
            dekket &= (d >= rad["lav"] - 1e-6) & (d <= rad["hoey"] + 1e-6)
    assert dekket.mean() >= 0.9 - 1 / 40


def test_what_varies_by_rounding_alone_is_constant() -> None:
    """0.1 + 0.2 − 0.3 is not 0 in binary; a spread of its size is no uncertainty."""
    stoerrelser = np.array([[0.3, 7.0, 1.0], [0.3, 8.0, 2.0]])
    andres = stoerrelser.copy()
    andres[0, 0], andres[0, 1], andres[1, 1] = 0.1 + 0.2, 1.0, 2.0 + 1e-15
    differanser = parvise_differanser(stoerrelser, andres)
    assert differanser.tolist() == [[0, 6, 0], [0, 6, 0]]
    assert np.isnan(parvise_differanser(np.full((2, 1), np.nan), np.ones((2, 1)))).all()


# --- pairs ---------------------------------------------------------------------------------------


def test_a_body_added_gives_a_sure_difference_though_both_sums_are_uncertain(
    organ: Organmaker, modell: Modellmaker, sammenlign: Callable[..., list[Rad]]
) -> None:
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=(5, 9, 20))
    rader = sammenlign(modell("dagens", ks), modell("ny", ks, organ("plan", moeter_per_aar=6)))
    rad = _finn(rader, "moeter_per_aar")
    assert (rad["verdi"], rad["intervall"], rad["verdikt"]) == (6, "ingen", "forskjellig")


def test_the_same_structure_differs_by_exactly_nil_in_all_that_is_lit(
    organ: Organmaker, modell: Modellmaker, sammenlign: Callable[..., list[Rad]]
) -> None:
    organer = (
        organ("ks", "kommunestyre", 17, moeter_per_aar=(7, 8, 10), moetetid_timer=(2, 3, 5),
              papirer_dager_foer=(5, 7, 8)),
        organ("fsk", "formannskap", 2, moeter_per_aar=(9, 10, 14)),
        organ("au", medlemmer=1, velges_av="fsk"),
    )  # fmt: skip
    kommune = Kommune(navn="Vik", innbyggere=100, mandater={"Rød": 9, "Blå": 8})
    rader = sammenlign(modell("dagens", *organer), modell("ny", *organer), kommune=kommune)
    lit = [r for r in rader if r["verdi"] is not None and r["indikator"] in PUNKTMAAL]
    assert {(r["indikator"], r["element"]) for r in lit} >= {
        ("gallagher_organ", "au"),
        ("ventetid_moete", "ks"),
    }
    uten_lodd = [r for r in lit if r["dimensjon"] == "organ" or not r["indikator"].startswith("gallagher")]
    assert {(r["verdi"], r["intervall"], r["verdikt"]) for r in uten_lodd} == {(0, "ingen", "praktisk_like")}


def test_hours_of_a_body_that_stays_are_known_for_meetings_and_open_for_reading(
    organ: Organmaker, modell: Modellmaker, sammenlign: Callable[..., list[Rad]]
) -> None:
    """The body is the same, yet its agenda follows the whole structure: reading may change."""
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=9, moetetid_timer=3)
    rader = sammenlign(modell("dagens", ks), modell("ny", ks, organ("plan")))
    assert _finn(rader, "timer_per_plass", "ks.moetetid")["verdi"] == 0
    samlet = _finn(rader, "timer_per_plass", "ks")
    assert (samlet["verdi"], samlet["grunnlag"]) == (None, "ikke_belyst")
    assert samlet["grunn"] == "mangler:gruppemoeter,lesing,reise"


@pytest.mark.parametrize(
    ("egne", "andres", "verdi", "grunn"),
    [
        ([], [], 0, None),
        (["a"], ["a"], 0, None),
        (["a"], ["b"], None, "mangler:a,b"),
        (["a"], [], None, "mangler:a"),
        ([], ["b"], None, "mangler:b"),
        (["a", "b"], ["b"], None, "mangler:a,b"),
    ],
)
def test_a_sum_that_lacks_other_terms_than_todays_gives_no_difference(
    organ: Organmaker,
    modell: Modellmaker,
    sammenlign: Callable[..., list[Rad]],
    egne: list[str],
    andres: list[str],
    verdi: float | None,
    grunn: str | None,
) -> None:
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=9)
    dagens, ny = (modell(m, ks, *map(organ, uten)) for m, uten in (("dagens", andres), ("ny", egne)))
    rad = _finn(sammenlign(dagens, ny), "moeter_per_aar")
    assert (rad["verdi"], rad["grunn"]) == (verdi, grunn)


@pytest.mark.parametrize("endring", [{"medlemmer": 15}, {"art": "eldreraad"}, {"sektor": ("plan",)}])
def test_a_missing_term_of_a_body_with_the_same_id_and_other_content_may_differ(
    organ: Organmaker, modell: Modellmaker, sammenlign: Callable[..., list[Rad]], endring: Rad
) -> None:
    ks, uten = organ("ks", "kommunestyre", 17, moeter_per_aar=9), organ("x")
    rad = _finn(
        sammenlign(modell("dagens", ks, uten), modell("ny", ks, replace(uten, **endring))), "moeter_per_aar"
    )
    assert (rad["verdi"], rad["grunn"]) == (None, "mangler:x")


@pytest.mark.parametrize("endring", [{"navn": "Annet"}, {"kilde": "Annen"}, {"velges_av": ""}])
def test_what_a_body_is_called_and_who_elects_it_do_not_move_its_meetings(
    organ: Organmaker, modell: Modellmaker, sammenlign: Callable[..., list[Rad]], endring: Rad
) -> None:
    ks, uten = organ("ks", "kommunestyre", 17, moeter_per_aar=9), organ("x")
    rad = _finn(
        sammenlign(modell("dagens", ks, uten), modell("ny", ks, replace(uten, **endring))), "moeter_per_aar"
    )
    assert (rad["verdi"], rad["verdikt"]) == (0, "praktisk_like")


def test_a_wait_that_is_at_least_in_a_body_that_changes_gives_no_difference(
    organ: Organmaker, modell: Modellmaker, sammenlign: Callable[..., list[Rad]]
) -> None:
    en, annen = (organ("ks", "kommunestyre", 17, moeter_per_aar=n, papirer_dager_foer=7) for n in (9, 12))
    rad = _finn(sammenlign(modell("dagens", en), modell("ny", annen)), "ventetid_moete", "ks")
    assert (rad["verdi"], rad["grunn"]) == (None, "mangler:moetedatoer")


def test_an_alternative_with_all_its_bodies_renamed_has_totals_and_no_body_to_compare(
    organ: Organmaker, modell: Modellmaker, sammenlign: Callable[..., list[Rad]]
) -> None:
    def struktur(id_: str, foran: str) -> Styringsmodell:
        ks = organ(f"{foran}ks", "kommunestyre", 17, moeter_per_aar=9)
        return modell(id_, ks, organ(f"{foran}fsk", "formannskap", 5, velges_av=ks.id, moeter_per_aar=10))

    rader = sammenlign(struktur("dagens", ""), struktur("ny", "ny_"))
    maalt = [r for r in rader if r["indikator"] in PUNKTMAAL]
    assert {r["dimensjon"] for r in maalt} == {None}
    assert {(r["verdi"], r["verdikt"]) for r in maalt} == {(0, "praktisk_like")}


def test_a_body_of_unknown_composition_stops_the_total_only_where_it_is_not_in_both(
    organ: Organmaker, modell: Modellmaker, sammenlign: Callable[..., list[Rad]]
) -> None:
    fsk, mindre, x = (
        organ("fsk", "formannskap", 7),
        organ("fsk", "formannskap", 5),
        organ("x", "kommuneraad", 5),
    )
    begge = _finn(sammenlign(modell("dagens", fsk, x), modell("ny", mindre, x)), "gallagher_organ")
    en = _finn(sammenlign(modell("dagens", fsk), modell("ny", mindre, x)), "gallagher_organ")
    assert begge["verdi"] is not None
    assert begge["grunn"] == "uten:x"
    assert (en["verdi"], en["grunn"]) == (None, "mangler:x")


def test_less_certain_seats_make_the_difference_less_certain(
    organ: Organmaker, modell: Modellmaker, sammenlign: Callable[..., list[Rad]]
) -> None:
    fsk = organ("fsk", "formannskap", 5)
    rader = sammenlign(modell("dagens", fsk), modell("ny", organ("ks", "kommunestyre", 11), fsk))
    assert _finn(rader, "gallagher_organ")["grunn"] == "mindre_sikker"
    # 4 250 inhabitants: 250 a member of 17, 386 a member of 11; 5 % of today's 250 is 12.5
    rad = _finn(rader, "innbyggere_per_medlem")
    assert (rad["verdi"], rad["verdikt"]) == (pytest.approx(4250 / 11 - 250), "forskjellig")


@pytest.mark.parametrize(
    ("trekk", "verdikt"),
    [
        ([3, 3], "forskjellig"),
        ([2, 4], "forskjellig"),
        ([-1, 7], "kan_ikke_skilles"),
        ([0, 0], "praktisk_like"),
    ],
)
def test_a_share_of_nothing_is_nothing_and_only_a_sure_difference_is_noticed(
    prosjekt: Prosjektmaker, modell: Modellmaker, trekk: list[float], verdikt: str
) -> None:
    par = np.zeros((2, 2, 1))
    par[:, 1, 0] = trekk
    sentrale = np.array([[0.0], [sum(trekk) / 2]])
    resultat = compare_maalinger(
        _haandlaget(prosjekt(modell("dagens")), ["innbyggere_per_medlem"], par, sentrale)
    )
    assert {r["verdikt"] for r in som_rader(resultat.maalinger) if r["mot"]} == {verdikt}


# --- the table -----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def tre(organ: Organmaker, modell: Modellmaker) -> tuple[Styringsmodell, ...]:
    """Give three models of Fjordvik that differ in bodies and figures."""
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=(7, 8, 10), moetetid_timer=3, papirer_dager_foer=7)
    fsk = organ("fsk", "formannskap", 5, moeter_per_aar=(10, 12, 13), moetetid_timer=(1.5, 2, 3))
    flere = replace(fsk, medlemmer=7, moeter_per_aar=12.5)
    plan = organ("plan", medlemmer=5, moeter_per_aar=(4, 6, 7), moetetid_timer=2)
    return modell("dagens", ks, fsk), modell("en", ks, fsk, plan), modell("to", ks, flere)


def test_the_order_of_models_and_bodies_changes_no_difference(
    tre: tuple[Styringsmodell, ...], sammenlign: Callable[..., list[Rad]]
) -> None:
    dagens, en, to = tre
    stokket = sammenlign(*(replace(m, organer=m.organer[::-1]) for m in (dagens, to, en)))
    rader = [
        sorted(json.dumps(r, sort_keys=True) for r in rr) for rr in (sammenlign(dagens, en, to), stokket)
    ]
    assert rader[0] == rader[1]


def test_an_alternative_is_judged_alike_whoever_else_is_compared(
    tre: tuple[Styringsmodell, ...], sammenlign: Callable[..., list[Rad]]
) -> None:
    dagens, en, to = tre
    alene, sammen = sammenlign(dagens, en), sammenlign(dagens, en, to)
    assert alene == [r for r in sammen if r["modell"] == "en"]


def test_comparing_again_replaces_the_differences(
    tre: tuple[Styringsmodell, ...], prosjekt: Prosjektmaker
) -> None:
    maalt = measure(prosjekt(tre[0]), {m.id: m for m in tre})
    en_gang = compare_maalinger(maalt)
    assert som_rader(compare_maalinger(en_gang).maalinger) == som_rader(en_gang.maalinger)
    assert som_rader(en_gang.maalinger)[: len(maalt.maalinger)] == som_rader(maalt.maalinger)
    with pytest.raises(KeyError, match="no model 'finnes_ikke'"):
        compare_maalinger(maalt, mot="finnes_ikke")


def test_every_figure_that_gets_a_verdict_in_its_own_right_is_counted(
    organ: Organmaker, modell: Modellmaker, prosjekt: Prosjektmaker
) -> None:
    """Headlines: meetings, inhabitants, three of Gallagher; having none, one wait and two meeting times."""
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=9, moetetid_timer=3, papirer_dager_foer=7)
    fsk = organ("fsk", "formannskap", 5, moeter_per_aar=10, moetetid_timer=2)
    dagens, ny = modell("dagens", ks, fsk), modell("ny", ks, replace(fsk, moetetid_timer=3))
    maalt = measure(prosjekt(dagens), {"dagens": dagens, "ny": ny})
    egne = [nr for nr, serie in enumerate(maalt.serier) if serie[0] in PUNKTMAAL]
    utvalg = replace(
        maalt,
        maalinger=build_tabell(r for r in som_rader(maalt.maalinger) if r["indikator"] in PUNKTMAAL),
        trekk=maalt.trekk[:, :, egne],
        serier=tuple(maalt.serier[nr] for nr in egne),
    )
    assert compare_maalinger(utvalg).sammenligninger == 5 + 1 + 2


def test_what_describes_today_only_has_no_difference(
    modell: Modellmaker,
    prosjekt: Prosjektmaker,
    logg: Callable[..., Any],
    sammenlign: Callable[..., list[Rad]],
) -> None:
    tabell = logg(("A", "ks", "2025-02-10", 1, "vedtar"))
    rader = sammenlign(modell("dagens"), modell("ny"), sakslogg=tabell)
    assert "behandlinger_per_sak" not in {r["indikator"] for r in rader}


def test_a_difference_rests_on_the_weaker_of_its_two_values(
    organ: Organmaker, modell: Modellmaker, sammenlign: Callable[..., list[Rad]]
) -> None:
    sikker, usikker = (
        organ("fsk", "formannskap", moeter_per_aar=9),
        organ("fsk", "formannskap", moeter_per_aar=(8, 9, 10)),
    )
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=9)
    virkelig = Kommune(navn="Vik", innbyggere=100)
    rader = [
        _finn(
            sammenlign(modell("dagens", ks, en), modell("ny", ks, annen), kommune=virkelig), "moeter_per_aar"
        )
        for en, annen in ((sikker, usikker), (usikker, sikker), (sikker, sikker))
    ]
    assert [r["grunnlag"] for r in rader] == ["forutsatt", "forutsatt", "beregnet"]
    assert [r["intervall"] for r in rader] == ["antakelse", "antakelse", "ingen"]
