"""What only the council itself may decide, in words: a search, or a document's clauses that may touch it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from analyse.grunn.tekst import Tekst
from analyse.inntak.dokument import read_avsnitt
from analyse.rett.kunraadet import check_avsnitt, search_kunraadet
from analyse.rett.regel import Kunraadet
from analyse.rett.regelbok import read_regelbok

Rad = dict[str, object]
NYESTE = date.max  # the places in force in the newest text of the law that was read


def search_saker(soekeord: str, tekst: Tekst) -> list[Rad]:
    """Return the places that fit the words; all of them for none."""
    saker = read_regelbok().kunraadet(NYESTE)
    navn = {s.id: tekst(s.noekkel) for s in saker}
    return [_rad(s, tekst) for s in search_kunraadet(saker, soekeord, navn)]


def check_dokument(dokument: Path, navn: str, soekeord: str, tekst: Tekst) -> list[Rad]:
    """Return the document's clauses that may touch a place, only the places that fit the words where given.

    Raises
    ------
    As `read_avsnitt`.
    """
    alle = read_regelbok().kunraadet(NYESTE)
    saker = search_kunraadet(alle, soekeord, {s.id: tekst(s.noekkel) for s in alle})
    return [
        {
            "avsnitt": spor.avsnitt,
            "setning": spor.setning,
            "soekeord": list(spor.soekeord),
            **_rad(spor.sak, tekst),
        }
        for spor in check_avsnitt(saker, read_avsnitt(dokument, navn))
    ]


def _rad(sak: Kunraadet, tekst: Tekst) -> Rad:
    return {
        "sak": sak.id,
        "lov": sak.lov,
        "paragraf": sak.paragraf,
        "hva": tekst(sak.noekkel),
        "henvisning": f"{tekst(f'lov.lovnavn.{sak.lov}')} {sak.paragraf}",
        "gyldig_fra": sak.gyldig_fra.isoformat() if sak.gyldig_fra else None,
    }
