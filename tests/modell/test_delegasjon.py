"""A delegation names two bodies and what it covers."""

from __future__ import annotations

import pytest

from analyse.modell.delegasjon import Delegasjon


def test_a_delegation_covers_the_case_types_it_names_and_no_other() -> None:
    delegasjon = Delegasjon(fra="ks", til="fsk", sakstyper=("bevilling", "salg"))
    assert [delegasjon.gjelder(s) for s in ("bevilling", "salg", "plan", "")] == [True, True, False, False]


def test_alle_covers_every_case_type() -> None:
    assert Delegasjon(fra="ks", til="fsk", sakstyper=("alle",)).gjelder("hva som helst")


def test_matters_of_principle_stay_unless_it_is_said() -> None:
    assert not Delegasjon(fra="ks", til="fsk", sakstyper=("alle",)).prinsipielle


def test_a_body_cannot_delegate_to_itself() -> None:
    with pytest.raises(ValueError, match="ks cannot delegate to itself"):
        Delegasjon(fra="ks", til="ks", sakstyper=("alle",))


def test_a_delegation_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="names no case type"):
        Delegasjon(fra="ks", til="fsk", sakstyper=())
