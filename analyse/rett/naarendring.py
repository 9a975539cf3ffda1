"""Which kinds of change a structure asks for: the ones the law times differently, with their bodies.

The kinds, their rules, deadlines and steps stand in data/lov/naar.toml. Left out: figures no law times
(meetings, pages, pay) and the administration's own bodies.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from analyse.grunn.filer import data_fil
from analyse.modell.diff import Organdiff, Strukturdiff

FELT = ("art", "medlemmer", "velges_av", "valgbare", "sektor")  # what is reorganising; rights are delegation


@dataclass(frozen=True, slots=True, kw_only=True)
class Stegmal:
    """One step of a kind of change.

    Parameters
    ----------
    regler : ids in the order they are tried; the first in force counts. flertall : figure of the majority, ""
        for none. frist : figure of the last day. etter_valget : cannot be done before the new council sits.
    tabell : the step tells the least lawful size. status : bodies it is for (ny, endret, utgaar), "" for all.
    """

    id: str
    regler: tuple[str, ...]
    flertall: str = ""
    frist: str = ""
    etter_valget: bool = False
    tabell: bool = False
    status: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Endringsslag:
    """One kind of change: its rules, the figure of its deadline ("" where there is none), its steps."""

    id: str
    regler: tuple[str, ...]
    steg: tuple[Stegmal, ...]
    arter: tuple[str, ...] = ()
    frist: str = ""


@lru_cache(maxsize=1)
def read_endringsslag() -> dict[str, Endringsslag]:
    """Return the kinds of change by id, in the order a card tells them."""
    with data_fil("lov", "naar.toml").open("rb") as fil:
        rader: list[dict[str, Any]] = tomllib.load(fil)["slag"]
    return {
        rad["id"]: Endringsslag(
            id=rad["id"],
            regler=tuple(rad["regler"]),
            arter=tuple(rad.get("arter", ())),
            frist=rad.get("frist", ""),
            steg=tuple(
                Stegmal(**s | {k: tuple(s.get(k, ())) for k in ("regler", "status")}) for s in rad["steg"]
            ),
        )
        for rad in rader
    }


def read_endringer(diff: Strukturdiff) -> list[tuple[Endringsslag, tuple[Organdiff, ...]]]:
    """Return the kinds of change from one structure to the other, each with its bodies before and after."""
    funnet: dict[str, list[Organdiff]] = {}
    for slag_id, organ in _endringer(diff):
        funnet.setdefault(slag_id, []).extend([organ] if organ is not None else [])
    return [(slag, tuple(funnet[i])) for i, slag in read_endringsslag().items() if i in funnet]


def _endringer(diff: Strukturdiff) -> Iterator[tuple[str, Organdiff | None]]:
    styreform = next((e.etter for e in diff.egenskaper if e.felt == "styreform"), None)
    if styreform is not None:
        yield ("parlamentarisme_inn" if styreform == "parlamentarisme" else "parlamentarisme_ut"), None
    art_til_slag = {art: slag.id for slag in read_endringsslag().values() for art in slag.arter}
    for organ in diff.organer:
        slag = _slag(organ, art_til_slag)
        # under another form of government formannskapet and the råd come and go with the form itself
        med_formen = styreform is not None and organ.organ.art in ("formannskap", "kommuneraad")
        if slag and not med_formen and _er_lagt_om(organ):
            yield slag, organ
    if diff.delegasjoner or any(_faar_rett(o) for o in diff.organer):
        yield "delegering", None
    if any(s.status != "uendret" for s in diff.saksganger):
        yield "saksgang", None


def _slag(organ: Organdiff, art_til_slag: dict[str, str]) -> str:
    """Return the kind of change that a body's kind calls for, "" for one the law does not time."""
    for side in (organ.foer, organ.etter):
        # one that no body elects may be elected by the inhabitants, and is then left alone in its term
        if side is not None and side.art == "kommunedelsutvalg" and not side.velges_av:
            return "direkte_kommunedelsutvalg"
    return art_til_slag.get(organ.organ.art, "")


def _er_lagt_om(organ: Organdiff) -> bool:
    if organ.status in ("ny", "utgaar"):
        return True
    return any(e.felt in FELT for e in organ.endringer)


def _faar_rett(organ: Organdiff) -> bool:
    return any(e.felt == "vedtaksrett" for e in organ.endringer)
