"""How large is the box of a body, and what is drawn in it? Name, short texts, and the border of its kind.

A box takes the size its text asks for by the font's own widths, so nothing is cut and nothing stands outside.
Left out: where the box stands (tre.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from analyse.figurer import stil
from analyse.figurer.orgkartdata import Orgboks
from analyse.figurer.scene import Linje, Rektangel, Skrift
from analyse.figurer.stil import Slagstil
from analyse.figurer.tekstmaal import build_linjer, measure_minste_bredde, measure_tekst
from analyse.figurer.tre import Plass

_JEVNES_TIL = 1.25  # all boxes are as wide as the widest that is within this times the common width
_JEVN_RAD = 6  # siblings up to this many take the height of the tallest: they will mostly stand in one row
_STREK_GJENNOM = 0.72  # of the type size below a line's top: through the middle of the small letters
_SKILLE = " · "  # between short texts that share a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Boksinnhold:
    """The set lines of a box and the size they ask for."""

    navn: tuple[str, ...]
    etiketter: tuple[str, ...]
    bredde: float
    hoeyde: float


def build_innhold(bokser: Sequence[Orgboks], standard: float) -> dict[str, Boksinnhold]:
    """Return the lines and size of every box; the same for a box wherever it stands among its siblings."""
    luft = 2 * stil.BOKS_MARG_X
    trenger = {
        boks.id: ceil(
            luft
            + max(
                measure_minste_bredde(boks.navn, stil.NAVN_PX, fet=True),
                *(measure_minste_bredde(e, stil.ETIKETT_PX) for e in boks.etiketter),
                0.0,
            )
        )
        for boks in bokser
    }
    felles = max([standard, *(b for b in trenger.values() if b <= standard * _JEVNES_TIL)])
    satt = {boks.id: _sett_boks(boks, max(felles, float(trenger[boks.id]))) for boks in bokser}
    for soesken in _soeskenflokker(bokser):
        if len(soesken) <= _JEVN_RAD:
            hoeyde = max(satt[boks.id].hoeyde for boks in soesken)
            satt |= {boks.id: replace(satt[boks.id], hoeyde=hoeyde) for boks in soesken}
    return satt


def _soeskenflokker(bokser: Sequence[Orgboks]) -> list[list[Orgboks]]:
    flokker: dict[tuple[str, str], list[Orgboks]] = {}
    for boks in bokser:
        flokker.setdefault((boks.forelder, boks.gruppe), []).append(boks)
    return list(flokker.values())


def _sett_boks(boks: Orgboks, bredde: float) -> Boksinnhold:
    plass = bredde - 2 * stil.BOKS_MARG_X
    navn = build_linjer(boks.navn, plass, stil.NAVN_PX, fet=True)
    samlet = _SKILLE.join(boks.etiketter)
    faar_plass = measure_tekst(samlet, stil.ETIKETT_PX) <= plass
    deler = (samlet,) if faar_plass else boks.etiketter
    etiketter = tuple(linje for del_ in deler for linje in build_linjer(del_, plass, stil.ETIKETT_PX))
    tekst = stil.LINJEAVSTAND * (len(navn) * stil.NAVN_PX + len(etiketter) * stil.ETIKETT_PX)
    return Boksinnhold(
        navn=navn, etiketter=etiketter, bredde=float(bredde), hoeyde=float(ceil(tekst + 2 * stil.BOKS_MARG_Y))
    )


def draw_boks(boks: Orgboks, innhold: Boksinnhold, plass: Plass) -> Iterator[Rektangel | Linje | Skrift]:
    """Yield the border of a box and its lines of text, centred in it; a name that goes is crossed."""
    utgaar = boks.status == "utgaar"
    yield from draw_kant(stil.SLAG[boks.slag], plass, boks.status)
    luft = stil.LINJEAVSTAND
    hoeyde = luft * (len(innhold.navn) * stil.NAVN_PX + len(innhold.etiketter) * stil.ETIKETT_PX)
    y = plass.y + (plass.hoeyde - hoeyde) / 2
    for linjer, px, fet in ((innhold.navn, stil.NAVN_PX, True), (innhold.etiketter, stil.ETIKETT_PX, False)):
        for tekst in linjer:
            bredde = measure_tekst(tekst, px, fet=fet)
            yield Skrift(
                x=plass.x + plass.bredde / 2,
                y=y + px,  # ascenders of DejaVu fill 0.76 em, descenders 0.24 em of the 1.3 em line
                tekst=tekst,
                px=px,
                bredde=bredde,
                plass=plass.bredde - 2 * stil.BOKS_MARG_X,
                fet=fet,
                farge=stil.DEMPET if utgaar else stil.TEKSTFARGE,
                midtstilt=True,
            )
            if utgaar and fet:
                fra = plass.x + (plass.bredde - bredde) / 2
                hoeyde = y + px * _STREK_GJENNOM
                yield Linje(punkter=((fra, hoeyde), (fra + bredde, hoeyde)), farge=stil.DEMPET, tykkelse=1.2)
            y += luft * px


def draw_kant(slag: Slagstil, plass: Plass, status: str = "") -> Iterator[Rektangel]:
    """Yield the border that tells a kind, around a place; heavy for what comes, dashed for what goes."""
    tykkelse = slag.tykkelse * stil.NY_TYKKELSE if status == "ny" else slag.tykkelse
    yield Rektangel(
        x=plass.x,
        y=plass.y,
        bredde=plass.bredde,
        hoeyde=plass.hoeyde,
        fyll=stil.HVIT if status == "utgaar" else slag.fyll,
        kant=stil.DEMPET if status == "utgaar" else slag.kant,
        tykkelse=tykkelse,
        moenster=stil.UTGAAR_MOENSTER if status == "utgaar" else slag.moenster,
        radius=min(slag.radius, plass.hoeyde / 3),
    )
    if slag.dobbel:
        yield Rektangel(
            x=plass.x + 3,
            y=plass.y + 3,
            bredde=plass.bredde - 6,
            hoeyde=plass.hoeyde - 6,
            fyll="none",
            kant=stil.DEMPET if status == "utgaar" else slag.kant,
            tykkelse=slag.tykkelse,
        )
