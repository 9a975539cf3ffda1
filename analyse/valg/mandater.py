"""Seats of the council a model asks for, and the legal starting point for seats in its bodies.

A council of another size than the last election's is recomputed from the votes; bodies are filled
party by party (the scenario "ingen samarbeider"), committees of the whole council as evenly as possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell
from analyse.valg.forholdsvalg import Valgoppgjoer, forholdsvalg, sainte_lague

UTEN_PARTIVALG = ("partssammensatt", "eldreraad", "funksjonsraad", "ungdomsraad", "felles_nemnd", "styre")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sammensetning:
    """Seats per party in one body.

    Parameters
    ----------
    oppgjoer : the settlement; its lot, if any, is open. metode : faktisk, sainte_lague, forholdsvalg or
        jevn_fordeling. mindre_sikker : the council's seats were recomputed from seats used as votes.
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
    if kommune.valg:
        return Sammensetning(
            oppgjoer=sainte_lague(kommune.valg[0].stemmer, medlemmer), metode="sainte_lague"
        )
    if not any(kommune.mandater.values()):
        return None
    return Sammensetning(
        oppgjoer=sainte_lague(kommune.mandater, medlemmer), metode="sainte_lague", mindre_sikker=True
    )


def _jevn_fordeling(mandater: Mapping[str, int], komiteer: tuple[Organ, ...]) -> dict[str, Valgoppgjoer]:
    # Deal members party by party, largest first, always to the committee with most of its places left:
    # each party is spread as evenly as whole persons allow, and sizes are kept.
    igjen = {k.id: k.medlemmer or 0 for k in komiteer}
    delt: dict[str, dict[str, int]] = {k.id: dict.fromkeys(mandater, 0) for k in komiteer}
    for parti, antall in sorted(mandater.items(), key=lambda p: -p[1]):
        for _ in range(antall):
            ledige = [k for k in igjen if igjen[k] > 0]
            if not ledige:
                break  # the mayor's place: one may be exempt from the committees
            valgt = min(ledige, key=lambda k: (delt[k][parti], -igjen[k]))
            delt[valgt][parti] += 1
            igjen[valgt] -= 1
    return {k: Valgoppgjoer(plasser=p, loddtrekning=None, rekkefoelge=()) for k, p in delt.items()}


def allocate_plasser(kommune: Kommune, modell: Styringsmodell) -> dict[str, Sammensetning]:
    """Return seats per party in the council and every body elected by party, per body id.

    Bodies with other electors (råd, partssammensatt, joint boards) and bodies of unknown size are left out;
    an empty result means that the council's seats are unknown. A council seat by lot is given to the first
    of those who draw when bodies are filled.

    Source
    ------
    Kommuneloven §§ 7-4 to 7-6; komité: § 5-9 (all members are divided; the tolerance of "proportional"
    is an open question of law). Computed compositions are the law's starting point, never a forecast.
    """
    raadet = modell.kommunestyret
    styret = kommunestyre_mandater(kommune, raadet.medlemmer or 0)
    if styret is None:
        return {}
    mandater = next(iter(styret.oppgjoer.utfall()))
    fordelt = {raadet.id: styret}
    komiteer = tuple(k for k in modell.av_art("kommunestyrekomite") if k.medlemmer)
    for komite_id, oppgjoer in _jevn_fordeling(mandater, komiteer).items():
        fordelt[komite_id] = Sammensetning(
            oppgjoer=oppgjoer, metode="jevn_fordeling", mindre_sikker=styret.mindre_sikker
        )
    for organ in modell.organer:
        if organ.id in fordelt or organ.art in UTEN_PARTIVALG or not organ.er_folkevalgt or not organ.medlemmer:
            continue
        fordelt[organ.id] = Sammensetning(
            oppgjoer=forholdsvalg(mandater, organ.medlemmer),
            metode="forholdsvalg",
            mindre_sikker=styret.mindre_sikker,
        )
    return fordelt
