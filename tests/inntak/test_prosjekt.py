"""A project folder is read whole: each fact in one place, and every fault of every file at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from analyse.grunn.feil import FarligFil, Funn, UgyldigeData
from analyse.inntak.prosjekt import read_prosjekt, read_prosjektvalg

Mappe = Callable[..., Path]
Hent = Callable[..., list[Funn]]
LOGG = "sak_id;organ;motedato\n1;Planutvalget;2024-01-10\n"


@pytest.fixture
def alternativ(modelltekst: Callable[..., str]) -> Callable[..., str]:
    """Give an alternative without its own municipality."""

    def lag(*bytter: tuple[str, str], id_: str = "annen") -> str:
        tekst = modelltekst(('id = "dagens"', f'id = "{id_}"'), *bytter)
        return tekst[tekst.index("[modell]") :]

    return lag


def test_a_project_of_model_files_alone_is_read(prosjektmappe: Mappe, alternativ: Callable[..., str]) -> None:
    prosjekt = read_prosjekt(prosjektmappe({"modeller/annen.toml": alternativ(), "sakslogg.csv": LOGG}))
    assert prosjekt.kommune.navn == "Prøvevik"
    assert prosjekt.dagens.id == "dagens"
    assert list(prosjekt.alternativer) == ["annen"]
    assert prosjekt.sakslogg is not None
    assert prosjekt.moeter is None


def test_a_project_with_a_workbook_is_read(prosjektmappe: Mappe, arbeidsbok: Callable[..., Path]) -> None:
    mappe = prosjektmappe(uten=["modeller/dagens.toml"])
    shutil.move(arbeidsbok(), mappe / "inntak.xlsx")
    assert read_prosjekt(mappe).kommune.navn == "Prøvevik"


def test_the_choices_have_their_defaults(prosjektmappe: Mappe) -> None:
    valg = read_prosjektvalg(prosjektmappe())
    assert (valg.dato, valg.spraak, valg.modeller, valg.froe) == (date(2026, 1, 1), "nb", (), 1)
    assert (valg.dekning, valg.eksempeltall, valg.trekk) == ("ikke_oppgitt", "", 1000)


def test_all_choices_of_the_contract_are_taken(prosjektmappe: Mappe) -> None:
    tekst = """
