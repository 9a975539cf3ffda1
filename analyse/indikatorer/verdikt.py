"""Is the difference one a council would notice? Four answers, from an interval, δ and a behaviour envelope.

Method: metode §4. Two models' own intervals are never compared; only the paired difference is.
"""

from __future__ import annotations

from collections.abc import Iterable

Intervall = tuple[float, float]
# Relative: far more than rounding gives (2.2 − 2.0 = 0.2000000000000002), far less than anyone sees.
AVRUNDING = 1e-9


def verdikt(
    differanse: float, intervaller: Iterable[Intervall], delta: float, konvolutt: Intervall | None = None
) -> str:
    """Return forskjellig, forskjellig_avhenger_av_atferd, praktisk_like or kan_ikke_skilles.

    Parameters
    ----------
    differanse : central paired difference. intervaller : intervals of it, each of its own kind, in the
        same unit; none = it is compared with δ alone. delta : smallest notable difference, > 0.
    konvolutt : smallest and largest paired difference over behaviour; None where behaviour plays no part.

    Notes
    -----
    Several intervals are not merged: the answer must hold for each of them. A difference of exactly δ is
    inside; the sum of a few decimals may miss it by its last digit, so a hair's breadth counts as δ.

    Examples
    --------
    >>> verdikt(8, [(6, 10)], 5)
    'forskjellig'
    >>> verdikt(8, [(6, 10)], 5, konvolutt=(-1, 12))
    'forskjellig_avhenger_av_atferd'
    >>> verdikt(1, [(-2, 4)], 5), verdikt(4, [(1, 9)], 5)
    ('praktisk_like', 'kan_ikke_skilles')
    """
    if delta <= 0:
        raise ValueError("the smallest notable difference must be above zero")
    delta *= 1 + AVRUNDING
    alle = list(intervaller) or [(differanse, differanse)]
    over, under = all(lav > delta for lav, _ in alle), all(hoey < -delta for _, hoey in alle)
    if over or under:
        beholder_tegn = konvolutt is None or (konvolutt[0] > 0 if over else konvolutt[1] < 0)
        return "forskjellig" if beholder_tegn else "forskjellig_avhenger_av_atferd"
    if all(-delta <= lav and hoey <= delta for lav, hoey in alle):
        return "praktisk_like"
    return "kan_ikke_skilles"
