"""What bodies does the law give every municipality, and how large at least? The start of a new project.

Facts and sources in data/inntak/lovorgan.toml. Every size is an assumption: a municipality may have larger
bodies, and mostly has. Where the law sets no least size, the size is not known.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from analyse.grunn.filer import data_fil
from analyse.grunn.tekst import Tekst
from analyse.modell.organ import Opplysning, Organ
from analyse.modell.styringsmodell import Styringsmodell

_MED_STEDETS_ORD = ("kommunestyret", "formannskapet")  # their names are the place's own words


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    with data_fil("inntak", "lovorgan.toml").open("rb") as fil:
        return tomllib.load(fil)


def minste_kommunestyre(innbyggere: int, nivaa: str) -> int:
    """Return the least number of members of the council.

    Source: kommuneloven § 5-5, valid from 2019-10-01. Which date's inhabitants count is not covered.

    Examples
    --------
    >>> minste_kommunestyre(5000, "kommune"), minste_kommunestyre(5001, "kommune")
    (11, 19)
    """
    trinn = _data()["kommunestyre"][nivaa]
    return int(next(t["minst"] for t in trinn if innbyggere <= t.get("til", innbyggere)))


def build_lovmodell(innbyggere: int, mandater: int, tekst: Tekst) -> Styringsmodell:
    """Return a structure of the bodies the law requires, sizes at its least and marked as assumptions.

    Parameters
    ----------
    mandater : seats in the council, which then are its size; 0 where they are not known.
    tekst : the words of the place: its level decides names and sizes.
    """
    organer = []
    for post in _data()["organ"]:
        er_raadet = post["art"] == "kommunestyre"
        minst = minste_kommunestyre(innbyggere, tekst.nivaa) if er_raadet else post.get("minst")
        medlemmer = mandater if er_raadet and mandater else minst
        forutsatt = medlemmer is not None and not (er_raadet and mandater)
        kilde = tekst("inntak.ny.minstetall" if forutsatt else "inntak.ny.lovpaalagt", lov=post["paragraf"])
        organer.append(
            Organ(
                id=post["id"],
                navn=_navn(post["id"], tekst),
                art=post["art"],
                medlemmer=medlemmer,
                velges_av="" if er_raadet else "kommunestyret",
                valgbare=post.get("valgbare", "alle"),
                vedtaksrett=post.get("vedtaksrett"),
                kilde=kilde,
                opplysninger={"medlemmer": Opplysning(grunnlag="forutsatt", kilde=kilde)}
                if forutsatt
                else {},
            )
        )
    return Styringsmodell(
        id="dagens", navn=tekst("inntak.dagens"), styreform="formannskap", organer=tuple(organer)
    )


def _navn(organ_id: str, tekst: Tekst) -> str:
    if organ_id in _MED_STEDETS_ORD:
        navn = tekst.ord(organ_id)
        return navn[:1].upper() + navn[1:]
    return tekst(f"inntak.lovorgan.{tekst.nivaa}.{organ_id}")
