"""Seats in the council a model asks for and in its bodies: worked by hand, and what must always hold."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.modell.kommune import Kommune, Valg
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell
from analyse.valg.forholdsvalg import Loddtrekning
from analyse.valg.mandater import allocate_plasser, kommunestyre_mandater

FASIT = tomllib.loads(
    (Path(__file__).resolve().parent.parent / "fasit" / "levanger_2023.toml").read_text(encoding="utf-8")
)
VALG_2023 = Valg(aar=2023, type="listestemmetall", stemmer=FASIT["stemmer"])


def _kommune(mandater: dict[str, int] | None = None, valg: tuple[Valg, ...] = ()) -> Kommune:
    return Kommune(navn="Prøvevik", innbyggere=5000, mandater=mandater or {}, valg=valg, oppdiktet=True)


def _modell(*organer: Organ, medlemmer: int | None, leder_parti: str = "") -> Styringsmodell:
    raadet = Organ(
        id="ks", navn="Kommunestyret", art="kommunestyre", medlemmer=medlemmer, leder_parti=leder_parti
    )
    return Styringsmodell(id="dagens", navn="Dagens", styreform="formannskap", organer=(raadet, *organer))


def _organ(id_: str, medlemmer: int | None, art: str = "utvalg", velges_av: str = "ks") -> Organ:
    return Organ(id=id_, navn=id_, art=art, medlemmer=medlemmer, velges_av=velges_av)


def test_the_size_of_the_last_election_keeps_that_elections_seats() -> None:
    styret = kommunestyre_mandater(_kommune(FASIT["mandater"], (VALG_2023,)), 35)
    assert styret is not None
    assert (styret.oppgjoer.plasser, styret.metode, styret.mindre_sikker) == (
        FASIT["mandater"],
        "faktisk",
        False,
    )


def test_another_size_is_recomputed_from_the_newest_votes() -> None:
    """Levanger with 36 seats: the protocol's quotients give the 36th to Sp (69415/15 = 4627.67)."""
    styret = kommunestyre_mandater(_kommune(FASIT["mandater"], (VALG_2023,)), 36)
    assert styret is not None
    assert styret.oppgjoer.plasser == FASIT["mandater"] | {"Sp": 8}
    assert (styret.metode, styret.mindre_sikker) == ("sainte_lague", False)


def test_without_votes_the_seats_are_used_as_votes_and_marked_less_certain() -> None:
    """10/1.4, 5/1.4, 10/3, 10/5 … : five seats as 3 and 2 (5/1.4 = 3.57, 10/5 = 2, 5/3 = 1.67)."""
    styret = kommunestyre_mandater(_kommune({"A": 10, "B": 5}), 5)
    assert styret is not None
    assert (styret.oppgjoer.plasser, styret.mindre_sikker) == ({"A": 3, "B": 2}, True)


@pytest.mark.parametrize("mandater", [{}, {"A": 0}])
def test_without_seats_and_votes_the_council_is_unknown(mandater: dict[str, int]) -> None:
    assert kommunestyre_mandater(_kommune(mandater), 21) is None
    assert allocate_plasser(_kommune(mandater), _modell(medlemmer=21)) == {}


def test_an_election_without_votes_is_no_election() -> None:
    tomt = Valg(aar=2023, type="stemmesedler", stemmer={"A": 0})
    styret = kommunestyre_mandater(_kommune({"A": 2, "B": 1}, (tomt,)), 5)
    assert styret is not None
    assert styret.mindre_sikker


@pytest.mark.parametrize("medlemmer", [None, 0])
def test_a_council_of_unknown_size_gives_no_seats_rather_than_zero(medlemmer: int | None) -> None:
    kommune = _kommune({"A": 2, "B": 1}, (VALG_2023,))
    assert allocate_plasser(kommune, _modell(_organ("plan", 5), medlemmer=medlemmer)) == {}


def test_bodies_are_filled_by_forholdsvalg_party_by_party() -> None:
    """Sp 12, Ap 4, H 2, V 1 for seven places: 12, 6, 4 (Sp before Ap), 4, 3, 2.4, 2 (Sp with most votes)."""
    kommune = _kommune({"Sp": 12, "Ap": 4, "H": 2, "V": 1})
    fordelt = allocate_plasser(kommune, _modell(_organ("fsk", 7, "formannskap"), medlemmer=19))
    assert fordelt["fsk"].oppgjoer.plasser == {"Sp": 6, "Ap": 1, "H": 0, "V": 0}
    assert fordelt["fsk"].metode == "forholdsvalg"


