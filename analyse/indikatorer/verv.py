"""How much falls on one person? Hours per member (3), concentration of posts (5), shared members (31).

With posts given, today's values are exact. Without, and for every alternative, the answer is a range
between the most even and the most concentrated lawful filling. Informal work and influence are not seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from analyse.grunn.anslag import svakeste
from analyse.indikatorer.fylling import UTENFOR, er_aapen, er_uforenlig, fyllinger
from analyse.indikatorer.grenser import grenser
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, ikke_belyst
from analyse.indikatorer.register import maaler
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.verv import Verv

TIMER = ("timer_per_person_median", "timer_per_person_maks")
KONSENTRASJON = ("verv_gini", "verv_andel_topp")


def gini(verdier: Sequence[float]) -> float:
    """Return the Gini coefficient, 0 (all alike) to below 1; all zero gives 0.

    Source
    ------
    G = Σ(2i − n − 1)·x(i) / (n Σx) over the sorted values (closed form).

    Examples
    --------
    >>> gini([1, 1, 1, 1]), gini([0, 0, 0, 4])
    (0.0, 0.75)
    """
    n, sum_ = len(verdier), sum(verdier)
    if n == 0 or sum_ == 0:
        return 0.0
    return sum((2 * i - n - 1) * x for i, x in enumerate(sorted(verdier), start=1)) / (n * sum_)


def andel_topp(verv: Sequence[int]) -> float:
    """Return the share of the posts held by the tenth (rounded up) with most; no posts gives 0."""
    topp = math.ceil(0.1 * len(verv))
    return sum(sorted(verv, reverse=True)[:topp]) / sum(verv) if sum(verv) else 0.0


def median(verdier: Sequence[float]) -> float:
    """Return the median; the mean of the two middle values where their number is even."""
    ordnet, midt = sorted(verdier), len(verdier) // 2
    return ordnet[midt] if len(ordnet) % 2 else (ordnet[midt - 1] + ordnet[midt]) / 2


def _timer(grunnlag: Maalegrunnlag) -> tuple[dict[str, float], list[str], list[str]]:
    """Return hours a year of a seat in meetings per body, the grounds used, and bodies without figures.

    Bodies that no council member can sit in are left out.
    """
    timer: dict[str, float] = {}
    brukt, mangler = [], []
    for organ in grunnlag.modell.organer:
        if not organ.er_folkevalgt or organ.art in UTENFOR:
            continue
        antall, lengde = organ.anslag("moeter_per_aar"), organ.anslag("moetetid_timer")
        if antall is None or lengde is None or organ.medlemmer is None:
            mangler.append(organ.id)
            continue
        timer[organ.id] = antall.sentral * lengde.sentral
        brukt += [antall.grunnlag, lengde.grunnlag]
    return timer, brukt, sorted(mangler)


def _representanter(verv: Sequence[Verv], raadet: Organ) -> dict[str, set[str]]:
    """Return, per council member's pseudonym, the bodies they sit in (deputies do not count).

    Empty unless every seat of the council is told: who is left out may have more posts or none.
    """
    sitter: dict[str, set[str]] = {}
    for v in verv:
        if v.rolle != "vara":
            sitter.setdefault(v.person_id, set()).add(v.organ_id)
    personer = {person: organer for person, organer in sitter.items() if raadet.id in organer}
    return personer if len(personer) == raadet.medlemmer else {}


@maaler(*TIMER)
def measure_timer_per_person(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield the median and the largest number of meeting hours a year of the council's members.

    Bodies without figures are left out and named: neither figure is a sum, so what they would add is unknown.
    """
    modell = grunnlag.modell
    timer, brukt, mangler = _timer(grunnlag)
    raadet = modell.kommunestyret
    if not raadet.medlemmer or raadet.id not in timer:
        felter = ("medlemmer", "moeter_per_aar", "moetetid_timer")
        hva = next(f for f in felter if not getattr(raadet, f))
        yield from (ikke_belyst(i, hva) for i in TIMER)
        return
    basis = svakeste([grunnlag.eget_grunnlag, *brukt])
    grunn = f"uten:{','.join(mangler)}" if mangler else None
    personer = _representanter(modell.verv, raadet)
    if personer:
        per_person = [sum(timer.get(o, 0.0) for o in organer) for organer in personer.values()]
        for indikator, verdi in zip(TIMER, (median(per_person), max(per_person)), strict=True):
            yield Maaling(
                indikator=indikator,
                verdi=verdi,
                grunnlag=basis,
                grunn=grunn,
                n=len(personer),
            )
        return
    mulige = [f.timer for f in fyllinger(modell, timer)]
    for indikator, ender in (
        (TIMER[0], [median(t) for t in mulige]),
        (TIMER[1], [max(t) for t in mulige]),
    ):
        yield grenser(indikator, min(ender), max(ender), basis, grunn=grunn, n=raadet.medlemmer)


