"""One sheet of the intake workbook read: where its headings stand, its rows, and what is no row of it.

The headings are found by being recognised, so a sheet with or without lines above them is read alike. Nothing
is guessed: what cannot be a row of the table is told, not dropped.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from analyse.grunn.feil import FarligFil, Funn, vis_verdi
from analyse.grunn.feiltekst import TEKSTMERKE, naermeste
from analyse.inntak.arkdefinisjon import Ark, kjente_ord, normaliser
from analyse.inntak.celle import Celleverdi, les_celle, med_prosenttegn

MAKS_RADER = 20_000
MAKS_KOLONNER = 200
MAKS_HODERAD = 12  # further down no template of ours has its headings
SUMORD = ("sum", "totalt", "total", "i alt", "til sammen", "tilsammen", "summen", "samla", "til saman")
FELTHODE = ("felt", "verdi", "hjelp")
_FORVEKSLES = ("CYRILLIC", "GREEK")  # alphabets with letters that look like ours
_KORTNAVN = (
    "id",
    "parti",
    "leder_parti",
    "gruppe",
    "person",
)  # what other cells must repeat letter by letter
Rad = dict[str, Any]


@dataclass(slots=True)
class Lesing:
    """What was read so far: rows per sheet, the cell of each value, and the findings.

    `raa` holds what the cell itself held, `hoderader` the row of each sheet's headings.
    """

    navn: str
    rader: dict[str, list[Rad]] = field(default_factory=dict)
    celler: dict[tuple[str, int, str], str] = field(default_factory=dict)
    raa: dict[tuple[str, int, str], Any] = field(default_factory=dict)
    arknavn: dict[str, str] = field(default_factory=dict)
    hoderader: dict[str, int] = field(default_factory=dict)
    funn: list[Funn] = field(default_factory=list)
    advarsler: list[Funn] = field(default_factory=list)

    def sted(self, ark: str, rad: int, kolonne: str) -> str:
        """Return the place of a value as inntak.xlsx!Organ!C4, or of its sheet where no cell is known."""
        celle = self.celler.get((ark, rad, kolonne))
        deler = [self.navn, self.arknavn.get(ark, ark)] + ([celle] if celle else [])
        return "!".join(deler)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """A sheet while it is read: values and formulas side by side."""

    lesing: Lesing
    ark: Ark
    vark: Any
    fark: Any

    def sted(self, celle: str) -> str:
        return f"{self.lesing.navn}!{self.vark.title}!{celle}"

    def meld(self, kode: str, celle: str, **felter: str) -> None:
        self.lesing.funn.append(Funn(kode=kode, sted=self.sted(celle), felter=felter))

    def advar(self, kode: str, celle: str, **felter: str) -> None:
        funn = Funn(kode=kode, sted=self.sted(celle), felter=felter, alvor="advarsel")
        self.lesing.advarsler.append(funn)

    def er_tom(self, rad: int, kolonner: Iterable[int]) -> bool:
        return all(
            self.vark.cell(rad, k).value is None and self.fark.cell(rad, k).value is None for k in kolonner
        )


def les_ark(lesing: Lesing, ark: Ark, vark: Any, fark: Any) -> None:
    """Read one sheet into `lesing`.

    Raises
    ------
    FarligFil : its used range is absurd.
    """
    if vark.max_row > MAKS_RADER or vark.max_column > MAKS_KOLONNER:
        felter = {"omraade": str(vark.dimensions), "rader": str(MAKS_RADER), "kolonner": str(MAKS_KOLONNER)}
        raise FarligFil([Funn(kode="IN-042", sted=f"{lesing.navn}!{vark.title}", felter=felter)])
    side = _Side(lesing=lesing, ark=ark, vark=vark, fark=fark)
    hode = _finn_hoderad(side)
    lesing.hoderader[ark.id] = hode
    for omraade in fark.merged_cells.ranges:
        if omraade.max_row >= hode:
            side.meld("IN-043", str(omraade.coord), omraade=str(omraade.coord))
    (_les_felt if ark.form == "felt" else _les_tabell)(side, hode)
    _advar_om_skjulte(side, hode)
    _advar_om_formler(side)
    _check_paakrevd(lesing, ark)


def _kjente(ark: Ark) -> Mapping[str, str]:
    return kjente_ord(f"inntak.{ark.id}", tuple(k.id for k in ark.kolonner))


def _i_rad(side: _Side, rad: int, kjent: Mapping[str, str]) -> list[int]:
    """Return the columns of a row whose cells are known headings."""
    return [
        k
        for k in range(1, side.vark.max_column + 1)
        if (verdi := side.vark.cell(rad, k).value) is not None and normaliser(str(verdi)) in kjent
    ]


def _finn_hoderad(side: _Side) -> int:
    """Return the row with most known headings, the first of them; 1 where there is none."""
    siste = min(side.vark.max_row, MAKS_HODERAD)
    if side.ark.form == "felt":
        hodeord = kjente_ord("inntak", FELTHODE)
        return next((r for r in range(1, siste + 1) if _i_rad(side, r, hodeord)), 1)
    kjent = _kjente(side.ark)
    treff = {rad: len(_i_rad(side, rad, kjent)) for rad in range(1, siste + 1)}
    return max(treff, key=lambda rad: (treff[rad], -rad)) if any(treff.values()) else 1


def _verdi(side: _Side, rad: int, plass: int, noekkel: tuple[int, str]) -> Any:
    """Return one cell's value, its place and raw content remembered; what is wrong becomes a finding."""
    nr, kolonne_id = noekkel
    lesing, kolonne = side.lesing, side.ark.kolonne(kolonne_id)
    celle, formel = side.vark.cell(rad, plass), side.fark.cell(rad, plass).value
    verdi = med_prosenttegn(celle.value, kolonne, str(celle.number_format or ""))
    lesing.celler[side.ark.id, nr, kolonne_id] = celle.coordinate
    lesing.raa[side.ark.id, nr, kolonne_id] = verdi
    if verdi is None and formel is not None:
        side.meld("IN-044", celle.coordinate, funnet=vis_verdi(getattr(formel, "text", formel)))
        return None
    try:
        lest = les_celle(verdi, kolonne)
    except Celleverdi as feil:
        felter = {"funnet": vis_verdi(_som_vist(verdi)), **feil.felter}
        if feil.kode == "IN-013":
            kjent = kjente_ord("inntak.valg", kolonne.valg)
            felter["lovlige"] = ", ".join(f"{TEKSTMERKE}inntak.valg.{v}" for v in kolonne.valg)
            felter["naermeste"] = _naermeste_tekst("inntak.valg", verdi, kjent)
        side.meld(feil.kode, celle.coordinate, **felter)
        return None
    if kolonne_id in _KORTNAVN and isinstance(lest, str) and (fremmed := _forveksles(lest)):
        side.advar("IN-084", celle.coordinate, funnet=vis_verdi(lest), tegn=fremmed)
    return lest


