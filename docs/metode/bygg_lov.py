# ruff: noqa: INP001  (a script beside the page it builds, no package)
"""Builds lov.md beside this file from data/lov and the bokmål words.

Usage: python docs/metode/bygg_lov.py
"""

from __future__ import annotations

from pathlib import Path

from analyse.grunn.filer import write_bytes
from analyse.grunn.tekst import Tekst
from analyse.rett.lovtabell import build_lovtabell
from analyse.rett.regelbok import read_regelbok

if __name__ == "__main__":
    side = build_lovtabell(read_regelbok(), Tekst("nb"))
    write_bytes(Path(__file__).with_name("lov.md"), side.encode())
