"""The report as an Excel workbook: a sheet a chapter, live formulas, a chart, names on every number.

XlsxWriter, since its files are the same bytes each time. Text is never a formula, nothing is cut.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from analyse.figurer.scene import Figur
from analyse.grunn.filer import write_atomisk
from analyse.grunn.tekst import Tekst
from analyse.grunn.tid import stempel_tidspunkt
from analyse.rapport.bilder import build_bilder
from analyse.rapport.blokker import (
    Avsnitt,
    Bilde,
    Blokk,
    Kapittel,
    Overskrift,
    Punkter,
    Rapport,
    Soyler,
    Tabell,
    Varsel,
    i_setninger,
)
from analyse.rapport.celleskriver import Celleskriver
from analyse.rapport.excelformat import Tallformater, build_formater, tekst_hoeyde
from analyse.rapport.exceltabell import Tabellplass, kolonnetekster, write_soyler, write_tabell
from analyse.rapport.maalingsark import Maalingsark
from analyse.rapport.tallkilde import Tallkilde
from analyse.rapport.tallord import Ordlegger, build_ordlegger, modellnavn_i_ord, organnavn

TEKSTBREDDE = 130  # characters a line of running text may take over the merged columns: about a page's width
SIDEBREDDE = 150  # characters in all that a landscape page still prints in a size one can read
STANDARDBREDDE = 16
BREDDER = {
    "ord": (14, 58),
    "tall": (14, 18),
    "om": (20, 27),
}  # least and greatest width by what a column holds
MINSTE = {"foerste": 24.0, "ord": 14.0, "tall": 13.0, "om": 18.0}  # how far a wide sheet's columns may shrink


class _Bok:
    """One workbook being written: what every sheet shares, and where tables stand for charts to point at."""

    def __init__(self, bok: Any, rapport: Rapport, tekst: Tekst) -> None:
        self.bok = bok
        self.rapport = rapport
        self.tekst = tekst
        self.ordlegger: Ordlegger = build_ordlegger(rapport, tekst)
        self.formater = build_formater(bok)
        minst = tekst("rapport.tall.minst", verdi="").strip()
        self.tallformater = Tallformater(bok, minst)
        kilde = Tallkilde(rapport.resultat)
        self.maalinger = Maalingsark(kilde, tekst("rapport.kapittel.maalinger"))
        self.egne_navn: set[str] = set()
        self.tabeller: dict[str, Tabellplass] = {}
        self.bredder: list[float] = []

    def ark(self, navn: str) -> Celleskriver:
        side = self.bok.add_worksheet(navn)
        side.set_landscape()
        side.set_paper(9)
        side.fit_to_pages(1, 0)
        side.set_margins(0.5, 0.5, 0.6, 0.6)
        side.set_footer("&L&8" + self._bunn() + "&R&8&P / &N")
        side.hide_gridlines(2)
        return Celleskriver(side, self.formater)

    def _bunn(self) -> str:
        opphav = self.rapport.opphav
        return self.tekst(
            "rapport.bunntekst",
            versjon=opphav.kodeversjon,
            dato=self.tekst.dato(opphav.dato),
            fingeravtrykk=opphav.datafingeravtrykk[:8],
        ).replace("&", "&&")


def _sett_bredder(bok: _Bok, skriver: Celleskriver, kapittel: Kapittel) -> None:
    """Give the sheet's columns the width that its tables ask for, within bounds and within a page."""
    bredder, minst = [38.0], [MINSTE["foerste"]]
    for blokk in kapittel.blokker:
        if not isinstance(blokk, Tabell):
            continue
        for nr, (slag, tekster) in enumerate(kolonnetekster(blokk, bok.ordlegger)):
            if nr == len(bredder):
                bredder.append(0.0)
                minst.append(MINSTE[slag])
            lav, hoey = BREDDER[slag]
            bredder[nr] = max(bredder[nr], min(max(max(len(t) for t in tekster) + 2, lav), hoey))
            lengste_ord = max(len(ord_) for t in tekster for ord_ in (t.split() or [""]))
            minst[nr] = min(max(minst[nr], lengste_ord + 3.0), bredder[nr])  # a word is not broken
    # Wider than the page would be printed small: what can be given up is taken where there is most of it.
    for_mye, kan_gis = sum(bredder) - SIDEBREDDE, sum(b - m for b, m in zip(bredder, minst, strict=True))
    if for_mye > 0 and kan_gis > 0:
        del_ = min(1.0, for_mye / kan_gis)
        bredder = [b - del_ * (b - m) for b, m in zip(bredder, minst, strict=True)]
    while sum(bredder) < TEKSTBREDDE:
        bredder.append(STANDARDBREDDE)
    for nr, bredde in enumerate(bredder):
        skriver.ark.set_column(nr, nr, bredde)
    bok.bredder = bredder


