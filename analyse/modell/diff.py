"""What changes from one structure to another: bodies, seats, delegations and routes, step by step.

A body is the same in both where the id is, where it is the only one of a kind the law allows one of, or where
the name is. Left out: who sits where (persons are no part of a structure) and what the change is worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest

from analyse.modell.delegasjon import Delegasjon
from analyse.modell.organ import TALLFELT, Organ
from analyse.modell.saksgang import Saksgang, Steg
from analyse.modell.styringsmodell import Styringsmodell

STATUSER: tuple[str, ...] = ("uendret", "endret", "ny", "utgaar")
# Kinds there is one of: kommuneloven §§ 5-1, 5-2, 5-12, 10-1 and 23-1, valgloven § 4-1.
ENESTE: tuple[str, ...] = (
    "kommunestyre",
    "formannskap",
    "kommuneraad",
    "kontrollutvalg",
    "eldreraad",
    "funksjonsraad",
    "ungdomsraad",
    "valgstyre",
    "ordfoerer",
    "kommunedirektoer",
    "arbeidsmiljoeutvalg",
    "statsforvalter",
)
ORGANFELT: tuple[str, ...] = (
    "navn",
    "art",
    "medlemmer",
    "velges_av",
    "valgbare",
    "vedtaksrett",
    "leder_parti",
    *TALLFELT,
    "dagmoete",
    "sektor",
)
SAKSGANGSFELT: tuple[str, ...] = (
    "andel",
    "anke_andel",
    "opphold_dager",
    "lovpaalagt",
    "innstiller_formelt",
    "innstiller_reelt",
)
Verdi = str | int | float | bool | tuple[str, ...] | tuple[int, ...] | None
Trinn = tuple[Steg, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endring:
    """One fact that is not the same; None = not given."""

    felt: str
    foer: Verdi
    etter: Verdi


@dataclass(frozen=True, slots=True, kw_only=True)
class Organdiff:
    """One body before and after; None where it is not. `endringer` are told for a body in both."""

    foer: Organ | None
    etter: Organ | None
    endringer: tuple[Endring, ...] = ()

    @property
    def organ(self) -> Organ:
        """The body as it becomes, or as it was where it goes."""
        organ = self.etter or self.foer
        if organ is None:
            raise ValueError("a body that is in neither structure")
        return organ

    @property
    def status(self) -> str:
        """One of `STATUSER`."""
        if self.foer is None:
            return "ny"
        if self.etter is None:
            return "utgaar"
        return "endret" if self.endringer else "uendret"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plassdiff:
    """Seats of an elected body before and after: 0 where there is none, None where the size is not given."""

    organ_id: str
    foer: int | None
    etter: int | None

    @property
    def endring(self) -> int | None:
        """Seats more (or, below zero, fewer); None where one of the sizes is not given."""
        return None if self.foer is None or self.etter is None else self.etter - self.foer


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegasjonsdiff:
    """A delegation that comes (`ny`) or goes (`utgaar`), with ids as in its own structure."""

    status: str
    delegasjon: Delegasjon


@dataclass(frozen=True, slots=True, kw_only=True)
class Trinndiff:
    """One step of a route: kept (`uendret`), `ny` or `utgaar`."""

    status: str
    trinn: Trinn


@dataclass(frozen=True, slots=True, kw_only=True)
class Saksgangsdiff:
    """One route of a case type before and after, step by step, and what else about it changes."""

    sakstype: str
    status: str
    trinn: tuple[Trinndiff, ...]
    endringer: tuple[Endring, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strukturdiff:
    """Everything that is not the same in two structures.

    Parameters
    ----------
    foer, etter : the two. organer : every body of either, those of `etter` in its order, then those that go.
        plasser : elected bodies whose seats change. delegasjoner : what comes and goes.
        saksganger : every route of either, by case type in the order of `etter`.
    egenskaper : facts of the structures themselves (form of government, secretariat) that change.
    """

    foer: Styringsmodell
    etter: Styringsmodell
    organer: tuple[Organdiff, ...]
    plasser: tuple[Plassdiff, ...] = ()
    delegasjoner: tuple[Delegasjonsdiff, ...] = ()
    saksganger: tuple[Saksgangsdiff, ...] = ()
    egenskaper: tuple[Endring, ...] = ()

    @property
    def plasser_i_alt(self) -> Plassdiff | None:
        """All seats before and after, under no body's id; None where the size of a body is not given."""
        valgte = [[o.medlemmer for o in m.organer if o.er_folkevalgt] for m in (self.foer, self.etter)]
        if any(antall is None for side in valgte for antall in side):
            return None
        return Plassdiff(organ_id="", foer=self.foer.antall_plasser, etter=self.etter.antall_plasser)

    def med_status(self, status: str) -> tuple[Organdiff, ...]:
        """Return the bodies of a status."""
        return tuple(o for o in self.organer if o.status == status)


