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
        "minst": 1,
        "mest": 2,
        "inndelinger": {nr: tuple(Gruppe(noekkel=f"g{i}", sektorer=()) for i in range(nr)) for nr in (1, 2)},
    }
    return Organmal(**fast | felter)  # type: ignore[arg-type]


@pytest.mark.parametrize("felter", [{"minst": 0}, {"minst": 3}, {"medlemmer_per_organ": 0}])
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
        "fjern": (),
        "organer": (_mal(),),
        "erstatt": {},
    }
    assert [Arketype(tillit=t, **felter).tillit for t in TILLIT] == list(TILLIT)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown trust 'kanskje'"):
        Arketype(tillit="kanskje", **felter)  # type: ignore[arg-type]