def _tekstrad(
    bok: _Bok, skriver: Celleskriver, rad: int, tekst: str, format_: str = "tekst", innrykk: str = ""
) -> int:
    ferdig = innrykk + tekst
    siste, bredde = 0, bok.bredder[0]
    while bredde < TEKSTBREDDE and siste + 1 < len(bok.bredder):
        siste += 1
        bredde += bok.bredder[siste]
    if siste:
        skriver.ark.merge_range(rad, 0, rad, siste, "", skriver.formater[format_])
    skriver.write_tekst(rad, 0, ferdig, format_)
    skriver.ark.set_row(rad, tekst_hoeyde(ferdig, bredde * 1.02) + 1)
    return rad + 1


def _write_figur(skriver: Celleskriver, figur: Figur, navn: str, rad: int) -> int:
    from analyse.figurer.png import draw_png

    dpi, skjerm_dpi = 144, 96
    bilde = draw_png(figur, dpi=dpi)
    skala = min(1.0, 1000 / figur.bredde)  # about the width of the text
    skriver.ark.insert_image(
        rad,
        0,
        navn,
        {
            "image_data": BytesIO(bilde),
            "description": figur.alt,
            "x_scale": skala,
            "y_scale": skala,
            "object_position": 2,
        },
    )
    hoeyde_punkt = figur.hoeyde * skala * 72 / skjerm_dpi
    return rad + int(hoeyde_punkt / 15) + 2


def _write_blokk(bok: _Bok, skriver: Celleskriver, blokk: Blokk, rad: int) -> int:  # noqa: PLR0911  # one line of dispatch a kind of block
    if isinstance(blokk, Overskrift):
        skriver.write_tekst(rad + 1, 0, bok.ordlegger.ord(blokk.ord), "overskrift")
        skriver.ark.set_row(rad + 1, 20)
        return rad + 2
    if isinstance(blokk, Avsnitt):
        return _tekstrad(bok, skriver, rad, bok.ordlegger.ord(blokk.ord))
    if isinstance(blokk, Varsel):
        return _tekstrad(bok, skriver, rad, bok.ordlegger.varsel(blokk.funn), innrykk="• ")
    if isinstance(blokk, Punkter):
        for punkt in blokk.punkter:
            rad = _tekstrad(bok, skriver, rad, bok.ordlegger.ord(punkt), innrykk="• ")
        return rad
    if isinstance(blokk, Tabell):
        plass = write_tabell(
            skriver,
            blokk,
            rad + 1,
            bok.ordlegger,
            bok.tallformater,
            bok.maalinger,
            bok.bok,
            bok.egne_navn,
            bok.bredder,
        )
        bok.tabeller[blokk.id] = plass
        if blokk.note is not None:
            return _tekstrad(bok, skriver, plass.neste_rad, bok.ordlegger.ord(blokk.note), "note") + 1
        return plass.neste_rad + 1
    if isinstance(blokk, Soyler):
        return write_soyler(bok.bok, skriver, blokk, bok.tabeller[blokk.tabell], rad, bok.ordlegger)
    for figur in build_bilder(bok.rapport, blokk, bok.tekst):
        rad = _write_figur(skriver, figur, f"{blokk.slag}_{blokk.modell or blokk.indikator}.png", rad)
    return rad


