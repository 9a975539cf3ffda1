"""The correction list: every finding as a row that a municipality can work through and send back.

Findings stand as the reader meets them in the workbook; what does not stop the work comes after what does in
the same place. Written by the guarded cell writer: what a person typed is never a formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from analyse.grunn.feil import BrukFeil, Funn, vis_verdi
from analyse.grunn.feiltekst import del_sted, format_funn
from analyse.grunn.filer import check_skrivbar, check_urort, note_skrevet, write_atomisk
from analyse.grunn.tekst import Tekst
from analyse.rapport.celleskriver import Celleskriver
from analyse.rapport.excelformat import build_formater, tekst_hoeyde

FORMATER = (".xlsx",)
# The list is of the files as they are, not of a day: stamped, as archives are, with the first date there is.
UTEN_DATO = datetime(1980, 1, 1)  # noqa: DTZ001  # written without zone, so that bytes do not move
HODERAD = 3  # counted from 0
KOLONNER = (("nr", 6), ("ark", 22), ("celle", 12), ("slag", 12), ("funnet", 46), ("ventet", 40), ("raad", 46),
            ("rettet", 14))  # fmt: skip


def check_rettelista(sti: Path) -> None:
    """Refuse a format there is no writer for, and a list that a person has changed since we wrote it.

    Raises
    ------
    BrukFeil : as said. MiljoeFeil : its folder cannot be written to.
    """
    if sti.suffix.lower() not in FORMATER:
        felter = {"funnet": vis_verdi(sti.suffix or sti.name), "lovlige": ", ".join(FORMATER)}
        raise BrukFeil([Funn(kode="BR-011", sted="--rettelista", felter=felter)])
    check_skrivbar(sti.parent)
    check_urort(sti, overskriv=False)


def write_rettelista(sti: Path, funn: Sequence[Funn], tekst: Tekst) -> None:
    """Write the list.

    Raises
    ------
    MiljoeFeil : the file cannot be written.
    """
    import xlsxwriter

    def skriv(midlertidig: Path) -> None:
        with xlsxwriter.Workbook(str(midlertidig)) as bok:
            bok.set_properties({"title": tekst("rapport.rettelista.tittel"), "created": UTEN_DATO})
            side = bok.add_worksheet(tekst("rapport.rettelista.tittel"))
            _sett_opp(side, len(funn))
            _skriv_rader(Celleskriver(side, build_formater(bok)), funn, tekst)

    write_atomisk(sti, skriv)
    note_skrevet([sti])


def _sett_opp(side: Any, antall: int) -> None:
    side.set_landscape()
    side.set_paper(9)
    side.fit_to_pages(1, 0)
    side.repeat_rows(HODERAD)
    side.freeze_panes(HODERAD + 1, 0)
    side.set_footer("&R&8&P / &N")
    side.hide_gridlines(2)
    side.autofilter(HODERAD, 0, HODERAD + max(antall, 1), len(KOLONNER) - 1)


def _skriv_rader(skriver: Celleskriver, funn: Sequence[Funn], tekst: Tekst) -> None:
    feil = sum(f.alvor != "advarsel" for f in funn)
    skriver.write_tekst(0, 0, tekst("rapport.rettelista.tittel"), "overskrift")
    om = tekst("rapport.rettelista.om", feil=feil, advarsler=len(funn) - feil)
    skriver.ark.write_string(1, 0, om)
    for nr, (kolonne, bredde) in enumerate(KOLONNER):
        skriver.ark.set_column(nr, nr, bredde)
        skriver.write_tekst(HODERAD, nr, tekst(f"rapport.rettelista.{kolonne}"), "hode")
    for nr, ett in enumerate(funn, start=1):
        ord_ = format_funn(ett, tekst)
        ark, celle = del_sted(ett.sted)
        slag = tekst(f"rapport.rettelista.slag_{ett.alvor}")
        verdier = (str(nr), ark, celle, slag, ord_["funnet"], ord_["ventet"], ord_["raad"], "")
        hoyder = [tekst_hoeyde(v, bredde) for v, (_, bredde) in zip(verdier, KOLONNER, strict=True) if v]
        skriver.ark.set_row(HODERAD + nr, max(hoyder))
        for plass, verdi in enumerate(verdier):
            if verdi:
                skriver.write_tekst(HODERAD + nr, plass, verdi, "celle")
            else:
                skriver.write_tom(HODERAD + nr, plass, "celle")
