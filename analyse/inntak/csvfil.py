"""A CSV file read strictly: encoding, separator and field counts are found and told, never guessed past.

Shared by the case log, the meetings and the agenda list.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analyse.grunn.feil import FarligFil, Funn, UgyldigeData, vis_verdi
from analyse.grunn.feiltekst import naermeste

MAKS_BYTE = 500_000_000
_BOMMER = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Csvfil:
    """The rows of a file: canonical column names, values as text, and the physical line of each row."""

    navn: str
    kolonner: tuple[str, ...]
    rader: tuple[tuple[str, ...], ...]
    linjer: tuple[int, ...]


def _tekst(sti: Path, navn: str) -> str:
    raa = sti.read_bytes()
    for bom, koding in _BOMMER:
        if raa.startswith(bom):
            try:
                return raa.decode(koding)
            except UnicodeDecodeError as feil:
                raise _ulest(navn, feil.start) from feil
    try:
        tekst = raa.decode("utf-8")
    except UnicodeDecodeError as utf8:
        try:
            tekst = raa.decode("cp1252")
        except UnicodeDecodeError as feil:
            raise _ulest(navn, feil.start) from feil
        if not set(tekst) & set("æøåÆØÅ"):  # nothing shows that it is Norwegian text in Windows' encoding
            raise _ulest(navn, utf8.start) from utf8
    if "Ã¥" in tekst or "Ã¸" in tekst:
        raise UgyldigeData([Funn(kode="IN-060", sted=navn, felter={})])
    return tekst


def _ulest(navn: str, posisjon: int) -> UgyldigeData:
    return UgyldigeData([Funn(kode="IN-004", sted=navn, felter={"posisjon": str(posisjon)})])


def read_csvfil(
    sti: Path,
    navn: str,
    paakrevd: tuple[str, ...],
    valgfri: tuple[str, ...],
    alias: Mapping[str, str] | None = None,
) -> Csvfil:
    """Return the file's rows; columns unknown to us are kept.

    Raises
    ------
    UgyldigeData : missing file or column, a name used twice, rows with too few or too many fields.
    FarligFil : no ordinary file, or far too large.
    """
    if not sti.exists():
        raise UgyldigeData([Funn(kode="IN-001", sted=navn, felter={"fil": navn})])
    if not sti.is_file() or sti.stat().st_size > MAKS_BYTE:
        raise FarligFil([Funn(kode="IN-003", sted=navn, felter={"fil": navn})])
    tekst = _tekst(sti, navn)
    if not tekst.strip():
        raise UgyldigeData([Funn(kode="IN-061", sted=navn, felter={"fil": navn})])
    skille = max(";,\t", key=tekst.splitlines()[0].count)
    leser = csv.reader(io.StringIO(tekst, newline=""), delimiter=skille, strict=True)
    rader: list[tuple[str, ...]] = []
    nummer: list[int] = []
    funn: list[Funn] = []
    try:
        hode = [(alias or {}).get(h.strip(), h.strip()) for h in next(leser)]
        forrige = leser.line_num
        for rad in leser:
            if any(f.strip() for f in rad):
                if len(rad) != len(hode):
                    felter = {"funnet": str(len(rad)), "ventet": str(len(hode))}
                    funn.append(Funn(kode="IN-062", sted=f"{navn}:{forrige + 1}", felter=felter))
                else:
                    rader.append(tuple(rad))
                    nummer.append(forrige + 1)
            forrige = leser.line_num
    except csv.Error as feil:
        raise UgyldigeData([Funn(kode="IN-063", sted=f"{navn}:{leser.line_num}", felter={})]) from feil
    funn = [*_check_hode(hode, navn, paakrevd, paakrevd + valgfri), *funn]
    if funn:
        raise UgyldigeData(funn)
    return Csvfil(navn=navn, kolonner=tuple(hode), rader=tuple(rader), linjer=tuple(nummer))


def _check_hode(hode: list[str], navn: str, paakrevd: tuple[str, ...], kjente: tuple[str, ...]) -> list[Funn]:
    funn = [
        Funn(kode="IN-050", sted=f"{navn}:1", felter={"funnet": vis_verdi(h)})
        for h in sorted({h for h in hode if hode.count(h) > 1})
    ]
    for kolonne in paakrevd:
        if kolonne not in hode:
            ukjente = [h for h in hode if h not in kjente]
            felter = {
                "felt": kolonne,
                "naermeste": naermeste(kolonne, ukjente),
                "funnet": ", ".join(hode)[:200],
            }
            funn.append(Funn(kode="IN-064", sted=f"{navn}:1", felter=felter))
    return funn
