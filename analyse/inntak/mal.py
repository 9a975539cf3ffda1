"""The intake workbook written: headings, drop-downs and help in the reader's language, and rows where given.

XlsxWriter, because its files are the same bytes each time. Text is never taken for a formula.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from analyse.grunn.filer import write_atomisk
from analyse.grunn.tekst import Tekst
from analyse.grunn.tid import stempel_tidspunkt
from analyse.inntak.arkdefinisjon import Ark, Kolonne, arkene, arknavn, overskrift

MAKS_RADER_MED_LISTE = 200  # drop-downs reach this far down; a larger workbook still reads
BREDDE = {"tekst": 26, "liste": 22, "valg": 20, "spenn": 16, "datoer": 22}


def write_arbeidsbok(
    sti: Path, rader: Mapping[str, Sequence[Mapping[str, Any]]], spraak: str, dato: date
) -> None:
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
        valg = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        with xlsxwriter.Workbook(str(midlertidig), valg) as bok:
            bok.set_properties({"title": tekst("inntak.tittel"), "created": stempel_tidspunkt(dato)})
            hode = bok.add_format({"bold": True, "bg_color": "#E6EEF5", "text_wrap": True, "valign": "top"})
            bryt = bok.add_format({"text_wrap": True, "valign": "top"})
            for ark in arkene():
                side = bok.add_worksheet(arknavn(tekst, ark))
                side.set_landscape()
                side.set_paper(9)
                side.fit_to_pages(1, 0)
                side.freeze_panes(1, 0)
                side.repeat_rows(0)
                skriver = _skriv_felt if ark.form == "felt" else _skriv_tabell
                skriver(side, ark, rader.get(ark.id, ()), tekst, (hode, bryt))

    write_atomisk(sti, skriv)


def _verdi(kolonne: Kolonne, verdi: Any, tekst: Tekst) -> Any:
    if kolonne.type == "valg" and verdi in kolonne.valg:
        return tekst(f"inntak.valg.{verdi}")
    if isinstance(verdi, bool):
        return tekst("inntak.ja" if verdi else "inntak.nei")
    if isinstance(verdi, date):
        return verdi.strftime("%d.%m.%Y")
    return verdi


def _rullegardin(side: Any, kolonne: Kolonne, celler: tuple[int, int, int, int], tekst: Tekst) -> None:
    if kolonne.type == "valg":
        kilde = [tekst(f"inntak.valg.{v}") for v in kolonne.valg]
    elif kolonne.type == "ja_nei":
        kilde = [tekst("inntak.ja"), tekst("inntak.nei"), tekst("inntak.vet_ikke")]
    else:
        return
    if len(",".join(kilde)) > 255:  # Excel's limit for a list typed into the rule
        return
    side.data_validation(
        *celler,
        {
            "validate": "list",
            "source": kilde,
            "error_title": tekst("inntak.listefeil_tittel"),
            "error_message": tekst("inntak.listefeil"),
            "error_type": "warning",
        },
    )


def _skriv_felt(
    side: Any, ark: Ark, rader: Sequence[Mapping[str, Any]], tekst: Tekst, formater: tuple[Any, Any]
) -> None:
    hode, bryt = formater
    rad = rader[0] if rader else {}
    for nr, navn in enumerate(("felt", "verdi", "hjelp")):
        side.write_string(0, nr, tekst(f"inntak.{navn}"), hode)
    side.set_column(0, 0, 30)
    side.set_column(1, 1, 34)
    side.set_column(2, 2, 60)
    for nr, kolonne in enumerate(ark.kolonner, start=1):
        side.write_string(nr, 0, overskrift(tekst, ark, kolonne), bryt)
        verdi = _verdi(kolonne, rad.get(kolonne.id), tekst)
        if verdi is not None:
            side.write(nr, 1, verdi, bryt)
        side.write_string(nr, 2, tekst(f"inntak.hjelp_{ark.id}.{kolonne.id}"), bryt)
        _rullegardin(side, kolonne, (nr, 1, nr, 1), tekst)


def _skriv_tabell(
    side: Any, ark: Ark, rader: Sequence[Mapping[str, Any]], tekst: Tekst, formater: tuple[Any, Any]
) -> None:
    hode, bryt = formater
    for nr, kolonne in enumerate(ark.kolonner):
        side.write_string(0, nr, overskrift(tekst, ark, kolonne), hode)
        side.write_comment(0, nr, tekst(f"inntak.hjelp_{ark.id}.{kolonne.id}"), {"author": ""})
        side.set_column(nr, nr, BREDDE.get(kolonne.type, 14))
        _rullegardin(side, kolonne, (1, nr, MAKS_RADER_MED_LISTE, nr), tekst)
    for rad_nr, rad in enumerate(rader, start=1):
        for nr, kolonne in enumerate(ark.kolonner):
            verdi = _verdi(kolonne, rad.get(kolonne.id), tekst)
            if verdi is not None:
                side.write(rad_nr, nr, verdi, bryt)
