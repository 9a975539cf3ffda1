"""What a measuring function is given, what it gives back, and the draws that models share.

A draw is bound to its key (body and figure), never to an order: two models that share a body share its
uncertainty, so a difference is taken in pairs though neither model knows of the other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analyse.grunn.anslag import Anslag
from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from analyse.valg.mandater import Sammensetning

    Trekk = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Maaling:
    """One measured quantity, before it becomes rows of the table.

    Parameters
    ----------
    verdi : central value; None = not illuminated (then `grunn` says why), or only the bounds are known.
    trekk : draws of the uncertain value, None = constant. lav, hoey : bounds where data leave the value
        undetermined; `er_minst` = the value is a lower bound and nothing bounds it from above.
    grunn : why not lit or why a bound: "mangler:<what>", "minst:<what>" (the same terms are missing whatever
        the model) or "mindre_sikker".
    """

    indikator: str
    verdi: float | None
    grunnlag: str = "beregnet"
    dimensjon: str | None = None
    element: str | None = None
    trekk: Trekk | None = None
    lav: float | None = None
    hoey: float | None = None
    er_minst: bool = False
    grunn: str | None = None
    n: int | None = None
    kilde: str | None = None

    def __post_init__(self) -> None:
        bare_grenser = self.verdi is None and self.lav is not None and self.hoey is not None
        if self.verdi is None and not self.grunn and not bare_grenser:
            raise ValueError(f"{self.indikator}: a quantity that is not lit must say why")


def ikke_belyst(
    indikator: str, mangler: str, *, dimensjon: str | None = None, element: str | None = None
) -> Maaling:
    """Return the measurement of what has no evidence."""
    return Maaling(
        indikator=indikator,
        verdi=None,
        grunnlag="ikke_belyst",
        dimensjon=dimensjon,
        element=element,
        grunn=f"mangler:{mangler}",
    )


class Trekker:
    """Draws of uncertain figures: triangular, by a quantile bound to (seed, key).

    Parameters
    ----------
    froe : seed, whole number. antall : number of draws, the length of every array.
    """

    def __init__(self, froe: int, antall: int) -> None:
        self.froe = froe
        self.antall = antall
        self._kvantiler: dict[str, Trekk] = {}

    def kvantiler(self, noekkel: str) -> Trekk:
        """Return uniform quantiles of the key, shape (antall,); always the same for a seed and key."""
        import numpy as np

        if noekkel not in self._kvantiler:
            spire = hashlib.sha256(f"{self.froe}\0{noekkel}".encode()).digest()
            generator = np.random.Generator(np.random.Philox(key=int.from_bytes(spire[:16], "little")))
            self._kvantiler[noekkel] = generator.random(self.antall)
        return self._kvantiler[noekkel]

    def trekk(self, anslag: Anslag, noekkel: str) -> Trekk:
        """Return draws of the estimate, shape (antall,), in its unit."""
        import numpy as np

        if anslag.er_fast:
            return np.full(self.antall, anslag.sentral)
        u = self.kvantiler(noekkel)
        spenn = anslag.hoey - anslag.lav
        nedre, oevre = anslag.sentral - anslag.lav, anslag.hoey - anslag.sentral
        return np.where(
            u * spenn <= nedre,
            anslag.lav + np.sqrt(u * spenn * nedre),
            anslag.hoey - np.sqrt((1 - u) * spenn * oevre),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Maalegrunnlag:
    """All that the measuring functions may look at for one model.

    Parameters
    ----------
    nye_organ : elected bodies that today's structure does not have. seter : seats per party and body, where
        the council's seats are known. sakslogg, moeter : today's logs,
        only given with today's model (`er_dagens`).
    """

    kommune: Kommune
    modell: Styringsmodell
    er_dagens: bool
    trekker: Trekker
    nye_organ: int = 0
    seter: Mapping[str, Sammensetning] = field(default_factory=dict)
    sakslogg: pd.DataFrame | None = None
    moeter: pd.DataFrame | None = None
    sakliste: pd.DataFrame | None = None

    def figur(self, organ: Organ, felt: str) -> tuple[Anslag, Trekk] | None:
        """Return a figure of a body with its draws, or None where it was not given."""
        anslag = organ.anslag(felt)
        if anslag is None:
            return None
        return anslag, self.trekker.trekk(anslag, organ.trekknoekkel(felt))

    def kommunetall(self, navn: str) -> tuple[Anslag, Trekk] | None:
        """Return one of the municipality's own numbers with its draws, or None where it was not given."""
        anslag = self.kommune.tall.get(navn)
        return None if anslag is None else (anslag, self.trekker.trekk(anslag, f"kommune.{navn}"))

    @property
    def eget_grunnlag(self) -> str:
        """What the structure itself rests on: invented, given (today's) or computed (an alternative's)."""
        if self.kommune.oppdiktet:
            return "oppdiktet"
        return "oppgitt" if self.er_dagens else "beregnet"
