"""Do the search and the trace come out in words?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.oppdrag.kunraadet import check_dokument, search_saker


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_place_has_its_words_and_its_section(spraak: str) -> None:
    rader = search_saker("", Tekst(spraak))
    assert len(rader) == 67
    assert [r["sak"] for r in rader if not (r["hva"] and "§" in str(r["henvisning"]))] == []


def test_the_readers_own_words_are_searched_too() -> None:
    assert "medlemstall" in {r["sak"] for r in search_saker("members", Tekst("en"))}


def test_a_document_can_be_searched_for_one_matter_only(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(
        "Formannskapet vedtar økonomiplanen. Utvalget velger leder.", encoding="utf-8"
    )
    alle = check_dokument(tmp_path / "r.txt", "r.txt", "", Tekst("nb"))
    bare = check_dokument(tmp_path / "r.txt", "r.txt", "økonomiplan", Tekst("nb"))
    assert {r["sak"] for r in bare} == {"oekonomi"} < {r["sak"] for r in alle}
    assert bare[0]["setning"] == "Formannskapet vedtar økonomiplanen."
