"""From pydantic's errors to findings with a code, a place and the nearest known name.

Errors are told apart by their type, never by their English text.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, get_args

from analyse.grunn.feil import Funn, vis_verdi

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

Loc = tuple[int | str, ...]
_TYPER = {
    "int": "heltall",
    "float": "tall",
    "string": "tekst",
    "str": "tekst",
    "bool": "sann_usann",
    "date": "dato",
    "list": "liste",
    "dict": "tabell",
    "model": "tabell",
}


def naermeste(navn: str, kjente: Sequence[str]) -> str:
    """Return the known name closest to `navn`, or "" where none is near.

    Examples
    --------
    >>> naermeste("medlemer", ["medlemmer", "moeter_per_aar"])
    'medlemmer'
    """
    funnet = difflib.get_close_matches(navn, kjente, n=1, cutoff=0.6)
    return funnet[0] if funnet else ""


def _kjente_noekler(skjema: type[BaseModel], loc: Loc) -> list[str]:
    # Walk down the annotation along `loc` to the record that refused the key.
    node: Any = skjema
    for del_ in loc:
        if isinstance(del_, int):
            continue
        felt = getattr(node, "model_fields", {}).get(del_)
        if felt is None:
            break
        node = felt.annotation
        while not hasattr(node, "model_fields") and get_args(node):
            node = next((a for a in reversed(get_args(node)) if a is not type(None)), None)
    return sorted(getattr(node, "model_fields", {}))


def _felt_for(skjema: type[BaseModel], feil: Any) -> tuple[str, dict[str, str]]:
    """Return the code and fields of one pydantic error."""
    typ, ctx = str(feil["type"]), feil.get("ctx", {})
    funnet = vis_verdi(feil["input"])
    if typ == "extra_forbidden":
        kjente = _kjente_noekler(skjema, feil["loc"][:-1])
        navn = str(feil["loc"][-1])
        return "IN-010", {"funnet": navn, "naermeste": naermeste(navn, kjente), "lovlige": ", ".join(kjente)}
    if typ == "missing":
        return "IN-011", {"felt": str(feil["loc"][-1])}
    if typ == "literal_error":
        lovlige = str(ctx.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return "IN-013", {
            "funnet": funnet,
            "lovlige": lovlige,
            "naermeste": naermeste(str(feil["input"]), lovlige.split(", ")),
        }
    if typ == "string_pattern_mismatch":
        return "IN-018", {"funnet": funnet}
    if typ in ("too_short", "string_too_short"):
        return "IN-019", {"felt": str(feil["loc"][-1])}
    if any(k in ctx for k in ("ge", "gt", "le", "lt")) or typ == "finite_number":
        grenser = " ".join(f"{tegn} {ctx[k]}" for k, tegn in _TEGN.items() if k in ctx) or "endelig tall"
        return "IN-014", {"funnet": funnet, "grenser": grenser}
    return "IN-012", {"funnet": funnet, "type": _TYPER.get(typ.split("_", maxsplit=1)[0], "tekst")}


_TEGN = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}


def build_funn(feil: ValidationError, skjema: type[BaseModel], sted: Callable[[Loc], str]) -> Iterator[Funn]:
    """Yield one finding per error; of the two tries on `medlemmer` (a number or "ukjent") only the first."""
    sett: set[Loc] = set()
    for enkelt in feil.errors(include_url=False):
        loc = tuple(d for d in enkelt["loc"] if not (isinstance(d, str) and ("[" in d or d in ("int", "constrained-int"))))
        if loc in sett and enkelt["type"] != "extra_forbidden":
            continue
        sett.add(loc)
        kode, felter = _felt_for(skjema, enkelt)
        yield Funn(kode=kode, sted=sted(loc), felter=felter)
