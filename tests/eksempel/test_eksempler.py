"""Do all examples go the whole way: read, compared, reported in their language, honest about what they are?

The bundled projects and structures in data/eksempel are facts, those beside this file are invented.
"""

from __future__ import annotations

import csv
import re
import shutil
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.modellfil import read_modell, som_toml, write_modell
from analyse.inntak.prosjekt import DAGENS, read_prosjekt
from analyse.modell.graf import build_organ_graph, build_saksgang_graph
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.resultat import Resultat
from analyse.oppdrag.sammenligning import compare_prosjekt
from analyse.rapport.innhold import build_rapport
from analyse.rapport.nettside import build_nettside
from analyse.rapport.skriving import write_rapport

ROT = Path(__file__).resolve().parents[2]
OPPDIKTEDE = sorted(p.parent for p in (ROT / "tests" / "eksempel").glob("*/prosjekt.toml"))
EKTE = sorted(p.parent for p in (ROT / "data" / "eksempel").glob("*/prosjekt.toml"))
STRUKTURER = sorted((ROT / "data" / "eksempel" / "strukturer").glob("*.toml"))
KOMMUNEORD = re.compile(r"\w*(?:kommunestyre|formannskap|kommuneråd)\w*", re.IGNORECASE)
SAMISKE = set("čđŋšŧžï")


@cache
def _prosjekt(mappe: Path) -> Prosjekt:
    return read_prosjekt(mappe)


@cache
def _resultat(mappe: Path, spraak: str) -> Resultat:
    return compare_prosjekt(_prosjekt(mappe), spraak=spraak)


