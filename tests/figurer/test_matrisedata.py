"""From the table to the matrix: values, grounds and verdicts as they are, directions by the differences."""

from __future__ import annotations

from typing import Any

import pytest

from analyse.figurer.matrise import Celle, Matrisedata
from analyse.figurer.matrisedata import build_matrisedata
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.modell.indikator import Indikator
from analyse.modell.maalinger import VERDIKTER

NB = Tekst("nb")
MODELLER = {"dagens": "Dagens modell", "komite": "Komitémodell"}


def _indikator(id_: str, rekkevidde: str = "alle_modeller") -> Indikator:
    return Indikator(id=id_, nr=1, enhet="moeter_per_aar", retning="noeytral", merkbar_forskjell=5.0,
                     evidensklasse="struktur", rekkevidde=rekkevidde, gruppe="arbeidsvilkaar",
                     kilde="egen_definisjon")  # fmt: skip


def rad(modell: str, verdi: float | None = 40.0, **felter: Any) -> dict[str, Any]:
    fast = {"modell": modell, "indikator": "moeter_per_aar", "dimensjon": None, "element": None, "mot": None,
            "grunnlag": "oppgitt", "enhet": "moeter_per_aar", "verdi": verdi, "lav": None, "hoey": None,
            "intervall": "ingen", "verdikt": None, "grunn": None, "kilde": "egen_definisjon"}  # fmt: skip
    return fast | felter


def _data(*rader: dict[str, Any], tekst: Tekst = NB, **valg: str) -> Matrisedata:
    return build_matrisedata(rader, {"moeter_per_aar": _indikator("moeter_per_aar", **valg)}, MODELLER, tekst)


def _celle(*rader: dict[str, Any]) -> Celle:
    return _data(rad("dagens"), rad("komite"), *rader).grupper[0].rader[0].celler[1]


def test_a_cell_has_the_number_with_its_unit_its_ground_and_its_intervals() -> None:
    data = _data(rad("dagens", intervall="antakelse", lav=36.0, hoey=44.0), rad("komite", 30.0))
    dagens, komite = data.grupper[0].rader[0].celler
    assert dagens == Celle(
        verdi="40\xa0møter per år", smaatt=("oppgitt", "90 % av antakelsene: 36–44"), verdikt="", ord=""
    )
    assert (komite.verdi, komite.verdikt) == ("30\xa0møter per år", "")
    assert data.grupper[0].navn == "Arbeidsvilkår"


@pytest.mark.parametrize(
    ("differanse", "verdikt", "ord_", "retning"),
    [
        ({"verdi": 10.0, "verdikt": "forskjellig"}, "forskjellig", "forskjellig: mer", 1),
        ({"verdi": -10.0, "verdikt": "forskjellig"}, "forskjellig", "forskjellig: mindre", -1),
        (
            {"verdi": None, "lav": -9.0, "hoey": -6.0, "verdikt": "forskjellig"},
            "forskjellig",
            "forskjellig: mindre",
            -1,
        ),
        ({"verdi": 1.0, "verdikt": "praktisk_like"}, "praktisk_like", "praktisk like", 0),
        ({"verdi": 6.0, "verdikt": "kan_ikke_skilles"}, "kan_ikke_skilles", "kan ikke skilles", 0),
        (
            {"verdi": None, "grunnlag": "ikke_belyst"},
            "ikke_belyst",
            "forskjellen er ikke belyst",
            0,
        ),
    ],
)
def test_a_verdict_is_told_with_its_direction(
    differanse: dict[str, Any], verdikt: str, ord_: str, retning: int
) -> None:
    celle = _celle(rad("komite", mot="dagens", **differanse))
    assert (celle.verdikt, celle.ord, celle.retning) == (verdikt, ord_, retning)


def test_what_is_not_illuminated_is_a_word_and_what_is_not_measured_a_dash() -> None:
    data = _data(rad("dagens", None, grunnlag="ikke_belyst"), rekkevidde="bare_dagens")
    dagens, komite = data.grupper[0].rader[0].celler
    assert (dagens.verdi, dagens.smaatt) == ("ikke belyst", ("beskriver bare dagens modell",))
    assert komite.verdi == "–"


def test_the_title_counts_the_certain_differences() -> None:
    rader = (rad("dagens"), rad("komite"))
    likt = _data(*rader, rad("komite", 1.0, mot="dagens", verdikt="praktisk_like"))
    assert likt.omtale.tittel == "Ingen av 1 sammenligninger viser en sikker forskjell fra «Dagens modell»"
    ulikt = _data(*rader, rad("komite", 9.0, mot="dagens", verdikt="forskjellig"))
    assert ulikt.omtale.tittel == "1 av 1 sammenligninger viser en sikker forskjell fra «Dagens modell»"
    assert ulikt.noekkel == (("forskjellig", 1, "forskjellig: mer"),)
    assert "Komitémodell 40\xa0møter per år (oppgitt; forskjellig: mer)" in ulikt.omtale.alt


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_verdict_has_words_in_every_language(spraak: str) -> None:
    tekst = Tekst(spraak)
    for verdikt in VERDIKTER:
        forskjell = rad("komite", 9.0, mot="dagens", verdikt=verdikt)
        data = _data(rad("dagens"), rad("komite"), forskjell, tekst=tekst)
        assert data.grupper[0].rader[0].celler[1].ord
