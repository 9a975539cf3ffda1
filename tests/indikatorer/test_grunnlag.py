"""Draws are bound to what they are about: the same key gives the same draws, whoever asks and when."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.anslag import Anslag
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, Trekker, ikke_belyst
from analyse.modell.kommune import Kommune
from analyse.modell.organ import Opplysning, Organ
from analyse.modell.styringsmodell import Styringsmodell

tall = st.floats(0, 1000, allow_nan=False)


def _anslag(lav: float, sentral: float, hoey: float) -> Anslag:
    return Anslag(lav=lav, sentral=sentral, hoey=hoey, grunnlag="forutsatt")


def test_the_same_seed_and_key_give_the_same_draws_in_any_order() -> None:
    en, annen = Trekker(1, 50), Trekker(1, 50)
    a, b = en.kvantiler("ks.moeter_per_aar"), en.kvantiler("fsk.moeter_per_aar")
    assert (annen.kvantiler("fsk.moeter_per_aar") == b).all()
    assert (annen.kvantiler("ks.moeter_per_aar") == a).all()
    assert (a != b).all()


def test_another_seed_gives_other_draws() -> None:
    assert (Trekker(1, 50).kvantiler("ks") != Trekker(2, 50).kvantiler("ks")).all()


def test_a_seed_and_a_key_that_read_alike_when_joined_are_not_the_same() -> None:
    assert (Trekker(1, 50).kvantiler("1.x") != Trekker(11, 50).kvantiler(".x")).all()


def test_more_draws_begin_with_the_same_ones() -> None:
    assert (Trekker(1, 500).kvantiler("ks")[:50] == Trekker(1, 50).kvantiler("ks")).all()


def test_a_figure_without_a_range_is_the_same_in_every_draw() -> None:
    assert Trekker(1, 5).trekk(_anslag(9, 9, 9), "ks").tolist() == [9.0] * 5


def test_the_draws_have_the_triangular_mean_and_variance() -> None:
    """Mean (a + b + c)/3, variance (a² + b² + c² − ab − ac − bc)/18 for (7, 9, 14): 10 and 13/6."""
    trekk = Trekker(1, 20_000).trekk(_anslag(7, 9, 14), "ks")
    assert trekk.mean() == pytest.approx(10, abs=4 * math.sqrt(13 / 6 / 20_000))
    assert trekk.var() == pytest.approx(13 / 6, rel=0.05)


@given(verdier=st.tuples(tall, tall, tall).map(sorted), noekkel=st.text(max_size=8))
def test_the_draws_follow_the_closed_form_and_stay_within_the_range(
    verdier: list[float], noekkel: str
) -> None:
    anslag, trekker = _anslag(*verdier), Trekker(1, 20)
    trekk = trekker.trekk(anslag, noekkel)
    ventet = [anslag.kvantil(float(u)) for u in trekker.kvantiler(noekkel)]
    assert trekk == pytest.approx(ventet, rel=1e-12, abs=1e-12)
    assert ((trekk >= anslag.lav - 1e-9) & (trekk <= anslag.hoey + 1e-9)).all()


def test_bodies_that_follow_one_another_share_their_uncertainty(
    organ: Callable[..., Organ],
    modell: Callable[..., Styringsmodell],
    grunnlag: Callable[..., Maalegrunnlag],
) -> None:
    foelger = {"moeter_per_aar": Opplysning(lav=8, hoey=14, foelger="plan")}
    en = organ("plan", moeter_per_aar=(4, 6, 8))
    annen = organ("helse", moeter_per_aar=12, opplysninger=foelger)
    maales = grunnlag(modell("m", en, annen))
    figurer = [maales.figur(o, "moeter_per_aar") for o in (en, annen)]
    rangert = [np.argsort(figur[1]).tolist() for figur in figurer if figur]
    assert rangert[0] == rangert[1]
    assert maales.figur(en, "moetetid_timer") is None


def test_what_is_not_lit_must_say_why() -> None:
    with pytest.raises(ValueError, match="must say why"):
        Maaling(indikator="moeter_per_aar", verdi=None)
    assert ikke_belyst("moeter_per_aar", "mandater").grunn == "mangler:mandater"


@pytest.mark.parametrize(
    ("oppdiktet", "er_dagens", "ventet"),
    [
        (True, True, "oppdiktet"),
        (True, False, "oppdiktet"),
        (False, True, "oppgitt"),
        (False, False, "beregnet"),
    ],
)
def test_the_ground_of_the_structure_itself(
    modell: Callable[..., Styringsmodell],
    grunnlag: Callable[..., Maalegrunnlag],
    oppdiktet: bool,
    er_dagens: bool,
    ventet: str,
) -> None:
    kommune = Kommune(navn="Vik", innbyggere=1, oppdiktet=oppdiktet)
    assert grunnlag(modell("m"), kommune, er_dagens=er_dagens).eget_grunnlag == ventet
