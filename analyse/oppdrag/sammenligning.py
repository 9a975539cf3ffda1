"""Today's structure beside the alternatives: every indicator, every difference, every verdict."""

from __future__ import annotations

from collections.abc import Sequence

from analyse.indikatorer.maaling import measure
from analyse.indikatorer.sammenligning import compare_maalinger
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.resultat import Resultat
from analyse.oppdrag.modeller import build_modeller


def compare_prosjekt(prosjekt: Prosjekt, modeller: Sequence[str] = (), spraak: str | None = None) -> Resultat:
    """Return the project's models measured and compared with today's.

    Parameters
    ----------
    modeller : as in `build_modeller`.

    Raises
    ------
    BrukFeil : an unknown model.
    """
    bygget = build_modeller(prosjekt, modeller, spraak)
    return compare_maalinger(measure(prosjekt, bygget), mot=prosjekt.dagens.id)
