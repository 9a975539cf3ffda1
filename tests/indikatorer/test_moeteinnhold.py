"""Pages to read and time for briefings: worked by hand, and never more than is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.anslag import Anslag
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling
from analyse.indikatorer.moeteinnhold import measure_orienteringstid, measure_sider
from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Grunnlagmaker = Callable[..., Maalegrunnlag]
TI_MINUTTER = Anslag(sentral=10, lav=10, hoey=10, grunnlag="oppgitt")


def _vik(minutter: Anslag = TI_MINUTTER) -> Kommune:
    return Kommune(navn="Vik", innbyggere=900, tall={"minutter_per_orientering": minutter})


def _etter_element(maalt: Iterable[Maaling]) -> Mapping[str | None, Maaling]:
    return {m.element: m for m in maalt}


def test_an_ordinary_member_reads_for_the_council_where_there_are_no_committees(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """Council 9 × 120 = 1080 pages; formannskapet's 14 × 60 = 840 are for those who sit there."""
    vik = modell(
        "vik",
        organ("ks", "kommunestyre", 17, moeter_per_aar=9, sider_per_moete=120),
        organ("fsk", "formannskap", 5, moeter_per_aar=14, sider_per_moete=60),
    )
    maalt = _etter_element(measure_sider(grunnlag(vik)))
    assert [maalt[e].verdi for e in ("ks", "fsk", None)] == [1080, 840, 1080]


def test_where_all_sit_in_a_committee_the_mean_of_its_seats_is_added(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """Council 1000; committees of 10 and 7 with 500 and 330 pages: 1000 + (10·500 + 7·330) / 17 = 1430."""
    vik = modell(
        "vik",
        organ("ks", "kommunestyre", 17, moeter_per_aar=10, sider_per_moete=100),
        organ("a", "kommunestyrekomite", 10, moeter_per_aar=10, sider_per_moete=50),
        organ("b", "kommunestyrekomite", 7, moeter_per_aar=10, sider_per_moete=33),
    )
    assert _etter_element(measure_sider(grunnlag(vik)))[None].verdi == pytest.approx(1430)


@pytest.mark.parametrize(
    ("felter", "medlemmer", "grunn"),
    [({}, 10, "mangler:sider_per_moete"), ({"sider_per_moete": 50}, None, "mangler:medlemmer")],
)
def test_a_committee_that_is_not_known_leaves_the_ordinary_member_unknown(
    organ: Organmaker,
    modell: Modellmaker,
    grunnlag: Grunnlagmaker,
    felter: dict[str, float],
    medlemmer: int | None,
    grunn: str,
) -> None:
    vik = modell(
        "vik",
        organ("ks", "kommunestyre", 17, moeter_per_aar=10, sider_per_moete=100),
        organ("a", "kommunestyrekomite", medlemmer, moeter_per_aar=10, **felter),
    )
    samlet = _etter_element(measure_sider(grunnlag(vik)))[None]
    assert (samlet.verdi, samlet.grunn) == (None, grunn)


def test_the_time_for_briefings_is_worked_by_hand(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """Council 8 × 3 briefings × 10 min = 4 of 32 hours; plan 6 × 6 × 10 = 6 of 12: 10 of 44 in all."""
    vik = modell(
        "vik",
        organ("ks", "kommunestyre", 17, moeter_per_aar=8, moetetid_timer=4, orienteringer_per_moete=3),
        organ("plan", moeter_per_aar=6, moetetid_timer=2, orienteringer_per_moete=6),
        organ("sover", moeter_per_aar=0, moetetid_timer=2, orienteringer_per_moete=6),
    )
    maalt = _etter_element(measure_orienteringstid(grunnlag(vik, _vik())))
    assert {e: m.verdi for e, m in maalt.items()} == {"ks": 0.125, "plan": 0.5, None: 10 / 44}


def test_what_is_missing_is_named_and_the_whole_is_not_lit(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    vik = modell("vik", organ("ks", "kommunestyre", 17, moeter_per_aar=8, moetetid_timer=4))
    maalt = _etter_element(measure_orienteringstid(grunnlag(vik)))
    grunn = "mangler:orienteringer_per_moete,minutter_per_orientering"
    assert {(e, m.verdi, m.grunn) for e, m in maalt.items()} == {("ks", None, grunn), (None, None, grunn)}


@given(antall=st.integers(0, 60), lav=st.floats(1, 30), lengde=st.floats(0.25, 12))
def test_no_draw_is_less_than_none_or_more_than_all_of_the_meeting(
    organ: Organmaker,
    modell: Modellmaker,
    grunnlag: Grunnlagmaker,
    antall: int,
    lav: float,
    lengde: float,
) -> None:
    vik = modell(
        "vik",
        organ(
            "ks", "kommunestyre", 17, moeter_per_aar=8, moetetid_timer=lengde, orienteringer_per_moete=antall
        ),
    )
    kommune = _vik(Anslag(sentral=lav * 2, lav=lav, hoey=lav * 4, grunnlag="forutsatt"))
    for maalt in measure_orienteringstid(grunnlag(vik, kommune)):
        assert maalt.trekk is not None
        assert 0 <= maalt.trekk.min() <= maalt.trekk.max() <= 1
        assert 0 <= (maalt.verdi or 0) <= 1
