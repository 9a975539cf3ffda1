"""The differences between two structures in words, for every place that shows them.

Wording only: what changes was found by diff.py. A fact that was not given is said to be so.
"""

from __future__ import annotations

from collections.abc import Mapping

from analyse.grunn.tekst import Tekst
from analyse.modell.delegasjon import ALLE_SAKSTYPER, Delegasjon
from analyse.modell.diff import Endring, Strukturdiff, Trinn, Verdi

ORGANFELT = ("velges_av", "innstiller_formelt", "innstiller_reelt")  # their values are ids of bodies
ANDELFELT = ("andel", "anke_andel", "vara_andel")


def format_sakstype(sakstype: str, tekst: Tekst) -> str:
    """Return the name of a case type; the municipality's own stand as written."""
    noekkel = f"sakstype.{sakstype}"
    return tekst(noekkel) if tekst.finnes(noekkel) else sakstype


class Difford:
    """Words for one difference, in one language."""

    def __init__(self, diff: Strukturdiff, tekst: Tekst) -> None:
        self._tekst = tekst
        # an id stands for one body: bodies that are both have the name they will have
        self._navn = {o.id: o.navn for m in (diff.foer, diff.etter) for o in m.organer}

    def organ(self, organ_id: str) -> str:
        """Return the name of a body of either structure."""
        return self._navn.get(organ_id, organ_id)

    def sakstype(self, sakstype: str) -> str:
        """Return the name of a case type; the municipality's own stand as written."""
        return format_sakstype(sakstype, self._tekst)

    def felt(self, felt: str) -> str:
        """Return what a fact is called."""
        return self._tekst(f"diff.felt.{felt}")

    def endring(self, endring: Endring) -> str:
        """Return a change as «medlemmer 35 → 27»."""
        return f"{self.felt(endring.felt)} {self.fra_til(endring)}"

    def fra_til(self, endring: Endring) -> str:
        """Return the two values of a change, with an arrow between them."""
        foer, etter = (self.verdi(endring.felt, v) for v in (endring.foer, endring.etter))
        return self._tekst("diff.fra_til_verdi", foer=foer, etter=etter)

    def verdi(self, felt: str, verdi: Verdi) -> str:
        """Return the value of a fact; nothing and empty are "not given"."""
        if verdi is None or verdi in ("", ()):
            return self._tekst("diff.ikke_oppgitt")
        if isinstance(verdi, bool):
            return self._tekst("diff.ja" if verdi else "diff.nei")
        if isinstance(verdi, tuple):
            return ", ".join(str(v) for v in verdi)
        if isinstance(verdi, str):
            return self._ord(felt, verdi)
        if felt in ANDELFELT:
            return self._tekst.prosent(verdi)
        return self._tekst.tall(verdi, 0 if verdi == round(verdi) else 1)

    def _ord(self, felt: str, verdi: str) -> str:
        if felt in ORGANFELT:
            return self.organ(verdi)
        omraader: Mapping[str, str] = {"valgbare": "diff.valgbare"}
        noekkel = f"{omraader.get(felt, f'begrep.{felt}')}.{verdi}"
        return self._tekst(noekkel) if self._tekst.finnes(noekkel) else verdi

    def trinn(self, trinn: Trinn) -> str:
        """Return a step as «Planutvalget innstiller + Eldrerådet uttaler seg»."""
        return " + ".join(
            f"{self.organ(s.organ_id)} {self._tekst(f'begrep.handling.{s.handling}')}" for s in trinn
        )

    def delegasjon(self, d: Delegasjon) -> str:
        """Return a delegation as «Kommunestyret → Formannskapet: bevilling»."""
        alle = d.sakstyper == (ALLE_SAKSTYPER,)
        typer = self._tekst("diff.alle_sakstyper") if alle else ", ".join(map(self.sakstype, d.sakstyper))
        tillegg = f" ({self._tekst('diff.prinsipielle')})" if d.prinsipielle else ""
        return f"{self.organ(d.fra)} → {self.organ(d.til)}: {typer}{tillegg}"
