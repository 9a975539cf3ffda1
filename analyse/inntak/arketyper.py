"""The archetypes shipped as data, read and checked.

A new model is a new file in data/modeller and its words; no code names a model.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from analyse.grunn.filer import data_fil
from analyse.modell.arketype import Arketype, Figurtall, Gruppe, Organmal, Tilbys

# Keys of a file that are not simple fields of `Arketype`.
_SAMMENSATTE = ("format", "fjern", "opprett", "organ", "erstatt", "overtar", "sloeyf", "hoeres_i", "tilbys")


def _organmal(data: Mapping[str, Any]) -> Organmal:
    inndelinger = {
        int(antall): tuple(Gruppe(noekkel=g["noekkel"], sektorer=tuple(g["sektorer"])) for g in grupper)
        for antall, grupper in data["inndelinger"].items()
    }
    felles = {k: v for k, v in data.items() if k not in ("inndelinger", "figurer", "figurtall")}
    return Organmal(
        **felles,
        inndelinger=inndelinger,
        figurer=dict(data.get("figurer", {})),
        figurtall={felt: Figurtall(**tall) for felt, tall in data.get("figurtall", {}).items()},
    )


@lru_cache(maxsize=1)
def read_arketyper() -> Mapping[str, Arketype]:
    """Return every shipped archetype by id, in the order they are offered."""
    funnet: dict[str, Arketype] = {}
    for sti in sorted(data_fil("modeller").glob("*.toml")):
        data = tomllib.loads(sti.read_text(encoding="utf-8"))
        funnet[data["id"]] = Arketype(
            **{k: v for k, v in data.items() if k not in _SAMMENSATTE},
            fjern=tuple(data["fjern"]),
            opprett=tuple(data.get("opprett", ())),
            organer=tuple(_organmal(o) for o in data.get("organ", ())),
            erstatt=dict(data["erstatt"]),
            overtar={art: tuple(handlinger) for art, handlinger in data.get("overtar", {}).items()},
            sloeyf=tuple(data.get("sloeyf", ())),
            hoeres_i=tuple(data.get("hoeres_i", ())),
            tilbys=Tilbys(**data.get("tilbys", {})),
        )
    return {a.id: a for a in sorted(funnet.values(), key=lambda a: (a.rekkefoelge, a.id))}
