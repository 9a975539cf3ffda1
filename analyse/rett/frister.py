"""Every deadline of a council term, in order: the day, who must act, and the rule it belongs to.

The list stands in data/lov/frister.toml and the figures beside their rules. The law read here moves none of
these days for a Sunday or a holiday, so none is moved. Left out: what a municipality has set itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from analyse.grunn.filer import data_fil
from analyse.rett.regel import Regel, i_kraft
from analyse.rett.regelbok import Regelbok
from analyse.rett.regning import PERIODE_AAR, periodens_start
from analyse.rett.verdi import Frist, Varighet

# Ordinary elections since the register begins: 1995, 1999 … 2023, 2027 (valgloven: every fourth year).
VALGAAR = tuple(range(1995, 2100, PERIODE_AAR))
HALVAARSSLUTT = ((6, 30), (12, 31))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fristpost:
    """One entry of data/lov/frister.toml; its keys are told there."""

    id: str
    regel: str
    verdi: str
    hvem: str
    aar: tuple[int, ...] = ()
    foer: str = ""
    halvaar: bool = False
    hele_perioden: bool = False
    bare: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Termin:
    """One deadline with its day.

    Parameters
    ----------
    id : its words stand under lov_frist.<id>. aar : the year it is counted from, which the words name.
    regel : the rule in the version in force on the day. hvem : who must act, under lov_frist.hvem.
    valgaar : the election it belongs to. bare : the form of government it is limited to, "" for all.
    """

    id: str
    dato: date
    regel: Regel
    hvem: str
    aar: int
    valgaar: int
    bare: str = ""

    @property
    def noekkel(self) -> str:
        """Where its words stand."""
        return f"lov_frist.{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loepende:
    """A deadline that runs from an event: how long, and the rule it belongs to."""

    id: str
    regel: Regel
    hvem: str
    varighet: Varighet

    @property
    def noekkel(self) -> str:
        """Where its words stand."""
        return f"lov_frist.{self.id}"


@lru_cache(maxsize=1)
def read_fristposter() -> dict[str, tuple[Fristpost, ...]]:
    """Return the entries of frister.toml: `frist` with days, `loepende` without."""
    with data_fil("lov", "frister.toml").open("rb") as fil:
        data: dict[str, Any] = tomllib.load(fil)
    return {
        del_: tuple(Fristpost(**rad | {"aar": tuple(rad.get("aar", ()))}) for rad in data[del_])
        for del_ in ("frist", "loepende")
    }


def neste_valgaar(dato: date) -> int:
    """Return the year of the next election, the year itself where it has one."""
    return dato.year + (VALGAAR[0] - dato.year) % PERIODE_AAR


def build_frister(bok: Regelbok, valgaar: int) -> tuple[Termin, ...]:
    """Return every deadline from the election's own to those of the one that ends its term, by day.

    Raises
    ------
    ValueError : the year has no ordinary election.
    """
    if valgaar not in VALGAAR:
        raise ValueError(f"{valgaar} has no ordinary council election")
    funnet = [t for post in read_fristposter()["frist"] for t in _terminer(bok, post, valgaar)]
    nr = {post.id: n for n, post in enumerate(read_fristposter()["frist"])}
    return tuple(sorted(funnet, key=lambda t: (t.dato, nr[t.id])))


def build_loepende(bok: Regelbok, dato: date) -> tuple[Loepende, ...]:
    """Return the deadlines that run from an event, as in force on the day."""
    poster = [p for p in read_fristposter()["loepende"] if _gjelder(bok, p.regel, dato)]
    return tuple(
        Loepende(
            id=p.id,
            regel=bok.regel(p.regel, dato),
            hvem=p.hvem,
            varighet=bok.verdi(p.verdi, dato).varighet,
        )
        for p in poster
    )


def _gjelder(bok: Regelbok, regel_id: str, dato: date) -> bool:
    return any(r.gjelder(dato) for r in bok.regler[regel_id])


def _terminer(bok: Regelbok, post: Fristpost, valgaar: int) -> Iterator[Termin]:
    """Yield the days of one entry on which its rule is in force."""
    slutt = periodens_start(valgaar + 2 * PERIODE_AAR)
    for etter in post.aar:
        aar = valgaar + etter
        if post.halvaar:
            dager = [d for d in (date(aar, *s) for s in HALVAARSSLUTT) if d < slutt]
        else:
            dager = list(_dager(bok, post, aar))
        for dag in dager:
            lovdag = _lovdag(post, dag)
            if _gjelder(bok, post.regel, lovdag):
                yield Termin(
                    id=post.id,
                    dato=dag,
                    regel=bok.regel(post.regel, lovdag),
                    hvem=post.hvem,
                    aar=aar,
                    valgaar=aar if aar in VALGAAR else valgaar,
                    bare=post.bare,
                )


def _lovdag(post: Fristpost, dag: date) -> date:
    """Return the day whose law decides: the deadline's own, for a duty of the whole term its middle."""
    return date(dag.year - PERIODE_AAR // 2, 1, 1) if post.hele_perioden else dag


def _dager(bok: Regelbok, post: Fristpost, aar: int) -> Iterator[date]:
    """Yield the day by each version of the figure that decides it."""
    for verdi in bok.verdier[post.verdi]:
        if not isinstance(verdi.innhold, Frist):
            raise TypeError(f"{post.id}: figure {verdi.id} is no deadline")
        dag = verdi.innhold.siste_dag(aar)
        if post.foer:
            dag -= timedelta(days=bok.verdier[post.foer][-1].varighet.dager)
        if i_kraft(verdi.gyldig_fra, verdi.gyldig_til, _lovdag(post, dag)):
            yield dag
