"""Does what the paragraph itself gives agree with the settlement of analyse.valg?"""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from analyse.rett.beregning import build_regnesvar
from analyse.rett.regelbok import read_regelbok
from analyse.rett.regning import Spoersmaal
from analyse.valg.forholdsvalg import forholdsvalg

BOK = read_regelbok()
STEMMER = st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(0, 40), min_size=1).filter(
    lambda s: any(s.values())
)


def _regnet(regel_id: str, dato: date, **fakta: object) -> object:
    return build_regnesvar(BOK, regel_id, Spoersmaal(dato=dato, fakta=fakta)).regnet


@given(stemmer=STEMMER, plasser=st.integers(0, 25))
def test_the_rules_and_the_settlement_agree_on_seats_and_on_lots(
    stemmer: dict[str, int], plasser: int
) -> None:
    ventet = forholdsvalg(stemmer, plasser)
    for regel_id, dato in (
        ("KL18-7-6-DHONDT", date(2024, 1, 1)),
        ("KL18-7-6-TIE", date(2024, 1, 1)),
        ("KL92-37", date(2011, 10, 1)),
    ):
        funnet = _regnet(regel_id, dato, listestemmer=stemmer, plasser=plasser)
        assert isinstance(funnet, dict)
        assert funnet["plasser"] == dict(ventet.plasser)
        if ventet.loddtrekning is None:
            assert "loddtrekning" not in funnet
        else:
            assert sorted(funnet["loddtrekning"]["lister"]) == sorted(ventet.loddtrekning.lister)
            assert funnet["loddtrekning"]["plasser"] == ventet.loddtrekning.plasser


@given(plasser=st.integers(1, 20), navn=st.integers(1, 40))
def test_a_list_never_gets_more_deputies_than_it_has_names_left(plasser: int, navn: int) -> None:
    vara = _regnet(
        "KL18-7-6-VARA", date(2024, 1, 1), plasser_paa_listen=plasser, navn_paa_liste=navn, varamedlemmer=0
    )
    assert isinstance(vara, int)
    assert 0 <= vara <= min(plasser + 2, max(0, navn - plasser))


def test_three_proposals_alike_for_the_second_place_all_go_on() -> None:
    """The law does not say which of two equal proposals is left out, so none is."""
    funnet = _regnet(
        "KL18-11-9-BUDSJETT", date(2024, 1, 1), forslag_stemmer={"A": 9, "B": 9, "C": 9}, omgang=1
    )
    assert funnet == ("A", "B", "C")
