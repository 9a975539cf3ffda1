"""The marks of the verdicts, drawn as shapes: they are told apart without colour and in any font.

▲▼ different, hollow where behaviour decides, = practically alike, ? cannot be told apart, – not illuminated.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.figurer import stil
from analyse.figurer.ark import draw_linje
from analyse.figurer.scene import Flate, Form, Rektangel
from analyse.figurer.tekstmaal import measure_tekst

MERKE_PX = 11.0  # a mark's height and width
IKKE_BELYST = "ikke_belyst"  # stands where there is no verdict to give
VERDIKTER = (
    "forskjellig",
    "forskjellig_avhenger_av_atferd",
    "praktisk_like",
    "kan_ikke_skilles",
    IKKE_BELYST,
)


def draw_merke(verdikt: str, retning: int, x: float, y: float) -> Iterator[Form]:
    """Yield the mark of a verdict in a square with its upper left corner at (x, y).

    Parameters
    ----------
    retning : 1 for more, −1 for less; read only where the verdict is a difference.
    """
    s = MERKE_PX
    if verdikt.startswith("forskjellig"):
        spiss, grunn = (y + 0.5, y + s - 0.5) if retning >= 0 else (y + s - 0.5, y + 0.5)
        hul = verdikt != "forskjellig"
        yield Flate(
            punkter=((x + 0.5, grunn), (x + s / 2, spiss), (x + s - 0.5, grunn)),
            fyll=stil.HVIT if hul else stil.TEKSTFARGE,
            kant=stil.TEKSTFARGE,
            tykkelse=1.2,
        )
    elif verdikt == "praktisk_like":
        for dy in (2.5, 6.5):
            yield Rektangel(x=x + 1.0, y=y + dy, bredde=s - 2.0, hoeyde=2.0, fyll=stil.TEKSTFARGE)
    elif verdikt == "kan_ikke_skilles":
        tegn = draw_linje("?", 0.0, y + s - 1.0, s + 1.5, fet=True)
        yield draw_linje("?", x + (s - tegn.bredde) / 2, y + s - 1.0, s + 1.5, fet=True)
    else:
        yield Rektangel(x=x + 1.0, y=y + 4.5, bredde=s - 2.0, hoeyde=2.0, fyll=stil.DEMPET)


def draw_merkenoekkel(
    navn: tuple[tuple[str, int, str], ...], bredde: float, y: float
) -> tuple[list[Form], float]:
    """Return the key to the marks that occur (verdict, direction, words), and where it ends."""
    former: list[Form] = []
    x, px = 0.0, stil.KILDE_PX
    for verdikt, retning, ord_ in navn:
        trenger = MERKE_PX + 6.0 + measure_tekst(ord_, px) * stil.ANNEN_SKRIFT
        if x and x + trenger > bredde:
            x, y = 0.0, y + 18.0
        former += draw_merke(verdikt, retning, x, y)
        former.append(draw_linje(ord_, x + MERKE_PX + 6.0, y + 9.5, px, plass=bredde - MERKE_PX - 6.0))
        x += trenger + 20.0
    return former, y + 18.0 if navn else y
