"""What a project can be worked with, but every report must say: unknown coverage, bodies and figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from analyse.grunn.feil import Funn, vis_verdi
from analyse.grunn.feiltekst import TEKSTMERKE
from analyse.inntak.arkdefinisjon import normaliser
from analyse.inntak.eksempeltall import eksempelkilde
from analyse.inntak.kommuneliste import search_nummer
from analyse.inntak.raa import UKJENT, RaaModellfil
from analyse.inntak.toml import Loc
from analyse.modell.organ import ART_FOLKEVALGT, MOETETALL
from analyse.modell.prosjekt import Prosjektvalg
from analyse.modell.styringsmodell import Styringsmodell

if TYPE_CHECKING:
    import pandas as pd


# Bodies chosen by and from the council, which can hardly be larger than it.
FRA_RAADET = ("formannskap", "kommuneraad", "kommunestyrekomite", "arbeidsutvalg")
LANGT_MOETE_TIMER = 12  # lawful, but more often minutes or a sum typed by mistake


def finn_uvanlig(raa: RaaModellfil, sted: Callable[[Loc], str]) -> Iterator[Funn]:
    """Yield what may be right but seldom is: sizes, hours, and a number of no municipality of today."""
    raad = [o.medlemmer for o in raa.organ if o.art == "kommunestyre" and o.medlemmer != UKJENT]
    for nr, organ in enumerate(raa.organ):
        if organ.moetetid_timer is not None and not 0 < organ.moetetid_timer <= LANGT_MOETE_TIMER:
            felter = {"funnet": f"{organ.moetetid_timer:g}"}
            plass = sted(("organ", nr, "moetetid_timer"))
            yield Funn(kode="IN-086", sted=plass, felter=felter, alvor="advarsel")
        if organ.art not in ART_FOLKEVALGT or organ.medlemmer == UKJENT:
            continue
        for_mange = bool(raad) and organ.art in FRA_RAADET and int(organ.medlemmer) > int(raad[0])
        if int(organ.medlemmer) <= 1 or for_mange:
            felter = {"funnet": str(organ.medlemmer), "organ": organ.navn}
            yield Funn(kode="IN-089", sted=sted(("organ", nr, "medlemmer")), felter=felter, alvor="advarsel")
    kommune = raa.kommune
    if kommune and kommune.nummer and not kommune.oppdiktet and search_nummer(kommune.nummer) is None:
        felter = {"funnet": vis_verdi(kommune.nummer)}
        yield Funn(kode="IN-088", sted=sted(("kommune", "nummer")), felter=felter, alvor="advarsel")


def finn_advarsler(
    dagens: Styringsmodell,
    logger: Mapping[str, pd.DataFrame | None],
    valg: Prosjektvalg,
    steder: Mapping[str, str],
    antakelser: int = 0,
) -> Iterator[Funn]:
    """Yield the warnings of a project whose files could all be read.

    Parameters
    ----------
    logger : logs by field of `Prosjekt`. steder : where the choices (`valg`) and the model stand (`dagens`).
    antakelser : how many of the facts are assumptions of ours, not the municipality's own.
    """
    if antakelser:
        felter = {"antall": str(antakelser)}
        yield Funn(kode="IN-092", sted=steder["dagens"], felter=felter, alvor="advarsel")
    if logger.get("sakslogg") is not None and valg.dekning == "ikke_oppgitt":
        yield Funn(kode="IN-080", sted=steder["valg"], alvor="advarsel")
    if valg.eksempeltall:
        felter = {"kilde": eksempelkilde(valg.eksempeltall)}
        yield Funn(kode="IN-091", sted=steder["valg"], felter=felter, alvor="advarsel")
    if ukjente := _ukjente_organ(dagens, logger):
        felter = {"funnet": ", ".join(ukjente)}
        yield Funn(kode="IN-081", sted=steder["dagens"], felter=felter, alvor="advarsel")
    for felt in ("medlemmer", *MOETETALL):
        mangler = [o.navn for o in dagens.organer if o.er_folkevalgt and getattr(o, felt) is None]
        if mangler:
            ark = "organ" if felt == "medlemmer" else "moeteplan"
            felter = {
                "felt": f"{TEKSTMERKE}inntak.{ark}.{felt}",
                "antall": str(len(mangler)),
                "organer": ", ".join(mangler),
            }
            yield Funn(kode="IN-090", sted=steder["dagens"], felter=felter, alvor="advarsel")


def _ukjente_organ(dagens: Styringsmodell, logger: Mapping[str, pd.DataFrame | None]) -> list[str]:
    kjente = {normaliser(n) for o in dagens.organer for n in (o.id, o.navn)}
    nevnt = {
        str(navn) for tabell in logger.values() if tabell is not None for navn in tabell["organ"].unique()
    }
    return sorted(n for n in nevnt if n and normaliser(n) not in kjente)
