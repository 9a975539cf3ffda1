"""The paragraphs of a document: text, Markdown or Word, in order, with nothing of how they look.

Left out on purpose: headings as structure, footnotes, pictures and tracked changes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analyse.grunn.feil import BrukFeil, FarligFil, Funn, MiljoeFeil, UgyldigeData, vis_verdi

ENDELSER = (".txt", ".md", ".docx")
MAKS_BYTE = 20_000_000  # a thousand pages of text are three million
MAKS_UTPAKKET = 200_000_000
# A line that begins a new paragraph by itself: a heading, a point, a numbered clause.
_NY = re.compile(r"\s*(#|[-*•–]\s|\(?\d+[.)]|§|[a-zæøå]\)\s)")


def read_avsnitt(sti: Path, navn: str) -> tuple[str, ...]:
    """Return the document's paragraphs that hold anything.

    Raises
    ------
    BrukFeil : a kind of file that is not read. UgyldigeData : no such file. FarligFil : it is broken,
        absurdly large or not what its name says. MiljoeFeil : Word files need an extra that is not installed.
    """
    if sti.suffix.lower() not in ENDELSER:
        felter = {"funnet": vis_verdi(sti.suffix or sti.name), "lovlige": ", ".join(ENDELSER)}
        raise BrukFeil([Funn(kode="BR-031", sted="--dokument", felter=felter)])
    if not sti.exists():
        raise UgyldigeData([Funn(kode="IN-001", sted=navn, felter={"fil": navn})])
    if not sti.is_file() or sti.stat().st_size > MAKS_BYTE:
        raise FarligFil([Funn(kode="IN-003", sted=navn, felter={"fil": navn})])
    if sti.suffix.lower() == ".docx":
        return tuple(_fra_word(sti, navn))
    return tuple(_fra_tekst(_dekod(sti.read_bytes(), navn)))


def _dekod(innhold: bytes, navn: str) -> str:
    if b"\0" in innhold:
        raise FarligFil([Funn(kode="IN-096", sted=navn, felter={"fil": navn})])
    try:
        return innhold.decode("utf-8-sig")
    except UnicodeDecodeError:
        return innhold.decode("cp1252", errors="replace")  # what an older Windows program wrote


def _fra_tekst(tekst: str) -> Iterator[str]:
    """Yield paragraphs: lines up to an empty one, or up to a line that begins its own."""
    samlet: list[str] = []
    for linje in (*tekst.splitlines(), ""):
        if samlet and (not linje.strip() or _NY.match(linje)):
            yield " ".join(samlet)
            samlet = []
        if linje.strip():
            samlet.append(linje.strip())


def _fra_word(sti: Path, navn: str) -> Iterator[str]:
    """Yield the paragraphs of the body and of the cells of its tables, as they stand."""
    try:
        import docx
    except ImportError as feil:
        felter = {"tillegg": "rapport", "kommando": 'pip install "styreform[rapport]"'}
        raise MiljoeFeil([Funn(kode="MI-004", sted=navn, felter=felter)]) from feil
    try:
        with zipfile.ZipFile(sti) as arkiv:
            stort = sum(i.file_size for i in arkiv.infolist()) > MAKS_UTPAKKET
        dokument: Any = None if stort else docx.Document(str(sti))
    except Exception as feil:  # python-docx raises many kinds for a broken file; all mean the same
        raise FarligFil([Funn(kode="IN-096", sted=navn, felter={"fil": navn})]) from feil
    if dokument is None:
        raise FarligFil([Funn(kode="IN-003", sted=navn, felter={"fil": navn})])
    for blokk in dokument.iter_inner_content():
        yield from (t for t in _tekster(blokk) if t)


def _tekster(blokk: Any) -> Iterator[str]:
    if hasattr(blokk, "rows"):
        for rad in blokk.rows:
            for celle in rad.cells:
                yield from (a.text.strip() for a in celle.paragraphs)
    else:
        yield blokk.text.strip()
