"""A scenario is a municipality with one model, and cannot be changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.scenario import Scenario
from analyse.modell.styringsmodell import Styringsmodell


def test_a_scenario_joins_the_two_and_rests_on_no_assumptions_unless_told() -> None:
    kommune = Kommune(navn="X", innbyggere=1)
    raadet = Organ(id="ks", navn="Kommunestyret", art="kommunestyre", medlemmer=3)
    modell = Styringsmodell(id="m", navn="M", styreform="formannskap", organer=(raadet,))
    scenario = Scenario(kommune=kommune, modell=modell)
    assert (scenario.kommune, scenario.modell, scenario.forutsetninger) == (kommune, modell, None)
    with pytest.raises(FrozenInstanceError):
        scenario.modell = modell  # type: ignore[misc]
