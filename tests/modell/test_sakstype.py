"""The list of case types: every one has a sector or none, and a name in every language."""

from __future__ import annotations

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.modell.organ import ART
from analyse.modell.sakstype import read_lovbundet, read_sektorer


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_case_type_has_a_name(spraak: str) -> None:
    tekst = Tekst(spraak)
    assert [s for s in read_sektorer() if not tekst.finnes(f"sakstype.{s}")] == []


def test_what_the_law_binds_is_a_case_type_of_the_list_and_a_kind_of_body() -> None:
    """Kommuneloven § 14-3: formannskapet recommends økonomiplan and årsbudsjett."""
    assert read_lovbundet()["budsjett_okonomiplan"] == "formannskap"
    assert set(read_lovbundet()) <= set(read_sektorer())
    assert set(read_lovbundet().values()) <= set(ART)


def test_a_caller_cannot_change_the_list() -> None:
    sektorer = dict(read_sektorer())
    read_sektorer()["annet"] = "plan"  # type: ignore[index]
    assert read_sektorer() == sektorer
