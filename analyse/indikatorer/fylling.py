"""Who could sit where, when nobody has said? Lawful fillings, from the most even to the most concentrated.

They bound what a structure can mean for persons; none is a forecast. Built on five facts of law: members of
formannskapet sit in the council (§ 5-6), a council member sits in one committee of the council (§ 5-9), the
control committee has a member from the council (§ 23-1) and none with a seat in formannskapet, a deciding
body or a committee of the council, and seats open to all may be filled from outside the council (§ 5-7).
Left out: other incompatibilities, and the youth council, where no council member can be under age.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell

UTENFOR = ("kommuneraad", "ungdomsraad")  # members of the government leave the council (§ 10-4)
AAPNE = ("kontrollutvalg",)  # filled from outside but for one member, whatever is said of eligibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Fylling:
    """A filling: per council member, hours a year in meetings and posts beside the council seat.

    Both tuples have one entry per council member. `plasser` : body → the members that sit in it.
    """

    timer: tuple[float, ...]
    verv: tuple[int, ...]
    plasser: Mapping[str, frozenset[int]] = field(default_factory=dict)


def _organer(modell: Styringsmodell, timer: Mapping[str, float]) -> list[Organ]:
    """Return the bodies to fill, longest seats first; the order of the file decides nothing."""
    organer = [
        o
        for o in modell.organer
        if o.er_folkevalgt and o.medlemmer and o.art != "kommunestyre" and o.art not in UTENFOR
    ]
    return sorted(organer, key=lambda o: (-timer.get(o.id, 0.0), o.id))


def er_aapen(organ: Organ) -> bool:
    """True for a body whose seats may be filled from outside the council."""
    fra_raadet = organ.art in ("formannskap", "kommunestyrekomite") or organ.valgbare != "alle"
    return organ.art in AAPNE or not fra_raadet


def er_uforenlig(a: Organ, b: Organ) -> bool:
    """True where nobody may sit in both.

    Source
    ------
    Kommuneloven §§ 5-9 (one committee each), 10-4 (the government's members have no other post) and 23-1.
    """
    if a.art == b.art == "kommunestyrekomite" or "kommuneraad" in (a.art, b.art):
        return True
    return any(en.art == "kontrollutvalg" and _sperrer(annen) for en, annen in ((a, b), (b, a)))


def _sperrer(organ: Organ) -> bool:
    if organ.art == "kontrollutvalg":
        return False
    return organ.art in ("formannskap", "kommunestyrekomite") or organ.vedtaksrett is True


class _Fyller:
    """Places members in bodies, one seat at a time."""

    def __init__(self, modell: Styringsmodell, timer: Mapping[str, float]) -> None:
        raadet = modell.kommunestyret
        self.antall = raadet.medlemmer or 0
        self.per_plass = timer
        self.timer = [timer.get(raadet.id, 0.0)] * self.antall
        self.verv = [0] * self.antall
        self.organer = _organer(modell, timer)
        self.sitter: dict[str, set[int]] = {o.id: set() for o in self.organer}
        self.har: list[set[str]] = [set() for _ in range(self.antall)]
        self.sperret = {
            o.id: {o.id} | {a.id for a in self.organer if er_uforenlig(o, a)} for o in self.organer
        }
        formannskap = {o.id for o in self.organer if o.art == "formannskap"}
        self.krever = {
            o.id: formannskap if o.valgbare == "formannskapet" else set[str]() for o in self.organer
        }

    def fyll(self, organ: Organ, kandidater: Iterable[int], antall: int) -> None:
        """Fill up to a number of seats with the first candidates whom the law lets sit."""
        sitter, sperret, krever = self.sitter[organ.id], self.sperret[organ.id], self.krever[organ.id]
        for person in kandidater:
            if len(sitter) >= antall:
                return
            if not self.har[person] & sperret and self.har[person] >= krever:
                sitter.add(person)
                self.har[person].add(organ.id)
                self.timer[person] += self.per_plass.get(organ.id, 0.0)
                self.verv[person] += 1

    def resultat(self) -> Fylling:
        """Return what has been filled so far."""
        sitter = {o: frozenset(p) for o, p in self.sitter.items()}
        return Fylling(timer=tuple(self.timer), verv=tuple(self.verv), plasser=sitter)


def _minste(organ: Organ) -> int:
    """Return how many of a body's seats the law gives to members of the council."""
    if organ.art == "kontrollutvalg":
        return 1
    return 0 if er_aapen(organ) else organ.medlemmer or 0


def _rekkefoelge(organer: list[Organ]) -> list[Organ]:
    # formannskapet first, since others are chosen from it; the control committee last, outside the rest
    def trinn(organ: Organ) -> int:
        return {"formannskap": 0, "kontrollutvalg": 2}.get(organ.art, 1)

    return sorted(organer, key=trinn)


def fyll_samlet(modell: Styringsmodell, timer: Mapping[str, float], aapne_til: int | None = None) -> Fylling:
    """Return a concentrated filling: the same persons first in every body they may sit in.

    Parameters
    ----------
    timer : hours a year of one seat, per body id; the council's own among them. aapne_til : only that many
        of the council's members take seats that are open to all; None = as many as there are seats.
    """
    fyller = _Fyller(modell, timer)
    alle = range(fyller.antall)
    for organ in _rekkefoelge(fyller.organer):
        if er_aapen(organ):
            fyller.fyll(organ, alle[:aapne_til], organ.medlemmer or 0)
        fyller.fyll(organ, alle, _minste(organ))
    return fyller.resultat()


def _fast_trinn(organer: list[Organ]) -> Callable[[Organ], int]:
    """Return the order in which seats for the council alone are shared out evenly."""
    har_komiteer = any(o.art == "kommunestyrekomite" for o in organer)

    def trinn(organ: Organ) -> int:
        if organ.art == "kommunestyrekomite":
            return 2  # there everybody has one seat, and the least loaded the longest
        # § 23-1 needs one who is in nothing else, unless § 5-9 puts them all in a committee
        return (3 if har_komiteer else 0) if organ.art == "kontrollutvalg" else 1

    return trinn


def fyll_jevnt(
    modell: Styringsmodell,
    timer: Mapping[str, float],
    blant: int | None = None,
    *,
    kontroll_sist: bool = False,
) -> Iterator[Fylling]:
    """Yield even fillings: the council's own seats to whoever has least, then one open seat more each time.

    Parameters
    ----------
    blant : the first so many members take all they may, the others only what is left; None = all alike.
    kontroll_sist : the council's seat in the control committee goes last, to whoever has least of all, so
        that it keeps none of the first out of formannskapet. Empty where everybody is barred by then.

    Notes
    -----
    Longest seats first to the least loaded member (Graham 1969: within a third of the best maximum).
    """
    fyller = _Fyller(modell, timer)
    foerst = fyller.antall if blant is None else blant

    def minst_foerst() -> list[int]:
        return sorted(range(fyller.antall), key=lambda p: (p >= foerst, fyller.timer[p], fyller.verv[p], p))

    def minst_av_alle() -> list[int]:
        return sorted(range(fyller.antall), key=lambda p: (fyller.timer[p], fyller.verv[p], p))

    sist = [o for o in fyller.organer if kontroll_sist and o.art == "kontrollutvalg"]
    for organ in sorted(_rekkefoelge(fyller.organer), key=_fast_trinn(fyller.organer)):
        if organ not in sist:
            fyller.fyll(organ, minst_foerst(), _minste(organ))
    for organ in sist:
        fyller.fyll(organ, minst_av_alle(), _minste(organ))
    yield fyller.resultat()
    for organ in (o for o in fyller.organer if er_aapen(o)):
        for antall in range(_minste(organ) + 1, (organ.medlemmer or 0) + 1):
            fyller.fyll(organ, minst_foerst(), antall)
            yield fyller.resultat()


def fyllinger(modell: Styringsmodell, timer: Mapping[str, float]) -> Iterator[Fylling]:
    """Yield the fillings whose extremes bound every measure of hours and posts per council member.

    Notes
    -----
    For a number of seats taken, the most even filling and the one where the same persons come first are the
    two ends of the majorisation order (Gale 1957, Ryser 1957). Open seats may be taken by any number: the
    concentrated fillings let only the first k take them, for every k (a seat more to a person who has few
    evens out, one to a person who has many does not). The median is greatest where the larger half of the
    council shares all there is, and least where the smaller half takes all it may.
    """
    medlemmer = modell.kommunestyret.medlemmer or 0
    stoerst = max((o.medlemmer or 0 for o in _organer(modell, timer) if er_aapen(o)), default=0)
    for grense in range(min(stoerst, medlemmer) + 1):
        yield fyll_samlet(modell, timer, grense)
    yield from fyll_jevnt(modell, timer)
    yield from fyll_jevnt(modell, timer, blant=medlemmer // 2 + 1)
    mindre_halvdel = (medlemmer - 1) // 2
    yield next(fyll_jevnt(modell, timer, blant=mindre_halvdel))
    uten_sperre = next(fyll_jevnt(modell, timer, blant=mindre_halvdel, kontroll_sist=True))
    if all(uten_sperre.plasser[o.id] for o in _organer(modell, timer) if o.art == "kontrollutvalg"):
        yield uten_sperre
