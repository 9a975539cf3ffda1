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
from analyse.rapport.nettside import write_nettside

Skriver = Callable[[Path, Rapport, Tekst], None]
SKRIVERE: dict[str, Skriver] = {"xlsx": write_excel, "html": write_nettside}


def check_valg(formater: Sequence[str], spraak: Sequence[str]) -> None:
    """Refuse formats and languages there are none of, before any long work.

    Raises
    ------
    BrukFeil : each unknown format and language.
    """
    funn = [
        Funn(kode="BR-011", sted="format", felter={"funnet": vis_verdi(f), "lovlige": ", ".join(SKRIVERE)})
        for f in formater
        if f not in SKRIVERE
    ] + [
        Funn(kode="BR-012", sted="spraak", felter={"funnet": vis_verdi(s), "lovlige": ", ".join(SPRAAK)})
        for s in spraak
        if s not in SPRAAK
    ]
    if funn:
        raise BrukFeil(funn)


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
    check_skrivbar(mappe)
    prosjekt = rapport.resultat.prosjekt
    arbeid = [
        (mappe / f"{slug(rapport.kommunenavn)}_{rapport.oppsett}_{s}.{f}", SKRIVERE[f], s)
        for s in valgte
        for f in formater
    ]
    for sti, _, _ in arbeid:
        check_urort(sti, overskriv=overskriv)
    for sti, skriver, s in arbeid:
        skriver(sti, rapport, Tekst(s, prosjekt.kommune.nivaa, prosjekt.valg.ord))
    stier = [sti for sti, _, _ in arbeid]
    note_skrevet(stier)
    return stier
