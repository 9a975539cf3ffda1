"""Text by the font's own widths, and words broken where a reader of Norwegian would break them."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.figurer.tekstmaal import (
    build_linjer,
    ledd,
    measure_minste_bredde,
    measure_tekst,
    skriftfil,
    with_kjente_tegn,
)
from analyse.grunn.filer import data_fil

BOKSTAVER = "abcdefghijklmnoprstuvyæøåčđŋšŧžïáÁÆØÅ -–/."


@pytest.mark.parametrize(
    ("tegn", "fet", "bredde"),
    # Advances in units of 2048 to the em, as DejaVu Sans 2.37 has them in its hmtx table.
    [("n", False, 1298), ("m", False, 1995), ("i", False, 569), (" ", False, 651), ("n", True, 1458)],
)
def test_a_letter_is_as_wide_as_the_font_says(tegn: str, fet: bool, bredde: int) -> None:
    assert measure_tekst(tegn, 2048, fet=fet) == pytest.approx(bredde, abs=1)


@pytest.mark.parametrize("tegn", "čđŋšŧžïáæøåČĐŊŠŦŽ")
def test_norwegian_and_sami_letters_are_in_the_font(tegn: str) -> None:
    from matplotlib.ft2font import FT2Font

    for fet in (False, True):
        assert FT2Font(skriftfil(fet=fet)).get_char_index(ord(tegn)) != 0


def test_a_letter_written_with_a_combining_mark_is_one_letter() -> None:
    assert measure_tekst("c\N{COMBINING CARON}", 13) == measure_tekst("č", 13)


@pytest.mark.parametrize(
    ("ord_", "delt"),
    [
        ("funksjonsnedsetjing", "funksjons nedsetjing"),
        ("funksjonsnedsettelse", "funksjons nedsettelse"),
        ("utviklingskomiteen", "utviklings komiteen"),
        ("arealdelutvalg", "arealdel utvalg"),
        ("Ungdomsrådet", "Ungdoms rådet"),
        ("Kommunestyret", "Kommune styret"),
        ("Trafikksikkerhetsutvalget", "Trafikk sikkerhets utvalget"),
        ("Områdeutvalget", "Område utvalget"),
        ("næringsområde", "nærings område"),
        ("Rådet", "Rådet"),
        ("Utvalget", "Utvalget"),
        ("Hovedutvalget", "Hoved utvalget"),
        ("lesing", "lesing"),
        ("stingsild", "stingsild"),
        ("boazodoallolávdegoddi", "boazodoallolávdegoddi"),
    ],
)
def test_a_compound_is_broken_at_its_joints_only(ord_: str, delt: str) -> None:
    assert " ".join(ledd(ord_)) == delt


def test_the_list_of_word_parts_is_sorted_lower_case_and_without_repeats() -> None:
    lest = tomllib.loads(data_fil("figurer", "orddeling.toml").read_text(encoding="utf-8"))
    for navn in ("siste_ledd", "fuger"):
        assert lest[navn] == sorted({del_.lower() for del_ in lest[navn]})
    assert [del_ for del_ in lest["siste_ledd"] if len(del_) < lest["minst_bokstaver"]] == []


def test_a_break_at_a_joint_shows_a_hyphen() -> None:
    assert build_linjer("Trafikksikkerhetsutvalget", 160, 13, fet=True) == ("Trafikksikkerhets-", "utvalget")


def test_lines_break_at_spaces_before_words_are_broken() -> None:
    navn = "Rådet for personar med funksjonsnedsetjing"
    assert build_linjer(navn, 170, 13, fet=True) == ("Rådet for", "personar med", "funksjonsnedsetjing")
    assert build_linjer(navn, 110, 13, fet=True)[-2:] == ("funksjons-", "nedsetjing")


def test_a_hyphen_of_the_words_own_stays_and_no_second_comes() -> None:
    assert build_linjer("Plan- og utviklingskomiteen", 150, 13, fet=True) == (
        "Plan- og",
        "utviklingskomiteen",
    )


def test_a_name_in_two_languages_breaks_after_the_stroke_and_the_dash() -> None:
    assert build_linjer("Guovdageaidnu/Kautokeino – kommune", 130, 13) == (
        "Guovdageaidnu/",
        "Kautokeino\N{NO-BREAK SPACE}–",
        "kommune",
    )


def test_a_word_without_a_joint_stands_whole_and_says_how_much_it_needs() -> None:
    ord_ = "boazodoallolávdegoddi"
    assert build_linjer(ord_, 50, 13) == (ord_,)
    assert measure_minste_bredde(ord_, 13) == measure_tekst(ord_, 13)


def test_a_no_break_space_holds() -> None:
    assert build_linjer("35\N{NO-BREAK SPACE}medlemmer", 20, 13) == ("35\N{NO-BREAK SPACE}medlemmer",)


def test_a_letter_the_font_lacks_gets_room_and_a_sign_of_its_absence() -> None:
    assert measure_tekst("官", 13) == 13
    assert with_kjente_tegn("官 Čáhput") == "\N{REPLACEMENT CHARACTER} Čáhput"


@pytest.mark.parametrize("tekst", ["", " ", "\n\t"])
def test_nothing_gives_no_line(tekst: str) -> None:
    assert build_linjer(tekst, 100, 13) == ()
    assert measure_minste_bredde(tekst, 13) == 0


@given(st.text(BOKSTAVER, max_size=60), st.floats(0, 400))
def test_no_line_is_wider_than_the_width_or_what_its_words_need(tekst: str, bredde: float) -> None:
    grense = max(bredde, measure_minste_bredde(tekst, 13)) + 0.001
    assert all(measure_tekst(linje, 13) <= grense for linje in build_linjer(tekst, grense, 13))


@given(st.text(BOKSTAVER, max_size=60), st.floats(0, 400))
def test_no_letter_is_lost_and_none_comes_but_hyphens(tekst: str, bredde: float) -> None:
    def bokstaver(linjer: str) -> str:
        return "".join(tegn for tegn in linjer if tegn.isalpha())

    assert bokstaver("".join(build_linjer(tekst, bredde, 13))) == bokstaver(tekst)
