"""What becomes of today's routes under an archetype: steps replaced, merged, put in and left out.

Minimal change: a step by a body that stays is kept. Two bodies in a row that become one treat the case once;
a second reading by one and the same body stays. What the law gives formannskapet to recommend is its own
again where it comes back. Own design where the archetype says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from analyse.modell.arketype import Arketype
from analyse.modell.delegasjon import Delegasjon
from analyse.modell.organ import Organ
from analyse.modell.saksgang import Saksgang, Steg
from analyse.modell.styringsmodell import Styringsmodell

Trinn = tuple[Steg, ...]
STEDFORTREDER = "kommuneraad"  # takes the place of formannskapet where there is one (§ 14-3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One archetype meeting one structure: what goes, what comes, and which sector goes where.

    `nye` are the new bodies per placeholder, `igjen` the bodies that stay or are set up beside them;
    `uten_saker` says that no route of today names a body that goes. `lovbundet` : case type → kind of body
    the law gives the recommendation, which no archetype takes away.
    """

    arketype: Arketype
    dagens: Styringsmodell
    fjernet: frozenset[str]
    nye: Mapping[str, tuple[Organ, ...]]
    igjen: tuple[Organ, ...]
    sektor_av: Mapping[str, str]
    lovbundet: Mapping[str, str]
    uten_saker: bool

    def organ_for(self, mal_id: str, sakstype: str, gammelt: Organ | None = None) -> str:
        """Return the id of the parallel body that takes the case type over from `gammelt`.

        By the sector of the case type; where it has none, the body that shares most sectors with the one
        that goes. The first where nothing says.
        """
        kandidater = self.nye[mal_id]
        sektor = self.sektor_av.get(sakstype, "")
        if funnet := next((o.id for o in kandidater if sektor and sektor in o.sektor), ""):
            return funnet
        egne = set(gammelt.sektor) if gammelt else set()
        return max(kandidater, key=lambda o: len(egne & set(o.sektor))).id

    def steg(self, tekst: str, sakstype: str, gammelt: Organ | None = None) -> Steg:
        """Return the step that a rule names for a case type; a kind there is none of means the council."""
        hvem, _, handling = tekst.partition(":")
        if hvem.startswith("{"):
            return Steg(organ_id=self.organ_for(hvem.strip("{}"), sakstype, gammelt), handling=handling)
        funnet = next((o.id for o in self.igjen if o.art == hvem), self.dagens.kommunestyret.id)
        return Steg(organ_id=funnet, handling=handling)

    def _overtas(self, steg: Steg, sakstype: str) -> bool:
        if steg.organ_id in self.fjernet:
            return True
        if not self.uten_saker or not self.sektor_av.get(sakstype):
            return False
        return steg.handling in self.arketype.overtar.get(self.dagens.organ(steg.organ_id).art, ())

    def _blir_formannskapets(self, gammelt: Organ, sakstype: str) -> bool:
        """True for what formannskapet takes over from a government: no sector, or its own by law."""
        if "kommuneraad" not in self.arketype.fjern or self.sektor_av.get(sakstype):
            return False
        styrt = bool(self.dagens.av_art("kommuneraad"))
        return gammelt.art == "kommuneraad" or (styrt and sakstype in self.lovbundet)

    def erstatt(self, steg: Steg, sakstype: str) -> Steg:
        """Return the step that takes over; a step by a body that stays is returned as it is.

        Where today has no case with a body that goes, the new ones would have none either: they then take
        over what the archetype says, in the case types that have a sector. What belongs to no sector goes
        from the government to formannskapet, never to a committee by field.
        """
        if not self._overtas(steg, sakstype):
            return steg
        gammelt = self.dagens.organ(steg.organ_id)
        regel = self.arketype.erstatt.get(steg.handling, f"kommunestyre:{steg.handling}")
        if self._blir_formannskapets(gammelt, sakstype):
            regel = f"formannskap:{steg.handling}"
        return self.steg(regel, sakstype, gammelt)

    def er_nytt(self, organ_id: str) -> bool:
        """True for a body the archetype makes."""
        return any(o.id == organ_id for gruppe in self.nye.values() for o in gruppe)


def _byttet(gang: Saksgang, plan: Plan) -> tuple[list[Trinn], list[int]]:
    """Return the steps and their gaps, bodies that go replaced.

    A step that a gap divides from the one before (a public inspection, for instance) stays by itself.
    """
    trinn: list[Trinn] = []
    opphold: list[int] = []
    for nr, (gammelt, dager) in enumerate(
        zip(gang.trinn, gang.opphold_dager or (0,) * len(gang.trinn), strict=True)
    ):
        nytt = tuple(dict.fromkeys(plan.erstatt(s, gang.sakstype) for s in gammelt))
        if trinn and nytt == trinn[-1] and opphold[-1] == 0 and gammelt != gang.trinn[nr - 1]:
            opphold[-1] = dager
            continue
        trinn.append(nytt)
        opphold.append(dager)
    return trinn, opphold


def _vedtak(trinn: list[Trinn], plan: Plan) -> int | None:
    """Return the position of the council's decision, None where another body decides."""
    siste = Steg(organ_id=plan.dagens.kommunestyret.id, handling="vedtar")
    return next((nr for nr, t in enumerate(trinn) if siste in t), None)