@maaler(*KONSENTRASJON)
def measure_konsentrasjon(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield how unevenly posts beside the council seat fall on its members (Gini; top tenth's share)."""
    modell = grunnlag.modell
    raadet = modell.kommunestyret
    if not raadet.medlemmer:
        yield from (ikke_belyst(i, "medlemmer") for i in KONSENTRASJON)
        return
    ukjente = sorted(
        o.id
        for o in modell.organer
        if o.er_folkevalgt and o.medlemmer is None and o.art not in ("kommunestyre", *UTENFOR)
    )
    basis = svakeste(["beregnet", grunnlag.eget_grunnlag])
    grunn = f"uten:{','.join(ukjente)}" if ukjente else None
    personer = _representanter(modell.verv, raadet)
    if personer:
        verv = [len(organer) - 1 for organer in personer.values()]
        for indikator, verdi in zip(KONSENTRASJON, (gini(verv), andel_topp(verv)), strict=True):
            yield Maaling(indikator=indikator, verdi=verdi, grunnlag=basis, grunn=grunn, n=len(verv))
        return
    mulige = [(gini(f.verv), andel_topp(f.verv)) for f in fyllinger(modell, {})]
    for indikator, ender in zip(KONSENTRASJON, zip(*mulige, strict=True), strict=True):
        yield grenser(indikator, min(ender), max(ender), basis, grunn=grunn, n=raadet.medlemmer)


def _krets(organ: Organ, modell: Styringsmodell) -> str:
    """Return the body whose members alone may sit in `organ`; "" where others may too."""
    if er_aapen(organ):
        return ""
    formannskap = modell.av_art("formannskap")
    return (formannskap[0] if organ.valgbare == "formannskapet" and formannskap else modell.kommunestyret).id


def _delte(a: Organ, b: Organ, modell: Styringsmodell) -> tuple[float, float]:
    """Return the least and the greatest share of the smaller body that may sit in both."""
    if er_uforenlig(a, b):
        return 0.0, 0.0
    en, annen = a.medlemmer or 0, b.medlemmer or 0
    krets = {_krets(o, modell) for o in (a, b)}
    if krets & {a.id, b.id}:
        return 1.0, 1.0  # one is chosen from the other
    if "" in krets:
        return 0.0, 1.0
    # both from one circle, or one from the council and one from formannskapet, which is part of it
    rom = max(modell.organ(o).medlemmer or en + annen for o in krets)
    return max(0, en + annen - rom) / min(en, annen), 1.0


@maaler("overlapp")
def measure_overlapp(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield |A ∩ B| / min(n_A, n_B) for each pair of bodies that prepare or decide, besides the council."""
    modell = grunnlag.modell
    organer = [o for o in modell.forberedende_og_vedtakende() if o.medlemmer]
    basis = svakeste(["beregnet", grunnlag.eget_grunnlag])
    sitter = {
        o.id: {v.person_id for v in modell.verv if v.organ_id == o.id and v.rolle != "vara"} for o in organer
    }
    for a, b in combinations(sorted(organer, key=lambda o: o.id), 2):
        element = f"{a.id}+{b.id}"
        if all(len(sitter[o.id]) == o.medlemmer for o in (a, b)):
            felles = len(sitter[a.id] & sitter[b.id]) / min(a.medlemmer or 1, b.medlemmer or 1)
            yield Maaling(
                indikator="overlapp", verdi=felles, grunnlag="oppgitt", dimensjon="organpar", element=element
            )
            continue
        lav, hoey = _delte(a, b, modell)
        yield grenser("overlapp", lav, hoey, basis, dimensjon="organpar", element=element)
