"""The triangle of pairs: each pair once, its bar as long as its shares, names on the diagonal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.figurer.ark import Omtale
from analyse.figurer.overlapp import Overlappcelle, Overlappdata, draw_overlapp
from analyse.figurer.scene import Figur, Linje, Rektangel, Skrift
from analyse.figurer.stil import A4_LIGGENDE, BLAA, RUTENETT, TELEFON, Ramme

RAMMER = (A4_LIGGENDE, TELEFON)
OMTALE = Omtale(tittel="Ingen par må dele", undertittel="Prosent.", kilde="Kilde: x", alt="I ord.")
NAVN = (
    "Rådet for personar med funksjonsnedsetjing",
    "Plan- og utviklingskomiteen",
    "Hovedutvalg for oppvekst, kultur, idrett og frivillighet",
)


def _data(antall: int, lav: float = 0.2, hoey: float = 0.6) -> Overlappdata:
    celler = tuple(
        Overlappcelle(rad=i, kolonne=j, lav=lav, hoey=hoey, tekst=f"{100 * lav:.0f}–{100 * hoey:.0f}")
        for i in range(antall)
        for j in range(i)
    )
    navn = tuple(f"{NAVN[nr % 3]} {nr}" for nr in range(antall))
    return Overlappdata(omtale=OMTALE, organer=navn, celler=celler, noekkel=("må", "kan"))


def _rektangler(figur: Figur) -> list[Rektangel]:
    return [f for f in figur.grupper[1].former if isinstance(f, Rektangel)]


@pytest.mark.parametrize("ramme", RAMMER)
@pytest.mark.parametrize("antall", [0, 2, 7, 25])
def test_the_figure_is_whole_for_any_number_of_bodies(
    ramme: Ramme, antall: int, hold_figur: Callable[..., None]
) -> None:
    hold_figur(draw_overlapp(_data(antall, 0.4, 1.0), ramme), bredde=ramme.bredde)


def test_each_pair_has_one_cell_below_the_diagonal() -> None:
    ruter = [r for r in _rektangler(draw_overlapp(_data(7))) if r.kant == RUTENETT]
    assert len({(r.x, r.y) for r in ruter}) == len(ruter) == 21


def test_a_bar_is_filled_to_the_least_and_hatched_to_the_most() -> None:
    figur = draw_overlapp(_data(2))
    ramme, fylt, aapen = _rektangler(figur)[1:4]
    assert fylt.fyll == BLAA
    assert fylt.bredde == pytest.approx(0.2 * ramme.bredde)
    assert aapen.x + aapen.bredde == pytest.approx(ramme.x + 0.6 * ramme.bredde)
    skravur = [f for f in figur.grupper[1].former if isinstance(f, Linje)]
    assert skravur
    assert all(aapen.x < f.punkter[0][0] < aapen.x + aapen.bredde for f in skravur)


def test_what_is_not_known_is_a_word_without_a_bar() -> None:
    celle = Overlappcelle(rad=1, kolonne=0, lav=None, hoey=None, tekst="ikke belyst")
    figur = draw_overlapp(
        Overlappdata(omtale=OMTALE, organer=("A", "B"), celler=(celle,), noekkel=("m", "k"))
    )
    assert len(_rektangler(figur)) == 1
    tekster = [f.tekst for f in figur.grupper[1].former if isinstance(f, Skrift)]
    assert " ".join(tekster).startswith("ikke belyst")


def test_a_telephone_tells_equal_pairs_on_one_line() -> None:
    figur = draw_overlapp(_data(4), TELEFON)
    tekster = [f.tekst for f in figur.grupper[1].former if isinstance(f, Skrift)]
    assert tekster.count("20–60") == 3  # a body each, but the first, which has no one before it


@pytest.mark.parametrize(
    ("celle", "feil"),
    [
        (Overlappcelle(rad=0, kolonne=1, lav=0.0, hoey=1.0, tekst=""), "below the diagonal"),
        (Overlappcelle(rad=1, kolonne=0, lav=0.7, hoey=0.3, tekst=""), "shares 0.7–0.3"),
    ],
)
def test_a_pair_that_cannot_be_is_refused(celle: Overlappcelle, feil: str) -> None:
    with pytest.raises(ValueError, match=feil):
        Overlappdata(omtale=OMTALE, organer=("A", "B"), celler=(celle,))


def test_the_same_pairs_give_the_same_picture(hold_png: Callable[[Figur], None]) -> None:
    assert draw_overlapp(_data(5)) == draw_overlapp(_data(5))
    hold_png(draw_overlapp(_data(5)))
