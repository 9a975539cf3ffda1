"""Treatments per case from a log, and the wait for a meeting, worked by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import product
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling
from analyse.indikatorer.saksflyt import _grense, measure_behandlinger, measure_ventetid, ventetid_fra_datoer
from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Grunnlagmaker = Callable[..., Maalegrunnlag]
Loggmaker = Callable[..., pd.DataFrame]
UTEN_HANDLING = "sak_id organ motedato trinn"


def _samlet(maalinger: Iterable[Maaling]) -> Maaling:
    return next(m for m in maalinger if m.element is None)


@pytest.fixture(scope="session")
def maal(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker, logg: Loggmaker
) -> Callable[..., list[Maaling]]:
    """Measure a log in a municipality where the council decides, `plan` does and `helse` may not."""
    m = modell(
        "dagens", organ("plan", vedtaksrett=True, navn="Planutvalget"), organ("helse", vedtaksrett=False)
    )

    def maal_(*rader: tuple[Any, ...], **felter: Any) -> list[Maaling]:
        tabell = logg(*rader, **felter)
        return list(measure_behandlinger(grunnlag(m, sakslogg=tabell)))

    return maal_


def test_the_mean_over_decided_cases_leaves_out_what_only_informs(maal: Callable[..., list[Maaling]]) -> None:
    """A: 2 treatments; B: 1 (its orientation does not count); C is not decided. Mean 1.5 of n = 2."""
    samlet = _samlet(
        maal(
            ("A", "plan", "2025-01-10", 1, "innstiller"),
            ("A", "ks", "2025-02-10", 2, "vedtar"),
            ("B", "ks", "2025-02-10", 1, "vedtar"),
            ("B", "helse", "2025-03-10", 2, "orienteres"),
            ("C", "plan", "2025-02-10", 1, "innstiller"),
        )
    )
    assert (samlet.verdi, samlet.n, samlet.lav, samlet.hoey, samlet.grunn) == (1.5, 2, None, None, None)


def test_an_undated_step_counts_as_not_done_and_the_bounds_show_what_if_it_was(
    maal: Callable[..., list[Maaling]],
) -> None:
    """A: 2 dated of 3. B: undecided for certain; if its undated decision was made, 1 or 2 treatments.

    Least: A 2 with B 1 = 1.5. Greatest: A 3 alone.
    """
    samlet = _samlet(
        maal(
            ("A", "plan", "2025-01-10", 1, "innstiller"),
            ("A", "helse", None, 2, "innstiller"),
            ("A", "ks", "2025-02-10", 3, "vedtar"),
            ("B", "plan", None, 1, "innstiller"),
            ("B", "ks", None, 2, "vedtar"),
        )
    )
    assert (samlet.verdi, samlet.n, samlet.lav, samlet.hoey) == (2, 1, 1.5, 3)


def test_without_actions_the_last_step_decides_where_the_body_may_and_it_is_said(
    maal: Callable[..., list[Maaling]],
) -> None:
    samlet = _samlet(
        maal(
            ("A", "Planutvalget", "2025-01-10", 1),
            ("A", "KS", "2025-02-10", 2),
            ("B", "helse", "2025-01-10", 1),
            ("C", "planutvalget", "2025-01-10", 1),
            kolonner=UTEN_HANDLING,
        )
    )
    assert (samlet.verdi, samlet.n, samlet.grunn) == (1.5, 2, "avgjoerende_organ_utledet")


def test_a_case_whose_actions_are_empty_is_derived_though_others_have_them(
    maal: Callable[..., list[Maaling]],
) -> None:
    samlet = _samlet(maal(("A", "ks", "2025-02-10", 1, "vedtar"), ("B", "ks", "2025-02-10", 1, "")))
    assert (samlet.n, samlet.grunn) == (2, "avgjoerende_organ_utledet")


@pytest.mark.parametrize("kolonner", ["sak_id organ motedato", "sak_id organ motedato trinn"])
def test_the_last_step_is_the_latest_whatever_the_order_of_the_rows(
    maal: Callable[..., list[Maaling]], kolonner: str
) -> None:
    uten_trinn = (None,) * (len(kolonner.split()) - 3)
    rader = [("A", "ks", "2025-02-10", *uten_trinn), ("A", "helse", "2025-01-10", *uten_trinn)]
    assert [_samlet(maal(*r, kolonner=kolonner)).n for r in (rader, rader[::-1])] == [1, 1]


def test_an_undated_row_without_a_step_number_is_the_step_still_to_come(
    maal: Callable[..., list[Maaling]],
) -> None:
    """A is decided in January. B waits for the council: had it met, two treatments; so 1 to 1.5."""
    rader = [("A", "plan", "2025-01-10"), ("B", "ks", None), ("B", "plan", "2025-01-10")]
    samlet = _samlet(maal(*rader, kolonner="sak_id organ motedato"))
    assert (samlet.verdi, samlet.n, samlet.lav, samlet.hoey) == (1, 1, 1, 1.5)


def test_only_todays_model_has_a_log(modell: Modellmaker, grunnlag: Grunnlagmaker, logg: Loggmaker) -> None:
    assert list(measure_behandlinger(grunnlag(modell("x"), er_dagens=False, sakslogg=logg()))) == []


def test_no_log_an_empty_one_and_one_without_dates_are_not_lit_and_never_zero(
    modell: Modellmaker, grunnlag: Grunnlagmaker, maal: Callable[..., list[Maaling]]
) -> None:
    (uten,) = measure_behandlinger(grunnlag(modell("dagens")))
    tomme = [maal(), maal(("A", "ks", None, 1, "vedtar")), maal(("A", "ks", "2025-01-01", 1, "orienteres"))]
    assert (uten.verdi, uten.grunn) == (None, "mangler:sakslogg")
    assert [[(m.verdi, m.grunn) for m in maalt] for maalt in tomme] == [
        [(None, "mangler:avgjorte_saker")]
    ] * 3


def test_a_case_type_has_its_own_row_from_five_decided_cases(maal: Callable[..., list[Maaling]]) -> None:
    kolonner = "sak_id organ motedato handling sakstype"
    fem = [(f"A{nr}", "ks", "2025-02-10", "vedtar", "plan") for nr in range(5)]
    fire = [(f"B{nr}", "ks", "2025-02-10", "vedtar", "helse") for nr in range(4)]
    uten = [(f"C{nr}", "ks", "2025-02-10", "vedtar", "") for nr in range(6)]
    assert [m.element for m in maal(*fem, *fire, *uten, kolonner=kolonner)] == [None, "plan"]


def test_an_invented_log_is_not_measured(
    modell: Modellmaker, grunnlag: Grunnlagmaker, logg: Loggmaker
) -> None:
    tabell = logg(("A", "ks", "2025-02-10", 1, "vedtar"))
    virkelig = grunnlag(modell("m"), Kommune(navn="Vik", innbyggere=9), sakslogg=tabell)
    oppdiktet = grunnlag(modell("m"), sakslogg=tabell)
    assert [_samlet(measure_behandlinger(g)).grunnlag for g in (virkelig, oppdiktet)] == [
        "maalt",
        "oppdiktet",
    ]


@given(
    faste=st.lists(st.integers(1, 9), min_size=1, max_size=5), mulige=st.lists(st.integers(1, 9), max_size=6)
)
def test_the_bounds_are_the_furthest_of_every_choice_of_cases(faste: list[int], mulige: list[int]) -> None:
    snitt = []
    for valg in product((False, True), repeat=len(mulige)):
        med = faste + [antall for antall, er_med in zip(mulige, valg, strict=True) if er_med]
        snitt.append(sum(med) / len(med))
    assert _grense(faste, mulige, oevre=False) == pytest.approx(min(snitt))
    assert _grense(faste, mulige, oevre=True) == pytest.approx(max(snitt))


def test_the_wait_of_uneven_meetings_is_longer_than_half_the_mean_gap() -> None:
    """Gaps 91, 31 and 243.25 days: (91² + 31² + 243.25²) / (2 · 365.25) = 93.65; evenly spread it is 60.9."""
    datoer = (date(2026, 1, 1), date(2026, 4, 2), date(2026, 5, 3))
    assert ventetid_fra_datoer(datoer) == pytest.approx(93.65, abs=0.01)


def test_one_meeting_a_year_gives_half_a_year() -> None:
    assert ventetid_fra_datoer((date(2026, 6, 1),)) == pytest.approx(365.25 / 2)


def test_a_plan_over_the_turn_of_the_year_is_read_by_its_real_gaps() -> None:
    """August to June in twelve-week steps is not the same plan as January to December folded together."""
    start = date(2026, 8, 10)
    datoer = tuple(start + timedelta(weeks=12 * nr) for nr in range(4))
    gaps = [84, 84, 84, 365.25 - 252]
    assert ventetid_fra_datoer(datoer) == pytest.approx(sum(g * g for g in gaps) / (2 * 365.25))


def test_dates_over_several_years_are_not_folded_into_one() -> None:
    """Every fourth week for two years: half a gap, 14 days; folded into one year it would be near 7."""
    datoer = tuple(date(2025, 1, 6) + timedelta(weeks=4 * nr) for nr in range(27))
    assert ventetid_fra_datoer(datoer) == pytest.approx(14)


@given(dager=st.sets(st.integers(0, 360), min_size=1, max_size=20), skift=st.integers(0, 3000))
def test_the_wait_lies_between_even_and_a_single_meeting_and_does_not_know_the_season(
    dager: set[int], skift: int
) -> None:
    datoer = tuple(date(2025, 1, 1) + timedelta(days=d) for d in dager)
    venter = ventetid_fra_datoer(datoer)
    assert 365.25 / (2 * len(dager)) - 1e-9 <= venter <= 365.25 / 2 + 1e-9
    assert ventetid_fra_datoer(tuple(d + timedelta(days=skift) for d in datoer)) == pytest.approx(venter)
    assert ventetid_fra_datoer(datoer[::-1]) == venter


@pytest.mark.parametrize(
    ("felter", "verdi", "grunn"),
    [
        ({"moeter_per_aar": 10, "papirer_dager_foer": 7}, 18.2625 + 7, "mangler:moetedatoer"),
        ({"moeter_per_aar": 10}, 18.2625, "mangler:papirer_dager_foer,moetedatoer"),
        ({"moetedatoer": ("2026-06-01",), "papirer_dager_foer": 7}, 182.625 + 7, None),
        ({"moetedatoer": ("2026-06-01",)}, 182.625, "mangler:papirer_dager_foer"),
        ({"moeter_per_aar": 0, "papirer_dager_foer": 7}, None, "mangler:moeter_per_aar"),
        ({"papirer_dager_foer": 7}, None, "mangler:moeter_per_aar"),
    ],
)
def test_the_wait_is_exact_with_dates_at_least_with_a_number_and_not_lit_with_neither(
    organ: Organmaker,
    modell: Modellmaker,
    grunnlag: Grunnlagmaker,
    felter: dict[str, Any],
    verdi: float | None,
    grunn: str | None,
) -> None:
    m = modell("m", organ("ks", "kommunestyre", 17, **felter))
    (maalt,) = measure_ventetid(grunnlag(m))
    assert maalt.verdi == pytest.approx(verdi)
    assert (maalt.grunn, maalt.er_minst) == (grunn, grunn is not None and verdi is not None)


def test_more_meetings_give_a_shorter_wait_in_every_draw(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    m = modell("m", organ("ks", "kommunestyre", 17, moeter_per_aar=(7, 9, 11), papirer_dager_foer=(5, 6, 8)))
    (maalt,) = measure_ventetid(grunnlag(m))
    g = grunnlag(m)
    antall, frist = (g.figur(m.kommunestyret, f) for f in ("moeter_per_aar", "papirer_dager_foer"))
    assert antall is not None
    assert frist is not None
    assert maalt.trekk is not None
    assert maalt.trekk.tolist() == pytest.approx((365.25 / 2 / antall[1] + frist[1]).tolist())
    assert maalt.verdi == pytest.approx(365.25 / 18 + 6)


def test_a_body_of_unknown_size_has_a_wait_all_the_same(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    m = modell("m", organ("plan", medlemmer=None, moeter_per_aar=10, papirer_dager_foer=7))
    assert [x.element for x in measure_ventetid(grunnlag(m))] == ["ks", "plan"]
