"""The intake workbook read: cells to raw records with the place of each, every error at once.

openpyxl is always the engine (defusedxml guards its XML); links and macros are never followed. The
result goes through the same validator as a model file.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analyse.grunn.feil import FarligFil, Funn, UgyldigeData, vis_verdi
from analyse.grunn.feiltekst import TEKSTMERKE, naermeste
from analyse.inntak.arkdefinisjon import Ark, Kolonne, arkene, kjente_ord, normaliser
from analyse.inntak.celle import Celleverdi, les_celle

MAKS_UTPAKKET = 200_000_000  # a zip bomb is refused by its table of contents, before it is unpacked
MAKS_RADER = 20_000
MAKS_KOLONNER = 200
PAAKREVDE_ARK = ("kommune", "partier", "organ")
Rad = dict[str, Any]


@dataclass(slots=True)
class Lesing:
    """What was read so far: rows per sheet, the cell of each value, and the findings."""

    navn: str
    rader: dict[str, list[Rad]] = field(default_factory=dict)
    celler: dict[tuple[str, int, str], str] = field(default_factory=dict)
    arknavn: dict[str, str] = field(default_factory=dict)
    funn: list[Funn] = field(default_factory=list)

    def sted(self, ark: str, rad: int, kolonne: str) -> str:
        """Return the place of a value as inntak.xlsx!Organ!C4, or of its sheet where no cell is known."""
        celle = self.celler.get((ark, rad, kolonne))
        deler = [self.navn, self.arknavn.get(ark, ark)] + ([celle] if celle else [])
        return "!".join(deler)


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
    UgyldigeData : the file is missing. FarligFil : it is no sound workbook, or its used range is absurd.
    """
    _check_fil(sti, navn)
    verdibok, formelbok = _les_boeker(sti, navn)
    lesing = Lesing(navn=navn)
    kjent = kjente_ord("inntak.ark", tuple(a.id for a in arkene()))
    funnet = {kjent[normaliser(n)]: n for n in verdibok.sheetnames if normaliser(n) in kjent}
    for ark in arkene():
        if ark.id in funnet:
            lesing.arknavn[ark.id] = funnet[ark.id]
            _les_ark(lesing, ark, verdibok[funnet[ark.id]], formelbok[funnet[ark.id]])
        elif ark.id in PAAKREVDE_ARK:
            felter = {"ark": f"{TEKSTMERKE}inntak.ark.{ark.id}"}
            lesing.funn.append(Funn(kode="IN-041", sted=navn, felter=felter))
    return lesing


def _les_ark(lesing: Lesing, ark: Ark, vark: Any, fark: Any) -> None:
    sted = f"{lesing.navn}!{vark.title}"
    if vark.max_row > MAKS_RADER or vark.max_column > MAKS_KOLONNER:
        felter = {"omraade": str(vark.dimensions), "rader": str(MAKS_RADER), "kolonner": str(MAKS_KOLONNER)}
        raise FarligFil([Funn(kode="IN-042", sted=sted, felter=felter)])
    for omraade in fark.merged_cells.ranges:
        felter = {"omraade": str(omraade.coord)}
        lesing.funn.append(Funn(kode="IN-043", sted=f"{sted}!{omraade.coord}", felter=felter))
    (_les_felt if ark.form == "felt" else _les_tabell)(lesing, ark, vark, fark)
    _check_paakrevd(lesing, ark)


def _verdi(lesing: Lesing, kolonne: Kolonne, celler: tuple[Any, Any], sted: str) -> Any:
    verdi, formel = celler[0].value, celler[1].value
    if verdi is None and formel is not None:
        felter = {"funnet": vis_verdi(getattr(formel, "text", formel))}
        lesing.funn.append(Funn(kode="IN-044", sted=sted, felter=felter))
        return None
    try:
        return les_celle(verdi, kolonne)
    except Celleverdi as feil:
        felter = {"funnet": vis_verdi(verdi), **feil.felter}
        if feil.kode == "IN-013":
            kjent = kjente_ord("inntak.valg", kolonne.valg)
            felter["lovlige"] = ", ".join(f"{TEKSTMERKE}inntak.valg.{v}" for v in kolonne.valg)
            felter["naermeste"] = _naermeste_tekst("inntak.valg", verdi, kjent)
        lesing.funn.append(Funn(kode=feil.kode, sted=sted, felter=felter))
        return None


