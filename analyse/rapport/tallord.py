"""Numbers and words of a report in one language: 9 møter per år (oppgitt), +1,5, «minst 60», «ikke belyst».

Formatting only: what a number is worth was decided before it came here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from analyse.grunn.anslag import UTEN_TALL
from analyse.grunn.feil import Funn
from analyse.grunn.feiltekst import format_funn
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.tallform import ANDEL, format_med_enhet, format_tall
from analyse.rapport.blokker import Antall, Felt, Navn, Ord, Rapport, Rekke, Spenn, Tall


class Ordlegger:
    """Words and numbers in one language, for one report.

    Parameters
    ----------
    organnavn : names of bodies by id, so that a reason may name them.
    """

    def __init__(self, tekst: Tekst, organnavn: Mapping[str, str]) -> None:
        self.tekst = tekst
        self._organnavn = organnavn

    def ord(self, ord_: Ord | Navn) -> str:
        """Return the words with their fields filled in."""
        if isinstance(ord_, Navn):
            return ord_.tekst
        return self.tekst(ord_.noekkel, **{k: self.felt(v) for k, v in ord_.felter.items()})

    def felt(self, felt: Felt) -> str | int:
        """Return one field as it stands in a sentence; counts stay numbers, for plurals."""
        if isinstance(felt, Antall):
            return felt.verdi
        if isinstance(felt, Tall):
            om = self.om_i_setning(felt)
            return f"{self.med_enhet(felt)} ({om})" if om else self.med_enhet(felt)
        if isinstance(felt, Rekke):
            return "; ".join(self.ord(o) for o in felt.ord)  # names may hold commas
        return self.tekst.dato(felt) if isinstance(felt, date) else self.ord(felt)

    def om_i_setning(self, tall: Tall) -> str:
        """Return what follows a number in a sentence: what it rests on and its ranges; "" without a value."""
        if tall.grunnlag in UTEN_TALL:
            return ""
        spenn = self.alle_spenn(tall) if tall.verdi is not None else []  # else the ends are the value itself
        return "; ".join([self.grunnlag(tall), *spenn])

    def tall(self, verdi: float, enhet: str, *, fortegn: bool = False) -> str:
        """Return a bare number; a difference always shows its sign, and a rounded zero has none."""
        skrevet = format_tall(verdi, enhet, self.tekst, fortegn=fortegn)
        # a difference of two shares is percentage points, not per cent of anything
        return self.tekst("rapport.tall.poeng", prosent=skrevet) if enhet == ANDEL and fortegn else skrevet

    def verdi(self, tall: Tall) -> str:
        """Return the value alone: 9, +1,5, minst 60, ikke belyst."""
        if tall.verdi is None:
            bare_grenser = next((e for s in tall.spenn if (e := self.ender(tall, s))), None)
            if bare_grenser:
                return self.mellom(tall, *bare_grenser)
            return self.tekst(f"begrep.grunnlag.{tall.grunnlag}")
        skrevet = self.tall(tall.verdi, tall.enhet, fortegn=tall.er_differanse)
        return self.tekst("rapport.tall.minst", verdi=skrevet) if tall.er_minst else skrevet

    def mellom(self, tall: Tall, lav: str, hoey: str, *, med_enhet: bool = False) -> str:
        """Return a number known only between two ends, its ends written as they are handed in."""
        skrevet = self.tekst("rapport.tall.mellom", lav=lav, hoey=hoey)
        return format_med_enhet(skrevet, tall.enhet, self.tekst) if med_enhet else skrevet

    def med_enhet(self, tall: Tall) -> str:
        """Return value and unit, as they stand in a sentence."""
        if tall.grunnlag in UTEN_TALL:
            return self.verdi(tall)
        return format_med_enhet(self.verdi(tall), tall.enhet, self.tekst)

    def ender(self, tall: Tall, spenn: Spenn) -> tuple[str, str] | None:
        """Return the two ends of an interval; None where one is open: then "at least" says what is known."""
        if spenn.lav is None or spenn.hoey is None:
            return None
        lav, hoey = (self.tall(x, tall.enhet, fortegn=tall.er_differanse) for x in (spenn.lav, spenn.hoey))
        return lav, hoey

    def spenn_med(self, tall: Tall, spenn: Spenn, lav: str, hoey: str) -> str:
        """Return an interval with its kind, its ends written as they are handed in."""
        skille = "til" if tall.er_differanse else "strek"
        slag = self.tekst(f"begrep.intervall.{spenn.intervall}")
        return self.tekst(f"rapport.tall.spenn_{skille}", lav=lav, hoey=hoey, slag=slag)

    def spenn(self, tall: Tall, spenn: Spenn) -> str:
        """Return an interval with its kind: 90 % av antakelsene: 7–11; "" where an end is open."""
        ender = self.ender(tall, spenn)
        return self.spenn_med(tall, spenn, *ender) if ender else ""

    def alle_spenn(self, tall: Tall) -> list[str]:
        """Return every interval of the number, one text each."""
        return [s for s in (self.spenn(tall, spenn) for spenn in tall.spenn) if s]

    def grunnlag(self, tall: Tall) -> str:
        """Return what the number rests on, as one word."""
        return self.tekst(f"begrep.grunnlag.{tall.grunnlag}")

    def verdikt(self, tall: Tall) -> str:
        """Return the verdict that stands with a model's own number; a difference has a column for it."""
        if tall.verdikt is None or tall.er_differanse:
            return ""
        return self.tekst(f"begrep.verdikt.{tall.verdikt}")

    def grunn(self, tall: Tall) -> str:
        """Return why a number is missing or only a bound, in words; "" where there is nothing to say."""
        if not tall.grunn:
            return ""
        slag, _, rest = tall.grunn.partition(":")
        hva = ", ".join(self._hva(d) for d in rest.split(",")) if rest else ""
        return self.tekst(f"begrep.grunn.{slag}", hva=hva)

    def _hva(self, noekkel: str) -> str:
        if noekkel in self._organnavn:
            return self._organnavn[noekkel]
        return self.tekst(f"begrep.felt.{noekkel}")

    def varsel(self, funn: Funn) -> str:
        """Return what the input lacks, as a sentence; what to do is for the one who fills it in."""
        return format_funn(funn, self.tekst)["funnet"]

    def kilde(self, tall: Tall) -> str:
        """Return the number's source; a method's key becomes its name."""
        kilde = tall.kilde or ""
        return self.tekst(f"begrep.metode.{kilde}") if self.tekst.finnes(f"begrep.metode.{kilde}") else kilde


