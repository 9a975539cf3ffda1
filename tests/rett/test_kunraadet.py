"""Are the places found by the words people use, and are a document's clauses traced without being judged?"""

from __future__ import annotations

from datetime import date

import pytest

from analyse.grunn.tekst import Tekst
from analyse.rett.kunraadet import check_avsnitt, fold, search_kunraadet
from analyse.rett.regelbok import read_regelbok

SAKER = read_regelbok().kunraadet(date.max)
NAVN = {s.id: Tekst("nb")(s.noekkel) for s in SAKER}


def _funnet(soekeord: str) -> list[str]:
    return [s.id for s in search_kunraadet(SAKER, soekeord, NAVN)]


def test_without_words_every_place_is_listed() -> None:
    assert len(_funnet("")) == 67


@pytest.mark.parametrize(
    ("soekeord", "id_"),
    [
        ("medlemstall", "medlemstall"),
        ("medlemstal", "medlemstall"),
        ("storleik", "medlemstall"),
        ("økonomiplan", "oekonomi"),
        ("oekonomiplan", "oekonomi"),
        ("ØKONOMI", "oekonomi"),
        ("komiteene", "komiteer"),
        ("komitear", "komiteer"),
        ("utvalgene", "utvalg"),
        ("5-6", "formannskap"),
        ("KF", "foretak"),
        ("fast godtgjøring", "frikjoep"),
    ],
)
def test_a_place_is_found_by_either_written_standard_and_any_spelling(soekeord: str, id_: str) -> None:
    assert id_ in _funnet(soekeord)


def test_every_place_is_found_by_each_of_its_own_words() -> None:
    borte = [(s.id, o) for s in SAKER for o in (*s.soekeord_nb, *s.soekeord_nn) if s.id not in _funnet(o)]
    assert borte == []


def test_every_word_of_a_search_must_fit() -> None:
    assert _funnet("kontrollutvalg sekretariat") == ["kontrollsekretariat"]
    assert _funnet("kontrollutvalg banan") == []


def test_an_abbreviation_is_only_itself() -> None:
    assert "komiteer" not in _funnet("KO")
    assert "ko" in _funnet("KO")


@pytest.mark.parametrize(
    ("ord_", "ventet"), [("Økonomi", "oekonomi"), ("komité", "komite"), ("ÅRLIG", "aarlig")]
)
def test_words_are_compared_without_capitals_and_accents(ord_: str, ventet: str) -> None:
    assert fold(ord_) == ventet


REGLEMENT = (
    "§ 1 Formål. Dette reglementet gjelder møtene.",
    "Formannskapet fastsetter godtgjøring til de folkevalgte. Ordføreren leder møtet.",
    "Plan- og miljøutvalget vedtar gebyrregulativet for byggesaker.",
    "Møtene holdes på rådhuset.",
)


def test_a_clause_that_uses_the_words_of_a_place_is_traced_with_its_sentence_and_paragraph() -> None:
    spor = {(s.sak.id, s.avsnitt): s for s in check_avsnitt(SAKER, REGLEMENT)}
    godtgjoering = spor["arbeidsgodtgjoering", 2]
    assert godtgjoering.setning == "Formannskapet fastsetter godtgjøring til de folkevalgte."
    assert godtgjoering.soekeord == ("godtgjøring",)
    assert set(spor["plangebyr", 3].soekeord) >= {"gebyrregulativ", "byggesak"}


def test_a_sentence_without_such_words_leaves_no_trace() -> None:
    assert [s for s in check_avsnitt(SAKER, REGLEMENT) if s.avsnitt == 4] == []


def test_a_short_word_that_several_places_share_says_nothing_alone() -> None:
    assert check_avsnitt(SAKER, ["Det holdes valg."]) == ()
    funnet = {s.sak.id for s in check_avsnitt(SAKER, ["Det holdes valg av ordfører."])}
    assert funnet == {"ordfoerer_valg"}


def test_a_long_word_is_found_inside_a_compound() -> None:
    (spor,) = [
        s
        for s in check_avsnitt(SAKER, ["Møtegodtgjøringssatsene økes."])
        if s.sak.id == "arbeidsgodtgjoering"
    ]
    assert "godtgjøring" in spor.soekeord
