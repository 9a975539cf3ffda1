"""The intake workbook written: one sheet per subject in three levels, and a status sheet that counts along.

XlsxWriter, because its files are the same bytes each time. Text is never taken for a formula. What a single
sheet looks like stands in `arkskriver`, the counting in `statusark`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from analyse.grunn.filer import write_atomisk
from analyse.grunn.tekst import Tekst
from analyse.grunn.tid import stempel_tidspunkt
from analyse.inntak.arkdefinisjon import FORMATMERKE, Ark, arkene, arknavn, bokformat
from analyse.inntak.arkskriver import Arkskriver, build_skriveformater
from analyse.inntak.statusark import write_status

Rader = Mapping[str, Sequence[Mapping[str, Any]]]
Liste = tuple[tuple[str, ...], bool]  # the choices ((): yes and no), and whether "don't know" is one


def write_arbeidsbok(
    sti: Path,
    rader: Rader,
    spraak: str,
    dato: date,
    *,
    nivaa: str = "kommune",
    bare_aapne: bool = False,
) -> None:
    """Write the intake workbook with the given rows.

    Parameters
    ----------
    rader : per sheet id, rows of column id → value as a person would type it. dato : stamped as created.
    nivaa : kommune or fylkeskommune, for the words of the help. bare_aapne : a second round: only what is
        not yet answered ("vet ikke" is an answer); sheets where nothing is open are left out.

    Raises
    ------
    MiljoeFeil : the file cannot be written.
    """
    import xlsxwriter

    tekst = Tekst(spraak, nivaa)
    utvalg = _aapne(rader) if bare_aapne else {ark: tuple(rader.get(ark.id, ())) for ark in arkene()}

    def skriv(midlertidig: Path) -> None:
        with xlsxwriter.Workbook(str(midlertidig)) as bok:
            bok.set_properties({"title": tekst("inntak.tittel"), "created": stempel_tidspunkt(dato)})
            bok.set_custom_property(FORMATMERKE, bokformat())
            status = bok.add_worksheet(tekst("inntak.ark.status"))
            sider = {ark: bok.add_worksheet(arknavn(tekst, ark)) for ark in utvalg}
            lister = _skriv_lister(bok.add_worksheet(tekst("inntak.ark.lister")), tekst)
            skriver = Arkskriver(
                tekst=tekst,
                formater=build_skriveformater(bok),
                lister=lister,
                med=frozenset(a.id for a in sider),
                bare_aapne=bare_aapne,
            )
            for ark, side in sider.items():
                skriver.write_ark(side, ark, utvalg[ark])
            write_status(status, skriver, tuple(sider))

    write_atomisk(sti, skriv)


def _aapne(rader: Rader) -> dict[Ark, tuple[Mapping[str, Any], ...]]:
    """Return the sheets with something open, and of tables the rows that have it."""
    ut: dict[Ark, tuple[Mapping[str, Any], ...]] = {}
    for ark in arkene():
        alle = tuple(rader.get(ark.id, ()))
        aapne = tuple(r for r in alle if any(r.get(k.id) in (None, "") for k in ark.spoersmaal))
        if ark.form == "felt":
            if aapne or not alle:
                ut[ark] = alle
        elif aapne or not alle:
            ut[ark] = aapne
    return ut


def _skriv_lister(side: Any, tekst: Tekst) -> dict[Liste, str]:
    """Fill the hidden sheet of drop-down words; give the range of each list.

    A list typed into the cell rule itself may hold 255 characters, and the kinds of bodies need more.
    """
    side.hide()
    vet_ikke = tekst("inntak.vet_ikke")
    lister: dict[Liste, tuple[str, ...]] = {}
    for kolonne in (k for a in arkene() for k in a.alle_kolonner if k.har_liste):
        ordene = tuple(tekst(f"inntak.valg.{v}") for v in kolonne.valg)
        ordene = ordene or (tekst("inntak.ja"), tekst("inntak.nei"))
        lister[kolonne.valg, not kolonne.paakrevd] = (*ordene, *(() if kolonne.paakrevd else (vet_ikke,)))
    omraader = {}
    for nr, (noekkel, ordene) in enumerate(lister.items()):
        for rad, ord_ in enumerate(ordene):
            side.write_string(rad, nr, ord_)
        kolonnebokstav = chr(ord("A") + nr)
        omraader[noekkel] = f"'{side.get_name()}'!${kolonnebokstav}$1:${kolonnebokstav}${len(ordene)}"
    return omraader
