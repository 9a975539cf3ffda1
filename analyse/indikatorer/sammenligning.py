"""How does each alternative differ from today? Paired differences with verdicts, from the draws.

Differences are rows of their own; no renderer subtracts. Headline figures of one alternative form a
family and get simultaneous 90 % intervals (max-|t| over the joint draws). An indicator's headline is its row
in all; one that has none is in the family with all its rows.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from analyse.grunn.anslag import UTEN_TALL, svakeste
from analyse.indikatorer.grenser import ender, er_lik, felles_blanding
from analyse.indikatorer.maaling import intervall_90
from analyse.indikatorer.register import read_indikatorer
from analyse.indikatorer.verdikt import AVRUNDING, verdikt
from analyse.modell.maalinger import build_tabell, som_rader
from analyse.modell.organ import Organ
from analyse.modell.resultat import Resultat, Serie

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Trekk = npt.NDArray[np.float64]

Rad = dict[str, Any]
FAMILIENIVAA = 0.90
MED_LEDD = ("mangler", "minst", "uten")  # reasons that name what is missing
# Terms that are the same wherever the body is. Reading and group meetings are not among them: they follow the
# agenda, and the agenda follows the whole structure.
FOELGER_ORGANET = frozenset({"moeter_per_aar", "moetetid_timer", "papirer_dager_foer", "moetedatoer"})


def parvise_differanser(egne: Trekk, andres: Trekk) -> Trekk:
    """Return egne − andres draw by draw, shape (draws, series); what varies by rounding alone is constant.

    Two sums that share all their uncertain terms differ by the same amount in every draw but for the last
    binary digit. Left in, that digit would be an interval of its own and weigh as one among the max-|t|.
    """
    import numpy as np

    differanser = egne - andres
    skala = np.maximum(np.abs(egne).max(axis=0), np.abs(andres).max(axis=0))
    fast = np.ptp(differanser, axis=0) <= AVRUNDING * skala
    midt = np.where(np.abs(differanser[0]) <= AVRUNDING * skala, 0.0, differanser[0])
    differanser[:, fast] = midt[fast]
    return differanser


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
        self.trekk = parvise_differanser(
            resultat.trekk[:, ider.index(modell), :], resultat.trekk[:, ider.index(mot), :]
        )
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
        samlet = {s[0] for s in resultat.serier if s[1] is None}
        self.hoved = {
            nr
            for nr in self.felles
            if (resultat.serier[nr][1] is None or resultat.serier[nr][0] not in samlet)
            and self._uten_svar(nr) is None
        }
        self.faktor = simultan_faktor(self.trekk[:, sorted(self.hoved)])
        self.antall_sammenlignet = len(self.hoved)

    def _rekker(self, serie: Serie) -> bool:
        return read_indikatorer()[serie[0]].rekkevidde == "alle_modeller"

    def _par(self, nr: int) -> tuple[dict[str, Rad], dict[str, Rad]]:
        serie = self.resultat.serier[nr]
        return self.rader[self.modell][serie], self.rader[self.mot][serie]

    def _uten_svar(self, nr: int) -> str | None:
        """Return why the difference is not known, or None where it is.

        A missing term is no obstacle where it must be the same on both sides: a figure of a body that is the
        same in both models, or the whole contribution of such a body to a sum.
        """
        rader = [next(iter(r.values())) for r in self._par(nr)]
        for rad in rader:
            if rad["grunnlag"] in UTEN_TALL:
                return str(rad["grunn"])
        par = [_ledd_som_mangler(rad["grunn"]) for rad in rader]
        uavklart: set[str] = set()
        for slag, ledd in par:
            if slag == "mangler":
                kjent = self._samme_maaling(nr) and ledd <= FOELGER_ORGANET
            else:
                kjent = par[0] == par[1] and all(map(self._samme_organ, ledd))
            uavklart |= set() if kjent else ledd
        return f"mangler:{','.join(sorted(uavklart))}" if uavklart else None

    def _samme_organ(self, organ_id: str | None) -> bool:
        """True where both models have the body, and it is the same in all that can be measured."""
        egen, andres = (
            next((o for o in self.resultat.modeller[m].organer if o.id == organ_id), None)
            for m in (self.modell, self.mot)
        )
        return egen is not None and andres is not None and _innhold(egen) == _innhold(andres)

    def _samme_maaling(self, nr: int) -> bool:
        """True where the series is about a body that is the same in both models, in all its draws too."""
        _, dimensjon, element = self.resultat.serier[nr]
        return dimensjon == "organ" and self._samme_organ(element) and bool((self.trekk[:, nr] == 0).all())

    def _intervaller(self, nr: int, differanse: float) -> dict[str, tuple[float, float]]:
        d, ut = self.trekk[:, nr], {}
        if float(d.max() - d.min()) > 0:
            lav, hoey = intervall_90(d, differanse)
            if nr in self.hoved:  # never narrower than the separate one, which skewed draws could make it
                midt, halv = float(d.mean()), self.faktor * float(d.std())
                lav, hoey = min(lav, midt - halv), max(hoey, midt + halv)
            ut["antakelse"] = (lav, hoey)
        egen, andre = (r.get("identifikasjon") for r in self._par(nr))
        if any(r is not None and r["hoey"] is not None for r in (egen, andre)):
            ender = [
                (float(r["lav"]), float(r["hoey"])) if r is not None and r["hoey"] is not None else (v, v)
                for r, v in ((egen, self._verdi(nr, 0)), (andre, self._verdi(nr, 1)))
            ]
            # what is undetermined about one and the same body is the same in both models
            if not (ender[0] == ender[1] and self._samme_maaling(nr)):
                ut["identifikasjon"] = (ender[0][0] - ender[1][1], ender[0][1] - ender[1][0])
        return ut

    def _verdi(self, nr: int, hvem: int) -> float:
        return float(next(iter(self._par(nr)[hvem].values()))["verdi"])

    def _bare_grenser(self, nr: int) -> bool:
        """True where one of the values is known only between two ends, so the difference has no centre."""
        return any(next(iter(r.values()))["verdi"] is None for r in self._par(nr))

    def _felles_vekter(self, egne: Rad, andres: Rad) -> tuple[float, float] | None:
        """Return the ends of a difference of two means whose unknown weights are the same in both models."""
        vektes = read_indikatorer()[egne["indikator"]].vektes
        if not vektes or not egne["grunn"] == andres["grunn"] == "vekter_ukjent":
            return None
        egen, annen = (
            {
                s[2]: next(iter(r.values()))["verdi"]
                for s, r in self.rader[m].items()
                if s[:2] == (egne["indikator"], vektes)
            }
            for m in (self.modell, self.mot)
        )
        return felles_blanding(egen, annen)

    def _grenserad(self, nr: int, felles: Rad, egne: Rad, andres: Rad) -> Rad:
        """Return the difference of two ranges: everything between the worst and the best meeting of ends."""
        ytter = [ender(r) for r in self._par(nr)]
        lav, hoey = self._felles_vekter(egne, andres) or (
            ytter[0][0] - ytter[1][1],
            ytter[0][1] - ytter[1][0],
        )
        delta = read_indikatorer()[egne["indikator"]].delta(sum(ytter[1]) / 2) or math.ulp(0.0)
        rad = felles | {
            "verdi": None,
            "grunnlag": svakeste([egne["grunnlag"], andres["grunnlag"]]),
            "grunn": _forbehold(egne["grunn"], andres["grunn"]),
            "verdikt": verdikt((lav + hoey) / 2, [(lav, hoey)], delta),
        }
        if er_lik(lav, hoey):
            return rad | {"verdi": lav}
        return rad | {"intervall": "identifikasjon", "lav": lav, "hoey": hoey}

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
        if self._bare_grenser(nr):
            return [self._grenserad(nr, felles, egne, andres)]
        differanse = float(egne["verdi"]) - float(andres["verdi"])
        felles |= {
            "verdi": differanse,
            "grunnlag": svakeste([egne["grunnlag"], andres["grunnlag"]]),
            "grunn": _forbehold(egne["grunn"], andres["grunn"]),
        }
        intervaller = self._intervaller(nr, differanse)
        # Where today's value is 0 and δ a share of it, any difference that is sure can be noticed.
        delta = indikator.delta(float(andres["verdi"])) or math.ulp(0.0)
        felles["verdikt"] = verdikt(differanse, intervaller.values(), delta)
        if not intervaller:
            return [felles]
        return [felles | {"intervall": k, "lav": lav, "hoey": hoey} for k, (lav, hoey) in intervaller.items()]


def _innhold(organ: Organ) -> Organ:
    # what it is called and who elects it or may sit does not move what is measured of the body itself
    return replace(organ, navn="", andre_navn={}, kilde="", velges_av="", valgbare="alle", leder_parti="")


def _ledd_som_mangler(grunn: str | None) -> tuple[str, frozenset[str]]:
    """Return the kind of a row's reason and the terms it names; ("", nothing) where no term is missing."""
    slag, _, ledd = (grunn or "").partition(":")
    return (slag, frozenset(ledd.split(","))) if slag in MED_LEDD else ("", frozenset())


def _forbehold(*grunner: str | None) -> str | None:
    """Return the reservation that a difference takes over from the values it is made of."""
    arvet = [g for g in grunner if g and (g == "mindre_sikker" or g.startswith("uten:"))]
    return max(arvet, default=None)  # "uten" says more than "mindre_sikker" and stands after it


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
