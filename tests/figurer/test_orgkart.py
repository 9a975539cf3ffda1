"""The organisation chart as its readers meet it: all of it inside, nothing over anything else."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.figurer.orgkart import draw_orgkart
from analyse.figurer.orgkartdata import Orgboks, Orgkartdata
from analyse.figurer.png import draw_png
from analyse.figurer.scene import Figur, Linje, Rektangel, Skrift
from analyse.figurer.stil import A4_LIGGENDE, SLAG, TELEFON, Ramme

RAMMER = (A4_LIGGENDE, TELEFON)
NAVN = (
    "Plan- og utviklingskomiteen",
    "Rådet for personar med funksjonsnedsetjing",
    "kommuneplanens arealdelutvalg",
    "Hovedutvalg for oppvekst, kultur, idrett og frivillighet",
    "Kontrollutvalget",
)


def _kart(*bokser: Orgboks) -> Orgkartdata:
    return Orgkartdata(
        tittel="Kommunestyret velger alle de andre organene",
        undertittel="Organisasjonskart for modellen «Dagens».",
        kilde="Kilde: reglementet",
        alt="Øverst står Kommunestyret.",
        bokser=bokser,
        slagnavn=(("folkevalgt", "Folkevalgt organ"), ("raad", "Medvirkningsråd")),
    )


def _stort(antall: int) -> Orgkartdata:
    rot = Orgboks(id="k", navn="Kommunestyret", etiketter=("35 medlemmer", "avgjør"))
    under = (
        Orgboks(id=f"u{nr}", navn=NAVN[nr % 5], etiketter=("9 medlemmer",), forelder="k")
        for nr in range(antall - 1)
    )
    return _kart(rot, *under)


@st.composite
def kart(draw: st.DrawFn) -> Orgkartdata:
    """Draw a chart of 0–25 boxes, some of them beside the tree."""
    antall = draw(st.integers(0, 25))
    bokser = []
    for nr in range(antall):
        forelder = draw(st.sampled_from(["", *(b.id for b in bokser)])) if nr else ""
        bokser.append(
            Orgboks(
                id=f"b{nr}",
                navn=draw(st.sampled_from(NAVN)),
                etiketter=("9 medlemmer",) if draw(st.booleans()) else (),
                slag=draw(st.sampled_from(sorted(SLAG))),
                forelder=forelder,
                gruppe=""
                if forelder or not nr
                else draw(st.sampled_from(["", "Valg ikke oppgitt", "Annet"])),
            )
        )
    return _kart(*bokser)


def _bokser(figur: Figur) -> dict[str, Rektangel]:
    return {
        g.noekkel: f for g in figur.grupper if g.noekkel for f in g.former[:1] if isinstance(f, Rektangel)
    }


def _overlapper(a: Rektangel, b: Rektangel) -> bool:
    return a.x < b.x + b.bredde and b.x < a.x + a.bredde and a.y < b.y + b.hoeyde and b.y < a.y + a.hoeyde


def test_five_bodies_stand_in_two_rows_with_these_numbers() -> None:
    figur = draw_orgkart(_stort(5))
    assert (figur.bredde, figur.hoeyde) == (776.0, 305.0)
    assert {n: (b.x, b.y, b.bredde, b.hoeyde) for n, b in _bokser(figur).items()} == {
        "k": (300.0, 74.0, 176.0, 48.0),
        "u0": (12.0, 152.0, 176.0, 82.0),
        "u1": (204.0, 152.0, 176.0, 82.0),
        "u2": (396.0, 152.0, 176.0, 82.0),
        "u3": (588.0, 152.0, 176.0, 82.0),
    }


@pytest.mark.parametrize("antall", [1, 5, 12, 25])
def test_a_chart_needs_little_shrinking_on_a4_and_none_on_a_telephone(antall: int) -> None:
    bred, smal = (draw_orgkart(_stort(antall), ramme) for ramme in RAMMER)
    krymping = max(bred.bredde / A4_LIGGENDE.bredde, bred.hoeyde / A4_LIGGENDE.hoeyde)
    minste = min(f.px for g in bred.grupper for f in g.former if isinstance(f, Skrift))
    assert minste * 0.75 / max(1.0, krymping) >= 6.5  # points on paper
    assert smal.bredde <= 358


def test_the_title_stands_above_and_the_source_below() -> None:
    figur = draw_orgkart(_stort(5))
    tekster = [f for g in figur.grupper for f in g.former if isinstance(f, Skrift)]
    assert tekster[0].tekst == figur.tittel == "Kommunestyret velger alle de andre organene"
    assert tekster[-1].tekst == "Kilde: reglementet"
    assert tekster[-1].y == max(t.y for t in tekster)


def test_the_picture_carries_its_alt_text() -> None:
    figur = draw_orgkart(_stort(5))
    assert figur.alt == "Øverst står Kommunestyret."
    assert "<desc" in figur.svg
    assert figur.alt in figur.svg


def test_the_kinds_are_explained_with_their_own_borders() -> None:
    figur = draw_orgkart(_stort(5))
    fot = [f for f in figur.grupper[-1].former if isinstance(f, Skrift)]
    assert [f.tekst for f in fot] == ["Folkevalgt organ", "Medvirkningsråd", "Kilde: reglementet"]


def test_unplaced_bodies_stand_under_their_heading_and_on_no_line() -> None:
    figur = draw_orgkart(
        _kart(Orgboks(id="k", navn="K"), Orgboks(id="n", navn="N", gruppe="Valg ikke oppgitt"))
    )
    overskrift = next(
        f for g in figur.grupper for f in g.former if "Valg ikke oppgitt" in getattr(f, "tekst", "")
    )
    assert isinstance(overskrift, Skrift)
    assert overskrift.x == _bokser(figur)["n"].x
    assert overskrift.y < _bokser(figur)["n"].y
    assert not any(isinstance(f, Linje) for g in figur.grupper for f in g.former)


def test_lines_within_the_administration_are_dashed() -> None:
    bokser = (Orgboks(id=n, navn=n, slag="administrasjon", forelder=f) for n, f in (("d", ""), ("e", "d")))
    linjer = [f for g in draw_orgkart(_kart(*bokser)).grupper for f in g.former if isinstance(f, Linje)]
    assert [bool(linje.moenster) for linje in linjer] == [True]


def test_a_chart_without_bodies_is_its_title_and_its_source() -> None:
    figur = draw_orgkart(_kart())
    assert _bokser(figur) == {}
    assert figur.svg.startswith("<svg")


def test_the_png_is_drawn_from_the_same_chart() -> None:
    assert draw_png(draw_orgkart(_stort(25)), dpi=50) == draw_png(draw_orgkart(_stort(25)), dpi=50)


@pytest.mark.parametrize("ramme", RAMMER)
@given(kart_=kart())
def test_no_two_boxes_overlap_and_none_stands_outside(ramme: Ramme, kart_: Orgkartdata) -> None:
    figur = draw_orgkart(kart_, ramme)
    bokser = _bokser(figur)
    assert bokser.keys() == {b.id for b in kart_.bokser}
    assert not any(_overlapper(a, b) for a, b in combinations(bokser.values(), 2))
    for boks in bokser.values():
        assert boks.x >= 0
        assert boks.x + boks.bredde <= figur.bredde
        assert boks.y + boks.hoeyde <= figur.hoeyde


@pytest.mark.parametrize("ramme", RAMMER)
@given(kart_=kart())
def test_no_text_is_wider_than_its_place_or_outside_the_picture(ramme: Ramme, kart_: Orgkartdata) -> None:
    figur = draw_orgkart(kart_, ramme)
    for tekst in (f for g in figur.grupper for f in g.former if isinstance(f, Skrift)):
        venstre = tekst.x - tekst.bredde / 2 if tekst.midtstilt else tekst.x
        assert tekst.bredde <= tekst.plass + 0.001
        assert venstre >= 0
        assert venstre + tekst.bredde <= figur.bredde
        assert 0 < tekst.y < figur.hoeyde


@pytest.mark.parametrize("ramme", RAMMER)
@given(kart_=kart())
def test_children_stand_below_their_parents(ramme: Ramme, kart_: Orgkartdata) -> None:
    bokser = _bokser(draw_orgkart(kart_, ramme))
    for boks in kart_.bokser:
        if boks.forelder:
            forelder = bokser[boks.forelder]
            assert bokser[boks.id].y >= forelder.y + forelder.hoeyde


@given(kart_=kart())
def test_the_same_chart_gives_the_same_picture_and_well_formed_xml(kart_: Orgkartdata) -> None:
    figur = draw_orgkart(kart_)
    assert figur == draw_orgkart(kart_)
    assert ET.fromstring(figur.svg).get("role") == "img"  # noqa: S314 - our own text
