"""Is docs/metode/lov.md what data/lov says today?"""

from __future__ import annotations

from pathlib import Path

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.rett.lovtabell import build_lovtabell
from analyse.rett.regelbok import read_regelbok

BOK = read_regelbok()


def test_the_page_in_the_documentation_is_the_one_built_from_the_data(rot: Path) -> None:
    """Build it again with: python docs/metode/bygg_lov.py"""
    assert (rot / "docs" / "metode" / "lov.md").read_text("utf-8") == build_lovtabell(BOK, Tekst("nb"))


def test_every_version_of_every_rule_has_its_row() -> None:
    rader = [linje.split(" | ")[0][2:] for linje in build_lovtabell(BOK, Tekst("nb")).splitlines()]
    assert {i: rader.count(i) for i in BOK.regler} == {i: len(u) for i, u in BOK.regler.items()}


def test_the_count_by_kind_and_severity_sums_to_the_rules() -> None:
    linjer = build_lovtabell(BOK, Tekst("nb")).splitlines()
    sum_ = next(linje for linje in linjer if linje.startswith("| Sum |"))
    *per_alvor, alle = (int(c) for c in sum_.strip("| ").split(" | ")[1:])
    assert (sum(per_alvor), alle) == (len(BOK.regler), len(BOK.regler))


def test_the_page_can_be_built_in_every_language() -> None:
    lengder = {s: len(build_lovtabell(BOK, Tekst(s)).splitlines()) for s in SPRAAK}
    assert len(set(lengder.values())) == 1
