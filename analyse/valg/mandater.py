"""Seats of the council a model asks for, and the legal starting point for seats in its bodies.

A council of another size than the last election's is recomputed from the votes; bodies are filled
party by party (the scenario "ingen samarbeider"), committees of the whole council in proportion.
Left out: joint lists, agreements, and bodies that are not elected in proportion.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell
from analyse.valg.forholdsvalg import Valgoppgjoer, forholdsvalg, sainte_lague

UTEN_PARTIVALG = (
    "kommuneraad",  # §§ 10-4 and 11-9: the council takes one proposal as a whole, by majority
    "partssammensatt",
    "eldreraad",
    "funksjonsraad",
    "ungdomsraad",
    "felles_nemnd",
    "styre",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sammensetning:
    """Seats per party in one body.

    Parameters
    ----------
    oppgjoer : the settlement; its lot, if any, is open. metode : faktisk, sainte_lague, forholdsvalg or
        etter_stoerrelse. mindre_sikker : the council's seats were recomputed from seats used as votes.
    """

    oppgjoer: Valgoppgjoer
    metode: str
    mindre_sikker: bool = False


def kommunestyre_mandater(kommune: Kommune, medlemmer: int) -> Sammensetning | None:
    """Return the council's seats for a size; None where neither seats nor votes are known.

    The size of the last election gives that election's seats. Another size is recomputed by
    Sainte-Laguë from the newest votes; without votes, from the seats used as votes, marked less certain.
    """
    if kommune.mandater and kommune.antall_mandater == medlemmer:
        faktisk = Valgoppgjoer(plasser=dict(kommune.mandater), loddtrekning=None, rekkefoelge=())
        return Sammensetning(oppgjoer=faktisk, metode="faktisk")
    if kommune.valg and any(kommune.valg[0].stemmer.values()):
        return Sammensetning(oppgjoer=sainte_lague(kommune.valg[0].stemmer, medlemmer), metode="sainte_lague")
    if not any(kommune.mandater.values()):
        return None
    return Sammensetning(
        oppgjoer=sainte_lague(kommune.mandater, medlemmer), metode="sainte_lague", mindre_sikker=True
    )


def _del_paa_komiteer(
    mandater: Mapping[str, int], komiteer: tuple[Organ, ...], ordfoererparti: str
) -> dict[str, Valgoppgjoer]:
    # The members stand in line party by party, largest first, and the committees take turns as often as their
    # size says: sizes are kept, and a party's share of a committee stays within two seats of its share of the
    # council. Spreading each party evenly instead would fill a small committee with the largest party.
    stoerrelse = {k.id: k.medlemmer or 0 for k in komiteer}
    alle = sum(stoerrelse.values())
    delt: dict[str, dict[str, int]] = {k: dict.fromkeys(mandater, 0) for k in stoerrelse}
    koe = [p for p, antall in sorted(mandater.items(), key=lambda p: -p[1]) for _ in range(antall)]
    if len(koe) == alle + 1:  # § 5-9: the mayor may be exempt; the place lacking is not the smallest party's
        koe.remove(ordfoererparti if ordfoererparti in koe else koe[0])
    igjen = dict(stoerrelse)
    for nummer, parti in enumerate(koe[:alle], start=1):
        etterslep = {k: nummer * stoerrelse[k] - alle * (stoerrelse[k] - n) for k, n in igjen.items() if n}
        tur = max(etterslep, key=lambda k: (etterslep[k], igjen[k]))
        delt[tur][parti] += 1
        igjen[tur] -= 1
    return {k: Valgoppgjoer(plasser=p, loddtrekning=None, rekkefoelge=()) for k, p in delt.items()}


def allocate_plasser(kommune: Kommune, modell: Styringsmodell) -> dict[str, Sammensetning]:
    """Return seats per party in the council and in bodies elected by party, in the model's order.

    A body is elected by the members of the body in its `velges_av` (the council where none is named). Left
    out are bodies with other electors or another way of election (råd, partssammensatt, joint boards,
    kommuneråd) and bodies of unknown size; an empty result means that the council's size or seats are
    unknown. A seat by lot is given to the first of those who draw when further bodies are filled.

    Source
    ------
    Kommuneloven §§ 7-4 to 7-6; komité: § 5-9 (all members are divided; the tolerance of "proportional"
    is an open question of law). Computed compositions are the law's starting point, never a forecast.
    """
    raadet = modell.kommunestyret
    styret = kommunestyre_mandater(kommune, raadet.medlemmer) if raadet.medlemmer else None
    if styret is None:
        return {}
    fordelt = {raadet.id: styret}
    komiteer = tuple(k for k in modell.av_art("kommunestyrekomite") if k.medlemmer)
    delt = _del_paa_komiteer(_velgere(styret), komiteer, raadet.leder_parti)
    for komite_id, oppgjoer in delt.items():
        fordelt[komite_id] = replace(styret, oppgjoer=oppgjoer, metode="etter_stoerrelse")
    venter = [o for o in modell.organer if o.er_folkevalgt and o.medlemmer and o.art not in UTEN_PARTIVALG]
    while klare := [o for o in venter if o.id not in fordelt and (o.velges_av or raadet.id) in fordelt]:
        for organ in klare:
            velgere = _velgere(fordelt[organ.velges_av or raadet.id])
            oppgjoer = forholdsvalg(velgere, organ.medlemmer or 0)
            fordelt[organ.id] = replace(styret, oppgjoer=oppgjoer, metode="forholdsvalg")
    return {o.id: fordelt[o.id] for o in modell.organer if o.id in fordelt}


def _velgere(sammensetning: Sammensetning) -> Mapping[str, int]:
    return next(iter(sammensetning.oppgjoer.utfall()))
