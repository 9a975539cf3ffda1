"""Files carry `format`; an older one is lifted step by step in memory, a newer one is refused.

One small function per step; a stored example of each format lies in the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from analyse.grunn.feil import Funn, UgyldigeData

NYESTE_FORMAT = 1
Steg = Callable[[dict[str, Any]], dict[str, Any]]
STEG: Mapping[int, Steg] = {}  # format n → the function that lifts it to n + 1


def migrer(
    data: dict[str, Any], sted: str, *, nyeste: int = NYESTE_FORMAT, steg: Mapping[int, Steg] = STEG
) -> dict[str, Any]:
    """Return the data lifted to the newest format.

    A format that is missing or no whole number is left for the validator, which tells it with all the rest.

    Raises
    ------
    UgyldigeData : the format is newer than this version knows; nothing else in the file can be trusted then.
    """
    format_ = data.get("format")
    if not isinstance(format_, int) or isinstance(format_, bool) or format_ < 1:
        return data
    if format_ > nyeste:
        raise UgyldigeData(
            [Funn(kode="IN-002", sted=sted, felter={"funnet": str(format_), "nyeste": str(nyeste)})]
        )
    loeftet = dict(data)
    for nr in range(format_, nyeste):
        loeftet = steg[nr](loeftet) | {"format": nr + 1}
    return loeftet
