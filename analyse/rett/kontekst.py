"""What a rule is asked about: a municipality and its structure on a day, with the law of that day.

Posts are those held on the day; a group leader is no post in a body. `alle` among a delegation's case types
is read as everything the law lets be delegated, so it hands on no reserved case by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from analyse.modell.delegasjon import Delegasjon
from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.saksgang import Saksgang
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.verv import Verv
from analyse.rett.regel import Regel
from analyse.rett.regelbok import Regelbok
from analyse.rett.verdi import Verdi

# § 5-1 (2) d counts all of these as utvalg; the control committee is one too and has rules of its own.
UTVALG = ("utvalg", "kommunedelsutvalg", "oppgaveutvalg")
RAAD = ("eldreraad", "funksjonsraad", "ungdomsraad")
# Bodies whose members are elected by the methods of §§ 7-4 to 7-7; a joint committee has two sides, and the
# councils for the elderly, the disabled and the young are put forward by their own.
VALGTE = (
    "formannskap",
    *UTVALG,
    "arbeidsutvalg",
    "kontrollutvalg",
    "klagenemnd",
    "valgstyre",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontekst:
    """One question to one rule.

    Parameters
    ----------
    regel : the rule in the version in force. fakta : what is told with the question, as `valgform`.
    """

    kommune: Kommune
    modell: Styringsmodell
    dato: date
    bok: Regelbok
    regel: Regel
    fakta: Mapping[str, object]

    def av_art(self, *arter: str) -> tuple[Organ, ...]:
        """Return the bodies of the kinds."""
        return self.modell.av_art(*arter)

    def art(self, organ_id: str) -> str:
        """Return the kind of a body."""
        return self.modell.organ(organ_id).art

    def verdi(self, verdi_id: str) -> Verdi:
        """Return a figure of the law as of the day."""
        return self.bok.verdi(verdi_id, self.dato)

    def er_i_kraft(self, regel_id: str) -> bool:
        """True where another rule is in force on the day."""
        return any(r.gjelder(self.dato) for r in self.bok.regler[regel_id])

    def reserverte(self) -> frozenset[str]:
        """Return the case types that are for the council itself on the day."""
        steder = (sak.sakstyper for sak in self.bok.kunraadet(self.dato))
        # the list of reserved places is that of the newer Acts; the 1992 Act's stands with its own rule
        eldre = (r.sakstyper for r in self.bok.regler["KL92-SELV"] if r.gjelder(self.dato))
        return frozenset[str]().union(*steder, *eldre)

    def verv(self, *arter: str, organ_id: str = "") -> tuple[Verv, ...]:
        """Return the posts held on the day, in bodies of the kinds or in one body."""
        return tuple(
            v
            for v in self.modell.verv
            if v.rolle != "gruppeleder"
            and (v.fra is None or v.fra <= self.dato)
            and (v.til is None or self.dato <= v.til)
            and (v.organ_id == organ_id if organ_id else self.art(v.organ_id) in arter)
        )

    def faste(self, organ_id: str) -> tuple[Verv, ...]:
        """Return the posts of a body that are not deputies', one a person."""
        per_person = {v.person_id: v for v in reversed(self.verv(organ_id=organ_id)) if v.rolle != "vara"}
        return tuple(reversed(per_person.values()))

    def ukjente(self, organ: Organ) -> int | None:
        """Return how many members of a body no post tells of; None where its size is not known."""
        if organ.medlemmer is None:
            return None
        return max(0, organ.medlemmer - len(self.faste(organ.id)))

    def med_rolle(self, *roller: str) -> tuple[Verv, ...]:
        """Return the posts of a role, as mayor, wherever they stand."""
        return tuple(v for v in self.verv(*{o.art for o in self.modell.organer}) if v.rolle in roller)

    def delegasjoner(self, *arter: str, fra: str = "") -> tuple[Delegasjon, ...]:
        """Return the delegations to bodies of the kinds (to any where none is named), from a kind of body."""
        return tuple(
            d
            for d in self.modell.delegasjoner
            if (not arter or self.art(d.til) in arter) and (not fra or self.art(d.fra) == fra)
        )

    def saksganger(self, *sakstyper: str) -> tuple[Saksgang, ...]:
        """Return the routes of the case types, of all where none is named."""
        return tuple(s for s in self.modell.saksganger if not sakstyper or s.sakstype in sakstyper)

    def paa_veien(self, gang: Saksgang, handling: str) -> tuple[Organ, ...]:
        """Return the bodies that do an action on a route, in the order of the steps."""
        return tuple(
            self.modell.organ(s.organ_id) for trinn in gang.trinn for s in trinn if s.handling == handling
        )
