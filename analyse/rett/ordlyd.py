"""What a rule says, in the reader's language and with the figures of the day filled in.

The words name figures and never hold them, so an amended number needs no new sentence. Left out: answers
about a structure.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from analyse.grunn.tekst import Tekst
from analyse.rett.regel import Regel
from analyse.rett.regelbok import Regelbok
from analyse.rett.verdi import Varighet, Verdi


def _stor(tekst: str) -> str:
    """Return the text with a capital first letter: a sentence may begin with the place's own word."""
    return tekst[:1].upper() + tekst[1:]


def _som_felt(verdi: Verdi, tekst: Tekst) -> str | int | None:
    """Return a figure as printed in a sentence; None for tables and deadlines, which are told in words."""
    if isinstance(verdi.innhold, int):
        return verdi.innhold
    if isinstance(verdi.innhold, Fraction):
        if verdi.som_prosent:
            return tekst.prosent(float(verdi.innhold))
        return tekst(f"lov.broek.{verdi.innhold.numerator}_{verdi.innhold.denominator}")
    return verdi.innhold.antall if isinstance(verdi.innhold, Varighet) else None


def build_felter(bok: Regelbok, regel: Regel, dato: date, tekst: Tekst) -> Mapping[str, str | int]:
    """Return the figures that the rule's sentences may name, as of the day."""
    felter = ((v, _som_felt(bok.verdi(v, dato), tekst)) for v in regel.verdier)
    return {navn: verdi for navn, verdi in felter if verdi is not None}


def build_krav(bok: Regelbok, regel: Regel, dato: date, tekst: Tekst) -> str:
    """Return what the rule demands, as one sentence."""
    return _stor(tekst(f"{regel.noekkel}.krav", **build_felter(bok, regel, dato, tekst)))


def build_gjelder_ikke(bok: Regelbok, regel: Regel, dato: date, tekst: Tekst) -> str:
    """Return what the rule leaves out, as one sentence; empty where there is nothing to say."""
    noekkel = f"{regel.noekkel}.gjelder_ikke"
    if not tekst.finnes(noekkel):
        return ""
    return _stor(tekst(noekkel, **build_felter(bok, regel, dato, tekst)))


def build_henvisning(regel: Regel, tekst: Tekst) -> str:
    """Return Act and section, as "kommuneloven 2018 § 5-6 (1)"."""
    return f"{tekst(f'lov.lovnavn.{regel.lov}')} {regel.paragraf}"
