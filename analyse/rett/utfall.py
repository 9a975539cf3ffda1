"""What a rule came to: broken, kept or not assessable, with a receipt a lawyer can go through.

Three answers, never two: where an input is missing, where someone must judge or where the law itself is not
settled, the answer is `ikke_vurdert` and says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from analyse.modell.lovfunn import Ordfelt, Setning
from analyse.modell.organ import Organ
from analyse.rett.regel import Regel

SVAR: tuple[str, ...] = ("brutt", "ikke_vurdert", "holdt")  # the gravest first: it is the answer of the whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Utfall:
    """What a rule's function found about one thing.

    Parameters
    ----------
    organ : the body, None for the whole structure. inndata : id of data/lov/inndata.toml → the value used.
    maalt, krav : the two values that were compared, where there are any.
    funn : text key of what was found, under lovsvar.funn. felter : what the sentence names besides the body,
        `maalt` and `krav`. mangler : ids of the inputs that are missing.
    er_skjoenn : the answer is for someone to judge; the rule names who. aapne : open questions it turns on.
    """

    svar: str
    organ: Organ | None = None
    inndata: Mapping[str, object] = field(default_factory=dict)
    maalt: int | str | None = None
    krav: int | str | None = None
    funn: str = ""
    felter: Mapping[str, Ordfelt] = field(default_factory=dict)
    mangler: tuple[str, ...] = ()
    er_skjoenn: bool = False
    aapne: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.svar not in SVAR:
            raise ValueError(f"unknown answer {self.svar!r}; known: {', '.join(SVAR)}")
        if bool(self.mangler) and self.svar != "ikke_vurdert":
            raise ValueError(f"inputs are missing, and the answer is {self.svar}")


def mangler(organ: Organ | None, *inndata: str) -> Utfall:
    """Return that the answer cannot be given, since these inputs are not told."""
    return Utfall(svar="ikke_vurdert", organ=organ, mangler=inndata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kvittering:
    """The receipt of one answer.

    Parameters
    ----------
    regel : the rule in the version in force on the day. utfall : what its function found.
    setninger : the answer in sentences, in no language yet. gruppe : brudd, advarsel, ikke_vurdert or holdt.
    aapent : id of the open question it tells of, "" where it tells of a rule.
    """

    regel: Regel
    modell: str
    utfall: Utfall
    gruppe: str
    setninger: tuple[Setning, ...] = ()
    aapent: str = ""

    @property
    def svar(self) -> str:
        """The answer: brutt, holdt or ikke_vurdert."""
        return self.utfall.svar

    @property
    def organ(self) -> str:
        """The id of the body, "" for the whole structure."""
        return self.utfall.organ.id if self.utfall.organ is not None else ""

    @property
    def inndata(self) -> Mapping[str, object]:
        """The inputs that were used and their values; only those that the rule names."""
        return {navn: verdi for navn, verdi in self.utfall.inndata.items() if navn in self.regel.inndata}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lovsvar:
    """What the law says of one model on one day.

    Parameters
    ----------
    brudd : broken rules that bind, an exceeded permission among them. advarsler : broken recommendations,
        what someone must judge, and open questions with both readings. ikke_vurdert : what lacks an input.
    holdt : what is kept, or has nothing to apply to.
    """

    modell: str
    dato: date
    brudd: tuple[Kvittering, ...] = ()
    advarsler: tuple[Kvittering, ...] = ()
    ikke_vurdert: tuple[Kvittering, ...] = ()
    holdt: tuple[Kvittering, ...] = ()

    def alle(self) -> tuple[Kvittering, ...]:
        """Return every receipt, the gravest first."""
        return (*self.brudd, *self.advarsler, *self.ikke_vurdert, *self.holdt)

    def svar(self, regel_id: str) -> str:
        """Return the answer of a rule as a whole: its gravest.

        Raises
        ------
        LookupError : the rule is not in force on the day, or is not one that a structure decides.
        """
        gitt = {k.svar for k in self.alle() if k.regel.id == regel_id and not k.aapent}
        for svar in SVAR:
            if svar in gitt:
                return svar
        raise LookupError(f"{regel_id} is not checked on {self.dato}")

    def mangler(self, *regel_ider: str) -> tuple[str, ...]:
        """Return the inputs that the rules lack, in order; all rules where none is named."""
        aktuelle = (k for k in self.ikke_vurdert if not regel_ider or k.regel.id in regel_ider)
        return tuple(dict.fromkeys(i for k in aktuelle for i in k.utfall.mangler))

    def aapne(self) -> tuple[str, ...]:
        """Return the ids of the open questions that come with the answer."""
        return tuple(k.aapent for k in self.advarsler if k.aapent)
