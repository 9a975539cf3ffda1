"""The figure as a PNG for Excel and Word, drawn by matplotlib from the coordinates the SVG has.

The object interface with the Agg canvas: no global figure and no window. What the user's matplotlibrc could
change in a picture is given outright.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from analyse.figurer.scene import Figur, Flate, Form, Linje, Rektangel, Skrift
from analyse.figurer.stil import HVIT
from analyse.figurer.tekstmaal import skriftfil, with_kjente_tegn

if TYPE_CHECKING:
    from matplotlib.artist import Artist

_PX_PER_TOMME = 96.0  # a CSS pixel
_PUNKT_PER_PX = 72.0 / _PX_PER_TOMME


def draw_png(figur: Figur, *, dpi: int = 200) -> bytes:
    """Return the figure as PNG bytes at `dpi` dots per inch; the same figure gives the same bytes."""
    from matplotlib.figure import Figure

    flate = Figure(
        figsize=(figur.bredde / _PX_PER_TOMME, figur.hoeyde / _PX_PER_TOMME), dpi=dpi, facecolor=HVIT
    )
    akser = flate.add_axes((0.0, 0.0, 1.0, 1.0), frameon=False)
    akser.set_axis_off()
    akser.set_xlim(0.0, figur.bredde)
    akser.set_ylim(figur.hoeyde, 0.0)
    for gruppe in figur.grupper:
        for form in gruppe.former:
            akser.add_artist(_som_artist(form))
    for nr, artist in enumerate(akser.get_children()):
        artist.set_zorder(nr)  # in the order they are given, as SVG paints them
    ut = BytesIO()
    # without the program's name, or the bytes change with its version
    flate.savefig(ut, format="png", dpi=dpi, facecolor=HVIT, metadata={"Software": None})
    return ut.getvalue()


def _som_artist(form: Form) -> Artist:
    match form:
        case Rektangel():
            return _rektangel(form)
        case Flate():
            return _flate(form)
        case Linje():
            return _linje(form)
        case Skrift():
            return _skrift(form)


def _moenster(moenster: tuple[float, ...], tykkelse: float) -> Any:
    """Return a dash pattern as matplotlib takes it: in line widths, whatever `lines.scale_dashes` is."""
    return (0.0, tuple(del_ / tykkelse for del_ in moenster)) if moenster else "solid"


def _rektangel(form: Rektangel) -> Artist:
    from matplotlib.patches import FancyBboxPatch, Rectangle

    felles: dict[str, Any] = {
        "facecolor": form.fyll,
        "edgecolor": form.kant,
        "linewidth": form.tykkelse * _PUNKT_PER_PX,
        "linestyle": _moenster(form.moenster, form.tykkelse),
    }
    if not form.radius:
        return Rectangle((form.x, form.y), form.bredde, form.hoeyde, **felles)
    hjoerne = f"round,pad=0,rounding_size={form.radius}"
    return FancyBboxPatch(
        (form.x, form.y), form.bredde, form.hoeyde, boxstyle=hjoerne, mutation_aspect=1.0, **felles
    )


def _flate(form: Flate) -> Artist:
    from matplotlib.colors import to_rgba
    from matplotlib.patches import Polygon

    return Polygon(
        form.punkter,
        closed=True,
        facecolor=to_rgba(form.fyll, form.dekning),
        edgecolor=form.kant,
        linewidth=form.tykkelse * _PUNKT_PER_PX,
    )


def _linje(form: Linje) -> Artist:
    from matplotlib.lines import Line2D

    xer, yer = zip(*form.punkter, strict=True)
    return Line2D(
        xer,
        yer,
        color=form.farge,
        linewidth=form.tykkelse * _PUNKT_PER_PX,
        linestyle=_moenster(form.moenster, form.tykkelse),
        marker="none",
        solid_capstyle="butt",
        snap=True,
        antialiased=False,  # lines that share a stretch would else grow darker
    )


@lru_cache(maxsize=2)
def _font(fet: bool) -> Any:
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=skriftfil(fet=fet))


def _skrift(form: Skrift) -> Artist:
    from matplotlib.text import Text

    return Text(
        form.x,
        form.y,
        with_kjente_tegn(form.tekst, fet=form.fet),
        color=form.farge,
        fontproperties=_font(form.fet),
        size=form.px * _PUNKT_PER_PX,
        ha="center" if form.midtstilt else "left",
        va="baseline",
        usetex=False,
        parse_math=False,  # a name with $ is a name
    )
