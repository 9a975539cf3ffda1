"""How close can the pieces of a row stand? Outlines as step functions, and the fit of one against the next.

Method: the contours of Reingold and Tilford 1981 (doi:10.1109/TSE.1981.234519) kept as steps, so that boxes
of unequal height are compared where they really stand (van der Ploeg 2014, doi:10.1002/spe.2213).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

Profil = tuple[tuple[float, float, float], ...]  # (top, bottom, x) from top to bottom: one side of an outline
Omriss = tuple[Profil, Profil]  # the left side and the right side


def plan_ved_siden(omriss: Sequence[Omriss], luft: float) -> list[float]:
    """Return the x of each piece: the mean of the fit from the left and the fit from the right, centred on 0.

    Both fits keep every pair `luft` apart, so their mean does too; it is what makes the tree symmetric.

    Source
    ------
    Kennedy 1996, "Drawing trees", J. Functional Programming 6(3) 527-534, doi:10.1017/S0956796800001830.

    Examples
    --------
    >>> smal, bred = (((0, 10, -5),), ((0, 10, 5),)), (((0, 10, -20),), ((0, 10, 20),))
    >>> plan_ved_siden([smal, bred, smal], 4)
    [-29.0, 0.0, 29.0]
    """
    if not omriss:
        return []
    fra_venstre = _pakk(omriss, luft)
    speilet = [(_speil(hoeyre), _speil(venstre)) for venstre, hoeyre in reversed(omriss)]
    fra_hoeyre = [-x for x in reversed(_pakk(speilet, luft))]
    snitt = [(a + b) / 2 for a, b in zip(fra_venstre, fra_hoeyre, strict=True)]
    midt = (snitt[0] + snitt[-1]) / 2
    return [x - midt for x in snitt]


def _pakk(omriss: Sequence[Omriss], luft: float) -> list[float]:
    """Return the x of each piece when every piece is pushed as far left as the earlier ones allow."""
    posisjoner = [0.0]
    samlet = omriss[0][1]
    for venstre, hoeyre in omriss[1:]:
        x = max(h - v for h, v in _felles(samlet, venstre)) + luft
        posisjoner.append(x)
        samlet = build_samlet([samlet, with_forskyvning(hoeyre, x, 0.0)], max)
    return posisjoner


def _felles(a: Profil, b: Profil) -> Iterator[tuple[float, float]]:
    """Yield the x of both outlines on every stretch they share; pieces in a row share at least their top."""
    i = j = 0
    while i < len(a) and j < len(b):
        if min(a[i][1], b[j][1]) > max(a[i][0], b[j][0]):
            yield a[i][2], b[j][2]
        if a[i][1] <= b[j][1]:
            i += 1
        else:
            j += 1


def build_samlet(profiler: Sequence[Profil], velg: Callable[[float, float], float]) -> Profil:
    """Return the common outline: the outermost x on each stretch (`velg`: min for a left side, else max)."""
    samlet: Profil = ()
    for profil in profiler:
        samlet = _flett(samlet, profil, velg)
    return samlet


def _flett(a: Profil, b: Profil, velg: Callable[[float, float], float]) -> Profil:
    grenser = sorted({y for topp, bunn, _ in (*a, *b) for y in (topp, bunn)})
    rader: list[tuple[float, float, float]] = []
    i = j = 0
    for topp, bunn in pairwise(grenser):
        while i < len(a) and a[i][1] <= topp:
            i += 1
        while j < len(b) and b[j][1] <= topp:
            j += 1
        her = [p[n][2] for p, n in ((a, i), (b, j)) if n < len(p) and p[n][0] <= topp]
        if her:
            rader.append((topp, bunn, her[0] if len(her) == 1 else velg(*her)))
    return tuple(rader)


def with_forskyvning(profil: Profil, dx: float, dy: float) -> Profil:
    return tuple((topp + dy, bunn + dy, x + dx) for topp, bunn, x in profil)


def _speil(profil: Profil) -> Profil:
    return tuple((topp, bunn, -x) for topp, bunn, x in profil)
