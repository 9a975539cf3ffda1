"""Which bodies a model file names without having them, read from the file's own keys.

The finished model checks this as well, but only when everything else is right; here it is told together with
the other faults, at the step or key that names the body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from analyse.grunn.feil import Funn, vis_verdi
from analyse.grunn.feiltekst import naermeste
from analyse.inntak.toml import Loc
from analyse.modell.saksgang import parse_trinn

_FELT_MED_ORGAN: Mapping[str, tuple[str, ...]] = {
    "organ": ("velges_av",),
    "verv": ("organ",),
    "delegasjon": ("fra", "til"),
    "saksgang": ("innstiller_formelt", "innstiller_reelt"),
}


def check_referanser(data: Mapping[str, Any], sted: Callable[[Loc], str]) -> Iterator[Funn]:
    """Yield every body that is named but not listed; whatever else is wrong with the data is passed over."""
    kjente = [post["id"] for _, post in _poster(data, "organ") if isinstance(post.get("id"), str)]
    for loc, navn in _henvisninger(data):
        if isinstance(navn, str) and navn and navn not in kjente:
            felter = {
                "funnet": vis_verdi(navn),
                "lovlige": ", ".join(kjente),
                "naermeste": naermeste(navn, kjente),
            }
            yield Funn(kode="IN-022", sted=sted(loc), felter=felter)


def _henvisninger(data: Mapping[str, Any]) -> Iterator[tuple[Loc, Any]]:
    for tabell, felter in _FELT_MED_ORGAN.items():
        for nr, post in _poster(data, tabell):
            for felt in felter:
                yield (tabell, nr, felt), post.get(felt)
    for nr, post in _poster(data, "saksgang"):
        trinn = post.get("trinn")
        for trinn_nr, tekst in enumerate(trinn if isinstance(trinn, list) else ()):
            for organ_id in _organ_i(tekst):
                yield ("saksgang", nr, "trinn", trinn_nr), organ_id


def _organ_i(trinn: object) -> tuple[str, ...]:
    try:
        return tuple(s.organ_id for s in parse_trinn(str(trinn)))
    except ValueError:
        return ()  # told by the check of how a step is written


def _poster(data: Mapping[str, Any], tabell: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    liste = data.get(tabell)
    for nr, post in enumerate(liste if isinstance(liste, list) else ()):
        if isinstance(post, Mapping):
            yield nr, post
