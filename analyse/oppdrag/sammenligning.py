"""Today's structure beside the alternatives: every indicator, every difference, every verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analyse.indikatorer.maaling import measure
from analyse.indikatorer.sammenligning import compare_maalinger
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.resultat import Resultat
from analyse.modell.scenario import Scenario
from analyse.oppdrag.modeller import build_modeller
from analyse.rett.kontroll import build_lovfunn, check_styringsmodell
from analyse.rett.naar import build_naarkort


def compare_prosjekt(prosjekt: Prosjekt, modeller: Sequence[str] = (), spraak: str | None = None) -> Resultat:
    """Return the project's models measured, compared with today's and held against the law of its day.

    Parameters
    ----------
    modeller : as in `build_modeller`.

    Raises
    ------
    BrukFeil : an unknown model.
    """
    bygget = build_modeller(prosjekt, modeller, spraak)
    resultat = compare_maalinger(measure(prosjekt, bygget), mot=prosjekt.dagens.id)
    scenarier = (Scenario(kommune=prosjekt.kommune, modell=m) for m in bygget.values())
    dato = prosjekt.valg.dato
    return replace(
        resultat,
        brudd=tuple(funn for s in scenarier for funn in build_lovfunn(check_styringsmodell(s, dato))),
        opphav=replace(resultat.opphav, lovdato=dato),
        naarkort={
            modell.id: build_naarkort(prosjekt.kommune, prosjekt.dagens, modell, dato)
            for modell in bygget.values()
            if modell.id != prosjekt.dagens.id
        },
    )