def _som_vist(verdi: object) -> object:
    """Return a cell's content as Excel shows it here: a date without its time of day."""
    return verdi.strftime("%d.%m.%Y") if isinstance(verdi, date) else verdi


def _forveksles(tekst: str) -> str:
    """Return the first letter of an alphabet that looks like ours, with its number; "" for none."""
    for tegn in tekst:
        if unicodedata.name(tegn, "").startswith(_FORVEKSLES):
            return f"{tegn} (U+{ord(tegn):04X})"
    return ""


def _naermeste_tekst(rot: str, verdi: object, kjent: Mapping[str, str]) -> str:
    """Return the text key of the known word closest to what was written, or ""."""
    ord_ = naermeste(normaliser(str(verdi)), sorted(kjent))
    return f"{TEKSTMERKE}{rot}.{kjent[ord_]}" if ord_ else ""


def _finn_kolonne(side: _Side, overskrift: object, celle: str, brukt: Iterable[str]) -> str:
    """Return the id of the column or field with a heading; "" where it is unknown or stands twice."""
    kjent = _kjente(side.ark)
    funnet = kjent.get(normaliser(str(overskrift)), "")
    felter = {"funnet": vis_verdi(overskrift)}
    if not funnet:
        felter["naermeste"] = _naermeste_tekst(f"inntak.{side.ark.id}", overskrift, kjent)
        side.meld("IN-045", celle, **felter)
    elif funnet in brukt:
        side.meld("IN-050", celle, **felter)
        return ""
    return funnet


