"""The intake workbook read: cells to raw records with the place of each, every error at once.

openpyxl is always the engine (defusedxml guards its XML); links and macros are never followed. The
result goes through the same validator as a model file. One sheet's own reading stands in `arkleser`.
"""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path
from typing import Any

from analyse.grunn.feil import FarligFil, Funn, UgyldigeData
from analyse.grunn.feiltekst import TEKSTMERKE
from analyse.inntak.arkdefinisjon import FORMATMERKE, arkene, bokformat, kjente_ord, normaliser
from analyse.inntak.arkleser import Lesing, les_ark

MAKS_UTPAKKET = 200_000_000  # a zip bomb is refused by its table of contents, before it is unpacked
FOERSTE_MED_MERKE = 2
EGNE_ARK = ("status", "lister")  # written by us, never read


def _check_fil(sti: Path, navn: str) -> None:
    if not sti.exists():
        raise UgyldigeData([Funn(kode="IN-001", sted=navn, felter={"fil": navn})])
    if not sti.is_file():
        raise FarligFil([Funn(kode="IN-003", sted=navn, felter={"fil": navn})])
    try:
        with zipfile.ZipFile(sti) as arkiv:
            navneliste = {i.filename for i in arkiv.infolist()}
            stoerrelse = sum(i.file_size for i in arkiv.infolist())
    except zipfile.BadZipFile as feil:
        raise FarligFil([Funn(kode="IN-040", sted=navn, felter={"fil": navn})]) from feil
    if stoerrelse > MAKS_UTPAKKET:
        raise FarligFil([Funn(kode="IN-003", sted=navn, felter={"fil": navn})])
    if "[Content_Types].xml" not in navneliste:
        raise FarligFil([Funn(kode="IN-040", sted=navn, felter={"fil": navn})])


def _les_boeker(sti: Path, navn: str) -> tuple[Any, Any]:
    """Return the workbook twice: with Excel's computed values, and with the formulas themselves."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions openpyxl drops are no concern of ours
            verdibok = openpyxl.load_workbook(sti, data_only=True, keep_links=False)
            formelbok = openpyxl.load_workbook(sti, data_only=False, keep_links=False)
    except Exception as feil:  # openpyxl raises many kinds for a broken file; all mean the same
        raise FarligFil([Funn(kode="IN-040", sted=navn, felter={"fil": navn})]) from feil
    return verdibok, formelbok


def read_arbeidsbok(sti: Path, navn: str) -> Lesing:
    """Return the workbook's rows and everything wrong with its cells.

    Raises
    ------
    UgyldigeData : the file is missing, or made from a newer template than this version knows.
    FarligFil : it is no sound workbook, or its used range is absurd.
    """
    _check_fil(sti, navn)
    verdibok, formelbok = _les_boeker(sti, navn)
    lesing = Lesing(navn=navn)
    kjent = kjente_ord("inntak.ark", (*(a.id for a in arkene()), *EGNE_ARK))
    funnet = {kjent[normaliser(n)]: n for n in verdibok.sheetnames if normaliser(n) in kjent}
    format_ = _bokens_format(verdibok, navn)
    for ark in arkene():
        if ark.id in funnet:
            lesing.arknavn[ark.id] = funnet[ark.id]
            les_ark(lesing, ark, verdibok[funnet[ark.id]], formelbok[funnet[ark.id]])
        elif ark.nivaa == 1:
            felter = {"ark": f"{TEKSTMERKE}inntak.ark.{ark.id}"}
            lesing.funn.append(Funn(kode="IN-041", sted=navn, felter=felter))
    _advar_om_boken(lesing, verdibok, set(funnet.values()), format_)
    return lesing


def _bokens_format(bok: Any, navn: str) -> int | None:
    """Return the format the workbook says it has; None where a program has dropped the mark."""
    merker = {p.name: p.value for p in bok.custom_doc_props.props}
    if not isinstance(merker.get(FORMATMERKE), int):
        return None
    format_ = int(merker[FORMATMERKE])
    if format_ > bokformat():
        felter = {"funnet": str(format_), "nyeste": str(bokformat())}
        raise UgyldigeData([Funn(kode="IN-002", sted=navn, felter=felter)])
    return format_


def _advar_om_boken(lesing: Lesing, bok: Any, kjente: set[str], format_: int | None) -> None:
    for ark in bok.worksheets:
        if ark.sheet_state != "visible" and ark.title not in kjente:
            sted = f"{lesing.navn}!{ark.title}"
            lesing.advarsler.append(Funn(kode="IN-083", sted=sted, alvor="advarsel"))
    # before the mark came, the headings stood in the first row; without both, a program has dropped the mark
    if format_ is None and set(lesing.hoderader.values()) == {1}:
        felter = {"nyeste": str(bokformat()), "funnet": str(FOERSTE_MED_MERKE - 1)}
        lesing.advarsler.append(Funn(kode="IN-087", sted=lesing.navn, felter=felter, alvor="advarsel"))
