"""What stands around every figure, and how lines of text are set: title, subtitle, source, margins.

A figure draws its content from (0, 0); the sheet puts the finding above it and the source below. Left out:
what a figure shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from analyse.figurer import stil
from analyse.figurer.scene import Figur, Gruppe, Skrift, with_forskyvning
from analyse.figurer.svg import build_svg
from analyse.figurer.tekstmaal import build_linjer, measure_tekst

_LUFT_OVER, _LUFT_UNDER = 18.0, 10.0  # between head and content, and between content and source
_UNDER = 0.3  # of a line of 1.3 em, DejaVu's descenders and the air around them lie below the baseline


@dataclass(frozen=True, slots=True, kw_only=True)
class Omtale:
    """The words around a figure.

    Parameters
    ----------
    tittel : the finding, a sentence. undertittel : what is shown, unit and period. kilde : the line at the
        foot. alt : the figure in words.
    """

    tittel: str
    undertittel: str
    kilde: str
    alt: str


def build_ark(omtale: Omtale, innhold: Sequence[Gruppe], bredde: float, hoeyde: float) -> Figur:
    """Return the finished figure: head, content of the given size, and source, inside the margins."""
    hode = tuple(draw_hode(omtale.tittel, omtale.undertittel, bredde))
    topp = hode[-1].y + _LUFT_OVER if hode else 0.0
    bunn = topp + hoeyde + _LUFT_UNDER
    kilde = draw_avsnitt(omtale.kilde, 0.0, bunn, bredde, stil.KILDE_PX, farge=stil.DEMPET)
    slutt = kilde[-1].y if kilde else bunn
    grupper = [
        Gruppe(noekkel="", former=hode),
        *(with_forskyvning(gruppe, 0.0, topp) for gruppe in innhold),
        Gruppe(noekkel="", former=tuple(kilde)),
    ]
    flyttet = tuple(with_forskyvning(gruppe, stil.MARG, stil.MARG) for gruppe in grupper if gruppe.former)
    ytre = float(ceil(bredde + 2 * stil.MARG)), float(ceil(slutt + 2 * stil.MARG))
    return Figur(
        bredde=ytre[0],
        hoeyde=ytre[1],
        tittel=omtale.tittel,
        alt=omtale.alt,
        grupper=flyttet,
        svg=build_svg(*ytre, omtale.tittel, omtale.alt, flyttet),
    )


def draw_hode(tittel: str, undertittel: str, bredde: float) -> Iterator[Skrift]:
    """Yield the finding and, below it, what is shown."""
    smalere = bredde / stil.ANNEN_SKRIFT
    y = 0.0
    for linje in build_linjer(tittel, smalere, stil.TITTEL_PX, fet=True):
        y += stil.TITTEL_PX * stil.LINJEAVSTAND
        yield draw_linje(linje, 0.0, y, stil.TITTEL_PX, plass=bredde, fet=True)
    y += 5.0
    for linje in build_linjer(undertittel, smalere, stil.UNDERTITTEL_PX):
        y += stil.UNDERTITTEL_PX * stil.LINJEAVSTAND
        yield draw_linje(linje, 0.0, y, stil.UNDERTITTEL_PX, plass=bredde, farge=stil.DEMPET)


def draw_avsnitt(
    tekst: str,
    x: float,
    y: float,
    bredde: float,
    px: float,
    *,
    fet: bool = False,
    farge: str = stil.TEKSTFARGE,
) -> list[Skrift]:
    """Return a text set in lines below `y`, no wider than `bredde` where its words allow it."""
    linjer = build_linjer(tekst, bredde, px, fet=fet)
    return draw_linjer(linjer, x, y, px, plass=bredde, fet=fet, farge=farge)


def draw_linjer(
    linjer: Iterable[str],
    x: float,
    y: float,
    px: float,
    *,
    plass: float = float("inf"),
    fet: bool = False,
    farge: str = stil.TEKSTFARGE,
) -> list[Skrift]:
    """Return set lines below `y`, each on its baseline."""
    steg = px * stil.LINJEAVSTAND
    return [
        draw_linje(linje, x, y + (nr + 1) * steg - _UNDER * px, px, plass=plass, fet=fet, farge=farge)
        for nr, linje in enumerate(linjer)
    ]


def measure_linjer(antall: int, px: float) -> float:
    """Return the height of so many lines."""
    return antall * px * stil.LINJEAVSTAND


def draw_linje(
    tekst: str,
    x: float,
    y: float,
    px: float,
    *,
    plass: float = float("inf"),
    fet: bool = False,
    farge: str = stil.TEKSTFARGE,
    midtstilt: bool = False,
) -> Skrift:
    """Return one line of text with its measured width."""
    bredde = measure_tekst(tekst, px, fet=fet)
    return Skrift(
        x=x,
        y=y,
        tekst=tekst,
        px=px,
        bredde=bredde,
        plass=plass,
        fet=fet,
        farge=farge,
        midtstilt=midtstilt,
    )
