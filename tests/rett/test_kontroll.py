"""Does every checked rule answer as its stories say, is each function needed, is each answer explained?"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst, noekler
from analyse.inntak.arketyper import read_arketyper
from analyse.modell.sakstype import read_lovbundet, read_sektorer
from analyse.modell.scenario import Scenario
from analyse.modell.tilpasning import Sted, build_fra_arketype
from analyse.rett.kontroll import build_lovfunn, check_styringsmodell
from analyse.rett.regelbok import read_regelbok
from analyse.rett.regelregister import Regelfunksjon, read_regelfunksjoner
from analyse.rett.svarord import build_melding
from analyse.rett.utfall import SVAR, Lovsvar, Utfall

BOK = read_regelbok()
KONTROLLERT = {i: u for i, u in BOK.regler.items() if u[-1].slag == "kontrollert"}
FUNKSJONER = read_regelfunksjoner()
NAA = date(2024, 6, 1)
Bygg = Callable[[Mapping[str, Any]], Scenario | None]
Tilfelle = Mapping[str, Any]
STRUKTURER = {"formannskapskommune": NAA, "liten_kommune_med_verv": NAA, "parlamentarisk_by": NAA,
              "kommune_1992": date(2005, 1, 1)}  # fmt: skip
# A structure with routes and delegations, so that an archetype has something to move.
SAKSGANGER = {
    "budsjett_okonomiplan": ["eldreraadet:uttaler", "formannskapet:innstiller", "kommunestyret:vedtar"],
    "regnskap_rapport": ["kontrollutvalget:uttaler", "formannskapet:innstiller", "kommunestyret:vedtar"],
    "reguleringsplan": ["plan:innstiller", "kommunestyret:vedtar"],
    "dispensasjon_deling": ["plan:vedtar"],
    "byggesak_klage": ["plan:vedtar", "plan:klagebehandler", "klagenemnda:klagebehandler"],
    "kultur_idrett": ["formannskapet:vedtar"],
}
DELEGASJONER = [
    {"fra": "kommunestyret", "til": "plan", "sakstyper": ["dispensasjon_deling"]},
    {"fra": "kommunestyret", "til": "kommunedirektoeren", "sakstyper": ["alle"]},
]


def _regler(tilfelle: Tilfelle) -> dict[str, str]:
    return {r: s for r, s in tilfelle["ventet"].get("regler", {}).items() if r in KONTROLLERT}


def _svar(
    tilfelle: Tilfelle, bygg: Bygg, funksjoner: Mapping[str, Regelfunksjon] | None = None
) -> Lovsvar | None:
    gitt = tilfelle.get("gitt", {})
    bygd = bygg(gitt)
    if bygd is None:
        return None
    return check_styringsmodell(
        bygd,
        tilfelle["dato"],
        fakta=gitt.get("fakta", {}),
        konstituert_2019=tilfelle.get("konstituert_2019"),
        funksjoner=funksjoner,
    )


def _som_ord(svar: Lovsvar, regel_id: str) -> str:
    try:
        return svar.svar(regel_id)
    except LookupError:
        return "ikke_i_kraft"


def _avvik(tilfelle: Tilfelle, svar: Lovsvar) -> Iterator[str]:
    ventet = tilfelle["ventet"]
    for regel_id, ord_ in _regler(tilfelle).items():
        if (funnet := _som_ord(svar, regel_id)) != ord_:
            yield f"{regel_id}: {funnet} for {ord_}"
    if _regler(tilfelle):
        yield from (f"not raised: {a}" for a in ventet.get("aapne", ()) if a not in svar.aapne())
        mangler = svar.mangler(*_regler(tilfelle))
        yield from (f"not missing: {m}" for m in ventet.get("mangler", ()) if m not in mangler)


def test_every_story_gets_the_answer_its_title_says(tilfeller: list[Tilfelle], scenario: Bygg) -> None:
    avvik, proevd = {}, 0
    for tilfelle in (t for t in tilfeller if _regler(t)):
        svar = _svar(tilfelle, scenario)
        assert svar is not None, f"{tilfelle['id']} asks about a structure and has none"
        proevd += 1
        if feil := list(_avvik(tilfelle, svar)):
            avvik[tilfelle["id"]] = feil
    assert avvik == {}
    assert proevd >= 190


def test_the_register_holds_one_function_for_each_checked_rule_and_no_other() -> None:
    assert sorted(FUNKSJONER) == sorted(KONTROLLERT)
    assert len(FUNKSJONER) == 58
    assert len(set(FUNKSJONER.values())) == 58


def test_a_function_stands_in_the_file_of_its_concept_and_fits_in_25_lines() -> None:
    feil = []
    for regel_id, funksjon in FUNKSJONER.items():
        kode = funksjon.__code__
        linjer = {nr for _, _, nr in kode.co_lines() if nr is not None}
        fil = funksjon.__module__.rpartition(".")[2]
        if fil != KONTROLLERT[regel_id][-1].begrep or max(linjer) - min(linjer) + 1 > 25:
            feil.append(f"{regel_id} in {funksjon.__module__}")
    assert feil == []


def test_every_checked_rule_has_a_story_that_passes_and_one_that_fails(tilfeller: list[Tilfelle]) -> None:
    svar = {(r, s) for t in tilfeller for r, s in _regler(t).items()}
    assert [(r, s) for r in KONTROLLERT for s in ("holdt", "brutt") if (r, s) not in svar] == []


def _alltid(svar: str) -> Regelfunksjon:
    return lambda _k: (Utfall(svar=svar),)


@pytest.mark.parametrize("regel_id", sorted(KONTROLLERT))
def test_without_a_rules_function_a_story_fails(
    tilfeller: list[Tilfelle], scenario: Bygg, regel_id: str
) -> None:
    egne = [t for t in tilfeller if regel_id in _regler(t)]
    uten = {r: f for r, f in FUNKSJONER.items() if r != regel_id}
    varianter = {"removed": uten, **{s: {**uten, regel_id: _alltid(s)} for s in ("holdt", "brutt")}}
    for navn, funksjoner in varianter.items():
        feiler = [t["id"] for t in egne if (s := _svar(t, scenario, funksjoner)) and list(_avvik(t, s))]
        assert feiler, f"{regel_id} {navn}: no story notices"


def _endringsdager() -> Iterator[tuple[str, date]]:
    """Yield (rule, day) of every change but those of a whole Act, which has stories of its own."""
    hele_loven = {date(1993, 1, 1), BOK.tidspunkt["konstituering_2019"].dato}
    for regel_id, utgaver in KONTROLLERT.items():
        dager = {d for u in utgaver for d in (u.gyldig_fra, u.gyldig_til) if d is not None}
        yield from ((regel_id, d) for d in sorted(dager - hele_loven) if d.year >= 1993)


def test_every_amendment_has_a_story_before_and_one_after(tilfeller: list[Tilfelle]) -> None:
    spurt = {(r, t["dato"]) for t in tilfeller for r in _regler(t)}
    uten = []
    for regel_id, dag in _endringsdager():
        datoer = [d for r, d in spurt if r == regel_id]
        if not any(d < dag for d in datoer) or not any(d >= dag for d in datoer):
            uten.append(f"{regel_id} {dag}")
    assert len(list(_endringsdager())) >= 7
    assert uten == []


def test_the_acts_of_1992_and_2018_take_over_from_each_other_in_the_stories(
    tilfeller: list[Tilfelle],
) -> None:
    for skifte in (date(1993, 1, 1), BOK.tidspunkt["konstituering_2019"].dato):
        datoer = [t["dato"] for t in tilfeller if _regler(t)]
        assert any(d < skifte for d in datoer)
        assert any(d >= skifte for d in datoer)


@pytest.mark.parametrize(("fra", "dato"), STRUKTURER.items())
def test_a_base_structure_breaks_nothing(vurder: Callable[..., Lovsvar], fra: str, dato: date) -> None:
    assert [(k.regel.id, k.organ) for k in vurder(fra, dato).brudd] == []


def test_the_same_structure_gets_three_answers_on_three_days(
    tilfeller: list[Tilfelle], scenario: Bygg
) -> None:
    tre = [t for t in tilfeller if t["id"].startswith("samme_struktur_")]
    assert len({str(t["gitt"]) for t in tre}) == 1
    brudd = {t["dato"].year: {k.regel.id for k in s.brudd} for t in tre if (s := _svar(t, scenario))}
    assert brudd == {
        2005: set(),
        2020: {"KL18-23-1-MIN", "KL18-5-1-EXHAUSTIVE", "KL18-5-1-NAMES"},
        2024: {"KL18-23-1-MIN", "KL18-5-1-NAMES"},
    }


def test_every_rule_in_force_is_answered_on_any_day(vurder: Callable[..., Lovsvar]) -> None:
    for dato in (date(1990, 1, 1), date(1993, 1, 1), date(2012, 7, 1), date(2019, 10, 1), date(2026, 1, 1)):
        svar = vurder("formannskapskommune", dato)
        i_kraft = {r.id for r in BOK.gjeldende(dato, "kontrollert")}
        assert {k.regel.id for k in svar.alle() if not k.aapent} == i_kraft
        assert {svar.svar(r) for r in i_kraft} <= set(SVAR)


def test_a_receipt_says_rule_version_inputs_values_and_sources(vurder: Callable[..., Lovsvar]) -> None:
    svar = vurder("formannskapskommune", organ=[{"id": "formannskapet", "medlemmer": 4}])
    (kvittering,) = svar.brudd
    assert (kvittering.regel.id, kvittering.organ) == ("KL18-5-6-MIN", "formannskapet")
    assert kvittering.regel.gyldig_fra == date(2019, 10, 1)
    assert kvittering.inndata == {"organ.art": "formannskap", "organ.medlemmer": 4}
    assert (kvittering.utfall.maalt, kvittering.utfall.krav) == (4, 5)
    assert set(kvittering.regel.kilder) <= set(BOK.kilder)


def test_a_receipt_uses_only_what_the_rule_names_and_lacks_only_that(
    tilfeller: list[Tilfelle], scenario: Bygg
) -> None:
    feil = set()
    for tilfelle in (t for t in tilfeller if _regler(t)):
        svar = _svar(tilfelle, scenario)
        assert svar is not None
        for k in (k for k in svar.alle() if not k.aapent):
            navngitt = set(k.regel.inndata)
            if set(k.utfall.mangler) - navngitt:
                feil.add((k.regel.id, *sorted(set(k.utfall.mangler) - navngitt)))
            if k.utfall.svar == "brutt" and not k.inndata:
                feil.add((k.regel.id, "no input"))
    assert sorted(feil) == []


def test_every_finding_can_be_said_in_every_language_and_names_nobody(
    tilfeller: list[Tilfelle], scenario: Bygg
) -> None:
    tekster = [Tekst(s, n) for s in SPRAAK for n in ("kommune", "fylkeskommune")]
    funn: set[str] = set()
    for tilfelle in (t for t in tilfeller if _regler(t)):
        svar = _svar(tilfelle, scenario)
        assert svar is not None
        bygd = scenario(tilfelle["gitt"])
        assert bygd is not None
        personer = {v.person_id for v in bygd.modell.verv}
        for ett in build_lovfunn(svar):
            meldinger = [build_melding(ett, t) for t in tekster]
            assert all(meldinger)
            assert not any(set(m.replace(".", " ").replace(",", " ").split()) & personer for m in meldinger)
        funn |= {k.utfall.funn for k in svar.alle() if k.utfall.svar != "holdt"}
    skrevet = {n.removeprefix("lovsvar.funn.") for n in noekler("nb", "lovsvar") if ".funn." in n}
    assert sorted(skrevet - funn - {"ingen_aa_maale"}) == []  # each sentence is said by a story


def test_an_exceeded_permission_is_a_breach_and_a_broken_recommendation_a_warning(
    vurder: Callable[..., Lovsvar], scenario: Bygg, monkeypatch: pytest.MonkeyPatch
) -> None:
    prinsipielt = {"sakstyper": ["kultur_idrett"], "prinsipielle": True}
    for_mye = [{"fra": "kommunestyret", "til": "ordfoereren", **prinsipielt}]
    brudd = vurder("formannskapskommune", delegasjon=for_mye).brudd
    assert [(k.regel.id, k.regel.alvor) for k in brudd] == [("KL18-6-1-ORDF", "kan")]
    regel = dataclasses.replace(BOK.regel("KL18-5-6-MIN", NAA), alvor="boer")
    bok = dataclasses.replace(BOK, regler={**BOK.regler, regel.id: (regel,)})
    monkeypatch.setattr("analyse.rett.kontroll.read_regelbok", lambda _dag: bok)
    svar = vurder("formannskapskommune", organ=[{"id": "formannskapet", "medlemmer": 4}])
    assert (svar.brudd, [k.regel.id for k in svar.advarsler]) == ((), ["KL18-5-6-MIN"])


def test_what_someone_must_judge_says_who(vurder: Callable[..., Lovsvar]) -> None:
    menn = [
        {"person": f"p0{i}", "organ": "formannskapet", "rolle": "medlem", "parti": "A", "kjoenn": "M"}
        for i in range(1, 6)
    ]
    svar = vurder("liten_kommune_med_verv", verv=menn, fakta={"valgform": "avtalevalg"})
    (advarsel,) = [k for k in svar.advarsler if k.regel.id == "KL18-7-7-KJONN"]
    assert [s.noekkel for s in advarsel.setninger] == [
        "lovsvar.funn.kjoenn_mykt",
        "lov.skjoenn.saa_langt_mulig",
    ]


def test_an_open_question_comes_once_and_with_both_readings(vurder: Callable[..., Lovsvar]) -> None:
    felles = {"art": "kommunestyrekomite", "vedtaksrett": False, "velges_av": "kommunestyret"}
    komiteer = [{"id": f"k{m}", "navn": f"Komité {m}", "medlemmer": m, **felles} for m in (5, 6)]
    svar = vurder("liten_kommune_med_verv", organ=komiteer)
    assert svar.aapne() == ("komite_og_kontrollutvalg", "bare_komite", "komite_kjoenn")
    funn = next(f for f in build_lovfunn(svar) if "bare_komite" in f.setninger[0].noekkel)
    assert "Lesning A: Nei" in build_melding(funn, Tekst("nb"))
    assert "Lesning B: Ja" in build_melding(funn, Tekst("nb"))


def test_in_the_autumn_of_2019_the_answer_says_that_it_depends_on_the_constituting_meeting(
    scenario: Bygg,
) -> None:
    bygd = scenario({"fra": "kommune_1992"})
    assert bygd is not None
    dag = date(2019, 10, 14)
    uten = check_styringsmodell(bygd, dag)
    assert "konstituering_2019" in uten.aapne()
    assert [k.regel.id for k in uten.brudd] == ["KL18-23-1-MIN"]
    foer = check_styringsmodell(bygd, dag, konstituert_2019=dag + timedelta(days=1))
    assert (foer.svar("KL92-77"), foer.brudd) == ("holdt", ())


def test_the_same_question_gives_the_same_answer(vurder: Callable[..., Lovsvar]) -> None:
    assert vurder("parlamentarisk_by") == vurder("parlamentarisk_by")


def _steder(bygg: Bygg) -> Iterator[Scenario]:
    """Yield lawful places of every size: councils of 11 to 85, 200 to 700 000 inhabitants."""
    for fra, innbyggere in (
        ("formannskapskommune", (200, 5001, 20000, 60000, 700000)),
        ("parlamentarisk_by", (120000,)),
    ):
        for n in innbyggere:
            minst = BOK.verdi("kommunestyre_minstetall", NAA).trinn(n).minst
            for medlemmer in {minst, minst + 2, 49, 85} - set(range(minst)):
                gitt: dict[str, Any] = {
                    "fra": fra,
                    "kommune": {"innbyggere": n, "mandater": {"A": medlemmer}},
                    "organ": [{"id": "kommunestyret", "medlemmer": medlemmer}],
                }
                if fra == "formannskapskommune":
                    gitt["saksgang"] = [{"sakstype": s, "trinn": t} for s, t in SAKSGANGER.items()]
                    gitt["delegasjon"] = DELEGASJONER
                bygd = bygg(gitt)
                assert bygd is not None
                yield bygd


@pytest.mark.parametrize("arketype_id", sorted(read_arketyper()))
def test_an_archetype_fitted_to_a_lawful_place_breaks_nothing(scenario: Bygg, arketype_id: str) -> None:
    brudd: set[str] = set()
    antall = 0
    for sted in _steder(scenario):
        modell = build_fra_arketype(
            read_arketyper()[arketype_id],
            Sted(
                dagens=sted.modell,
                innbyggere=sted.kommune.innbyggere,
                sektor_av=read_sektorer(),
                lovbundet=read_lovbundet(),
                ord_=Tekst("nb"),
            ),
        )
        svar = check_styringsmodell(dataclasses.replace(sted, modell=modell), NAA)
        brudd |= {f"{k.regel.id} {k.organ}" for k in svar.brudd}
        antall += 1
    assert antall >= 18
    assert sorted(brudd) == []
