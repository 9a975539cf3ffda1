"""A task committee is a committee like the others."""

from __future__ import annotations

from collections.abc import Callable

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


def test_whether_the_mayor_may_set_it_up_turns_on_what_it_does(vurder: Vurder) -> None:
    felles = {
        "id": "o",
        "navn": "Oppgaveutvalg",
        "art": "oppgaveutvalg",
        "medlemmer": 9,
        "velges_av": "ordfoereren",
    }
    svar = [
        vurder("formannskapskommune", organ=[{**felles, "vedtaksrett": rett}]).svar("KL18-OPPGAVEUTVALG")
        for rett in (False, True)
    ]
    assert svar == ["holdt", "brutt"]
