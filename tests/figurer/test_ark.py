"""What stands around a figure: the finding above, the source below, everything inside the margins."""

from __future__ import annotations

from collections.abc import Callable

from analyse.figurer.ark import Omtale, build_ark, draw_avsnitt, measure_linjer
from analyse.figurer.scene import Figur, Gruppe, Rektangel, Skrift
from analyse.figurer.stil import MARG

OMTALE = Omtale(tittel="Funnet", undertittel="Dette vises.", kilde="Kilde: reglementet", alt="I ord.")
INNHOLD = Gruppe(noekkel="plan", former=(Rektangel(x=0, y=0, bredde=300, hoeyde=40, fyll="#FFFFFF"),))


def test_the_title_stands_first_and_the_source_last_with_the_content_between(
    hold_figur: Callable[[Figur], None],
) -> None:
    figur = build_ark(OMTALE, [INNHOLD], 300.0, 40.0)
    hold_figur(figur)
    tekster = [f for g in figur.grupper for f in g.former if isinstance(f, Skrift)]
    boks = figur.grupper[1].former[0]
    assert isinstance(boks, Rektangel)
    assert [t.tekst for t in tekster] == ["Funnet", "Dette vises.", "Kilde: reglementet"]
    assert tekster[1].y < boks.y
    assert boks.y + boks.hoeyde < tekster[2].y - tekster[2].px
    assert (boks.x, figur.bredde) == (MARG, 300.0 + 2 * MARG)


def test_a_figure_without_a_source_ends_with_its_content() -> None:
    uten = Omtale(tittel="Funnet", undertittel="Dette vises.", kilde="", alt="I ord.")
    assert build_ark(uten, [INNHOLD], 300.0, 40.0).hoeyde < build_ark(OMTALE, [INNHOLD], 300.0, 40.0).hoeyde


def test_a_paragraph_is_set_below_its_top_and_as_high_as_its_lines() -> None:
    linjer = draw_avsnitt("Et langt avsnitt som må deles i flere linjer", 0.0, 100.0, 90.0, 11.0)
    assert len(linjer) > 2
    assert 100.0 < linjer[0].y < 100.0 + measure_linjer(1, 11.0)
    assert linjer[-1].y <= 100.0 + measure_linjer(len(linjer), 11.0)
