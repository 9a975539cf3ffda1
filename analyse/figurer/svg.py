"""The figure as one SVG element that stands alone or inside a page: real text, a name and a description.

Every string is escaped and rid of characters XML does not allow, so no name of a body can become markup.
Left out: styles and scripts; everything is plain attributes, which also Word and LibreOffice read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from analyse.figurer.scene import Flate, Form, Gruppe, Linje, Rektangel, Skrift
from analyse.figurer.stil import ANNEN_SKRIFT, HVIT, SKRIFT

# XML 1.0, production 2 (Char)
_ULOVLIG = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Text may use this much of its margins before it is held to its measured width in another font: letters that
# are stretched are ugly, so it is done only where the text could leave its box.
_SLARK = 8.0


def build_svg(bredde: float, hoeyde: float, tittel: str, alt: str, grupper: Sequence[Gruppe]) -> str:
    """Return the SVG element; equal figures give equal text, unequal ones ids that do not clash on a page."""
    innhold = "\n".join(_som_gruppe(gruppe) for gruppe in grupper)
    merke = "fig-" + hashlib.sha256(f"{bredde}{tittel}{alt}{innhold}".encode()).hexdigest()[:12]
    flate = _element("rect", width=_tall(bredde), height=_tall(hoeyde), fill=HVIT)
    hode = _element(
        "svg",
        lukk=False,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby=f"{merke}-t {merke}-d",
        viewBox=f"0 0 {_tall(bredde)} {_tall(hoeyde)}",
        width=_tall(bredde),
        height=_tall(hoeyde),
        font_family=SKRIFT,
    )
    navn = f'<title id="{merke}-t">{_rens(tittel)}</title>\n<desc id="{merke}-d">{_rens(alt)}</desc>'
    return f"{hode}\n{navn}\n{flate}\n{innhold}\n</svg>\n"


def _rens(tekst: str) -> str:
    return escape(_ULOVLIG.sub("\N{REPLACEMENT CHARACTER}", tekst))


def _tall(verdi: float) -> str:
    return f"{verdi:.2f}".rstrip("0").rstrip(".")


def _element(navn: str, *, lukk: bool = True, **attributter: str) -> str:
    deler = [
        f"{noekkel.replace('_', '-')}={quoteattr(_ULOVLIG.sub('', verdi))}"
        for noekkel, verdi in attributter.items()
        if verdi
    ]
    return f"<{navn} {' '.join(deler)}{'/' if lukk else ''}>"


def _som_gruppe(gruppe: Gruppe) -> str:
    former = "\n".join(_som_form(form) for form in gruppe.former)
    start = _element("g", lukk=False, data_organ=gruppe.noekkel) if gruppe.noekkel else "<g>"
    return f"{start}\n{former}\n</g>"


def _som_form(form: Form) -> str:
    match form:
        case Rektangel():
            return _element(
                "rect",
                x=_tall(form.x),
                y=_tall(form.y),
                width=_tall(form.bredde),
                height=_tall(form.hoeyde),
                rx=_tall(form.radius) if form.radius else "",
                fill=form.fyll,
                stroke=form.kant,
                stroke_width=_tall(form.tykkelse),
                stroke_dasharray=" ".join(map(_tall, form.moenster)),
            )
        case Flate():
            return _element(
                "polygon",
                points=" ".join(f"{_tall(x)},{_tall(y)}" for x, y in form.punkter),
                fill=form.fyll,
                fill_opacity=_tall(form.dekning) if form.dekning < 1 else "",
                stroke=form.kant,
                stroke_width=_tall(form.tykkelse),
            )
        case Linje():
            return _element(
                "polyline",
                points=" ".join(f"{_tall(x)},{_tall(y)}" for x, y in form.punkter),
                fill="none",
                stroke=form.farge,
                stroke_width=_tall(form.tykkelse),
                stroke_dasharray=" ".join(map(_tall, form.moenster)),
                shape_rendering="crispEdges",  # lines that share a stretch would else grow darker
            )
        case Skrift():
            trang = form.bredde * ANNEN_SKRIFT > form.plass + _SLARK
            start = _element(
                "text",
                lukk=False,
                x=_tall(form.x),
                y=_tall(form.y),
                font_size=_tall(form.px),
                font_weight="bold" if form.fet else "",
                fill=form.farge,
                text_anchor="middle" if form.midtstilt else "",
                textLength=_tall(form.bredde) if trang else "",
                lengthAdjust="spacingAndGlyphs" if trang else "",
            )
            return f"{start}{_rens(form.tekst)}</text>"