def test_a_body_elected_by_another_body_mirrors_that_body_and_not_the_council() -> None:
    kommune = _kommune({"Sp": 12, "Ap": 4, "H": 2, "V": 1})
    au, fsk = _organ("au", 3, "arbeidsutvalg", "fsk"), _organ("fsk", 7, "formannskap")
    fordelt = allocate_plasser(kommune, _modell(au, fsk, medlemmer=19))
    assert fordelt["au"].oppgjoer.plasser == {"Sp": 3, "Ap": 0, "H": 0, "V": 0}
    assert list(fordelt) == ["ks", "au", "fsk"]


def test_bodies_not_elected_in_proportion_or_of_unknown_size_are_left_out() -> None:
    organer = (
        _organ("byraad", 5, "kommuneraad"),
        _organ("amu", 8, "arbeidsmiljoeutvalg"),
        _organ("eldre", 7, "eldreraad"),
        _organ("plan", None),
        _organ("etat", 5, "utvalg", "eldre"),
    )
    assert list(allocate_plasser(_kommune({"A": 12, "B": 9}), _modell(*organer, medlemmer=21))) == ["ks"]


def test_a_lot_for_a_council_seat_goes_to_the_first_who_draws_when_bodies_are_filled() -> None:
    kommune = _kommune(valg=(Valg(aar=2023, type="stemmesedler", stemmer={"A": 50, "B": 50}),))
    fordelt = allocate_plasser(kommune, _modell(_organ("plan", 3), medlemmer=21))
    assert fordelt["ks"].oppgjoer.loddtrekning == Loddtrekning(lister=("A", "B"), plasser=1)
    assert fordelt["plan"].oppgjoer.plasser == {"A": 2, "B": 1}


def test_committees_of_equal_size_get_each_party_as_evenly_as_whole_persons_allow() -> None:
    """Nine members, three committees of three: A sends 5 as 2, 2, 1 and the rest fills up."""
    komiteer = [_organ(k, 3, "kommunestyrekomite") for k in ("k1", "k2", "k3")]
    fordelt = allocate_plasser(_kommune({"A": 5, "B": 3, "C": 1}), _modell(*komiteer, medlemmer=9))
    assert [tuple(fordelt[k.id].oppgjoer.plasser.values()) for k in komiteer] == [
        (2, 1, 0),
        (2, 1, 0),
        (1, 1, 1),
    ]


def test_a_small_committee_is_not_filled_by_the_largest_party() -> None:
    """20 and 5 places, parties of 15 and 10: in proportion 12 + 8 and 3 + 2."""
    komiteer = [_organ("stor", 20, "kommunestyrekomite"), _organ("liten", 5, "kommunestyrekomite")]
    fordelt = allocate_plasser(_kommune({"A": 15, "B": 10}), _modell(*komiteer, medlemmer=25))
    assert fordelt["stor"].oppgjoer.plasser == {"A": 12, "B": 8}
    assert fordelt["liten"].oppgjoer.plasser == {"A": 3, "B": 2}


@pytest.mark.parametrize(("leder_parti", "mangler"), [("B", "B"), ("", "A")])
def test_an_exempt_mayor_is_taken_from_the_mayors_party_never_from_the_smallest(
    leder_parti: str, mangler: str
) -> None:
    mandater = {"A": 5, "B": 3, "C": 1}
    komiteer = [_organ(k, 4, "kommunestyrekomite") for k in ("k1", "k2")]
    fordelt = allocate_plasser(_kommune(mandater), _modell(*komiteer, medlemmer=9, leder_parti=leder_parti))
    delt = {p: sum(fordelt[k.id].oppgjoer.plasser[p] for k in komiteer) for p in mandater}
    assert delt == mandater | {mangler: mandater[mangler] - 1}


@given(
    mandater=st.lists(st.integers(0, 15), min_size=1, max_size=8).filter(any),
    andeler=st.lists(st.integers(1, 10), min_size=1, max_size=5),
)
def test_committees_keep_their_sizes_and_every_party_stays_within_two_of_its_share(
    mandater: list[int], andeler: list[int]
) -> None:
    antall, vekt = sum(mandater), sum(andeler)
    grenser = [antall * sum(andeler[:nr]) // vekt for nr in range(len(andeler) + 1)]
    stoerrelser = [b - a for a, b in pairwise(grenser)]
    komiteer = [_organ(f"k{nr}", n, "kommunestyrekomite") for nr, n in enumerate(stoerrelser)]
    partier = {f"P{nr}": n for nr, n in enumerate(mandater)}
    fordelt = allocate_plasser(_kommune(partier), _modell(*komiteer, medlemmer=antall))
    for komite in komiteer:
        if not komite.medlemmer:
            continue
        plasser = fordelt[komite.id].oppgjoer.plasser
        assert sum(plasser.values()) == komite.medlemmer
        assert all(abs(plasser[p] - komite.medlemmer * n / antall) < 2 for p, n in partier.items())
    delt = {p: sum(f.oppgjoer.plasser[p] for k, f in fordelt.items() if k != "ks") for p in partier}
    assert delt == partier
