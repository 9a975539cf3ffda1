"""The intake workbook read: cells to raw records with the place of each, every error at once.

openpyxl is always the engine (defusedxml guards its XML); links and macros are never followed. The
result goes through the same validator as a model file.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analyse.grunn.feil import FarligFil, Funn, UgyldigeData, vis_verdi
from analyse.grunn.tekst import Tekst
from analyse.inntak.arkdefinisjon import Ark, Kolonne, arkene, kjente_ord, normaliser
from analyse.inntak.celle import Celleverdi, les_celle
from analyse.inntak.melding import naermeste

MAKS_UTPAKKET = 200_000_000  # paalitelighet §4 row 10: refuse before unpacking
MAKS_RADER = 20_000
MAKS_KOLONNER = 200
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


def read_arbeidsbok(sti: Path, navn: str) -> Lesing:
    """Return the workbook's rows and everything wrong with its cells.

    Raises
    ------
    UgyldigeData : the file is missing. FarligFil : it is no sound workbook, or its used range is absurd.
    """
    import openpyxl

    _check_fil(sti, navn)
    try:
        verdibok = openpyxl.load_workbook(sti, data_only=True, keep_links=False)
        formelbok = openpyxl.load_workbook(sti, data_only=False, keep_links=False)
    except Exception as feil:  # noqa: BLE001  # openpyxl raises many kinds for a broken file; all mean the same
        raise FarligFil([Funn(kode="IN-040", sted=navn, felter={"fil": navn})]) from feil
    lesing = Lesing(navn=navn)
    kjent = kjente_ord("inntak.ark", tuple(a.id for a in arkene()))
    funnet = {kjent[normaliser(n)]: n for n in verdibok.sheetnames if normaliser(n) in kjent}
    for ark in arkene():
        if ark.id not in funnet:
            if ark.id in ("kommune", "partier", "organ"):
                felter = {"ark": Tekst("nb")(f"inntak.ark.{ark.id}")}
                lesing.funn.append(Funn(kode="IN-041", sted=navn, felter=felter))
            continue
        lesing.arknavn[ark.id] = funnet[ark.id]
        vark, fark = verdibok[funnet[ark.id]], formelbok[funnet[ark.id]]
        if vark.max_row > MAKS_RADER or vark.max_column > MAKS_KOLONNER:
            felter = {"omraade": str(vark.dimensions)}
            raise FarligFil([Funn(kode="IN-042", sted=f"{navn}!{funnet[ark.id]}", felter=felter)])
        for omraade in fark.merged_cells.ranges:
            sted = f"{navn}!{funnet[ark.id]}!{omraade.coord}"
            lesing.funn.append(Funn(kode="IN-043", sted=sted, felter={"omraade": str(omraade.coord)}))
        leser = _les_felt if ark.form == "felt" else _les_tabell
        leser(lesing, ark, vark, fark)
    return lesing


def _verdi(lesing: Lesing, ark: Ark, kolonne: Kolonne, celler: tuple[Any, Any], sted: str) -> Any:
    vcelle, fcelle = celler
    verdi = vcelle.value
    if verdi is None and isinstance(fcelle.value, str) and fcelle.value.startswith("="):
        lesing.funn.append(Funn(kode="IN-044", sted=sted, felter={"funnet": vis_verdi(fcelle.value)}))
        return None
    try:
        return les_celle(verdi, kolonne)
    except Celleverdi as feil:
        felter = {"funnet": vis_verdi(verdi), **feil.felter}
        if feil.kode == "IN-013":
            tekst = Tekst("nb")
            lovlige = [tekst(f"inntak.valg.{v}") for v in kolonne.valg]
            felter |= {"lovlige": ", ".join(lovlige), "naermeste": naermeste(str(verdi), lovlige)}
        lesing.funn.append(Funn(kode=feil.kode, sted=sted, felter=felter))
        return None


def _les_felt(lesing: Lesing, ark: Ark, vark: Any, fark: Any) -> None:
    kjent = kjente_ord(f"inntak.{ark.id}", tuple(k.id for k in ark.kolonner))
    rad: Rad = {}
    for nr in range(2, vark.max_row + 1):
        etikett = vark.cell(nr, 1).value
        if etikett is None:
            continue
        sted = f"{lesing.navn}!{vark.title}!B{nr}"
        if (felt := kjent.get(normaliser(str(etikett)))) is None:
            felter = {"funnet": vis_verdi(etikett), "naermeste": naermeste(str(etikett), sorted(kjent)), "lovlige": ""}
            lesing.funn.append(Funn(kode="IN-045", sted=f"{lesing.navn}!{vark.title}!A{nr}", felter=felter))
            continue
        lesing.celler[ark.id, 0, felt] = f"B{nr}"
        kolonne = ark.kolonne(felt)
        rad[felt] = _verdi(lesing, ark, kolonne, (vark.cell(nr, 2), fark.cell(nr, 2)), sted)
    lesing.rader[ark.id] = [rad]
    _check_paakrevd(lesing, ark)


def _hode(lesing: Lesing, ark: Ark, vark: Any) -> dict[int, Kolonne]:
    kjent = kjente_ord(f"inntak.{ark.id}", tuple(k.id for k in ark.kolonner))
    hode: dict[int, Kolonne] = {}
    for nr in range(1, vark.max_column + 1):
        overskrift = vark.cell(1, nr).value
        if overskrift is None:
            continue
        sted = f"{lesing.navn}!{vark.title}!{vark.cell(1, nr).coordinate}"
        kolonne_id = kjent.get(normaliser(str(overskrift)))
        if kolonne_id is None:
            felter = {"funnet": vis_verdi(overskrift), "naermeste": naermeste(str(overskrift), sorted(kjent)), "lovlige": ""}
            lesing.funn.append(Funn(kode="IN-045", sted=sted, felter=felter))
        elif kolonne_id in {k.id for k in hode.values()}:
            lesing.funn.append(Funn(kode="IN-050", sted=sted, felter={"funnet": vis_verdi(overskrift)}))
        else:
            hode[nr] = ark.kolonne(kolonne_id)
    return hode


def _les_tabell(lesing: Lesing, ark: Ark, vark: Any, fark: Any) -> None:
    hode = _hode(lesing, ark, vark)
    rader: list[Rad] = []
    for nr in range(2, vark.max_row + 1):
        if all(vark.cell(nr, k).value is None and fark.cell(nr, k).value is None for k in hode):
            continue
        rad: Rad = {}
        for kolonne_nr, kolonne in hode.items():
            celle = vark.cell(nr, kolonne_nr)
            lesing.celler[ark.id, len(rader), kolonne.id] = celle.coordinate
            sted = f"{lesing.navn}!{vark.title}!{celle.coordinate}"
            rad[kolonne.id] = _verdi(lesing, ark, kolonne, (celle, fark.cell(nr, kolonne_nr)), sted)
        rader.append(rad)
    lesing.rader[ark.id] = rader
    _check_paakrevd(lesing, ark)


def _check_paakrevd(lesing: Lesing, ark: Ark) -> None:
    feil_i = {f.sted for f in lesing.funn}
    for nr, rad in enumerate(lesing.rader[ark.id]):
        for kolonne in ark.kolonner:
            sted = lesing.sted(ark.id, nr, kolonne.id)
            if kolonne.paakrevd and rad.get(kolonne.id) is None and sted not in feil_i:
                felt = Tekst("nb")(f"inntak.{ark.id}.{kolonne.id}")
                lesing.funn.append(Funn(kode="IN-011", sted=sted, felter={"felt": felt}))

