"""How close pieces of a row may stand, by their outlines."""

from __future__ import annotations

import pytest

from analyse.figurer.omriss import build_samlet, plan_ved_siden, with_forskyvning


def _boks(bredde: float, topp: float, bunn: float) -> tuple[tuple[tuple[float, float, float], ...], ...]:
    return ((topp, bunn, -bredde / 2),), ((topp, bunn, bredde / 2),)


def test_a_single_piece_stands_in_the_middle_and_no_piece_gives_no_place() -> None:
    assert plan_ved_siden([_boks(10, 0, 5)], 4) == [0.0]  # type: ignore[list-item]
    assert plan_ved_siden([], 4) == []


def test_two_boxes_stand_their_half_widths_and_the_gap_apart() -> None:
    venstre, hoeyre = plan_ved_siden([_boks(10, 0, 5), _boks(20, 0, 5)], 4)  # type: ignore[list-item]
    assert hoeyre - venstre == 5 + 10 + 4
    assert venstre == -hoeyre


def test_a_short_piece_goes_in_over_the_foot_of_a_wide_one() -> None:
    stamme = ((0.0, 10.0, -5.0), (10.0, 20.0, -50.0)), ((0.0, 10.0, 5.0), (10.0, 20.0, 50.0))
    lav = _boks(10, 0, 10)
    dyp = _boks(10, 0, 20)
    assert plan_ved_siden([stamme, lav], 4)[1] * 2 == 5 + 5 + 4  # type: ignore[list-item]
    assert plan_ved_siden([stamme, dyp], 4)[1] * 2 == 50 + 5 + 4  # type: ignore[list-item]


def test_a_narrow_piece_between_two_wide_ones_stands_midway() -> None:
    stamme = ((0.0, 10.0, -5.0), (10.0, 20.0, -50.0)), ((0.0, 10.0, 5.0), (10.0, 20.0, 50.0))
    plasser = plan_ved_siden([stamme, _boks(10, 0, 10), stamme], 4)  # type: ignore[list-item]
    assert plasser == [-52.0, 0.0, 52.0]


@pytest.mark.parametrize(("velg", "ventet"), [(min, -3.0), (max, 2.0)])
def test_the_common_outline_takes_the_outermost_where_both_are(velg: object, ventet: float) -> None:
    samlet = build_samlet([((0.0, 10.0, 2.0),), ((5.0, 15.0, -3.0),)], velg)  # type: ignore[arg-type]
    assert samlet == ((0.0, 5.0, 2.0), (5.0, 10.0, ventet), (10.0, 15.0, -3.0))


def test_a_gap_between_two_outlines_stays_a_gap() -> None:
    assert build_samlet([((0.0, 1.0, 2.0),), ((5.0, 6.0, 3.0),)], max) == ((0.0, 1.0, 2.0), (5.0, 6.0, 3.0))


def test_an_outline_is_moved_whole() -> None:
    assert with_forskyvning(((0.0, 1.0, 2.0),), 10.0, 100.0) == ((100.0, 101.0, 12.0),)
