"""Ribbons keep their width from body to body, boxes never meet, and a telephone gets the routes as a list."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.figurer.ark import Omtale
from analyse.figurer.saksflyt import Flytbaand, Flytnode, Flytrute, Saksflytdata, draw_saksflyt
from analyse.figurer.saksflytdata import build_saksflytdata
from analyse.figurer.scene import Figur, Flate, Rektangel, Skrift
from analyse.figurer.stil import A4_LIGGENDE, TELEFON, Ramme
from analyse.grunn.tekst import Tekst
from analyse.modell.organ import Organ
from analyse.modell.saksgang import HANDLINGER, Saksgang, Steg
from analyse.modell.styringsmodell import Styringsmodell

RAMMER = (A4_LIGGENDE, TELEFON)
NAVN = (
    "Rådet for personar med funksjonsnedsetjing",
    "Hovedutvalg for oppvekst, kultur, idrett og frivillighet",
    "Bydelsutvalget i Gamle Oslo",
    "Plan- og utviklingskomiteen",
)
ORGANER = (
    Organ(id="ks", navn="Kommunestyret", art="kommunestyre", medlemmer=35),
    *(
        Organ(
            id=f"o{nr}",
            navn=f"{NAVN[nr % 4]} {nr}",
            art="eldreraad" if nr % 4 == 0 else "utvalg",
            medlemmer=7,
        )
        for nr in range(24)
    ),
)
TEKST = Tekst("nb")


def _modell(*saksganger: Saksgang) -> Styringsmodell:
    return Styringsmodell(
        id="m", navn="Stor modell", styreform="formannskap", organer=ORGANER, saksganger=saksganger
    )


@st.composite
def flyt(draw: st.DrawFn) -> Saksflytdata:
    """Draw the flow of 1–12 case types through any of 25 bodies."""
    ganger = []
    for nr in range(draw(st.integers(1, 12))):
        trinn = [
            tuple(
                Steg(organ_id=o, handling=draw(st.sampled_from(HANDLINGER)))
                for o in draw(
                    st.lists(st.sampled_from([x.id for x in ORGANER]), min_size=1, max_size=5, unique=True)
                )
            )
            for _ in range(draw(st.integers(1, 4)))
        ]
        ganger.append(Saksgang(sakstype=f"type_{nr}", trinn=tuple(trinn), andel=draw(st.floats(0.01, 1))))
    antall = {g.sakstype: draw(st.floats(0.5, 500)) for g in ganger} if draw(st.booleans()) else None
    return build_saksflytdata(_modell(*ganger), TEKST, antall=antall)


def _baand(figur: Figur) -> list[Flate]:
    return [f for g in figur.grupper for f in g.former if isinstance(f, Flate)]


def _bokser(figur: Figur) -> list[Rektangel]:
    return [g.former[0] for g in figur.grupper if g.former and isinstance(g.former[0], Rektangel)]


@given(flyt())
def test_every_ribbon_is_as_wide_as_its_share_all_the_way(data: Saksflytdata) -> None:
    figur = draw_saksflyt(data)
    skalaer = []
    for baand, flate in zip(
        sorted(data.baand, key=lambda b: b.verdi), sorted(_baand(figur), key=_tykkelse), strict=True
    ):
        halv = len(flate.punkter) // 2
        tykkelser = [flate.punkter[-1 - nr][1] - flate.punkter[nr][1] for nr in range(halv)]
        assert tykkelser == pytest.approx([tykkelser[0]] * halv, abs=1e-6)
        skalaer.append(tykkelser[0] / baand.verdi)
    assert skalaer == pytest.approx([skalaer[0]] * len(skalaer), rel=1e-6)


def _tykkelse(flate: Flate) -> float:
    return flate.punkter[-1][1] - flate.punkter[0][1]


@given(flyt())
def test_no_box_meets_another_and_every_ribbon_ends_at_its_boxes(data: Saksflytdata) -> None:
    figur = draw_saksflyt(data)
    bokser = _bokser(figur)
    assert len(bokser) == len(data.noder)
    for a, b in combinations(bokser, 2):
        assert not (
            a.x < b.x + b.bredde and b.x < a.x + a.bredde and a.y < b.y + b.hoeyde and b.y < a.y + a.hoeyde
        )
    for flate in _baand(figur):
        (x0, y0), (x1, y1) = flate.punkter[0], flate.punkter[len(flate.punkter) // 2 - 1]
        t = _tykkelse(flate)
        assert any(
            b.x + b.bredde == pytest.approx(x0) and b.y <= y0 and y0 + t <= b.y + b.hoeyde for b in bokser
        )
        assert any(b.x == pytest.approx(x1) and b.y <= y1 and y1 + t <= b.y + b.hoeyde for b in bokser)


@pytest.mark.parametrize("ramme", RAMMER)
@given(data=flyt())
def test_no_text_leaves_its_place_or_the_picture(ramme: Ramme, data: Saksflytdata) -> None:
    figur = draw_saksflyt(data, ramme)
    for tekst in (f for g in figur.grupper for f in g.former if isinstance(f, Skrift)):
        assert tekst.bredde <= tekst.plass + 0.001
        assert 0 <= tekst.x <= tekst.x + tekst.bredde <= figur.bredde
        assert 0 < tekst.y < figur.hoeyde


def _stor() -> Saksflytdata:
    alle = tuple(Steg(organ_id=f"o{nr}", handling="uttaler") for nr in range(8, 23))
    ganger = []
    for nr in range(12):
        trinn = [
            (Steg(organ_id="o0", handling="uttaler"), Steg(organ_id="o4", handling="uttaler")),
            (Steg(organ_id=f"o{nr % 4 + 1}", handling="innstiller"),),
            (Steg(organ_id="ks" if nr % 3 else "o5", handling="vedtar"),),
        ]
        if nr < 2:
            trinn.insert(0, alle)
        ganger.append(Saksgang(sakstype=f"sakstype med et langt navn {nr}", trinn=tuple(trinn)))
    return build_saksflytdata(_modell(*ganger), TEKST)


@pytest.mark.parametrize("ramme", RAMMER)
def test_12_case_types_and_25_bodies_are_readable(
    ramme: Ramme, hold_figur: Callable[..., None], hold_png: Callable[[Figur], None]
) -> None:
    figur = draw_saksflyt(_stor(), ramme)
    hold_figur(figur, bredde=ramme.bredde)
    hold_png(figur)
    if ramme is A4_LIGGENDE:
        assert figur.hoeyde / A4_LIGGENDE.hoeyde <= 11.0 * 0.75 / 6.5  # shrunk to fit, 11 px is 6.5 points


def test_the_numbers_of_a_small_flow() -> None:
    noder = (
        Flytnode(kolonne=0, noekkel="", navn="Plan", etikett="", slag="ekstern", verdi=1.0),
        Flytnode(kolonne=1, noekkel="ks", navn="Rådet", etikett="vedtar", slag="folkevalgt", verdi=1.0),
    )
    data = Saksflytdata(
        omtale=Omtale(tittel="Rådet vedtar", undertittel="Slik.", kilde="Kilde: x", alt="I ord."),
        kolonner=("Sakstype", "Trinn 1"),
        noder=noder,
        baand=(Flytbaand(fra=0, til=1, verdi=1.0),),
        ruter=(Flytrute(navn=("Plan",), trinn=(("Rådet vedtar",),)),),
    )
    figur = draw_saksflyt(data)
    assert [(b.x, b.bredde, b.hoeyde) for b in _bokser(figur)] == [(12.0, 190.0, 48.0), (844.0, 190.0, 48.0)]
    assert _tykkelse(_baand(figur)[0]) == pytest.approx(46.0)


@pytest.mark.parametrize(
    ("baand", "feil"),
    [
        ((Flytbaand(fra=1, til=0, verdi=1.0),), "next column"),
        ((Flytbaand(fra=0, til=1, verdi=0.5),), "takes 0.5"),
    ],
)
def test_a_flow_that_leaks_is_refused(baand: tuple[Flytbaand, ...], feil: str) -> None:
    noder = tuple(
        Flytnode(kolonne=k, noekkel="", navn="N", etikett="", slag="folkevalgt", verdi=1.0) for k in (0, 1)
    )
    with pytest.raises(ValueError, match=feil):
        Saksflytdata(
            omtale=Omtale(tittel="t", undertittel="u", kilde="k", alt="a"),
            kolonner=("a", "b"),
            noder=noder,
            baand=baand,
            ruter=(),
        )
