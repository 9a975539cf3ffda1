"""The cards of "when can we do this?" in words, for a document and for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from analyse.grunn.tekst import Tekst
from analyse.modell.naarkort import Naarkort, Naarsteg
from analyse.rett.svarord import build_setning

Rad = dict[str, object]
GRUPPER = ("naa", "venter", "tilbake")


def build_kortdokument(kort: Naarkort, tekst: Tekst) -> Rad:
    """Return a card as one object: machine words and days first, then the sentences in the language."""
    return {
        "modell": kort.modell,
        "dato": kort.dato.isoformat(),
        "valgaar": kort.valgaar,
        "tidligst": _iso(kort.tidligst),
        "frist": _iso(kort.frist),
        "flertall": kort.flertall or None,
        "svar": build_setning(kort.svar, tekst),
        "for_sent": [build_setning(s, tekst) for s in kort.for_sent],
        "steg": [_steg(s, tekst) for s in kort.steg],
        "kan_endres_naa": [build_setning(s, tekst) for s in kort.naa],
        "maa_vente": [build_setning(s, tekst) for s in kort.venter],
        "tilbake": [build_setning(s, tekst) for s in kort.tilbake],
    }


def build_kortlinjer(kortene: Mapping[str, Naarkort], navn: Mapping[str, str], tekst: Tekst) -> Iterator[str]:
    """Yield the cards as lines of text, one model after the other.

    Parameters
    ----------
    navn : the models' names by id.
    """
    for modell_id, kort in kortene.items():
        yield from (navn[modell_id], "", build_setning(kort.svar, tekst))
        yield from (build_setning(s, tekst) for s in kort.for_sent)
        if kort.steg:
            yield from ("", tekst("lov_naar.steg_tittel"))
        for nr, steg in enumerate(kort.steg, start=1):
            hva = build_setning(steg.hva, tekst)
            yield tekst("lov_naar.linje", nr=str(nr), hva=hva, om="; ".join(_om(steg, tekst)))
        for gruppe in GRUPPER:
            if setninger := getattr(kort, gruppe):
                yield from ("", tekst(f"lov_naar.{gruppe}_tittel"))
                yield from (f"- {build_setning(s, tekst)}" for s in setninger)
        yield ""


def _iso(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()


def _steg(steg: Naarsteg, tekst: Tekst) -> Rad:
    return {
        "hva": build_setning(steg.hva, tekst),
        "flertall": steg.flertall or None,
        "tidligst": _iso(steg.tidligst),
        "frist": _iso(steg.frist),
        "regel": steg.regel,
        "lov": steg.lov,
        "paragraf": steg.paragraf,
    }


def _om(steg: Naarsteg, tekst: Tekst) -> Iterator[str]:
    """Yield what stands after a step: the majority, its days and its section."""
    if steg.flertall:
        yield tekst(f"lov_naar.flertall.{steg.flertall}")
    for navn, dag in (("tidligst", steg.tidligst), ("frist", steg.frist)):
        if dag is not None:
            yield tekst(f"lov_naar.{navn}_kort", dag=tekst.dato(dag))
    yield tekst("lov_naar.hvor", lov=tekst(f"lov.lovnavn.{steg.lov}"), paragraf=steg.paragraf)
