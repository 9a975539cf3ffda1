"""Is requirements.lock what pyproject.toml asks for?

Every dependency is pinned with its hashes, and no host is named.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROT = Path(__file__).resolve().parent.parent
# Extras that are for those who ask for them and would weigh down every test run.
UTENFOR = ("metoder", "skala")


def _laast() -> dict[str, list[tuple[Requirement, int]]]:
    """Return per package its pins, one per Python or platform, each with its number of hashes."""
    tekst = (ROT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    funnet: dict[str, list[tuple[Requirement, int]]] = {}
    for linje in tekst.splitlines():
        pinne = Requirement(re.split(r"\s--hash", linje)[0].strip())
        funnet.setdefault(canonicalize_name(pinne.name), []).append((pinne, linje.count("--hash=sha256:")))
    return funnet


def _oensket() -> list[Requirement]:
    prosjekt = tomllib.loads((ROT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tillegg = prosjekt["optional-dependencies"]
    navn = [n for extra, liste in tillegg.items() if extra not in UTENFOR for n in liste]
    alle = [Requirement(n) for n in prosjekt["dependencies"] + navn]
    return [k for k in alle if k.name != prosjekt["name"]]


def test_every_package_is_pinned_to_one_version_with_hashes() -> None:
    feil = [
        str(pinne)
        for pinner in _laast().values()
        for pinne, hasher in pinner
        if not hasher or [s.operator for s in pinne.specifier] != ["=="] or pinne.url
    ]
    assert feil == []


def test_everything_pyproject_asks_for_is_pinned_to_a_version_it_allows() -> None:
    laast = _laast()
    feil = []
    for krav in _oensket():
        pinner = laast.get(canonicalize_name(krav.name), [])
        versjoner = [next(iter(p.specifier)).version for p, _ in pinner]
        if not versjoner or not all(krav.specifier.contains(v, prereleases=True) for v in versjoner):
            feil.append(f"{krav}: {versjoner}")
    assert feil == []


def test_the_project_itself_and_the_set_aside_extras_are_not_in_the_lock() -> None:
    prosjekt = tomllib.loads((ROT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert prosjekt["name"] not in _laast()
    assert set(UTENFOR) <= set(prosjekt["optional-dependencies"])


def test_the_lock_holds_only_pins_and_hashes() -> None:
    moenster = re.compile(r"[A-Za-z0-9._-]+==\S+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    linjer = (ROT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert [linje for linje in linjer if not moenster.fullmatch(linje)] == []
