"""What does it cost once to change to the structure? New bodies times the municipality's own figures for one.

A body is new where the comparison of structures finds none of today's behind it. Left out: what follows
from bodies that go, from new routes and from unrest; nobody has given figures for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.grunn.anslag import svakeste
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, ikke_belyst
from analyse.indikatorer.register import maaler

TALL = {
    "omstilling_timer": "omstilling_timer_per_nytt_organ",
    "omstilling_kr": "omstilling_kr_per_nytt_organ",
}


@maaler(*TALL)
def measure_omstilling(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield hours and kroner once; not lit where the municipality has not said what a new body asks for."""
    antall = grunnlag.nye_organ
    for indikator, navn in TALL.items():
        tall = grunnlag.kommunetall(navn)
        if tall is None:
            yield ikke_belyst(indikator, navn)
            continue
        anslag, trekk = tall
        yield Maaling(
            indikator=indikator,
            verdi=antall * anslag.sentral,
            trekk=antall * trekk,
            grunnlag=svakeste([grunnlag.eget_grunnlag, anslag.grunnlag]),
            n=antall,
            kilde=anslag.kilde or None,
        )