def _side(resultat: Resultat, spraak: str) -> str:
    """Return the words a reader of the web page sees."""
    prosjekt = resultat.prosjekt
    tekst = Tekst(spraak, prosjekt.kommune.nivaa, prosjekt.valg.ord)
    side = re.sub(r"<style.*?</style>", "", build_nettside(build_rapport(resultat), tekst), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", side)).split())


def test_there_is_something_to_look_at() -> None:
    assert {"fylke_parlamentarisme", "samisk"} <= {m.name for m in OPPDIKTEDE}
    assert {"levanger", "levanger_fortellingen", "bergen", "oslo"} <= {m.name for m in EKTE}
    assert {"verdal_1999_2003", "verdal_2003_2011", "molde_2020", "hedmark"} <= {f.stem for f in STRUKTURER}


@pytest.mark.parametrize("mappe", [*EKTE, *OPPDIKTEDE], ids=lambda m: m.name)
def test_a_project_goes_the_whole_way_in_its_own_language(mappe: Path, tmp_path: Path) -> None:
    spraak = _prosjekt(mappe).valg.spraak
    resultat = _resultat(mappe, spraak)
    assert len(resultat.modeller) > 1
    assert set(resultat.maalinger["modell"]) == set(resultat.modeller)
    side = _side(resultat, spraak)
    navn = [o.navn for m in resultat.modeller.values() for o in m.organer if o.er_folkevalgt]
    assert [n for n in navn if n not in side] == []
    stier = write_rapport(build_rapport(resultat), tmp_path, formater=("xlsx",), spraak=spraak)
    assert [s.stat().st_size > 0 for s in stier] == [True]


@pytest.mark.parametrize("spraak", SPRAAK)
@pytest.mark.parametrize("mappe", OPPDIKTEDE, ids=lambda m: m.name)
def test_what_is_invented_says_so_in_every_language(mappe: Path, spraak: str) -> None:
    side = _side(_resultat(mappe, _prosjekt(mappe).valg.spraak), spraak)
    kommune = _prosjekt(mappe).kommune
    tekst = Tekst(spraak, kommune.nivaa)
    assert (kommune.oppdiktet, kommune.nummer) == (True, "")
    assert [n for n in ("oppdiktet_merke", "hviler.oppdiktet") if tekst(f"rapport.{n}") not in side] == []


@pytest.mark.parametrize("mappe", EKTE, ids=lambda m: m.name)
def test_what_is_real_is_not_called_invented(mappe: Path) -> None:
    side = _side(_resultat(mappe, _prosjekt(mappe).valg.spraak), "nb")
    assert Tekst("nb")("rapport.oppdiktet_merke") not in side


def _som_prosjekt(fil: Path, mappe: Path) -> Prosjekt:
    """Return a structure of data/eksempel/strukturer as the only model of a project."""
    scenario = read_modell(fil)
    som_dagens = som_toml(scenario.modell, scenario.kommune).replace(
        f'id = "{scenario.modell.id}"', f'id = "{DAGENS}"', 1
    )
    (mappe / "modeller").mkdir(parents=True)
    (mappe / "modeller" / "dagens.toml").write_text(som_dagens, encoding="utf-8")
    (mappe / "prosjekt.toml").write_text(
        'format = 1\ndato = 2026-01-01\nmodeller = ["komite"]\n', encoding="utf-8"
    )
    return read_prosjekt(mappe)


@pytest.mark.parametrize("spraak", ["nb", "nn"])
@pytest.mark.parametrize("modeller", [(), ("komite",)], ids=["egne", "komite"])
def test_a_countys_report_never_uses_the_municipalitys_words(
    spraak: str, modeller: tuple[str, ...], tmp_path: Path
) -> None:
    fylker = [p for p in map(_prosjekt, [*EKTE, *OPPDIKTEDE]) if p.kommune.nivaa == "fylkeskommune"]
    egne = [f for f in STRUKTURER if read_modell(f).kommune.nivaa == "fylkeskommune"]
    fylker += [_som_prosjekt(fil, tmp_path / fil.stem) for fil in egne]
    assert len(fylker) == 3  # the invented one, Nordland and Hedmark
    sider = {p.kommune.navn: _side(compare_prosjekt(p, modeller, spraak), spraak) for p in fylker}
    assert [(navn, ord_) for navn, side in sider.items() for ord_ in KOMMUNEORD.findall(side)] == []


@pytest.mark.parametrize("fil", STRUKTURER, ids=lambda f: f.stem)
def test_a_structure_can_be_todays_model_of_a_project(fil: Path, tmp_path: Path) -> None:
    resultat = compare_prosjekt(_som_prosjekt(fil, tmp_path))
    assert read_modell(fil).kommune.navn in _side(resultat, "nb")


def test_every_structure_says_its_source_how_sure_it_is_and_when_its_inhabitants_were_counted() -> None:
    tillit = re.compile(r"\b(sikker|sannsynlig|usikker)\b")
    dato = re.compile(r"Innbyggere: [\d ]+ per \d{1,2}\.\d{1,2}\.\d{4}")
    feil = []
    for fil in [*STRUKTURER, *(m / "modeller" / "dagens.toml" for m in EKTE if (m / "modeller").is_dir())]:
        scenario = read_modell(fil)
        if not tillit.search(scenario.modell.kilde) or not dato.search(scenario.modell.kilde):
            feil.append(f"{fil.stem}: modell")
        feil += [f"{fil.stem}: {o.id}" for o in scenario.modell.organer if not o.kilde]
        if scenario.kommune.oppdiktet:
            feil.append(f"{fil.stem}: oppdiktet")
    assert feil == []


def test_the_id_of_a_structure_is_the_name_of_its_file_and_the_readme_lists_it() -> None:
    les_meg = (ROT / "data" / "eksempel" / "strukturer" / "LES_MEG.md").read_text(encoding="utf-8")
    assert [f.stem for f in STRUKTURER if read_modell(f).modell.id != f.stem] == []
    assert [f.stem for f in STRUKTURER if f"`{f.stem}`" not in les_meg] == []


def test_a_structure_is_the_same_after_writing_and_reading_again(tmp_path: Path) -> None:
    ulike = []
    for fil in STRUKTURER:
        scenario = read_modell(fil)
        write_modell(tmp_path / fil.name, scenario.modell, scenario.kommune)
        if read_modell(tmp_path / fil.name) != scenario:
            ulike.append(fil.stem)
    assert ulike == []


def test_every_example_has_its_graphs() -> None:
    modeller = [m for mappe in [*EKTE, *OPPDIKTEDE] for m in (_prosjekt(mappe).dagens,)]
    for modell in [*modeller, *(read_modell(f).modell for f in STRUKTURER)]:
        assert build_organ_graph(modell).number_of_edges() > 0
        assert set(modell.saksganger) == set() or build_saksgang_graph(modell).number_of_edges() > 0


def test_the_story_of_levanger_says_illustration_wherever_its_assumption_shows() -> None:
    prosjekt = _prosjekt(ROT / "data" / "eksempel" / "levanger_fortellingen")
    for modell in (prosjekt.dagens, *prosjekt.alternativer.values()):
        assert "illustrasjon" in modell.navn
        assert "Illustrasjon" in modell.kilde
        antatt = [o for o in modell.organer if re.search(r"_\d$", o.id)]
        assert len(antatt) == 6
        assert [o.id for o in antatt if "illustrasjon" not in o.navn or o.medlemmer is not None] == []
        assert [s.sakstype for s in modell.saksganger if "illustrasjon" not in s.sakstype] == []
    assert "illustrasjon" in prosjekt.kommune.navn


def test_before_1999_each_etat_served_its_own_hovedutvalg_and_recommended_in_practice() -> None:
    prosjekt = _prosjekt(ROT / "data" / "eksempel" / "levanger_fortellingen")
    foer = prosjekt.alternativer["foer_1999"]
    kanter = [e for e in build_organ_graph(foer).edges(data="slag") if e[2] == "sekretariat_for"]
    assert sorted(kanter) == [(f"etat_{n}", f"hovedutvalg_{n}", "sekretariat_for") for n in (1, 2, 3)]
    assert {s.innstiller_reelt for s in foer.saksganger} == {"etat_1", "etat_2", "etat_3"}
    assert {s.innstiller_formelt for s in foer.saksganger} == {"raadmannen"}
    etter = build_organ_graph(prosjekt.dagens)
    assert {fra for fra, _, slag in etter.edges(data="slag") if slag == "sekretariat_for"} == {
        "sekretariat:samlet"
    }
    assert foer.organer == prosjekt.dagens.organer  # only the secretariat differs


def test_oslo_has_fifteen_directly_elected_bydelsutvalg_and_a_divided_secretariat() -> None:
    oslo = _prosjekt(ROT / "data" / "eksempel" / "oslo").dagens
    bydeler = oslo.av_art("kommunedelsutvalg")
    assert (len(bydeler), {o.velges_av for o in bydeler}, {o.medlemmer for o in bydeler}) == (15, {""}, {15})
    graf = build_organ_graph(oslo)
    assert list(graf.predecessors("bystyret")) == ["sekretariat:folkevalgte"]
    assert list(graf.predecessors("byraadet")) == ["bystyret", "sekretariat:kommuneraad"]


def test_the_small_place_and_the_county_are_as_small_and_as_seldom_as_asked_for() -> None:
    liten = _prosjekt(ROT / "tests" / "eksempel" / "nynorsk_liten")
    assert (liten.kommune.innbyggere, liten.valg.spraak) == (1900, "nn")
    assert (liten.dagens.kommunestyret.medlemmer, liten.dagens.organ("formannskapet").medlemmer) == (13, 5)
    assert liten.dagens.av_art("utvalg", "kommunestyrekomite") == ()
    assert liten.valg.oppdrag == {"sekretariat_aarsverk": 0.3}
    fylke = _prosjekt(ROT / "tests" / "eksempel" / "fylke_parlamentarisme")
    assert (fylke.dagens.styreform, fylke.dagens.kommunestyret.moeter_per_aar) == ("parlamentarisme", 5)


def test_seats_per_former_municipality_sum_to_the_size_of_each_body() -> None:
    mappe = ROT / "tests" / "eksempel" / "sammenslaatt"
    summer: dict[str, int] = {}
    with (mappe / "sammensetning.csv").open(encoding="utf-8", newline="") as fil:
        for rad in csv.DictReader(fil, delimiter=";"):
            summer[rad["organ"]] = summer.get(rad["organ"], 0) + int(rad["plasser"])
    dagens = _prosjekt(mappe).dagens
    assert summer == {organ: dagens.organ(organ).medlemmer for organ in summer}


def test_most_bodies_of_the_intermunicipal_example_are_joint_ones() -> None:
    dagens = _prosjekt(ROT / "tests" / "eksempel" / "interkommunal").dagens
    felles = sum(o.moeter_per_aar or 0 for o in dagens.av_art("felles_nemnd", "styre"))
    egne = sum(o.moeter_per_aar or 0 for o in dagens.organer if o.er_folkevalgt) - felles
    assert felles > egne


def test_sami_letters_reach_the_report_and_consultation_is_a_step() -> None:
    mappe = ROT / "tests" / "eksempel" / "samisk"
    dagens = _prosjekt(mappe).dagens
    assert SAMISKE - set("".join(o.navn for o in dagens.organer).lower()) == set()
    assert SAMISKE - set(_side(_resultat(mappe, "nb"), "nb").lower()) == set()
    assert any(s.med_handling("konsulterer") for s in dagens.saksganger)


def test_a_copied_example_gives_the_same_numbers(tmp_path: Path) -> None:
    kilde = ROT / "tests" / "eksempel" / "nynorsk_liten"
    kopi = tmp_path / "kopi"
    shutil.copytree(kilde, kopi)
    assert compare_prosjekt(read_prosjekt(kopi)).maalinger.equals(_resultat(kilde, "nn").maalinger)
