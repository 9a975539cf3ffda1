"""Does `styreform diff` tell what changes, in words, as a document and as a picture?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Styreform = Callable[..., Any]


@pytest.fixture
def filer(oppdrag: Path) -> tuple[str, str]:
    return str(oppdrag / "modeller" / "dagens.toml"), str(oppdrag / "modeller" / "to_utvalg.toml")


def test_two_files_are_told_apart_in_words(styreform: Styreform, filer: tuple[str, str]) -> None:
    svar = styreform("diff", *filer)
    assert (svar.kode, svar.feil) == (0, "")
    assert svar.ut == (
        "Fra «Dagens modell» til «To utvalg»\n"
        "\nOrgan\n"
        "   + Driftsutvalget: ny\n"
        "\nPlasser\n"
        "   Driftsutvalget: 0 → 7 (+7)\n"
        "   I alt: 29 → 36 (+7)\n"
        "\nMålingene er ikke sammenlignet: det krever et prosjekt (--prosjekt MAPPE).\n"
    )


def test_the_document_has_the_contracts_keys_and_only_what_changes(
    styreform: Styreform, filer: tuple[str, str]
) -> None:
    dokument = styreform("diff", *filer, "--json").json
    assert list(dokument)[:6] == ["skjema", "organ", "plasser", "delegasjoner", "saksganger", "maalinger"]
    assert dokument["skjema"] == "diff/1"
    assert [(o["id"], o["status"]) for o in dokument["organ"]] == [("drift", "ny")]
    assert dokument["plasser"] == [{"organ": "drift", "foer": 0, "etter": 7, "endring": 7}]
    assert dokument["maalinger"] == []
    likt = styreform("diff", filer[0], filer[0], "--json").json
    assert [v for k, v in likt.items() if k != "skjema"] == [[]] * 7


def test_a_projects_ids_are_measured_too(styreform: Styreform, oppdrag: Path) -> None:
    dokument = styreform("diff", "dagens", "to_utvalg", "--prosjekt", str(oppdrag), "--json").json
    moeter = [
        r["verdi"]
        for r in dokument["maalinger"]
        if (r["indikator"], r["dimensjon"]) == ("moeter_per_aar", None)
    ]
    assert moeter == [10.0]
    ord_ = styreform("diff", "dagens", "to_utvalg", "--prosjekt", str(oppdrag)).ut
    assert "Møter per år: +10\xa0møter per år (forskjellig)" in ord_


@pytest.mark.parametrize(("endelse", "start"), [(".svg", b"<svg"), (".PNG", b"\x89PNG")])
def test_the_picture_is_stored_where_it_is_asked_for(
    styreform: Styreform, filer: tuple[str, str], tmp_path: Path, endelse: str, start: bytes
) -> None:
    fil = tmp_path / f"bilde{endelse}"
    svar = styreform("diff", *filer, "--ut", str(fil), "--json")
    assert svar.json["filer"] == [str(fil)]
    assert fil.read_bytes().startswith(start)


def test_faults_of_use_are_told_before_anything_is_read(styreform: Styreform, filer: tuple[str, str]) -> None:
    svar = styreform("diff", "borte.toml", filer[1], "--ut", "bilde.gif", "--json")
    assert (svar.kode, [f["kode"] for f in svar.json["feil"]]) == (2, ["BR-015"])
    assert ".svg" in svar.json["feil"][0]["ventet"]
    assert styreform("diff", filer[0]).kode == 2
    assert styreform("diff", filer[0], "hovedutvlg", "--json").json["feil"][0]["raad"].startswith("Mente du")
