"""What does one structure cost by the vectorised rules beside the readable ones? The ratio of medians.

The same rules, structures and answers, interleaved so that both meet the same noise. Making a structure is
left out on both sides: a search makes numbers, and never a model. Run it with the project's own Python:
.venv/bin/python benchmarks/lov.py [runs]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from statistics import median

import numpy as np

from analyse.inntak.prosjekt import read_prosjekt
from analyse.modell.scenario import Scenario
from analyse.rett.kontroll import check_styringsmodell
from analyse.rett.regelregister import read_regelfunksjoner
from analyse.rett.vektor import VEKTORREGLER, build_strukturtall, check_strukturer

ROT = Path(__file__).resolve().parent.parent
GULV = 200.0  # promised: at least this many times faster per structure
MAAL = 1000.0
MINSTE_ANTALL = 5
DATO = date(2026, 1, 1)
GJENTATT = 2000  # the vectorised side is given the structures this many times, as a search would


def strukturer() -> Iterator[Scenario]:
    """Yield the bundled example with its bodies made larger and smaller."""
    prosjekt = read_prosjekt(ROT / "data" / "eksempel" / "levanger")
    dagens = prosjekt.dagens
    for raadet, formannskap, innbyggere in product(range(11, 61, 5), range(3, 13), (3000, 20000, 120000)):
        modell = dagens.with_organ(replace(dagens.kommunestyret, medlemmer=raadet))
        modell = modell.with_organ(replace(modell.av_art("formannskap")[0], medlemmer=formannskap))
        yield Scenario(kommune=replace(prosjekt.kommune, innbyggere=innbyggere), modell=modell)


def sekunder(funksjon: object, *argumenter: object) -> float:
    """Return the CPU seconds of one call."""
    start = time.process_time()
    funksjon(*argumenter)  # type: ignore[operator]
    return time.process_time() - start


def main() -> int:
    """Print the table and return 0 where the floor holds, 1 where it does not."""
    antall = max(MINSTE_ANTALL, int(sys.argv[1]) if len(sys.argv) > 1 else 9)
    alle = list(strukturer())
    funksjoner = {r: f for r, f in read_regelfunksjoner().items() if r in VEKTORREGLER}
    rader = np.array([build_strukturtall(s) for s in alle], dtype=np.int64)
    mange = np.tile(rader, (GJENTATT, 1))

    def lesbar() -> list[set[str]]:
        svar = (check_styringsmodell(s, DATO, funksjoner=funksjoner) for s in alle)
        return [{k.regel.id for k in lovsvar.brudd} for lovsvar in svar]

    brutt = check_strukturer(rader, DATO)
    if lesbar() != [{VEKTORREGLER[i] for i in np.flatnonzero(rad)} for rad in brutt]:
        print("the two do not agree")
        return 1
    par = [(sekunder(lesbar), sekunder(check_strukturer, mange, DATO)) for _ in range(antall)]
    lest, vektor = (median(kolonne) for kolonne in zip(*par, strict=True))
    per_lest, per_vektor = lest / len(alle), vektor / len(mange)
    forhold = per_lest / per_vektor
    print(f"{len(funksjoner)} rules, CPU per structure, median of {antall} interleaved runs")
    print(f"{'':12}{'target':>10}{'floor':>10}{'measured':>14}{'ratio':>10}")
    print(f"{'readable':12}{'':>10}{'':>10}{per_lest * 1e6:>11.2f} µs{1:>9.0f}×")
    print(f"{'vectorised':12}{MAAL:>9.0f}×{GULV:>9.0f}×{per_vektor * 1e6:>11.3f} µs{forhold:>9.0f}×")
    return 0 if forhold >= GULV else 1


if __name__ == "__main__":
    sys.exit(main())
