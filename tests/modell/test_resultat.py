"""A result is the table, the draws behind it and where they come from; changing one makes a new one."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date

import numpy as np
import pytest

from analyse.modell.kommune import Kommune
from analyse.modell.maalinger import build_tabell
from analyse.modell.organ import Organ
from analyse.modell.prosjekt import Prosjekt, Prosjektvalg
from analyse.modell.resultat import Opphav, Resultat
from analyse.modell.styringsmodell import Styringsmodell


@pytest.fixture
def resultat() -> Resultat:
    """A result without measurements."""
    raadet = Organ(id="ks", navn="Kommunestyret", art="kommunestyre", medlemmer=3)
    dagens = Styringsmodell(id="dagens", navn="D", styreform="formannskap", organer=(raadet,))
    dato = date(2026, 11, 1)
    return Resultat(
        prosjekt=Prosjekt(
            mappe="x", kommune=Kommune(navn="X", innbyggere=1), dagens=dagens, valg=Prosjektvalg(dato=dato)
        ),
        modeller={"dagens": dagens},
        maalinger=build_tabell([]),
        trekk=np.empty((0, 1, 0)),
        serier=(),
        opphav=Opphav(kodeversjon="0.1.0", datafingeravtrykk="", froe=1, trekk=0, dato=dato),
    )


def test_no_comparison_has_been_made_and_no_law_been_read_until_it_is_said(resultat: Resultat) -> None:
    assert (resultat.sammenligninger, resultat.opphav.lovdato) == (0, None)


def test_a_result_is_changed_by_making_another(resultat: Resultat) -> None:
    with pytest.raises(FrozenInstanceError):
        resultat.sammenligninger = 5  # type: ignore[misc]
    assert replace(resultat, sammenligninger=5).sammenligninger == 5
    assert resultat.sammenligninger == 0
