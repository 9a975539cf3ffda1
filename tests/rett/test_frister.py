"""Are the deadlines of a term complete, in order and right to the day?"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.rett.frister import (
    VALGAAR,
    Termin,
    build_frister,
    build_loepende,
    neste_valgaar,
    read_fristposter,
)
from analyse.rett.regelbok import read_regelbok

BOK = read_regelbok()
ALLE_VALG = range(1995, 2060, 4)


def _dager(valgaar: int, id_: str) -> list[date]:
    return [t.dato for t in build_frister(BOK, valgaar) if t.id == id_]


def test_the_term_of_2027_has_its_deadlines_on_the_days_the_law_gives() -> None:
    assert _dager(2027, "medlemstall") == [date(2026, 12, 31), date(2030, 12, 31)]
    assert _dager(2027, "innbyggertall") == [date(2026, 1, 1), date(2030, 1, 1)]
    assert _dager(2027, "parlamentarisme_votering") == [date(2026, 12, 31), date(2030, 12, 31)]
    assert _dager(2027, "konstituering_varsel") == [date(2027, 10, 17)]
    assert _dager(2027, "konstituering") == [date(2027, 10, 31)]
    assert _dager(2027, "delegeringsreglement") == [date(2028, 12, 31)]
    assert _dager(2027, "parlamentarisme_i_gang") == [date(2029, 1, 1)]
    assert _dager(2027, "eierskapsmelding") == [date(2031, 10, 31)]
    assert _dager(2027, "regnskap")[0] == date(2028, 6, 30)


@pytest.mark.parametrize("valgaar", ALLE_VALG)
def test_the_deadlines_stand_in_order_and_belong_to_the_term(valgaar: int) -> None:
    terminer = build_frister(BOK, valgaar)
    assert all(a.dato <= b.dato for a, b in pairwise(terminer))
    assert all(valgaar - 1 <= t.dato.year <= valgaar + 4 for t in terminer)
    assert len({(t.id, t.dato) for t in terminer}) == len(terminer) > 3


@pytest.mark.parametrize("valgaar", ALLE_VALG)
def test_the_rule_of_a_deadline_is_the_one_in_force(valgaar: int) -> None:
    def lovdag(t: Termin) -> date:
        hele = any(p.hele_perioden for p in read_fristposter()["frist"] if p.regel == t.regel.id)
        return date(t.dato.year - 2, 1, 1) if hele else t.dato

    assert [t.id for t in build_frister(BOK, valgaar) if not t.regel.gjelder(lovdag(t))] == []


def test_the_old_act_set_fewer_deadlines() -> None:
    assert [(t.id, t.regel.id) for t in build_frister(BOK, 2011)] == [
        ("medlemstall", "KL92-7-CHANGE"),
        ("parlamentarisme_votering", "KL92-18"),
        ("medlemstall", "KL92-7-CHANGE"),
        ("parlamentarisme_votering", "KL92-18"),
        ("delegeringsreglement", "KL92-39-2"),
    ]


def test_a_duty_of_the_whole_term_follows_the_law_of_its_middle() -> None:
    assert "eierskapsmelding" not in {t.id for t in build_frister(BOK, 2015)}
    assert "eierskapsmelding" in {t.id for t in build_frister(BOK, 2019)}


def test_every_deadline_the_register_holds_is_in_the_list() -> None:
    """A figure that is a day must be listed; one that is none of a term's own says why it is not."""
    brukt = {p.verdi for del_ in read_fristposter().values() for p in del_}
    frister = {v for v, u in BOK.verdier.items() if u[-1].slag == "frist"}
    assert sorted(frister - brukt) == []
    beregnet = {r.id for r in BOK.gjeldende(date(2024, 1, 1), "beregnet") if r.form == "frist"}
    listet = {p.regel for del_ in read_fristposter().values() for p in del_}
    utenfor = {"KL18-31-2": "over since 2023", "KL18-7-3-FRATRADT": "a person's own day"}
    assert sorted(beregnet - listet - set(utenfor)) == []


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_deadline_has_its_words(spraak: str) -> None:
    tekst = Tekst(spraak)
    poster = [p for del_ in read_fristposter().values() for p in del_]
    noekler = [f"lov_frist.{p.id}.{n}" for p in poster for n in ("navn", "etter")]
    noekler += [f"lov_frist.hvem.{p.hvem}" for p in poster]
    noekler += [f"lov_frist.bare_{p.bare}" for p in poster if p.bare]
    assert [n for n in noekler if not tekst.finnes(n)] == []


def test_the_running_deadlines_have_a_length() -> None:
    loepende = {t.id: t.varighet.antall for t in build_loepende(BOK, date(2028, 1, 1))}
    assert loepende == {"lovlighetskontroll": 21, "innbyggerforslag": 6, "flytte_tilbake": 2}
    assert build_loepende(BOK, date(2010, 1, 1)) == ()


def test_elections_come_every_fourth_year_from_1995() -> None:
    assert {1995, 2023, 2027} <= set(VALGAAR)
    assert not {1991, 2026, 2028, 2103} & set(VALGAAR)


@pytest.mark.parametrize(
    ("dato", "aar"), [(date(2026, 11, 25), 2027), (date(2027, 12, 31), 2027), (date(2028, 1, 1), 2031)]
)
def test_the_next_election_is_the_years_own_where_it_has_one(dato: date, aar: int) -> None:
    assert neste_valgaar(dato) == aar


def test_a_year_without_an_election_has_no_deadlines() -> None:
    with pytest.raises(ValueError, match="2026 has no ordinary"):
        build_frister(BOK, 2026)
