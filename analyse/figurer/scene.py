"""What does a finished figure consist of? Rectangles, areas, lines and texts in place, for every format.

A figure is laid out once; svg.py and png.py only write what stands here. Left out: anything interactive.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from analyse.figurer.stil import TEKSTFARGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rektangel:
    """A rectangle: upper left corner, size, fill, border, dash pattern and corner radius, in pixels."""

    x: float
    y: float
    bredde: float
    hoeyde: float
    fyll: str
    kant: str = "none"
    tykkelse: float = 0.0
    moenster: tuple[float, ...] = ()
    radius: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Linje:
    """A line through points, with colour, width and dash pattern."""

    punkter: tuple[tuple[float, float], ...]
    farge: str
    tykkelse: float
    moenster: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flate:
    """A closed area through points; `dekning` is how much of what lies under it is covered, 0–1."""

    punkter: tuple[tuple[float, float], ...]
    fyll: str
    kant: str = "none"
    tykkelse: float = 0.0
    dekning: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Skrift:
    """One line of text on its baseline.

    Parameters
    ----------
    x, y : the left end, or the middle where `midtstilt`, and the baseline. px : type size.
    bredde : the measured width. plass : the width that is free for it; a text that fills most of it is
        held to its measured width in formats where another font may be used.
    """

    x: float
    y: float
    tekst: str
    px: float
    bredde: float
    plass: float
    fet: bool = False
    farge: str = TEKSTFARGE
    midtstilt: bool = False


Form = Rektangel | Flate | Linje | Skrift


@dataclass(frozen=True, slots=True, kw_only=True)
class Gruppe:
    """Shapes that belong together, under the key of what they show ("" for the rest)."""

    noekkel: str
    former: tuple[Form, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figur:
    """A finished figure: its size in pixels, title, alt text, shapes, and itself as SVG text."""

    bredde: float
    hoeyde: float
    tittel: str
    alt: str
    grupper: tuple[Gruppe, ...]
    svg: str


def with_forskyvning(gruppe: Gruppe, dx: float, dy: float) -> Gruppe:
    """Return the group moved."""
    return replace(gruppe, former=tuple(_flytt(form, dx, dy) for form in gruppe.former))


def _flytt(form: Form, dx: float, dy: float) -> Form:
    if isinstance(form, Linje | Flate):
        return replace(form, punkter=tuple((x + dx, y + dy) for x, y in form.punkter))
    return replace(form, x=form.x + dx, y=form.y + dy)
