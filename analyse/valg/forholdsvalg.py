"""How many seats does each list get? Forholdsvalg (d'Hondt) inside the council, Sainte-Laguë to it.

Method: kommuneloven § 7-6 (1)–(2) and valgloven's modified Sainte-Laguë, in whole numbers throughout.
Left out here: names and gender on the lists, deputies, joint lists as a strategy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

MAKS_UTFALL = 1000  # a lot among 12 lists for 6 seats has 924 outcomes; more is not listed one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Loddtrekning:
    """A lot that decides seats: who draws, and for how many seats."""

    lister: tuple[str, ...]
    plasser: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tildeling:
    """One seat as the protocol shows it: its number, the list, and the quotient as votes over divisor."""

    plass: int
    liste: str
    stemmer: int
    divisor: Fraction

    @property
    def kvotient(self) -> Fraction:
        """The exact quotient."""
        return Fraction(self.stemmer) / self.divisor

    def kvotient_tekst(self) -> str:
        """Return the quotient unreduced, as in a protocol: 12/2, 93561/1.4."""
        divisor = self.divisor
        nevner = str(divisor.numerator) if divisor.denominator == 1 else f"{float(divisor):g}"
        return f"{self.stemmer}/{nevner}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Valgoppgjoer:
    """A settled election.

    Parameters
    ----------
    plasser : the certain seats per list; their sum plus `loddtrekning.plasser` is the size.
    loddtrekning : None unless a lot decides a seat. rekkefoelge : the certain seats in the order won.
    """

    plasser: Mapping[str, int]
    loddtrekning: Loddtrekning | None
    rekkefoelge: tuple[Tildeling, ...]

    @property
    def entydig(self) -> bool:
        """True where no lot is needed."""
        return self.loddtrekning is None

    def utfall(self) -> Iterator[Mapping[str, int]]:
        """Yield every division of the seats the lot can give, at most `MAKS_UTFALL`."""
        if self.loddtrekning is None:
            yield self.plasser
            return
        trekk = combinations(self.loddtrekning.lister, self.loddtrekning.plasser)
        for _, vinnere in zip(range(MAKS_UTFALL), trekk, strict=False):
            yield {liste: antall + (liste in vinnere) for liste, antall in self.plasser.items()}


def forholdsvalg(stemmer: Mapping[str, int], plasser: int) -> Valgoppgjoer:
    """Return the settlement of a proportional election to a body (d'Hondt: 1, 2, 3 …).

    Equal quotients go to the list with more votes; with equal votes too, a lot decides, and it is
    reported only where it decides a seat.

    Parameters
    ----------
    stemmer : votes per list (members of the electing body); order is kept. plasser : seats, 0 or more.

    Raises
    ------
    ValueError : negative votes or seats, or seats to fill and no vote cast.

    Source
    ------
    Kommuneloven § 7-6 (1)–(2), valid from the constituting meeting of 2019. Not covered here: § 7-6 (3)
    (gender), § 7-5 (the lists), deputies.

    Examples
    --------
    >>> forholdsvalg({"Sp": 12, "Ap": 4, "H": 2, "V": 1}, 7).plasser
    {'Sp': 6, 'Ap': 1, 'H': 0, 'V': 0}
    """
    return _hoeyeste_tall(stemmer, plasser, lambda vunnet: Fraction(vunnet + 1))


def sainte_lague(stemmer: Mapping[str, int], plasser: int) -> Valgoppgjoer:
    """Return the settlement of a council election (modified Sainte-Laguë: 1.4, 3, 5 …).

    Parameters, errors and ties as in `forholdsvalg`; `stemmer` are list votes (listestemmetall).

    Source
    ------
    Valgloven 2002 § 11-12 as used in 2023; checked against Levanger's protocol of 2023, all 35 quotients.
    """
    return _hoeyeste_tall(
        stemmer, plasser, lambda vunnet: Fraction(7, 5) if vunnet == 0 else Fraction(2 * vunnet + 1)
    )


def _hoeyeste_tall(
    stemmer: Mapping[str, int], plasser: int, divisor: Callable[[int], Fraction]
) -> Valgoppgjoer:
    if plasser < 0 or any(s < 0 for s in stemmer.values()):
        raise ValueError("seats and votes must be zero or more")
    if plasser and not any(stemmer.values()):
        raise ValueError("no votes to divide seats by")
    vunnet = dict.fromkeys(stemmer, 0)
    rekkefoelge: list[Tildeling] = []
    while len(rekkefoelge) < plasser:
        rang = {p: (Fraction(s) / divisor(vunnet[p]), s) for p, s in stemmer.items() if s}
        best = max(rang.values())
        like = [p for p, r in rang.items() if r == best]
        igjen = plasser - len(rekkefoelge)
        if len(like) > igjen:
            return Valgoppgjoer(
                plasser=vunnet,
                loddtrekning=Loddtrekning(lister=tuple(like), plasser=igjen),
                rekkefoelge=tuple(rekkefoelge),
            )
        for liste in like:
            rekkefoelge.append(
                Tildeling(
                    plass=len(rekkefoelge) + 1,
                    liste=liste,
                    stemmer=stemmer[liste],
                    divisor=divisor(vunnet[liste]),
                )
            )
            vunnet[liste] += 1
    return Valgoppgjoer(plasser=vunnet, loddtrekning=None, rekkefoelge=tuple(rekkefoelge))
