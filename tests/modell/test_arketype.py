"""An archetype is rules that must be able to give a structure for every size they allow."""

from __future__ import annotations

import pytest

from analyse.modell.arketype import TILLIT, Arketype, Gruppe, Organmal


def _mal(**felter: object) -> Organmal:
    fast = {
        "id": "komite",
        "art": "kommunestyrekomite",
        "valgbare": "kommunestyret",
        "vedtaksrett": False,
        "medlemmer_per_organ": 11,
        "deler_kommunestyret": True,
        "minst": 1,
        "mest": 2,
        "inndelinger": {nr: tuple(Gruppe(noekkel=f"g{i}", sektorer=()) for i in range(nr)) for nr in (1, 2)},
    }
    return Organmal(**fast | felter)  # type: ignore[arg-type]


@pytest.mark.parametrize("felter", [{"minst": 0}, {"minst": 3}])
def test_numbers_out_of_order_are_refused(felter: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="out of order"):
        _mal(**felter)


@pytest.mark.parametrize("inndelinger", [{1: (Gruppe(noekkel="a", sektorer=()),)}, {1: (), 2: ()}, {}])
def test_every_number_of_bodies_that_may_come_out_has_its_division(inndelinger: object) -> None:
    with pytest.raises(ValueError, match="no division into"):
        _mal(inndelinger=inndelinger)


def test_an_archetype_says_whether_it_is_a_sources_design_or_ours() -> None:
    felter = {
        "id": "k",
        "styreform": "formannskap",
        "kilde": "x",
        "rekkefoelge": 1,
        "fjern": (),
        "organer": (_mal(),),
        "erstatt": {},
    }
    assert [Arketype(tillit=t, **felter).tillit for t in TILLIT] == list(TILLIT)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown trust 'kanskje'"):
        Arketype(tillit="kanskje", **felter)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "felter", [{"deler_kommunestyret": False}, {"medlemmer": 9}, {"medlemmer_andel": 0.25}]
)
def test_a_size_has_one_rule_and_one_only(felter: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="its size needs one rule"):
        _mal(**felter)
    assert _mal(deler_kommunestyret=False, medlemmer=9).medlemmer == 9


def test_what_is_laid_on_top_takes_nothing_away() -> None:
    with pytest.raises(ValueError, match="takes nothing away"):
        Arketype(
            id="k",
            styreform="",
            kilde="x",
            tillit="kilde",
            rekkefoelge=1,
            fjern=("utvalg",),
            organer=(),
            erstatt={},
            overbygning=True,
        )
