"""Who could sit where: lawful fillings from the most even to the most concentrated, and none outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

from hypothesis import assume, given
from hypothesis import strategies as st

from analyse.indikatorer.fylling import Fylling, er_aapen, er_uforenlig, fyll_jevnt, fyll_samlet, fyllinger
from analyse.indikatorer.verv import andel_topp, gini, median
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]


def test_a_small_municipality_worked_by_hand(organ: Organmaker, modell: Modellmaker) -> None:
    """Five in the council (10 h), formannskap of three (20 h), an open committee of two (5 h)."""
    vik = modell(
        "vik", organ("ks", "kommunestyre", 5), organ("fsk", "formannskap", 3), organ("plan", medlemmer=2)
    )
    timer = {"ks": 10.0, "fsk": 20.0, "plan": 5.0}
    samlet = fyll_samlet(vik, timer)
    assert (samlet.timer, samlet.verv) == ((35, 35, 30, 10, 10), (2, 2, 1, 0, 0))
    ute, en_inne, begge_inne = fyll_jevnt(vik, timer)
    assert (ute.timer, ute.verv) == ((30, 30, 30, 10, 10), (1, 1, 1, 0, 0))
    assert en_inne.timer == (30, 30, 30, 15, 10)
    assert (begge_inne.timer, begge_inne.verv) == ((30, 30, 30, 15, 15), (1, 1, 1, 1, 1))
    assert fyll_samlet(vik, timer, 1).verv == (2, 1, 1, 0, 0)


def test_committees_of_the_council_give_everyone_one_seat_and_the_most_loaded_the_longest_at_the_worst(
    organ: Organmaker, modell: Modellmaker
) -> None:
    vik = modell(
        "vik",
        organ("ks", "kommunestyre", 5),
        organ("fsk", "formannskap", 2),
        organ("kort", "kommunestyrekomite", 3),
        organ("lang", "kommunestyrekomite", 2),
    )
    timer = {"ks": 0.0, "fsk": 20.0, "kort": 1.0, "lang": 5.0}
    assert fyll_samlet(vik, timer).timer == (25, 25, 1, 1, 1)
    (jevn,) = fyll_jevnt(vik, timer)
    assert sorted(jevn.timer) == [1, 5, 5, 21, 21]


def test_those_in_sub_committees_of_formannskapet_sit_in_it(organ: Organmaker, modell: Modellmaker) -> None:
    under = organ("under", medlemmer=3, valgbare="formannskapet", velges_av="fsk")
    vik = modell("vik", organ("ks", "kommunestyre", 11), organ("fsk", "formannskap", 5), under)
    for fylling in fyllinger(vik, {"under": 50.0, "fsk": 1.0}):
        assert len(fylling.plasser["under"]) == 3
        assert fylling.plasser["under"] <= fylling.plasser["fsk"]


def test_members_of_the_government_and_the_youth_are_not_of_the_council(
    organ: Organmaker, modell: Modellmaker
) -> None:
    vik = modell("vik", organ("raad", "kommuneraad", 5), organ("ungdom", "ungdomsraad", 9))
    assert set(fyll_samlet(vik, {}).verv) == {0}


def test_who_is_incompatible_with_whom(organ: Organmaker) -> None:
    ku, fsk, komite = (organ(a, a) for a in ("kontrollutvalg", "formannskap", "kommunestyrekomite"))
    raad, raadgir, vedtar = (
        organ("r", "kommuneraad"),
        organ("eldre", "eldreraad"),
        organ("p", vedtaksrett=True),
    )
    assert all(er_uforenlig(ku, o) and er_uforenlig(o, ku) for o in (fsk, komite, vedtar, raad))
    assert not any(er_uforenlig(ku, o) for o in (raadgir, organ("q", vedtaksrett=False), ku))
    assert er_uforenlig(komite, organ("k2", "kommunestyrekomite"))
    assert not er_uforenlig(fsk, komite)
    assert [er_aapen(o) for o in (ku, fsk, komite, raadgir, organ("s", valgbare="kommunestyret"))] == [
        True, False, False, True, False,
    ]  # fmt: skip


@st.composite
def strukturer(draw: st.DrawFn) -> list[tuple[str, str, int, dict[str, object]]]:
    """Give a council and bodies that can all be filled lawfully: (id, kind, size, fields)."""
    n = draw(st.integers(7, 15))
    organer: list[tuple[str, str, int, dict[str, object]]] = [("ks", "kommunestyre", n, {})]
    organer.append(("fsk", "formannskap", draw(st.integers(3, 5)), {}))
    for nr in range(draw(st.integers(0, 2))):
        felter = {
            "valgbare": draw(st.sampled_from(["alle", "kommunestyret"])),
            "vedtaksrett": draw(st.booleans()),
        }
        organer.append((f"u{nr}", "utvalg", draw(st.integers(1, 6)), felter))
    if draw(st.booleans()):
        delt = draw(st.integers(3, n - 3))
        organer += [("k0", "kommunestyrekomite", delt, {}), ("k1", "kommunestyrekomite", n - delt, {})]
    elif draw(st.booleans()):
        organer.append(("ku", "kontrollutvalg", 5, {}))
    if draw(st.booleans()):
        organer.append(("eldre", "eldreraad", draw(st.integers(1, 5)), {}))
    return organer


def _lag(
    organ: Organmaker, modell: Modellmaker, struktur: list[tuple[str, str, int, dict[str, object]]]
) -> Styringsmodell:
    return modell("vik", *(organ(i, a, n, **f) for i, a, n, f in struktur))


def _er_lovlig(vik: Styringsmodell, fylling: Fylling) -> bool:
    plasser: Mapping[str, frozenset[int]] = fylling.plasser
    for organ_id, personer in plasser.items():
        organ = vik.organ(organ_id)
        fulltallig = len(personer) == organ.medlemmer
        if organ.art == "kontrollutvalg":
            fulltallig = 1 <= len(personer) <= (organ.medlemmer or 0)
        elif er_aapen(organ):
            fulltallig = len(personer) <= (organ.medlemmer or 0)
        if not fulltallig:
            return False
    return not any(
        plasser[a] & plasser[b]
        for a, b in combinations(plasser, 2)
        if er_uforenlig(vik.organ(a), vik.organ(b))
    )


TIMER = {"ks": 30.0, "fsk": 40.0, "u0": 20.0, "u1": 15.0, "k0": 25.0, "k1": 10.0, "ku": 12.0, "eldre": 6.0}


@given(struktur=strukturer())
def test_every_filling_is_lawful_and_counts_what_it_placed(
    organ: Organmaker, modell: Modellmaker, struktur: list[tuple[str, str, int, dict[str, object]]]
) -> None:
    vik = _lag(organ, modell, struktur)
    for fylling in fyllinger(vik, TIMER):
        assert _er_lovlig(vik, fylling), fylling
        for person, (timer, verv) in enumerate(zip(fylling.timer, fylling.verv, strict=True)):
            sitter = [o for o, personer in fylling.plasser.items() if person in personer]
            assert verv == len(sitter)
            assert abs(timer - TIMER["ks"] - sum(TIMER[o] for o in sitter)) < 1e-9


@given(struktur=strukturer())
def test_the_concentrated_filling_has_the_largest_load_and_the_even_one_the_smallest(
    organ: Organmaker, modell: Modellmaker, struktur: list[tuple[str, str, int, dict[str, object]]]
) -> None:
    vik = _lag(organ, modell, struktur)
    assert max(fyll_samlet(vik, TIMER).timer) >= max(next(fyll_jevnt(vik, TIMER)).timer)
    assert max(fyll_samlet(vik, TIMER).verv) >= max(next(fyll_jevnt(vik, TIMER)).verv)


def test_the_least_median_keeps_the_control_committee_from_spreading_the_other_seats(
    organ: Organmaker, modell: Modellmaker
) -> None:
    """Council 7 (30 h), formannskap 3 (40 h), four of the council in a committee (15 h), control committee.

    Three persons have both: 85 hours. The fourth committee seat is a fourth person's: 45. The control
    committee's is a fifth person's: 42. The median is 45; were it one of the three, a fourth would have 57.
    """
    vik = modell(
        "vik",
        organ("ks", "kommunestyre", 7),
        organ("fsk", "formannskap", 3),
        organ("u1", medlemmer=4, valgbare="kommunestyret", vedtaksrett=False),
        organ("ku", "kontrollutvalg", 5),
    )
    assert min(median(f.timer) for f in fyllinger(vik, TIMER)) == 45


@given(struktur=strukturer(), data=st.data())
def test_no_lawful_filling_lies_outside_the_bounds(
    organ: Organmaker,
    modell: Modellmaker,
    struktur: list[tuple[str, str, int, dict[str, object]]],
    data: st.DataObject,
) -> None:
    """Posts: exactly. Hours: the even ends are found longest seat first, within a third (Graham 1969)."""
    vik = _lag(organ, modell, struktur)
    timer, verv, plasser = _tilfeldig(vik, data)
    mulige = list(fyllinger(vik, TIMER))
    poster = list(fyllinger(vik, {}))
    for maal in (gini, andel_topp):
        ender = [maal(f.verv) for f in poster]
        assert min(ender) - 1e-9 <= maal(verv) <= max(ender) + 1e-9, (maal, plasser)
    verst = [max(f.timer) for f in mulige]
    assert max(timer) <= max(verst) + 1e-9
    assert max(timer) >= 0.75 * min(verst)
    midt = [median(f.timer) for f in mulige]
    assert min(midt) - 1e-9 <= median(timer) <= 4 / 3 * max(midt)


def _tilfeldig(
    vik: Styringsmodell, data: st.DataObject
) -> tuple[list[float], list[int], dict[str, frozenset[int]]]:
    n = vik.kommunestyret.medlemmer or 0
    plasser: dict[str, frozenset[int]] = {}
    for organ in (o for o in vik.organer if o.art != "kommunestyre"):
        sperret = {p for o, s in plasser.items() if er_uforenlig(organ, vik.organ(o)) for p in s}
        ledige = [p for p in range(n) if p not in sperret]
        antall = organ.medlemmer or 0
        if er_aapen(organ):
            minst = int(organ.art == "kontrollutvalg")
            antall = data.draw(st.integers(minst, max(minst, min(antall, len(ledige)))))
        assume(antall <= len(ledige))
        plasser[organ.id] = frozenset(data.draw(st.permutations(ledige))[:antall])
    verv = [sum(p in s for s in plasser.values()) for p in range(n)]
    timer = [TIMER["ks"] + sum(TIMER[o] for o, s in plasser.items() if p in s) for p in range(n)]
    return timer, verv, plasser


@given(struktur=strukturer(), data=st.data())
def test_the_order_of_the_bodies_changes_no_filling(
    organ: Organmaker,
    modell: Modellmaker,
    struktur: list[tuple[str, str, int, dict[str, object]]],
    data: st.DataObject,
) -> None:
    stokket = [struktur[0], *data.draw(st.permutations(struktur[1:]))]
    en, annen = (list(fyllinger(_lag(organ, modell, s), TIMER)) for s in (struktur, stokket))
    assert en == annen
