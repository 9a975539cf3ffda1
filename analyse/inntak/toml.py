"""A TOML file read with the line of every key, so that an error can point at it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from analyse.grunn.feil import FarligFil, Funn, UgyldigeData, vis_verdi

MAKS_BYTE = 2_000_000  # a model file is a few kB; a hundred times the largest real one is refused
Loc = tuple[int | str, ...]
_NAVN = r"(?:\"(?:[^\"\\]|\\.)*\"|'[^']*'|[A-Za-z0-9_-]+)"
_STI = rf"{_NAVN}(?:\s*\.\s*{_NAVN})*"
_HODE = re.compile(rf"\s*(\[\[?)\s*({_STI})\s*\]")
_NOEKKEL = re.compile(rf"\s*({_STI})\s*=")
_LINJE = re.compile(r"line (\d+)")
_I_STED = re.compile(r":(\d+)(?: \(|$)")
_LANG_TEKST = re.compile(r'"""|\'\'\'')


def _deler(sti: str) -> list[str]:
    return [d[1:-1] if d[0] in "\"'" else d for d in re.findall(_NAVN, sti)]


def finn_noekler(tekst: str) -> Iterator[tuple[int, Loc, bool]]:
    """Yield the line, path and kind (True = a heading) of every heading and key, in the file's order.

    Reads the lines, not the grammar: keys inside an inline table are not seen, nor is anything inside a text
    of several lines.
    """
    antall: dict[Loc, int] = {}
    tabell: Loc = ()
    i_tekst = False
    for nr, linje in enumerate(tekst.splitlines(), start=1):
        var_i_tekst, i_tekst = i_tekst, i_tekst ^ (len(_LANG_TEKST.findall(linje)) % 2 == 1)
        if var_i_tekst:
            continue
        if treff := _HODE.match(linje):
            loc: Loc = ()
            navn = _deler(treff[2])
            for del_nr, del_ in enumerate(navn):
                loc = (*loc, del_)
                if treff[1] == "[[" and del_nr == len(navn) - 1:
                    antall[loc] = antall.get(loc, -1) + 1
                if loc in antall:
                    loc = (*loc, antall[loc])
            tabell = loc
            yield nr, loc, True
        elif treff := _NOEKKEL.match(linje):
            yield nr, (*tabell, *_deler(treff[1])), False


@lru_cache(maxsize=8)  # a file with many faults is searched once for each of them
def _alle_noekler(tekst: str) -> tuple[tuple[int, Loc, bool], ...]:
    return tuple(finn_noekler(tekst))


@dataclass(frozen=True, slots=True)
class Tomlfil:
    """A parsed file: its name as shown, its data, and its text for finding lines."""

    navn: str
    data: dict[str, Any]
    tekst: str

    def sted(self, loc: Loc) -> str:
        """Return the place of a key as `fil.toml:27 (organ[3].medlemmer)`, counting bodies from 1."""
        sti = ""
        for del_ in loc:
            sti += f"[{del_ + 1}]" if isinstance(del_, int) else ("." if sti else "") + str(del_)
        linje = self._linje(loc)
        plass = f"{self.navn}:{linje}" if linje else self.navn
        return f"{plass} ({sti})" if sti else plass

    def _linje(self, loc: Loc) -> int:
        """Return the line of the key, else of the nearest heading or key above it; 0 where there is none."""
        best, lengde = 0, 0
        for nr, funnet, _ in _alle_noekler(self.tekst):
            if len(funnet) > lengde and funnet == loc[: len(funnet)]:
                best, lengde = nr, len(funnet)
        return best


def etter_linje(funn: Iterable[Funn]) -> list[Funn]:
    """Return the findings of one file in the order its reader meets them."""

    def linje(f: Funn) -> int:
        treff = _I_STED.search(f.sted)
        return int(treff[1]) if treff else 0

    return sorted(funn, key=linje)


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
        raise UgyldigeData([_som_funn(feil, navn, tekst)]) from feil
    except RecursionError as feil:
        raise FarligFil([Funn(kode="IN-003", sted=navn, felter={"fil": navn})]) from feil


def _som_funn(feil: tomllib.TOMLDecodeError, navn: str, tekst: str) -> Funn:
    # The parser tells the line only in its English text; what is wrong there is seen from the file itself.
    linjer = tekst.splitlines()
    treff = _LINJE.search(str(feil))
    nr = min(int(treff[1]), len(linjer)) if treff else len(linjer)
    sted = f"{navn}:{nr}"
    sett: set[Loc] = set()
    for linje, loc, er_hode in finn_noekler(tekst):
        if linje == nr and loc in sett:
            return Funn(kode="IN-007", sted=sted, felter={"funnet": vis_verdi(".".join(map(str, loc)))})
        if not (er_hode and isinstance(loc[-1], int)):
            sett.add(loc)
    return Funn(
        kode="IN-005", sted=sted, felter={"funnet": vis_verdi(linjer[nr - 1].strip() if linjer else "")}
    )
