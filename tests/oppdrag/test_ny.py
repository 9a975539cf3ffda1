"""A new project holds what the law and the list can tell, says what is assumed, and goes the whole way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from analyse.grunn.feil import BrukFeil
from analyse.inntak.prosjekt import read_prosjekt
from analyse.modell.prosjekt import Prosjekt
from analyse.oppdrag.ny import Bestilling, siste_valgaar, write_prosjekt
from analyse.oppdrag.sammenligning import compare_prosjekt

DATO = date(2026, 11, 25)
MANDATER = {"Ap": 14, "Sp": 13}
Ny = Callable[..., Prosjekt]


@pytest.fixture
def ny(tmp_path: Path) -> Ny:
    """Write a project and read it as any other."""

    def lag(**felter: Any) -> Prosjekt:
        write_prosjekt(tmp_path / "oppdrag", Bestilling(**felter), DATO)
        return read_prosjekt(tmp_path / "oppdrag")

    return lag


def _koder(feil: pytest.ExceptionInfo[BrukFeil]) -> list[tuple[str, str]]:
    return [(f.kode, f.sted) for f in feil.value.funn]


def test_a_known_municipality_gets_its_number_and_inhabitants_from_the_list(ny: Ny) -> None:
    prosjekt = ny(kommune="Verdal", mandater=MANDATER)
    kommune = prosjekt.kommune
    assert (kommune.nummer, kommune.nivaa, kommune.innbyggere) == ("5038", "kommune", 14955)
    assert kommune.innbyggere_grunnlag == "forutsatt"
    assert (prosjekt.valg.dato, prosjekt.valg.spraak) == (DATO, "nb")
    assert prosjekt.dagens.kommunestyret.medlemmer == 27


def test_what_was_filled_in_is_counted_as_assumptions_until_it_is_replaced(ny: Ny, tmp_path: Path) -> None:
    prosjekt = ny(kommune="Verdal", mandater=MANDATER)
    (advarsel,) = [f for f in prosjekt.advarsler if f.kode == "IN-092"]
    # inhabitants, form of government, and the sizes of formannskap, kontrollutvalg and valgstyre
    assert advarsel.felter["antall"] == "5"
    sti = tmp_path / "oppdrag" / "inntak.xlsx"
    bok = openpyxl.load_workbook(sti)
    for rad in bok["Organ"].iter_rows(min_row=5):
        if rad[10].value == "Forutsatt":
            rad[10].value = "Oppgitt"
    bok.save(sti)
    (advarsel,) = [f for f in read_prosjekt(tmp_path / "oppdrag").advarsler if f.kode == "IN-092"]
    assert advarsel.felter["antall"] == "2"


def test_numbers_the_caller_gives_are_no_assumptions(ny: Ny) -> None:
    prosjekt = ny(kommune="Verdal", innbyggere=15100, mandater=MANDATER)
    assert (prosjekt.kommune.innbyggere, prosjekt.kommune.innbyggere_grunnlag) == (15100, "oppgitt")
    assert prosjekt.dagens.kommunestyret.grunnlag("medlemmer") == "oppgitt"


def test_a_small_nynorsk_municipality_speaks_nynorsk(ny: Ny, tmp_path: Path) -> None:
    prosjekt = ny(kommune="Ullensvang", innbyggere=1900, mandater={"Ap": 7, "Sp": 6})
    assert prosjekt.valg.spraak == "nn"
    assert prosjekt.dagens.organ("kontrollutvalget").navn == "Kontrollutvalet"
    assert "Parti" in openpyxl.load_workbook(tmp_path / "oppdrag" / "inntak.xlsx").sheetnames


def test_the_language_asked_for_wins_over_the_list(ny: Ny) -> None:
    assert ny(kommune="Ullensvang", mandater=MANDATER, spraak="nb").valg.spraak == "nb"


def test_a_county_has_the_words_and_sizes_of_a_county(ny: Ny) -> None:
    prosjekt = ny(kommune="Nordland")
    navn = {o.id: o.navn for o in prosjekt.dagens.organer}
    assert (prosjekt.kommune.nummer, prosjekt.kommune.nivaa) == ("18", "fylkeskommune")
    assert (navn["kommunestyret"], navn["formannskapet"]) == ("Fylkestinget", "Fylkesutvalget")
    assert navn["valgstyret"] == "Fylkesvalgstyret"
    assert prosjekt.dagens.kommunestyret.medlemmer == 35


def test_an_archetype_is_fitted_to_the_place_and_all_of_it_is_assumed(ny: Ny) -> None:
    dagens = ny(kommune="Nordland", modell="parlamentarisme").dagens
    assert dagens.styreform == "parlamentarisme"
    assert dagens.av_art("kommuneraad")
    assert not dagens.av_art("formannskap")
    antatt = {o.grunnlag("medlemmer") for o in dagens.av_art("kommuneraad", "kommunestyrekomite")}
    assert antatt == {"forutsatt"}


def test_votes_need_their_year_and_kind_which_are_assumed(ny: Ny) -> None:
    (valg,) = ny(kommune="Verdal", mandater=MANDATER, stemmer={"Ap": 3000, "Sp": 2900}).kommune.valg
    assert (valg.aar, valg.type, valg.stemmer) == (2023, "stemmesedler", {"Ap": 3000, "Sp": 2900})


def test_more_votes_than_inhabitants_are_votes_for_the_list(ny: Ny) -> None:
    (valg,) = ny(kommune="Verdal", mandater=MANDATER, stemmer={"Ap": 80000, "Sp": 70000}).kommune.valg
    assert valg.type == "listestemmetall"


def test_a_new_project_goes_the_whole_way(ny: Ny) -> None:
    resultat = compare_prosjekt(ny(kommune="Verdal", mandater=MANDATER))
    assert len(resultat.modeller) > 1


def test_a_folder_with_something_in_it_stays_untouched(tmp_path: Path) -> None:
    (tmp_path / "notat.txt").write_text("mitt", encoding="utf-8")
    with pytest.raises(BrukFeil) as feil:
        write_prosjekt(tmp_path, Bestilling(kommune="Verdal"), DATO)
    assert _koder(feil) == [("BR-021", str(tmp_path))]
    assert [f.name for f in tmp_path.iterdir()] == ["notat.txt"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    filer = write_prosjekt(tmp_path, Bestilling(kommune="Verdal"), DATO)
    assert [f.name for f in filer] == ["prosjekt.toml", "inntak.xlsx"]
    assert all(f.is_file() for f in filer)


@pytest.mark.parametrize(
    ("felter", "koder"),
    [
        ({"kommune": "Andeby"}, [("BR-024", "--innbyggere")]),
        ({"kommune": "Ålesund"}, [("BR-024", "--innbyggere")]),
        ({"kommune": "Herøy"}, [("BR-025", "--kommune")]),
        ({"kommune": "Verdal", "nummer": "5o38"}, [("IN-026", "--nummer"), ("BR-024", "--innbyggere")]),
        ({"kommune": "Verdal", "nummer": "5037"}, [("BR-027", "--nummer")]),
        ({"kommune": "Verdal", "modell": "komitee"}, [("BR-026", "--modell")]),
    ],
)
def test_what_cannot_be_told_is_said_and_nothing_is_written(
    tmp_path: Path, felter: dict[str, Any], koder: list[tuple[str, str]]
) -> None:
    with pytest.raises(BrukFeil) as feil:
        write_prosjekt(tmp_path / "oppdrag", Bestilling(**felter), DATO)
    assert _koder(feil) == koder
    assert not (tmp_path / "oppdrag").exists()


def test_the_nearest_name_is_offered(tmp_path: Path) -> None:
    with pytest.raises(BrukFeil) as feil:
        write_prosjekt(tmp_path / "oppdrag", Bestilling(kommune="Levangr"), DATO)
    assert feil.value.funn[0].felter["naermeste"] == "Levanger"


def test_an_invented_place_needs_only_its_inhabitants(ny: Ny) -> None:
    prosjekt = ny(kommune="Fjordby", innbyggere=4200)
    assert (prosjekt.kommune.nummer, prosjekt.dagens.kommunestyret.medlemmer) == ("", 11)


@pytest.mark.parametrize(
    ("dag", "aar"),
    [
        (date(2023, 10, 31), 2019),
        (date(2023, 11, 1), 2023),
        (date(2027, 10, 1), 2023),
        (date(2027, 12, 1), 2027),
        (date(2020, 1, 1), 2019),
    ],
)
def test_the_last_election_is_the_one_whose_council_has_met(dag: date, aar: int) -> None:
    assert siste_valgaar(dag) == aar


def test_what_rests_on_an_assumed_size_is_assumed_in_the_table_of_measurements(ny: Ny) -> None:
    prosjekt = ny(kommune="Verdal", innbyggere=15100, mandater=MANDATER)
    maalinger = compare_prosjekt(prosjekt).maalinger
    rader = maalinger[(maalinger["modell"] == "dagens") & maalinger["mot"].isna()]
    per_organ = rader[(rader["indikator"] == "gallagher_organ") & (rader["dimensjon"] == "organ")]
    grunnlag = dict(zip(per_organ["element"], per_organ["grunnlag"], strict=True))
    assert grunnlag["formannskapet"] == "forutsatt"
    (innbyggere,) = rader[rader["indikator"] == "innbyggere_per_medlem"]["grunnlag"].unique()
    assert innbyggere == "oppgitt"
