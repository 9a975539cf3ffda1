"""What a rule says: figures filled in as of the day, the place's own words, in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.rett.ordlyd import build_felter, build_gjelder_ikke, build_henvisning, build_krav
from analyse.rett.regelbok import read_regelbok

BOK = read_regelbok()
I_DAG = date(2024, 1, 1)


def _krav(regel_id: str, dato: date, tekst: Tekst) -> str:
    return build_krav(BOK, BOK.regel(regel_id, dato), dato, tekst)


def test_the_number_in_a_sentence_comes_from_the_figure_of_the_day() -> None:
    assert _krav("KL18-23-1-MIN", I_DAG, Tekst("nb")) == "Kontrollutvalget skal ha minst 5 medlemmer."
    assert "minst 3 medlemmer" in _krav("KL92-77", date(2005, 1, 1), Tekst("nb"))


def test_a_county_reads_its_own_words_with_a_capital_where_the_sentence_begins() -> None:
    assert _krav("KL18-5-6-MIN", I_DAG, Tekst("nb", "fylkeskommune")).startswith("Fylkesutvalget skal ha")


def test_shares_are_words_or_per_cent_as_the_law_writes_them() -> None:
    tekst = Tekst("en")
    assert "at least two thirds of the votes" in _krav("KL18-10-1-INNFOR", I_DAG, tekst)
    assert "40%" in _krav("KL18-7-7-KJONN", I_DAG, tekst)
    assert "40 %" in _krav("KL18-7-7-KJONN", I_DAG, Tekst("nn")).replace("\xa0", " ")


def test_a_table_or_a_deadline_is_told_in_words_and_gives_no_field() -> None:
    regel = BOK.regel("KL18-5-5-POPREF", I_DAG)
    assert build_felter(BOK, regel, I_DAG, Tekst("nb")) == {}


def test_an_older_version_says_what_was_demanded_then() -> None:
    foer, etter = date(2023, 6, 30), date(2023, 7, 1)
    assert "skulle være skriftlig" in _krav("KL18-7-5-AVST", foer, Tekst("nb"))
    assert "bestemmer selv" in _krav("KL18-7-5-AVST", etter, Tekst("nb"))


def test_what_a_rule_leaves_out_is_empty_where_there_is_nothing_to_say() -> None:
    tekst = Tekst("nb")
    assert build_gjelder_ikke(BOK, BOK.regel("KL18-23-1-MIN", I_DAG), I_DAG, tekst) == ""
    leder = build_gjelder_ikke(BOK, BOK.regel("KL18-23-1-LEDER", I_DAG), I_DAG, tekst)
    assert leder.startswith("En fellesliste")


def test_the_reference_names_act_and_section() -> None:
    regel = BOK.regel("KL18-5-6-MIN", I_DAG)
    assert build_henvisning(regel, Tekst("nn")) == "kommunelova 2018 § 5-6 (1)"


@pytest.mark.parametrize("spraak", SPRAAK)
@pytest.mark.parametrize("nivaa", ["kommune", "fylkeskommune"])
def test_every_version_of_every_rule_can_be_said(spraak: str, nivaa: str) -> None:
    """A missing word or figure would raise; a sentence is one, ends with a full stop and is not a list."""
    tekst = Tekst(spraak, nivaa)
    feil = []
    for regel in (r for utgaver in BOK.regler.values() for r in utgaver):
        ord_ = build_krav(BOK, regel, regel.gyldig_fra, tekst)
        build_gjelder_ikke(BOK, regel, regel.gyldig_fra, tekst)
        if not ord_.endswith(".") or not ord_[0].isupper() or "{" in ord_ or len(ord_) > 400:
            feil.append(f"{regel.noekkel}: {ord_}")
    assert feil == []