def compare_modeller(foer: Styringsmodell, etter: Styringsmodell) -> Strukturdiff:
    """Return what changes from one structure to the other; the same structure twice changes nothing."""
    ny_id = _koble(foer.organer, etter.organer)
    gammel_id = {ny: gammel for gammel, ny in ny_id.items()}
    gamle = {o.id: o for o in foer.organer}
    par = [
        *((gamle.get(gammel_id.get(o.id, "")), o) for o in etter.organer),
        *((o, None) for o in foer.organer if o.id not in ny_id),
    ]
    organer = tuple(_organdiff(a, b, ny_id) for a, b in par)
    return Strukturdiff(
        foer=foer,
        etter=etter,
        organer=organer,
        plasser=tuple(_plasser(organer)),
        delegasjoner=tuple(_delegasjoner(foer, etter, ny_id)),
        saksganger=tuple(_saksganger(foer.saksganger, etter.saksganger, ny_id)),
        egenskaper=tuple(_endringer(foer, etter, ("styreform", "sekretariat"))),
    )


def _koble(foer: Sequence[Organ], etter: Sequence[Organ]) -> dict[str, str]:
    """Return the new id of each body that is in both: by id, then by a kind there is one of, then by name."""
    koblet: dict[str, str] = {}
    for noekkel in (_etter_id, _etter_art, _etter_navn):
        igjen = [[o for o in foer if o.id not in koblet], [o for o in etter if o.id not in koblet.values()]]
        gamle, nye = (_entydige(noekkel(o) for o in side) for side in igjen)
        for a in igjen[0]:
            for b in igjen[1]:
                if (lik := noekkel(a)) and lik == noekkel(b) and lik in gamle and lik in nye:
                    koblet[a.id] = b.id
    return koblet


def _etter_id(organ: Organ) -> str:
    return organ.id


def _etter_art(organ: Organ) -> str:
    return organ.art if organ.art in ENESTE else ""


def _etter_navn(organ: Organ) -> str:
    return " ".join(organ.navn.casefold().split())


def _entydige(noekler: Iterable[str]) -> set[str]:
    alle = list(noekler)
    return {n for n in alle if alle.count(n) == 1}


def _endringer(foer: object, etter: object, felt: Iterable[str]) -> Iterator[Endring]:
    for navn in felt:
        a, b = getattr(foer, navn), getattr(etter, navn)
        if a != b:
            yield Endring(felt=navn, foer=a, etter=b)


def _organdiff(foer: Organ | None, etter: Organ | None, ny_id: Mapping[str, str]) -> Organdiff:
    if foer is None or etter is None:
        return Organdiff(foer=foer, etter=etter)
    # an elector that only changed its id is the same elector
    samme_ider = replace(foer, velges_av=ny_id.get(foer.velges_av, foer.velges_av))
    return Organdiff(foer=foer, etter=etter, endringer=tuple(_endringer(samme_ider, etter, ORGANFELT)))


def _plasser(organer: Iterable[Organdiff]) -> Iterator[Plassdiff]:
    for o in organer:
        foer, etter = (
            0 if side is None or not side.er_folkevalgt else side.medlemmer for side in (o.foer, o.etter)
        )
        if foer != etter:
            yield Plassdiff(organ_id=o.organ.id, foer=foer, etter=etter)