def organnavn(rapport: Rapport) -> dict[str, str]:
    """Return the names of all bodies of all models, by id."""
    return {o.id: o.navn for m in rapport.resultat.modeller.values() for o in m.organer}


@lru_cache(maxsize=1)
def _dagens_navn() -> frozenset[str]:
    return frozenset(Tekst(s)("modell.dagens.navn") for s in SPRAAK)


def modellnavn(modell: Styringsmodell) -> Ord | Navn:
    """Return a model's name: an archetype's and the plain "today's model" by key, others as written."""
    if modell.arketype:
        return Ord(noekkel=f"modell.{modell.arketype}.navn")
    if modell.navn in _dagens_navn():  # what every intake workbook calls it, no name the municipality chose
        return Ord(noekkel="modell.dagens.navn")
    return Navn(tekst=modell.navn)


def modellnavn_i_ord(rapport: Rapport, tekst: Tekst) -> dict[str, str]:
    """Return every model's name by id, in the language."""
    ordlegger = build_ordlegger(rapport, tekst)
    return {m.id: ordlegger.ord(modellnavn(m)) for m in rapport.resultat.modeller.values()}


def build_ordlegger(rapport: Rapport, tekst: Tekst) -> Ordlegger:
    """Return the words of a language for the report."""
    return Ordlegger(tekst, organnavn(rapport))
