"""What an entry of data/lov is: a rule, a thing only the council may decide, an open question, an input.

Words stand in the language files under `noekkel`. Left out on purpose: whether a rule is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analyse.rett.verdi import TILLIT

ALVOR: tuple[str, ...] = ("skal", "boer", "kan")
SLAG: tuple[str, ...] = ("kontrollert", "beregnet", "opplyst")
FORMER: tuple[str, ...] = ("frist", "terskel", "antall", "valgform", "oppgjoer", "adgang")
INNDATAKILDER: tuple[str, ...] = ("modell", "verv", "fakta")


def i_kraft(fra: date | None, til: date | None, dato: date) -> bool:
    """True where `dato` is on or after `fra` and before `til`; a missing end is open."""
    return (fra is None or fra <= dato) and (til is None or dato < til)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One rule in one period.

    Parameters
    ----------
    id : kept through every version. lov, begrep : the Act and the concept, from where the file stands.
    omraade : the language file that holds its words. utgave : names an older wording, "" for the rule's own.
    gyldig_til : the first day it no longer holds, None where it still does.
    slag : kontrollert (decided by structure or posts), beregnet (by facts told with the question) or opplyst.
    form : how a calculated rule is calculated, "" for the others. inndata : what it needs to be assessed.
    verdier : ids of the figures it uses. sakstyper : case types it speaks of.
    forgjengere : rules of an earlier Act that end where it begins.
    skjoenn : text key of who must judge an open norm, "" where there is none.
    om_datoen : text key of what is uncertain about its dates, "" where nothing is.

    Raises
    ------
    ValueError : a word outside its closed list, a period that ends before it begins, or inputs and form
        that do not go with the kind.
    """

    id: str
    lov: str
    begrep: str
    omraade: str
    paragraf: str
    gyldig_fra: date
    gyldig_til: date | None = None
    alvor: str
    slag: str
    kilder: tuple[str, ...]
    tillit: str
    utgave: str = ""
    form: str = ""
    inndata: tuple[str, ...] = ()
    verdier: tuple[str, ...] = ()
    sakstyper: tuple[str, ...] = ()
    forgjengere: tuple[str, ...] = ()
    skjoenn: str = ""
    om_datoen: str = ""

    def __post_init__(self) -> None:
        for felt, verdi, kjente in (
            ("severity", self.alvor, ALVOR),
            ("kind", self.slag, SLAG),
            ("confidence", self.tillit, TILLIT),
        ):
            if verdi not in kjente:
                raise ValueError(f"rule {self.id}: unknown {felt} {verdi!r}; known: {', '.join(kjente)}")
        if self.form not in (FORMER if self.slag == "beregnet" else ("",)):
            raise ValueError(f"rule {self.id}: form {self.form!r} does not go with {self.slag}")
        if bool(self.inndata) == (self.slag == "opplyst"):
            raise ValueError(f"rule {self.id}: inputs do not go with {self.slag}")
        if self.gyldig_til is not None and self.gyldig_til <= self.gyldig_fra:
            raise ValueError(f"rule {self.id}: ends {self.gyldig_til}, begins {self.gyldig_fra}")

    @property
    def noekkel(self) -> str:
        """Where the rule's words stand: `<noekkel>.krav` and, for some, `<noekkel>.gjelder_ikke`."""
        return f"{self.omraade}.{self.id}" + (f".{self.utgave}" if self.utgave else "")

    def gjelder(self, dato: date) -> bool:
        """True where this version is in force on the day."""
        return i_kraft(self.gyldig_fra, self.gyldig_til, dato)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kunraadet:
    """Something only the council itself may decide.

    Parameters
    ----------
    gyldig_fra : None where the first day is not known; it was then read in the text of April 2026.
    sakstyper : case types of data/sakstyper.toml that are such a decision.
    soekeord_nb, soekeord_nn : what a person would search for.
    """

    id: str
    lov: str
    paragraf: str
    kilder: tuple[str, ...]
    gyldig_fra: date | None = None
    gyldig_til: date | None = None
    sakstyper: tuple[str, ...] = ()
    soekeord_nb: tuple[str, ...] = ()
    soekeord_nn: tuple[str, ...] = ()

    @property
    def noekkel(self) -> str:
        """Where the matter stands in words."""
        return f"lov_kunraadet.{self.id}"

    def gjelder(self, dato: date) -> bool:
        """True where the place is in force on the day, or its first day is not known."""
        return i_kraft(self.gyldig_fra, self.gyldig_til, dato)


@dataclass(frozen=True, slots=True, kw_only=True)
class AapentSpoersmaal:
    """A question of law the sources do not settle, with two readings.

    Parameters
    ----------
    regler : rules it touches. arter : kinds of body whose presence alone raises it; empty where it comes
        with the answer of one of the rules.
    """

    id: str
    paragraf: str
    regler: tuple[str, ...]
    arter: tuple[str, ...] = ()

    @property
    def noekkel(self) -> str:
        """Where its words stand: `.spoersmaal`, `.lesning_a`, `.lesning_b`."""
        return f"lov_aapent.{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inndata:
    """Something a rule may need to know, and where it comes from."""

    id: str
    kilde: str
    type: str

    def __post_init__(self) -> None:
        if self.kilde not in INNDATAKILDER:
            raise ValueError(f"input {self.id}: unknown origin {self.kilde!r}")

    @property
    def noekkel(self) -> str:
        """Where its name stands, for telling which input is missing."""
        return f"lov.inndata.{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidspunkt:
    """A day that is not the same everywhere: what we count from when not told, and the days it can be."""

    id: str
    dato: date
    tidligst: date
    senest: date
    kilder: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.tidligst <= self.dato <= self.senest:
            raise ValueError(f"day {self.id}: {self.dato} is outside {self.tidligst}–{self.senest}")

    def er_usikkert(self, dato: date) -> bool:
        """True where which side of the day `dato` falls on depends on the municipality."""
        return self.tidligst <= dato <= self.senest
