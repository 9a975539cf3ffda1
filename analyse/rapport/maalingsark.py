"""The sheet «Målinger»: every row of the table of measurements, each number under its own name.

Other sheets point here. A difference is the formula "model minus today" and a headline that is a sum is
the formula over its parts, so that a reader can follow the arithmetic.
"""

from __future__ import annotations

from typing import Any

from analyse.modell.maalinger import maaling_id
from analyse.rapport.blokker import Tall
from analyse.rapport.celleskriver import Celleskriver
from analyse.rapport.excelformat import Tallformater, tekst_hoeyde
from analyse.rapport.tallkilde import Rad, Tallkilde
from analyse.rapport.tallord import Ordlegger

KOLONNER = (
    ("modell", 16),
    ("indikator", 28),
    ("del", 28),
    ("mot", 18),
    ("verdi", 12),
    ("enhet", 15),
    ("lav", 10),
    ("hoey", 10),
    ("intervall", 22),
    ("n", 8),
    ("grunnlag", 13),
    ("verdikt", 20),
    ("stroem", 13),
    ("rekkevidde", 22),
    ("grunn", 44),
    ("kilde", 60),
    ("id", 50),
)
VERDIKOLONNE, LAV, HOEY, N = 4, 6, 7, 9
KOLONNEBOKSTAV = "E"  # of the values
FASTE = 3  # columns that stay in view: which model, which measure, which part
HODERAD = 2  # a title and a line of explanation stand above


def elementnavn(ordlegger: Ordlegger, organnavn: dict[str, str], rad: Rad) -> str:
    """Return what part of the model a row concerns, in words; "" for a headline figure."""
    dimensjon, element = rad["dimensjon"], rad["element"]
    if element is None:
        return ""
    if dimensjon == "ledd":
        organ, _, ledd = element.partition(".")
        return f"{organnavn.get(organ, organ)}: {ordlegger.tekst(f'indikator.ledd.{ledd}')}"
    if dimensjon == "organpar":
        return " – ".join(organnavn.get(o, o) for o in str(element).split("+"))
    if dimensjon == "sakstype" and ordlegger.tekst.finnes(f"sakstype.{element}"):
        return ordlegger.tekst(f"sakstype.{element}")
    return organnavn.get(str(element), str(element))


