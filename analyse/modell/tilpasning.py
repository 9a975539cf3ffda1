"""What does an archetype look like in this municipality? Today's structure with its rules applied.

Sizes follow the council; routes are today's with the bodies that go replaced; figures taken over share
the uncertainty of those they come from, so that models are compared in pairs. Own design where the
archetype says so. Left out on purpose: whether the result is lawful (`rett`) or good (`vurdering`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from analyse.grunn.anslag import svakeste
from analyse.modell.arketype import Arketype, Gruppe, Organmal
from analyse.modell.delegasjon import Delegasjon
from analyse.modell.organ import Opplysning, Organ
from analyse.modell.saksgang import Saksgang, Steg
from analyse.modell.styringsmodell import Styringsmodell

Ordslag = Callable[..., str]  # key, fields → words
FJERNEDE = "fjernede"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """One archetype meeting one structure: what goes, what comes, and which sector goes where.

    `nye` are the new bodies per placeholder; `uten_saker` says that no route of today names a body that goes.
    """

    arketype: Arketype
    dagens: Styringsmodell
    fjernet: frozenset[str]
    nye: Mapping[str, tuple[Organ, ...]]
    sektor_av: Mapping[str, str]
    uten_saker: bool

    def organ_for(self, mal_id: str, sakstype: str) -> str:
        """Return the id of the parallel body that takes the case type; the first where no sector says."""
        kandidater = self.nye[mal_id]
        sektor = self.sektor_av.get(sakstype, "")
        return next((o.id for o in kandidater if sektor and sektor in o.sektor), kandidater[0].id)

    def _overtas(self, steg: Steg, sakstype: str) -> bool:
        if steg.organ_id in self.fjernet:
            return True
        if not self.uten_saker or not self.sektor_av.get(sakstype):
            return False
        return steg.handling in self.arketype.overtar.get(self.dagens.organ(steg.organ_id).art, ())

    def erstatt(self, steg: Steg, sakstype: str) -> Steg:
        """Return the step that takes over; a step by a body that stays is returned as it is.

        Where today has no case with a body that goes, the new ones would have none either: they then take
        over what the archetype says, in the case types that have a sector.
        """
        if not self._overtas(steg, sakstype):
            return steg
        hvem, _, handling = self.arketype.erstatt.get(
            steg.handling, f"kommunestyre:{steg.handling}"
        ).partition(":")
        if hvem.startswith("{"):
            return Steg(organ_id=self.organ_for(hvem.strip("{}"), sakstype), handling=handling)
        igjen = [o for o in self.dagens.av_art(hvem) if o.id not in self.fjernet]
        return Steg(organ_id=(igjen[0] if igjen else self.dagens.kommunestyret).id, handling=handling)


def _antall(mal: Organmal, medlemmer: int | None) -> int:
    if medlemmer is None:
        return mal.minst
    return min(max(round(medlemmer / mal.medlemmer_per_organ), mal.minst), mal.mest)


def _stoerrelser(medlemmer: int | None, antall: int) -> tuple[int | None, ...]:
    if medlemmer is None:
        return (None,) * antall
    hver, rest = divmod(medlemmer, antall)
    return tuple(hver + (nr < rest) for nr in range(antall))


def _figur(felt: str, kilder: tuple[Organ, ...], forklaring: str) -> tuple[float | None, Opplysning | None]:
    """Return a figure taken over from bodies of today (their mean), and what it rests on."""
    kjente = sorted(
        ((o, a) for o in kilder if (a := o.anslag(felt)) is not None), key=lambda par: par[0].id
    )  # by id, so that the order of the file decides neither the mean's last digit nor whose draws are shared
    if not kjente:
        return None, None
    antall = len(kjente)
    verdi = sum(a.sentral for _, a in kjente) / antall
    lav, hoey = sum(a.lav for _, a in kjente) / antall, sum(a.hoey for _, a in kjente) / antall
    spenn = {} if lav == hoey else {"lav": lav, "hoey": hoey}
    # the key the first is drawn under, which may itself be another body's
    foelger = kjente[0][0].trekknoekkel(felt).partition(".")[0]
    grunnlag = svakeste(["forutsatt", *(a.grunnlag for _, a in kjente)])
    opplysning = Opplysning(grunnlag=grunnlag, foelger=foelger, kilde=forklaring, **spenn)
    return verdi, opplysning


def _nytt_organ(
    mal: Organmal,
    gruppe: Gruppe,
    medlemmer: int | None,
    dagens: Styringsmodell,
    fjernet: frozenset[str],
    ord_: Ordslag,
) -> Organ:
    figurer: dict[str, float] = {}
    opplysninger: dict[str, Opplysning] = {}
    for felt, kilde in mal.figurer.items():
        organer = (
            tuple(o for o in dagens.organer if o.id in fjernet) if kilde == FJERNEDE else dagens.av_art(kilde)
        )
        verdi, opplysning = _figur(felt, organer, ord_(f"modell.antatt_som.{kilde}"))
        if verdi is not None and opplysning is not None:
            figurer[felt], opplysninger[felt] = verdi, opplysning
    return Organ(
        id=_ledig_id(f"{mal.id}_{gruppe.noekkel}", dagens, fjernet),
        navn=ord_(f"modell.organ.{mal.id}.{gruppe.noekkel}"),
        art=mal.art,
        medlemmer=medlemmer,
        velges_av=dagens.kommunestyret.id,
        valgbare=mal.valgbare,
        vedtaksrett=mal.vedtaksrett,
        sektor=gruppe.sektorer,
        opplysninger=opplysninger,
        moeter_per_aar=figurer.get("moeter_per_aar"),
        moetetid_timer=figurer.get("moetetid_timer"),
        papirer_dager_foer=figurer.get("papirer_dager_foer"),
    )


def _ledig_id(id_: str, dagens: Styringsmodell, fjernet: frozenset[str]) -> str:
    opptatt = {o.id for o in dagens.organer if o.id not in fjernet}
    while id_ in opptatt:
        id_ = f"{id_}_ny"
    return id_


def _trinn(gang: Saksgang, plan: _Plan) -> tuple[list[tuple[Steg, ...]], list[int]]:
    """Return the steps and their gaps, bodies that go replaced.

    Two bodies in a row that become one treat the case once. A second reading by one and the same body stays,
    and so does a step that a gap divides from the one before (a public inspection, for instance).
    """
    trinn: list[tuple[Steg, ...]] = []
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


def _saksgang(gang: Saksgang, plan: _Plan) -> Saksgang:
    trinn, opphold = _trinn(gang, plan)
    return replace(
        gang,
        trinn=tuple(trinn),
        opphold_dager=tuple(opphold) if gang.opphold_dager else (),
        innstiller_formelt="" if gang.innstiller_formelt in plan.fjernet else gang.innstiller_formelt,
        innstiller_reelt="" if gang.innstiller_reelt in plan.fjernet else gang.innstiller_reelt,
    )


def _delegasjoner(plan: _Plan) -> tuple[Delegasjon, ...]:
    """Return today's delegations; what went to a body that goes, goes to the one that takes over."""
    ut: list[Delegasjon] = []
    for delegasjon in plan.dagens.delegasjoner:
        til = plan.erstatt(Steg(organ_id=delegasjon.til, handling="vedtar"), "").organ_id
        fra = plan.erstatt(Steg(organ_id=delegasjon.fra, handling="vedtar"), "").organ_id
        if til not in (fra, plan.dagens.kommunestyret.id):
            ut.append(replace(delegasjon, fra=fra, til=til))
    return tuple(dict.fromkeys(ut))


