"""Seats and chairs: counts, parties left out (a lot gives somebody a seat), the position's chairs, gender."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling
from analyse.indikatorer.plasser import (
    measure_antall,
    measure_kjoenn,
    measure_lederandel,
    measure_uten_plass,
)
from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.verv import Verv

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Grunnlagmaker = Callable[..., Maalegrunnlag]


def _ender(m: Maaling) -> tuple[float | None, ...]:
    return (m.verdi,) if m.verdi is not None else (m.lav, m.hoey)


def test_bodies_and_seats_are_counted_and_a_size_not_given_makes_it_at_least(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    admin = organ("etat", "etat", None)
    antall, plasser = measure_antall(grunnlag(modell("vik", organ("fsk", "formannskap", 5), admin)))
    assert (antall.verdi, plasser.verdi, plasser.er_minst) == (2, 22, False)
    _, plasser = measure_antall(grunnlag(modell("vik", organ("x", medlemmer=None))))
    assert (plasser.verdi, plasser.er_minst, plasser.grunn) == (17, True, "minst:x")


@pytest.mark.parametrize(
    ("mandater", "plasser", "uten", "ventet"),
    [
        ({"A": 8, "B": 6, "C": 3}, 5, (0,), (0,)),  # 3, 2… and 1 to C: 17 / 5 = 3.4
        ({"A": 14, "B": 2, "C": 1}, 3, (2,), (0,)),
        ({"A": 15, "B": 1, "C": 1}, 17, (0,), (0,)),
        ({"A": 1, "B": 1, "C": 1}, 1, (2,), (0,)),  # a lot between three for one seat leaves two
        ({"A": 1, "B": 1, "C": 1}, 2, (1,), (0,)),
        ({"A": 2, "B": 1, "C": 1}, 3, (1,), (0,)),  # A has two: of equal quotients, more votes come first
    ],
)
def test_parties_without_a_seat_by_hand(
    organ: Organmaker,
    modell: Modellmaker,
    grunnlag: Grunnlagmaker,
    mandater: dict[str, int],
    plasser: int,
    uten: tuple[float, ...],
    ventet: tuple[float, ...],
) -> None:
    kommune = Kommune(navn="Vik", innbyggere=100, mandater=mandater, oppdiktet=True)
    ks = organ("ks", "kommunestyre", sum(mandater.values()))
    vik = modell("vik", ks, organ("fsk", "formannskap", plasser))
    funnet = [_ender(m) for m in measure_uten_plass(grunnlag(vik, kommune))]
    assert funnet == [uten, ventet]


def test_two_lots_may_fall_on_one_party_or_on_two(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    kommune = Kommune(navn="Vik", innbyggere=100, mandater={"A": 1, "B": 1, "C": 1}, oppdiktet=True)
    organer = (organ("ks", "kommunestyre", 3), organ("fsk", "formannskap", 1), organ("plan", medlemmer=1))
    vik = modell("vik", *organer, ruter=("skole: fsk:vedtar", "vei: plan:vedtar"))
    uten, ventet = measure_uten_plass(grunnlag(vik, kommune))
    assert (_ender(uten), _ender(ventet)) == ((1, 2), (0,))


@given(
    mandater=st.lists(st.integers(1, 20), min_size=1, max_size=10).map(
        lambda s: {f"P{nr}": m for nr, m in enumerate(s)}
    ),
    plasser=st.integers(1, 15),
)
def test_no_party_loses_a_whole_seats_share_while_each_stands_alone(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker, mandater: dict[str, int], plasser: int
) -> None:
    """d'Hondt keeps the lower quota; only joint lists and agreements can take such a seat."""
    kommune = Kommune(navn="Vik", innbyggere=100, mandater=mandater, oppdiktet=True)
    ks = organ("ks", "kommunestyre", sum(mandater.values()))
    uten, ventet = measure_uten_plass(
        grunnlag(modell("vik", ks, organ("fsk", "formannskap", plasser)), kommune)
    )
    assert ventet.verdi == 0
    assert len(mandater) - plasser <= (_ender(uten)[0] or 0) <= (_ender(uten)[-1] or 0) < len(mandater)


def test_without_seats_or_bodies_nothing_is_said(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    uten = Kommune(navn="Vik", innbyggere=100, oppdiktet=True)
    med = replace(uten, mandater={"A": 17})
    fsk = modell("vik", organ("fsk", "formannskap", 5))
    assert [m.grunn for m in measure_uten_plass(grunnlag(fsk, uten))] == ["mangler:mandater"] * 2
    assert [m.grunn for m in measure_uten_plass(grunnlag(modell("vik"), med))] == ["mangler:organ"] * 2


def test_the_positions_chairs_are_a_range_where_some_are_not_told(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    """Red and Green have 11 of 17 (64.7 %); one chair of three is theirs, one Blue's, one unknown."""
    kommune = Kommune(
        navn="Vik", innbyggere=100, mandater={"Rød": 8, "Blå": 6, "Grønn": 3}, posisjon=("Rød", "Grønn")
    )
    organer = (
        organ("ks", "kommunestyre", 17, leder_parti="Rød"), organ("fsk", "formannskap", 5, leder_parti="Blå"),
        organ("plan"),
    )  # fmt: skip
    (rad,) = measure_lederandel(grunnlag(modell("vik", *organer), kommune))
    assert (rad.lav, rad.hoey) == (pytest.approx(100 / 3 - 1100 / 17), pytest.approx(200 / 3 - 1100 / 17))
    for k, mangler in (
        (replace(kommune, posisjon=None), "posisjon"),
        (replace(kommune, mandater={}), "mandater"),
    ):
        assert [m.grunn for m in measure_lederandel(grunnlag(modell("vik", *organer), k))] == [
            f"mangler:{mangler}"
        ]
    (uten,) = measure_lederandel(grunnlag(modell("vik"), kommune))
    assert uten.grunn == "mangler:leder_parti"


def test_gender_is_counted_from_the_composition_else_from_posts_and_only_for_today(
    organ: Organmaker, modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    talt = organ("fsk", "formannskap", 5, sammensetning={"kjoenn": {"K": 2, "M": 3}})
    verv = (
        Verv(organ_id="ks", person_id="p1", rolle="leder", kjoenn="K"),
        Verv(organ_id="ks", person_id="p2", kjoenn="M"),
        Verv(organ_id="ks", person_id="p3", kjoenn="K", rolle="vara"),
    )
    plasser, ledere = measure_kjoenn(grunnlag(modell("vik", talt, verv=verv)))
    assert (plasser.verdi, plasser.n, ledere.verdi, ledere.n) == (0.4, 5, 1.0, 1)
    plasser, _ = measure_kjoenn(grunnlag(modell("vik", verv=verv)))
    assert (plasser.verdi, plasser.n) == (0.5, 2)
    assert [m.grunn for m in measure_kjoenn(grunnlag(modell("vik")))] == [
        "mangler:sammensetning",
        "mangler:verv",
    ]
    assert list(measure_kjoenn(grunnlag(modell("vik", talt), er_dagens=False))) == []
