"""A finished report to files: one a format and language, names that say what they are, nothing overwritten.

A new format is a writer here and a golden test; content never changes for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from analyse.grunn.feil import BrukFeil, Funn, vis_verdi
from analyse.grunn.filer import check_skrivbar, check_urort, note_skrevet, slug
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.rapport.blokker import Rapport
from analyse.rapport.excel import write_excel
from analyse.rapport.innhold import read_oppsett
from analyse.rapport.nettside import write_nettside

Skriver = Callable[[Path, Rapport, Tekst], None]
SKRIVERE: dict[str, Skriver] = {"xlsx": write_excel, "html": write_nettside}


def check_valg(formater: Sequence[str], spraak: Sequence[str], oppsett: Sequence[str] = ()) -> None:
    """Refuse formats, languages and layouts there are none of, all at once and before any long work.

    Raises
    ------
    BrukFeil : each unknown format, language and layout, or no format at all.
    """
    proevet = (
        ("BR-011", "--format", formater or [""], tuple(SKRIVERE)),
        ("BR-012", "--spraak", spraak, SPRAAK),
        ("BR-013", "--oppsett", oppsett, read_oppsett()),
    )
    funn = [
        Funn(kode=kode, sted=sted, felter={"funnet": vis_verdi(verdi), "lovlige": ", ".join(lovlige)})
        for kode, sted, verdier, lovlige in proevet
        for verdi in verdier
        if verdi not in lovlige
    ]
    if funn:
        raise BrukFeil(funn)


def check_filer(
    mappe: Path,
    kommunenavn: str,
    oppsett: Sequence[str],
    formater: Sequence[str],
    spraak: Sequence[str],
    *,
    overskriv: bool,
) -> None:
    """Refuse, before anything is written, a folder or a file that may not be written to.

    Raises
    ------
    BrukFeil : every Office file there that was changed since we wrote it. MiljoeFeil : the folder cannot be
        written to.
    """
    check_skrivbar(mappe)
    funn: list[Funn] = []
    for navn in (_filnavn(kommunenavn, o, s, f) for o in oppsett for s in spraak for f in formater):
        try:
            check_urort(mappe / navn, overskriv=overskriv)
        except BrukFeil as feil:
            funn += feil.funn
    if funn:
        raise BrukFeil(funn)


def _filnavn(kommunenavn: str, oppsett: str, spraak: str, format_: str) -> str:
    return f"{slug(kommunenavn)}_{oppsett}_{spraak}.{format_}"


def write_rapport(
    rapport: Rapport,
    mappe: Path | str,
    *,
    formater: Sequence[str] = ("xlsx", "html"),
    spraak: Sequence[str] | str = "nb",
    overskriv: bool = False,
) -> list[Path]:
    """Write the report and return the paths, `<kommune>_<oppsett>_<spraak>.<ext>`.

    Parameters
    ----------
    spraak : one language or several. overskriv : replace Office files that a person has changed.

    Raises
    ------
    BrukFeil : an unknown format or language, or a file changed since we wrote it: then nothing is written.
    MiljoeFeil : the folder cannot be written to, or a file is open in another program.
    """
    valgte = (spraak,) if isinstance(spraak, str) else tuple(dict.fromkeys(spraak))
    formater = tuple(dict.fromkeys(formater))
    check_valg(formater, valgte)
    mappe = Path(mappe)
    check_filer(mappe, rapport.kommunenavn, [rapport.oppsett], formater, valgte, overskriv=overskriv)
    prosjekt = rapport.resultat.prosjekt
    stier: list[Path] = []
    for ett in valgte:
        for format_ in formater:
            sti = mappe / _filnavn(rapport.kommunenavn, rapport.oppsett, ett, format_)
            SKRIVERE[format_](sti, rapport, Tekst(ett, prosjekt.kommune.nivaa, prosjekt.valg.ord))
            # Noted one by one: if the next cannot be written, this one is still known as ours.
            note_skrevet([sti])
            stier.append(sti)
    return stier
