"""What does an archetype look like in this municipality? Today's structure with its rules applied.

Sizes follow the council; routes are today's with the bodies that go replaced; figures taken over share
the uncertainty of those they come from, so that models are compared in pairs. Own design where the
archetype says so. Left out on purpose: whether the result is lawful (`rett`) or good (`vurdering`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from analyse.modell.arketype import Arketype, Gruppe, Organmal
from analyse.modell.delegasjon import Delegasjon
from analyse.modell.organ import Opplysning, Organ
from analyse.modell.saksgang import Saksgang, Steg
from analyse.modell.styringsmodell import Styringsmodell

Ordslag = Callable[..., str]  # key, fields → words
FJERNEDE = "fjernede"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """One archetype meeting one structure: what goes, what comes, and which sector goes where."""

    arketype: Arketype
    dagens: Styringsmodell
    fjernet: frozenset[str]
    nye: tuple[Organ, ...]
    sektor_av: Mapping[str, str]

    def organ_for(self, mal_id: str, sakstype: str) -> str:
        """Return the id of the parallel body that takes the case type; the first where no sector says."""
        kandidater = [o for o in self.nye if o.id.startswith(f"{mal_id}_")]
        sektor = self.sektor_av.get(sakstype, "")
        return next((o.id for o in kandidater if sektor and sektor in o.sektor), kandidater[0].id)

    def erstatt(self, steg: Steg, sakstype: str) -> Steg:
        """Return the step that takes over; a step by a body that stays is returned as it is."""
        if steg.organ_id not in self.fjernet:
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
    kjente = [(o, a) for o in kilder if (a := o.anslag(felt)) is not None]
    if not kjente:
        return None, None
    antall = len(kjente)
    verdi = sum(a.sentral for _, a in kjente) / antall
    lav, hoey = sum(a.lav for _, a in kjente) / antall, sum(a.hoey for _, a in kjente) / antall
    spenn = {} if lav == hoey else {"lav": lav, "hoey": hoey}
    opplysning = Opplysning(grunnlag="forutsatt", foelger=kjente[0][0].id, kilde=forklaring, **spenn)
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
        id=f"{mal.id}_{gruppe.noekkel}",
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


def _saksgang(gang: Saksgang, plan: _Plan) -> Saksgang:
    trinn = tuple(tuple(dict.fromkeys(plan.erstatt(s, gang.sakstype) for s in steg)) for steg in gang.trinn)
    reelt = "" if gang.innstiller_reelt in plan.fjernet else gang.innstiller_reelt
    formelt = "" if gang.innstiller_formelt in plan.fjernet else gang.innstiller_formelt
    return replace(gang, trinn=trinn, innstiller_formelt=formelt, innstiller_reelt=reelt)


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
    nye: list[Organ] = []
    for mal in arketype.organer:
        antall = _antall(mal, raadet.medlemmer)
        stoerrelser = _stoerrelser(raadet.medlemmer, antall)
        for gruppe, medlemmer in zip(mal.inndelinger[antall], stoerrelser, strict=True):
            nye.append(_nytt_organ(mal, gruppe, medlemmer, dagens, fjernet, ord_))
    plan = _Plan(arketype=arketype, dagens=dagens, fjernet=fjernet, nye=tuple(nye), sektor_av=sektor_av)
    beholdt = tuple(
        replace(o, velges_av=raadet.id) if o.velges_av in fjernet else o
        for o in dagens.organer
        if o.id not in fjernet
    )
    return Styringsmodell(
        id=arketype.id,
        navn=ord_(f"modell.{arketype.id}.navn"),
        styreform=arketype.styreform,
        organer=_flett(beholdt, tuple(nye)),
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
