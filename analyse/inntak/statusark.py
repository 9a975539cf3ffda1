"""The status sheet: how far each sheet has come, what to look at, and what is lost by stopping.

Live formulas, so that the one who fills in sees it without sending anything. Each is written with the value
it has now, for programs that do not compute on opening. The full check is the reading's, not this.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from analyse.inntak.arkdefinisjon import Ark, Kolonne
from analyse.inntak.arkskriver import HODERAD, SISTE_RAD, Arkskriver, bokstav
from analyse.inntak.celle import er_vet_ikke

STATUSHODE = 3  # counted from 0
_KOLONNER = (("ark", 18), ("nivaa", 8), ("tid", 14), ("rader", 10), ("mangler", 10), ("feil", 10),
             ("antakelser", 12), ("tilstand", 16), ("tapt", 60))  # fmt: skip
_RENE_TALL = ("heltall", "tall", "sats", "prosent", "andel")  # the types whose answer is one plain number
Verdi = str | float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """A formula and the value it has now."""

    formel: str
    verdi: int


class _Teller:
    """Counts on one sheet: the cells of each question as a range and as they are now."""

    def __init__(self, skriver: Arkskriver, ark: Ark) -> None:
        self.skriver = skriver
        self.ark = ark
        self.navn = f"'{skriver.tekst(f'inntak.ark.{ark.id}')}'!"
        felt = skriver.felt.get(ark.id, ())
        self.omraader: list[tuple[Kolonne, str, list[Verdi]]] = []
        if ark.form == "felt":
            for nr, kolonne in enumerate(felt, start=HODERAD + 1):
                self.omraader.append((kolonne, f"{self.navn}$B${nr + 1}", self._celler(1, nr, nr)))
        else:
            for nr, kolonne in enumerate(ark.kolonner):
                celler = self._celler(nr, HODERAD + 1, SISTE_RAD)
                self.omraader.append((kolonne, skriver.omraade(ark, nr), celler))

    def _celler(self, kolonne: int, foerste: int, siste: int) -> list[Verdi]:
        return [
            v
            for (ark, rad, kol), v in self.skriver.skrevet.items()
            if ark == self.ark.id and kol == kolonne and foerste <= rad <= siste
        ]

    @property
    def _paakrevde(self) -> list[tuple[int, str, list[Verdi]]]:
        return [(nr, o, c) for nr, (k, o, c) in enumerate(self.omraader) if k.paakrevd]

    def fylt(self) -> _Telling:
        """Count the rows of a table, or the fields that are answered."""
        if self.ark.form == "felt":
            formel = "+".join(f"COUNTA({o})" for _, o, _ in self.omraader) or "0"
            return _Telling(formel=formel, verdi=sum(len(c) for _, _, c in self.omraader))
        ledd = "+".join(f'({o}<>"")' for _, o, _ in self._paakrevde)
        kolonner = {nr for nr, _, _ in self._paakrevde}
        rader = {r for (a, r, k) in self.skriver.skrevet if a == self.ark.id and k in kolonner}
        return _Telling(formel=f"SUMPRODUCT(--(({ledd})>0))", verdi=len(rader))

    def mangler(self) -> _Telling:
        """Count what must be filled in and is empty, in the rows that are begun."""
        fylt = self.fylt()
        svart = sum(len(c) for _, _, c in self._paakrevde)
        telt = "-".join(f"COUNTA({o})" for _, o, _ in self._paakrevde)
        antall = len(self._paakrevde)
        if not antall:
            return _Telling(formel="0", verdi=0)
        if self.ark.form == "felt":
            return _Telling(formel=f"{antall}-{telt}", verdi=antall - svart)
        return _Telling(formel=f"{antall}*{fylt.formel}-{telt}", verdi=antall * fylt.verdi - svart)

    def feil(self) -> _Telling:
        """Count cells to look at: words where a number belongs, numbers below zero, words not in the list."""
        formler, sum_ = [], 0
        vet_ikke = self.skriver.tekst("inntak.vet_ikke")
        ukjent = self.skriver.tekst("inntak.ukjent")
        for kolonne, omraade, celler in self.omraader:
            if kolonne.har_liste:
                liste = self.skriver.lister[kolonne.valg, not kolonne.paakrevd]
                formler.append(f'SUMPRODUCT(--({omraade}<>""),--(COUNTIF({liste},{omraade})=0))')
            elif kolonne.type in _RENE_TALL:
                unntak = "".join(f'-COUNTIF({omraade},"{o}")' for o in (vet_ikke, ukjent))
                formler.append(f'SUMPRODUCT(--ISTEXT({omraade})){unntak}+COUNTIF({omraade},"<0")')
                sum_ += sum(isinstance(c, str) and not er_vet_ikke(c) for c in celler)
                sum_ += sum(isinstance(c, float) and c < 0 for c in celler)
        if self.ark.id == "organ" and "partier" in self.skriver.med:
            mandater = self._mandater()
            formler.append(mandater.formel)
            sum_ += mandater.verdi
        return _Telling(formel="+".join(formler) or "0", verdi=sum_)

    def _mandater(self) -> _Telling:
        """Tell whether the council's size is another than the sum of the seats."""
        skriver, tekst = self.skriver, self.skriver.tekst
        ider = [k.id for k in self.ark.kolonner]
        art, stoerrelse = (skriver.omraade(self.ark, ider.index(i)) for i in ("art", "medlemmer"))
        seter = art.replace(self.navn, f"'{tekst('inntak.ark.partier')}'!").replace("$C$", "$B$")
        raad = f'SUMIF({art},"{tekst("inntak.valg.kommunestyre")}",{stoerrelse})'
        skrevet = skriver.skrevet
        mandater = sum(
            v for (a, _, k), v in skrevet.items() if (a, k) == ("partier", 1) and isinstance(v, float)
        )
        medlemmer = sum(
            v
            for (a, r, k), v in skrevet.items()
            if (a, k) == ("organ", ider.index("medlemmer"))
            and isinstance(v, float)
            and skrevet.get(("organ", r, ider.index("art"))) == tekst("inntak.valg.kommunestyre")
        )
        formel = f"IF(AND(SUM({seter})>0,{raad}>0,SUM({seter})<>{raad}),1,0)"
        return _Telling(formel=formel, verdi=int(0 < mandater != medlemmer > 0))

    def antakelser(self) -> _Telling:
        """Count the rows, or fields, that say they rest on an assumption."""
        ord_ = self.skriver.tekst("inntak.valg.forutsatt")
        if self.ark.form == "felt" and "grunnlag" in self.ark.tillegg and self.omraader:
            siste = HODERAD + len(self.omraader)
            omraade = f"{self.navn}$C${HODERAD + 2}:$C${siste + 1}"
            celler = self._celler(2, HODERAD + 1, siste)
        elif funnet := [(o, c) for k, o, c in self.omraader if k.id == "grunnlag"]:
            omraade, celler = funnet[0]
        else:
            return _Telling(formel="0", verdi=0)
        return _Telling(formel=f'COUNTIF({omraade},"{ord_}")', verdi=celler.count(ord_))


