"""The deadlines of a council term in words, as a list and as a calendar."""

from __future__ import annotations

from datetime import date

from analyse.eksport.ics import Hendelse, build_ics
from analyse.grunn.feil import BrukFeil, Funn
from analyse.grunn.tekst import Tekst
from analyse.rett.frister import VALGAAR, Loepende, Termin, build_frister, build_loepende
from analyse.rett.ordlyd import build_henvisning
from analyse.rett.regelbok import read_regelbok
from analyse.rett.verdi import Varighet

Rad = dict[str, object]


def plan_frister(valgaar: int, tekst: Tekst) -> list[Rad]:
    """Return the deadlines of the term the election begins, in order, one row each.

    Raises
    ------
    BrukFeil : there is no ordinary council election that year.
    """
    return [_rad(t, tekst) for t in _check_valgaar(valgaar)]


def plan_loepende(valgaar: int, tekst: Tekst) -> list[Rad]:
    """Return the deadlines that run from an event, by the law of the term's first year."""
    loepende = build_loepende(read_regelbok(), date(valgaar + 1, 1, 1))
    return [_loepende_rad(t, tekst) for t in loepende]


def build_fristkalender(valgaar: int, tekst: Tekst) -> bytes:
    """Return the same deadlines as a calendar file, stamped with the first of them."""
    terminer = _check_valgaar(valgaar)
    hendelser = [
        Hendelse(
            id=f"frist-{t.id}-{t.dato.isoformat()}",
            dato=t.dato,
            tittel=_navn(t, tekst),
            om="\n".join(
                str(rad[k])
                for rad in [_rad(t, tekst)]
                for k in ("hvem", "henvisning", "etter", "merknad")
                if rad[k]
            ),
        )
        for t in terminer
    ]
    navn = tekst("lov_frist.kalender", aar=str(valgaar))
    return build_ics(hendelser, navn=navn, stempel=terminer[0].dato)


def _check_valgaar(valgaar: int) -> tuple[Termin, ...]:
    if valgaar not in VALGAAR:
        naermeste = next((str(aar) for aar in VALGAAR if aar > valgaar), "")
        felter = {"funnet": str(valgaar), "naermeste": naermeste}
        raise BrukFeil([Funn(kode="BR-030", sted="--valg", felter=felter)])
    return build_frister(read_regelbok(), valgaar)


def _navn(termin: Termin, tekst: Tekst) -> str:
    return tekst(f"{termin.noekkel}.navn", aar=str(termin.aar), neste_aar=str(termin.aar + 1))


def _rad(termin: Termin, tekst: Tekst) -> Rad:
    """Return one deadline: machine words first, then the reader's."""
    return {
        "id": termin.id,
        "dato": termin.dato.isoformat(),
        "regel": termin.regel.id,
        "lov": termin.regel.lov,
        "paragraf": termin.regel.paragraf,
        "valgaar": termin.valgaar,
        "bare": termin.bare or None,
        "hva": _navn(termin, tekst),
        "hvem": tekst(f"lov_frist.hvem.{termin.hvem}"),
        "etter": tekst(f"{termin.noekkel}.etter"),
        "henvisning": build_henvisning(termin.regel, tekst),
        "merknad": tekst(f"lov_frist.bare_{termin.bare}") if termin.bare else "",
    }


def _loepende_rad(termin: Loepende, tekst: Tekst) -> Rad:
    return {
        "id": termin.id,
        "regel": termin.regel.id,
        "lov": termin.regel.lov,
        "paragraf": termin.regel.paragraf,
        "dager": termin.varighet.dager or None,
        "maaneder": termin.varighet.maaneder or None,
        "aar": termin.varighet.aar or None,
        "hva": tekst(f"{termin.noekkel}.navn"),
        "hvem": tekst(f"lov_frist.hvem.{termin.hvem}"),
        "varighet": _varighet(termin.varighet, tekst),
        "etter": tekst(f"{termin.noekkel}.etter"),
        "henvisning": build_henvisning(termin.regel, tekst),
    }


def _varighet(varighet: Varighet, tekst: Tekst) -> str:
    enhet = next(e for e in ("dager", "maaneder", "aar") if getattr(varighet, e))
    return tekst(f"lov_frist.varighet.{enhet}", antall=varighet.antall)
