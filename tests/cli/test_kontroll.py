"""Does the check report everything at once, with the right exit code?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Styreform = Callable[..., Any]


LOVLIG = """
[[organ]]
id = "{id}"
navn = "{navn}"
art = "{art}"
medlemmer = 5
velges_av = "kommunestyret"
"""
LOVPAALAGTE = {
    "kontrollutvalg": "Kontrollutvalget",
    "partssammensatt": "Partssammensatt utvalg",
    "eldreraad": "Eldrerådet",
    "funksjonsraad": "Råd for personer med funksjonsnedsettelse",
    "ungdomsraad": "Ungdomsrådet",
    "valgstyre": "Valgstyret",
}


@pytest.fixture
def lovlig(oppdrag: Path) -> Path:
    """The invented project with the bodies the law demands and a council large enough."""
    for fil in (oppdrag / "modeller").glob("*.toml"):
        organer = "".join(LOVLIG.format(id=art, navn=navn, art=art) for art, navn in LOVPAALAGTE.items())
        tekst = fil.read_text(encoding="utf-8").replace("medlemmer = 17", "medlemmer = 19")
        fil.write_text(tekst.replace("A = 10", "A = 12") + organer, encoding="utf-8")
    return oppdrag


def test_a_sound_and_lawful_project_is_exit_0(styreform: Styreform, lovlig: Path) -> None:
    svar = styreform("kontroll", str(lovlig))
    assert (svar.kode, svar.ut.splitlines()[0]) == (0, "0 feil.")


def test_the_document_has_every_promised_key_also_when_all_is_well(
    styreform: Styreform, lovlig: Path
) -> None:
    dokument = styreform("kontroll", str(lovlig), "--json").json
    assert list(dokument) == ["skjema", "feil", "advarsler", "lov", "antall"]
    assert (dokument["feil"], dokument["antall"]) == ([], 0)


def test_a_breach_of_the_law_in_any_own_model_is_exit_1(styreform: Styreform, oppdrag: Path) -> None:
    svar = styreform("kontroll", str(oppdrag), "--json")
    assert (svar.kode, svar.json["feil"]) == (1, [])
    assert {rad["modell"] for rad in svar.json["lov"]} == {"dagens", "to_utvalg"}
    (liten, *_) = [rad for rad in svar.json["lov"] if rad["regel"] == "KL18-5-5-MIN-KOMMUNE"]
    assert (liten["organ"], liten["alvor"], liten["paragraf"]) == ("kommunestyret", "skal", "§ 5-5 (2)")
    assert "minst 19" in liten["melding"]
    # two rules that say the same of the same model are one breach to a reader
    ulike = len({(rad["modell"], rad["melding"]) for rad in svar.json["lov"]})
    assert f"{ulike} breaches" in styreform("kontroll", str(oppdrag), "--spraak", "en").ut


def test_every_error_is_reported_at_once_with_its_place(styreform: Styreform, oppdrag: Path) -> None:
    fil = oppdrag / "modeller" / "dagens.toml"
    tekst = fil.read_text(encoding="utf-8").replace("innbyggere = 8000", "innbyggere = -1\ninbyggere = 2")
    fil.write_text(tekst.replace('art = "utvalg"', 'art = "utvlag"'), encoding="utf-8")
    svar = styreform("kontroll", str(oppdrag), "--json")
    assert (svar.kode, svar.json["skjema"]) == (2, "kontroll/1")
    assert svar.json["antall"] == len(svar.json["feil"]) >= 3
    assert all("dagens.toml" in f["sted"] for f in svar.json["feil"])
    ord_ = styreform("kontroll", str(oppdrag), "--spraak", "en")
    assert ord_.kode == 2
    assert ord_.ut.startswith(f"{svar.json['antall']} errors.")
    assert len(ord_.feil.splitlines()) == svar.json["antall"] + len(svar.json["advarsler"])


def test_a_folder_that_is_not_there_is_bad_input(styreform: Styreform, tmp_path: Path) -> None:
    svar = styreform("kontroll", str(tmp_path / "borte"), "--json")
    assert (svar.kode, svar.json["antall"]) == (2, 1)


def test_a_correction_list_is_written_where_asked(
    styreform: Styreform, oppdrag: Path, tmp_path: Path
) -> None:
    liste = tmp_path / "til_kommunen" / "retteliste.xlsx"
    svar = styreform("kontroll", str(oppdrag), "--rettelista", str(liste), "--json")
    assert svar.json["filer"] == [str(liste)]
    assert liste.is_file()
    assert str(liste) in styreform("kontroll", str(oppdrag), "--rettelista", str(liste)).ut


def test_a_correction_list_that_somebody_has_worked_in_is_not_overwritten(
    styreform: Styreform, oppdrag: Path, tmp_path: Path
) -> None:
    liste = tmp_path / "r.xlsx"
    styreform("kontroll", str(oppdrag), "--rettelista", str(liste))
    liste.write_bytes(liste.read_bytes() + b"\0")
    svar = styreform("kontroll", str(oppdrag), "--rettelista", str(liste), "--json")
    assert (svar.kode, svar.json["feil"][0]["kode"]) == (2, "BR-020")


def test_a_format_there_is_no_list_in_is_bad_use(styreform: Styreform, oppdrag: Path, tmp_path: Path) -> None:
    svar = styreform("kontroll", str(oppdrag), "--rettelista", str(tmp_path / "r.odt"), "--json")
    assert (svar.kode, svar.json["feil"][0]["kode"]) == (2, "BR-011")
