"""What a project can be worked with, but every report must say: unknown coverage, bodies and figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from analyse.grunn.feil import Funn
from analyse.grunn.feiltekst import TEKSTMERKE
from analyse.inntak.arkdefinisjon import normaliser
from analyse.inntak.eksempeltall import eksempelkilde
from analyse.modell.organ import TALLFELT
from analyse.modell.prosjekt import Prosjektvalg
from analyse.modell.styringsmodell import Styringsmodell

if TYPE_CHECKING:
    import pandas as pd


def finn_advarsler(
    dagens: Styringsmodell,
    logger: Mapping[str, pd.DataFrame | None],
    valg: Prosjektvalg,
    steder: Mapping[str, str],
) -> Iterator[Funn]:
    """Yield the warnings of a project whose files could all be read.

    Parameters
    ----------
    logger : logs by field of `Prosjekt`. steder : where the choices (`valg`) and the model stand (`dagens`).
    """
    if logger.get("sakslogg") is not None and valg.dekning == "ikke_oppgitt":
        yield Funn(kode="IN-080", sted=steder["valg"], alvor="advarsel")
    if valg.eksempeltall:
        felter = {"kilde": eksempelkilde(valg.eksempeltall)}
        yield Funn(kode="IN-091", sted=steder["valg"], felter=felter, alvor="advarsel")
    if ukjente := _ukjente_organ(dagens, logger):
        felter = {"funnet": ", ".join(ukjente)}
        yield Funn(kode="IN-081", sted=steder["dagens"], felter=felter, alvor="advarsel")
    for felt in ("medlemmer", *TALLFELT):
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
