"""Appeals: the last word is for a body the law names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


@pytest.mark.parametrize(
    ("sist", "svar"),
    [
        ("formannskapet", "holdt"),
        ("kommunestyret", "holdt"),
        ("oppvekst", "brutt"),
        ("helse", "ikke_vurdert"),
    ],
)
def test_the_last_body_on_the_route_decides(vurder: Vurder, sist: str, svar: str) -> None:
    trinn = ["helse:vedtar", "helse:klagebehandler", f"{sist}:klagebehandler"]
    lovsvar = vurder("formannskapskommune", saksgang=[{"sakstype": "helse_omsorg", "trinn": trinn}])
    assert lovsvar.svar("KL18-KLAGENEMND") == svar
