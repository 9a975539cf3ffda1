"""Who may do it?"""

from __future__ import annotations

from datetime import date

import pytest

from analyse.modell.organ import ART_FOLKEVALGT
from analyse.rett.beregning import build_regnesvar
from analyse.rett.regelbok import read_regelbok
from analyse.rett.regning import Spoersmaal

BOK = read_regelbok()


def _svar(regel_id: str, **fakta: object) -> str:
    return build_regnesvar(BOK, regel_id, Spoersmaal(dato=date(2024, 1, 1), fakta=fakta)).svar


@pytest.mark.parametrize("art", [a for a in ART_FOLKEVALGT if a != "kommunedelsutvalg"])
def test_the_council_may_reorganise_committees_and_no_other_kind_of_body_by_this_rule(art: str) -> None:
    ventet = "holdt" if art in ("utvalg", "oppgaveutvalg", "partssammensatt") else "brutt"
    assert _svar("KL18-5-7-REORG", aktoer="kommunestyre", **{"organ.art": art}) == ventet


@pytest.mark.parametrize("aktoer", [a for a in ART_FOLKEVALGT if a != "kommunestyre"])
def test_nobody_but_the_council_may(aktoer: str) -> None:
    assert _svar("KL18-5-7-REORG", aktoer=aktoer, **{"organ.art": "utvalg"}) == "brutt"


def test_for_a_local_committee_one_must_know_who_elects_it() -> None:
    fakta = {"aktoer": "kommunestyre", "organ.art": "kommunedelsutvalg"}
    assert _svar("KL18-5-7-REORG", **fakta) == "ikke_vurdert"
    assert _svar("KL18-5-7-REORG", **fakta, direkte_valgt=False) == "holdt"
    assert _svar("KL18-5-7-REORG", **fakta, direkte_valgt=True) == "brutt"


def test_a_vote_that_is_not_blank_needs_no_reason() -> None:
    assert _svar("KL18-8-1-STEMME", stemme="for") == "holdt"
