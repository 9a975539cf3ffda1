"""The matrix on paper and telephone: every cell once, the first model on every page, marks beside words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.figurer.ark import Omtale
from analyse.figurer.matrise import Celle, Matrisedata, Matrisegruppe, Matriserad, draw_matrise
from analyse.figurer.scene import Figur, Flate, Skrift
from analyse.figurer.stil import A4_LIGGENDE, TELEFON, Ramme

RAMMER = (A4_LIGGENDE, TELEFON)
OMTALE = Omtale(tittel="3 av 8 er forskjellige", undertittel="Hver modell.", kilde="Kilde: x", alt="I ord.")
SPENN = "90 % av antakelsene: 1 036–1 144"


def _data(modeller: int, rader: int, grupper: int = 2) -> Matrisedata:
    def celle(rad: int, nr: int) -> Celle:
        if nr == 0:
            return Celle(verdi=f"r{rad}m0", smaatt=("oppgitt", SPENN))
        return Celle(
            verdi=f"r{rad}m{nr}", smaatt=("beregnet", SPENN), verdikt="forskjellig", ord="mer", retning=1
        )

    return Matrisedata(
        omtale=OMTALE,
        modeller=tuple(f"Hovedutvalg med gjennomgående representasjon {nr}" for nr in range(modeller)),
        grupper=tuple(
            Matrisegruppe(
                navn=f"Gruppe {g}",
                rader=tuple(
                    Matriserad(
                        navn=f"Posisjonens andel av lederne, mot andelen i kommunestyret {nr}",
                        celler=tuple(celle(nr, m) for m in range(modeller)),
                    )
                    for nr in range(g, rader, grupper)
                ),
            )
            for g in range(grupper)
        ),
        noekkel=(("forskjellig", 1, "mer"), ("kan_ikke_skilles", 0, "kan ikke skilles")),
    )


def _tekster(figurer: tuple[Figur, ...]) -> list[str]:
    return [f.tekst for figur in figurer for g in figur.grupper for f in g.former if isinstance(f, Skrift)]


@pytest.mark.parametrize("ramme", RAMMER)
@pytest.mark.parametrize(("modeller", "rader"), [(1, 3), (2, 12), (5, 12), (11, 30)])
def test_every_cell_is_there_and_whole(
    ramme: Ramme, modeller: int, rader: int, hold_figur: Callable[..., None]
) -> None:
    figurer = draw_matrise(_data(modeller, rader), ramme)
    tekster = _tekster(figurer)
    andre = [f"r{rad}m{nr}" for rad in range(rader) for nr in range(1, modeller)]
    assert [t for t in andre if tekster.count(t) != 1] == []
    assert all(f"r{rad}m0" in tekster for rad in range(rader))
    for figur in figurer:
        hold_figur(figur, bredde=ramme.bredde)
        assert figur.bredde <= ramme.bredde
        assert figur.hoeyde <= ramme.hoeyde


def test_the_first_model_stands_on_every_page() -> None:
    sider = draw_matrise(_data(11, 30))
    assert len(sider) > 2
    assert all(any(t.startswith("r") and t.endswith("m0") for t in _tekster((side,))) for side in sider)
    assert "(1/" in " ".join(_tekster(sider[:1]))


def test_a_telephone_shows_one_model_at_a_time() -> None:
    (figur,) = draw_matrise(_data(3, 4), TELEFON)
    tekster = [t for t in _tekster((figur,)) if t.startswith("r") and "m" in t]
    assert [t[-1] for t in tekster] == ["0"] * 4 + ["1"] * 4 + ["2"] * 4


def test_each_comparison_has_a_mark_beside_its_word() -> None:
    (figur,) = draw_matrise(_data(3, 4), TELEFON)
    trekanter = [f for g in figur.grupper for f in g.former if isinstance(f, Flate)]
    assert len(trekanter) == 2 * 4 + 1  # and one in the key
    assert _tekster((figur,)).count("mer") == 2 * 4 + 1


def test_the_numbers_of_a_small_matrix() -> None:
    (figur,) = draw_matrise(_data(2, 2))
    assert (figur.bredde, figur.hoeyde) == (714.0, 394.0)


def test_a_row_with_a_cell_too_few_is_refused() -> None:
    rad = Matriserad(navn="Møter", celler=())
    with pytest.raises(ValueError, match="0 cells, 1 models"):
        Matrisedata(omtale=OMTALE, modeller=("Dagens",), grupper=(Matrisegruppe(navn="", rader=(rad,)),))


def test_the_same_matrix_gives_the_same_picture(hold_png: Callable[[Figur], None]) -> None:
    assert draw_matrise(_data(3, 4)) == draw_matrise(_data(3, 4))
    hold_png(draw_matrise(_data(3, 4))[0])
