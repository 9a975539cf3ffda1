"""styreform: evaluate how Norwegian municipalities and counties organise their politics.

The front door. Names are loaded when first used, so `import analyse` costs nothing; nothing inside the
package imports this module.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

_DOERER: dict[str, str] = {
    "Scenario": "analyse.modell.scenario",
    "allocate_plasser": "analyse.valg.mandater",
    "build_modeller": "analyse.oppdrag.modeller",
    "build_rapport": "analyse.rapport.innhold",
    "check_styringsmodell": "analyse.rett.kontroll",
    "classify_modell": "analyse.modell.klassifisering",
    "compare_maalinger": "analyse.indikatorer.sammenligning",
    "compare_modeller": "analyse.modell.diff",
    "forholdsvalg": "analyse.valg.forholdsvalg",
    "measure": "analyse.indikatorer.maaling",
    "read_modell": "analyse.inntak.modellfil",
    "read_prosjekt": "analyse.inntak.prosjekt",
    "read_sakslogg": "analyse.inntak.sakslogg",
    "sainte_lague": "analyse.valg.forholdsvalg",
    "write_rapport": "analyse.rapport.skriving",
}

if TYPE_CHECKING:
    from analyse.indikatorer.maaling import measure
    from analyse.indikatorer.sammenligning import compare_maalinger
    from analyse.inntak.modellfil import read_modell
    from analyse.inntak.prosjekt import read_prosjekt
    from analyse.inntak.sakslogg import read_sakslogg
    from analyse.modell.diff import compare_modeller
    from analyse.modell.klassifisering import classify_modell
    from analyse.modell.scenario import Scenario
    from analyse.oppdrag.modeller import build_modeller
    from analyse.rapport.innhold import build_rapport
    from analyse.rapport.skriving import write_rapport
    from analyse.rett.kontroll import check_styringsmodell
    from analyse.valg.forholdsvalg import forholdsvalg, sainte_lague
    from analyse.valg.mandater import allocate_plasser

__all__ = [
    "Scenario",
    "allocate_plasser",
    "build_modeller",
    "build_rapport",
    "check_styringsmodell",
    "classify_modell",
    "compare_maalinger",
    "compare_modeller",
    "forholdsvalg",
    "measure",
    "read_modell",
    "read_prosjekt",
    "read_sakslogg",
    "sainte_lague",
    "write_rapport",
]


def __getattr__(navn: str) -> Any:
    if navn not in _DOERER:
        raise AttributeError(f"module 'analyse' has no attribute {navn!r}")
    return getattr(importlib.import_module(_DOERER[navn]), navn)


def __dir__() -> list[str]:
    return sorted(__all__)
