"""The main job on the bundled example: the same steps as for any project."""

from __future__ import annotations

from pathlib import Path

from analyse.grunn.filer import check_skrivbar, data_fil
from analyse.inntak.prosjekt import read_prosjekt
from analyse.oppdrag.sammenligning import compare_prosjekt
from analyse.rapport.innhold import build_rapport
from analyse.rapport.skriving import write_rapport

EKSEMPEL = "levanger"


def write_demo(mappe: Path, *, spraak: str | None = None, overskriv: bool = False) -> list[Path]:
    """Write the deliverables of the bundled project into the folder and return their paths.

    Raises
    ------
    BrukFeil : a file there was changed since we wrote it. MiljoeFeil : the folder cannot be written to.
    """
    check_skrivbar(mappe)
    prosjekt = read_prosjekt(data_fil("eksempel", EKSEMPEL))
    resultat = compare_prosjekt(prosjekt, spraak=spraak)
    return write_rapport(
        build_rapport(resultat), mappe, spraak=spraak or prosjekt.valg.spraak, overskriv=overskriv
    )
