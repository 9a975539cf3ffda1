"""A TOML file read with the line of every key, so that an error can point at it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analyse.grunn.feil import FarligFil, Funn, UgyldigeData

MAKS_BYTE = 2_000_000  # a model file is a few kB; a hundred times the largest real one is refused
_HODE = re.compile(r"^\s*(\[\[|\[)\s*([^\]]+?)\s*\]")
_NOEKKEL = re.compile(r"^\s*(\"[^\"]+\"|'[^']+'|[\w-]+)\s*=")
_LINJE = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class Tomlfil:
    """A parsed file: its name as shown, its data, and its text for finding lines."""

    navn: str
    data: dict[str, Any]
    tekst: str

    def sted(self, loc: tuple[int | str, ...]) -> str:
        """Return the place of a key as `fil.toml:27 (organ[3].medlemmer)`, counting bodies from 1."""
        sti = ""
        for del_ in loc:
            sti += f"[{del_ + 1}]" if isinstance(del_, int) else ("." if sti else "") + str(del_)
        linje = self._linje(loc)
        plass = f"{self.navn}:{linje}" if linje else self.navn
        return f"{plass} ({sti})" if sti else plass

    def _linje(self, loc: tuple[int | str, ...]) -> int:
        maal = [d for d in loc if isinstance(d, str)]
        nr = next((d for d in loc if isinstance(d, int)), None)
        tabell, best = "", 0
        teller: dict[str, int] = {}
        for linjenr, linje in enumerate(self.tekst.splitlines(), start=1):
            if treff := _HODE.match(linje):
                tabell = treff[2]
                teller[tabell] = teller.get(tabell, 0) + 1
                navn = tabell
            elif treff := _NOEKKEL.match(linje):
                navn = f"{tabell}.{treff[1].strip(chr(34) + chr(39))}".lstrip(".")
            else:
                continue
            deler = navn.split(".")
            rett_post = nr is None or teller.get(deler[0]) == nr + 1
            if rett_post and deler == maal[: len(deler)]:
                if deler == maal:
                    return linjenr
                best = best or linjenr
        return best


def read_toml(sti: Path, navn: str) -> Tomlfil:
    """Return the file at `sti`; `navn` is what messages call it.

    Raises
    ------
    UgyldigeData : the file is missing, not UTF-8 or not TOML (with the line).
    FarligFil : the file is no regular file or far too large.
    """
    if not sti.exists():
        raise UgyldigeData([Funn(kode="IN-001", sted=navn, felter={"fil": navn})])
    if not sti.is_file() or sti.stat().st_size > MAKS_BYTE:
        raise FarligFil([Funn(kode="IN-003", sted=navn, felter={"fil": navn})])
    try:
        tekst = sti.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as feil:
        raise UgyldigeData([Funn(kode="IN-004", sted=navn, felter={"posisjon": str(feil.start)})]) from feil
    try:
        return Tomlfil(navn=navn, data=tomllib.loads(tekst), tekst=tekst)
    except tomllib.TOMLDecodeError as feil:
        treff = _LINJE.search(str(feil))
        sted = f"{navn}:{treff[1]}" if treff else navn
        raise UgyldigeData([Funn(kode="IN-005", sted=sted, felter={"grunn": str(feil)})]) from feil
