"""A box is as large as its text asks for, and its text stands inside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.figurer.boks import build_innhold, draw_boks, draw_kant
from analyse.figurer.orgkartdata import Orgboks
from analyse.figurer.scene import Rektangel, Skrift
from analyse.figurer.stil import BOKS_MARG_X, SLAG
from analyse.figurer.tekstmaal import measure_tekst
from analyse.figurer.tre import Plass

NAVN = (
    "Rådet for personar med funksjonsnedsetjing",
    "Plan- og utviklingskomiteen",
    "kommuneplanens arealdelutvalg",
    "Reindriftsutvalget – boazodoallolávdegoddi",
    "Trafikksikkerhetsutvalget",
    "Eldrerådet",
    "čđŋšŧžï",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "",
)
BOKSER = st.lists(
    st.builds(
        Orgboks,
        id=st.uuids().map(str),
        navn=st.sampled_from(NAVN) | st.text(max_size=80),
        etiketter=st.lists(st.sampled_from(("35 medlemmer", "avgjør", "uten vedtaksrett")), max_size=3).map(
            tuple
        ),
        slag=st.sampled_from(sorted(SLAG)),
    ),
    max_size=8,
)


def test_a_box_has_the_common_width_and_one_line_for_short_texts() -> None:
    innhold = build_innhold([Orgboks(id="a", navn="Eldrerådet", etiketter=("7 medlemmer", "avgjør"))], 176.0)
    assert innhold["a"].navn == ("Eldrerådet",)
    assert innhold["a"].etiketter == ("7 medlemmer · avgjør",)
    assert (innhold["a"].bredde, innhold["a"].hoeyde) == (176.0, 48.0)


def test_short_texts_that_do_not_fit_one_line_take_a_line_each() -> None:
    boks = Orgboks(id="a", navn="A", etiketter=("12 medlemmer", "uten vedtaksrett", "uttaler seg"))
    assert build_innhold([boks], 176.0)["a"].etiketter == boks.etiketter


def test_a_long_word_without_joints_widens_its_own_box_only() -> None:
    innhold = build_innhold([Orgboks(id="a", navn=NAVN[-2]), Orgboks(id="b", navn="B")], 176.0)
    assert innhold["a"].navn == (NAVN[-2],)
    assert innhold["a"].bredde >= measure_tekst(NAVN[-2], 13, fet=True) + 2 * BOKS_MARG_X
    assert innhold["b"].bredde == 176.0


def test_a_little_more_width_is_given_to_all() -> None:
    innhold = build_innhold([Orgboks(id="a", navn="Boazodoallolávdegoddi"), Orgboks(id="b", navn="B")], 176.0)
    assert 176.0 < innhold["a"].bredde == innhold["b"].bredde <= 220.0


def test_few_siblings_have_one_height() -> None:
    bokser = [Orgboks(id="r", navn="R"), *(Orgboks(id=n, navn=n, forelder="r") for n in ("b", NAVN[0]))]
    innhold = build_innhold(bokser, 176.0)
    assert innhold["b"].hoeyde == innhold[NAVN[0]].hoeyde > innhold["r"].hoeyde


@pytest.mark.parametrize("slag", SLAG)
def test_a_kind_is_drawn_with_its_own_border(slag: str) -> None:
    kanter = list(draw_kant(SLAG[slag], Plass(x=0, y=0, bredde=100, hoeyde=50)))
    assert len(kanter) == 1 + SLAG[slag].dobbel
    assert kanter[0].moenster == SLAG[slag].moenster


@given(BOKSER)
def test_no_text_is_wider_or_taller_than_its_box(bokser: list[Orgboks]) -> None:
    innhold = build_innhold(bokser, 176.0)
    for boks in bokser:
        egen = innhold[boks.id]
        plass = Plass(x=0.0, y=0.0, bredde=egen.bredde, hoeyde=egen.hoeyde)
        former = list(draw_boks(boks, egen, plass))
        assert isinstance(former[0], Rektangel)
        for form in former:
            if isinstance(form, Skrift):
                assert form.bredde == measure_tekst(form.tekst, form.px, fet=form.fet)
                assert form.bredde <= form.plass + 0.001
                assert form.plass == egen.bredde - 2 * BOKS_MARG_X
                assert form.y - 0.8 * form.px >= 0
                assert form.y + 0.24 * form.px <= egen.hoeyde


@given(BOKSER, st.randoms(use_true_random=False))
def test_the_order_of_siblings_does_not_change_their_sizes(bokser: list[Orgboks], tilfeldig: object) -> None:
    stokket = list(bokser)
    tilfeldig.shuffle(stokket)  # type: ignore[attr-defined]
    assert build_innhold(stokket, 176.0) == build_innhold(bokser, 176.0)
