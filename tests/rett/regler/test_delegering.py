"""Delegations: who may get power, and what stays with the council."""

from __future__ import annotations

from collections.abc import Callable

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


def _fra(vurder: Vurder, til: str, *sakstyper: str, prinsipielle: bool = False) -> Lovsvar:
    rad = {"fra": "kommunestyret", "til": til, "sakstyper": list(sakstyper), "prinsipielle": prinsipielle}
    return vurder("formannskapskommune", delegasjon=[rad])


def test_one_reserved_case_type_among_several_is_named_alone(vurder: Vurder) -> None:
    svar = _fra(vurder, "kommunedirektoeren", "byggesak_klage", "kommuneplan")
    (kvittering,) = [k for k in svar.brudd if k.regel.id == "KL18-13-1-DELEG"]
    assert [f.noekkel for f in kvittering.utfall.felter["sakstyper"]] == ["sakstype.kommuneplan"]


def test_a_lawful_delegation_carries_who_judges_what_is_of_principle(vurder: Vurder) -> None:
    svar = _fra(vurder, "kommunedirektoeren", "alle")
    kvitteringer = [k for k in svar.holdt if k.regel.id == "KL18-13-1-DELEG"]
    assert [s.noekkel for k in kvitteringer for s in k.setninger] == ["lov.skjoenn.prinsipiell"]


def test_a_delegation_from_another_body_is_not_the_councils(vurder: Vurder) -> None:
    rad = {"fra": "formannskapet", "til": "etat_teknisk", "sakstyper": ["vei_teknisk"]}
    assert vurder("formannskapskommune", delegasjon=[rad]).svar("KL18-5-3-OVERST") == "holdt"
