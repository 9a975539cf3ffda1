"""The register and the functions agree, entry by entry, and δ is read as it was written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from analyse.indikatorer import register
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling
from analyse.indikatorer.register import maalefunksjoner, maaler, read_indikatorer


def test_every_entry_has_a_function_and_each_function_is_called_once() -> None:
    funksjoner = maalefunksjoner()
    assert len(set(funksjoner)) == len(funksjoner)
    assert set(read_indikatorer()) == set(register._FUNKSJONER)


def test_indicators_stand_in_the_order_of_the_method() -> None:
    numre = [i.nr for i in read_indikatorer().values()]
    assert numre == sorted(numre)


def test_a_function_without_an_entry_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    maalefunksjoner()  # all families are loaded before the register is copied
    monkeypatch.setattr(register, "_FUNKSJONER", dict(register._FUNKSJONER))

    @maaler("finnes_ikke")
    def _maal(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
        return iter(())

    with pytest.raises(LookupError, match="disagree on finnes_ikke"):
        maalefunksjoner()


@pytest.mark.parametrize(
    ("skrevet", "verdi", "er_andel"), [(5, 5.0, False), ("5 %", 0.05, True), ("2,5 %", 0.025, True)]
)
def test_the_smallest_difference_may_be_a_share_of_todays_value(
    skrevet: object,
    verdi: float,
    er_andel: bool,
) -> None:
    data = {
        "id": "a", "nr": 1, "enhet": "dager", "retning": "lavere", "evidensklasse": "struktur",
        "rekkevidde": "alle_modeller", "gruppe": "effektivitet", "kilde": "egen_definisjon",
        "merkbar_forskjell": skrevet,
    }  # fmt: skip
    indikator = register._indikator(data)
    assert (indikator.merkbar_forskjell, indikator.er_andel) == (pytest.approx(verdi), er_andel)


def test_what_is_read_of_a_log_or_a_survey_reaches_today_only() -> None:
    """metode §1: they describe today only, until the simulation gives the same quantity."""
    bare_dagens = ("logg", "undersoekelse", "intervju")
    assert [
        i.id
        for i in read_indikatorer().values()
        if i.evidensklasse in bare_dagens and i.rekkevidde != "bare_dagens"
    ] == []
