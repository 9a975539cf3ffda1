"""Do the cards come out whole, as a document and as lines?"""

from __future__ import annotations

import json

import pytest

from analyse.grunn.filer import data_fil
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.prosjekt import read_prosjekt
from analyse.modell.naarkort import Naarkort
from analyse.oppdrag.naar import build_kortdokument, build_kortlinjer
from analyse.oppdrag.sammenligning import compare_prosjekt


@pytest.fixture(scope="module")
def kortene() -> dict[str, Naarkort]:
    """The cards of the bundled project for two archetypes."""
    prosjekt = read_prosjekt(data_fil("eksempel", "levanger"))
    return dict(compare_prosjekt(prosjekt, ["komite", "parlamentarisme"]).naarkort)


def test_every_model_but_todays_has_a_card(kortene: dict[str, Naarkort]) -> None:
    assert list(kortene) == ["komite", "parlamentarisme"]


@pytest.mark.parametrize("spraak", SPRAAK)
def test_a_card_is_a_document_of_plain_values(kortene: dict[str, Naarkort], spraak: str) -> None:
    dokument = build_kortdokument(kortene["parlamentarisme"], Tekst(spraak))
    assert json.loads(json.dumps(dokument)) == dokument
    assert (dokument["valgaar"], dokument["frist"], dokument["flertall"]) == (
        2027,
        "2026-12-31",
        "to_tredeler",
    )
    assert dokument["maa_vente"]
    assert dokument["tilbake"]


def test_the_lines_number_the_steps_and_tell_majority_day_and_section(kortene: dict[str, Naarkort]) -> None:
    linjer = list(build_kortlinjer(kortene, {m: m for m in kortene}, Tekst("nb")))
    (vedtak,) = [linje for linje in linjer if linje.startswith("2.") and "vedtar selv styreformen" in linje]
    assert "to tredeler av stemmene; tidligst 1. oktober 2027; senest 1. januar 2029" in vedtak
    assert "kommuneloven 2018 § 10-1 (1)" in vedtak
