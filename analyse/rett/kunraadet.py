"""What only the council itself may decide: searched by words, and traced in the clauses of a document.

A trace is a place to read, never a verdict: it says that a clause uses a word of the place, not what it does.
Words are matched in both written standards, with æ ø å or ae oe aa, and with the language's endings.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analyse.grunn.filer import ascii_navn
from analyse.rett.regel import Kunraadet

_ORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Endings of nouns and adjectives in bokmål and nynorsk, "" for the word itself.
_ENDELSER = "e n t r s a en et er ar ne na te ene ane ens ets ers ars enes anes"
ENDELSER = frozenset(["", *_ENDELSER.split()])
KORTE = 4  # an abbreviation (KF, IKS) or a very short word is only itself
SAMMENSATT = 6  # from this many letters a word is looked for inside compounds: møtegodtgjøring
VANLIG = 10  # a shorter word that several places share says nothing alone: valg, gebyr, forskrift


@dataclass(frozen=True, slots=True, kw_only=True)
class Spor:
    """A sentence that uses words of a place: paragraph number in the document, the sentence, the words."""

    sak: Kunraadet
    avsnitt: int
    setning: str
    soekeord: tuple[str, ...]


@lru_cache(maxsize=4096)
def fold(tekst: str) -> str:
    """Return a word as it is compared: small letters, ae oe aa, no accents.

    Examples
    --------
    >>> fold("Økonomi"), fold("komité")
    ('oekonomi', 'komite')
    """
    delt = unicodedata.normalize("NFKD", ascii_navn(tekst.casefold()))
    return "".join(c for c in delt if not unicodedata.combining(c))


def _ordene(tekst: str) -> list[str]:
    return [fold(o) for o in _ORD.findall(tekst)]


def _er_boeyd(ord_: str, grunnord: str) -> bool:
    """True where a word is another one with an ending, as komiteene is komite."""
    if len(grunnord) < KORTE:
        return ord_ == grunnord
    return ord_.startswith(grunnord) and ord_[len(grunnord) :] in ENDELSER


def search_kunraadet(
    saker: Iterable[Kunraadet], soekeord: str, navn: Mapping[str, str]
) -> tuple[Kunraadet, ...]:
    """Return the places that every word of the search fits, all where nothing is asked for.

    Parameters
    ----------
    navn : each place in the reader's words, by id; searched too. A word fits where it begins a word of the
        place or is one with an ending; numbers fit the section.
    """
    spurt = _ordene(soekeord)
    return tuple(sak for sak in saker if all(_finnes(o, _sakens_ord(sak, navn)) for o in spurt))


def _sakens_ord(sak: Kunraadet, navn: Mapping[str, str]) -> list[str]:
    deler = (*sak.soekeord_nb, *sak.soekeord_nn, navn.get(sak.id, ""), sak.paragraf, sak.lov)
    return [o for d in deler for o in _ordene(d)]


def _finnes(spurt: str, ordene: Sequence[str]) -> bool:
    if len(spurt) < KORTE:
        return spurt in ordene
    return any(o.startswith(spurt) or _er_boeyd(spurt, o) for o in ordene)


def check_avsnitt(saker: Sequence[Kunraadet], avsnitt: Sequence[str]) -> tuple[Spor, ...]:
    """Return every sentence of a document that may touch a place, in the document's order.

    A short word that several places share counts only beside another of the same place.
    """
    delt = Counter(fold(o) for sak in saker for o in {*sak.soekeord_nb, *sak.soekeord_nn})
    return tuple(
        Spor(sak=sak, avsnitt=nr, setning=setning, soekeord=funnet)
        for nr, tekst in enumerate(avsnitt, start=1)
        for setning in _setninger(tekst)
        for sak in saker
        if (funnet := tuple(_funnet(sak, setning))) and not _er_for_vanlig(funnet, delt)
    )


def _er_for_vanlig(funnet: Sequence[str], delt: Mapping[str, int]) -> bool:
    return len(funnet) == 1 and len(funnet[0]) < VANLIG and delt[fold(funnet[0])] > 1


def _setninger(tekst: str) -> Iterator[str]:
    """Yield the sentences of a paragraph; a full stop inside a number or after a section sign ends none."""
    for del_ in re.split(r"(?<=[.!?;])\s+(?=[A-ZÆØÅ«\"(])", tekst):
        if ren := " ".join(del_.split()):
            yield ren


def _funnet(sak: Kunraadet, setning: str) -> Iterator[str]:
    """Yield the search words of a place that the sentence uses, each once."""
    ordene = _ordene(setning)
    sett: set[str] = set()
    for soekeord in (*sak.soekeord_nb, *sak.soekeord_nn):
        deler = _ordene(soekeord)
        if tuple(deler) and " ".join(deler) not in sett and _bruker(ordene, deler):
            sett.add(" ".join(deler))
            yield soekeord


def _bruker(ordene: Sequence[str], deler: Sequence[str]) -> bool:
    """True where the words stand in the sentence one after the other; a long one also inside a compound."""
    n = len(deler)
    if n == 1 and len(deler[0]) >= SAMMENSATT:
        return any(deler[0] in o for o in ordene)
    return any(
        all(_er_boeyd(o, d) for o, d in zip(ordene[i : i + n], deler, strict=True))
        for i in range(len(ordene) - n + 1)
    )
