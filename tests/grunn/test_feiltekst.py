"""A finding is told in three parts, in the reader's language, with nothing left hanging."""

from __future__ import annotations

import re

import pytest

from analyse.grunn.feil import Funn
from analyse.grunn.feiltekst import format_funn, format_linje, format_sted, naermeste
from analyse.grunn.tekst import SPRAAK, Tekst

NB = Tekst("nb")


def _ukjent(**felter: str) -> Funn:
    alle = {"funnet": "medlemer", "lovlige": "id, medlemmer", "naermeste": "medlemmer"} | felter
    return Funn(kode="IN-010", sted="m.toml:27 (organ[3].medlemer)", felter=alle)


def test_a_finding_becomes_the_five_keys_of_the_error_object() -> None:
    assert format_funn(_ukjent(), NB) == {
        "kode": "IN-010",
        "sted": "m.toml:27 (organ[3].medlemer)",
        "funnet": "Nøkkelen «medlemer» er ukjent.",
        "ventet": "Kjente nøkler her: id, medlemmer.",
        "raad": "Mente du «medlemmer»? Rett skrivemåten eller fjern nøkkelen.",
    }


@pytest.mark.parametrize("spraak", SPRAAK)
def test_a_field_without_value_leaves_no_sentence_hanging(spraak: str) -> None:
    svar = format_funn(_ukjent(lovlige="", naermeste=""), Tekst(spraak))
    tekst = " ".join(svar[d] for d in ("funnet", "ventet", "raad"))
    assert not re.search(r"«»|“”|: \.|\?|\{", tekst)


def test_the_same_finding_speaks_each_language() -> None:
    funnet = [format_funn(_ukjent(), Tekst(s))["funnet"] for s in SPRAAK]
    assert funnet == [
        "Nøkkelen «medlemer» er ukjent.",
        "Nøkkelen «medlemer» er ukjend.",
        "The key “medlemer” is unknown.",
    ]


def test_the_word_for_a_type_is_the_languages_own() -> None:
    funn = Funn(kode="IN-012", sted="", felter={"funnet": "x", "type": "heltall"})
    assert [format_funn(funn, Tekst(s))["ventet"] for s in SPRAAK] == [
        "Verdien skal være et helt tall.",
        "Verdien skal vere eit heilt tal.",
        "The value must be a whole number.",
    ]


def test_a_text_without_quotes_is_told_to_get_them() -> None:
    felter = {"funnet": "5037", "type": "tekst_i_anfoersel", "anfoersel": "5037"}
    svar = format_funn(Funn(kode="IN-012", sted="", felter=felter), NB)
    assert svar["ventet"] == "Verdien skal være tekst i anførselstegn."
    assert svar["raad"] == 'Sett anførselstegn rundt verdien: "5037".'


def test_text_keys_in_a_list_are_looked_up_in_the_readers_language() -> None:
    felter = {"funnet": "komité", "lovlige": "@inntak.valg.utvalg, @inntak.valg.eldreraad"}
    funn = Funn(kode="IN-013", sted="", felter=felter)
    assert format_funn(funn, NB)["ventet"] == "Lovlige verdier: Utvalg, Eldreråd."
    assert (
        format_funn(funn, Tekst("en"))["ventet"]
        == "Allowed values: Standing committee, Council for the elderly."
    )


def test_what_a_person_wrote_is_never_taken_for_a_text_key() -> None:
    funn = Funn(kode="IN-013", sted="", felter={"funnet": "@inntak.valg.utvalg"})
    assert format_funn(funn, NB)["funnet"] == "«@inntak.valg.utvalg» er ikke blant de lovlige verdiene."


def test_a_party_with_an_odd_name_stays_as_it_is() -> None:
    funn = Funn(kode="IN-025", sted="", felter={"funnet": "Apx", "lovlige": "@folk, Ap"})
    assert format_funn(funn, NB)["ventet"] == "Kjente partier: @folk, Ap."


def test_braces_in_a_value_are_not_filled_in() -> None:
    funn = Funn(kode="IN-021", sted="", felter={"funnet": "{sted}"})
    assert format_funn(funn, NB)["funnet"] == "To organ har samme id: «{sted}»."


def test_an_unknown_code_is_a_defect_and_not_an_empty_message() -> None:
    with pytest.raises(KeyError, match="IN-999"):
        format_funn(Funn(kode="IN-999", sted=""), NB)


@pytest.mark.parametrize(
    ("sted", "lest"),
    [
        ("inntak.xlsx!Organ!C4", "inntak.xlsx, ark «Organ», celle C4"),
        ("inntak.xlsx!Organ!B2:C4", "inntak.xlsx, ark «Organ», celle B2:C4"),
        ("inntak.xlsx!Organ", "inntak.xlsx, ark «Organ»"),
        ("m.toml:27", "m.toml, linje 27"),
        ("m.toml:27 (organ[3].art)", "m.toml, linje 27 (organ[3].art)"),
        ("C:\\oppdrag\\m.toml:27", "C:\\oppdrag\\m.toml, linje 27"),
        ("prosjekt.toml", "prosjekt.toml"),
        ("", ""),
    ],
)
def test_a_place_is_said_as_a_person_says_it(sted: str, lest: str) -> None:
    assert format_sted(sted, NB) == lest


def test_a_line_for_the_terminal_begins_with_the_place_when_there_is_one() -> None:
    funn = Funn(kode="MI-002", sted="ut/rapport.docx", felter={"fil": "rapport.docx", "grunn": ""})
    linje = format_linje(funn, NB)
    assert linje.startswith("ut/rapport.docx: «rapport.docx» kan ikke skrives.")
    assert "Lukk filen «rapport.docx» i Word, Excel eller PowerPoint og prøv igjen" in linje
    uten = format_linje(Funn(kode="IN-063", sted=""), NB)
    assert uten.startswith("Et anførselstegn")


def test_the_nearest_name_is_found_and_a_far_one_is_not() -> None:
    assert naermeste("komit", ["komite", "formannskap"]) == "komite"
    assert naermeste("xyz", ["komite", "formannskap"]) == ""
    assert naermeste("komite", []) == ""
