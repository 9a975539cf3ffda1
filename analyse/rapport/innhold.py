"""What goes into a report, in which order: a layout file names chapters and parts, the parts make blocks.

A new layout is a TOML file in rapporter/maler; a new part is a function marked `@del_("<name>")`.
"""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Callable, Iterable
from functools import lru_cache

from analyse.grunn.feil import BrukFeil, Funn, vis_verdi
from analyse.grunn.filer import mal_fil
from analyse.modell.resultat import Resultat
from analyse.rapport.blokker import Blokk, Kapittel, Rapport
from analyse.rapport.tallkilde import Tallkilde

Delfunksjon = Callable[[Tallkilde], Iterable[Blokk]]
_DELER: dict[str, Delfunksjon] = {}
_DELFILER = (
    "sammendrag",
    "modellkapittel",
    "sammenligningskapittel",
    "lovkapittel",
    "naarkapittel",
    "vedlegg",
)


def del_(navn: str) -> Callable[[Delfunksjon], Delfunksjon]:
    """Mark a function as the part `navn` that layouts may name."""

    def merk(funksjon: Delfunksjon) -> Delfunksjon:
        _DELER[navn] = funksjon
        return funksjon

    return merk


@lru_cache(maxsize=1)
def _deler() -> dict[str, Delfunksjon]:
    for fil in _DELFILER:
        importlib.import_module(f"analyse.rapport.{fil}")
    return _DELER


def read_oppsett() -> tuple[str, ...]:
    """Return the ids of the layouts there are."""
    return tuple(sorted(s.stem for s in mal_fil("oppsett").glob("*.toml")))


def build_rapport(resultat: Resultat, oppsett: str = "evaluering") -> Rapport:
    """Return a report of the result, in no language yet.

    Raises
    ------
    BrukFeil : no such layout. ValueError : a layout puts an assumed number into a chapter that summarises.
    """
    if oppsett not in read_oppsett():
        felter = {"funnet": vis_verdi(oppsett), "lovlige": ", ".join(read_oppsett())}
        raise BrukFeil([Funn(kode="BR-013", sted="oppsett", felter=felter)])
    with mal_fil("oppsett", f"{oppsett}.toml").open("rb") as fil:
        mal = tomllib.load(fil)
    kilde = Tallkilde(resultat)
    kapitler = tuple(
        Kapittel(
            id=k["id"],
            blokker=tuple(blokk for navn in k["deler"] for blokk in _deler()[navn](kilde)),
            er_sammendrag=k.get("sammendrag", False),
        )
        for k in mal["kapittel"]
    )
    return Rapport(
        oppsett=oppsett,
        kommunenavn=resultat.prosjekt.kommune.navn,
        oppdiktet=resultat.prosjekt.kommune.oppdiktet,
        kapitler=kapitler,
        resultat=resultat,
    )
