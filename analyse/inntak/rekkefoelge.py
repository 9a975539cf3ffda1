"""In which order does a reader meet the findings? By file, then by sheet of the workbook, row and column."""

from __future__ import annotations

import re
from collections.abc import Iterable

from analyse.grunn.feil import Funn
from analyse.grunn.feiltekst import del_sted
from analyse.inntak.arkdefinisjon import arkene, kjente_ord, normaliser

_CELLE = re.compile(r"([A-Z]{1,3})(\d+)")


def build_leserekkefoelge(funn: Iterable[Funn]) -> list[Funn]:
    """Return the findings in reading order; files as they come, what is of a whole file or sheet first.

    Findings outside the workbook keep the order they came in.
    """
    alle = list(funn)
    filer = list(dict.fromkeys(f.sted.partition("!")[0] for f in alle))
    kjent = kjente_ord("inntak.ark", tuple(a.id for a in arkene()))
    rekke = {a.id: nr for nr, a in enumerate(arkene(), start=1)}

    def plass(ett: Funn) -> tuple[int, int, int, int, str]:
        fil = filer.index(ett.sted.partition("!")[0])
        ark, celle = del_sted(ett.sted)
        treff = _CELLE.match(celle)
        rad, kolonne = (int(treff[2]), treff[1]) if treff else (0, "")
        nr = rekke.get(kjent.get(normaliser(ark), ""), 0) if "!" in ett.sted else 0
        return fil, nr, rad, len(kolonne), kolonne

    return sorted(alle, key=plass)
