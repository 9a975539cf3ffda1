"""What every figure must hold, whatever it shows: all inside, no text over another, readable, named."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from analyse.figurer.png import draw_png
from analyse.figurer.scene import Figur, Flate, Linje, Rektangel, Skrift
from analyse.figurer.stil import A4_LIGGENDE

Kant = tuple[float, float, float, float]  # left, top, right, bottom
MINSTE_PUNKT = 6.5  # on paper, after shrinking to A4
SKRIFTHOEYDE = 0.76  # DejaVu's ascenders, in em


def kant(form: Flate | Linje | Rektangel | Skrift) -> Kant:
    """Return the box a shape fills."""
    if isinstance(form, Skrift):
        venstre = form.x - form.bredde / 2 if form.midtstilt else form.x
        return venstre, form.y - SKRIFTHOEYDE * form.px, venstre + form.bredde, form.y
    if isinstance(form, Rektangel):
        return form.x, form.y, form.x + form.bredde, form.y + form.hoeyde
    xer, yer = zip(*form.punkter, strict=True)
    return min(xer), min(yer), max(xer), max(yer)


def _krysser(a: Kant, b: Kant) -> bool:
    return a[0] < b[2] - 0.5 and b[0] < a[2] - 0.5 and a[1] < b[3] - 0.5 and b[1] < a[3] - 0.5


@pytest.fixture(scope="session")
def hold_figur() -> Callable[[Figur], None]:
    """Assert that a figure is whole; give it one that should be."""

    def hold(figur: Figur, *, bredde: float = A4_LIGGENDE.bredde) -> None:
        former = [f for g in figur.grupper for f in g.former]
        tekster = [f for f in former if isinstance(f, Skrift)]
        utenfor = [
            f
            for f in former
            for v, o, h, n in (kant(f),)
            if v < -0.01 or o < -0.01 or h > figur.bredde + 0.01 or n > figur.hoeyde + 0.01
        ]
        assert utenfor == []
        assert [t.tekst for t in tekster if t.bredde > t.plass + 0.001] == []
        over = [(a.tekst, b.tekst) for a, b in combinations(tekster, 2) if _krysser(kant(a), kant(b))]
        assert over == []
        krymping = max(1.0, figur.bredde / bredde)
        assert min(t.px for t in tekster) * 0.75 / krymping >= MINSTE_PUNKT
        rot = ET.fromstring(figur.svg)  # noqa: S314 - our own text
        assert rot.get("role") == "img"
        assert rot.findtext("{http://www.w3.org/2000/svg}desc") == figur.alt
        assert figur.alt
        assert [e.text for e in rot.iter("{http://www.w3.org/2000/svg}text")] == [t.tekst for t in tekster]

    return hold


@pytest.fixture(scope="session")
def hold_png() -> Callable[[Figur], None]:
    """Assert that a figure gives one and the same picture each time."""

    def hold(figur: Figur) -> None:
        assert draw_png(figur, dpi=50) == draw_png(figur, dpi=50)

    return hold
