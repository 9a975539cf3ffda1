"""Files carry `format`; an older one is lifted step by step in memory, a newer one is refused.

One small function per step; a stored example of each format lies in the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from analyse.grunn.feil import Funn, UgyldigeData

NYESTE_FORMAT = 1
STEG: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}  # format n → function to n + 1


def migrer(data: dict[str, Any], navn: str, *, standard: int | None = None) -> dict[str, Any]:
    """Return the data lifted to the newest format.

    Parameters
    ----------
    standard : the format of a file that does not say; None makes saying it a demand.

    Raises
    ------
    UgyldigeData : the format is missing, no whole number, or newer than this version knows.
    """
    format_ = data.get("format", standard)
    if not isinstance(format_, int) or isinstance(format_, bool) or format_ < 1:
        raise UgyldigeData(
            [Funn(kode="IN-006", sted=navn, felter={"funnet": str(format_), "nyeste": str(NYESTE_FORMAT)})]
        )
    if format_ > NYESTE_FORMAT:
        raise UgyldigeData(
            [Funn(kode="IN-002", sted=navn, felter={"funnet": str(format_), "nyeste": str(NYESTE_FORMAT)})]
        )
    loeftet = dict(data)
    for steg in range(format_, NYESTE_FORMAT):
        loeftet = STEG[steg](loeftet)
    return loeftet | {"format": NYESTE_FORMAT}
