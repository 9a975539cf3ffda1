"""A new project: choices and a workbook that already holds what the law and the shipped list can tell.

What is filled in beyond what the caller gave is an assumption and marked as one. Reads no clock: `dato` comes
from outside. Nothing is written into a folder that has something in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from analyse.grunn.feil import BrukFeil, Funn, vis_verdi
from analyse.grunn.feiltekst import naermeste
from analyse.grunn.filer import check_skrivbar, write_bytes
from analyse.grunn.tekst import STANDARD_SPRAAK, Tekst
from analyse.inntak.arketyper import read_arketyper
from analyse.inntak.kommuneliste import Kommuneoppslag, read_kommuneliste, search_navn, search_nummer
from analyse.inntak.lovorgan import build_lovmodell
from analyse.inntak.mal import write_arbeidsbok
from analyse.inntak.prosjekt import INNTAK, PROSJEKTFIL
from analyse.inntak.raa import UKJENT
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell
from analyse.oppdrag.modeller import build_arketype

FORUTSATT = "forutsatt"
_SIFRE = {"kommune": 4, "fylkeskommune": 2}
_VALG_HVERT = 4  # years between elections of councils: …, 2019, 2023, 2027
_ET_VALGAAR = 2023
_VALGMAANED = 10  # the new council meets by the end of October (kommuneloven § 7-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestilling:
    """What the caller knows of the place; "" and None where not known.

    Parameters
    ----------
    nivaa, spraak : "" lets the list of municipalities decide. modell : id of an archetype, "" for none.
    """

    kommune: str
    nummer: str = ""
    innbyggere: int | None = None
    mandater: Mapping[str, int] = field(default_factory=dict)
    stemmer: Mapping[str, int] = field(default_factory=dict)
    nivaa: str = ""
    modell: str = ""
    spraak: str = ""


def write_prosjekt(mappe: Path | str, bestilling: Bestilling, dato: date) -> list[Path]:
    """Write prosjekt.toml and inntak.xlsx into a new or empty folder; return their paths.

    Raises
    ------
    BrukFeil : the folder is not empty, or the place or a value makes no sense; nothing is written.
    MiljoeFeil : the folder cannot be written to.
    """
    mappe = Path(mappe)
    if mappe.exists() and (not mappe.is_dir() or any(mappe.iterdir())):
        raise BrukFeil([Funn(kode="BR-021", sted=str(mappe), felter={"funnet": str(mappe)})])
    oppslag, funn = _finn_sted(bestilling)
    nivaa = bestilling.nivaa or (oppslag.nivaa if oppslag else "kommune")
    innbyggere = bestilling.innbyggere or (oppslag.innbyggere if oppslag else None)
    funn += _check(bestilling, nivaa, innbyggere, oppslag, flere_steder=bool(funn))
    if funn or innbyggere is None:
        raise BrukFeil(funn)
    spraak = bestilling.spraak or ("nn" if oppslag and oppslag.maalform == "nynorsk" else STANDARD_SPRAAK)
    tekst = Tekst(spraak, nivaa)
    modell = build_lovmodell(innbyggere, sum(bestilling.mandater.values()), tekst)
    if bestilling.modell:
        modell = build_arketype(bestilling.modell, modell, innbyggere, tekst) or modell
    rader = {
        "kommune": [_kommunerad(bestilling, nivaa, innbyggere, oppslag, modell, dato, tekst)],
        "partier": _partirader(bestilling),
        "organ": [_organrad(o, modell, tekst) for o in modell.organer],
    }
    check_skrivbar(mappe)
    filer = [mappe / PROSJEKTFIL, mappe / INNTAK]
    write_arbeidsbok(filer[1], rader, spraak, dato, nivaa=nivaa)
    write_bytes(filer[0], _prosjekttekst(dato, tekst).encode("utf-8"))
    return filer


def _finn_sted(bestilling: Bestilling) -> tuple[Kommuneoppslag | None, list[Funn]]:
    """Return the place in the list, or None; several of one name, or a number of another, are a finding."""
    if bestilling.nummer:
        funnet = search_nummer(bestilling.nummer)
        if funnet is None or funnet in search_navn(bestilling.kommune):
            return funnet, []
        felter = {"funnet": bestilling.nummer, "annet": funnet.navn, "navn": vis_verdi(bestilling.kommune)}
        return funnet, [Funn(kode="BR-027", sted="--nummer", felter=felter)]
    treff = search_navn(bestilling.kommune, bestilling.nivaa)
    if not bestilling.nivaa:  # a name that both a municipality and a county have means the municipality
        treff = tuple(t for t in treff if t.nivaa == "kommune") or treff
    if len(treff) < 2:
        return (treff[0] if treff else None), []
    lovlige = ", ".join(f"{t.nummer} {t.navn} ({t.fylke})" for t in treff)
    felter = {"funnet": vis_verdi(bestilling.kommune), "lovlige": lovlige}
    return None, [Funn(kode="BR-025", sted="--kommune", felter=felter)]


def _check(
    bestilling: Bestilling,
    nivaa: str,
    innbyggere: int | None,
    oppslag: Kommuneoppslag | None,
    *,
    flere_steder: bool,
) -> list[Funn]:
    funn = []
    nummer, sifre = bestilling.nummer, _SIFRE[nivaa]
    if nummer and not (nummer.isascii() and nummer.isdigit() and len(nummer) == sifre):
        felter = {"funnet": vis_verdi(nummer), "sifre": str(sifre)}
        funn.append(Funn(kode="IN-026", sted="--nummer", felter=felter))
    if innbyggere is None and not flere_steder:
        navnene = [] if oppslag else [k.navn for k in read_kommuneliste() if k.nivaa == nivaa]
        felter = {
            "funnet": vis_verdi(bestilling.kommune),
            "naermeste": naermeste(bestilling.kommune, navnene),
        }
        funn.append(Funn(kode="BR-024", sted="--innbyggere", felter=felter))
    if bestilling.modell and bestilling.modell not in read_arketyper():
        kjente = list(read_arketyper())
        felter = {
            "funnet": vis_verdi(bestilling.modell),
            "lovlige": ", ".join(kjente),
            "naermeste": naermeste(bestilling.modell, kjente),
        }
        funn.append(Funn(kode="BR-026", sted="--modell", felter=felter))
    return funn


def _kommunerad(
    bestilling: Bestilling,
    nivaa: str,
    innbyggere: int,
    oppslag: Kommuneoppslag | None,
    modell: Styringsmodell,
    dato: date,
    tekst: Tekst,
) -> dict[str, Any]:
    rad: dict[str, Any] = {
        "navn": bestilling.kommune,
        "nummer": bestilling.nummer or (oppslag.nummer if oppslag else ""),
        "nivaa": nivaa,
        "innbyggere": innbyggere,
        "styreform": modell.styreform,
        "styreform.grunnlag": FORUTSATT,
    }
    if oppslag and not bestilling.innbyggere:
        rad["innbyggere.grunnlag"] = FORUTSATT
        per = tekst.dato(date.fromisoformat(oppslag.innbyggere_dato))
        rad["kilde"] = tekst("inntak.ny.kilde_liste", dato=per)
    if bestilling.stemmer:
        rad["valgaar"] = siste_valgaar(dato)
        # there is at most one ballot an inhabitant, so more votes than that are votes for the list
        over = sum(bestilling.stemmer.values()) > innbyggere
        rad["stemmetype"] = "listestemmetall" if over else "stemmesedler"
        rad |= {"valgaar.grunnlag": FORUTSATT, "stemmetype.grunnlag": FORUTSATT}
    return rad


def siste_valgaar(dato: date) -> int:
    """Return the year of the last election whose council had met on a date.

    Examples
    --------
    >>> siste_valgaar(date(2026, 11, 25)), siste_valgaar(date(2027, 9, 20)), siste_valgaar(date(2027, 11, 1))
    (2023, 2023, 2027)
    """
    aar = dato.year if dato.month > _VALGMAANED else dato.year - 1
    return aar - (aar - _ET_VALGAAR) % _VALG_HVERT


def _partirader(bestilling: Bestilling) -> list[dict[str, Any]]:
    partier = dict.fromkeys([*bestilling.mandater, *bestilling.stemmer])
    return [
        {
            "parti": parti,
            "mandater": bestilling.mandater.get(parti, 0 if bestilling.mandater else None),
            "stemmer": bestilling.stemmer.get(parti),
        }
        for parti in partier
    ]


def _organrad(organ: Organ, modell: Styringsmodell, tekst: Tekst) -> dict[str, Any]:
    """Return a body as a row; one that an archetype made is an assumption all through."""
    fra_arketype = organ.kilde == ""
    forutsatt = fra_arketype or "medlemmer" in organ.opplysninger
    return {
        "id": organ.id,
        "navn": organ.navn,
        "art": organ.art,
        "medlemmer": UKJENT if organ.medlemmer is None else organ.medlemmer,
        "velges_av": organ.velges_av,
        "valgbare": organ.valgbare,
        "vedtaksrett": organ.vedtaksrett,
        "sektor": ", ".join(organ.sektor),
        "grunnlag": FORUTSATT if forutsatt else "",
        "kilde": tekst("inntak.ny.arketype", modell=modell.navn) if fra_arketype else organ.kilde,
    }


def _prosjekttekst(dato: date, tekst: Tekst) -> str:
    linjer = [
        f"# {tekst('inntak.ny.prosjekt_hode')}",
        "format = 1",
        f"# {tekst('inntak.ny.prosjekt_dato')}",
        f"dato = {dato.isoformat()}",
        f'spraak = "{tekst.spraak}"',
    ]
    return "\n".join(linjer) + "\n"
