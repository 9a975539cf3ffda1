"""What does an archetype look like in this municipality? Today's structure with its rules applied.

Sizes follow the council and the inhabitants; figures taken over share the uncertainty of those they come
from, so that models are compared in pairs. Own design where the archetype says so. Routes: `saksgangsbytte`.
Left out on purpose: whether the result is lawful (`rett`) or good (`vurdering`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from analyse.grunn.anslag import svakeste
from analyse.modell.arketype import Arketype, Organmal
from analyse.modell.organ import Opplysning, Organ
from analyse.modell.saksgangsbytte import Plan, build_delegasjoner, with_ny_saksgang
from analyse.modell.styringsmodell import Styringsmodell

Ordslag = Callable[..., str]  # key, fields → words
FJERNEDE = "fjernede"
FORMANNSKAP_ANDEL = 0.23  # Drammen 13 of 57, Orkland 11 of 51, Asker 11 of 47, Molde 13 of 59
FORMANNSKAP_MINST = 5  # kommuneloven § 5-6
# Kinds a place has one set of: what it has of them serves, and no second set is made beside it.
ETT_SETT = ("kommuneraad", "kommunedelsutvalg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sted:
    """What an archetype is fitted to: today's structure and the numbers sizes follow.

    `ord_` looks up words by key; `sektor_av` : case type → sector; `lovbundet` as in `saksgangsbytte.Plan`.
    """

    dagens: Styringsmodell
    innbyggere: int
    sektor_av: Mapping[str, str]
    lovbundet: Mapping[str, str]
    ord_: Ordslag


def _antall(mal: Organmal, medlemmer: int | None, innbyggere: int) -> int:
    if mal.innbyggere_per_organ:
        oensket = round(innbyggere / mal.innbyggere_per_organ)
    elif mal.medlemmer_per_organ and medlemmer is not None:
        oensket = round(medlemmer / mal.medlemmer_per_organ)
    else:
        return mal.minst
    return min(max(oensket, mal.minst), mal.mest)


def _odde(antall: float, minst: int) -> int:
    helt = max(round(antall), minst)
    return helt if helt % 2 else helt + 1


def _stoerrelser(mal: Organmal, antall: int, organer: tuple[Organ, ...]) -> tuple[int | None, ...]:
    """Return the size of each parallel body; None where it follows one of unknown size."""
    if mal.medlemmer:
        return (mal.medlemmer,) * antall
    art = "kommunestyre" if mal.deler_kommunestyret else mal.medlemmer_andel_av
    grunn = next((o.medlemmer for o in organer if o.art == art), None)
    if grunn is None:
        return (None,) * antall
    if mal.deler_kommunestyret:
        hver, rest = divmod(grunn, antall)
        return tuple(hver + (nr < rest) for nr in range(antall))
    andel = mal.medlemmer_andel * grunn
    # a sector committee votes on most of its cases, and an odd number seldom ties
    oensket = _odde(andel, mal.medlemmer_minst) if mal.vedtaksrett and mal.art == "utvalg" else round(andel)
    stoerrelse = max(oensket, mal.medlemmer_minst)
    return (min(stoerrelse, mal.medlemmer_mest or stoerrelse),) * antall


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


def _figurer(
    mal: Organmal, sted: Sted, fjernet: frozenset[str], foerste: str
) -> tuple[dict[str, Any], dict[str, Opplysning]]:
    """Return the figures of a new body; parallel bodies share one assumption, drawn under the first's key."""
    figurer: dict[str, Any] = {}
    opplysninger: dict[str, Opplysning] = {}
    for felt, kilde in mal.figurer.items():
        dagens = sted.dagens
        organer = (
            tuple(o for o in dagens.organer if o.id in fjernet) if kilde == FJERNEDE else dagens.av_art(kilde)
        )
        verdi, opplysning = _figur(felt, organer, sted.ord_(f"modell.antatt_som.{kilde}"))
        if verdi is not None and opplysning is not None:
            figurer[felt], opplysninger[felt] = verdi, opplysning
    for felt, tall in mal.figurtall.items():
        figurer[felt] = tall.verdi
        opplysninger[felt] = Opplysning(
            grunnlag="forutsatt", lav=tall.lav, hoey=tall.hoey, foelger=foerste, kilde=tall.kilde
        )
    return figurer, opplysninger


def _nytt_organ(
    mal: Organmal, antall: int, nr: int, medlemmer: int | None, sted: Sted, fjernet: frozenset[str]
) -> Organ:
    gruppe = mal.inndelinger[antall][nr]
    id_, foerste = (
        _ledig_id(f"{mal.id}_{g.noekkel}", sted.dagens, fjernet) for g in (gruppe, mal.inndelinger[antall][0])
    )
    figurer, opplysninger = _figurer(mal, sted, fjernet, foerste)
    return Organ(
        id=id_,
        navn=sted.ord_(f"modell.organ.{mal.id}.{gruppe.noekkel}"),
        art=mal.art,
        medlemmer=medlemmer,
        velges_av=sted.dagens.kommunestyret.id,
        valgbare=mal.valgbare,
        vedtaksrett=mal.vedtaksrett,
        sektor=gruppe.sektorer,
        opplysninger=opplysninger,
        **figurer,
    )


