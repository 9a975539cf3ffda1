"""Gender: by list or by body, as the form of election says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]

VERV = [
    {"person": f"p2{nr}", "organ": "plan", "parti": parti, "kjoenn": kjoenn}
    for nr, (parti, kjoenn) in enumerate(zip("AAABB", "MMMKK", strict=True))
]


@pytest.mark.parametrize(
    ("valgform", "per_liste", "hele"),
    [
        ("forholdsvalg", "brutt", "holdt"),
        ("avtalevalg", "holdt", "holdt"),
        ("flertallsvalg", "holdt", "holdt"),
    ],
)
def test_the_same_body_is_measured_by_list_only_where_lists_were_used(
    vurder: Vurder, valgform: str, per_liste: str, hele: str
) -> None:
    svar = vurder("liten_kommune_med_verv", verv=VERV, fakta={"valgform": valgform})
    assert (svar.svar("KL18-7-6-KJONN"), svar.svar("KL18-7-7-KJONN")) == (per_liste, hele)


def test_without_parties_the_lists_are_not_known(vurder: Vurder) -> None:
    uten = [{**v, "parti": ""} for v in VERV]
    svar = vurder("liten_kommune_med_verv", verv=uten, fakta={"valgform": "forholdsvalg"})
    assert svar.mangler("KL18-7-6-KJONN") == ("verv.parti",)
