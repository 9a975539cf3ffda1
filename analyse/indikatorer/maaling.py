"""From a project and its models to the table of measurements and the draws behind it.

`measure` asks every function of the register about every model; nothing here knows a single indicator.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, Trekker
from analyse.indikatorer.register import maalefunksjoner, read_indikatorer
from analyse.modell.diff import compare_modeller
from analyse.modell.maalinger import build_tabell
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.resultat import Opphav, Resultat, Serie
from analyse.modell.styringsmodell import Styringsmodell
from analyse.valg.mandater import allocate_plasser

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

NEDRE, OEVRE = 0.05, 0.95  # intervals are 90 % (one level everywhere)


def intervall_90(trekk: npt.NDArray[np.float64], sentral: float) -> tuple[float, float]:
    """Return the interval from the 5 to the 95 per cent point of the draws, wide enough to hold `sentral`.

    Notes
    -----
    The central value of an estimate may be its lowest ("9, at most 11"). The middle 90 % of the draws would
    then lie beside the number they are printed with; the interval is stretched to it and holds a little more.
    """
    import numpy as np

    lav, hoey = np.quantile(trekk, [NEDRE, OEVRE])
    return min(float(lav), sentral), max(float(hoey), sentral)


def kodeversjon() -> str:
    """Return the version of the installed distribution."""
    from importlib.metadata import version

    return version("styreform")


def _maal(prosjekt: Prosjekt, modell: Styringsmodell, trekker: Trekker) -> list[Maaling]:
    er_dagens = modell.id == prosjekt.dagens.id
    grunnlag = Maalegrunnlag(
        kommune=prosjekt.kommune,
        modell=modell,
        er_dagens=er_dagens,
        trekker=trekker,
        nye_organ=_nye_organ(prosjekt.dagens, modell),
        seter=allocate_plasser(prosjekt.kommune, modell),
        sakslogg=prosjekt.sakslogg if er_dagens else None,
        moeter=prosjekt.moeter if er_dagens else None,
        sakliste=prosjekt.sakliste if er_dagens else None,
    )
    return [m for funksjon in maalefunksjoner() for m in funksjon(grunnlag)]


def _nye_organ(dagens: Styringsmodell, modell: Styringsmodell) -> int:
    return sum(o.organ.er_folkevalgt for o in compare_modeller(dagens, modell).med_status("ny"))


def serie(maaling: Maaling) -> Serie:
    """Return the measurement's place on the third axis of the draws."""
    return (maaling.indikator, maaling.dimensjon, maaling.element)


def _rader(maaling: Maaling, modell_id: str) -> Iterable[dict[str, Any]]:
    """Yield one row per kind of interval; they are never merged."""
    indikator = read_indikatorer()[maaling.indikator]
    felles: dict[str, Any] = {
        "modell": modell_id,
        "indikator": maaling.indikator,
        "dimensjon": maaling.dimensjon,
        "element": maaling.element,
        "mot": None,
        "stroem": indikator.evidensklasse,
        "grunnlag": maaling.grunnlag,
        "rekkevidde": indikator.rekkevidde,
        "enhet": indikator.enhet,
        "verdi": maaling.verdi,
        "n": maaling.n,
        "grunn": maaling.grunn,
        "kilde": maaling.kilde or indikator.kilde,
    }
    trekk, verdi = maaling.trekk, maaling.verdi
    spenn = None
    if trekk is not None and verdi is not None and trekk.max() > trekk.min():
        spenn = intervall_90(trekk, verdi)
    har_grenser = maaling.lav is not None or maaling.er_minst
    if spenn is not None:
        yield felles | {"intervall": "antakelse", "lav": spenn[0], "hoey": spenn[1]}
    if har_grenser:
        nedre = verdi if maaling.lav is None else maaling.lav
        yield felles | {"intervall": "identifikasjon", "lav": nedre, "hoey": maaling.hoey}
    if spenn is None and not har_grenser:
        yield felles | {"intervall": "ingen", "lav": None, "hoey": None}


def _trekk(
    maalt: Mapping[str, list[Maaling]], antall: int
) -> tuple[npt.NDArray[np.float64], tuple[Serie, ...]]:
    import numpy as np

    serier = tuple(dict.fromkeys(serie(m) for maalinger in maalt.values() for m in maalinger))
    indeks = {s: nr for nr, s in enumerate(serier)}
    trekk = np.full((antall, len(maalt), len(serier)), math.nan)
    for modell_nr, maalinger in enumerate(maalt.values()):
        for m in maalinger:
            if m.verdi is not None:
                trekk[:, modell_nr, indeks[serie(m)]] = m.verdi if m.trekk is None else m.trekk
    return trekk, serier


def measure(
    prosjekt: Prosjekt,
    modeller: Mapping[str, Styringsmodell],
    forloep: object | None = None,
) -> Resultat:
    """Return every indicator under every model.

    Parameters
    ----------
    modeller : id → model, today's first. forloep : replayed cases; None until cases can be replayed.

    Returns
    -------
    Resultat : `maalinger` has one row per (model, series, kind of interval); `trekk` has shape
        (draws, models, series) with NaN where nothing is lit.

    Raises
    ------
    NotImplementedError : replayed cases are given, and no indicator reads them yet; they are not passed over.
    """
    if forloep is not None:
        raise NotImplementedError("no indicator reads replayed cases yet")
    trekker = Trekker(prosjekt.valg.froe, prosjekt.valg.trekk)
    maalt = {modell_id: _maal(prosjekt, modell, trekker) for modell_id, modell in modeller.items()}
    trekk, serier = _trekk(maalt, prosjekt.valg.trekk)
    return Resultat(
        prosjekt=prosjekt,
        modeller=dict(modeller),
        maalinger=build_tabell(
            rad for modell_id, maalinger in maalt.items() for m in maalinger for rad in _rader(m, modell_id)
        ),
        trekk=trekk,
        serier=serier,
        opphav=Opphav(
            kodeversjon=kodeversjon(),
            datafingeravtrykk=prosjekt.fingeravtrykk,
            froe=prosjekt.valg.froe,
            trekk=prosjekt.valg.trekk,
            dato=prosjekt.valg.dato,
        ),
        indikatorer=dict(read_indikatorer()),
    )
