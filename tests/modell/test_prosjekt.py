"""A project holds each fact in one place; choices have defaults, facts have none."""

from __future__ import annotations

from datetime import date

from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.prosjekt import DEKNINGER, STANDARD_FROE, STANDARD_TREKK, Prosjekt, Prosjektvalg
from analyse.modell.styringsmodell import Styringsmodell


def test_choices_have_defaults_except_the_date() -> None:
    valg = Prosjektvalg(dato=date(2026, 11, 1))
    assert (valg.spraak, valg.froe, valg.trekk, valg.modeller) == ("nb", STANDARD_FROE, STANDARD_TREKK, ())
    assert valg.dekning in DEKNINGER
    assert valg.eksempeltall == ""


def test_what_a_project_was_not_given_is_missing_and_not_empty() -> None:
    raadet = Organ(id="ks", navn="Kommunestyret", art="kommunestyre", medlemmer=3)
    prosjekt = Prosjekt(
        mappe="oppdrag",
        kommune=Kommune(navn="X", innbyggere=1),
        dagens=Styringsmodell(id="dagens", navn="D", styreform="formannskap", organer=(raadet,)),
        valg=Prosjektvalg(dato=date(2026, 11, 1)),
    )
    assert (prosjekt.sakslogg, prosjekt.moeter, prosjekt.sakliste) == (None, None, None)
    assert (prosjekt.alternativer, prosjekt.advarsler) == ({}, ())