def write_status(side: Any, skriver: Arkskriver, arkene_i_boka: tuple[Ark, ...]) -> None:
    """Write the status sheet of a workbook whose other sheets are written."""
    tekst, formater = skriver.tekst, skriver.formater
    side.set_landscape()
    side.set_paper(9)
    side.fit_to_pages(1, 0)
    side.repeat_rows(STATUSHODE)
    side.freeze_panes(STATUSHODE + 1, 0)
    side.write_string(0, 0, tekst("inntak.tittel"), formater["tittel"])
    side.write_string(1, 0, tekst("inntak.status.forklaring"), formater["om"])
    for nr, (navn, bredde) in enumerate(_KOLONNER):
        side.write_string(STATUSHODE, nr, tekst(f"inntak.status.{navn}"), formater["hode"])
        side.set_column(nr, nr, bredde)
    for rad, ark in enumerate(arkene_i_boka, start=STATUSHODE + 1):
        _write_rad(side, rad, skriver, ark)


def _write_rad(side: Any, rad: int, skriver: Arkskriver, ark: Ark) -> None:
    tekst, formater = skriver.tekst, skriver.formater
    navn = tekst(f"inntak.ark.{ark.id}")
    side.write_url(rad, 0, f"internal:'{navn}'!A1", formater["lenke"], navn)
    side.write_number(rad, 1, ark.nivaa, formater["svar"])
    side.write_string(rad, 2, tekst(f"inntak.om_ark.{ark.id}.tid"), formater["bryt"])
    teller = _Teller(skriver, ark)
    tellinger: tuple[Callable[[], _Telling], ...] = (
        teller.fylt, teller.mangler, teller.feil, teller.antakelser,
    )  # fmt: skip
    verdier = []
    for nr, tell in enumerate(tellinger, start=3):
        telling = tell()
        verdier.append(telling.verdi)
        side.write_formula(rad, nr, f"={telling.formel}", formater["svar"], telling.verdi)
    fylt, mangler, feil, _ = verdier
    ord_: Mapping[str, str] = {
        o: tekst(f"inntak.status.{o}") for o in ("tomt", "se_paa", "uferdig", "ferdig")
    }
    d, e, f = (f"{bokstav(nr)}{rad + 1}" for nr in (3, 4, 5))
    formel = (
        f'=IF({d}=0,"{ord_["tomt"]}",IF({f}>0,"{ord_["se_paa"]}",'
        f'IF({e}>0,"{ord_["uferdig"]}","{ord_["ferdig"]}")))'
    )
    naa = "tomt" if not fylt else "se_paa" if feil else "uferdig" if mangler else "ferdig"
    side.write_formula(rad, 7, formel, formater["status"], ord_[naa])
    side.write_string(rad, 8, tekst(f"inntak.om_ark.{ark.id}.tapt"), formater["bryt"])
