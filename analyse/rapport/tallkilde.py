"""Looks numbers up in the table of measurements and hands them on as `Tall`; it never makes one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from analyse.modell.maalinger import grunnlag_andeler, maaling_id, som_rader
from analyse.modell.resultat import Resultat
from analyse.modell.tallform import ANDEL
from analyse.rapport.blokker import Spenn, Tall

Noekkel = tuple[str, str, str | None, str | None, str | None]  # modell, indikator, dimensjon, element, mot
Rad = dict[str, Any]


def som_tall(rader: list[Rad]) -> Tall:
    """Return the rows of one number (one a kind of interval) as a `Tall`; its id is without the interval."""
    rad = rader[0]
    minst = any(r["intervall"] == "identifikasjon" and r["hoey"] is None for r in rader)
    return Tall(
        id=maaling_id(rad | {"intervall": "ingen"}),
        verdi=rad["verdi"],
        enhet=rad["enhet"],
        grunnlag=rad["grunnlag"],
        spenn=tuple(
            Spenn(id=maaling_id(r), intervall=r["intervall"], lav=r["lav"], hoey=r["hoey"])
            for r in rader
            if r["intervall"] != "ingen"
        ),
        grunn=rad["grunn"],
        verdikt=rad["verdikt"],
        n=rad["n"],
        kilde=rad["kilde"],
        er_differanse=rad["mot"] is not None,
        er_minst=minst and rad["verdi"] is not None,
    )


class Tallkilde:
    """The numbers of a result, by model, indicator, dimension, element and reference model."""

    def __init__(self, resultat: Resultat) -> None:
        self.resultat = resultat
        self._rader: dict[Noekkel, list[Rad]] = {}
        for rad in som_rader(resultat.maalinger):
            noekkel = (rad["modell"], rad["indikator"], rad["dimensjon"], rad["element"], rad["mot"])
            self._rader.setdefault(noekkel, []).append(rad)
        self._tall: Mapping[Noekkel, Tall] = {k: som_tall(r) for k, r in self._rader.items()}

    def finn(
        self,
        modell: str,
        indikator: str,
        *,
        dimensjon: str | None = None,
        element: str | None = None,
        mot: str | None = None,
    ) -> Tall | None:
        """Return the number, or None where the table has no such row."""
        return self._tall.get((modell, indikator, dimensjon, element, mot))

    def indikatorer(self) -> tuple[str, ...]:
        """Return the indicators in the table's order."""
        return tuple(dict.fromkeys(k[1] for k in self._tall))

    def elementer(self, indikator: str, dimensjon: str) -> tuple[str, ...]:
        """Return the elements an indicator is split by, over all models, in the table's order."""
        funnet = (k[3] for k in self._tall if k[1] == indikator and k[2] == dimensjon and k[3] is not None)
        return tuple(dict.fromkeys(funnet))

    def rader(self) -> Iterator[tuple[Rad, Tall]]:
        """Yield every row of the table with the number it belongs to."""
        for noekkel, rader in self._rader.items():
            for rad in rader:
                yield rad, self._tall[noekkel]

    def enhet(self, indikator: str) -> str:
        """Return the indicator's unit."""
        return next(str(r[0]["enhet"]) for k, r in self._rader.items() if k[1] == indikator)

    def grunnlag(self) -> dict[str, Tall]:
        """Return the share of the table's numbers that rests on each ground."""
        antall = len({k[:4] for k in self._rader if k[4] is None})
        return {
            g: Tall(id=f"grunnlag_{g}", verdi=andel, enhet=ANDEL, grunnlag="beregnet", n=antall)
            for g, andel in grunnlag_andeler(self.resultat.maalinger).items()
        }