def _lovens_innstilling(trinn: list[Trinn], opphold: list[int], plan: Plan, gang: Saksgang) -> None:
    """Put the law's own recommendation before the decision, where today has it and the replacing lost it."""
    art = plan.lovbundet.get(gang.sakstype, "")
    vedtak = _vedtak(trinn, plan)
    innstilte = {plan.dagens.organ(o).art for o in gang.med_handling("innstiller")}
    if not art or not vedtak or not innstilte & {art, STEDFORTREDER}:
        return
    steg = plan.steg(f"{art}:innstiller", gang.sakstype)
    if steg.organ_id == plan.dagens.kommunestyret.id or any(steg in t for t in trinn):
        return
    trinn.insert(vedtak, (steg,))
    opphold.insert(vedtak, opphold[vedtak - 1])  # the gap before the decision is what the law asks for
    opphold[vedtak - 1] = 0


def _sloeyfet(trinn: list[Trinn], opphold: list[int], plan: Plan, sakstype: str) -> None:
    """Take out the steps the archetype leaves out, where a new body recommends; the law's own stay."""
    sloeyf = {plan.steg(s, sakstype) for s in plan.arketype.sloeyf}
    nye_innstiller = any(s.handling == "innstiller" and plan.er_nytt(s.organ_id) for t in trinn for s in t)
    if not sloeyf or not nye_innstiller or sakstype in plan.lovbundet:
        return
    for nr in reversed(range(len(trinn))):
        igjen = tuple(s for s in trinn[nr] if s not in sloeyf)
        if igjen:
            trinn[nr] = igjen
        else:
            del trinn[nr], opphold[nr]


def _innskutt(trinn: list[Trinn], opphold: list[int], plan: Plan, sakstype: str) -> None:
    """Put in the archetype's own steps: before the first recommendation, and right before the decision."""
    vedtak = _vedtak(trinn, plan)
    if vedtak is None or not any(plan.er_nytt(s.organ_id) for t in trinn[:vedtak] for s in t):
        return
    if plan.arketype.sist:
        sist = plan.steg(plan.arketype.sist, sakstype)
        if sist not in trinn[vedtak - 1]:
            trinn.insert(vedtak, (sist,))
            opphold.insert(vedtak, 0)
    if plan.arketype.foerst:
        foerst = plan.steg(plan.arketype.foerst, sakstype)
        nr = next(
            nr for nr, t in enumerate(trinn) if nr == vedtak or any(s.handling == "innstiller" for s in t)
        )
        gjentas = [s for s in trinn[nr] if any(s in t for t in trinn[nr + 1 : vedtak])]
        if foerst in trinn[nr]:
            return
        if gjentas:  # of two readings, the first is the government's
            trinn[nr] = (foerst, *(s for s in trinn[nr] if s not in gjentas))
        else:
            trinn.insert(nr, (foerst,))
            opphold.insert(nr, 0)


def _hoert(trinn: list[Trinn], opphold: list[int], plan: Plan, sakstype: str) -> None:
    """Let the bodies the archetype lays on top give their opinion first, in what the council decides."""
    if plan.sektor_av.get(sakstype, "") not in plan.arketype.hoeres_i or _vedtak(trinn, plan) is None:
        return
    uttaler = [Steg(organ_id=o.id, handling="uttaler") for o in plan.nye[plan.arketype.organer[-1].id]]
    if nye := tuple(s for s in uttaler if not any(s in t for t in trinn)):
        trinn.insert(0, nye)
        opphold.insert(0, 0)


def with_ny_saksgang(gang: Saksgang, plan: Plan) -> Saksgang:
    """Return the route as it runs under the archetype."""
    trinn, opphold = _byttet(gang, plan)
    _lovens_innstilling(trinn, opphold, plan, gang)
    _sloeyfet(trinn, opphold, plan, gang.sakstype)
    _innskutt(trinn, opphold, plan, gang.sakstype)
    _hoert(trinn, opphold, plan, gang.sakstype)
    return replace(
        gang,
        trinn=tuple(trinn),
        opphold_dager=tuple(opphold) if any(opphold) or gang.opphold_dager else (),
        innstiller_formelt="" if gang.innstiller_formelt in plan.fjernet else gang.innstiller_formelt,
        innstiller_reelt="" if gang.innstiller_reelt in plan.fjernet else gang.innstiller_reelt,
    )


def build_delegasjoner(plan: Plan) -> tuple[Delegasjon, ...]:
    """Return today's delegations; what went to a body that goes, goes to those that take over its types."""
    ut: list[Delegasjon] = []
    for delegasjon in plan.dagens.delegasjoner:
        per_par: dict[tuple[str, str], list[str]] = {}
        for sakstype in delegasjon.sakstyper:
            fra, til = (
                plan.erstatt(Steg(organ_id=organ, handling="vedtar"), sakstype).organ_id
                for organ in (delegasjon.fra, delegasjon.til)
            )
            per_par.setdefault((fra, til), []).append(sakstype)
        ut += [
            replace(delegasjon, fra=fra, til=til, sakstyper=tuple(sakstyper))
            for (fra, til), sakstyper in per_par.items()
            if til not in (fra, plan.dagens.kommunestyret.id)
        ]
    return tuple(dict.fromkeys(ut))
