"""`styreform frister`: the deadlines as text, document and calendar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Styreform = Callable[..., Any]


def test_the_deadlines_stand_in_order(styreform: Styreform) -> None:
    svar = styreform("frister", "--valg", "2027")
    assert svar.kode == 0
    linjer = [linje for linje in svar.ut.splitlines() if "medlemstallet fra valget" in linje]
    assert [linje.partition(":")[0] for linje in linjer] == ["31. desember 2026", "31. desember 2030"]
    assert "Loven flytter ikke disse dagene" in svar.ut


def test_the_document_has_the_deadlines_with_rule_and_section(styreform: Styreform) -> None:
    svar = styreform("frister", "--valg", "2027", "--json").json
    assert svar["skjema"] == "frister/1"
    medlemstall = next(f for f in svar["frister"] if f["id"] == "medlemstall")
    assert (medlemstall["dato"], medlemstall["paragraf"]) == ("2026-12-31", "§ 5-5 (4)")
    assert [f["dato"] for f in svar["frister"]] == sorted(f["dato"] for f in svar["frister"])


def test_the_calendar_is_saved_and_the_same_twice(styreform: Styreform, tmp_path: Path) -> None:
    for navn in ("a.ics", "b.ics"):
        svar = styreform("frister", "--valg", "2027", "--ics", str(tmp_path / navn), "--json")
        assert svar.json["filer"] == [str(tmp_path / navn)]
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()
    assert (tmp_path / "a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(("spraak", "ord_"), [("nn", "fristar"), ("en", "Deadlines")])
def test_it_speaks_the_readers_language(styreform: Styreform, spraak: str, ord_: str) -> None:
    assert ord_.lower() in styreform("frister", "--valg", "2027", "--spraak", spraak).ut.lower()


def test_a_year_without_an_election_is_bad_usage(styreform: Styreform) -> None:
    svar = styreform("frister", "--valg", "2026", "--json")
    assert svar.kode == 2
    assert [f["kode"] for f in svar.json["feil"]] == ["BR-030"]
    assert "2027" in svar.json["feil"][0]["raad"]


def test_the_year_must_be_told(styreform: Styreform) -> None:
    assert styreform("frister").kode == 2