def _write_kapittel(bok: _Bok, kapittel: Kapittel, *, foerst: bool) -> None:
    skriver = bok.ark(bok.tekst(f"rapport.kapittel.{kapittel.id}"))
    _sett_bredder(bok, skriver, kapittel)
    rad = 0
    if foerst:
        skriver.write_tekst(0, 0, bok.tekst("rapport.tittel", kommune=bok.rapport.kommunenavn), "tittel")
        skriver.ark.set_row(0, 28)
        skriver.write_tekst(1, 0, bok.tekst("rapport.undertittel"), "undertittel")
        skriver.ark.set_row(1, 18)
        rad = 2
        if bok.rapport.oppdiktet:
            skriver.write_tekst(2, 0, bok.tekst("rapport.oppdiktet_merke"), "merke")
            rad = 3
        skriver.ark.activate()
    skriver.write_tekst(rad, 0, bok.tekst(f"rapport.kapittel.{kapittel.id}"), "overskrift")
    skriver.ark.set_row(rad, 22)
    rad += 1
    sideskift: list[int] = []
    forrige: Blokk | None = None
    figur_under_overskriften = False
    for blokk in kapittel.blokker:
        ny_del = isinstance(blokk, Overskrift)
        etter_figur = isinstance(forrige, Soyler | Bilde)  # a chart shares a page with the table above it
        if (ny_del and figur_under_overskriften) or (etter_figur and not ny_del):
            sideskift.append(rad)
        rad = _write_blokk(bok, skriver, blokk, rad)
        figur_under_overskriften = isinstance(blokk, Bilde) or (figur_under_overskriften and not ny_del)
        forrige = blokk
    if sideskift:
        skriver.ark.set_h_pagebreaks(sideskift)


def _write_konstanter(bok: _Bok) -> None:
    """Name the numbers that stand only inside sentences, so that each id of the report is in the workbook."""
    for kapittel in bok.rapport.kapitler:
        for tall in i_setninger(kapittel.blokker):
            if tall.verdi is None or tall.id in bok.egne_navn or bok.maalinger.har(tall.id):
                continue
            bok.bok.define_name(tall.id, f"={tall.verdi!r}")
            bok.egne_navn.add(tall.id)


def write_excel(sti: Path, rapport: Rapport, tekst: Tekst) -> None:
    """Write the report as a workbook, atomically; the same report and language give the same bytes.

    Raises
    ------
    MiljoeFeil : no space, no permission, or the file is open in Excel.
    """
    import xlsxwriter

    valg = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
    }

    def skriv(midlertidig: Path) -> None:
        with xlsxwriter.Workbook(str(midlertidig), valg) as bok:
            bok.set_properties(
                {
                    "title": tekst("rapport.tittel", kommune=rapport.kommunenavn),
                    "subject": tekst("rapport.undertittel"),
                    "author": "styreform",
                    "created": stempel_tidspunkt(rapport.opphav.dato),
                }
            )
            egen = _Bok(bok, rapport, tekst)
            for nr, kapittel in enumerate(rapport.kapitler):
                _write_kapittel(egen, kapittel, foerst=nr == 0)
            maalinger = egen.ark(egen.maalinger.navn)
            maalinger.ark.set_paper(8)  # A3: seventeen columns
            egen.maalinger.write(
                maalinger,
                egen.ordlegger,
                egen.tallformater,
                modellnavn_i_ord(rapport, tekst),
                organnavn(rapport),
            )
            egen.maalinger.write_navn(bok)
            _write_konstanter(egen)

    write_atomisk(sti, skriv)
