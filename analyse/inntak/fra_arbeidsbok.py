"""From the workbook's rows to the raw record of a model file, with the cell behind every path.

So the workbook and the model file meet one validator, and messages still name sheet and cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from analyse.grunn.feil import Funn, UgyldigeData
from analyse.inntak.advarsler import finn_uvanlig
from analyse.inntak.arbeidsbok import read_arbeidsbok
from analyse.inntak.arkdefinisjon import TALLTYPER, arkene
from analyse.inntak.arkleser import Lesing
from analyse.inntak.fra_organark import build_delegasjoner, build_organer, build_saksganger, build_verv
from analyse.inntak.fra_tallark import build_godtgjoering, build_saksmengde, build_tall
from analyse.inntak.modellfil import Modellfil
from analyse.inntak.rekkefoelge import build_leserekkefoelge
from analyse.inntak.sammenheng import check_kommune
from analyse.inntak.tolk import Tolk
from analyse.inntak.tolking import build_kommune, build_modell, validate_modellfil
from analyse.inntak.toml import Tomlfil

FORUTSATT = "forutsatt"
_EKKO = ("IN-011", "IN-019", "IN-022")
_UTENFOR_TABELLEN = ("IN-054", "IN-055")  # a sum or a note takes nothing from the rows above it


def read_inntak(sti: Path, navn: str) -> Modellfil:
    """Return the municipality and today's model of a workbook.

    Raises
    ------
    UgyldigeData : every fault and warning, each with sheet and cell. FarligFil : it is no sound workbook.
    """
    tolk = Tolk(read_arbeidsbok(sti, navn))
    organer = build_organer(tolk)
    kommune = tolk.kommune() | {
        "tall": build_tall(tolk),
        "saksmengde": build_saksmengde(tolk),
        "godtgjoering": build_godtgjoering(tolk),
    }
    data = {
        "kommune": kommune,
        "modell": tolk.hode(),
        "organ": organer,
        "verv": build_verv(tolk),
        "delegasjon": build_delegasjoner(tolk),
        "saksgang": build_saksganger(tolk),
    }
    lest, advarsler = [*tolk.lesing.funn, *tolk.funn], tolk.lesing.advarsler
    try:
        raa = validate_modellfil(data, tolk.sted)
        funn = [*lest, *(check_kommune(raa.kommune, tolk.sted) if raa.kommune else ())]
        modell = build_modell(raa, list(raa.kommune.mandater) if raa.kommune else [], tolk.sted)
    except UgyldigeData as feil:
        raise UgyldigeData(_samle(lest, feil.funn, tolk.lesing) + advarsler) from feil
    if funn or raa.kommune is None:
        raise UgyldigeData(_samle(funn, (), tolk.lesing) + advarsler)
    return Modellfil(
        modell=modell,
        kommune=build_kommune(raa.kommune),
        fil=Tomlfil(navn=navn, data=data, tekst=""),
        advarsler=tuple(build_leserekkefoelge([*advarsler, *finn_uvanlig(raa, tolk.sted)])),
        antakelser=_antall_antakelser(tolk.lesing),
    )


def _antall_antakelser(lesing: Lesing) -> int:
    """Return how many answers rest on an assumption: a row's numbers and rights, or the row itself."""
    antall = 0
    for ark in arkene():
        for rad in lesing.rader.get(ark.id, ()):
            if ark.form == "felt":
                antall += sum(
                    v is not None and rad.get(f"{felt}.grunnlag") == FORUTSATT for felt, v in rad.items()
                )
            elif rad.get("grunnlag") == FORUTSATT:
                svar = (k for k in ark.kolonner if k.type in (*TALLTYPER, "ja_nei"))
                antall += max(1, sum(rad.get(k.id) is not None for k in svar))
    return antall


def _samle(lest: list[Funn], validert: Iterable[Funn], lesing: Lesing) -> list[Funn]:
    """Return the findings in the workbook's order, without the echo of a cell that could not be read.

    What the reader found is missing for the validator, who would tell it once more in other words; and seats
    that could not be read are missing from their sum.
    """
    steder = {f.sted for f in lest}
    ekko = set(_EKKO) if lest else set()
    partiark = f"{lesing.navn}!{lesing.arknavn.get('partier', '')}!"
    if any(f.sted.startswith(partiark) and f.kode not in _UTENFOR_TABELLEN for f in lest):
        ekko.add("IN-030")
    alle = [*lest, *(f for f in validert if f.sted not in steder and f.kode not in ekko)]
    return build_leserekkefoelge(alle)
