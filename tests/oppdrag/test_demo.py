"""The main job on the bundled example: files where they are said to be, and nobody's work lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyse.grunn.feil import BrukFeil
from analyse.oppdrag.demo import write_demo


@pytest.fixture(scope="module")
def levert(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Give the deliverables, written once."""
    return write_demo(tmp_path_factory.mktemp("demo"))


def test_the_deliverables_stand_where_they_are_said_to_and_are_named_for_the_place(
    levert: list[Path],
) -> None:
    assert {sti.suffix for sti in levert} == {".xlsx", ".html"}
    assert all(sti.is_file() and sti.name.startswith("levanger_") for sti in levert)


def test_again_gives_the_same_bytes(levert: list[Path]) -> None:
    foer = {sti: sti.read_bytes() for sti in levert}
    igjen = write_demo(levert[0].parent)
    assert {sti: sti.read_bytes() for sti in igjen} == foer


def test_a_workbook_that_somebody_changed_is_not_overwritten_unless_told(tmp_path: Path) -> None:
    arbeidsbok = next(sti for sti in write_demo(tmp_path) if sti.suffix == ".xlsx")
    arbeidsbok.write_bytes(arbeidsbok.read_bytes() + b"\0")
    endret = arbeidsbok.read_bytes()
    with pytest.raises(BrukFeil):
        write_demo(tmp_path)
    assert arbeidsbok.read_bytes() == endret
    write_demo(tmp_path, overskriv=True)
    assert arbeidsbok.read_bytes() != endret