def build_fra_arketype(
    arketype: Arketype, dagens: Styringsmodell, sektor_av: Mapping[str, str], ord_: Ordslag
) -> Styringsmodell:
    """Return the archetype fitted to a municipality's structure of today.

    Parameters
    ----------
    sektor_av : case type → sector. ord_ : looks up words (names of bodies, explanations) by key.

    Notes
    -----
    Bodies elected by one that goes are elected by the council. Posts (`verv`) do not carry over: who sits
    where in another structure is not known.
    """
    fjernet = frozenset(o.id for o in dagens.av_art(*arketype.fjern))
    raadet = dagens.kommunestyret
    nye: dict[str, tuple[Organ, ...]] = {}
    for mal in arketype.organer:
        antall = _antall(mal, raadet.medlemmer)
        stoerrelser = _stoerrelser(raadet.medlemmer, antall)
        nye[mal.id] = tuple(
            _nytt_organ(mal, gruppe, medlemmer, dagens, fjernet, ord_)
            for gruppe, medlemmer in zip(mal.inndelinger[antall], stoerrelser, strict=True)
        )
    plan = _Plan(
        arketype=arketype,
        dagens=dagens,
        fjernet=fjernet,
        nye=nye,
        sektor_av=sektor_av,
        uten_saker=not any(g.organ_ider() & fjernet for g in dagens.saksganger),
    )
    beholdt = tuple(
        replace(o, velges_av=raadet.id) if o.velges_av in fjernet else o
        for o in dagens.organer
        if o.id not in fjernet
    )
    return Styringsmodell(
        id=arketype.id,
        navn=ord_(f"modell.{arketype.id}.navn"),
        styreform=arketype.styreform,
        organer=_flett(beholdt, tuple(o for gruppe in nye.values() for o in gruppe)),
        sekretariat=dagens.sekretariat,
        delegasjoner=_delegasjoner(plan),
        saksganger=tuple(_saksgang(s, plan) for s in dagens.saksganger),
        kilde=arketype.kilde,
        arketype=arketype.id,
    )


def _flett(beholdt: tuple[Organ, ...], nye: tuple[Organ, ...]) -> tuple[Organ, ...]:
    # New bodies stand where a reader looks for them: after the council and the executive committee.
    foerst = [nr for nr, o in enumerate(beholdt) if o.art in ("kommunestyre", "formannskap", "kommuneraad")]
    skille = max(foerst) + 1
    return beholdt[:skille] + nye + beholdt[skille:]
