"""How do our figures look? Colours, type sizes, frames and the border that tells each kind of body.

Colours: Okabe and Ito 2008, Color Universal Design (jfly.uni-koeln.de/color). Text stands at 4.5:1 or better
and borders at 3:1 or better against what they lie on (WCAG 2.2, 1.4.3 and 1.4.11). A kind is never told by
colour alone: its border has a pattern and a corner of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

BLAA, GROENN, ROEDGUL, SVART = "#0072B2", "#009E73", "#D55E00", "#000000"  # Okabe–Ito
HVIT = "#FFFFFF"
TEKSTFARGE, DEMPET, STREKFARGE = "#1A1A1A", "#4D4D4D", "#333333"
LYSEBLAA, RUTENETT = "#A9CFE6", "#D9D9D9"  # fills and grid lines: nothing is told by them alone
SKRIFT = '"DejaVu Sans", Verdana, sans-serif'  # Verdana has the same design and nearly the same widths
ANNEN_SKRIFT = 1.05  # room kept for a stand-in: Verdana is about as wide, Arial and Roboto are narrower

# Pixels at 96 per inch. 11 px is 8 points at full size; smaller than 6.5 points on paper is not read.
TITTEL_PX, UNDERTITTEL_PX, NAVN_PX, ETIKETT_PX, KILDE_PX = 18.0, 12.0, 13.0, 11.5, 11.0
LINJEAVSTAND = 1.3
MARG, BOKS_MARG_X, BOKS_MARG_Y = 12.0, 10.0, 8.0


# Two structures in one picture: what comes has a heavier border, what goes a dashed one and a crossed name.
NY_TYKKELSE = 2.2
UTGAAR_MOENSTER = (5.0, 4.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slagstil:
    """The look of one kind of body: its fill, and its border's colour, width, dashes and corners."""

    fyll: str
    kant: str
    tykkelse: float
    moenster: tuple[float, ...] = ()
    radius: float = 0.0
    dobbel: bool = False


SLAG: dict[str, Slagstil] = {
    "folkevalgt": Slagstil(fyll="#E8F3FA", kant=BLAA, tykkelse=1.8),
    "raad": Slagstil(fyll="#E6F5F0", kant=GROENN, tykkelse=1.8, radius=13.0),
    "person": Slagstil(fyll="#FDF0E7", kant=ROEDGUL, tykkelse=1.2, dobbel=True),
    "administrasjon": Slagstil(fyll="#F4F4F4", kant=DEMPET, tykkelse=1.5, moenster=(6.0, 4.0)),
    "ekstern": Slagstil(fyll=HVIT, kant=SVART, tykkelse=1.5, moenster=(1.5, 3.0), radius=5.0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramme:
    """The space for a figure with its margins, and the width of a box that needs no more, in pixels."""

    bredde: float
    hoeyde: float
    boksbredde: float


# A4 across has 277 × 190 mm inside 10 mm margins: 1046 × 718 px.
A4_LIGGENDE = Ramme(bredde=1046.0, hoeyde=718.0, boksbredde=176.0)
# A 390 px telephone inside 16 px margins; it scrolls downwards, so the height is free.
TELEFON = Ramme(bredde=358.0, hoeyde=float("inf"), boksbredde=270.0)