def _les_felt(side: _Side, hode: int) -> None:
    kjent = {**kjente_ord("inntak", FELTHODE), **kjente_ord("inntak.tillegg", side.ark.tillegg)}
    plasser = {kjent[normaliser(str(side.vark.cell(hode, k).value))]: k for k in _i_rad(side, hode, kjent)}
    rad: Rad = {}
    for nr in range(hode + 1, side.vark.max_row + 1):
        etikett = side.vark.cell(nr, plasser.get("felt", 1)).value
        if etikett is None:
            continue
        felt = _finn_kolonne(side, etikett, f"A{nr}", rad)
        if not felt:
            continue
        rad[felt] = _verdi(side, nr, plasser.get("verdi", 2), (0, felt))
        for tillegg in side.ark.tillegg:
            if tillegg in plasser:
                rad[f"{felt}.{tillegg}"] = _verdi(side, nr, plasser[tillegg], (0, f"{felt}.{tillegg}"))
    side.lesing.rader[side.ark.id] = [rad]


def _les_tabell(side: _Side, hoderad: int) -> None:
    hode: dict[str, int] = {}
    for nr in range(1, side.vark.max_column + 1):
        celle = side.vark.cell(hoderad, nr)
        if celle.value is not None and (id_ := _finn_kolonne(side, celle.value, celle.coordinate, hode)):
            hode[id_] = nr
    rader: list[Rad] = []
    for rad_nr in _datarader(side, hoderad, hode):
        nr = len(rader)
        rader.append({id_: _verdi(side, rad_nr, plass, (nr, id_)) for id_, plass in hode.items()})
    side.lesing.rader[side.ark.id] = rader


def _datarader(side: _Side, hoderad: int, hode: Mapping[str, int]) -> Iterator[int]:
    """Yield the rows that are rows of the table; what only looks so becomes a finding and ends the table."""
    kjent = _kjente(side.ark)
    etter_tom = False
    for rad in range(hoderad + 1, side.vark.max_row + 1):
        if side.er_tom(rad, hode.values()):
            etter_tom = True
            continue
        overskrifter = _i_rad(side, rad, kjent)
        utenfor = [k for k in overskrifter if k not in hode.values()]
        if rad == hoderad + 1 and (utenfor or len(overskrifter) > 1):
            side.meld("IN-053", side.vark.cell(rad, (utenfor or overskrifter)[0]).coordinate)
            continue
        fylte = [k for k in hode.values() if side.vark.cell(rad, k).value is not None]
        foerste = side.vark.cell(rad, fylte[0]) if fylte else None
        if foerste is None:
            yield rad
        elif normaliser(str(foerste.value)) in SUMORD:
            side.meld("IN-054", foerste.coordinate, funnet=vis_verdi(foerste.value))
        elif len(overskrifter) > 1 or (etter_tom and _er_notat(side.ark, fylte, foerste.value)):
            side.meld("IN-055", foerste.coordinate, funnet=vis_verdi(foerste.value))
            return
        else:
            yield rad


def _er_notat(ark: Ark, fylte: list[int], verdi: object) -> bool:
    """True for words alone below an empty row, where a row of the table needs more than that."""
    return (
        len(fylte) == 1
        and isinstance(verdi, str)
        and (sum(k.paakrevd for k in ark.kolonner) > 1 or " " in verdi.strip())
    )


def _advar_om_skjulte(side: _Side, hoderad: int) -> None:
    kolonner = range(1, side.vark.max_column + 1)
    skjulte = [
        nr
        for nr, dimensjon in sorted(side.vark.row_dimensions.items())
        if dimensjon.hidden and nr > hoderad and not side.er_tom(nr, kolonner)
    ]
    if skjulte:
        side.advar("IN-082", f"A{skjulte[0]}", rader=", ".join(map(str, skjulte)))


def _advar_om_formler(side: _Side) -> None:
    """Warn where a value is what a formula gave: it may be of another day, or rest on another file."""
    celler = [
        celle
        for (ark, nr, kolonne), celle in side.lesing.celler.items()
        if ark == side.ark.id
        and side.lesing.raa[ark, nr, kolonne] is not None
        and str(side.fark[celle].value).startswith("=")
        and side.fark[celle].data_type == "f"
    ]
    if celler:
        side.advar("IN-085", celler[0], antall=str(len(celler)), celler=", ".join(celler[:10]))


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
