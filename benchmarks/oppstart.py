"""What does `styreform --help` cost beside an empty Python? CPU seconds, paired, the ratio of the medians.

Interleaved, so that both meet the same noise; CPU time of the child, not the clock on the wall. Linux and
macOS. Run it with the project's own Python: .venv/bin/python benchmarks/oppstart.py [runs]
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

ROT = Path(__file__).resolve().parent.parent
GULV = 6.0  # promised: at most this many times an empty Python
MAAL = 5.0
MINSTE_ANTALL = 5
TOM = [sys.executable, "-c", "pass"]
HJELP = [
    sys.executable,
    "-c",
    "import sys; sys.argv = ['styreform', '--help']; from analyse.cli import app; app()",
]


def cpu(kommando: list[str]) -> float:
    """Return the CPU seconds, user and system, of one run of a command."""
    miljoe = os.environ | {"PYTHONPATH": str(ROT), "PYTHONDONTWRITEBYTECODE": ""}
    foer = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(kommando, env=miljoe, stdout=subprocess.DEVNULL, check=True)
    etter = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (etter.ru_utime - foer.ru_utime) + (etter.ru_stime - foer.ru_stime)


def main() -> int:
    """Print the table and return 0 where the floor holds, 1 where it does not."""
    antall = max(MINSTE_ANTALL, int(sys.argv[1]) if len(sys.argv) > 1 else 15)
    for kommando in (TOM, HJELP):  # the first run compiles bytecode
        cpu(kommando)
    par = [(cpu(TOM), cpu(HJELP)) for _ in range(antall)]
    tom, hjelp = (median(kolonne) for kolonne in zip(*par, strict=True))
    forhold = hjelp / tom
    print(f"styreform --help against python -c pass, CPU, median of {antall} interleaved runs")
    print(f"{'':12}{'target':>10}{'floor':>10}{'measured':>12}{'ratio':>10}")
    print(f"{'python':12}{'':>10}{'':>10}{tom * 1000:>9.1f} ms{1:>9.1f}×")
    print(f"{'--help':12}{MAAL:>9.1f}×{GULV:>9.1f}×{hjelp * 1000:>9.1f} ms{forhold:>9.1f}×")
    return 0 if forhold <= GULV else 1


if __name__ == "__main__":
    sys.exit(main())
