"""The stories of tests/rett/tilfeller, and how one becomes a municipality with a structure."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from analyse.inntak.tolking import build_kommune, build_modell, validate_modellfil
from analyse.modell.scenario import Scenario
from analyse.rett.kontroll import check_styringsmodell
from analyse.rett.utfall import Lovsvar

MAPPE = Path(__file__).resolve().parent / "tilfeller"
Tilfelle = Mapping[str, Any]


def _les(sti: Path) -> dict[str, Any]:
    return tomllib.loads(sti.read_text(encoding="utf-8"))


def _organer(grunnlag: list[dict[str, Any]], endret: list[dict[str, Any]], fjern: list[str]) -> list[Any]:
    """Return the bodies with the story's fields over them, new ones last and removed ones gone."""
    samlet = {o["id"]: o for o in grunnlag}
    for organ in endret:
        samlet[organ["id"]] = samlet.get(organ["id"], {}) | organ
    return [o for i, o in samlet.items() if i not in fjern]


def _nevner(rad: Mapping[str, Any], fjern: list[str]) -> bool:
    """True where a delegation, route or post names a body that was removed."""
    ord_ = " ".join(str(v) for v in rad.values()).replace(":", " ").replace("'", " ").split()
    return any(organ in ord_ for organ in fjern)


def build_modellfil(gitt: Mapping[str, Any]) -> dict[str, Any]:
    """Return the model file a story describes: its base with the story's changes."""
    data = _les(MAPPE / "grunnlag" / f"{gitt['fra']}.toml")
    fjern = list(gitt.get("fjern", ()))
    data["kommune"] |= gitt.get("kommune", {})
    data["modell"] |= gitt.get("modell", {})
    data["organ"] = _organer(data["organ"], gitt.get("organ", []), fjern)
    for del_ in ("verv", "delegasjon", "saksgang"):
        data[del_] = [r for r in data.get(del_, []) if not _nevner(r, fjern)] + gitt.get(del_, [])
    return data


def build_scenario(gitt: Mapping[str, Any]) -> Scenario | None:
    """Return the municipality and structure of a story; None where it is about facts alone."""
    if "fra" not in gitt:
        return None
    data = build_modellfil(gitt)
    raa = validate_modellfil(data, str)
    assert raa.kommune is not None
    return Scenario(
        kommune=build_kommune(raa.kommune), modell=build_modell(raa, list(raa.kommune.mandater), str)
    )


@pytest.fixture(scope="session")
def tilfeller() -> list[dict[str, Any]]:
    """Every story, in the order of the files."""
    return [t for fil in sorted(MAPPE.glob("*.toml")) for t in _les(fil)["tilfelle"]]


@pytest.fixture(scope="session")
def scenario() -> Callable[[Mapping[str, Any]], Scenario | None]:
    """Turn what is given in a story into a municipality with a structure."""
    return build_scenario


@pytest.fixture(scope="session")
def vurder() -> Callable[..., Lovsvar]:
    """Judge a structure described as in a story: `vurder("formannskapskommune", dato, organ=[…])`."""

    def vurder_(fra: str, dato: date = date(2024, 6, 1), **gitt: Any) -> Lovsvar:
        bygd = build_scenario({"fra": fra, **gitt})
        assert bygd is not None
        return check_styringsmodell(bygd, dato, fakta=gitt.get("fakta", {}))

    return vurder_
