"""The archetypes and case types shipped as data, read and checked.

A new model is a new file in data/modeller and its words; no code names a model.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from analyse.grunn.filer import data_fil
from analyse.modell.arketype import Arketype, Gruppe, Organmal


def _organmal(data: Mapping[str, Any]) -> Organmal:
    inndelinger = {
        int(antall): tuple(Gruppe(noekkel=g["noekkel"], sektorer=tuple(g["sektorer"])) for g in grupper)
        for antall, grupper in data["inndelinger"].items()
    }
    felles = {k: v for k, v in data.items() if k not in ("inndelinger", "figurer")}
    return Organmal(**felles, inndelinger=inndelinger, figurer=dict(data.get("figurer", {})))


@lru_cache(maxsize=1)
def read_arketyper() -> Mapping[str, Arketype]:
    """Return every shipped archetype by id, in the order of their ids."""
    funnet: dict[str, Arketype] = {}
    for sti in sorted(data_fil("modeller").glob("*.toml")):
        data = tomllib.loads(sti.read_text(encoding="utf-8"))
        funnet[data["id"]] = Arketype(
            id=data["id"],
            styreform=data["styreform"],
            kilde=data["kilde"],
            tillit=data["tillit"],
            fjern=tuple(data["fjern"]),
            organer=tuple(_organmal(o) for o in data.get("organ", ())),
            erstatt=dict(data["erstatt"]),
            overtar={art: tuple(handlinger) for art, handlinger in data.get("overtar", {}).items()},
        )
    return funnet


@lru_cache(maxsize=1)
def read_sektorer() -> Mapping[str, str]:
    """Return case type → sector ("" = none)."""
    with data_fil("sakstyper.toml").open("rb") as fil:
        return dict(tomllib.load(fil)["sektor"])