def _delegasjoner(
    foer: Styringsmodell, etter: Styringsmodell, ny_id: Mapping[str, str]
) -> Iterator[Delegasjonsdiff]:
    def innhold(d: Delegasjon) -> tuple[object, ...]:
        # a body that goes has an id that no new body has: it would be the same body
        fra, til = (ny_id.get(i, i) for i in (d.fra, d.til))
        return fra, til, frozenset(d.sakstyper), d.prinsipielle

    gamle = {innhold(d): d for d in foer.delegasjoner}
    nye = {innhold(d): d for d in etter.delegasjoner}
    yield from (Delegasjonsdiff(status="ny", delegasjon=d) for n, d in nye.items() if n not in gamle)
    yield from (Delegasjonsdiff(status="utgaar", delegasjon=d) for n, d in gamle.items() if n not in nye)


def _saksganger(
    foer: Sequence[Saksgang], etter: Sequence[Saksgang], ny_id: Mapping[str, str]
) -> Iterator[Saksgangsdiff]:
    """Yield the routes of each case type in pairs, equal ones first; what is left has no partner."""
    typer = dict.fromkeys(s.sakstype for s in (*etter, *foer))
    for sakstype in typer:
        gamle = [s for s in foer if s.sakstype == sakstype]
        nye = [s for s in etter if s.sakstype == sakstype]
        for ny in list(nye):
            lik = next((g for g in gamle if _med_ny_id(g, ny_id).trinn == ny.trinn), None)
            if lik is not None:
                gamle.remove(lik)
                nye.remove(ny)
                yield _saksgangsdiff(lik, ny, ny_id)
        for gammel, ny_ in zip_longest(gamle, nye):
            yield _saksgangsdiff(gammel, ny_, ny_id)


def _med_ny_id(gang: Saksgang, ny_id: Mapping[str, str]) -> Saksgang:
    """Return a route of the old structure with its bodies' new ids; a body that goes keeps its own."""
    trinn = (tuple(replace(s, organ_id=ny_id.get(s.organ_id, s.organ_id)) for s in t) for t in gang.trinn)
    return replace(
        gang,
        trinn=tuple(trinn),
        innstiller_formelt=ny_id.get(gang.innstiller_formelt, gang.innstiller_formelt),
        innstiller_reelt=ny_id.get(gang.innstiller_reelt, gang.innstiller_reelt),
    )


def _saksgangsdiff(foer: Saksgang | None, etter: Saksgang | None, ny_id: Mapping[str, str]) -> Saksgangsdiff:
    if foer is None or etter is None:
        gang, status = (etter, "ny") if foer is None else (foer, "utgaar")
        if gang is None:
            raise ValueError("a route that is in neither structure")
        trinn = tuple(Trinndiff(status=status, trinn=t) for t in gang.trinn)
        return Saksgangsdiff(sakstype=gang.sakstype, status=status, trinn=trinn)
    gammel = _med_ny_id(foer, ny_id)
    trinn = tuple(_trinn(gammel.trinn, etter.trinn))
    endringer = tuple(_endringer(gammel, etter, SAKSGANGSFELT))
    er_lik = not endringer and all(t.status == "uendret" for t in trinn)
    status = "uendret" if er_lik else "endret"
    return Saksgangsdiff(sakstype=etter.sakstype, status=status, trinn=trinn, endringer=endringer)


def _trinn(foer: Sequence[Trinn], etter: Sequence[Trinn]) -> Iterator[Trinndiff]:
    """Yield the steps of both in order; acts side by side have no order among them."""
    a, b = ([frozenset(t) for t in side] for side in (foer, etter))
    for hva, a1, a2, b1, b2 in SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if hva == "equal":
            yield from (Trinndiff(status="uendret", trinn=t) for t in etter[b1:b2])
            continue
        yield from (Trinndiff(status="utgaar", trinn=t) for t in foer[a1:a2])
        yield from (Trinndiff(status="ny", trinn=t) for t in etter[b1:b2])
