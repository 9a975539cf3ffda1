"""A body (folkevalgt organ, råd, post or administrative unit) and what is known about each of its figures.

The kinds (`ART`) are those of kommuneloven §§ 5-1 and 5-2 with a few outside them. What a body may do
follows from its rights, not its name. A figure that was not given is None and stays so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from analyse.grunn.anslag import GRUNNLAG, Anslag

ART_FOLKEVALGT: tuple[str, ...] = (
    "kommunestyre",
    "formannskap",
    "kommuneraad",
    "utvalg",
    "kommunestyrekomite",
    "kommunedelsutvalg",
    "arbeidsutvalg",
    "kontrollutvalg",
    "partssammensatt",
    "eldreraad",
    "funksjonsraad",
    "ungdomsraad",
    "klagenemnd",
    "valgstyre",
    "oppgaveutvalg",
    "felles_nemnd",
    "styre",
)
ART_PERSON: tuple[str, ...] = ("ordfoerer", "leder")
ART_ADMINISTRATIV: tuple[str, ...] = ("kommunedirektoer", "etat", "arbeidsmiljoeutvalg")
ART_EKSTERN: tuple[str, ...] = ("statsforvalter",)
ART: tuple[str, ...] = ART_FOLKEVALGT + ART_PERSON + ART_ADMINISTRATIV + ART_EKSTERN
VALGBARE: tuple[str, ...] = ("alle", "kommunestyret", "formannskapet")
MOETETALL: tuple[str, ...] = ("moeter_per_aar", "moetetid_timer", "papirer_dager_foer")
TALLFELT: tuple[str, ...] = (
    *MOETETALL,
    "reisetid_timer",
    "gruppetid_timer",
    "sider_per_moete",
    "saker_per_moete",
    "orienteringer_per_moete",
    "vara_andel",
)
OPPLYSNINGSFELT: tuple[str, ...] = ("medlemmer", *TALLFELT)
# More than this is a slip of the pen (minutes for hours, per cent for a share), not a body of any kind.
STOERSTE: Mapping[str, float] = {
    "moeter_per_aar": 366,
    "moetetid_timer": 24,
    "papirer_dager_foer": 366,
    "reisetid_timer": 48,  # there and back, from the outermost island with a night on the way
    "gruppetid_timer": 24,
    "vara_andel": 1,
}
SAMMENSETNING: tuple[str, ...] = ("parti", "kjoenn", "alder", "tidligere_kommune")
_SLUG = re.compile(r"[a-z0-9_]+")


def er_slug(tekst: str) -> bool:
    """True for an identifier: a–z, 0–9 and underscore, not empty."""
    return _SLUG.fullmatch(tekst) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opplysning:
    """What one figure of a body rests on, and how sure it is.

    Parameters
    ----------
    grunnlag : maalt, oppgitt, beregnet, forutsatt or oppdiktet.
    lav, hoey : the range of an uncertain figure, in the figure's own unit; None where there is none.
    foelger : id of the body whose uncertainty this figure shares ("" = its own).
    kilde : short text shown beside the number.

    Raises
    ------
    ValueError : the ground is unknown, or only one end of the range is given.
    """

    grunnlag: str = "oppgitt"
    lav: float | None = None
    hoey: float | None = None
    foelger: str = ""
    kilde: str = ""

    def __post_init__(self) -> None:
        if self.grunnlag not in GRUNNLAG:
            raise ValueError(f"unknown ground {self.grunnlag!r}; known: {', '.join(GRUNNLAG)}")
        if (self.lav is None) != (self.hoey is None):
            raise ValueError("a range needs both its ends")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """A body of one structure.

    Parameters
    ----------
    id : slug, unique in the model. art : one of `ART`. medlemmer : size; None for an administrative unit.
    velges_av : id of the electing body, "" for the council. valgbare : who may sit.
    vedtaksrett : True, False or None (not given). moeter_per_aar : meetings a year.
    moetetid_timer : hours a meeting. papirer_dager_foer : days between papers and meeting.
    reisetid_timer, gruppetid_timer : hours of travel and of the party's own meeting, per member and meeting.
    sider_per_moete, saker_per_moete, orienteringer_per_moete : pages, cases and briefings a meeting.
    vara_andel : share (0–1) of the seats that deputies filled. dagmoete : meets in working hours.
    moetedatoer : ISO dates of a year's plan, where one was given.
    andre_navn : language → the body's name in it. sammensetning : one of `SAMMENSETNING` → group → members.
    opplysninger : per figure in `OPPLYSNINGSFELT`, what it rests on; a size has no range.

    Raises
    ------
    ValueError : the id is no slug, the kind is unknown, a figure is negative or outside its range, the
        composition is of no known sort or negative, or something is told about a figure that is none.
    """

    id: str
    navn: str
    art: str
    medlemmer: int | None
    velges_av: str = ""
    valgbare: str = "alle"
    vedtaksrett: bool | None = None
    leder_parti: str = ""
    moeter_per_aar: float | None = None
    moetetid_timer: float | None = None
    papirer_dager_foer: float | None = None
    reisetid_timer: float | None = None
    gruppetid_timer: float | None = None
    sider_per_moete: float | None = None
    saker_per_moete: float | None = None
    orienteringer_per_moete: float | None = None
    vara_andel: float | None = None
    dagmoete: bool | None = None
    moetedatoer: tuple[str, ...] = ()
    sektor: tuple[str, ...] = ()
    kilde: str = ""
    andre_navn: Mapping[str, str] = field(default_factory=dict)
    sammensetning: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    opplysninger: Mapping[str, Opplysning] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not er_slug(self.id):
            raise ValueError(f"body id {self.id!r} must be a–z, 0–9 and _")
        if self.art not in ART:
            raise ValueError(f"body {self.id}: unknown kind {self.art!r}")
        if self.valgbare not in VALGBARE:
            raise ValueError(f"body {self.id}: unknown eligibility {self.valgbare!r}")
        if self.medlemmer is not None and self.medlemmer < 0:
            raise ValueError(f"body {self.id}: size {self.medlemmer} below zero")
        self._check_tall()
        if ukjente := sorted(set(self.sammensetning) - set(SAMMENSETNING)):
            raise ValueError(f"body {self.id}: no composition by {', '.join(ukjente)}")
        if any(antall < 0 for grupper in self.sammensetning.values() for antall in grupper.values()):
            raise ValueError(f"body {self.id}: a group of fewer than no members")

    def _check_tall(self) -> None:
        if ukjente := sorted(set(self.opplysninger) - set(OPPLYSNINGSFELT)):
            kjente = ", ".join(OPPLYSNINGSFELT)
            raise ValueError(f"body {self.id}: no figure {', '.join(ukjente)}; known: {kjente}")
        if "medlemmer" in self.opplysninger and self.opplysninger["medlemmer"].lav is not None:
            raise ValueError(f"body {self.id}: a size has no range")
        for felt in TALLFELT:
            verdi = getattr(self, felt)
            if verdi is not None and not 0 <= verdi <= STOERSTE.get(felt, math.inf):
                side = "below zero" if verdi < 0 else f"above {STOERSTE[felt]:g}"
                raise ValueError(f"body {self.id}: {felt} {verdi} {side}")
            self.anslag(felt)  # a range that does not hold its central value is refused here

    @property
    def er_folkevalgt(self) -> bool:
        """True for elected bodies, råd and boards; False for persons, administration and the state."""
        return self.art in ART_FOLKEVALGT

    @property
    def er_administrativ(self) -> bool:
        """True for the administration's own bodies."""
        return self.art in ART_ADMINISTRATIV

    def grunnlag(self, felt: str) -> str:
        """Return what a figure rests on; `oppgitt` where nothing else was said."""
        return self.opplysninger[felt].grunnlag if felt in self.opplysninger else "oppgitt"

    def anslag(self, felt: str) -> Anslag | None:
        """Return a figure with its range and ground, or None where it was not given."""
        verdi = getattr(self, felt)
        if verdi is None:
            return None
        opplysning = self.opplysninger.get(felt, Opplysning())
        lav = verdi if opplysning.lav is None else opplysning.lav
        hoey = verdi if opplysning.hoey is None else opplysning.hoey
        return Anslag(sentral=verdi, lav=lav, hoey=hoey, grunnlag=opplysning.grunnlag, kilde=opplysning.kilde)

    def trekknoekkel(self, felt: str) -> str:
        """Return the key its uncertainty is drawn under; bodies that follow another share that one's."""
        foelger = self.opplysninger[felt].foelger if felt in self.opplysninger else ""
        return f"{foelger or self.id}.{felt}"


ORGANFELT: tuple[str, ...] = tuple(f.name for f in fields(Organ))
