"""How well do the bodies mirror the council? Inhabitants per member (17) and Gallagher per body (18).

Seats are the law's starting point, party by party; parties may agree on something else. Policy is no subject.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from analyse.grunn.anslag import svakeste
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, ikke_belyst
from analyse.indikatorer.register import maaler
from analyse.modell.organ import Organ
from analyse.valg.mandater import Sammensetning

GALLAGHER = ("gallagher_organ", "gallagher_minimum", "gallagher_overskudd")


@maaler("innbyggere_per_medlem")
def measure_innbyggere(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield inhabitants per council member, one row."""
    raadet = grunnlag.modell.kommunestyret
    medlemmer = raadet.medlemmer
    if not medlemmer:
        yield ikke_belyst("innbyggere_per_medlem", "medlemmer")
        return
    yield Maaling(
        indikator="innbyggere_per_medlem",
        verdi=grunnlag.kommune.innbyggere / medlemmer,
        grunnlag=svakeste(
            [grunnlag.kommune.innbyggere_grunnlag, raadet.grunnlag("medlemmer"), grunnlag.eget_grunnlag]
        ),
        n=medlemmer,
    )


def gallagher(plasser: Mapping[str, int], mandater: Mapping[str, int]) -> float:
    """Return the least squares index of seats in a body against seats in the council, points 0–100.

    Source
    ------
    Gallagher 1991, Proportionality, disproportionality and electoral systems: LSq = √(½ Σ (v − s)²) with
    shares in per cent.

    Examples
    --------
    >>> gallagher({"A": 3, "B": 0}, {"A": 2, "B": 1})
    33.333333333333336
    """
    n, sum_ = sum(plasser.values()), sum(mandater.values())
    if n == 0 or sum_ == 0:
        raise ValueError("Gallagher needs seats in the body and in the council")
    partier = dict.fromkeys([*mandater, *plasser])  # one who sits in the body alone counts too
    kvadrater = ((100 * plasser.get(p, 0) / n - 100 * mandater.get(p, 0) / sum_) ** 2 for p in partier)
    return math.sqrt(0.5 * math.fsum(kvadrater))


def gallagher_minimum(mandater: Mapping[str, int], plasser: int) -> float:
    """Return the least value any division of `plasser` seats can give.

    Largest remainders minimise the sum of squared deviations: moving a seat from a larger remainder to a
    smaller one can only add to it.
    """
    sum_ = sum(mandater.values())
    hele = {p: plasser * m // sum_ for p, m in mandater.items()}
    rester = sorted(mandater, key=lambda p: -(plasser * mandater[p] % sum_))
    for parti in rester[: plasser - sum(hele.values())]:
        hele[parti] += 1
    return gallagher(hele, mandater)


def _per_organ(
    organ: Organ, sammensetning: Sammensetning, mandater: Mapping[str, int]
) -> dict[str, tuple[float, float, float]]:
    """Return per indicator (central, low, high): over what a lot may give, central their mean."""
    verdier = [gallagher(utfall, mandater) for utfall in sammensetning.oppgjoer.utfall()]
    minste = gallagher_minimum(mandater, organ.medlemmer or 0)
    lav, hoey = min(verdier), max(verdier)
    midt = math.fsum(verdier) / len(verdier)  # a lot makes each outcome equally likely
    return {
        "gallagher_organ": (midt, lav, hoey),
        "gallagher_minimum": (minste, minste, minste),
        "gallagher_overskudd": (midt - minste, lav - minste, hoey - minste),
    }


@maaler(*GALLAGHER)
def measure_gallagher(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield Gallagher, its least possible value and the excess, per preparing or deciding body and in all.

    In all: the mean over the bodies weighted by their seats (never the index of pooled seats). Bodies of
    unknown size, or that are not elected by party, are left out and named; without seats of the council
    everything is "ikke belyst".
    """
    modell = grunnlag.modell
    raadet = grunnlag.seter.get(modell.kommunestyret.id)
    organer = modell.forberedende_og_vedtakende()
    if raadet is None:
        yield from (ikke_belyst(i, "mandater") for i in GALLAGHER)
        return
    maalt = [(o, grunnlag.seter[o.id]) for o in organer if o.id in grunnlag.seter]
    uten = [o for o in organer if o.id not in grunnlag.seter]
    if not maalt:
        yield from (ikke_belyst(i, "organ") for i in GALLAGHER)
        return
    mandater = next(iter(raadet.oppgjoer.utfall()))
    tall = {o.id: _per_organ(o, s, mandater) for o, s in maalt}
    sikker = "mindre_sikker" if raadet.mindre_sikker else None
    samlet_grunn = f"uten:{','.join(sorted(o.id for o in uten))}" if uten else sikker
    eget = svakeste(["beregnet", grunnlag.eget_grunnlag])
    basis = svakeste([eget, *(o.grunnlag("medlemmer") for o, _ in maalt)])
    plasser = sum(o.medlemmer or 0 for o, _ in maalt)
    for indikator in GALLAGHER:
        snitt = [
            math.fsum((o.medlemmer or 0) * tall[o.id][indikator][k] for o, _ in maalt) / plasser
            for k in range(3)
        ]
        yield _maaling(indikator, tuple(snitt), basis, samlet_grunn, n=len(maalt))
        for organ, sammensetning in maalt:
            yield _maaling(
                indikator,
                tall[organ.id][indikator],
                svakeste([eget, organ.grunnlag("medlemmer")]),
                sikker,
                organ=organ.id,
                kilde=sammensetning.metode,
            )
        for organ in uten:
            mangler = "sammensetning" if organ.medlemmer else "medlemmer"
            yield ikke_belyst(indikator, mangler, dimensjon="organ", element=organ.id)


def _maaling(
    indikator: str,
    verdier: tuple[float, ...],
    basis: str,
    grunn: str | None,
    *,
    organ: str | None = None,
    n: int | None = None,
    kilde: str | None = None,
) -> Maaling:
    midt, lav, hoey = verdier
    fast = math.isclose(lav, hoey, abs_tol=1e-12)
    return Maaling(
        indikator=indikator,
        verdi=midt,
        lav=None if fast else lav,
        hoey=None if fast else hoey,
        grunnlag=basis,
        grunn=grunn,
        dimensjon="organ" if organ else None,
        element=organ,
        n=n,
        kilde=kilde,
    )
