"""What the law says of a model, ready to be shown: rule, section, body and sentences in no language yet.

`rett` makes the findings and a report prints them, so what travels between holds keys and values only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

GRUPPER: tuple[str, ...] = ("brudd", "advarsel", "ikke_vurdert")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekstnoekkel:
    """A word to be looked up when it is printed, as `begrep.art.utvalg`."""

    noekkel: str


Ordfelt = int | str | date | Tekstnoekkel | tuple[Tekstnoekkel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setning:
    """A sentence by key, with the fields it names."""

    noekkel: str
    felter: Mapping[str, Ordfelt] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lovfunn:
    """One finding about one model.

    Parameters
    ----------
    gruppe : brudd, advarsel or ikke_vurdert. regel, lov, paragraf, begrep, alvor : of the rule in force.
    organ, organnavn : the body it is about, "" where it is about the whole structure.
    setninger : what was found and what is allowed. mangler : ids of the inputs that are missing.

    Raises
    ------
    ValueError : the group is unknown.
    """

    regel: str
    modell: str
    gruppe: str
    alvor: str
    lov: str
    paragraf: str
    begrep: str
    setninger: tuple[Setning, ...]
    organ: str = ""
    organnavn: str = ""
    mangler: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.gruppe not in GRUPPER:
            raise ValueError(f"unknown group {self.gruppe!r}; known: {', '.join(GRUPPER)}")
