"""Is the law whole: every rule of the fact sheet, every version in its time, every word, every story?"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.modell.organ import ART
from analyse.modell.scenario import Scenario
from analyse.rett.regel import SLAG, Regel
from analyse.rett.regelbok import Regelbok, finn_feil, read_regelbok
from analyse.rett.verdi import Frist, Verdi

BOK = read_regelbok()
ROT = Path(__file__).resolve().parents[2]
LOV = ROT / "data" / "lov"
ALLE = [r for utgaver in BOK.regler.values() for r in utgaver]
SKIFTET = BOK.tidspunkt["konstituering_2019"].dato
ALVOR = {"skal": "skal", "bor": "boer", "kan": "kan"}
TILLIT = {"sure": "sikker", "likely": "sannsynlig", "unsure": "usikker"}


def _faktaark(delt: Path) -> tuple[dict[str, dict[str, str]], list[str], list[str]]:
    """Return rules (id → severity, confidence, section), sections of the reserved places, ids of examples."""
    tekst = (delt / "fakta" / "lov_regler.yaml").read_text(encoding="utf-8")
    _, rest = tekst.split("\nrules:\n")
    regler, rest = rest.split("\ncouncil_only_matters:\n")
    steder, eksempler = rest.split("\nworked_examples:\n")
    poster = {}
    for post in re.split(r"^- id: ", regler, flags=re.MULTILINE)[1:]:
        felt = dict(re.findall(r"^  (severity|confidence|paragraph): (.+)$", post, flags=re.MULTILINE))
        poster[post.split("\n", 1)[0].strip()] = felt
    return (
        poster,
        re.findall(r"^  paragraph: (.+)$", steder, flags=re.MULTILINE),
        re.findall(r"^- id: (\S+)", eksempler, flags=re.MULTILINE),
    )


def _tall(paragraf: str) -> list[str]:
    return re.findall(r"\d+(?:-\d+)?", paragraf)


def test_none_of_the_184_rules_is_dropped_and_none_is_added(delt: Path) -> None:
    regler, _, _ = _faktaark(delt)
    assert len(regler) == 184
    assert sorted(set(regler) ^ set(BOK.regler)) == []


def test_every_rule_keeps_the_severity_confidence_and_section_of_the_fact_sheet(delt: Path) -> None:
    regler, _, _ = _faktaark(delt)
    feil = []
    for regel_id, felt in regler.items():
        regel = BOK.regler[regel_id][-1]
        ventet = (ALVOR[felt["severity"]], TILLIT[felt["confidence"]])
        # the year of an Act stands in its name here, and in the section there
        paragraf = [t for t in _tall(felt["paragraph"]) if t != "2023" or "valgloven" in regel.paragraf]
        if (regel.alvor, regel.tillit) != ventet or _tall(regel.paragraf) != paragraf:
            feil.append(f"{regel_id}: {regel.alvor}, {regel.tillit}, {regel.paragraf} for {felt}")
    assert feil == []


def test_all_67_places_that_only_the_council_may_decide_are_kept(delt: Path) -> None:
    _, steder, _ = _faktaark(delt)
    assert len(BOK.saker) == 67
    egne = Counter(tuple(_tall(utgaver[-1].paragraf)) for utgaver in BOK.saker.values())
    assert egne == Counter(tuple(_tall(s)) for s in steder)


def test_every_id_stands_once_a_day() -> None:
    dager = [date(aar, 1, 1) for aar in range(1990, 2032)] + [SKIFTET, date(2023, 6, 30), date(2023, 7, 1)]
    doble = {dag: [i for i, n in Counter(r.id for r in BOK.gjeldende(dag)).items() if n > 1] for dag in dager}
    assert {dag: d for dag, d in doble.items() if d} == {}


def test_the_register_as_shipped_has_no_fault() -> None:
    assert finn_feil(BOK) == []


def _med(regel: Regel, **felt: Any) -> Regelbok:
    return replace(BOK, regler={**BOK.regler, regel.id: (*BOK.regler[regel.id][:-1], replace(regel, **felt))})


@pytest.mark.parametrize(
    ("felt", "funnet"),
    [
        ({"inndata": ("organ.farge",)}, "no input organ.farge"),
        ({"verdier": ("formannskap_stoerste",)}, "no figure formannskap_stoerste"),
        ({"kilder": ("hoert_si",)}, "no source hoert_si"),
        ({"kilder": ()}, "no source"),
        ({"forgjengere": ("KL37-1",)}, "no predecessor KL37-1"),
        ({"forgjengere": ("KL54-4",)}, "predecessor KL54-4 ends 1993-01-01"),
        ({"verdier": ("budsjett_offentlig",)}, "figure budsjett_offentlig is not in force all the time"),
    ],
)
def test_entries_that_do_not_go_together_are_named(felt: dict[str, Any], funnet: str) -> None:
    feil = finn_feil(_med(BOK.regel("KL18-5-6-MIN", date(2024, 1, 1)), **felt))
    assert any(f.startswith("KL18-5-6-MIN") and funnet in f for f in feil), feil


@pytest.mark.parametrize("dager", [-1, 1])
def test_an_overlap_or_a_hole_between_two_versions_is_a_fault(dager: int) -> None:
    siste = BOK.regler["KL18-7-5-AVST"][-1]
    feil = finn_feil(_med(siste, gyldig_fra=siste.gyldig_fra + timedelta(days=dager)))
    assert any("KL18-7-5-AVST: one version ends 2023-07-01" in f for f in feil)


def test_an_open_question_about_a_rule_that_is_not_there_is_a_fault() -> None:
    bok = replace(BOK, aapne=(replace(BOK.aapne[0], regler=("KL18-0-0",)),))
    assert finn_feil(bok) == [f"{BOK.aapne[0].id}: no rule KL18-0-0"]


def test_the_1992_act_holds_until_the_councils_own_constituting_meeting_and_the_2018_act_after() -> None:
    dagen = date(2019, 10, 23)
    bok = read_regelbok(dagen)
    assert bok.verdi("kontrollutvalg_minste", dagen - timedelta(days=1)).tall == 3
    assert bok.verdi("kontrollutvalg_minste", dagen).tall == 5
    foer = {r.lov for r in bok.gjeldende(dagen - timedelta(days=1))}
    assert ("kommuneloven_1992" in foer, "kommuneloven_2018" in foer) == (True, False)
    etter = {r.lov for r in bok.gjeldende(dagen)}
    assert ("kommuneloven_1992" in etter, "kommuneloven_2018" in etter) == (False, True)


def test_a_day_on_which_no_council_could_be_constituted_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        read_regelbok(date(2019, 12, 1))


def test_the_weeks_when_it_depends_on_the_municipality_are_told() -> None:
    dager = (date(2019, 9, 1), date(2019, 10, 15), date(2019, 11, 1))
    assert [BOK.er_usikker_overgang(d) for d in dager] == [False, True, False]


@pytest.mark.parametrize(
    ("dato", "ventet"),
    [
        (date(2005, 1, 1), "kommuneloven_1992"),
        (date(2020, 1, 1), "kommuneloven_2018"),
        (date(2024, 1, 1), "kommuneloven_2018"),
    ],
)
def test_the_same_figure_comes_from_the_act_of_the_day(dato: date, ventet: str) -> None:
    assert BOK.verdi("kommunestyre_minstetall", dato).lov == ventet
    assert BOK.verdi("kommunestyre_minstetall", dato).trinn(50000).minst == 27


def test_a_rule_that_is_not_in_force_says_when_it_is() -> None:
    with pytest.raises(LookupError, match=r"not in force on 2005-01-01; it is in 2023-07-01–"):
        BOK.regel("KL18-5-12-AU", date(2005, 1, 1))
    with pytest.raises(KeyError):
        BOK.regel("KL18-0-0", date(2024, 1, 1))


def test_every_change_of_july_2023_has_a_version_before_or_begins_there() -> None:
    dagen = date(2023, 7, 1)
    endret = {r.id for r in ALLE if dagen in (r.gyldig_fra, r.gyldig_til)}
    bare_nye = {i for i in endret if BOK.regler[i][0].gyldig_fra == dagen}
    assert bare_nye == {"KL18-5-12-AU", "KL18-AU-REORG", "KL18-IKS-6"}
    assert len(endret - bare_nye) == 14


def test_at_least_80_rules_are_checked_or_calculated() -> None:
    slag = Counter(utgaver[-1].slag for utgaver in BOK.regler.values())
    assert set(slag) == set(SLAG)
    assert slag["kontrollert"] + slag["beregnet"] >= 80
    assert slag == {"kontrollert": 58, "beregnet": 72, "opplyst": 54}


def test_the_kind_of_a_rule_never_changes_with_its_version() -> None:
    assert [i for i, u in BOK.regler.items() if len({(r.slag, r.alvor, r.form) for r in u}) > 1] == []


def test_a_checked_rule_can_be_decided_by_a_structure_and_a_calculated_one_by_facts() -> None:
    kilder = {r.id: {BOK.inndata[i].kilde for i in r.inndata} for r in ALLE}
    assert [r.id for r in ALLE if r.slag == "kontrollert" and not kilder[r.id] & {"modell", "verv"}] == []
    assert [i for i in BOK.inndata if not any(i in r.inndata for r in ALLE)] == []


def test_every_figure_is_used_by_a_rule() -> None:
    brukt = {v for r in ALLE for v in r.verdier}
    assert sorted(set(BOK.verdier) - brukt) == []


def test_case_types_and_kinds_of_body_are_known_ones() -> None:
    sakstyper = tomllib.loads((ROT / "data" / "sakstyper.toml").read_text("utf-8"))["sektor"]
    brukt = {s for r in ALLE for s in r.sakstyper} | {
        s for u in BOK.saker.values() for k in u for s in k.sakstyper
    }
    assert sorted(brukt - set(sakstyper) - {"hastesak"}) == []
    assert [a.id for a in BOK.aapne if set(a.arter) - set(ART)] == []


def test_no_path_names_a_section_and_every_name_is_plain_ascii() -> None:
    stier = [f.relative_to(LOV).as_posix() for f in LOV.rglob("*.toml")]
    assert [s for s in stier if not re.fullmatch(r"[a-z_]+(?:_\d{4}/[a-z_]+)?\.toml", s)] == []


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_word_of_the_register_stands_in_the_language(spraak: str) -> None:
    tekst = Tekst(spraak)
    ventet = [f"{r.noekkel}.krav" for r in ALLE]
    ventet += [f"lov.skjoenn.{r.skjoenn}" for r in ALLE if r.skjoenn]
    ventet += [f"lov.om_datoen.{r.om_datoen}" for r in ALLE if r.om_datoen]
    ventet += [f"lov.begrep.{r.begrep}" for r in ALLE]
    ventet += [i.noekkel for i in BOK.inndata.values()]
    ventet += [utgaver[-1].noekkel for utgaver in BOK.saker.values()]
    ventet += [f"lov.lovnavn.{x.lov}" for u in (*BOK.regler.values(), *BOK.saker.values()) for x in u]
    ventet += [f"{a.noekkel}.{d}" for a in BOK.aapne for d in ("spoersmaal", "lesning_a", "lesning_b")]
    assert [n for n in dict.fromkeys(ventet) if not tekst.finnes(n)] == []


def test_no_word_is_left_from_a_rule_that_is_gone() -> None:
    brukt = {r.noekkel.split(".")[1] for r in ALLE}
    for omraade in {r.omraade for r in ALLE}:
        fil = tomllib.loads((ROT / "data" / "spraak" / "nb" / f"{omraade}.toml").read_text("utf-8"))
        assert sorted(set(fil) - brukt) == []


def test_every_reserved_place_can_be_searched_for_in_both_written_standards() -> None:
    uten = [s.id for u in BOK.saker.values() for s in u if not (s.soekeord_nb and s.soekeord_nn)]
    assert uten == []


def test_the_open_questions_are_all_there_and_found_by_their_rules() -> None:
    assert len(BOK.aapne) == 10
    assert [a.id for a in BOK.aapne_om("KL18-5-9-ALLE")] == ["komite_og_kontrollutvalg"]
    assert BOK.aapne_om("KL18-5-6-MIN") == ()


# The stories: what they say of figures is tested here, what they say of rules where a structure is judged.
TILFELLER = [
    t
    for fil in sorted((ROT / "tests" / "rett" / "tilfeller").glob("*.toml"))
    for t in tomllib.loads(fil.read_text(encoding="utf-8"))["tilfelle"]
]
NOEKLER = {
    "id",
    "eksempel",
    "tittel",
    "dato",
    "art",
    "kilde",
    "merknad",
    "konstituert_2019",
    "gitt",
    "ventet",
}
GITT = {"fra", "om", "kommune", "modell", "organ", "fjern", "verv", "delegasjon", "saksgang", "fakta"}
VENTET = {"regler", "mangler", "regnet", "oppslag", "verdier", "aapne", "valg", "utenfor"}
SVAR = {"holdt", "brutt", "ikke_vurdert", "ikke_i_kraft"}
BARE_VALG = {"liste", "stemmesedler", "slengere_mottatt", "slengere_avgitt", "slengere", "personstemmer",
             "foerste_delingstall"}  # fmt: skip
med_figur = [t for t in TILFELLER if {"oppslag", "verdier"} & set(t["ventet"])]


def test_every_worked_example_of_the_fact_sheet_is_a_story(delt: Path) -> None:
    _, _, eksempler = _faktaark(delt)
    assert len(eksempler) == 32
    assert sorted(set(eksempler) - {t.get("eksempel") for t in TILFELLER}) == []


def _formfeil(tilfelle: dict[str, Any]) -> list[str]:
    gitt, ventet = tilfelle.get("gitt", {}), tilfelle["ventet"]
    regler = {*ventet.get("regler", {}), *ventet.get("regnet", {})}
    deler = {
        "key": set(tilfelle) - NOEKLER,
        "given": set(gitt) - GITT,
        "expected": set(ventet) - VENTET,
        "answer": set(ventet.get("regler", {}).values()) - SVAR,
        "rule": regler - set(BOK.regler),
        "figure": {*ventet.get("oppslag", {}), *ventet.get("verdier", {})} - set(BOK.verdier),
        "question": set(ventet.get("aapne", ())) - {a.id for a in BOK.aapne},
        "fact": {f"fakta.{f}" for f in gitt.get("fakta", {}) if f not in BARE_VALG} - set(BOK.inndata),
        "kind": {tilfelle["art"]} - {"publisert", "utledet"},
    }
    return [f"{tilfelle['id']}: {del_} {', '.join(sorted(map(str, u)))}" for del_, u in deler.items() if u]


def test_every_story_is_written_as_the_readme_says() -> None:
    assert [f for t in TILFELLER for f in _formfeil(t)] == []
    assert [i for i, n in Counter(t["id"] for t in TILFELLER).items() if n > 1] == []
    assert [t["id"] for t in TILFELLER if t["tittel"].endswith(".") or len(t["tittel"]) > 130] == []


def test_a_story_asks_only_about_rules_in_force_unless_it_says_otherwise() -> None:
    feil = []
    for t in TILFELLER:
        bok = read_regelbok(t.get("konstituert_2019"))
        i_kraft = {r.id for r in bok.gjeldende(t["dato"])}
        for regel_id, svar in t["ventet"].get("regler", {}).items():
            if (regel_id in i_kraft) == (svar == "ikke_i_kraft"):
                feil.append(f"{t['id']}: {regel_id} {svar}")
    assert feil == []


def _oppslag(verdi: Verdi, tall: int) -> int:
    if verdi.slag == "tabell":
        return verdi.trinn(tall).minste_antall(tall)
    return verdi.minste_antall(tall)


def _svar(verdi: Verdi, fakta: dict[str, Any]) -> object:
    if isinstance(verdi.innhold, Frist):
        konstituert = fakta.get("konstituert")
        aar = {
            "valgaar": fakta.get("valgaar"),
            "konstitueringsaar": konstituert.year if konstituert else None,
            "kalenderaar": fakta.get("aar"),
        }[verdi.innhold.grunnlag]
        assert aar is not None, f"{verdi.id} is counted from a year that is not given"
        return verdi.innhold.siste_dag(aar)
    return verdi.tall if verdi.slag == "tall" else str(verdi.andel)


@pytest.mark.parametrize("tilfelle", med_figur, ids=lambda t: t["id"])
def test_the_figures_of_a_story_are_those_of_the_law_on_its_day(tilfelle: dict[str, Any]) -> None:
    bok, ventet = read_regelbok(tilfelle.get("konstituert_2019")), tilfelle["ventet"]
    dato, fakta = tilfelle["dato"], tilfelle.get("gitt", {}).get("fakta", {})
    for navn, rader in ventet.get("oppslag", {}).items():
        funnet = {tall: _oppslag(bok.verdi(navn, dato), int(tall)) for tall in rader}
        assert funnet == rader, navn
    funnet = {navn: _svar(bok.verdi(navn, dato), fakta) for navn in ventet.get("verdier", {})}
    assert funnet == ventet.get("verdier", {})


def test_every_story_about_a_structure_describes_one_that_can_be_built(
    tilfeller: list[dict[str, Any]], scenario: Callable[[Mapping[str, Any]], Scenario | None]
) -> None:
    bygd = {t["id"]: scenario(t.get("gitt", {})) for t in tilfeller}
    med_struktur = {i: s for i, s in bygd.items() if s is not None}
    assert len(med_struktur) >= 15
    moss = med_struktur["minstetall_under_50_000"]
    assert (moss.kommune.innbyggere, moss.modell.kommunestyret.medlemmer) == (49999, 49)
