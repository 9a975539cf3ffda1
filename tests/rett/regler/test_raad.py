"""The advisory councils: there, heard, and without power."""

from __future__ import annotations

from collections.abc import Callable

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


def test_power_by_delegation_or_by_route_is_power(vurder: Vurder) -> None:
    rad = {"fra": "kommunestyret", "til": "eldreraadet", "sakstyper": ["helse_omsorg"]}
    gang = {"sakstype": "helse_omsorg", "trinn": ["eldreraadet:vedtar"]}
    assert vurder("liten_kommune_med_verv", delegasjon=[rad]).svar("KL18-5-12-UTTALE") == "brutt"
    assert vurder("liten_kommune_med_verv", saksgang=[gang]).svar("KL18-5-12-UTTALE") == "brutt"


def test_a_council_on_no_route_is_for_someone_to_judge(vurder: Vurder) -> None:
    gang = {"sakstype": "helse_omsorg", "trinn": ["eldreraadet:uttaler", "kommunestyret:vedtar"]}
    svar = vurder("liten_kommune_med_verv", saksgang=[gang])
    rammet = [k.organ for k in svar.advarsler if k.regel.id == "KL18-5-12-UTTALE"]
    assert rammet == ["funksjonsraadet", "ungdomsraadet"]
