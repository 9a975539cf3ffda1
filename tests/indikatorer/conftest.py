"""Fjordvik, an invented municipality of a few bodies, and what it takes to measure it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest

from analyse.indikatorer.grunnlag import Maalegrunnlag, Trekker
from analyse.modell.kommune import Kommune
from analyse.modell.organ import Opplysning, Organ
from analyse.modell.prosjekt import Prosjekt, Prosjektvalg
from analyse.modell.saksgang import Saksgang, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell
from analyse.valg.mandater import allocate_plasser

FJORDVIK = Kommune(
    navn="Fjordvik", innbyggere=4250, mandater={"Rød": 8, "Blå": 6, "Grønn": 3}, oppdiktet=True
)
TREKK = 400


def lag_organ(id_: str, art: str = "utvalg", medlemmer: int | None = 5, **felter: Any) -> Organ:
    """Return a body; a figure written (lav, sentral, hoey) is uncertain."""
    opplysninger = dict(felter.pop("opplysninger", {}))
    for felt, verdi in felter.items():
        if felt in ("moeter_per_aar", "moetetid_timer", "papirer_dager_foer") and isinstance(verdi, tuple):
            lav, felter[felt], hoey = verdi
            opplysninger[felt] = Opplysning(grunnlag="forutsatt", lav=lav, hoey=hoey)
    velges_av = felter.pop("velges_av", "" if art == "kommunestyre" else "ks")
    navn = felter.pop("navn", id_)
    return Organ(
        id=id_,
        navn=navn,
        art=art,
        medlemmer=medlemmer,
        velges_av=velges_av,
        opplysninger=opplysninger,
        **felter,
    )


def lag_modell(id_: str, *organer: Organ, ruter: tuple[str, ...] = (), **felter: Any) -> Styringsmodell:
    """Return a model; a route is written "sakstype: ks:vedtar > …"."""
    saksganger = []
    for rute in ruter:
        sakstype, _, trinn = rute.partition(": ")
        saksganger.append(
            Saksgang(sakstype=sakstype, trinn=tuple(parse_trinn(t) for t in trinn.split(" > ")), andel=0.25)
        )
    raad = () if any(o.art == "kommunestyre" for o in organer) else (lag_organ("ks", "kommunestyre", 17),)
    return Styringsmodell(
        id=id_,
        navn=id_,
        styreform="formannskap",
        organer=(*raad, *organer),
        saksganger=tuple(saksganger),
        **felter,
    )


def lag_prosjekt(dagens: Styringsmodell, kommune: Kommune = FJORDVIK, **felter: Any) -> Prosjekt:
    """Return a project; `froe` and `trekk` are choices, the rest its own fields."""
    valg = Prosjektvalg(dato=date(2026, 1, 1), froe=felter.pop("froe", 1), trekk=felter.pop("trekk", TREKK))
    return Prosjekt(mappe="fjordvik", kommune=kommune, dagens=dagens, valg=valg, **felter)


def lag_grunnlag(modell: Styringsmodell, kommune: Kommune = FJORDVIK, **felter: Any) -> Maalegrunnlag:
    """Return what a measuring function is given about the model, as today's unless told."""
    fast = {"er_dagens": True, "trekker": Trekker(1, TREKK), "seter": allocate_plasser(kommune, modell)}
    return Maalegrunnlag(kommune=kommune, modell=modell, **fast | felter)


def lag_logg(*rader: tuple[Any, ...], kolonner: str = "sak_id organ motedato trinn handling") -> pd.DataFrame:
    """Return a case log as `read_sakslogg` gives it: dates or NaT, text or empty."""
    logg = pd.DataFrame(rader, columns=kolonner.split(), dtype="object")
    logg["motedato"] = pd.to_datetime(logg["motedato"])
    if "trinn" in logg:
        logg["trinn"] = logg["trinn"].astype("float64")
    return logg


@pytest.fixture(scope="session")
def organ() -> Callable[..., Organ]:
    """Give the maker of bodies."""
    return lag_organ


@pytest.fixture(scope="session")
def modell() -> Callable[..., Styringsmodell]:
    """Give the maker of models."""
    return lag_modell


@pytest.fixture(scope="session")
def prosjekt() -> Callable[..., Prosjekt]:
    """Give the maker of projects."""
    return lag_prosjekt


@pytest.fixture(scope="session")
def grunnlag() -> Callable[..., Maalegrunnlag]:
    """Give the maker of grounds for measuring."""
    return lag_grunnlag


@pytest.fixture(scope="session")
def logg() -> Callable[..., pd.DataFrame]:
    """Give the maker of case logs."""
    return lag_logg
