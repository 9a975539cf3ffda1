"""Is the bundled example what it says: built from its CSV files, every figure found again in its sources?"""

from __future__ import annotations

import csv
import importlib.util
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest
from scipy.stats import t

from analyse.grunn.tid import parse_klokkeslett
from analyse.inntak.arkdefinisjon import arkene, kjente_ord, normaliser
from analyse.inntak.celle import som_spenn
from analyse.inntak.prosjekt import read_prosjekt
from analyse.modell.prosjekt import Prosjekt
from analyse.valg.mandater import sainte_lague

EKSEMPLER = Path(__file__).resolve().parents[2] / "data" / "eksempel"
LEVANGER = EKSEMPLER / "levanger"
LOGGER = ("sakslogg.csv", "moter.csv", "sakliste.csv", "sammensetning.csv")
MED_35 = "2003-10-01"  # from the election of 2003 the council has 35 members
AAR = [str(a) for a in range(2015, 2020)]
Rad = dict[str, str]
ARK_MED_FIL = [a for a in arkene() if (LEVANGER / "inntak" / f"{a.id}.csv").exists()]


def _les(sti: Path) -> list[Rad]:
    with sti.open(encoding="utf-8", newline="") as fil:
        return list(csv.DictReader(fil, delimiter=";"))


@pytest.fixture(scope="module")
def bygger() -> ModuleType:
    """The build script, loaded from its file."""
    plan = importlib.util.spec_from_file_location("bygg_inntak", EKSEMPLER / "bygg_inntak.py")
    assert plan is not None
    assert plan.loader is not None
    modul = importlib.util.module_from_spec(plan)
    plan.loader.exec_module(modul)
    return modul


@pytest.fixture(scope="module")
def prosjekt() -> Prosjekt:
    """The example, read as any project."""
    return read_prosjekt(LEVANGER)


def _celler(sti: Path) -> dict[str, list[tuple[object, ...]]]:
    bok = openpyxl.load_workbook(sti)
    return {side.title: list(side.iter_rows(values_only=True)) for side in bok.worksheets}


def test_the_workbook_is_what_its_csv_files_give_byte_for_byte(bygger: ModuleType, tmp_path: Path) -> None:
    for nr in (1, 2):
        bygger.build_inntak(LEVANGER, tmp_path / f"{nr}.xlsx")
    assert _celler(tmp_path / "1.xlsx") == _celler(LEVANGER / "inntak.xlsx")
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()
    assert (tmp_path / "1.xlsx").read_bytes() == (LEVANGER / "inntak.xlsx").read_bytes()


@pytest.mark.parametrize("ark", ARK_MED_FIL, ids=lambda a: a.id)
def test_every_cell_of_the_csv_files_stands_in_the_workbook(ark: object) -> None:
    navn = ark.id  # type: ignore[attr-defined]
    funnet = _celler(LEVANGER / "inntak.xlsx")
    side = next(v for k, v in funnet.items() if k in kjente_navn(navn))
    skrevet = Counter(str(v) for rad in side[1:] for v in rad if v is not None)
    for rad in _les(LEVANGER / "inntak" / f"{navn}.csv"):
        for verdi in (v for k, v in rad.items() if v and k != "felt"):
            ordene = {verdi, verdi.replace(",", "."), str(_som_tall(verdi))} | kjente_valg(verdi)
            assert ordene & set(skrevet), verdi


def _som_tall(verdi: str) -> object:
    return float(verdi.replace(",", ".")) if re.fullmatch(r"\d+,\d+", verdi) else verdi


def kjente_navn(ark_id: str) -> set[str]:
    """Return the Norwegian name of a sheet."""
    kjent = kjente_ord("inntak.ark", tuple(a.id for a in arkene()))
    return {o for o in _celler(LEVANGER / "inntak.xlsx") if kjent.get(normaliser(o)) == ark_id}


def kjente_valg(verdi: str) -> set[str]:
    """Return the words a choice may be written with."""
    from analyse.grunn.tekst import Tekst

    return {Tekst("nb")(f"inntak.valg.{verdi}")} if Tekst("nb").finnes(f"inntak.valg.{verdi}") else set()


def test_the_example_is_read_without_a_fault(prosjekt: Prosjekt) -> None:
    assert (prosjekt.kommune.navn, prosjekt.kommune.nummer, prosjekt.kommune.innbyggere) == (
        "Levanger",
        "5037",
        20171,
    )
    assert not prosjekt.kommune.oppdiktet
    assert prosjekt.valg.modeller == ("hovedutvalg", "komite", "formannskap")
    assert {f.kode for f in prosjekt.advarsler} == {"IN-081", "IN-090", "IN-092"}


