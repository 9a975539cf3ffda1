"""The verdicts' marks: told apart by shape alone."""

from __future__ import annotations

import pytest

from analyse.figurer.scene import Flate, Skrift
from analyse.figurer.stil import HVIT
from analyse.figurer.verdiktmerke import MERKE_PX, VERDIKTER, draw_merke, draw_merkenoekkel
from analyse.modell.maalinger import VERDIKTER as TABELLENS


def test_every_verdict_of_the_table_has_a_mark_and_no_two_are_alike() -> None:
    assert set(VERDIKTER) == {*TABELLENS, "ikke_belyst"}
    merker = {(v, r): tuple(draw_merke(v, r, 0.0, 0.0)) for v in VERDIKTER for r in (1, -1)}
    assert len({str(m) for m in merker.values()}) == 7  # the two differences point up or down


@pytest.mark.parametrize(("retning", "opp"), [(1, True), (-1, False)])
def test_more_points_up_and_less_points_down(retning: int, opp: bool) -> None:
    (trekant,) = draw_merke("forskjellig", retning, 0.0, 0.0)
    assert isinstance(trekant, Flate)
    venstre, spiss, _ = trekant.punkter
    assert (spiss[1] < venstre[1]) is opp
    (hul,) = draw_merke("forskjellig_avhenger_av_atferd", retning, 0.0, 0.0)
    assert isinstance(hul, Flate)
    assert hul.fyll == HVIT


def test_the_key_breaks_into_lines_where_it_must() -> None:
    navn = tuple((v, 1, f"et langt ord for {v}") for v in VERDIKTER)
    former, slutt = draw_merkenoekkel(navn, 300.0, 0.0)
    assert slutt > 2 * MERKE_PX
    assert all(f.x + f.bredde <= 300.0 for f in former if isinstance(f, Skrift))
    assert draw_merkenoekkel((), 300.0, 7.0) == ([], 7.0)
