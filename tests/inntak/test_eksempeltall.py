"""Another municipality's figures: only by the switch, only where our own are missing, always marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyse.inntak.eksempeltall import STOERRELSER, eksempelkilde, with_eksempeltall
from analyse.inntak.prosjekt import read_prosjekt
from analyse.modell.organ import Organ
from analyse.modell.styringsmodell import Styringsmodell

MODELL = Styringsmodell(
    id="dagens",
    navn="Dagens modell",
    styreform="formannskap",
    organer=(
        Organ(id="ks", navn="Kommunestyret", art="kommunestyre", medlemmer=13, moeter_per_aar=5),
        Organ(id="fs", navn="Formannskapet", art="formannskap", medlemmer=5, velges_av="ks"),
        Organ(id="ku", navn="Kontrollutvalget", art="kontrollutvalg", medlemmer=3, velges_av="ks"),
    ),
)
MODELLFIL = """
[kommune]
navn = "Vikøyra"
innbyggere = 1900
oppdiktet = true
[modell]
id = "dagens"
navn = "Dagens modell"
styreform = "formannskap"
[[organ]]
id = "ks"
navn = "Kommunestyret"
art = "kommunestyre"
medlemmer = 13
"""


def test_without_the_switch_nothing_is_filled_in() -> None:
    assert with_eksempeltall(MODELL, "") is MODELL


def test_a_missing_figure_is_filled_in_as_assumed_and_names_the_other_municipality() -> None:
    organ = with_eksempeltall(MODELL, "liten").organ("fs")
    assert organ.moeter_per_aar == 8  # Rennesøy 2018
    assert organ.grunnlag("moeter_per_aar") == "forutsatt"
    assert "Rennesøy" in organ.opplysninger["moeter_per_aar"].kilde


def test_a_figure_of_our_own_stands() -> None:
    organ = with_eksempeltall(MODELL, "liten").organ("ks")
    assert organ.moeter_per_aar == 5
    assert organ.grunnlag("moeter_per_aar") == "oppgitt"


def test_a_kind_of_body_without_an_example_stays_not_given() -> None:
    assert with_eksempeltall(MODELL, "liten").organ("ku").moeter_per_aar is None


@pytest.mark.parametrize("stoerrelse", STOERRELSER)
def test_every_size_class_has_a_named_source(stoerrelse: str) -> None:
    assert eksempelkilde(stoerrelse)


def test_the_project_says_that_figures_are_another_municipalitys(tmp_path: Path) -> None:
    (tmp_path / "modeller").mkdir()
    (tmp_path / "modeller" / "dagens.toml").write_text(MODELLFIL, encoding="utf-8")
    valg = "format = 1\ndato = 2026-01-01\n"
    (tmp_path / "prosjekt.toml").write_text(valg, encoding="utf-8")
    assert "IN-091" not in {f.kode for f in read_prosjekt(tmp_path).advarsler}
    (tmp_path / "prosjekt.toml").write_text(f'{valg}eksempeltall = "liten"\n', encoding="utf-8")
    prosjekt = read_prosjekt(tmp_path)
    assert "IN-091" in {f.kode for f in prosjekt.advarsler}
    assert prosjekt.dagens.kommunestyret.moeter_per_aar == 7
