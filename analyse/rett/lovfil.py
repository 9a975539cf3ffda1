"""How the files of data/lov become rules and figures: keys, dates and numbers as they are written.

A date is a TOML date or the name of a day in tidspunkt.toml. Left out: whether the entries go together,
which regelbok asks about the whole.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from analyse.grunn.kilde import Kilde
from analyse.rett.regel import AapentSpoersmaal, Inndata, Kunraadet, Regel, Tidspunkt
from analyse.rett.verdi import Frist, Trinn, Varighet, Verdi

Dager = Mapping[str, date]
Rad = Mapping[str, Any]
_LISTER = ("kilder", "inndata", "verdier", "sakstyper", "forgjengere", "regler", "arter",
           "soekeord_nb", "soekeord_nn")  # fmt: skip
_VERDINOEKLER = {"verdi", "trinn", "frist", "varighet"}


def read_fil(sti: Path) -> dict[str, Any]:
    """Return the tables of one file of the law."""
    with sti.open("rb") as fil:
        return tomllib.load(fil)


def _dato(verdi: object, dager: Dager) -> date | None:
    if verdi is None or isinstance(verdi, date):
        return verdi
    return dager[str(verdi)]


def _felter(rad: Rad, dager: Dager, kjente: Iterable[str]) -> dict[str, Any]:
    """Return a row's fields with days resolved and lists as tuples; an unknown key stops the reading."""
    if ukjente := sorted(set(rad) - set(kjente)):
        raise ValueError(f"{rad.get('id')}: unknown key {', '.join(ukjente)}")
    ferdige = {k: tuple(v) if k in _LISTER else v for k, v in rad.items()}
    return ferdige | {k: _dato(rad.get(k), dager) for k in ("gyldig_fra", "gyldig_til") if k in rad}


def _feltnavn(klasse: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(klasse))


def parse_andel(tekst: str) -> Fraction:
    """Return a share written as 2/3 or 40 %.

    Examples
    --------
    >>> parse_andel("40 %")
    Fraction(2, 5)
    """
    return Fraction(tekst.removesuffix("%").strip()) / (100 if tekst.endswith("%") else 1)


def build_regel(rad: Rad, lov: str, begrep: str, omraade: str, dager: Dager) -> Regel:
    """Return the rule written in one `[[regel]]`."""
    return Regel(lov=lov, begrep=begrep, omraade=omraade, **_felter(rad, dager, _feltnavn(Regel)))


def _innhold(rad: Rad) -> dict[str, Any]:
    if trinn := rad.get("trinn"):
        return {"innhold": tuple(_trinn(t) for t in trinn)}
    if frist := rad.get("frist"):
        return {"innhold": Frist(**{"aar": 0, **frist})}
    if varighet := rad.get("varighet"):
        return {"innhold": Varighet(**varighet)}
    verdi = rad["verdi"]
    if isinstance(verdi, str):
        return {"innhold": parse_andel(verdi), "som_prosent": verdi.endswith("%")}
    return {"innhold": int(verdi)}


def _trinn(rad: Rad) -> Trinn:
    andel = {"andel": parse_andel(rad["andel"])} if "andel" in rad else {}
    return Trinn(**{"til_og_med": None, **rad, **andel})


def build_verdi(rad: Rad, lov: str, dager: Dager) -> Verdi:
    """Return the figure written in one `[[verdi]]`."""
    felter = _felter(rad, dager, {*_feltnavn(Verdi), *_VERDINOEKLER} - {"innhold", "som_prosent"})
    rest = {k: v for k, v in felter.items() if k not in _VERDINOEKLER}
    return Verdi(lov=lov, **rest, **_innhold(rad))


def build_kunraadet(rad: Rad, dager: Dager) -> Kunraadet:
    """Return the matter written in one `[[sak]]` of kunraadet.toml."""
    return Kunraadet(**_felter(rad, dager, _feltnavn(Kunraadet)))


def build_aapent(rad: Rad) -> AapentSpoersmaal:
    """Return the question written in one `[[aapent_spoersmaal]]`."""
    return AapentSpoersmaal(**_felter(rad, {}, _feltnavn(AapentSpoersmaal)))


def build_inndata(rad: Rad) -> Inndata:
    """Return the input written in one `[[inndata]]`."""
    return Inndata(**_felter(rad, {}, _feltnavn(Inndata)))


def build_tidspunkt(rad: Rad, dato: date | None) -> Tidspunkt:
    """Return the day written in one `[[tidspunkt]]`; `dato` is the municipality's own, where it is known."""
    felter = _felter(rad, {}, _feltnavn(Tidspunkt))
    return Tidspunkt(**felter if dato is None else felter | {"dato": dato})


def build_kilder(data: Mapping[str, Any]) -> dict[str, Kilde]:
    """Return the sources of kilder.toml by key."""
    return {
        navn: Kilde(tittel=rad["tittel"], art=rad["art"], lenke=rad["lenke"])
        for navn, rad in data.items()
        if isinstance(rad, Mapping)
    }
