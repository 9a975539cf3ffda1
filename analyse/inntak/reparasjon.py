"""A record with faults made readable, so that what is wrong behind other faults is told in the same round.

Values that could not be read are taken out, required ones replaced by neutral ones. The result is only for
looking for more faults; no model is ever built from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from analyse.inntak.melding import finn_loc
from analyse.inntak.raa import UKJENT, RaaModellfil
from analyse.inntak.toml import Loc
from analyse.modell.kommune import VALGTYPER
from analyse.modell.styringsmodell import STYREFORMER

_NOEYTRAL: Mapping[str, Any] = {
    "id": "ukjent",
    "navn": "-",
    "innbyggere": 1,
    "aar": 2000,
    "type": VALGTYPER[0],
    "stemmer": {},
    "styreform": STYREFORMER[0],
    "art": "styre",
    "medlemmer": UKJENT,
    "person": "-",
    "organ": "ukjent",
    "fra": "ukjent",
    "til": "ukjent_2",
    "sakstyper": ["-"],
    "sakstype": "-",
    "trinn": ["ukjent:uttaler"],
}
_TELLER_STEMMER_OG_MANDATER = ("mandater", "stemmer")


def build_lesbar(data: Mapping[str, Any], feil: ValidationError) -> RaaModellfil | None:
    """Return the record without its faults, or None where too much of it is missing."""
    kopi = deepcopy(dict(data))
    _fjern(kopi, (finn_loc(f) for f in feil.errors(include_url=False)))
    try:
        return RaaModellfil.model_validate(kopi)
    except ValidationError as igjen:
        mangler = [finn_loc(f) for f in igjen.errors(include_url=False) if f["type"] == "missing"]
    if not all(len(loc) > 1 and loc[-1] in _NOEYTRAL for loc in mangler):
        return None
    for loc in mangler:
        _finn(kopi, loc[:-1])[loc[-1]] = _NOEYTRAL[str(loc[-1])]
    try:
        return RaaModellfil.model_validate(kopi)
    except ValidationError:
        return None


def _finn(data: Any, loc: Loc) -> Any:
    for del_ in loc:
        data = data[del_]
    return data


def _fjern(data: dict[str, Any], steder: Iterable[Loc]) -> None:
    """Take out the key of each place; for an item of a list, the key that holds the list."""
    for sted in steder:
        loc = sted
        while loc and not isinstance(loc[-1], str):
            loc = loc[:-1]
        try:
            post = _finn(data, loc[:-1])
            if len(loc) > 1 and loc[-2] in _TELLER_STEMMER_OG_MANDATER:
                post[loc[-1]] = 0  # the party exists, its number does not
            else:
                post.pop(loc[-1], None)
        except (KeyError, IndexError, TypeError, AttributeError):
            continue  # taken out already, with what it stood in
