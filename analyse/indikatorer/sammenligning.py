"""How does each alternative differ from today? Paired differences with verdicts, from the draws.

Differences are rows of their own; no renderer subtracts. Headline figures of one alternative form a
family and get simultaneous 90 % intervals (max-|t| over the joint draws); rows split by body do not.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from analyse.grunn.anslag import svakeste
from analyse.indikatorer.maaling import NEDRE, OEVRE
from analyse.indikatorer.register import read_indikatorer
from analyse.indikatorer.verdikt import verdikt
from analyse.modell.indikator import Indikator
from analyse.modell.maalinger import build_tabell, som_rader
from analyse.modell.resultat import Resultat, Serie

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Trekk = npt.NDArray[np.float64]

Rad = dict[str, Any]
FAMILIENIVAA = 0.90


def simultan_faktor(differanser: Trekk) -> float:
    """Return c such that mean ± c·sd covers every column at once in 90 % of the draws.

    Parameters
    ----------
    differanser : shape (draws, series); columns that do not vary are left out. No column left gives 0.

    Notes
    -----
    Max-|t| over the joint draws (Romano & Wolf 2005 give the stepwise version; this is the single step).
    """
    import numpy as np

    if differanser.shape[1] == 0:
        return 0.0
    sd = differanser.std(axis=0)
    varierer = differanser[:, sd > 0]
    if varierer.shape[1] == 0:
        return 0.0
    t = np.abs(varierer - varierer.mean(axis=0)) / varierer.std(axis=0)
    return float(np.quantile(t.max(axis=1), FAMILIENIVAA))


class _Par:
    """One alternative against one reference: looks up rows and makes the rows of differences."""

    def __init__(self, resultat: Resultat, modell: str, mot: str) -> None:
        self.resultat, self.modell, self.mot = resultat, modell, mot
        ider = list(resultat.modeller)
        self.trekk = resultat.trekk[:, ider.index(modell), :] - resultat.trekk[:, ider.index(mot), :]
        self.rader: dict[str, dict[Serie, dict[str, Rad]]] = {modell: {}, mot: {}}
        for rad in som_rader(resultat.maalinger):
            if rad["mot"] is None and rad["modell"] in self.rader:
                serie = (rad["indikator"], rad["dimensjon"], rad["element"])
                self.rader[rad["modell"]].setdefault(serie, {})[rad["intervall"]] = rad
        self.felles = [
            nr
            for nr, s in enumerate(resultat.serier)
            if s in self.rader[modell] and s in self.rader[mot] and self._rekker(s)
        ]
        hoved = [nr for nr in self.felles if resultat.serier[nr][1] is None and not self._uten_svar(nr)]
        self.faktor = simultan_faktor(self.trekk[:, hoved])
        self.antall_sammenlignet = len(hoved)

    def _rekker(self, serie: Serie) -> bool:
        return read_indikatorer()[serie[0]].rekkevidde == "alle_modeller"

    def _par(self, nr: int) -> tuple[dict[str, Rad], dict[str, Rad]]:
        serie = self.resultat.serier[nr]
        return self.rader[self.modell][serie], self.rader[self.mot][serie]

    def _uten_svar(self, nr: int) -> str | None:
        """Return why the difference is not known, or None where it is."""
        for rader in self._par(nr):
            rad = next(iter(rader.values()))
            if rad["verdi"] is None:
                return str(rad["grunn"])
        if self._samme_organ(nr):
            return None
        grunner = {str(next(iter(r.values()))["grunn"] or "") for r in self._par(nr)}
        aapne = [g for g in grunner if g.startswith("mangler:")]
        if aapne:
            return min(aapne)
        ulike = [g for g in grunner if g.startswith("minst:")]
        if ulike and len(grunner) > 1:  # a bound on one side, or bounds that lack different terms
            return min(ulike).replace("minst:", "mangler:")
        return None

    def _samme_organ(self, nr: int) -> bool:
        _, dimensjon, element = self.resultat.serier[nr]
        if dimensjon != "organ":
            return False
        modeller = [self.resultat.modeller[m] for m in (self.modell, self.mot)]
        organer = [next((o for o in m.organer if o.id == element), None) for m in modeller]
        return organer[0] is not None and organer[0] == organer[1] and bool((self.trekk[:, nr] == 0).all())

    def _intervaller(self, nr: int) -> dict[str, tuple[float, float]]:
        import numpy as np

        d, ut = self.trekk[:, nr], {}
        if float(np.ptp(d)) > 0:
            if self.resultat.serier[nr][1] is None:
                halv = self.faktor * float(d.std())
                midt = float(d.mean())
                ut["antakelse"] = (midt - halv, midt + halv)
            else:
                lav, hoey = np.quantile(d, [NEDRE, OEVRE])
                ut["antakelse"] = (float(lav), float(hoey))
        egen, andre = (r.get("identifikasjon") for r in self._par(nr))
        if any(r is not None and r["hoey"] is not None for r in (egen, andre)):
            ender = [
                (float(r["lav"]), float(r["hoey"])) if r is not None and r["hoey"] is not None else (v, v)
                for r, v in ((egen, self._verdi(nr, 0)), (andre, self._verdi(nr, 1)))
            ]
            ut["identifikasjon"] = (ender[0][0] - ender[1][1], ender[0][1] - ender[1][0])
        return ut

    def _verdi(self, nr: int, hvem: int) -> float:
        return float(next(iter(self._par(nr)[hvem].values()))["verdi"])

    def rader_for(self, nr: int) -> list[Rad]:
        """Return the rows of differences of one series."""
        egne, andres = (next(iter(r.values())) for r in self._par(nr))
        indikator = read_indikatorer()[egne["indikator"]]
        felles = egne | {
            "mot": self.mot,
            "n": None,
            "kilde": indikator.kilde,
            "intervall": "ingen",
            "lav": None,
            "hoey": None,
        }
        grunn = self._uten_svar(nr)
        if grunn is not None:
            return [felles | {"verdi": None, "grunnlag": "ikke_belyst", "grunn": grunn}]
        differanse = float(egne["verdi"]) - float(andres["verdi"])
        felles |= {
            "verdi": differanse,
            "grunnlag": svakeste([egne["grunnlag"], andres["grunnlag"]]),
            "grunn": "mindre_sikker" if "mindre_sikker" in (egne["grunn"], andres["grunn"]) else None,
        }
        intervaller = self._intervaller(nr)
        felles["verdikt"] = self._verdikt(indikator, differanse, intervaller, float(andres["verdi"]))
        if not intervaller:
            return [felles]
        return [felles | {"intervall": k, "lav": lav, "hoey": hoey} for k, (lav, hoey) in intervaller.items()]

    def _verdikt(
        self,
        indikator: Indikator,
        differanse: float,
        intervaller: Mapping[str, tuple[float, float]],
        dagens: float,
    ) -> str:
        if differanse == 0 and not intervaller:
            return "praktisk_like"
        delta = indikator.delta(dagens)
        if math.isclose(delta, 0):
            return "forskjellig"  # today's value is 0 and δ a share of it: any difference is notable
        return verdikt(differanse, intervaller.values(), delta)


def compare_maalinger(resultat: Resultat, mot: str = "dagens") -> Resultat:
    """Return the result with paired differences of every model from `mot` added as rows.

    A difference is "ikke belyst" where either side is, or where a missing term can differ between them.
    Indicators that describe today only have no differences. `sammenligninger` counts the headline
    comparisons made.

    Raises
    ------
    KeyError : `mot` is not among the models.
    """
    if mot not in resultat.modeller:
        raise KeyError(f"no model {mot!r} to compare with; known: {', '.join(resultat.modeller)}")
    rader = som_rader(resultat.maalinger[resultat.maalinger["mot"].isna()])
    antall = 0
    for modell in resultat.modeller:
        if modell == mot:
            continue
        par = _Par(resultat, modell, mot)
        antall += par.antall_sammenlignet
        rader += [rad for nr in par.felles for rad in par.rader_for(nr)]
    return replace(resultat, maalinger=build_tabell(rader), sammenligninger=antall)
