"""Meetings a year and hours per seat: sums that say "at least" where a term is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.anslag import Anslag
from analyse.indikatorer.arbeidsbyrde import measure_moeter, measure_timer
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling
from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Grunnlagmaker = Callable[..., Maalegrunnlag]


def _finn(maalinger: Iterable[Maaling], element: str | None) -> Maaling:
    return next(m for m in maalinger if m.element == element)


def test_meetings_are_summed_over_elected_bodies_only(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """Ks 8 + plan 6 + eldre 4 = 18; the administration's 40 are no political meetings."""
    m = modell(
        "m",
        organ("ks", "kommunestyre", 17, moeter_per_aar=8),
        organ("plan", moeter_per_aar=6),
        organ("eldre", "eldreraad", moeter_per_aar=4),
        organ("amu", "arbeidsmiljoeutvalg", moeter_per_aar=40),
        organ("ordf", "ordfoerer", None, moeter_per_aar=40),
    )
    maalt = list(measure_moeter(grunnlag(m)))
    samlet = _finn(maalt, None)
    assert (samlet.verdi, samlet.n, samlet.er_minst, samlet.grunn) == (18, 3, False, None)
    assert {x.element for x in maalt} == {None, "ks", "plan", "eldre"}


def test_the_sum_is_at_least_where_a_body_is_unknown_and_names_it(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    m = modell("m", organ("ks", "kommunestyre", 17, moeter_per_aar=8), organ("plan"), organ("helse"))
    maalt = list(measure_moeter(grunnlag(m)))
    samlet = _finn(maalt, None)
    assert (samlet.verdi, samlet.er_minst, samlet.grunn) == (8, True, "minst:helse,plan")
    assert (_finn(maalt, "plan").verdi, _finn(maalt, "plan").grunn) == (None, "mangler:moeter_per_aar")


def test_nothing_known_is_not_lit_and_never_zero(modell: Modellmaker, grunnlag: Grunnlagmaker) -> None:
    maalt = list(measure_moeter(grunnlag(modell("m"))))
    assert [(x.element, x.verdi) for x in maalt] == [(None, None), ("ks", None)]
    assert all(x.verdi is None for x in measure_timer(grunnlag(modell("m"))))


def test_known_to_be_none_is_zero_and_not_unknown(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    m = modell("m", organ("ks", "kommunestyre", 17, moeter_per_aar=0, moetetid_timer=3))
    assert _finn(measure_moeter(grunnlag(m)), None).verdi == 0
    assert _finn(measure_timer(grunnlag(m)), "ks").verdi == 0


def test_the_sum_has_the_weakest_ground_of_its_terms(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    m = modell(
        "m", organ("ks", "kommunestyre", 17, moeter_per_aar=8), organ("plan", moeter_per_aar=(4, 6, 8))
    )
    virkelig = grunnlag(m, Kommune(navn="Vik", innbyggere=100))
    assert _finn(measure_moeter(virkelig), None).grunnlag == "forutsatt"
    assert _finn(measure_moeter(virkelig), "ks").grunnlag == "oppgitt"
    assert {x.grunnlag for x in measure_moeter(grunnlag(m))} == {"oppdiktet"}


def test_hours_are_meetings_times_length_and_a_lower_bound_of_all_work(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """9 meetings of 3.5 hours: 31.5 hours; travel, reading and group meetings stand as rows not lit."""
    m = modell("m", organ("ks", "kommunestyre", 17, moeter_per_aar=9, moetetid_timer=3.5))
    maalt = list(measure_timer(grunnlag(m)))
    assert _finn(maalt, "ks.moetetid").verdi == 31.5
    samlet = _finn(maalt, "ks")
    assert (samlet.verdi, samlet.er_minst) == (31.5, True)
    assert samlet.grunn == "mangler:reise,lesing,gruppemoeter"
    for ledd in ("reise", "lesing", "gruppemoeter"):
        assert (_finn(maalt, f"ks.{ledd}").verdi, _finn(maalt, f"ks.{ledd}").grunn) == (
            None,
            f"mangler:{ledd}",
        )


FULL = {"moetetid_timer": 3.5, "reisetid_timer": 1, "sider_per_moete": 120, "gruppetid_timer": 2}
LESEFART = Anslag(sentral=2, lav=1, hoey=3, grunnlag="oppgitt", kilde="spurt fem medlemmer")


def test_hours_with_every_term_given_are_the_whole_of_them_and_no_lower_bound(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """9 × (3.5 + 1 + 120 pages × 2 min + 2) = 9 × 10.5 = 94.5 hours; reading alone is 36."""
    m = modell("m", organ("ks", "kommunestyre", 17, moeter_per_aar=9, **FULL))
    kommune = Kommune(navn="Vik", innbyggere=900, tall={"minutter_per_side": LESEFART})
    maalt = list(measure_timer(grunnlag(m, kommune)))
    samlet, lesing = _finn(maalt, "ks"), _finn(maalt, "ks.lesing")
    assert (samlet.verdi, samlet.er_minst, samlet.grunn) == (94.5, False, None)
    assert (lesing.verdi, lesing.kilde) == (36, "spurt fem medlemmer")
    assert lesing.trekk is not None
    assert 18 <= float(lesing.trekk.min()) < float(lesing.trekk.max()) <= 54


def test_pages_without_a_reading_speed_leave_reading_out_and_say_so(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    m = modell("m", organ("ks", "kommunestyre", 17, moeter_per_aar=9, **FULL))
    maalt = list(measure_timer(grunnlag(m)))
    assert (_finn(maalt, "ks").verdi, _finn(maalt, "ks").grunn) == (58.5, "mangler:lesing")


def test_without_the_number_of_meetings_no_term_is_lit(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    maalt = list(measure_timer(grunnlag(modell("m", organ("ks", "kommunestyre", 17, **FULL)))))
    assert {x.verdi for x in maalt} == {None}
    assert _finn(maalt, "ks.reise").grunn == "mangler:moeter_per_aar"


def test_hours_are_as_uncertain_as_both_their_factors(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=(7, 9, 11), moetetid_timer=(2, 3, 5))
    g = grunnlag(modell("m", ks))
    antall, lengde = g.figur(ks, "moeter_per_aar"), g.figur(ks, "moetetid_timer")
    maalt = _finn(measure_timer(g), "ks").trekk
    assert antall is not None
    assert lengde is not None
    assert maalt is not None
    assert maalt.tolist() == (antall[1] * lengde[1]).tolist()
    assert abs(float(np.corrcoef(antall[1], lengde[1])[0, 1])) < 0.2


@pytest.mark.parametrize(
    ("felter", "grunn"),
    [
        ({"moeter_per_aar": 9}, "mangler:moetetid_timer"),
        ({"moetetid_timer": 3}, "mangler:moeter_per_aar"),
        ({}, "mangler:moeter_per_aar,moetetid_timer"),
    ],
)
def test_hours_that_lack_a_factor_are_not_lit_and_name_all_that_is_missing(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker, felter: dict[str, float], grunn: str
) -> None:
    maalt = list(measure_timer(grunnlag(modell("m", organ("ks", "kommunestyre", 17, **felter)))))
    assert [(_finn(maalt, e).verdi, _finn(maalt, e).grunn) for e in ("ks", "ks.moetetid")] == [
        (None, grunn)
    ] * 2


def test_a_body_of_no_members_has_no_seat_and_one_of_unknown_size_has(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    felter = {"moeter_per_aar": 2, "moetetid_timer": 2}
    m = modell("m", organ("tomt", medlemmer=0, **felter), organ("ukjent", medlemmer=None, **felter))
    assert {x.element for x in measure_timer(grunnlag(m)) if x.verdi is not None} == {
        "ukjent",
        "ukjent.moetetid",
    }


@given(antall=st.lists(st.integers(0, 30), min_size=1, max_size=6), data=st.data())
def test_the_sum_is_the_bodies_sum_in_every_draw_whatever_their_order(
    organ: Organmaker,
    modell: Modellmaker,
    grunnlag: Grunnlagmaker,
    antall: list[int],
    data: st.DataObject,
) -> None:
    organer = [organ(f"o{nr}", moeter_per_aar=(n / 2, n, n * 1.7)) for nr, n in enumerate(antall)]
    rad = organ("ks", "kommunestyre", 17, moeter_per_aar=7)
    maalt = list(measure_moeter(grunnlag(modell("m", rad, *organer))))
    annen = _finn(measure_moeter(grunnlag(modell("m", rad, *data.draw(st.permutations(organer))))), None)
    samlet, deler = _finn(maalt, None), [x for x in maalt if x.element]
    assert samlet.verdi == annen.verdi == sum(x.verdi or 0 for x in deler)
    assert samlet.trekk is not None
    assert annen.trekk is not None
    assert samlet.trekk.tolist() == annen.trekk.tolist()
    assert samlet.trekk.tolist() == pytest.approx(sum(x.trekk for x in deler if x.trekk is not None).tolist())
