"""The working paper of one calculated rule: what was asked, what was used, what was compared, what came out.

A rule's function asks a `Regning` for inputs and figures and tells it what to compare; the paper remembers,
so that no answer is without its receipt. Left out on purpose: the rules themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeVar

from analyse.modell.organ import Organ
from analyse.modell.scenario import Scenario
from analyse.rett.regel import AapentSpoersmaal, Regel
from analyse.rett.regelbok import Regelbok
from analyse.rett.verdi import Varighet, Verdi

T = TypeVar("T")
# The council is elected for four years, and its term begins at its own constituting meeting. Where that day
# is not told we count from the 1st of October, as tidspunkt.toml does for 2019.
PERIODE_AAR = 4
PERIODEDAG = (10, 1)
Maalt = int | str | bool | date | Fraction | tuple[object, ...]
Utkomme = int | date | tuple[object, ...] | Mapping[str, object] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoersmaal:
    """What is asked on a day.

    Parameters
    ----------
    fakta : what is told with the question, by the names after `fakta.` in inndata.toml. What a structure
        would tell may stand here too, under its whole id (`organ.art`), and then wins.
    scenario : the structure it is about, None where it is about facts alone. om : id of the body it is about.
    """

    dato: date
    fakta: Mapping[str, object] = field(default_factory=dict)
    scenario: Scenario | None = None
    om: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proeve:
    """One comparison.

    Parameters
    ----------
    maalt : the number, day or word measured. grense : as `Verdi.grense`, or `blant` (one of several).
    krav : what it is held against. verdi : id of the law's figure, "" where the demand is in the words.
    """

    maalt: Maalt
    grense: str
    krav: Maalt
    verdi: str = ""

    @property
    def holder(self) -> bool:
        """True where the measured is on the lawful side."""
        if isinstance(self.krav, tuple):
            return (self.maalt in self.krav) if self.grense == "blant" else self.maalt == self.krav
        if self.grense == "lik":
            return self.maalt == self.krav
        differanse = _differanse(self.maalt, self.krav)
        return {
            "minst": differanse >= 0,
            "mer_enn": differanse > 0,
            "hoeyst": differanse <= 0,
            "under": differanse < 0,
        }[self.grense]


def _differanse(maalt: Maalt, krav: Maalt) -> Fraction:
    if isinstance(maalt, date) and isinstance(krav, date):
        return Fraction((maalt - krav).days)
    if isinstance(maalt, int | Fraction) and isinstance(krav, int | Fraction):
        return Fraction(maalt - krav)
    raise TypeError(f"{maalt!r} cannot be held against {krav!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Regnekvittering:
    """What an answer rests on.

    Parameters
    ----------
    regel : the version in force on the day, with its section, dates and sources.
    inndata : what was used, by id. proever : what was compared, in order.
    usikker_overgang : which Act is in force on the day depends on the council's own constituting meeting.
    """

    regel: Regel
    dato: date
    inndata: Mapping[str, object]
    proever: tuple[Proeve, ...]
    usikker_overgang: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Regnesvar:
    """The answer of one calculated rule on a day.

    Parameters
    ----------
    svar : holdt, brutt or ikke_vurdert; a threshold is kept where it is reached, an access where it is given.
    regnet : what the rule comes to (a number, a day, seats per list, a row), None where an input is missing.
    mangler : ids of missing inputs. skjoenn : text key of who must judge, "" where nothing is left to judge.
    aapne : open questions that go with the answer.
    """

    svar: str
    regnet: Utkomme
    mangler: tuple[str, ...]
    skjoenn: str
    aapne: tuple[AapentSpoersmaal, ...]
    kvittering: Regnekvittering


class Mangler(Exception):
    """Inputs a demand cannot be assessed without; never leaves the working paper."""

    def __init__(self, *inndata: str) -> None:
        self.inndata = inndata
        super().__init__(", ".join(inndata))


class Regning:
    """The working paper of one rule and one question."""

    def __init__(self, bok: Regelbok, regel: Regel, spoersmaal: Spoersmaal) -> None:
        self._bok = bok
        self.regel = regel
        self.spoersmaal = spoersmaal
        self.regnet: Utkomme = None
        self._brukt: dict[str, object] = {}
        self._proever: list[Proeve] = []
        self._mangler: list[str] = []
        self._er_overlatt = False

    @contextmanager
    def krav(self) -> Iterator[None]:
        """Hold one demand of the rule apart: what it lacks does not stop the others."""
        try:
            yield
        except Mangler as mangel:
            self._mangler += mangel.inndata

    def verdi(self, verdi_id: str) -> Verdi:
        """Return a figure of the law, as of the day."""
        return self._bok.verdi(verdi_id, self.spoersmaal.dato)

    def frist(self, verdi_id: str, aar: int) -> date:
        """Return the last day in time of a deadline counted from the year."""
        return self.verdi(verdi_id).frist.siste_dag(aar)

    def finnes(self, navn: str) -> bool:
        """True where a fact is told."""
        return self.spoersmaal.fakta.get(navn) is not None

    def fakta(self, navn: str) -> object:
        """Return a fact told with the question.

        Raises
        ------
        Mangler : it is not told.
        """
        if not self.finnes(navn):
            raise Mangler(f"fakta.{navn}")
        return self._bruk(f"fakta.{navn}", self.spoersmaal.fakta[navn])

    def tall(self, navn: str) -> int:
        """Return a fact that is a number."""
        return _som(navn, self.fakta(navn), int)

    def tallene(self, *navn: str) -> tuple[int, ...]:
        """Return several facts that are numbers; what is missing is told all at once."""
        if borte := [f"fakta.{n}" for n in navn if not self.finnes(n)]:
            raise Mangler(*borte)
        return tuple(self.tall(n) for n in navn)

    def ja(self, navn: str) -> bool:
        """Return a fact that is yes or no."""
        return _som(navn, self.fakta(navn), bool)

    def dag(self, navn: str) -> date:
        """Return a fact that is a day."""
        return _som(navn, self.fakta(navn), date)

    def dager(self, navn: str) -> tuple[date, ...]:
        """Return a fact that is a list of days, in order."""
        return tuple(sorted(_som(navn, d, date) for d in _som(navn, self.fakta(navn), list)))

    def ord(self, navn: str) -> str:
        """Return a fact that is a word."""
        return _som(navn, self.fakta(navn), str)

    def tabell(self, navn: str) -> dict[str, int]:
        """Return a fact that is numbers by name."""
        rader = _som(navn, self.fakta(navn), dict)
        return {str(k): _som(navn, v, int) for k, v in rader.items()}

    def aarstall(self, navn: str, aar: int) -> int:
        """Return a year's number of a fact that is numbers by year."""
        tall = self.tabell(navn)
        if str(aar) not in tall:
            raise Mangler(f"fakta.{navn}")
        return tall[str(aar)]

    def art(self) -> str:
        """Return the kind of the body the question is about."""
        organ = self._organ()
        return _som("organ.art", self._av_modellen("organ.art", organ and organ.art), str)

    def medlemmer(self, *arter: str) -> int:
        """Return the size of the body asked about, else of the structure's only body of the kinds."""
        organ = self._organ() or self._eneste(*arter)
        verdi = self._av_modellen("organ.medlemmer", organ and organ.medlemmer)
        return _som("organ.medlemmer", verdi, int)

    def velgerens_art(self) -> str:
        """Return the kind of the body that elects the one asked about."""
        organ, scenario = self._organ(), self.spoersmaal.scenario
        velger = None
        if organ is not None and scenario is not None and organ.velges_av:
            velger = scenario.modell.organ(organ.velges_av).art
        return _som("organ.velges_av", self._av_modellen("organ.velges_av", velger), str)

    def innbyggere(self) -> int:
        """Return the municipality's inhabitants."""
        scenario = self.spoersmaal.scenario
        verdi = self._av_modellen("kommune.innbyggere", scenario and scenario.kommune.innbyggere)
        return _som("kommune.innbyggere", verdi, int)

    def er_fylke(self) -> bool:
        """True where the question is about a county."""
        scenario = self.spoersmaal.scenario
        return self._av_modellen("kommune.nivaa", scenario and scenario.kommune.nivaa) == "fylkeskommune"

    def scenario(self, *inndata: str) -> Scenario:
        """Return the structure; `inndata` are the ids to name where there is none."""
        if self.spoersmaal.scenario is None:
            raise Mangler(*inndata)
        return self.spoersmaal.scenario

    def noter(self, inndata_id: str, verdi: object) -> None:
        """Write down what was read out of the structure."""
        self._bruk(inndata_id, verdi)

    def proev(self, maalt: Maalt, grense: str, krav: Maalt, verdi: str = "") -> bool:
        """Compare, and write it down; True where it holds."""
        proeve = Proeve(maalt=maalt, grense=grense, krav=krav, verdi=verdi)
        self._proever.append(proeve)
        return proeve.holder

    def maal(self, maalt: int, verdi_id: str, av: int = 1) -> bool:
        """Compare with a figure of the law, for a share with that share of `av`."""
        verdi = self.verdi(verdi_id)
        innhold = verdi.innhold
        if isinstance(innhold, Fraction):
            krav: Maalt = innhold * av
        else:
            krav = innhold.antall if isinstance(innhold, Varighet) else verdi.tall
        return self.proev(maalt, verdi.grense, krav, verdi_id)

    def overlat(self) -> None:
        """Leave the rest to the one who must judge."""
        self._er_overlatt = True

    def svar(self) -> Regnesvar:
        """Return the answer: broken where a demand is, not assessed where one lacks something."""
        brutt = not all(p.holder for p in self._proever)
        uavgjort = bool(self._mangler) or self._er_overlatt
        kvittering = Regnekvittering(
            regel=self.regel,
            dato=self.spoersmaal.dato,
            inndata=dict(self._brukt),
            proever=tuple(self._proever),
            usikker_overgang=self._bok.er_usikker_overgang(self.spoersmaal.dato),
        )
        return Regnesvar(
            svar="brutt" if brutt else "ikke_vurdert" if uavgjort else "holdt",
            regnet=self.regnet,
            mangler=tuple(dict.fromkeys(self._mangler)),
            skjoenn=f"lov.skjoenn.{self.regel.skjoenn}" if self._er_overlatt else "",
            aapne=tuple(a for a in self._bok.aapne_om(self.regel.id) if not a.arter),
            kvittering=kvittering,
        )

    def _bruk(self, inndata_id: str, verdi: object) -> object:
        self._brukt[inndata_id] = verdi
        return verdi

    def _av_modellen(self, inndata_id: str, verdi: object | None) -> object:
        """Return an input of the structure: as told with the question, else as the structure has it."""
        funnet = self.spoersmaal.fakta.get(inndata_id, verdi)
        if funnet is None:
            raise Mangler(inndata_id)
        return self._bruk(inndata_id, funnet)

    def _organ(self) -> Organ | None:
        scenario = self.spoersmaal.scenario
        if scenario is None or not self.spoersmaal.om:
            return None
        return scenario.modell.organ(self.spoersmaal.om)

    def _eneste(self, *arter: str) -> Organ | None:
        scenario = self.spoersmaal.scenario
        funnet = scenario.modell.av_art(*arter) if scenario is not None else ()
        return funnet[0] if len(funnet) == 1 else None


def periodens_start(valgaar: int) -> date:
    """Return the first day of the term that the election of the year ends."""
    return date(valgaar - PERIODE_AAR, *PERIODEDAG)


def _som(navn: str, verdi: object, type_: type[T]) -> T:
    if isinstance(verdi, type_) and not (type_ is int and isinstance(verdi, bool)):
        return verdi
    raise TypeError(f"{navn}: {verdi!r} is no {type_.__name__}")