def test_the_seats_are_those_the_votes_give(prosjekt: Prosjekt) -> None:
    (valg,) = prosjekt.kommune.valg
    oppgjoer = sainte_lague(valg.stemmer, 35)
    assert dict(oppgjoer.plasser) == dict(prosjekt.kommune.mandater)


@pytest.mark.parametrize("fil", LOGGER)
def test_the_logs_are_the_transcribed_ones(delt: Path, fil: str) -> None:
    assert (LEVANGER / fil).read_bytes() == (delt / "data" / "levanger" / fil).read_bytes()


def test_the_size_of_the_logs_is_the_one_the_reader_is_told(prosjekt: Prosjekt) -> None:
    assert prosjekt.sakslogg is not None
    assert prosjekt.moeter is not None
    assert prosjekt.sakliste is not None
    assert (len(prosjekt.sakslogg), prosjekt.sakslogg["sak_id"].nunique()) == (214, 96)
    assert (len(prosjekt.moeter), len(prosjekt.sakliste)) == (72, 870)
    forklart = (LEVANGER / "LES_MEG.md").read_text(encoding="utf-8")
    for tall in ("214 behandlinger av 96 saker", "72 møter", "870 punkter", "20 171"):
        assert tall in forklart


def test_no_person_is_named() -> None:
    assert {r["saksordfoerer"] for r in _les(LEVANGER / "sakslogg.csv")} == {"", "ja", "nei"}
    partier = {r["saksordfoerer_parti"] for r in _les(LEVANGER / "sakslogg.csv")}
    assert partier == {"", "AP", "DNA", "H", "SP"}
    for fil in LOGGER:
        kolonner = set(_les(LEVANGER / fil)[0])
        assert not {k for k in kolonner if re.search("navn|person|leder|medlem$", k)}


def _gjelder(rad: Rad, organ: str) -> bool:
    return rad["organ"] == organ and (not rad["dato"] or rad["dato"] >= MED_35)


def _snitt_og_intervall(verdier: list[float]) -> tuple[float, float, float]:
    """Return mean and 90 % interval of the mean (Student's t)."""
    n = len(verdier)
    snitt = sum(verdier) / n
    avvik = math.sqrt(sum((v - snitt) ** 2 for v in verdier) / (n - 1))
    halv = float(t.ppf(0.95, n - 1)) * avvik / math.sqrt(n)
    return snitt, snitt - halv, snitt + halv


def _plan(felt: str) -> list[tuple[str, Rad]]:
    navn = {r["id"]: r["navn"] for r in _les(LEVANGER / "inntak" / "organ.csv")}
    return [(navn[r["organ"]], r) for r in _les(LEVANGER / "inntak" / "moeteplan.csv") if r[felt]]


def test_the_length_of_meetings_is_the_mean_of_the_printed_clock_times() -> None:
    plan = _plan("moetetid_timer")
    assert len(plan) == 4
    for organ, rad in plan:
        timer = [
            slutt - start
            for m in _les(LEVANGER / "moter.csv")
            if _gjelder(m, organ)
            and (start := parse_klokkeslett(m["start"])) is not None
            and (slutt := parse_klokkeslett(m["slutt"])) is not None
        ]
        skrevet = som_spenn(rad["moetetid_timer"])
        assert skrevet == pytest.approx(_snitt_og_intervall(timer), abs=0.0501), organ
        assert f" {len(timer)} møter" in rad["kilde"]
        assert rad["grunnlag"] == "maalt"


def _kjente_datoer() -> dict[tuple[str, str], set[str]]:
    kjent: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fil, kolonne in (("sakslogg.csv", "motedato"), ("moter.csv", "dato"), ("sakliste.csv", "dato")):
        for rad in _les(LEVANGER / fil):
            kjent[rad["organ"], rad[kolonne][:4]].add(rad[kolonne])
    return kjent


def _saksnumre(organ: str) -> list[tuple[int, str]]:
    rader = [*_les(LEVANGER / "sakslogg.csv"), *_les(LEVANGER / "sakliste.csv")]
    treff = [re.fullmatch(r"(?:PS )?(\d+)/(\d\d)", r["saksnr"]) for r in rader if r["organ"] == organ]
    return [(int(m[1]), f"20{m[2]}") for m in treff if m and f"20{m[2]}" in AAR]


