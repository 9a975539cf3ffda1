"""The figure as PNG: its size, the same bytes each time, and no trace of the machine."""

from __future__ import annotations

import struct
from collections.abc import Callable
from subprocess import CompletedProcess

from analyse.figurer.png import draw_png
from analyse.figurer.scene import Figur, Flate, Gruppe, Linje, Rektangel, Skrift

PNG = b"\x89PNG\r\n\x1a\n"


def _figur(tekst: str = "Rådet čđŋšŧžï") -> Figur:
    former = (
        Rektangel(x=10, y=10, bredde=120, hoeyde=40, fyll="#E8F3FA", kant="#0072B2", tykkelse=1.8, radius=8),
        Rektangel(
            x=10, y=60, bredde=120, hoeyde=20, fyll="none", kant="#4D4D4D", tykkelse=1.5, moenster=(6, 4)
        ),
        Linje(punkter=((70, 50), (70, 60)), farge="#333333", tykkelse=1),
        Flate(punkter=((140, 10), (180, 10), (180, 40)), fyll="#0072B2", dekning=0.4),
        Skrift(x=70, y=32, tekst=tekst, px=13, bredde=90, plass=100, fet=True, midtstilt=True),
    )
    grupper = (Gruppe(noekkel="", former=former),)
    return Figur(bredde=192.0, hoeyde=96.0, tittel="t", alt="a", grupper=grupper, svg="")


def _bildestoerrelse(png: bytes) -> tuple[int, int]:
    return struct.unpack(">II", png[16:24])


def test_the_picture_has_the_figures_size_at_the_resolution() -> None:
    assert draw_png(_figur(), dpi=96).startswith(PNG)
    assert _bildestoerrelse(draw_png(_figur(), dpi=96)) == (192, 96)
    assert _bildestoerrelse(draw_png(_figur(), dpi=192)) == (384, 192)


def test_the_same_figure_gives_the_same_bytes_and_another_gives_others() -> None:
    assert draw_png(_figur()) == draw_png(_figur())
    assert draw_png(_figur()) != draw_png(_figur("Rådet"))


def test_the_bytes_name_neither_program_nor_time() -> None:
    png = draw_png(_figur())
    assert b"atplotlib" not in png
    assert b"tEXt" not in png
    assert b"tIME" not in png


def test_a_dollar_sign_is_a_letter_and_never_begins_a_formula() -> None:
    assert draw_png(_figur(r"pris $\frac{$")).startswith(PNG)  # read as a formula this would not parse


def test_a_letter_the_font_lacks_gives_no_warning() -> None:
    assert draw_png(_figur("官\x1f")) == draw_png(_figur("\N{REPLACEMENT CHARACTER}" * 2))


def test_the_window_interface_of_matplotlib_is_never_loaded(
    kjoer: Callable[..., CompletedProcess[str]],
) -> None:
    kode = (
        "import sys; from analyse.figurer.png import draw_png; from analyse.figurer.scene import Figur\n"
        "draw_png(Figur(bredde=96.0, hoeyde=96.0, tittel='', alt='', grupper=(), svg=''))\n"
        "print('matplotlib.pyplot' in sys.modules)"
    )
    assert kjoer("-c", kode).stdout.strip() == "False"
