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
class Figurtall:
    """A figure of a new body with a source of its own: another place's, so it is assumed here."""

    verdi: float
    kilde: str
    lav: float | None = None
    hoey: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organmal:
    """How a set of parallel bodies is made.

    Parameters
    ----------
    id : placeholder used in routes as {id}. minst, mest : least and greatest number of bodies.
    inndelinger : groups of sectors per number of bodies. velges_av : kind of the electing body, "" = council.
    medlemmer_per_organ, innbyggere_per_organ : how many council members or inhabitants there are to a body;
        0 = not used. medlemmer : size of each; 0 with `deler_kommunestyret` shares out the whole council, and
        with `medlemmer_andel` takes that share of the body of kind `medlemmer_andel_av`, from
        `medlemmer_minst` to `medlemmer_mest` (0 = no upper bound).
    figurer : per figure of a body, whose figure it takes over: a kind of today's bodies, or `fjernede`
        (the mean of the bodies the archetype takes away). figurtall : figures with a source of their own.
    """

    id: str
    art: str
    valgbare: str
    vedtaksrett: bool
    minst: int
    mest: int
    inndelinger: Mapping[int, tuple[Gruppe, ...]]
    velges_av: str = ""
    medlemmer_per_organ: int = 0
    innbyggere_per_organ: int = 0
    medlemmer: int = 0
    deler_kommunestyret: bool = False
    medlemmer_andel: float = 0.0
    medlemmer_andel_av: str = "kommunestyre"
    medlemmer_minst: int = 3
    medlemmer_mest: int = 0
    figurer: Mapping[str, str] = field(default_factory=dict)
    figurtall: Mapping[str, Figurtall] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 1 <= self.minst <= self.mest:
            raise ValueError(f"archetype body {self.id}: numbers out of order")
        if sum((bool(self.medlemmer), self.deler_kommunestyret, bool(self.medlemmer_andel))) != 1:
            raise ValueError(f"archetype body {self.id}: its size needs one rule, and one only")
        for antall in range(self.minst, self.mest + 1):
            if len(self.inndelinger.get(antall, ())) != antall:
                raise ValueError(f"archetype body {self.id}: no division into {antall}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tilbys:
    """When an archetype is offered without being asked for; elsewhere `grunn` says in words why not."""

    minst_innbyggere: int = 0
    grunn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arketype:
    """A governance model before it is fitted to a place.

    Parameters
    ----------
    styreform : formannskap or parlamentarisme, "" = today's. rekkefoelge : the order models are offered in.
    fjern : kinds of today's bodies the archetype takes away. opprett : kinds it cannot do without.
    erstatt : per action (innstiller, vedtar, uttaler), the step that takes over where a body that goes did
        it, as "{komite}:innstiller" or "formannskap:vedtar" (a kind of body).
    overtar : per kind of body, the actions the new bodies take over where today has no case with a body
        that goes; only in case types that have a sector.
    sloeyf : steps left out of a route where a new body recommends. foerst, sist : a step put in before the
        first recommendation, or right before the council's decision, on routes where a new body takes part.
    hoeres_i : sectors where the archetype's last set of bodies gives its opinion, first of all, in what the
        council decides.
    overbygning : laid on top of today's model. tillit : whether a source or our own design says so.
    """

    id: str
    styreform: str
    kilde: str
    tillit: str
    rekkefoelge: int
    fjern: tuple[str, ...]
    organer: tuple[Organmal, ...]
    erstatt: Mapping[str, str]
    opprett: tuple[str, ...] = ()
    overtar: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sloeyf: tuple[str, ...] = ()
    foerst: str = ""
    sist: str = ""
    hoeres_i: tuple[str, ...] = ()
    overbygning: bool = False
    tilbys: Tilbys = field(default_factory=Tilbys)

    def __post_init__(self) -> None:
        if self.tillit not in TILLIT:
            raise ValueError(
                f"archetype {self.id}: unknown trust {self.tillit!r}; known: {', '.join(TILLIT)}"
            )
        if self.overbygning and self.fjern:
            raise ValueError(f"archetype {self.id}: what is laid on top takes nothing away")
