"""The sheets with the municipality's own numbers, read: Saker per år, Sekretariat and Godtgjøring."""

from __future__ import annotations

from typing import Any

from analyse.inntak.arkdefinisjon import kjente_ord, normaliser
from analyse.inntak.tolk import Tolk
from analyse.modell.organ import ART


def _anslag(spenn: tuple[float, float | None, float | None], grunnlag: Any, kilde: Any) -> dict[str, Any]:
    alt = {"verdi": spenn[0], "lav": spenn[1], "hoey": spenn[2], "grunnlag": grunnlag, "kilde": kilde}
    return {k: v for k, v in alt.items() if v is not None}


def build_tall(tolk: Tolk) -> list[dict[str, Any]]:
    """Return the municipality's numbers."""
    poster: list[dict[str, Any]] = []
    for rad in tolk.rader("sekretariat"):
        for felt, verdi in rad.items():
            if verdi is None or "." in felt:
                continue
            tolk.husk(("kommune", "tall", len(poster)), "sekretariat", 0, felt)
            anslag = _anslag(verdi, rad.get(f"{felt}.grunnlag"), rad.get(f"{felt}.kilde"))
            poster.append({"id": felt, **anslag})
    return poster


def build_saksmengde(tolk: Tolk) -> list[dict[str, Any]]:
    """Return the cases a year of each type; a row without a number is a type whose number is not known."""
    poster: list[dict[str, Any]] = []
    for nr, rad in enumerate(tolk.rader("saksmengde")):
        if not rad.get("sakstype") or rad.get("antall") is None:
            continue
        tolk.husk(("kommune", "saksmengde", len(poster)), "saksmengde", nr, "antall")
        tolk.husk(("kommune", "saksmengde", len(poster), "sakstype"), "saksmengde", nr, "sakstype")
        anslag = _anslag(rad["antall"], rad.get("grunnlag"), rad.get("kilde"))
        poster.append({"sakstype": rad["sakstype"], **anslag})
    return poster


def build_godtgjoering(tolk: Tolk) -> list[dict[str, Any]]:
    """Return the rates of pay; a body may be named by its id, its name or its kind."""
    arter = kjente_ord("inntak.valg", ART)
    poster = []
    for nr, rad in enumerate(tolk.rader("godtgjoering")):
        for kolonne in rad:
            tolk.husk(("kommune", "godtgjoering", nr, kolonne), "godtgjoering", nr, kolonne)
        post = {k: v for k, v in rad.items() if v is not None}
        if "organ" in post and normaliser(post["organ"]) not in tolk.organnavn:
            art = arter.get(normaliser(post["organ"]))
            post["organ"] = art or tolk.organ_id(post["organ"], tolk.lesing.sted("godtgjoering", nr, "organ"))
        elif "organ" in post:
            post["organ"] = tolk.organnavn[normaliser(post["organ"])]
        poster.append(post)
    return poster
