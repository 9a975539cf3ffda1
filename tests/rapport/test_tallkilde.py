"""Are numbers looked up as they stand in the table, and never made?"""

from __future__ import annotations

import pytest

from analyse.modell.maalinger import som_rader
from analyse.modell.resultat import Resultat
from analyse.rapport.tallkilde import Tallkilde, som_tall


def test_every_row_of_the_table_is_found_again_unchanged(levanger: Resultat) -> None:
    kilde = Tallkilde(levanger)
    for rad in som_rader(levanger.maalinger):
        tall = kilde.finn(
            rad["modell"],
            rad["indikator"],
            dimensjon=rad["dimensjon"],
            element=rad["element"],
            mot=rad["mot"],
        )
        assert tall is not None
        assert (tall.verdi, tall.enhet, tall.grunnlag) == (rad["verdi"], rad["enhet"], rad["grunnlag"])
        if rad["intervall"] != "ingen":
            assert (rad["intervall"], rad["lav"], rad["hoey"]) in {
                (s.intervall, s.lav, s.hoey) for s in tall.spenn
            }
    assert len(list(kilde.rader())) == len(levanger.maalinger)


def test_no_two_numbers_share_an_id_and_no_two_intervals(levanger: Resultat) -> None:
    kilde = Tallkilde(levanger)
    tall = {id(t): t for _, t in kilde.rader()}.values()
    ider = [t.id for t in tall]
    spenn = [s.id for t in tall for s in t.spenn]
    assert len(set(ider)) == len(ider)
    assert len(set(spenn + ider)) == len(spenn + ider)


def test_what_the_table_has_not_is_none(levanger: Resultat) -> None:
    assert Tallkilde(levanger).finn("dagens", "finnes_ikke") is None


def test_a_number_is_at_least_only_where_the_upper_end_is_open_and_it_has_a_value() -> None:
    rad = {
        "modell": "a", "indikator": "b", "dimensjon": None, "element": None, "mot": None,
        "stroem": "struktur", "grunnlag": "oppgitt", "enhet": "dager", "verdi": 3.0, "lav": 3.0, "hoey": None,
        "intervall": "identifikasjon", "n": None, "verdikt": None, "grunn": None, "kilde": None,
    }  # fmt: skip
    assert som_tall([rad]).er_minst
    assert not som_tall([rad | {"hoey": 5.0}]).er_minst
    assert not som_tall([rad | {"verdi": None}]).er_minst


def test_the_shares_of_the_grounds_sum_to_one(levanger: Resultat) -> None:
    andeler = Tallkilde(levanger).grunnlag()
    assert sum(t.verdi or 0 for t in andeler.values()) == pytest.approx(1)
    assert len({t.n for t in andeler.values()}) == 1
