"""An answer of the law in words: what was found, what is allowed, what is missing and who must judge.

Persons are never named, not even by pseudonym; the receipt holds those.
"""

from __future__ import annotations

from datetime import date

from analyse.grunn.tekst import Tekst
from analyse.modell.lovfunn import Lovfunn, Ordfelt, Setning, Tekstnoekkel


def _felt(felt: Ordfelt, tekst: Tekst) -> str | int:
    if isinstance(felt, Tekstnoekkel):
        return tekst(felt.noekkel)
    if isinstance(felt, tuple):
        return ", ".join(tekst(f.noekkel) for f in felt)
    if isinstance(felt, date):
        return tekst.dato(felt)
    return felt


def build_setning(setning: Setning, tekst: Tekst) -> str:
    """Return one sentence with its fields filled in."""
    return tekst(setning.noekkel, **{navn: _felt(felt, tekst) for navn, felt in setning.felter.items()})


def build_melding(funn: Lovfunn, tekst: Tekst) -> str:
    """Return the whole message of a finding."""
    return " ".join(build_setning(s, tekst) for s in funn.setninger)
