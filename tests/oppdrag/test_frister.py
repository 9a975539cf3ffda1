"""Do the deadlines come out in words, and is a year without an election told in a sentence?"""

from __future__ import annotations

import pytest
from icalendar import Calendar

from analyse.grunn.feil import BrukFeil
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.oppdrag.frister import build_fristkalender, plan_frister, plan_loepende


@pytest.mark.parametrize("spraak", SPRAAK)
def test_each_deadline_says_what_who_where_and_what_follows(spraak: str) -> None:
    rader = plan_frister(2027, Tekst(spraak))
    assert len(rader) > 25
    tomme = [r["id"] for r in rader if not all(r[k] for k in ("hva", "hvem", "henvisning", "etter"))]
    assert tomme == []
    assert "{" not in "".join(str(r) for rad in rader for r in rad.values())


def test_years_are_written_as_years() -> None:
    hva = [str(r["hva"]) for r in plan_frister(2027, Tekst("nb"))]
    assert any("valget i 2027" in h for h in hva)
    assert any("budsjett for 2028" in h for h in hva)


def test_a_county_reads_of_its_own_bodies() -> None:
    hvem = " ".join(str(r["hvem"]) for r in plan_frister(2027, Tekst("nb", "fylkeskommune")))
    assert "Fylkestinget" in hvem
    assert "ommunestyret" not in hvem


def test_the_calendar_holds_every_deadline_once() -> None:
    poster = Calendar.from_ical(build_fristkalender(2027, Tekst("nb"))).walk("VEVENT")
    ider = [str(p["uid"]) for p in poster]
    assert len(ider) == len(set(ider)) == len(plan_frister(2027, Tekst("nb")))
    assert build_fristkalender(2027, Tekst("nb")) == build_fristkalender(2027, Tekst("nb"))


def test_the_running_deadlines_are_told_with_their_length() -> None:
    varighet = {str(r["id"]): r["varighet"] for r in plan_loepende(2027, Tekst("nb"))}
    assert varighet["lovlighetskontroll"] == "21 dager"
    assert varighet["innbyggerforslag"] == "6 måneder"


@pytest.mark.parametrize(("aar", "naermeste"), [(2026, "2027"), (1900, "1995"), (2150, "")])
def test_a_year_without_an_election_names_the_nearest(aar: int, naermeste: str) -> None:
    with pytest.raises(BrukFeil) as fanget:
        plan_frister(aar, Tekst("nb"))
    (funn,) = fanget.value.funn
    assert (funn.kode, funn.felter["naermeste"]) == ("BR-030", naermeste)
