"""Bars on one scale: lengths are the numbers, lines say how sure they are, words stand where none is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.figurer.arbeidsbyrde import Arbeidsbyrdedata, Spenn, Stolpe, Stolpegruppe, draw_arbeidsbyrde
from analyse.figurer.ark import Omtale
from analyse.figurer.scene import Figur, Flate, Linje, Rektangel, Skrift
from analyse.figurer.stil import A4_LIGGENDE, BLAA, LYSEBLAA, TELEFON, Ramme

RAMMER = (A4_LIGGENDE, TELEFON)
OMTALE = Omtale(tittel="Ingen organ skiller seg ut", undertittel="Timer.", kilde="Kilde: x", alt="I ord.")
NAVN = (
    "Rådet for personar med funksjonsnedsetjing",
    "Hovedutvalg for oppvekst, kultur, idrett og frivillighet",
    "Formannskapet",
)


def _data(*stolper: Stolpe, grupper: int = 1, topp: float = 100.0) -> Arbeidsbyrdedata:
    return Arbeidsbyrdedata(
        omtale=OMTALE,
        akse=((0.0, "0"), (topp / 2, f"{topp / 2:g}"), (topp, f"{topp:g}")),
        grupper=tuple(Stolpegruppe(navn=NAVN[nr % 3], stolper=stolper) for nr in range(grupper)),
        slagnavn=(("antakelse", "90 % av antakelsene"), ("identifikasjon", "det dataene ikke avgjør")),
    )


def _former(figur: Figur, type_: type) -> list[Flate | Linje | Rektangel | Skrift]:
    return [f for g in figur.grupper for f in g.former if isinstance(f, type_)]


def _stolper(figur: Figur) -> list[Rektangel]:
    return [
        f
        for f in _former(figur, Rektangel)
        if isinstance(f, Rektangel) and f.fyll in (BLAA, LYSEBLAA) and f.hoeyde == 12.0
    ]


def test_a_bar_is_as_long_as_its_number_and_begins_at_zero() -> None:
    (figur,) = draw_arbeidsbyrde(
        _data(
            Stolpe(navn="Dagens", verdi=80.0, skrevet="80", er_hoved=True),
            Stolpe(navn="Komité", verdi=40.0, skrevet="40"),
        )
    )
    lang, kort = _stolper(figur)
    assert lang.bredde == pytest.approx(2 * kort.bredde)
    assert lang.x == kort.x
    assert (lang.fyll, kort.fyll) == (BLAA, LYSEBLAA)


def test_these_numbers_stand_here() -> None:
    (figur,) = draw_arbeidsbyrde(_data(Stolpe(navn="Dagens", verdi=80.0, skrevet="80")))
    (stolpe,) = _stolper(figur)
    assert (figur.bredde, stolpe.x, round(stolpe.bredde, 1)) == (1046.0, 269.28, 581.1)


def test_assumptions_are_thick_and_what_is_left_open_thin_with_ends() -> None:
    spenn = (
        Spenn(lav=70.0, hoey=90.0, slag="antakelse"),
        Spenn(lav=50.0, hoey=100.0, slag="identifikasjon"),
    )
    data = _data(Stolpe(navn="Dagens", verdi=80.0, skrevet="80", spenn=spenn))
    (figur,) = draw_arbeidsbyrde(Arbeidsbyrdedata(omtale=OMTALE, akse=data.akse, grupper=data.grupper))
    linjer = [f for f in _former(figur, Linje) if isinstance(f, Linje) and f.tykkelse > 1]
    vannrett = {f.tykkelse: f for f in linjer if f.punkter[0][1] == f.punkter[1][1]}
    bredder = {t: f.punkter[1][0] - f.punkter[0][0] for t, f in vannrett.items()}
    assert bredder[1.5] == pytest.approx(2.5 * bredder[5.0])
    assert sum(f.punkter[0][0] == f.punkter[1][0] for f in linjer) == 2


def test_at_least_has_an_arrow_and_no_number_has_a_word_and_no_bar() -> None:
    minst = Stolpe(navn="Dagens", verdi=80.0, skrevet="minst 80", er_minst=True)
    (figur,) = draw_arbeidsbyrde(_data(minst))
    assert len(_former(figur, Flate)) == 1
    (uten,) = draw_arbeidsbyrde(_data(Stolpe(navn="Dagens", verdi=None, skrevet="ikke belyst")))
    assert _stolper(uten) == []
    assert "ikke belyst" in [f.tekst for f in _former(uten, Skrift) if isinstance(f, Skrift)]


def test_a_range_without_a_centre_is_drawn_without_a_bar() -> None:
    spenn = (Spenn(lav=20.0, hoey=60.0, slag="identifikasjon"),)
    (figur,) = draw_arbeidsbyrde(_data(Stolpe(navn="D", verdi=None, skrevet="mellom 20 og 60", spenn=spenn)))
    assert _stolper(figur) == []
    assert [f for f in _former(figur, Linje) if isinstance(f, Linje) and f.tykkelse == 1.5]


def test_many_bodies_go_over_pages_on_one_scale_and_a_telephone_scrolls() -> None:
    stolper = [Stolpe(navn=f"Modell {nr}", verdi=50.0, skrevet="50") for nr in range(4)]
    data = _data(*stolper, grupper=25)
    sider = draw_arbeidsbyrde(data)
    assert len(sider) > 1
    assert len({round(s.bredde, 3) for side in sider for s in _stolper(side)}) == 1
    assert all(side.hoeyde <= A4_LIGGENDE.hoeyde for side in sider)
    assert sum(len(_stolper(side)) for side in sider) == 100
    assert len(draw_arbeidsbyrde(data, TELEFON)) == 1


@pytest.mark.parametrize("ramme", RAMMER)
def test_25_bodies_with_long_names_are_whole(
    ramme: Ramme, hold_figur: Callable[..., None], hold_png: Callable[[Figur], None]
) -> None:
    spenn = (Spenn(lav=30.0, hoey=100.0, slag="identifikasjon"), Spenn(lav=45.0, hoey=55.0, slag="antakelse"))
    stolper = (
        Stolpe(navn=NAVN[1], verdi=50.0, skrevet="50", merknad="forutsatt", spenn=spenn, er_hoved=True),
        Stolpe(navn="Komité", verdi=100.0, skrevet="minst 100", merknad="oppgitt", er_minst=True),
        Stolpe(navn="Hovedutvalg", verdi=None, skrevet="ikke belyst"),
    )
    for figur in draw_arbeidsbyrde(_data(*stolper, grupper=25), ramme):
        hold_figur(figur, bredde=ramme.bredde)
    hold_png(figur)


@pytest.mark.parametrize("ramme", RAMMER)
@given(verdier=st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_lengths_are_in_proportion_and_no_bar_leaves_the_picture(ramme: Ramme, verdier: list[float]) -> None:
    hel = Stolpe(navn="hele", verdi=100.0, skrevet="100")
    stolper = [Stolpe(navn=str(nr), verdi=v, skrevet=f"{v:.0f}") for nr, v in enumerate(verdier)]
    (figur,) = draw_arbeidsbyrde(_data(hel, *stolper), ramme)
    lengst, *andre = _stolper(figur)
    assert [s.bredde for s in andre] == pytest.approx([v / 100 * lengst.bredde for v in verdier], abs=1e-6)
    assert lengst.x + lengst.bredde <= figur.bredde


def test_a_scale_that_is_no_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="start at zero"):
        Arbeidsbyrdedata(omtale=OMTALE, akse=((1.0, "1"),), grupper=())
    with pytest.raises(ValueError, match="longer than the scale"):
        _data(Stolpe(navn="D", verdi=101.0, skrevet="101"))
