"""Differences of what is known only between two ends: what is shared is taken in pairs, the rest at worst."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.anslag import Anslag
from analyse.indikatorer.grenser import ender, felles_blanding, grenser
from analyse.indikatorer.grunnlag import Maaling
from analyse.indikatorer.maaling import measure
from analyse.indikatorer.sammenligning import compare_maalinger
from analyse.modell.kommune import Kommune
from analyse.modell.maalinger import som_rader
from analyse.modell.organ import Organ
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.styringsmodell import Styringsmodell

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Prosjektmaker = Callable[..., Prosjekt]
Rad = dict[str, Any]
VIK = Kommune(navn="Vik", innbyggere=4250, mandater={"Rød": 8, "Blå": 6, "Grønn": 3}, oppdiktet=True)
NIVAA = ("kd", "plan", "fsk", "ks")  # level 0–3


@pytest.fixture(scope="session")
def ruter(organ: Organmaker, modell: Modellmaker) -> Callable[[str, Sequence[int]], Styringsmodell]:
    """Give the maker of a model whose case type number i is decided on level i."""
    organer = (organ("fsk", "formannskap"), organ("plan"), organ("kd", "kommunedirektoer", None))

    def lag(id_: str, nivaaer: Sequence[int]) -> Styringsmodell:
        return modell(id_, *organer, ruter=tuple(f"t{nr}: {NIVAA[n]}:vedtar" for nr, n in enumerate(nivaaer)))

    return lag


def _rad(prosjekt: Prosjekt, indikator: str, *modeller: Styringsmodell) -> Rad:
    resultat = compare_maalinger(measure(prosjekt, {m.id: m for m in modeller}), mot=modeller[0].id)
    return next(
        r
        for r in som_rader(resultat.maalinger)
        if r["mot"] is not None and (r["indikator"], r["dimensjon"]) == (indikator, None)
    )


def test_two_ends_that_meet_are_a_value() -> None:
    like, ulike = (grenser("verv_gini", 0.3, hoey, "beregnet") for hoey in (0.1 + 0.2, 0.4))
    assert (like.verdi, like.lav, like.hoey) == (0.3, None, None)
    assert (ulike.verdi, ulike.lav, ulike.hoey) == (None, 0.3, 0.4)
    assert isinstance(like, Maaling)


def test_the_ends_of_a_number_are_its_bounds_else_the_number_twice() -> None:
    tall, spenn = {"verdi": 2.0, "lav": None, "hoey": None}, {"verdi": None, "lav": 1.0, "hoey": 3.0}
    assert ender({"ingen": tall}) == (2.0, 2.0)
    assert ender({"antakelse": tall, "identifikasjon": spenn}) == (1.0, 3.0)


def test_parts_that_are_not_the_same_have_no_mix_in_common() -> None:
    assert felles_blanding({"a": 1}, {"b": 1}) is None
    assert felles_blanding({"a": 1, "b": 5}, {"b": 2, "a": 4}) == (-3, 3)


def test_the_same_unknown_mix_on_both_sides_narrows_the_difference(
    ruter: Callable[..., Styringsmodell], prosjekt: Prosjektmaker
) -> None:
    """Today 0 and 2, the alternative 1 and 3: each may be anything in its range, yet the difference is 1.

    Ends taken one by one would give −1 to 3.
    """
    dagens, ny = ruter("dagens", (0, 2)), ruter("ny", (1, 3))
    rad = _rad(prosjekt(dagens, VIK), "avgjoerelsesnivaa", dagens, ny)
    assert (rad["verdi"], rad["lav"], rad["hoey"]) == (1, None, None)
    assert (rad["intervall"], rad["verdikt"], rad["grunnlag"]) == ("ingen", "forskjellig", "oppdiktet")


def test_only_one_case_type_moved_gives_from_nil_to_all_of_the_move(
    ruter: Callable[..., Styringsmodell], prosjekt: Prosjektmaker
) -> None:
    dagens, ny = ruter("dagens", (1, 3)), ruter("ny", (2, 3))
    rad = _rad(prosjekt(dagens, VIK), "avgjoerelsesnivaa", dagens, ny)
    assert (rad["lav"], rad["hoey"], rad["verdikt"]) == (0, 1, "kan_ikke_skilles")


def test_a_value_that_is_the_same_whatever_the_mix_is_taken_in_pairs_too(
    ruter: Callable[..., Styringsmodell], prosjekt: Prosjektmaker
) -> None:
    """The alternative decides everything in the council: 3 whatever the mix; today 0 or 2."""
    dagens, ny = ruter("dagens", (0, 2)), ruter("ny", (3, 3))
    rad = _rad(prosjekt(dagens, VIK), "avgjoerelsesnivaa", dagens, ny)
    assert (rad["lav"], rad["hoey"], rad["verdikt"]) == (1, 3, "forskjellig")


def test_other_case_types_share_no_mix(ruter: Callable[..., Styringsmodell], prosjekt: Prosjektmaker) -> None:
    dagens, ny = ruter("dagens", (0, 2)), ruter("ny", (1, 3, 3))
    rad = _rad(prosjekt(dagens, VIK), "avgjoerelsesnivaa", dagens, ny)
    assert (rad["lav"], rad["hoey"]) == (1 - 2, 3 - 0)


@given(
    par=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=5),
    vekter=st.lists(st.integers(1, 50), min_size=5, max_size=5),
)
def test_the_difference_of_any_mix_lies_in_the_range_of_the_unknown_one(
    ruter: Callable[..., Styringsmodell],
    prosjekt: Prosjektmaker,
    par: list[tuple[int, int]],
    vekter: list[int],
) -> None:
    dagens, ny = (
        ruter(navn, nivaaer) for navn, nivaaer in zip(("dagens", "ny"), zip(*par, strict=True), strict=True)
    )
    ukjent = _rad(prosjekt(dagens, VIK, trekk=20), "avgjoerelsesnivaa", dagens, ny)
    lav, hoey = (ukjent[k] if ukjent["verdi"] is None else ukjent["verdi"] for k in ("lav", "hoey"))
    differanser = [b - a for a, b in par]
    assert (lav, hoey) == pytest.approx((min(differanser), max(differanser)))
    antall = {
        f"t{nr}": Anslag(sentral=v, lav=v, hoey=v, grunnlag="oppgitt")
        for nr, v in enumerate(vekter[: len(par)])
    }
    kjent = _rad(prosjekt(dagens, replace(VIK, saksmengde=antall), trekk=20), "avgjoerelsesnivaa", dagens, ny)
    assert lav - 1e-9 <= kjent["verdi"] <= hoey + 1e-9


def test_who_sits_where_is_not_shared_and_the_ends_meet_at_their_worst(
    organ: Organmaker, modell: Modellmaker, prosjekt: Prosjektmaker
) -> None:
    """The most loaded: today 24–34 hours with an open committee, the alternative 24–44 with a longer one."""
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=8, moetetid_timer=3)
    en, annen = (organ("plan", moeter_per_aar=5, moetetid_timer=t) for t in (2, 4))
    dagens, ny = modell("dagens", ks, en), modell("ny", ks, annen)
    rad = _rad(prosjekt(dagens, VIK), "timer_per_person_maks", dagens, ny)
    assert (rad["verdi"], rad["lav"], rad["hoey"], rad["verdikt"]) == (None, -10, 20, "kan_ikke_skilles")
    fast = modell("fast", ks)
    rad = _rad(prosjekt(fast, VIK), "timer_per_person_maks", fast, ny)
    assert (rad["lav"], rad["hoey"]) == (0, 20)


def test_bodies_left_out_that_are_the_same_in_both_are_said_and_others_stop_the_comparison(
    organ: Organmaker, modell: Modellmaker, prosjekt: Prosjektmaker
) -> None:
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=8, moetetid_timer=3)
    fsk = organ("fsk", "formannskap", 5, moeter_per_aar=10, moetetid_timer=2)
    dagens, ny = modell("dagens", ks, organ("x")), modell("ny", ks, fsk, organ("x"))
    rad = _rad(prosjekt(dagens, VIK), "timer_per_person_maks", dagens, ny)
    assert (rad["verdi"], rad["grunn"]) == (20, "uten:x")
    annet = modell("annet", ks, fsk, organ("y"))
    rad = _rad(prosjekt(dagens, VIK), "timer_per_person_maks", dagens, annet)
    assert (rad["grunnlag"], rad["grunn"]) == ("ikke_belyst", "mangler:x,y")


def test_a_range_makes_no_noise_in_the_simultaneous_level_of_the_family(
    organ: Organmaker, modell: Modellmaker, prosjekt: Prosjektmaker
) -> None:
    """Rows without draws are counted as comparisons and move no interval of the others."""
    ks = organ("ks", "kommunestyre", 17, moeter_per_aar=8, moetetid_timer=3)
    fsk = organ("fsk", "formannskap", 5, moeter_per_aar=(8, 10, 14), moetetid_timer=2)
    aapen = organ("aapen", moeter_per_aar=4, moetetid_timer=1)
    uten, med = (modell("ny", ks, fsk, *flere) for flere in ((), (aapen,)))
    bredder = []
    for ny in (uten, med):
        dagens = modell("dagens", ks)
        rad = _rad(prosjekt(dagens, VIK), "moeter_per_aar", dagens, ny)
        bredder.append(rad["hoey"] - rad["lav"])
    assert bredder[0] == pytest.approx(bredder[1])