def test_the_number_of_meetings_is_the_estimate_its_source_describes() -> None:
    plan = _plan("moeter_per_aar")
    assert len(plan) == 4
    kjent = _kjente_datoer()
    for organ, rad in plan:
        saker = [
            float(m["antall_saker"])
            for m in _les(LEVANGER / "moter.csv")
            if _gjelder(m, organ) and m["antall_saker"]
        ]
        snitt, lav, hoey = _snitt_og_intervall(saker)
        nummer, aar = max(_saksnumre(organ))
        daterte, beste_aar = max((len(kjent[organ, a]), a) for a in AAR)
        assert som_spenn(rad["moeter_per_aar"]) == (
            max(daterte, round(nummer / snitt)),
            max(daterte, math.floor(nummer / hoey)),
            math.ceil(nummer / lav),
        ), organ
        for del_ in (
            f"{nummer}/{aar[2:]}",
            f"n = {len(saker)}",
            f"{daterte} i {beste_aar}",
            f"snitt {snitt:.1f}".replace(".", ","),
        ):
            assert del_ in rad["kilde"], (organ, del_)
        assert rad["grunnlag"] == "forutsatt"


def test_the_days_between_papers_and_meeting_are_those_of_the_dated_notices() -> None:
    ((organ, rad),) = _plan("papirer_dager_foer")
    dager = [
        (date.fromisoformat(m["dato"]) - date.fromisoformat(sendt[1])).days
        for m in _les(LEVANGER / "moter.csv")
        if m["organ"] == organ
        and m["dato"]
        and (sendt := re.search(r"innkalling datert ([\d-]{10})", m["merknad"]))
    ]
    assert dager == [6, 6, 6]
    assert float(rad["papirer_dager_foer"]) == 6


@pytest.fixture(scope="module")
def ruter() -> dict[str, Counter[tuple[str, ...]]]:
    """Routes of the log: bodies in order, per case type."""
    id_per_navn = {r["navn"]: r["id"] for r in _les(LEVANGER / "inntak" / "organ.csv")}
    saker: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for r in _les(LEVANGER / "sakslogg.csv"):
        saker[r["sakstype"], r["sak_id"]].append((int(r["trinn"]), id_per_navn.get(r["organ"], r["organ"])))
    telling: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for (sakstype, _), trinn in saker.items():
        telling[sakstype][tuple(o for _, o in sorted(trinn))] += 1
    return telling


def test_the_routes_and_their_shares_are_read_from_the_log(
    ruter: dict[str, Counter[tuple[str, ...]]],
) -> None:
    for rad in _les(LEVANGER / "inntak" / "saksgang.csv"):
        rute = tuple(rad[f"trinn{n}"].partition(":")[0] for n in range(1, 6) if rad[f"trinn{n}"])
        telling = ruter[rad["sakstype"]]
        antall, alle = telling[rute], telling.total()
        assert antall > 0, rute
        if oppgitt := re.search(r"\((\d+) av (\d+) saker", rad["kilde"]):
            assert (int(oppgitt[1]), int(oppgitt[2])) == (antall, alle)
            andel = float(rad["andel"].replace(",", ".") or 1)
            assert andel == pytest.approx(antall / alle, abs=0.005)
        else:
            assert rad["sakstype"] == "budsjett_okonomiplan"


def test_what_the_municipality_did_not_publish_is_left_unknown(prosjekt: Prosjekt) -> None:
    uten_stoerrelse = {o.id for o in prosjekt.dagens.organer if o.medlemmer is None}
    assert {"administrasjonsutvalget", "kontrollutvalget", "eldres_raad"} <= uten_stoerrelse
    assert prosjekt.kommune.posisjon is None
    assert prosjekt.dagens.organ("kontrollutvalget").moeter_per_aar is None


def test_the_build_script_runs_as_its_first_lines_say(kjoer: Callable[..., object], tmp_path: Path) -> None:
    import shutil

    shutil.copytree(LEVANGER, tmp_path / "levanger")
    (tmp_path / "levanger" / "inntak.xlsx").unlink()
    svar = kjoer("data/eksempel/bygg_inntak.py", str(tmp_path / "levanger"))
    assert svar.returncode == 0, svar.stderr  # type: ignore[attr-defined]
    assert (tmp_path / "levanger" / "inntak.xlsx").read_bytes() == (LEVANGER / "inntak.xlsx").read_bytes()


@pytest.mark.parametrize(
    "mappe",
    sorted(p.parent for p in EKSEMPLER.glob("*/prosjekt.toml")),
    ids=lambda p: p.name,
)
def test_every_example_is_explained_and_read(mappe: Path) -> None:
    assert (mappe / "LES_MEG.md").is_file()
    assert read_prosjekt(mappe).dagens.id == "dagens"
