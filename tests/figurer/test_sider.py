"""A long figure on several pages: whole rows, none lost, none twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analyse.figurer.ark import Omtale
from analyse.figurer.sider import split_sider, with_side

HOEYDER = st.lists(st.floats(1, 300), max_size=40)


@given(HOEYDER, st.floats(50, 400))
def test_every_row_stands_once_in_its_order_and_no_page_is_overfull(
    hoeyder: list[float], plass: float
) -> None:
    sider = split_sider(hoeyder, plass)
    assert [nr for side in sider for nr in side] == list(range(len(hoeyder)))
    assert all(len(side) == 1 or sum(hoeyder[nr] for nr in side) <= plass for side in sider)


@given(HOEYDER)
def test_where_height_is_free_there_is_one_page(hoeyder: list[float]) -> None:
    assert len(split_sider(hoeyder, float("inf"))) == bool(hoeyder)


def test_the_subtitle_says_which_page_only_where_there_are_several() -> None:
    omtale = Omtale(tittel="t", undertittel="Dette vises.", kilde="", alt="a")
    assert with_side(omtale, 1, 1) == omtale
    assert with_side(omtale, 2, 3).undertittel == "Dette vises. (2/3)"