def _naermeste_tekst(rot: str, verdi: object, kjent: Mapping[str, str]) -> str:
    """Return the text key of the known word closest to what was written, or ""."""
    ord_ = naermeste(normaliser(str(verdi)), sorted(kjent))
    return f"{TEKSTMERKE}{rot}.{kjent[ord_]}" if ord_ else ""


def _finn_kolonne(lesing: Lesing, ark: Ark, overskrift: object, sted: str, brukt: Iterable[str]) -> str:
    """Return the id of the column or field with a heading; "" where it is unknown or stands twice."""
    rot = f"inntak.{ark.id}"
    kjent = kjente_ord(rot, tuple(k.id for k in ark.kolonner))
    funnet = kjent.get(normaliser(str(overskrift)), "")
    felter = {"funnet": vis_verdi(overskrift)}
    if not funnet:
        felter["naermeste"] = _naermeste_tekst(rot, overskrift, kjent)
        lesing.funn.append(Funn(kode="IN-045", sted=sted, felter=felter))
    elif funnet in brukt:
        lesing.funn.append(Funn(kode="IN-050", sted=sted, felter=felter))
        return ""
    return funnet


def _les_felt(lesing: Lesing, ark: Ark, vark: Any, fark: Any) -> None:
    rad: Rad = {}
    for nr in range(2, vark.max_row + 1):
        etikett = vark.cell(nr, 1).value
        if etikett is None:
            continue
        felt = _finn_kolonne(lesing, ark, etikett, f"{lesing.navn}!{vark.title}!A{nr}", rad)
        if felt:
            lesing.celler[ark.id, 0, felt] = f"B{nr}"
            celler = (vark.cell(nr, 2), fark.cell(nr, 2))
            rad[felt] = _verdi(lesing, ark.kolonne(felt), celler, lesing.sted(ark.id, 0, felt))
    lesing.rader[ark.id] = [rad]


def _les_tabell(lesing: Lesing, ark: Ark, vark: Any, fark: Any) -> None:
    hode: dict[str, int] = {}
    for nr in range(1, vark.max_column + 1):
        celle = vark.cell(1, nr)
        if celle.value is None:
            continue
        sted = f"{lesing.navn}!{vark.title}!{celle.coordinate}"
        if kolonne_id := _finn_kolonne(lesing, ark, celle.value, sted, hode):
            hode[kolonne_id] = nr
    rader: list[Rad] = []
    for nr in range(2, vark.max_row + 1):
        if all(vark.cell(nr, k).value is None and fark.cell(nr, k).value is None for k in hode.values()):
            continue
        rad: Rad = {}
        for kolonne_id, kolonne_nr in hode.items():
            celle = vark.cell(nr, kolonne_nr)
            lesing.celler[ark.id, len(rader), kolonne_id] = celle.coordinate
            sted = lesing.sted(ark.id, len(rader), kolonne_id)
            rad[kolonne_id] = _verdi(
                lesing, ark.kolonne(kolonne_id), (celle, fark.cell(nr, kolonne_nr)), sted
            )
        rader.append(rad)
    lesing.rader[ark.id] = rader


def _check_paakrevd(lesing: Lesing, ark: Ark) -> None:
    feil_i = {f.sted for f in lesing.funn}
    for kolonne in (k for k in ark.kolonner if k.paakrevd):
        for nr, rad in enumerate(lesing.rader[ark.id]):
            sted = lesing.sted(ark.id, nr, kolonne.id)
            if rad.get(kolonne.id) is None and sted not in feil_i:
                felter = {"felt": f"{TEKSTMERKE}inntak.{ark.id}.{kolonne.id}"}
                lesing.funn.append(Funn(kode="IN-011", sted=sted, felter=felter))
                if (ark.id, nr, kolonne.id) not in lesing.celler:
                    break  # the whole column is missing: told once, not row by row
