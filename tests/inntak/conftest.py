"""A small sound model file and workbook that each test breaks in its own way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from analyse.grunn.feil import Funn, StyreformFeil
from analyse.grunn.feiltekst import format_funn
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.mal import write_arbeidsbok

MODELL = """\
format = 1

[kommune]
navn = "Prøvevik"
nummer = "9999"
innbyggere = 12000

[kommune.mandater]
Ap = 10
Sp = 7

[[kommune.valg]]
aar = 2023
type = "stemmesedler"

[kommune.valg.stemmer]
Ap = 3120
Sp = 2100

[modell]
id = "dagens"
navn = "Dagens modell"
styreform = "formannskap"

[[organ]]
id = "kommunestyret"
navn = "Kommunestyret"
art = "kommunestyre"
medlemmer = 17
moeter_per_aar = 9

[organ.opplysning.moeter_per_aar]
grunnlag = "forutsatt"
lav = 7
hoey = 11

[[organ]]
id = "plan"
navn = "Planutvalget"
art = "utvalg"
medlemmer = "ukjent"
velges_av = "kommunestyret"

[[saksgang]]
sakstype = "reguleringsplan"
trinn = ["plan:innstiller", "kommunestyret:vedtar"]
"""

PROSJEKT = """\
format = 1
dato = 2026-01-01
"""

RADER: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "kommune": [
        {
            "navn": "Prøvevik",
            "nummer": "9999",
            "innbyggere": 12000,
            "styreform": "formannskap",
            "valgaar": 2023,
            "stemmetype": "stemmesedler",
        }
    ],
    "partier": [
        {"parti": "Ap", "mandater": 10, "stemmer": 3120},
        {"parti": "Sp", "mandater": 7, "stemmer": 2100},
    ],
    "organ": [
        {"id": "kommunestyret", "navn": "Kommunestyret", "art": "kommunestyre", "medlemmer": 17},
        {
            "id": "plan",
            "navn": "Planutvalget",
            "art": "utvalg",
            "medlemmer": "ukjent",
            "velges_av": "Kommunestyret",
        },
    ],
    "saksgang": [
        {"sakstype": "reguleringsplan", "trinn1": "Planutvalget:innstiller", "trinn2": "kommunestyret:vedtar"}
    ],
    "moeteplan": [
        {"organ": "Kommunestyret", "moeter_per_aar": "9 (7–11)", "grunnlag": "forutsatt", "kilde": "anslag"},
        {"organ": "kommunestyret", "moetetid_timer": 3.5},
    ],
}

Bytter = tuple[str, str]


@pytest.fixture
def modelltekst() -> Callable[..., str]:
    """Give the sound model file's text with replacements; a replacement that hits nothing is an error."""

    def lag(*bytter: Bytter, slutt: str = "") -> str:
        tekst = MODELL
        for gammel, ny in bytter:
            assert gammel in tekst, gammel
            tekst = tekst.replace(gammel, ny, 1)
        return tekst + slutt

    return lag


@pytest.fixture
def modellfil(tmp_path: Path, modelltekst: Callable[..., str]) -> Callable[..., Path]:
    """Write a model file, broken as asked."""

    def lag(*bytter: Bytter, slutt: str = "") -> Path:
        sti = tmp_path / "m.toml"
        sti.write_text(modelltekst(*bytter, slutt=slutt), encoding="utf-8")
        return sti

    return lag


@pytest.fixture
def arbeidsbok(tmp_path: Path) -> Callable[..., Path]:
    """Write an intake workbook; keywords replace sheets, `endre` changes cells as {(sheet, cell): value}."""

    def lag(
        *,
        spraak: str = "nb",
        endre: Mapping[tuple[str, str], Any] | None = None,
        **ark: Sequence[Mapping[str, Any]],
    ) -> Path:
        sti = tmp_path / "inntak.xlsx"
        write_arbeidsbok(sti, {**RADER, **ark}, spraak, date(2026, 1, 1))
        if endre:
            import openpyxl

            bok = openpyxl.load_workbook(sti)
            for (navn, celle), verdi in endre.items():
                bok[navn][celle] = verdi
            bok.save(sti)
        return sti

    return lag


@pytest.fixture
def prosjektmappe(tmp_path: Path) -> Callable[..., Path]:
    """Write a project folder: its files by name, sound choices and a sound model unless replaced."""

    def lag(filer: Mapping[str, str] | None = None, *, uten: Sequence[str] = ()) -> Path:
        mappe = tmp_path / "oppdrag"
        alle = {"prosjekt.toml": PROSJEKT, "modeller/dagens.toml": MODELL} | dict(filer or {})
        for navn, tekst in alle.items():
            if navn not in uten:
                (mappe / navn).parent.mkdir(parents=True, exist_ok=True)
                (mappe / navn).write_text(tekst, encoding="utf-8")
        return mappe

    return lag


@pytest.fixture
def funn() -> Callable[..., list[Funn]]:
    """Give what a reading complains of; each finding must also have its words in all three languages."""

    def hent(les: Callable[[], object]) -> list[Funn]:
        funnet: list[Funn] = []
        try:
            les()
        except StyreformFeil as feil:
            funnet = list(feil.funn)
        for spraak in SPRAAK:
            assert all("{" not in "".join(format_funn(f, Tekst(spraak)).values()) for f in funnet)
        return funnet

    return hent
