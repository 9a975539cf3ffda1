"""The prescribed route of a case type: steps in order, each one or more bodies side by side.

A step is written as in the model file: "eldreraadet:uttaler + ungdomsraadet:uttaler".
"""

from __future__ import annotations

from dataclasses import dataclass

from analyse.grunn.anslag import GRUNNLAG

HANDLINGER: tuple[str, ...] = (
    "uttaler",
    "innstiller",
    "vedtar",
    "orienteres",
    "klagebehandler",
    "konsulterer",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steg:
    """What one body does in one step."""

    organ_id: str
    handling: str

    def __post_init__(self) -> None:
        if self.handling not in HANDLINGER:
            raise ValueError(f"unknown action {self.handling!r}; known: {', '.join(HANDLINGER)}")

    def __str__(self) -> str:
        return f"{self.organ_id}:{self.handling}"


def parse_trinn(tekst: str) -> tuple[Steg, ...]:
    """Return the steps written in one `trinn`.

    Raises
    ------
    ValueError : a part is not "organ:handling" or the action is unknown.

    Examples
    --------
    >>> [str(s) for s in parse_trinn("plan:innstiller + eldreraadet:uttaler")]
    ['plan:innstiller', 'eldreraadet:uttaler']
    """
    steg = []
    for del_ in tekst.split("+"):
        organ, skille, handling = del_.strip().partition(":")
        if not skille or not organ.strip():
            raise ValueError(f"{del_.strip()!r} is not written as organ:handling")
        steg.append(Steg(organ_id=organ.strip(), handling=handling.strip()))
    return tuple(steg)


def format_trinn(trinn: tuple[Steg, ...]) -> str:
    """Return a step as it is written in the model file."""
    return " + ".join(str(s) for s in trinn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saksgang:
    """The route of one case type, or of a share of it.

    Parameters
    ----------
    trinn : steps in order. opphold_dager : minimum gap after each step, empty or one per step.
    andel : share (0–1) of the type that takes this route. anke_andel : share brought to the council.
    kilde : where the route comes from. grunnlag : what the route and its share rest on.

    Raises
    ------
    ValueError : no step, gaps below zero or other in number than the steps, or a share outside 0–1.
    """

    sakstype: str
    trinn: tuple[tuple[Steg, ...], ...]
    opphold_dager: tuple[int, ...] = ()
    lovpaalagt: tuple[str, ...] = ()
    andel: float = 1.0
    anke_andel: float = 0.0
    innstiller_formelt: str = ""
    innstiller_reelt: str = ""
    kilde: str = ""
    grunnlag: str = "oppgitt"

    def __post_init__(self) -> None:
        if not self.trinn or not all(self.trinn):
            raise ValueError(f"route of {self.sakstype}: no step")
        if self.opphold_dager and len(self.opphold_dager) != len(self.trinn):
            raise ValueError(
                f"route of {self.sakstype}: {len(self.opphold_dager)} gaps for {len(self.trinn)} steps"
            )
        if any(dager < 0 for dager in self.opphold_dager):
            raise ValueError(f"route of {self.sakstype}: a gap below zero")
        if self.grunnlag not in GRUNNLAG:
            raise ValueError(f"route of {self.sakstype}: unknown ground {self.grunnlag!r}")
        if not (0 <= self.andel <= 1 and 0 <= self.anke_andel <= 1):
            raise ValueError(f"route of {self.sakstype}: shares must be 0–1")

    def organ_ider(self) -> frozenset[str]:
        """Return the ids of all bodies on the route."""
        return frozenset(s.organ_id for t in self.trinn for s in t)

    def med_handling(self, *handlinger: str) -> frozenset[str]:
        """Return the ids of the bodies that do one of the actions on this route."""
        return frozenset(s.organ_id for t in self.trinn for s in t if s.handling in handlinger)
