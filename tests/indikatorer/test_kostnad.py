"""What the structure costs by one municipality's own rates; never cheaper for what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.anslag import Anslag
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling
from analyse.indikatorer.kostnad import (
    antall_etater,
    gjelder,
    measure_godtgjoering,
    measure_sekretariat,
    minst_utbetalt,
)
from analyse.modell.godtgjoering import Sats
from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Grunnlagmaker = Callable[..., Maalegrunnlag]
VIK = Kommune(navn="Vik", innbyggere=10_000, mandater={"A": 10, "B": 7}, oppdiktet=True)


def _anslag(sentral: float, lav: float | None = None, hoey: float | None = None) -> Anslag:
    lav, hoey = (sentral if x is None else x for x in (lav, hoey))
    return Anslag(sentral=sentral, lav=lav, hoey=hoey, grunnlag="oppgitt")


def _med(*satser: Sats, lonn: Anslag | None = None, **felter: object) -> Kommune:
    tall = {"referanselonn_kr": lonn} if lonn else {}
    return replace(VIK, godtgjoering=satser, tall=tall, **felter)  # type: ignore[arg-type]


def _maalt(grunnlag: Maalegrunnlag) -> Mapping[str, Maaling]:
    return {m.indikator: m for m in measure_godtgjoering(grunnlag)}


# An unnamed municipality's rates, in force 1 January 2017 (abcdocz 5098702): the mayor 861 582 kr; a meeting
# of council, executive or planning committee 0.20 % of it, of others 0.10 %; the leader 0.06 % more; the
# deputy mayor 10 %; the leader of the planning committee 2 % a year.
LONN_2017 = 861_582
SATSER_2017 = (
    Sats(rolle="ordfoerer", sats=100, enhet="prosent_aar", frikjoep_prosent=100),
    Sats(rolle="varaordfoerer", sats=10, enhet="prosent_aar", frikjoep_prosent=20),
    *(
        Sats(rolle="medlem", organ=o, sats=0.20, enhet="prosent_moete")
        for o in ("kommunestyre", "formannskap", "plan")
    ),
    Sats(rolle="medlem", sats=0.10, enhet="prosent_moete"),
    Sats(rolle="leder", sats=0.06, enhet="prosent_moete"),
    Sats(rolle="leder", organ="plan", sats=2, enhet="prosent_aar"),
)


def test_a_year_by_the_rates_of_a_known_regulation_worked_by_hand(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """Council 17 × 8, executive 5 × 12, planning 7 × 10, elders 5 × 4.

    Members, in per cent of the mayor: 0.20·(136 + 60 + 70) + 0.10·20 = 55.2. Leaders: 0.06·(8 + 12 + 4) =
    1.44, planning 2. Mayor and deputy 110. In all 168.64 % of 861 582 = 1 452 971.9 kr.
    """
    organer = (
        organ("ks", "kommunestyre", 17, moeter_per_aar=8), organ("fsk", "formannskap", 5, moeter_per_aar=12),
        organ("plan", medlemmer=7, moeter_per_aar=10), organ("eldre", "eldreraad", 5, moeter_per_aar=4),
    )  # fmt: skip
    maalt = _maalt(grunnlag(modell("vik", *organer), _med(*SATSER_2017, lonn=_anslag(LONN_2017))))
    i_alt = maalt["kostnad_godtgjoering"]
    assert i_alt.verdi == pytest.approx(1.6864 * LONN_2017)
    assert (i_alt.er_minst, i_alt.grunn, i_alt.lav) == (False, None, None)
    assert maalt["kostnad_per_innbygger"].verdi == pytest.approx(1.6864 * LONN_2017 / 10_000)
    assert maalt["frikjoep_aarsverk"].verdi == pytest.approx(1.2)


def test_a_rate_for_the_body_goes_before_its_kind_and_that_before_all(organ: Organmaker) -> None:
    alle, art, egen = (
        Sats(rolle="medlem", organ=o, sats=1, enhet="kr_moete") for o in ("", "formannskap", "fsk")
    )
    fsk, annet = organ("fsk", "formannskap"), organ("fsk2", "formannskap")
    assert gjelder((alle, art, egen), "medlem", fsk) == (egen,)
    assert gjelder((alle, art, egen), "medlem", annet) == (art,)
    assert gjelder((alle, art, egen), "medlem", organ("plan")) == (alle,)
    assert gjelder((alle, art, egen), "leder", fsk) == ()
    to = (alle, replace(alle, enhet="kr_aar"))
    assert gjelder(to, "medlem", fsk) == to  # a fixed part and a part a meeting


def test_what_everybody_gets_does_not_reach_the_full_time_posts_of_a_government(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """A weekly meeting fee is no pay for a full-time post: without its own rate the cost is at least this."""
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=8)
    raad = organ("raad", "kommuneraad", 5, moeter_per_aar=44)
    alle = Sats(rolle="medlem", sats=1000, enhet="kr_moete", frikjoep_prosent=1)
    maalt = _maalt(grunnlag(modell("vik", ks, raad), _med(alle)))
    i_alt, frikjoep = maalt["kostnad_godtgjoering"], maalt["frikjoep_aarsverk"]
    assert (i_alt.verdi, i_alt.er_minst, i_alt.grunn) == (136_000, True, "minst:raad")
    assert (frikjoep.er_minst, frikjoep.grunn) == (True, "minst:raad")
    egen = Sats(rolle="medlem", organ="kommuneraad", sats=1e6, enhet="kr_aar", frikjoep_prosent=100)
    maalt = _maalt(grunnlag(modell("vik", ks, raad), _med(alle, egen)))
    assert (maalt["kostnad_godtgjoering"].verdi, maalt["kostnad_godtgjoering"].grunn) == (5_136_000, None)
    assert maalt["frikjoep_aarsverk"].verdi == pytest.approx(5.17)


def test_a_body_without_a_rate_is_missing_and_one_with_a_rate_of_nil_is_unpaid(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    vik = modell("vik", organ("fsk", "formannskap", 5, moeter_per_aar=10), organ("plan", moeter_per_aar=9))
    ks, fsk = (Sats(rolle="medlem", organ=o, sats=100, enhet="kr_aar") for o in ("ks", "fsk"))
    uten = _maalt(grunnlag(vik, _med(ks, fsk)))["kostnad_godtgjoering"]
    assert (uten.verdi, uten.grunn) == (2200, "minst:plan")
    ulonnet = Sats(rolle="medlem", organ="plan", sats=0, enhet="kr_moete")
    null = _maalt(grunnlag(vik, _med(ks, fsk, ulonnet)))["kostnad_godtgjoering"]
    assert (null.verdi, null.grunn) == (2200, None)


def test_a_cap_holds_what_one_person_gets_in_the_value_and_in_every_draw(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    ks = organ("ks", "kommunestyre", 10, moeter_per_aar=(5, 10, 20))
    fri, tak = (Sats(rolle="medlem", sats=1000, enhet="kr_moete", tak_kr_aar=t) for t in (None, 12_000))
    uten, med = (_maalt(grunnlag(modell("vik", ks), _med(s)))["kostnad_godtgjoering"] for s in (fri, tak))
    assert (uten.verdi, med.verdi) == (100_000, 100_000)
    assert uten.trekk is not None
    assert med.trekk is not None
    assert uten.trekk.max() > 120_000
    assert med.trekk.max() == 120_000
    assert (med.trekk <= uten.trekk).all()
    lavt = _maalt(grunnlag(modell("vik", ks), _med(replace(tak, tak_kr_aar=4_000))))["kostnad_godtgjoering"]
    assert lavt.verdi == 40_000


def test_meetings_or_a_size_that_are_not_given_make_it_at_least(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    ks = organ("ks", "kommunestyre", 10, moeter_per_aar=10)
    vik = modell("vik", ks, organ("uten_moeter"), organ("uten_antall", medlemmer=None, moeter_per_aar=3))
    i_alt = _maalt(grunnlag(vik, _med(Sats(rolle="medlem", sats=10, enhet="kr_moete"))))[
        "kostnad_godtgjoering"
    ]
    assert (i_alt.verdi, i_alt.er_minst, i_alt.grunn) == (1000, True, "minst:uten_antall,uten_moeter")
    i_alt = _maalt(grunnlag(vik, _med(Sats(rolle="medlem", sats=10, enhet="prosent_aar"))))[
        "kostnad_godtgjoering"
    ]
    assert i_alt.grunn == "minst:referanselonn_kr,uten_antall"


def test_an_uncertain_reference_pay_and_number_of_meetings_are_drawn(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    ks = organ("ks", "kommunestyre", 10, moeter_per_aar=(8, 9, 12))
    sats = Sats(rolle="medlem", sats=1, enhet="prosent_moete")
    felles = {"lonn": _anslag(1000, 900, 1200)}
    i_alt = _maalt(grunnlag(modell("vik", ks), _med(sats, **felles)))["kostnad_godtgjoering"]  # type: ignore[arg-type]
    assert i_alt.verdi == 900
    assert i_alt.trekk is not None
    assert 720 <= i_alt.trekk.min() < 900 < i_alt.trekk.max() <= 1440


def test_a_seat_is_paid_once_a_meeting_whoever_sits_in_it(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    medlem, vara = (Sats(rolle=r, sats=s, enhet="kr_moete") for r, s in (("medlem", 100), ("vara", 60)))

    def kostnad(andel: float | None, *satser: Sats) -> Maaling:
        ks = organ("ks", "kommunestyre", 10, moeter_per_aar=10, vara_andel=andel)
        return _maalt(grunnlag(modell("vik", ks), _med(*satser)))["kostnad_godtgjoering"]

    assert kostnad(0.2, medlem).verdi == 10_000
    assert kostnad(0.2, medlem, replace(vara, sats=100)).verdi == pytest.approx(10_000)
    assert kostnad(0.2, medlem, vara).verdi == pytest.approx(8_000 + 1_200)
    assert (kostnad(None, medlem, vara).verdi, kostnad(None, medlem, vara).grunn) == (10_000, None)
    fast = replace(medlem, enhet="kr_aar")
    assert kostnad(0.2, fast, vara).verdi == pytest.approx(1_000 + 1_200)
    assert kostnad(None, fast, vara).grunn == "minst:ks"


def test_one_leader_for_each_group_in_the_council(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=8)
    satser = (
        Sats(rolle="gruppeleder", sats=500, enhet="kr_aar"),
        Sats(rolle="medlem", sats=0, enhet="kr_aar"),
    )
    kommune = _med(*satser, mandater={"A": 10, "B": 7, "C": 0})
    assert _maalt(grunnlag(modell("vik", ks), kommune))["kostnad_godtgjoering"].verdi == 1000


def test_where_only_the_highest_of_several_fixed_rates_is_paid_the_cost_is_a_range(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """Council 3 × 10, executive 2 × 30, its leader 100: 190; 100 + 30 + 10 = 140 where the same hold all."""
    organer = (organ("ks", "kommunestyre", 3), organ("fsk", "formannskap", 2))
    satser = tuple(
        Sats(rolle=r, organ=o, sats=s, enhet="kr_aar", kun_hoeyeste=True)
        for r, o, s in (("medlem", "ks", 10), ("medlem", "fsk", 30), ("leder", "fsk", 100))
    )
    i_alt = _maalt(grunnlag(modell("vik", *organer), _med(*satser)))["kostnad_godtgjoering"]
    assert (i_alt.verdi, i_alt.lav, i_alt.hoey, i_alt.er_minst) == (190, 140, 190, False)
    med_manglende = modell("vik", *organer, organ("plan", medlemmer=None))
    i_alt = _maalt(grunnlag(med_manglende, _med(*satser)))["kostnad_godtgjoering"]
    assert (i_alt.lav, i_alt.hoey, i_alt.grunn) == (140, None, "minst:plan")


@given(satser=st.lists(st.tuples(st.integers(0, 100), st.integers(0, 6)), max_size=5), data=st.data())
def test_no_way_of_sharing_out_the_posts_pays_less_than_the_least(
    satser: list[tuple[float, int]], data: st.DataObject
) -> None:
    betalt: dict[int, float] = {}
    for kr, antall in satser:
        for person in data.draw(st.permutations(range(8)))[:antall]:
            betalt[person] = max(betalt.get(person, 0), kr)
    assert minst_utbetalt(satser) <= sum(betalt.values()) <= sum(kr * antall for kr, antall in satser)


def test_without_rates_nothing_is_said(modell: Modellmaker, grunnlag: Grunnlagmaker) -> None:
    assert {m.grunn for m in measure_godtgjoering(grunnlag(modell("vik"), VIK))} == {"mangler:godtgjoering"}
    uten_frikjoep = _maalt(grunnlag(modell("vik"), _med(Sats(rolle="ordfoerer", sats=1, enhet="kr_aar"))))
    assert uten_frikjoep["frikjoep_aarsverk"].grunn == "mangler:frikjoep"


# --- the secretariat ---------------------------------------------------------------------------------

TIMER = {
    "sekretariat_timer_per_moete": _anslag(20), "sekretariat_timer_per_sak": _anslag(2),
    "sekretariat_oppstart_timer": _anslag(100), "sekretariat_dekning_timer": _anslag(50),
}  # fmt: skip


def _etatsmodell(
    organ: Organmaker, modell: Modellmaker, sekretariat: str, **felter: object
) -> Styringsmodell:
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=8, saker_per_moete=10)
    etater = [organ(f"etat{nr}", "etat", None, velges_av="") for nr in range(3)]
    return modell("vik", ks, *etater, sekretariat=sekretariat, **felter)


@pytest.mark.parametrize(("sekretariat", "timer"), [("samlet", 320), ("delt", 320), ("per_etat", 770)])
def test_secretariats_of_their_own_add_start_up_and_cover_for_each_department(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker, sekretariat: str, timer: float
) -> None:
    """8 · 20 + 80 · 2 = 320 hours; three departments 3 · 150 = 450 more."""
    vik = _etatsmodell(organ, modell, sekretariat)
    (rad,) = measure_sekretariat(grunnlag(vik, replace(VIK, tall=TIMER)))
    assert (rad.verdi, rad.er_minst, rad.grunn) == (timer, False, None)


def test_only_departments_that_in_fact_recommend_count_where_that_is_told(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    vik = _etatsmodell(organ, modell, "per_etat", ruter=("skole: ks:vedtar", "vei: ks:vedtar"))
    reelt = replace(vik, saksganger=tuple(replace(g, innstiller_reelt="etat1") for g in vik.saksganger))
    assert antall_etater(grunnlag(vik)) == 3
    assert antall_etater(grunnlag(reelt)) == 1


def test_hours_that_are_not_given_are_named_and_without_hours_a_meeting_nothing_is_said(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    vik = _etatsmodell(organ, modell, "per_etat").with_organ(organ("plan"))
    tall = {
        k: v for k, v in TIMER.items() if k in ("sekretariat_timer_per_moete", "sekretariat_dekning_timer")
    }
    (rad,) = measure_sekretariat(grunnlag(vik, replace(VIK, tall=tall)))
    assert (rad.verdi, rad.er_minst) == (310, True)
    assert rad.grunn == "minst:plan,sekretariat_oppstart_timer,sekretariat_timer_per_sak"
    (uten,) = measure_sekretariat(grunnlag(vik, VIK))
    assert uten.grunn == "mangler:sekretariat_timer_per_moete"


def test_uncertain_hours_are_drawn_and_shared(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    usikker = replace(VIK, tall=TIMER | {"sekretariat_timer_per_moete": _anslag(20, 10, 40)})
    en, annen = (
        next(iter(measure_sekretariat(grunnlag(_etatsmodell(organ, modell, s), usikker)))).trekk
        for s in ("samlet", "per_etat")
    )
    assert en is not None
    assert annen is not None
    assert en.max() > en.min()
    assert annen - en == pytest.approx(450)
