"""Can a number that rests on our assumptions be smuggled into a title, a heading or a summary?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rapport.blokker import (
    Antall,
    Avsnitt,
    Blokk,
    Kapittel,
    Navn,
    Ord,
    Overskrift,
    Punkter,
    Soyler,
    Tabell,
    Tall,
    i_setninger,
    tall_i,
)


def _tall(grunnlag: str, id_: str = "m_a") -> Tall:
    return Tall(id=id_, verdi=3.0, enhet="dager", grunnlag=grunnlag)


def _ord(grunnlag: str) -> Ord:
    """Words with a number two levels down, where a careless search would not look."""
    return Ord(noekkel="a.b", felter={"x": Ord(noekkel="a.c", felter={"y": _tall(grunnlag)})})


REN = Ord(noekkel="a.b")


def _tabell(**endret: object) -> Tabell:
    felter = {"id": "t", "tittel": REN, "kolonner": (REN, REN), "rader": ((Navn(tekst="rad"), None),)}
    return Tabell(**felter | endret)  # type: ignore[arg-type]


def _soyler(**endret: object) -> Soyler:
    felter = {"tabell": "t", "kolonner": (1,), "tittel": REN, "alt": REN, "om": REN, "enhet": "dager"}
    return Soyler(**felter | endret)  # type: ignore[arg-type]


# Where a number may stand in a block, and how it gets there.
STEDER: dict[str, Callable[[str], tuple[Blokk, ...]]] = {
    "paragraph": lambda g: (Avsnitt(ord=_ord(g)),),
    "point": lambda g: (Punkter(punkter=(REN, _ord(g))),),
    "cell": lambda g: (_tabell(rader=((Navn(tekst="rad"), _tall(g)),)),),
    "words in a cell": lambda g: (_tabell(rader=((Navn(tekst="rad"), _ord(g)),)),),
    "total": lambda g: (_tabell(sumrad=(REN, _tall(g)), sum_kolonner=(1,)),),
    "note": lambda g: (_tabell(note=_ord(g)),),
    "alt text": lambda g: (_tabell(), _soyler(alt=_ord(g))),
    "chart's remark": lambda g: (_tabell(), _soyler(om=_ord(g))),
}
TITLER: dict[str, Callable[[str], Blokk]] = {
    "heading": lambda g: Overskrift(ord=_ord(g)),
    "table title": lambda g: _tabell(tittel=_ord(g)),
    "column heading": lambda g: _tabell(kolonner=(REN, _ord(g))),
    "chart title": lambda g: _soyler(tittel=_ord(g)),
}


@pytest.mark.parametrize("sted", STEDER)
def test_a_chapter_that_summarises_refuses_an_assumed_number_wherever_it_hides(sted: str) -> None:
    with pytest.raises(ValueError, match="m_a"):
        Kapittel(id="sammendrag", blokker=STEDER[sted]("forutsatt"), er_sammendrag=True)
    assert Kapittel(id="sammendrag", blokker=STEDER[sted]("beregnet"), er_sammendrag=True)
    assert Kapittel(id="vedlegg", blokker=STEDER[sted]("forutsatt"))


@pytest.mark.parametrize("sted", TITLER)
def test_a_title_refuses_an_assumed_number_in_any_chapter(sted: str) -> None:
    with pytest.raises(ValueError, match="m_a"):
        TITLER[sted]("forutsatt")
    assert TITLER[sted]("oppgitt")


def test_a_summary_cannot_chart_a_table_that_stands_elsewhere() -> None:
    with pytest.raises(ValueError, match="no table t to chart"):
        Kapittel(id="sammendrag", blokker=(_soyler(),), er_sammendrag=True)


@pytest.mark.parametrize("rad", [(REN,), (REN, None, None)])
@pytest.mark.parametrize("sted", ["rader", "sumrad"])
def test_a_row_has_a_cell_for_every_column(rad: tuple[Ord | None, ...], sted: str) -> None:
    with pytest.raises(ValueError, match="cells for 2 columns"):
        _tabell(**{sted: (rad,) if sted == "rader" else rad})


def test_every_number_of_the_blocks_is_found() -> None:
    antall = Antall(id="antall_x", verdi=2)
    blokker = (
        Avsnitt(ord=Ord(noekkel="a", felter={"antall": antall, "tall": _tall("maalt", "m_b")})),
        _tabell(rader=((REN, _tall("maalt", "m_c")),), sumrad=(REN, _tall("maalt", "m_d"))),
    )
    assert [t.id for t in tall_i(blokker)] == ["m_b", "m_c", "m_d"]
    assert [t.id for t in i_setninger(blokker)] == ["antall_x", "m_b"]
