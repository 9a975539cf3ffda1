"""An archetype: a governance structure as rules, before it meets a municipality.

The rules are data (data/modeller/<id>.toml); `tilpasning` turns them into a model for one place. What an
archetype takes over from today's structure is said by kind of body, never by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

TILLIT: tuple[str, ...] = ("kilde", "egen_utforming")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gruppe:
    """One of the archetype's parallel bodies: its key (for the name) and the sectors it takes."""

    noekkel: str
    sektorer: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organmal:
    """How a set of parallel bodies is made.

    Parameters
    ----------
    id : placeholder used in routes as {id}. medlemmer_per_organ : council members per body aimed at.
    minst, mest : least and greatest number of bodies. inndelinger : groups of sectors per number of bodies.
    figurer : per figure of a body, whose figure it takes over: a kind of today's bodies, or `fjernede`
        (the mean of the bodies the archetype takes away).
    """

    id: str
    art: str
    valgbare: str
    vedtaksrett: bool
    medlemmer_per_organ: int
    minst: int
    mest: int
    inndelinger: Mapping[int, tuple[Gruppe, ...]]
    figurer: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 1 <= self.minst <= self.mest or self.medlemmer_per_organ < 1:
            raise ValueError(f"archetype body {self.id}: numbers out of order")
        for antall in range(self.minst, self.mest + 1):
            if len(self.inndelinger.get(antall, ())) != antall:
                raise ValueError(f"archetype body {self.id}: no division into {antall}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arketype:
    """A governance model before it is fitted to a place.

    Parameters
    ----------
    fjern : kinds of today's bodies the archetype takes away. erstatt : per action (innstiller, vedtar,
        uttaler), the step that takes over where such a body did it, as "{komite}:innstiller" or
        "formannskap:vedtar" (a kind of body). tillit : whether a source or our own design says so.
    overtar : per kind of body, the actions the new bodies take over where today has no case with a body
        that goes; only in case types that have a sector.
    """

    id: str
    styreform: str
    kilde: str
    tillit: str
    fjern: tuple[str, ...]
    organer: tuple[Organmal, ...]
    erstatt: Mapping[str, str]
    overtar: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.tillit not in TILLIT:
            raise ValueError(
                f"archetype {self.id}: unknown trust {self.tillit!r}; known: {', '.join(TILLIT)}"
            )
