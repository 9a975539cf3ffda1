"""The intake workbook written: headings, drop-downs and help in the reader's language, and rows where given.

XlsxWriter, because its files are the same bytes each time. Text is never taken for a formula.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

from analyse.grunn.filer import write_atomisk
from analyse.grunn.tekst import Tekst
from analyse.grunn.tid import stempel_tidspunkt
from analyse.inntak.arkdefinisjon import Ark, Kolonne, arkene, arknavn, overskrift

MAKS_RADER_MED_LISTE = 200  # drop-downs reach this far down; a larger workbook still reads
BREDDE = {"tekst": 26, "liste": 22, "valg": 20, "spenn": 16, "datoer": 22, "heltallene": 16}
BREDDE_ELLERS = 14
BREDDE_KILDE = 60
LINJEHOEYDE = 15  # points; Excel's own for its standard letter
BREDDE_FELT, BREDDE_SVAR, BREDDE_HJELP = 30, 34, 60
A4 = 9  # the paper's number in Excel
Rader = Mapping[str, Sequence[Mapping[str, Any]]]


def write_arbeidsbok(sti: Path, rader: Rader, spraak: str, dato: date) -> None:
    """Write the intake workbook with the given rows.

    Parameters
    ----------
    rader : per sheet id, rows of column id → value as a person would type it. dato : stamped as created.

    Raises
    ------
    MiljoeFeil : the file cannot be written.
    """
    import xlsxwriter

    tekst = Tekst(spraak)

    def skriv(midlertidig: Path) -> None:
        with xlsxwriter.Workbook(str(midlertidig)) as bok:
            bok.set_properties({"title": tekst("inntak.tittel"), "created": stempel_tidspunkt(dato)})
            sider = [(ark, bok.add_worksheet(arknavn(tekst, ark))) for ark in arkene()]
            lister = _skriv_lister(bok.add_worksheet(tekst("inntak.ark.lister")), tekst)
            skriver = _Skriver(
                tekst=tekst,
                hode=bok.add_format(
                    {"bold": True, "bg_color": "#E6EEF5", "text_wrap": True, "valign": "top"}
                ),
                bryt=bok.add_format({"text_wrap": True, "valign": "top"}),
                svar=bok.add_format({"text_wrap": True, "valign": "top", "align": "left"}),
                lister=lister,
            )
            for ark, side in sider:
                side.set_landscape()
                side.set_paper(A4)
                side.fit_to_pages(1, 0)
                side.freeze_panes(1, 0)
                side.repeat_rows(0)
                (skriver.felt if ark.form == "felt" else skriver.tabell)(side, ark, rader.get(ark.id, ()))

    write_atomisk(sti, skriv)


def _skriv_lister(side: Any, tekst: Tekst) -> dict[tuple[str, ...], str]:
    """Fill the hidden sheet of drop-down words; give the range of each list.

    A list typed into the cell rule itself may hold 255 characters, and the kinds of bodies need more.
    """
    side.hide()
    ja_nei = (tekst("inntak.ja"), tekst("inntak.nei"), tekst("inntak.vet_ikke"))
    lister = {(): ja_nei} | {
        k.valg: tuple(tekst(f"inntak.valg.{v}") for v in k.valg)
        for a in arkene()
        for k in a.kolonner
        if k.valg
    }
    omraader = {}
    for nr, (noekkel, ordene) in enumerate(lister.items()):
        for rad, ord_ in enumerate(ordene):
            side.write_string(rad, nr, ord_)
        kolonne = chr(ord("A") + nr)
        omraader[noekkel] = f"='{side.get_name()}'!${kolonne}$1:${kolonne}${len(ordene)}"
    return omraader


def _bredde(kolonne: Kolonne) -> int:
    return BREDDE_KILDE if kolonne.id == "kilde" else BREDDE.get(kolonne.type, BREDDE_ELLERS)


def _hoeyde(verdi_per_bredde: Mapping[int, Any]) -> int:
    """Return the height of a row whose texts are wrapped; only Excel itself would find it on opening."""
    linjer = [ceil(len(str(v)) / b) for b, v in verdi_per_bredde.items() if v not in (None, "")]
    return LINJEHOEYDE * max(linjer, default=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Skriver:
    """Writes one sheet after the other in the same manner."""

    tekst: Tekst
    hode: Any
    bryt: Any
    svar: Any
    lister: Mapping[tuple[str, ...], str]

    def felt(self, side: Any, ark: Ark, rader: Sequence[Mapping[str, Any]]) -> None:
        """Write a sheet of one row per field: field, value, help."""
        rad = rader[0] if rader else {}
        for nr, (navn, bredde) in enumerate(
            (("felt", BREDDE_FELT), ("verdi", BREDDE_SVAR), ("hjelp", BREDDE_HJELP))
        ):
            side.write_string(0, nr, self.tekst(f"inntak.{navn}"), self.hode)
            side.set_column(nr, nr, bredde)
        for nr, kolonne in enumerate(ark.kolonner, start=1):
            verdi, hjelp = rad.get(kolonne.id), self.tekst(f"inntak.hjelp_{ark.id}.{kolonne.id}")
            side.write_string(nr, 0, overskrift(self.tekst, ark, kolonne), self.bryt)
            self._celle(side, (nr, 1), kolonne, verdi, self.svar)
            side.write_string(nr, 2, hjelp, self.bryt)
            side.set_row(nr, _hoeyde({BREDDE_SVAR: verdi, BREDDE_HJELP: hjelp}))
            self._rullegardin(side, kolonne, (nr, 1, nr, 1))

    def tabell(self, side: Any, ark: Ark, rader: Sequence[Mapping[str, Any]]) -> None:
        """Write a sheet of one row per thing; the help is the heading's note."""
        for nr, kolonne in enumerate(ark.kolonner):
            side.write_string(0, nr, overskrift(self.tekst, ark, kolonne), self.hode)
            hjelp = self.tekst(f"inntak.hjelp_{ark.id}.{kolonne.id}")
            side.write_comment(0, nr, hjelp, {"author": ""})
            side.set_column(nr, nr, _bredde(kolonne))
            self._rullegardin(side, kolonne, (1, nr, MAKS_RADER_MED_LISTE, nr))
        for rad_nr, rad in enumerate(rader, start=1):
            for nr, kolonne in enumerate(ark.kolonner):
                self._celle(side, (rad_nr, nr), kolonne, rad.get(kolonne.id), self.bryt)
            side.set_row(rad_nr, max(_hoeyde({_bredde(k): rad.get(k.id)}) for k in ark.kolonner))

    def _celle(self, side: Any, plass: tuple[int, int], kolonne: Kolonne, verdi: Any, format_: Any) -> None:
        if verdi is None or verdi == "":
            return
        if isinstance(verdi, bool):
            side.write_string(*plass, self.tekst("inntak.ja" if verdi else "inntak.nei"), format_)
        elif isinstance(verdi, (int, float)):
            side.write_number(*plass, verdi, format_)
        elif isinstance(verdi, date):
            side.write_string(*plass, verdi.strftime("%d.%m.%Y"), format_)
        elif verdi in kolonne.valg:
            side.write_string(*plass, self.tekst(f"inntak.valg.{verdi}"), format_)
        else:
            side.write_string(*plass, str(verdi), format_)

    def _rullegardin(self, side: Any, kolonne: Kolonne, celler: tuple[int, int, int, int]) -> None:
        if kolonne.type not in ("valg", "ja_nei"):
            return
        side.data_validation(
            *celler,
            {
                "validate": "list",
                "source": self.lister[kolonne.valg],
                "error_title": self.tekst("inntak.listefeil_tittel"),
                "error_message": self.tekst("inntak.listefeil"),
                "error_type": "warning",
            },
        )
