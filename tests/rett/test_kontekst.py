"""What a rule sees: posts held on the day, delegations by kind of body, and what is the council's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from analyse.modell.scenario import Scenario
from analyse.modell.verv import Verv
from analyse.rett.kontekst import Kontekst
from analyse.rett.regelbok import read_regelbok

Bygg = Callable[[Mapping[str, Any]], Scenario | None]
BOK = read_regelbok()


@pytest.fixture
def kontekst(scenario: Bygg) -> Callable[..., Kontekst]:
    """Put a question on a day about a structure, with other posts where some are given."""

    def bygg(dato: date = date(2024, 6, 1), verv: tuple[Verv, ...] | None = None, **gitt: Any) -> Kontekst:
        bygd = scenario({"fra": "liten_kommune_med_verv", **gitt})
        assert bygd is not None
        modell = bygd.modell if verv is None else replace(bygd.modell, verv=verv)
        regel = BOK.gjeldende(dato, "kontrollert")[0]
        return Kontekst(kommune=bygd.kommune, modell=modell, dato=dato, bok=BOK, regel=regel, fakta={})

    return bygg


def test_a_post_counts_from_its_first_to_its_last_day(kontekst: Callable[..., Kontekst]) -> None:
    verv = (Verv(organ_id="plan", person_id="a", fra=date(2024, 1, 1), til=date(2024, 6, 30)),)
    dager = (date(2023, 12, 31), date(2024, 1, 1), date(2024, 6, 30), date(2024, 7, 1))
    assert [len(kontekst(d, verv).faste("plan")) for d in dager] == [0, 1, 1, 0]


def test_deputies_and_group_leaders_are_no_members_and_a_person_is_one(
    kontekst: Callable[..., Kontekst],
) -> None:
    roller = ("leder", "medlem", "vara", "gruppeleder")
    k = kontekst(
        verv=tuple(Verv(organ_id="plan", person_id=p, rolle=r) for p, r in zip("aabc", roller, strict=True))
    )
    assert [v.person_id for v in k.faste("plan")] == ["a"]
    assert [v.person_id for v in k.verv("utvalg")] == ["a", "a", "b"]
    assert k.ukjente(k.modell.organ("plan")) == 4


def test_of_a_body_of_unknown_size_nobody_knows_how_many_are_missing(
    kontekst: Callable[..., Kontekst],
) -> None:
    k = kontekst()
    assert k.ukjente(replace(k.modell.organ("plan"), medlemmer=None)) is None
    assert k.ukjente(k.modell.kommunestyret) == 0


def test_what_is_the_councils_own_follows_the_act_of_the_day(kontekst: Callable[..., Kontekst]) -> None:
    assert kontekst().reserverte() >= {"budsjett_okonomiplan", "regnskap_rapport", "reglement_delegering"}
    eldre = kontekst(date(2005, 1, 1)).reserverte()
    assert "budsjett_okonomiplan" in eldre
    assert "reglement_delegering" not in eldre


def test_delegations_are_found_by_the_kind_that_gives_and_the_kind_that_gets(
    kontekst: Callable[..., Kontekst],
) -> None:
    til = {"til": "kommunedirektoeren", "sakstyper": ["alle"]}
    k = kontekst(delegasjon=[{"fra": "kommunestyret", **til}, {"fra": "plan", **til}])
    assert [d.fra for d in k.delegasjoner("kommunedirektoer")] == ["kommunestyret", "plan"]
    assert [d.fra for d in k.delegasjoner(fra="kommunestyre")] == ["kommunestyret"]
    assert k.delegasjoner("ordfoerer") == ()


def test_another_rule_may_be_asked_whether_it_is_in_force(kontekst: Callable[..., Kontekst]) -> None:
    dager = (date(2023, 6, 30), date(2023, 7, 1))
    assert [kontekst(d).er_i_kraft("KL18-5-12-AU") for d in dager] == [False, True]
