"""Are numbers written as the reader of each language writes them, with what they rest on?"""

from __future__ import annotations

from datetime import date

import pytest

from analyse.grunn.feil import Funn
from analyse.grunn.tekst import Tekst
from analyse.modell.resultat import Resultat
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.tallform import desimaler
from analyse.rapport.blokker import Antall, Navn, Ord, Rapport, Spenn, Tall
from analyse.rapport.tallord import Ordlegger, build_ordlegger, modellnavn, modellnavn_i_ord

NB, NN, EN = (Ordlegger(Tekst(s), {"plan": "Planutvalget"}) for s in ("nb", "nn", "en"))
SPENN = Spenn(id="m_a__antakelse", intervall="antakelse", lav=7.0, hoey=11.0)


def _tall(verdi: float | None, enhet: str = "moeter_per_aar", **annet: object) -> Tall:
    return Tall(id="m_a", verdi=verdi, enhet=enhet, **{"grunnlag": "oppgitt"} | annet)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("verdi", "enhet", "fortegn", "nb", "en"),
    [
        (12.5, "timer_per_aar", False, "13", "13"),  # halves away from zero, as Excel shows the same number
        (22.5, "timer_per_aar", False, "23", "23"),
        (2.675, "behandlinger", False, "2,68", "2.68"),
        (-5.13, "poeng", True, "−5,1", "−5.1"),
        (5.13, "poeng", True, "+5,1", "+5.1"),
        (-0.04, "poeng", True, "0,0", "0.0"),
        (0.04, "poeng", True, "0,0", "0.0"),
        (-0.0, "dager", True, "0", "0"),
        (12345.0, "innbyggere", False, "12\N{NO-BREAK SPACE}345", "12,345"),
        (0.375, "andel", False, "38\N{NO-BREAK SPACE}%", "38%"),
        (-0.12, "andel", True, "−12\N{NO-BREAK SPACE}%-poeng", "−12% points"),
    ],
)
def test_a_number_is_rounded_signed_and_grouped_as_the_language_does(
    verdi: float, enhet: str, fortegn: bool, nb: str, en: str
) -> None:
    assert NB.tall(verdi, enhet, fortegn=fortegn) == nb
    assert EN.tall(verdi, enhet, fortegn=fortegn) == en


def test_an_unlit_number_has_a_word_and_a_bound_says_at_least() -> None:
    assert NB.verdi(_tall(None, grunnlag="ikke_belyst")) == "ikke belyst"
    assert NN.verdi(_tall(60.0, er_minst=True)) == "minst 60"
    assert EN.med_enhet(_tall(60.0, er_minst=True)) == "at least 60\N{NO-BREAK SPACE}meetings a year"


def test_a_number_in_a_sentence_says_what_it_rests_on_and_how_sure_it_is() -> None:
    ord_ = Ord(noekkel="rapport.funn.bare_i_dag", felter={"indikator": Navn(tekst="X"), "verdi": _tall(9.0)})
    assert NB.ord(ord_) == "X: 9\N{NO-BREAK SPACE}møter per år (oppgitt)."
    usikkert = _tall(9.0, grunnlag="forutsatt", spenn=(SPENN,))
    vist = str(NB.felt(usikkert)).replace("\N{NO-BREAK SPACE}", " ")
    assert vist == "9 møter per år (forutsatt; 90 % av antakelsene: 7–11)"
    assert NB.felt(_tall(None, grunnlag="ikke_belyst")) == "ikke belyst"


def test_an_interval_of_a_difference_is_written_with_signs_and_an_open_one_not_at_all() -> None:
    differanse = _tall(2.0, er_differanse=True)
    assert NN.spenn(differanse, SPENN).endswith("+7 til +11")
    assert EN.spenn(differanse, SPENN) == "90% of the assumptions: +7 to +11"
    apent = Spenn(id="x", intervall="identifikasjon", lav=3.0, hoey=None)
    assert NB.spenn(differanse, apent) == ""
    assert NB.alle_spenn(_tall(2.0, spenn=(apent, SPENN))) == [NB.spenn(_tall(2.0), SPENN)]


def test_counts_bend_the_words_and_dates_are_written_out() -> None:
    for antall, vist in ((1, "1 sammenligning"), (1234, "1\N{NO-BREAK SPACE}234 sammenligninger")):
        ord_ = Ord(
            noekkel="rapport.sammenligning.innledning", felter={"antall": Antall(id="x", verdi=antall)}
        )
        assert vist in NB.ord(ord_)
    assert (NB.felt(date(2026, 1, 1)), EN.felt(date(2026, 1, 1))) == ("1. januar 2026", "1 January 2026")


def test_a_reason_names_bodies_by_their_names_and_fields_by_words() -> None:
    assert NB.grunn(_tall(3.0, grunn="minst:plan")) == "mangler tall for Planutvalget"
    assert EN.grunn(_tall(None, grunnlag="ikke_belyst", grunn="mangler:sakslogg")) == "case log not given"
    assert NB.grunn(_tall(3.0)) == ""


def test_a_source_that_is_a_method_gets_its_name_and_others_stay() -> None:
    assert NB.kilde(_tall(3.0, kilde="egen_definisjon")) == "egen definisjon"
    assert NB.kilde(_tall(3.0, kilde="Møteprotokollen")) == "Møteprotokollen"
    assert NB.kilde(_tall(3.0)) == ""


def test_a_warning_is_told_without_asking_the_reader_to_mend_it() -> None:
    funn = Funn(kode="BR-005", sted="x", felter={"funnet": "ord"})
    assert NB.varsel(funn) == "«ord» er ett ord for mye."


def test_todays_model_and_archetypes_have_names_in_the_language_and_others_their_own(
    rapporter: dict[str, Rapport], levanger: Resultat, fiendtlig: Resultat
) -> None:
    assert modellnavn_i_ord(rapporter["levanger"], Tekst("en")) == {
        "dagens": "Today's model",
        "komite": "Committee model",
    }
    egen: Styringsmodell = fiendtlig.modeller["dagens"]
    assert modellnavn(egen) == Navn(tekst="-1+1 {antall} <b>feit</b>")
    assert build_ordlegger(rapporter["levanger"], Tekst("nb")).grunn(_tall(1.0, grunn="minst:formannskapet"))


def test_every_unit_of_the_register_has_its_decimals(levanger: Resultat) -> None:
    assert {desimaler(i.enhet) for i in levanger.indikatorer.values()} <= {0, 1, 2}
