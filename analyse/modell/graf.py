"""A structure as graphs, built when asked for: who elects, delegates to and serves whom; where cases go.

Kinds of nodes and edges stand in one table, docs/graf.md. Left out on purpose: centrality and other scores
(on a dozen bodies they describe the drawing, not the municipality) and persons (`verv`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analyse.modell.organ import Organ
from analyse.modell.saksgang import Saksgang, Steg
from analyse.modell.styringsmodell import Styringsmodell

if TYPE_CHECKING:
    import networkx as nx

NODESLAG: tuple[str, ...] = ("organ", "sekretariat", "sakstype")
ORGANKANTER: tuple[str, ...] = ("velger", "delegerer", "sekretariat_for")
# A colon stands in no slug, so these can never be mistaken for a body of the model.
SEKRETARIATET = "sekretariat:samlet"
SEKRETARIATET_FOLKEVALGTE = "sekretariat:folkevalgte"
SEKRETARIATET_KOMMUNERAAD = "sekretariat:kommuneraad"
SEKRETARIATET_KONTROLL = "sekretariat:kontrollutvalg"
# Served by the host municipality or by the company itself: not by a secretariat of this structure.
BETJENES_AV_ANDRE = ("felles_nemnd", "styre")


def sakstype_node(sakstype: str) -> str:
    """Return the id of the node where the routes of a case type end.

    Examples
    --------
    >>> sakstype_node("reguleringsplan")
    'sakstype:reguleringsplan'
    """
    return f"sakstype:{sakstype}"


def _ny_graf(modell: Styringsmodell) -> nx.MultiDiGraph[str]:
    import networkx as nx  # a fifth of a second that only those who draw should pay

    graf: nx.MultiDiGraph[str] = nx.MultiDiGraph(modell=modell.id)
    for organ in modell.organer:
        graf.add_node(
            organ.id,
            slag="organ",
            navn=organ.navn,
            art=organ.art,
            medlemmer=organ.medlemmer,
            vedtaksrett=organ.vedtaksrett,
            er_folkevalgt=organ.er_folkevalgt,
        )
    return graf


def build_organ_graph(modell: Styringsmodell) -> nx.MultiDiGraph[str]:
    """Return who elects, delegates to and serves whom: a node per body and per secretariat.

    Raises
    ------
    ModuleNotFoundError : networkx is not installed.
    """
    graf = _ny_graf(modell)
    for organ in modell.organer:
        if organ.velges_av:
            graf.add_edge(organ.velges_av, organ.id, slag="velger", valgbare=organ.valgbare)
    for d in modell.delegasjoner:
        graf.add_edge(d.fra, d.til, slag="delegerer", sakstyper=d.sakstyper, prinsipielle=d.prinsipielle)
    for sekretariat, organ_id in _betjening(modell):
        if sekretariat not in graf:
            graf.add_node(sekretariat, slag="sekretariat")
        graf.add_edge(sekretariat, organ_id, slag="sekretariat_for")
    return graf


def _betjening(modell: Styringsmodell) -> Iterator[tuple[str, str]]:
    """Yield who prepares the meetings of which elected body; nothing where the model does not say.

    The kontrollutvalg always has its own (kommuneloven § 23-7: independent of the administration).
    """
    if not modell.sekretariat:
        return
    etater = _etater_for(modell) if modell.sekretariat != "samlet" else {}
    for organ in modell.organer:
        if not organ.er_folkevalgt or organ.art in BETJENES_AV_ANDRE:
            continue
        if organ.art == "kontrollutvalg":
            yield SEKRETARIATET_KONTROLL, organ.id
        elif organ.id in etater:
            yield from ((etat, organ.id) for etat in etater[organ.id])
        elif fast := _fast_sekretariat(modell.sekretariat, organ):
            yield fast, organ.id


def _fast_sekretariat(ordning: str, organ: Organ) -> str:
    if ordning == "samlet":
        return SEKRETARIATET
    if ordning == "delt":
        return SEKRETARIATET_KOMMUNERAAD if organ.art == "kommuneraad" else SEKRETARIATET_FOLKEVALGTE
    return ""  # per_etat: who serves a body no etat recommends to is not known


def _etater_for(modell: Styringsmodell) -> dict[str, tuple[str, ...]]:
    """Return per elected body the etater that in practice recommend to it: it acts first on their routes."""
    etater = {o.id for o in modell.av_art("etat")}
    funnet: dict[str, list[str]] = {}
    for gang in modell.saksganger:
        if gang.innstiller_reelt in etater:
            for steg in _foerste(gang):
                if modell.organ(steg.organ_id).er_folkevalgt:
                    funnet.setdefault(steg.organ_id, []).append(gang.innstiller_reelt)
    return {organ: tuple(dict.fromkeys(ider)) for organ, ider in funnet.items()}


def build_saksgang_graph(modell: Styringsmodell) -> nx.MultiDiGraph[str]:
    """Return where cases go: a node per body and per case type, an edge per act on a route.

    An edge runs from the body that acts to those its act goes to: the bodies of the next step, at the end
    the case type. Who is only informed (`orienteres`) receives an edge and sends none.

    Raises
    ------
    ModuleNotFoundError : networkx is not installed.
    """
    graf = _ny_graf(modell)
    for rute, gang in enumerate(modell.saksganger):
        slutt = sakstype_node(gang.sakstype)
        graf.add_node(slutt, slag="sakstype", sakstype=gang.sakstype)
        felles = {"sakstype": gang.sakstype, "rute": rute, "andel": gang.andel}
        for fra, til, rolle in _innstillere(gang):
            graf.add_edge(fra, til, slag="innstiller", trinn=0, rolle=rolle, opphold_dager=None, **felles)
        for trinn, fra, til, handling in _handlinger(gang, slutt):
            opphold = gang.opphold_dager[trinn - 1] if gang.opphold_dager else None
            graf.add_edge(fra, til, slag=handling, trinn=trinn, rolle="", opphold_dager=opphold, **felles)
    return graf


def _handlende(trinn: tuple[Steg, ...]) -> tuple[Steg, ...]:
    return tuple(s for s in trinn if s.handling != "orienteres")


def _foerste(gang: Saksgang) -> tuple[Steg, ...]:
    """Return the steps of the first bodies that act; none where all are only informed."""
    return next((t for t in map(_handlende, gang.trinn) if t), ())


def _innstillere(gang: Saksgang) -> Iterator[tuple[str, str, str]]:
    """Yield who writes the recommendation to the first bodies that act: formally, in practice, or both."""
    formelt, reelt = gang.innstiller_formelt, gang.innstiller_reelt
    roller = {formelt: "formelt", reelt: "reelt"} if formelt != reelt else {formelt: "begge"}
    for fra, rolle in roller.items():
        if fra:
            yield from ((fra, s.organ_id, rolle) for s in _foerste(gang))


def _handlinger(gang: Saksgang, slutt: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield step number, from, to and act for each act on a route."""
    forrige: tuple[str, ...] = (slutt,)  # who is informed before anyone has acted, hears of the case itself
    for nr, trinn in enumerate(gang.trinn):
        handlende = _handlende(trinn)
        neste = next((t for t in map(_handlende, gang.trinn[nr + 1 :]) if t), ())
        maal = tuple(dict.fromkeys(s.organ_id for s in neste)) or (slutt,)
        yield from ((nr + 1, s.organ_id, til, s.handling) for s in handlende for til in maal)
        forrige = tuple(dict.fromkeys(s.organ_id for s in handlende)) or forrige
        orienterte = (s for s in trinn if s.handling == "orienteres")
        yield from ((nr + 1, fra, s.organ_id, "orienteres") for s in orienterte for fra in forrige)
