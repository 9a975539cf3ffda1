"""A tidy tree: a small one worked by hand, the edges, and what must hold for every tree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.figurer.tre import Avstand, Node, Plass, Treplan, measure_passform, plan_kandidater, plan_tre

AVSTAND = Avstand(vannrett=10.0, loddrett=20.0, i_spalte=5.0, innrykk=8.0)


def _node(noekkel: str, *barn: Node, bredde: float = 40.0, hoeyde: float = 20.0) -> Node:
    return Node(noekkel=noekkel, bredde=bredde, hoeyde=hoeyde, barn=barn)


@st.composite
def traer(draw: st.DrawFn) -> Node:
    """Draw a tree of 1–30 boxes of unequal sizes."""
    antall = draw(st.integers(1, 30))
    maal = st.tuples(st.integers(20, 200), st.integers(10, 90))
    stoerrelser = draw(st.lists(maal, min_size=antall, max_size=antall))
    forelder = [draw(st.integers(0, nr - 1)) for nr in range(1, antall)]

    def bygg(nr: int) -> Node:
        barn = tuple(bygg(b) for b, f in enumerate(forelder, start=1) if f == nr)
        return Node(noekkel=str(nr), bredde=stoerrelser[nr][0], hoeyde=stoerrelser[nr][1], barn=barn)

    return bygg(0)


def _noder(node: Node) -> Iterator[Node]:
    yield node
    for barn in node.barn:
        yield from _noder(barn)


def _overlapper(a: Plass, b: Plass) -> bool:
    return a.x < b.x + b.bredde and b.x < a.x + a.bredde and a.y < b.y + b.hoeyde and b.y < a.y + a.hoeyde


def test_a_tree_of_five_is_placed_as_worked_by_hand() -> None:
    # a over b, c and d (40 wide, 10 apart); e (60 wide) under b begins at y = 80, where c with the space
    # below it has ended: so b and c stand 20 + 10 + 20 = 50 apart, and e reaches 10 out on either side of b.
    rot = _node("a", _node("b", _node("e", bredde=60.0)), _node("c"), _node("d"))
    plan = plan_kandidater(rot, AVSTAND)[-2]
    assert plan.plasser["e"] == Plass(x=0.0, y=80.0, bredde=60.0, hoeyde=20.0)
    assert plan.plasser["b"] == Plass(x=10.0, y=40.0, bredde=40.0, hoeyde=20.0)
    assert plan.plasser["c"] == Plass(x=60.0, y=40.0, bredde=40.0, hoeyde=20.0)
    assert plan.plasser["d"] == Plass(x=110.0, y=40.0, bredde=40.0, hoeyde=20.0)
    assert plan.plasser["a"] == Plass(x=60.0, y=0.0, bredde=40.0, hoeyde=20.0)
    assert (plan.bredde, plan.hoeyde) == (150.0, 100.0)


def test_lines_go_down_along_the_bus_and_down() -> None:
    plan = plan_kandidater(_node("a", _node("b"), _node("c")), AVSTAND)[-1]
    assert [(s.fra, s.til, s.punkter) for s in plan.streker] == [
        ("a", "b", ((45.0, 20.0), (45.0, 30.0), (20.0, 30.0), (20.0, 40.0))),
        ("a", "c", ((45.0, 20.0), (45.0, 30.0), (70.0, 30.0), (70.0, 40.0))),
    ]


def test_a_single_child_hangs_on_a_straight_line() -> None:
    plan = plan_kandidater(_node("a", _node("b")), AVSTAND)[-1]
    assert plan.streker[0].punkter == ((20.0, 20.0), (20.0, 40.0))


def test_the_list_is_the_narrowest_shape() -> None:
    plan = plan_kandidater(_node("a", _node("b", _node("c")), _node("d")), AVSTAND)[0]
    assert [(n, p.x, p.y) for n, p in plan.plasser.items()] == [
        ("a", 0.0, 0.0),
        ("b", 8.0, 25.0),
        ("c", 16.0, 50.0),
        ("d", 8.0, 75.0),
    ]
    assert plan.streker[-1].punkter == ((4.0, 20.0), (4.0, 85.0), (8.0, 85.0))


def test_a_single_box_is_its_own_tree() -> None:
    plan = plan_tre(_node("a"), 500, 500, AVSTAND)
    assert plan == Treplan(
        plasser={"a": Plass(x=0.0, y=0.0, bredde=40.0, hoeyde=20.0)}, streker=(), bredde=40.0, hoeyde=20.0
    )


def test_25_boxes_under_one_become_columns_that_fill_an_a4_sheet() -> None:
    rot = _node("rot", *(_node(str(nr), bredde=170, hoeyde=50) for nr in range(25)), bredde=170)
    plan = plan_tre(rot, 1040, 600, Avstand())
    assert plan.bredde <= 1040
    assert plan.hoeyde <= 600
    assert len({p.x for n, p in plan.plasser.items() if n != "rot"}) == 5


def test_25_boxes_under_one_become_a_list_on_a_telephone() -> None:
    rot = _node("rot", *(_node(str(nr), bredde=270, hoeyde=50) for nr in range(25)), bredde=270)
    assert plan_tre(rot, 334, float("inf"), Avstand()).bredde <= 334


def test_children_of_a_heading_have_no_line_and_no_indent() -> None:
    rot = Node(noekkel="h", bredde=10, hoeyde=10, barn=(_node("a"), _node("b")), har_strek=False)
    for plan in plan_kandidater(rot, AVSTAND):
        assert plan.streker == ()
    assert plan_kandidater(rot, AVSTAND)[0].plasser["b"].x == 0.0


def test_a_hundred_boxes_under_one_are_tried_in_rows_of_at_most_16() -> None:
    rot = _node("rot", *(_node(str(nr), hoeyde=20 + nr % 7) for nr in range(100)))
    assert len(plan_kandidater(rot, AVSTAND)) == 1 + 2 * 16


@pytest.mark.parametrize(("stoerrelse", "krymp"), [((500, 300), 1.0), ((2000, 300), 2.0), ((500, 900), 1.5)])
def test_the_fit_is_how_much_must_be_shrunk(stoerrelse: tuple[int, int], krymp: float) -> None:
    assert measure_passform(*stoerrelse, 1000, 600)[0] == krymp


@given(traer())
def test_no_two_boxes_overlap_in_any_shape(rot: Node) -> None:
    for plan in plan_kandidater(rot, AVSTAND):
        assert not any(_overlapper(a, b) for a, b in combinations(plan.plasser.values(), 2))


@given(traer())
def test_every_box_is_placed_once_with_its_own_size_inside_the_whole(rot: Node) -> None:
    for plan in plan_kandidater(rot, AVSTAND):
        assert {n: (p.bredde, p.hoeyde) for n, p in plan.plasser.items()} == {
            n.noekkel: (n.bredde, n.hoeyde) for n in _noder(rot)
        }
        for p in plan.plasser.values():
            assert p.x >= 0
            assert p.y >= 0
            assert p.x + p.bredde <= plan.bredde + 0.02
            assert p.y + p.hoeyde <= plan.hoeyde + 0.02


@given(traer())
def test_children_stand_below_their_parents(rot: Node) -> None:
    for plan in plan_kandidater(rot, AVSTAND):
        for node in _noder(rot):
            bunn = plan.plasser[node.noekkel].y + node.hoeyde
            assert all(plan.plasser[barn.noekkel].y > bunn for barn in node.barn)


@given(traer())
def test_every_line_runs_from_parent_to_child_and_through_no_other_box(rot: Node) -> None:
    for plan in plan_kandidater(rot, AVSTAND):
        assert sorted((s.fra, s.til) for s in plan.streker) == sorted(
            (n.noekkel, b.noekkel) for n in _noder(rot) for b in n.barn
        )
        for strek in plan.streker:
            for (x1, y1), (x2, y2) in zip(strek.punkter, strek.punkter[1:], strict=False):
                assert x1 == x2 or y1 == y2
                linje = Plass(x=min(x1, x2), y=min(y1, y2), bredde=abs(x1 - x2), hoeyde=abs(y1 - y2))
                kryss = [n for n, p in plan.plasser.items() if _overlapper(_krympet(p), linje)]
                assert kryss == []


def _krympet(p: Plass) -> Plass:
    """Return a place without its outermost pixel half, where its own lines touch it."""
    return Plass(x=p.x + 0.5, y=p.y + 0.5, bredde=p.bredde - 1, hoeyde=p.hoeyde - 1)


@given(traer())
def test_a_parent_stands_midway_over_its_first_and_last_child_in_a_row(rot: Node) -> None:
    plan = plan_kandidater(rot, AVSTAND)[-2]  # the widest, with every family in one row
    midt = {n: p.x + p.bredde / 2 for n, p in plan.plasser.items()}
    for node in _noder(rot):
        if 1 <= len(node.barn) <= 16:
            ytterst = midt[node.barn[0].noekkel] + midt[node.barn[-1].noekkel]
            assert midt[node.noekkel] == pytest.approx(ytterst / 2, abs=0.02)


@given(traer())
def test_the_mirrored_tree_is_the_mirror_of_the_tree(rot: Node) -> None:
    def speil(node: Node) -> Node:
        barn = tuple(speil(b) for b in reversed(node.barn))
        return Node(noekkel=node.noekkel, bredde=node.bredde, hoeyde=node.hoeyde, barn=barn)

    if max(len(n.barn) for n in _noder(rot)) > 16:
        return
    plan, speilet = plan_kandidater(rot, AVSTAND)[-2], plan_kandidater(speil(rot), AVSTAND)[-2]
    for noekkel, p in plan.plasser.items():
        motsatt = speilet.plasser[noekkel]
        assert plan.bredde - p.x - p.bredde == pytest.approx(motsatt.x, abs=0.02)


@given(traer())
def test_the_same_tree_is_placed_the_same(rot: Node) -> None:
    assert plan_kandidater(rot, AVSTAND) == plan_kandidater(rot, AVSTAND)
