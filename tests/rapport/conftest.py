"""Reports to look into: the example, an invented county, and a project where every name tries something."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from analyse.grunn.filer import data_fil
from analyse.grunn.tekst import Tekst
from analyse.inntak.prosjekt import read_prosjekt
from analyse.modell.resultat import Resultat
from analyse.oppdrag.sammenligning import compare_prosjekt
from analyse.rapport.blokker import Rapport
from analyse.rapport.innhold import build_rapport
from analyse.rapport.nettside import build_nettside
from analyse.rapport.skriving import write_rapport

ALTERNATIVER = ["komite"]  # named, so that a new archetype changes no report here
FYLKE = """\
format = 1

[kommune]
navn = "Fjordfylket"
nivaa = "fylkeskommune"
nummer = ""
innbyggere = 250000
oppdiktet = true

[kommune.mandater]
A = 20
B = 15
C = 8

[modell]
id = "dagens"
navn = "Dagens modell"
styreform = "formannskap"
gjelder_fra = 2023-10-25

[[organ]]
id = "fylkestinget"
navn = "Fylkestinget"
art = "kommunestyre"
medlemmer = 43
moeter_per_aar = 5
moetetid_timer = 6

[[organ]]
id = "fylkesutvalget"
navn = "Fylkesutvalget"
art = "formannskap"
medlemmer = 11
velges_av = "fylkestinget"
vedtaksrett = true
moeter_per_aar = 12
moetetid_timer = 4

[[organ]]
id = "samferdsel"
navn = "Hovedutvalg for samferdsel"
art = "utvalg"
medlemmer = 11
velges_av = "fylkestinget"
vedtaksrett = true
moeter_per_aar = 8

[organ.opplysning.moeter_per_aar]
grunnlag = "forutsatt"
lav = 6
hoey = 10

[[saksgang]]
sakstype = "vei_teknisk"
trinn = ["samferdsel:innstiller", "fylkestinget:vedtar"]
"""
# What a hostile intake may call things: formulas, links, markup, template code, a name like our own ids.
NAVN = {
    "Fjordfylket": "=cmd|'/c calc'!A0",
    '"Fylkestinget"': '"@SUM(A1:A9)"',
    '"Fylkesutvalget"': '"+1<script>alert(1)</script>"',
    "Hovedutvalg for samferdsel": '{{7*7}} http://eksempel.no/ & søn\'s \\"sitat\\"',
    "Dagens modell": "-1+1 {antall} <b>feit</b>",
}


def _les(mappe: Path, modell: str, toml: str = "") -> Resultat:
    (mappe / "modeller").mkdir(parents=True)
    (mappe / "prosjekt.toml").write_text(f"format = 1\ndato = 2026-01-01\n{toml}", encoding="utf-8")
    (mappe / "modeller" / "dagens.toml").write_text(modell, encoding="utf-8")
    return compare_prosjekt(read_prosjekt(mappe), ALTERNATIVER)


@pytest.fixture(scope="session")
def levanger() -> Resultat:
    """The example, measured and compared."""
    return compare_prosjekt(read_prosjekt(data_fil("eksempel", "levanger")), ALTERNATIVER)


@pytest.fixture(scope="session")
def fylke(tmp_path_factory: pytest.TempPathFactory) -> Resultat:
    """An invented county; one of its figures is assumed."""
    return _les(tmp_path_factory.mktemp("fylke"), FYLKE)


@pytest.fixture(scope="session")
def fiendtlig(tmp_path_factory: pytest.TempPathFactory) -> Resultat:
    """A project whose names look like formulas, links, markup and template code."""
    modell = FYLKE.replace("oppdiktet = true", "")
    for fra, til in NAVN.items():
        assert fra in modell, fra
        modell = modell.replace(fra, til)
    return _les(tmp_path_factory.mktemp("fiendtlig"), modell)


@pytest.fixture(scope="session")
def fiendtlige_navn() -> list[str]:
    """The hostile names as they are to be shown."""
    return [
        str(tomllib.loads(f'n = "{n.strip(chr(34)) if n[0] == chr(34) else n}"')["n"]) for n in NAVN.values()
    ]


@pytest.fixture(scope="session")
def resultater(levanger: Resultat, fylke: Resultat, fiendtlig: Resultat) -> Mapping[str, Resultat]:
    """The three results by name."""
    return {"levanger": levanger, "fylke": fylke, "fiendtlig": fiendtlig}


@pytest.fixture(scope="session")
def rapporter(resultater: Mapping[str, Resultat]) -> Mapping[str, Rapport]:
    """The three reports by name."""
    return {navn: build_rapport(resultat) for navn, resultat in resultater.items()}


@pytest.fixture(scope="session")
def tekst_for() -> Callable[[Rapport, str], Tekst]:
    """Give the words a report is written with."""

    def hent(rapport: Rapport, spraak: str) -> Tekst:
        prosjekt = rapport.resultat.prosjekt
        return Tekst(spraak, prosjekt.kommune.nivaa, prosjekt.valg.ord)

    return hent


@pytest.fixture(scope="session")
def nettsider(
    rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> Mapping[tuple[str, str], str]:
    """Every report as a page in every language, by (report, language)."""
    return {
        (navn, s): build_nettside(rapport, tekst_for(rapport, s))
        for navn, rapport in rapporter.items()
        for s in ("nb", "nn", "en")
    }


@pytest.fixture(scope="session")
def boeker(
    rapporter: Mapping[str, Rapport], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[tuple[str, str], Path]:
    """Every report as a workbook in every language, by (report, language)."""
    mappe = tmp_path_factory.mktemp("bok")
    return {
        (navn, s): write_rapport(rapport, mappe, formater=["xlsx"], spraak=s)[0]
        for navn, rapport in rapporter.items()
        for s in ("nb", "nn", "en")
    }
