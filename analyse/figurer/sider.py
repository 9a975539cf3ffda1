"""How is a figure that is taller than its frame divided? Whole rows, page by page, in the order given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analyse.figurer.ark import Omtale


def split_sider(hoeyder: Sequence[float], plass: float) -> tuple[range, ...]:
    """Return which rows stand on each page; a row taller than a page has one of its own.

    Examples
    --------
    >>> split_sider([40, 40, 40], 100)
    (range(0, 2), range(2, 3))
    >>> split_sider([], 100)
    ()
    """
    sider: list[range] = []
    fra, brukt = 0, 0.0
    for nr, hoeyde in enumerate(hoeyder):
        if nr > fra and brukt + hoeyde > plass:
            sider.append(range(fra, nr))
            fra, brukt = nr, 0.0
        brukt += hoeyde
    return (*sider, range(fra, len(hoeyder))) if hoeyder else ()


def with_side(omtale: Omtale, nr: int, antall: int) -> Omtale:
    """Return the words of one page of several: the subtitle says which one it is."""
    if antall == 1:
        return omtale
    return replace(omtale, undertittel=f"{omtale.undertittel} ({nr}/{antall})")
