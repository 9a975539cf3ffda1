"""Can everyone read the figures? Contrast by WCAG, and kinds that do not rest on colour."""

from __future__ import annotations

import pytest

from analyse.figurer.stil import (
    A4_LIGGENDE,
    DEMPET,
    ETIKETT_PX,
    HVIT,
    KILDE_PX,
    SLAG,
    STREKFARGE,
    TEKSTFARGE,
    TELEFON,
)


def _lyshet(farge: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    kanaler = [int(farge[nr : nr + 2], 16) / 255 for nr in (1, 3, 5)]
    lineaere = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in kanaler]
    return sum(vekt * c for vekt, c in zip((0.2126, 0.7152, 0.0722), lineaere, strict=True))


def _kontrast(a: str, b: str) -> float:
    lys, moerk = sorted((_lyshet(a), _lyshet(b)), reverse=True)
    return (lys + 0.05) / (moerk + 0.05)


def test_black_on_white_has_the_contrast_wcag_says() -> None:
    assert _kontrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("slag", SLAG)
def test_text_and_border_stand_out_from_the_box(slag: str) -> None:
    stil = SLAG[slag]
    assert _kontrast(TEKSTFARGE, stil.fyll) >= 4.5
    assert _kontrast(stil.kant, HVIT) >= 3


@pytest.mark.parametrize("farge", [TEKSTFARGE, DEMPET, STREKFARGE])
def test_text_and_lines_stand_out_from_the_paper(farge: str) -> None:
    assert _kontrast(farge, HVIT) >= 4.5


def test_every_kind_is_told_without_colour() -> None:
    uten_farge = [(bool(s.moenster), s.moenster, s.radius, s.dobbel) for s in SLAG.values()]
    assert len(set(uten_farge)) == len(SLAG)


def test_the_smallest_text_is_read_on_paper_and_on_a_telephone() -> None:
    assert min(KILDE_PX, ETIKETT_PX) * 72 / 96 >= 8  # points at full size
    assert A4_LIGGENDE.bredde <= 277 / 25.4 * 96
    assert TELEFON.bredde <= 390 - 2 * 16