def _ledig_id(id_: str, dagens: Styringsmodell, fjernet: frozenset[str]) -> str:
    opptatt = {o.id for o in dagens.organer if o.id not in fjernet}
    while id_ in opptatt:
        id_ = f"{id_}_ny"
    return id_


def _opprettet(arketype: Arketype, sted: Sted, igjen: tuple[Organ, ...]) -> Iterator[Organ]:
    """Yield the bodies the archetype cannot do without and today's structure lacks."""
    raadet = sted.dagens.kommunestyret
    for art in arketype.opprett:
        if any(o.art == art for o in igjen):
            continue
        if art == "formannskap":
            kjent = raadet.medlemmer is not None
            yield Organ(
                id=_ledig_id("formannskapet", sted.dagens, frozenset()),
                navn=sted.ord_("modell.nytt.formannskap"),
                art=art,
                medlemmer=_odde(FORMANNSKAP_ANDEL * (raadet.medlemmer or 0), FORMANNSKAP_MINST)
                if kjent
                else None,
                velges_av=raadet.id,
                valgbare="kommunestyret",
                vedtaksrett=True,
                opplysninger={"medlemmer": Opplysning(grunnlag="forutsatt")} if kjent else {},
            )
        else:
            yield Organ(
                id=_ledig_id(art, sted.dagens, frozenset()),
                navn=sted.ord_(f"modell.nytt.{art}"),
                art=art,
                medlemmer=None,
            )


def _organene(
    mal: Organmal, sted: Sted, fjernet: frozenset[str], igjen: tuple[Organ, ...]
) -> tuple[Organ, ...]:
    """Return a template's parallel bodies: new ones, or the set that is there already."""
    if mal.art in ETT_SETT and (finnes := tuple(o for o in igjen if o.art == mal.art)):
        return finnes
    raadet = sted.dagens.kommunestyret
    antall = _antall(mal, raadet.medlemmer, sted.innbyggere)
    velger = next((o.id for o in igjen if mal.velges_av and o.art == mal.velges_av), raadet.id)
    nye = tuple(
        _nytt_organ(mal, antall, nr, medlemmer, sted, fjernet)
        for nr, medlemmer in enumerate(_stoerrelser(mal, antall, igjen))
    )
    return tuple(replace(o, velges_av=velger) for o in nye)


def _merknader(arketype: Arketype, innbyggere: int) -> tuple[str, ...]:
    lite_aktuell = innbyggere < arketype.tilbys.minst_innbyggere
    return (f"modell.tilbys.{arketype.tilbys.grunn}",) if lite_aktuell and arketype.tilbys.grunn else ()


def build_fra_arketype(arketype: Arketype, sted: Sted) -> Styringsmodell:
    """Return the archetype fitted to a municipality's structure of today.

    Notes
    -----
    Bodies elected by one that goes are elected by the council. Posts (`verv`) do not carry over: who sits
    where in another structure is not known.
    """
    dagens = sted.dagens
    fjernet = frozenset(o.id for o in dagens.av_art(*arketype.fjern))
    raadet = dagens.kommunestyret
    beholdt = tuple(
        replace(o, velges_av=raadet.id) if o.velges_av in fjernet else o
        for o in dagens.organer
        if o.id not in fjernet
    )
    igjen = beholdt + tuple(_opprettet(arketype, sted, beholdt))
    nye = {mal.id: _organene(mal, sted, fjernet, igjen) for mal in arketype.organer}
    plan = Plan(
        arketype=arketype,
        dagens=dagens,
        fjernet=fjernet,
        nye=nye,
        igjen=igjen,
        sektor_av=sted.sektor_av,
        lovbundet=sted.lovbundet,
        uten_saker=not any(g.organ_ider() & fjernet for g in dagens.saksganger),
    )
    return Styringsmodell(
        id=arketype.id,
        navn=sted.ord_(f"modell.{arketype.id}.navn"),
        styreform=arketype.styreform or dagens.styreform,
        organer=_flett(igjen, tuple(o for gruppe in nye.values() for o in gruppe if o not in igjen)),
        sekretariat=dagens.sekretariat,
        delegasjoner=build_delegasjoner(plan),
        saksganger=tuple(with_ny_saksgang(s, plan) for s in dagens.saksganger),
        kilde=arketype.kilde,
        arketype=arketype.id,
        merknader=_merknader(arketype, sted.innbyggere),
    )


def _flett(beholdt: tuple[Organ, ...], nye: tuple[Organ, ...]) -> tuple[Organ, ...]:
    # New bodies stand where a reader looks for them: after the council and the executive committee.
    styrende = ("kommunestyre", "formannskap", "kommuneraad")
    foerst = tuple(o for o in beholdt if o.art in styrende)
    return foerst + nye + tuple(o for o in beholdt if o.art not in styrende)