format = 1
dato = 2026-01-01
spraak = "nn"
valgperiode = "2023-2027"
modeller = ["komite"]
froe = 7
kriterier = ["a"]
vekter = { a = 1 }
[ord]
kommunestyret = "bystyret"
[oppdrag]
mandat = "…"
spoersmaal = ["…"]
"""
    valg = read_prosjektvalg(prosjektmappe({"prosjekt.toml": tekst}))
    assert valg.ord == {"kommunestyret": "bystyret"}
    assert valg.oppdrag == {"mandat": "…", "spoersmaal": ["…"]}
    assert (valg.valgperiode, valg.modeller, valg.froe) == ("2023-2027", ("komite",), 7)


def test_faults_of_the_choices_are_told_together_with_their_lines(prosjektmappe: Mappe, funn: Hent) -> None:
    tekst = 'spraak = "no"\nfroe = "en"\nmodel = 3\n[ord]\nkomunestyret = "bystyret"\n'
    alle = funn(lambda: read_prosjekt(prosjektmappe({"prosjekt.toml": tekst})))
    assert [(f.kode, f.sted) for f in alle] == [
        ("IN-011", "prosjekt.toml (format)"),
        ("IN-011", "prosjekt.toml (dato)"),
        ("IN-013", "prosjekt.toml:1 (spraak)"),
        ("IN-012", "prosjekt.toml:2 (froe)"),
        ("IN-010", "prosjekt.toml:3 (model)"),
        ("IN-010", "prosjekt.toml:5 (ord.komunestyret)"),
    ]
    assert [f.felter["naermeste"] for f in alle if f.kode == "IN-010"] == ["modeller", "kommunestyret"]


def test_every_file_is_read_though_another_has_faults(
    prosjektmappe: Mappe, alternativ: Callable[..., str], funn: Hent
) -> None:
    filer = {
        "prosjekt.toml": "format = 1\n",
        "modeller/a.toml": alternativ(("medlemmer = 17", "medlemmer = -1")),
        "modeller/b.toml": "[modell\n",
        "sakslogg.csv": "sak_id;organ\n1;Planutvalget\n",
        "moter.csv": "organ;dato\nKommunestyret;i går\n",
    }
    assert [
        (f.kode, f.sted.partition(":")[0].partition(" ")[0])
        for f in funn(lambda: read_prosjekt(prosjektmappe(filer)))
    ] == [
        ("IN-011", "prosjekt.toml"),
        ("IN-014", "modeller/a.toml"),
        ("IN-005", "modeller/b.toml"),
        ("IN-064", "sakslogg.csv"),
        ("IN-012", "moter.csv"),
    ]


def test_a_seat_too_many_is_told_for_todays_model_only(
    prosjektmappe: Mappe, modelltekst: Callable[..., str], alternativ: Callable[..., str], funn: Hent
) -> None:
    bytte = ("medlemmer = 17", "medlemmer = 19")
    assert funn(lambda: read_prosjekt(prosjektmappe({"modeller/annen.toml": alternativ(bytte)}))) == []
    (eneste,) = funn(lambda: read_prosjekt(prosjektmappe({"modeller/dagens.toml": modelltekst(bytte)})))
    assert (eneste.kode, dict(eneste.felter)) == ("IN-030", {"medlemmer": "19", "mandater": "17"})


def test_todays_model_stands_in_one_place(
    prosjektmappe: Mappe, arbeidsbok: Callable[..., Path], funn: Hent
) -> None:
    mappe = prosjektmappe()
    shutil.move(arbeidsbok(), mappe / "inntak.xlsx")
    (eneste,) = funn(lambda: read_prosjekt(mappe))
    assert (eneste.kode, eneste.felter["inntak"], eneste.felter["modell"]) == (
        "IN-071",
        "inntak.xlsx",
        "modeller/dagens.toml",
    )


def test_without_todays_model_both_places_for_it_are_named(prosjektmappe: Mappe, funn: Hent) -> None:
    (eneste,) = funn(lambda: read_prosjekt(prosjektmappe(uten=["modeller/dagens.toml"])))
    assert (eneste.kode, dict(eneste.felter)) == (
        "IN-070",
        {"inntak": "inntak.xlsx", "modell": "modeller/dagens.toml"},
    )


def test_a_municipality_that_differs_is_told_with_both_places(
    prosjektmappe: Mappe, modelltekst: Callable[..., str], funn: Hent
) -> None:
    lik = modelltekst(('id = "dagens"', 'id = "annen"'))
    assert funn(lambda: read_prosjekt(prosjektmappe({"modeller/annen.toml": lik}))) == []
    ulik = lik.replace("innbyggere = 12000", "innbyggere = 12001")
    (eneste,) = funn(lambda: read_prosjekt(prosjektmappe({"modeller/annen.toml": ulik})))
    assert (eneste.kode, eneste.sted, eneste.felter["annen"]) == (
        "IN-072",
        "modeller/annen.toml",
        "modeller/dagens.toml",
    )


@pytest.mark.parametrize("id_", ["annen", "dagens"])
def test_two_models_never_share_an_id(
    prosjektmappe: Mappe, alternativ: Callable[..., str], funn: Hent, id_: str
) -> None:
    filer = {"modeller/a.toml": alternativ(), "modeller/b.toml": alternativ(id_=id_)}
    (eneste,) = funn(lambda: read_prosjekt(prosjektmappe(filer)))
    assert (eneste.kode, eneste.sted, eneste.felter["funnet"]) == ("IN-073", "modeller/b.toml", id_)


def test_todays_model_must_be_called_dagens(
    prosjektmappe: Mappe, modelltekst: Callable[..., str], funn: Hent
) -> None:
    filer = {"modeller/dagens.toml": modelltekst(('id = "dagens"', 'id = "naa"'))}
    (eneste,) = funn(lambda: read_prosjekt(prosjektmappe(filer)))
    assert (eneste.kode, eneste.sted) == ("IN-013", "modeller/dagens.toml:21 (modell.id)")


def test_todays_model_must_have_its_municipality(
    prosjektmappe: Mappe, alternativ: Callable[..., str], funn: Hent
) -> None:
    filer = {"modeller/dagens.toml": alternativ(id_="dagens")}
    (eneste,) = funn(lambda: read_prosjekt(prosjektmappe(filer)))
    assert (eneste.kode, eneste.felter["felt"]) == ("IN-011", "[kommune]")


def test_the_municipalitys_parties_are_known_in_the_alternatives(
    prosjektmappe: Mappe, alternativ: Callable[..., str], funn: Hent
) -> None:
    filer = {"modeller/annen.toml": alternativ(('art = "utvalg"', 'art = "utvalg"\nleder_parti = "KrF"'))}
    (eneste,) = funn(lambda: read_prosjekt(prosjektmappe(filer)))
    assert (eneste.kode, eneste.felter["lovlige"]) == ("IN-025", "Ap, Sp")


def test_a_hostile_file_makes_the_whole_reading_hostile(prosjektmappe: Mappe) -> None:
    mappe = prosjektmappe({"prosjekt.toml": "format = 1\n"}, uten=["modeller/dagens.toml"])
    (mappe / "inntak.xlsx").write_bytes(b"ikke en arbeidsbok")
    with pytest.raises(FarligFil) as feil:
        read_prosjekt(mappe)
    assert [f.kode for f in feil.value.funn] == ["IN-011", "IN-040"]


def test_a_folder_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(UgyldigeData) as feil:
        read_prosjekt(tmp_path / "borte")
    assert [(f.kode, f.felter["mappe"]) for f in feil.value.funn] == [("IN-074", str(tmp_path / "borte"))]


def test_the_fingerprint_follows_the_content_and_not_the_place(
    prosjektmappe: Mappe, tmp_path: Path, alternativ: Callable[..., str]
) -> None:
    foerst = read_prosjekt(prosjektmappe())
    shutil.copytree(tmp_path / "oppdrag", tmp_path / "kopi")
    assert read_prosjekt(tmp_path / "kopi").fingeravtrykk == foerst.fingeravtrykk
    (tmp_path / "kopi" / "notater.txt").write_text("x", encoding="utf-8")
    assert read_prosjekt(tmp_path / "kopi").fingeravtrykk == foerst.fingeravtrykk
    (tmp_path / "kopi" / "modeller" / "annen.toml").write_text(alternativ(), encoding="utf-8")
    assert read_prosjekt(tmp_path / "kopi").fingeravtrykk != foerst.fingeravtrykk


def test_the_lever_of_an_unknown_archetype_is_told_with_its_line_and_the_nearest(
    prosjektmappe: Callable[..., Path], funn: Callable[..., list[Funn]]
) -> None:
    tekst = "format = 1\ndato = 2026-01-01\n[kommunestyremoeter]\nparlamentarism = 5\n"
    mappe = prosjektmappe({"prosjekt.toml": tekst})
    (feil,) = funn(lambda: read_prosjektvalg(mappe))
    assert (feil.kode, feil.sted) == ("IN-013", "prosjekt.toml:4 (kommunestyremoeter.parlamentarism)")
    assert feil.felter["naermeste"] == "parlamentarisme"
    (mappe / "prosjekt.toml").write_text(
        tekst.replace("parlamentarism ", "parlamentarisme "), encoding="utf-8"
    )
    assert read_prosjektvalg(mappe).kommunestyremoeter == {"parlamentarisme": 5}