class Maalingsark:
    """Knows on which line of the sheet each number stands, before and while it is written."""

    def __init__(self, kilde: Tallkilde, navn: str) -> None:
        self.navn = navn
        self._kilde = kilde
        self._rader = list(kilde.rader())
        self._linje: dict[str, int] = {}
        for nr, (rad, _) in enumerate(self._rader):
            self._linje.setdefault(maaling_id(rad | {"intervall": "ingen"}), HODERAD + 1 + nr)

    def har(self, tall_id: str) -> bool:
        """True where the number stands on the sheet."""
        return tall_id in self._linje

    def _celle(self, tall_id: str) -> str:
        return f"{KOLONNEBOKSTAV}{self._linje[tall_id] + 1}"

    def write_navn(self, bok: Any) -> None:
        """Give every number with a value its defined name, and each printed end of an interval its own."""
        skrevet: set[str] = set()
        for nr, (rad, tall) in enumerate(self._rader):
            if tall.verdi is not None and tall.id not in skrevet:
                self._navngi(bok, tall.id, KOLONNEBOKSTAV, self._linje[tall.id])
                skrevet.add(tall.id)
            if rad["intervall"] != "ingen":
                for ende, kolonne in (("lav", "G"), ("hoey", "H")):
                    if rad[ende] is not None:
                        self._navngi(bok, f"{maaling_id(rad)}__{ende}", kolonne, HODERAD + 1 + nr)

    def _navngi(self, bok: Any, navn: str, kolonne: str, linje: int) -> None:
        bok.define_name(navn, f"='{self.navn}'!${kolonne}${linje + 1}")

    def _formel(self, rad: Rad) -> str | None:
        """Return the formula of a difference or a sum, None for a number of its own."""
        if rad["verdi"] is None:
            return None
        egen = {**rad, "mot": None, "intervall": "ingen"}
        if rad["mot"] is not None:
            return (
                f"={self._celle(maaling_id(egen))}-{self._celle(maaling_id(egen | {'modell': rad['mot']}))}"
            )
        samles = self._kilde.resultat.indikatorer[rad["indikator"]].samles
        if not samles or rad["dimensjon"] is not None:
            return None
        deler = [
            self._kilde.finn(rad["modell"], rad["indikator"], dimensjon=samles, element=e)
            for e in self._kilde.elementer(rad["indikator"], samles)
        ]
        celler = [self._celle(t.id) for t in deler if t is not None and t.verdi is not None]
        return "=" + "+".join(celler) if celler else None

    def write(
        self,
        skriver: Celleskriver,
        ordlegger: Ordlegger,
        tallformater: Tallformater,
        modellnavn: dict[str, str],
        organnavn: dict[str, str],
    ) -> None:
        """Write the sheet."""
        tekst = ordlegger.tekst
        skriver.write_tekst(0, 0, tekst("rapport.kapittel.maalinger"), "overskrift")
        skriver.ark.write_string(1, 0, tekst("rapport.excel.om_maalinger"), skriver.formater["undertittel"])
        for kolonne, (navn, bredde) in enumerate(KOLONNER):
            skriver.write_tekst(HODERAD, kolonne, tekst(f"rapport.kolonne.{navn}"), "hode")
            skriver.ark.set_column(kolonne, kolonne, bredde)
        for nr, (rad, tall) in enumerate(self._rader):
            self._write_rad(
                skriver, ordlegger, tallformater, (HODERAD + 1 + nr, rad, tall), modellnavn, organnavn
            )
        skriver.ark.freeze_panes(HODERAD + 1, FASTE)
        skriver.ark.autofilter(HODERAD, 0, HODERAD + len(self._rader), len(KOLONNER) - 1)
        skriver.ark.repeat_rows(HODERAD)

    def _write_rad(
        self,
        skriver: Celleskriver,
        ordlegger: Ordlegger,
        tallformater: Tallformater,
        linje_rad_tall: tuple[int, Rad, Tall],
        modellnavn: dict[str, str],
        organnavn: dict[str, str],
    ) -> None:
        linje, rad, tall = linje_rad_tall
        tekst = ordlegger.tekst
        ord_ = {
            0: modellnavn[rad["modell"]],
            1: tekst(f"indikator.{rad['indikator']}.navn"),
            2: elementnavn(ordlegger, organnavn, rad),
            3: modellnavn[rad["mot"]] if rad["mot"] else "",
            5: tekst(f"begrep.enhet.{rad['enhet']}"),
            8: tekst(f"begrep.intervall.{rad['intervall']}"),
            10: ordlegger.grunnlag(tall),
            11: tekst(f"begrep.verdikt.{rad['verdikt']}") if rad["verdikt"] else "",
            12: tekst(f"begrep.stroem.{rad['stroem']}"),
            13: tekst(f"begrep.rekkevidde.{rad['rekkevidde']}"),
            14: ordlegger.grunn(tall),
            15: ordlegger.kilde(tall),
            16: tall.id,
        }
        for kolonne, verdi in ord_.items():
            skriver.write_tekst(linje, kolonne, verdi, "celle")
        hoeyde = max(tekst_hoeyde(verdi, KOLONNER[kolonne][1]) for kolonne, verdi in ord_.items())
        skriver.ark.set_row(linje, hoeyde)
        form = tallformater.format(rad["enhet"], differanse=rad["mot"] is not None, minst=tall.er_minst)
        ende = tallformater.format(rad["enhet"], differanse=rad["mot"] is not None)
        formel = self._formel(rad)
        if rad["verdi"] is None:
            skriver.write_tekst(linje, VERDIKOLONNE, ordlegger.verdi(tall), "celle_ord")
        elif formel is not None:
            skriver.write_formel(linje, VERDIKOLONNE, formel, rad["verdi"], form)
        else:
            skriver.write_tall(linje, VERDIKOLONNE, rad["verdi"], form)
        for kolonne, verdi, format_ in (
            (LAV, rad["lav"], ende),
            (HOEY, rad["hoey"], ende),
            (N, rad["n"], tallformater.format("saker")),
        ):
            if verdi is None:
                skriver.write_tom(linje, kolonne, "celle")
            else:
                skriver.write_tall(linje, kolonne, float(verdi), format_)
