"""Does every calculated rule answer as its stories say, and is each story needed?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from analyse.modell.scenario import Scenario
from analyse.rett.beregning import Beregner, beregner, build_regnesvar, read_beregnere
from analyse.rett.regelbok import Regelbok, read_regelbok
from analyse.rett.regning import Regnesvar, Spoersmaal

BOK = read_regelbok()
BEREGNET = {i: u for i, u in BOK.regler.items() if u[-1].slag == "beregnet"}
BEGYNNELSER = {date(1993, 1, 1), BOK.tidspunkt["konstituering_2019"].dato}
Bygg = Callable[[Mapping[str, Any]], Scenario | None]
Tilfelle = Mapping[str, Any]


def _spoersmaal(tilfelle: Tilfelle, scenario: Bygg) -> Spoersmaal:
    gitt = tilfelle.get("gitt", {})
    return Spoersmaal(
        dato=tilfelle["dato"],
        fakta=gitt.get("fakta", {}),
        scenario=scenario(gitt),
        om=gitt.get("om", ""),
    )


def _bok(tilfelle: Tilfelle) -> Regelbok:
    return read_regelbok(tilfelle.get("konstituert_2019"))


def _ventet(tilfelle: Tilfelle) -> dict[str, str | None]:
    """Return what the story expects of each calculated rule; None where only the result is told."""
    ventet = tilfelle["ventet"]
    regler = {**dict.fromkeys(ventet.get("regnet", {})), **ventet.get("regler", {})}
    return {i: svar for i, svar in regler.items() if i in BEREGNET and svar != "ikke_i_kraft"}


def _liste(verdi: object) -> object:
    """Return what a rule came to as a story writes it: rows as lists."""
    if isinstance(verdi, Mapping):
        return {k: _liste(v) for k, v in verdi.items()}
    return [_liste(v) for v in verdi] if isinstance(verdi, tuple | list) else verdi


def _avvik(
    tilfelle: Tilfelle, scenario: Bygg, beregnere: Mapping[str, Beregner] | None = None
) -> Iterator[str]:
    """Yield how the answers differ from what the story expects."""
    ventet, spoersmaal = tilfelle["ventet"], _spoersmaal(tilfelle, scenario)
    svarene = {i: build_regnesvar(_bok(tilfelle), i, spoersmaal, beregnere) for i in _ventet(tilfelle)}
    for regel_id, ventet_svar in _ventet(tilfelle).items():
        if ventet_svar is not None and svarene[regel_id].svar != ventet_svar:
            yield f"{regel_id}: {svarene[regel_id].svar}, expected {ventet_svar}"
        if regel_id in ventet.get("regnet", {}):
            funnet = _liste(svarene[regel_id].regnet)
            if funnet != ventet["regnet"][regel_id]:
                yield f"{regel_id}: came to {funnet}, expected {ventet['regnet'][regel_id]}"
    mangler = {m for s in svarene.values() for m in s.mangler}
    if set(ventet.get("mangler", ())) - mangler:
        yield f"missing: {sorted(mangler)}, expected {ventet['mangler']}"
    if svarene and set(_ventet(tilfelle)) == set(ventet.get("regler", ())):
        aapne = {a.id for s in svarene.values() for a in s.aapne}
        if set(ventet.get("aapne", ())) - aapne:
            yield f"open: {sorted(aapne)}, expected {ventet['aapne']}"


def test_every_calculated_rule_has_its_function_and_no_other_rule_has_one() -> None:
    assert set(read_beregnere()) == set(BEREGNET)
    assert len(BEREGNET) == 72


def test_every_story_about_a_calculated_rule_is_answered_as_told(
    tilfeller: list[dict[str, Any]], scenario: Bygg
) -> None:
    proevde = [t for t in tilfeller if _ventet(t)]
    assert [f"{t['id']}: {a}" for t in proevde for a in _avvik(t, scenario)] == []
    assert len(proevde) > 200


def test_every_calculated_rule_has_stories_with_two_different_answers(
    tilfeller: list[dict[str, Any]], scenario: Bygg
) -> None:
    """Most have one that passes and one that fails; a settlement has two results, or one it cannot give."""
    svar: dict[str, set[str]] = {i: set() for i in BEREGNET}
    for tilfelle in tilfeller:
        for regel_id in _ventet(tilfelle):
            funnet = build_regnesvar(_bok(tilfelle), regel_id, _spoersmaal(tilfelle, scenario))
            svar[regel_id].add(f"{funnet.svar} {_liste(funnet.regnet) if funnet.svar == 'holdt' else ''}")
    assert sorted(i for i, s in svar.items() if len(s) < 2) == []


def _grenser() -> Iterator[tuple[str, str, date]]:
    """Yield every amendment: the rule before and the rule after (the same, or its successor), and the day."""
    for regel_id, utgaver in BEREGNET.items():
        yield from ((regel_id, regel_id, ny.gyldig_fra) for _, ny in pairwise(utgaver))
        if utgaver[0].gyldig_fra not in BEGYNNELSER:
            yield regel_id, regel_id, utgaver[0].gyldig_fra
        forgjengere = [f for f in utgaver[0].forgjengere if f in BEREGNET]
        yield from ((f, regel_id, utgaver[0].gyldig_fra) for f in forgjengere)


def test_every_amendment_has_a_story_before_and_one_after(tilfeller: list[dict[str, Any]]) -> None:
    datoer: dict[str, set[date]] = {i: set() for i in BEREGNET}
    for tilfelle in tilfeller:
        for regel_id in {**tilfelle["ventet"].get("regler", {}), **tilfelle["ventet"].get("regnet", {})}:
            datoer.setdefault(regel_id, set()).add(tilfelle["dato"])
    mangler = [
        f"{foer} → {etter} {dagen}"
        for foer, etter, dagen in _grenser()
        if not (any(d < dagen for d in datoer[foer]) and any(d >= dagen for d in datoer[etter]))
    ]
    assert mangler == []
    assert len(list(_grenser())) >= 20


def _svarer_ingenting(_: object) -> None:
    """Calculate nothing: what a rule is without its function."""


@pytest.mark.parametrize("regel_id", sorted(BEREGNET))
def test_without_its_function_a_rules_stories_fail(
    regel_id: str, tilfeller: list[dict[str, Any]], scenario: Bygg
) -> None:
    uten = {**read_beregnere(), regel_id: _svarer_ingenting}
    om_regelen = [t for t in tilfeller if regel_id in _ventet(t)]
    assert any(list(_avvik(t, scenario, uten)) for t in om_regelen)


def _inndata_brukt(svar: Regnesvar) -> set[str]:
    return {*svar.kvittering.inndata, *svar.mangler}


def test_a_rule_asks_for_what_the_register_says_it_needs_and_for_nothing_else(
    tilfeller: list[dict[str, Any]], scenario: Bygg
) -> None:
    brukt: dict[str, set[str]] = {i: set() for i in BEREGNET}
    for tilfelle in tilfeller:
        for regel_id in _ventet(tilfelle):
            full = _spoersmaal(tilfelle, scenario)
            svar = build_regnesvar(_bok(tilfelle), regel_id, full)
            brukt[regel_id] |= _inndata_brukt(svar)
            tom = Spoersmaal(dato=full.dato)
            brukt[regel_id] |= _inndata_brukt(build_regnesvar(_bok(tilfelle), regel_id, tom))
    sagt = {i: {n for r in u for n in r.inndata} for i, u in BEREGNET.items()}
    assert {i: sorted(b ^ sagt[i]) for i, b in brukt.items() if b != sagt[i]} == {}


def test_a_missing_fact_makes_no_answer_but_says_what_is_missing(
    tilfeller: list[dict[str, Any]], scenario: Bygg
) -> None:
    """Take each fact away in turn: an answer may stand or be `ikke_vurdert`; it never turns to the other."""
    snudd = []
    for tilfelle in tilfeller:
        for regel_id in _ventet(tilfelle):
            full = _spoersmaal(tilfelle, scenario)
            svar = build_regnesvar(_bok(tilfelle), regel_id, full)
            for navn in full.fakta:
                rest = {k: v for k, v in full.fakta.items() if k != navn}
                uten = Spoersmaal(dato=full.dato, fakta=rest, scenario=full.scenario, om=full.om)
                nytt = build_regnesvar(_bok(tilfelle), regel_id, uten)
                if nytt.svar not in (svar.svar, "ikke_vurdert"):
                    snudd.append(f"{tilfelle['id']} {regel_id} without {navn}: {nytt.svar}")
                if nytt.svar == "ikke_vurdert" and not (nytt.mangler or nytt.skjoenn):
                    snudd.append(f"{tilfelle['id']} {regel_id} without {navn}: nothing is said to be missing")
    assert snudd == []


def test_every_figure_of_the_receipt_is_one_the_rule_names(
    tilfeller: list[dict[str, Any]], scenario: Bygg
) -> None:
    fremmede = set()
    for tilfelle in tilfeller:
        for regel_id in _ventet(tilfelle):
            svar = build_regnesvar(_bok(tilfelle), regel_id, _spoersmaal(tilfelle, scenario))
            brukt = {p.verdi for p in svar.kvittering.proever if p.verdi}
            fremmede |= {f"{regel_id}: {v}" for v in brukt - set(svar.kvittering.regel.verdier)}
    assert fremmede == set()


def test_the_receipt_names_the_version_the_inputs_the_values_and_the_source() -> None:
    fakta = {"valgaar": 2027, "vedtaksdato": date(2027, 1, 28)}
    svar = build_regnesvar(BOK, "KL18-5-5-CHANGE", Spoersmaal(dato=date(2027, 2, 1), fakta=fakta))
    kvittering = svar.kvittering
    assert (kvittering.regel.id, kvittering.regel.paragraf) == ("KL18-5-5-CHANGE", "§ 5-5 (4)")
    assert kvittering.regel.gyldig_fra == date(2019, 10, 1)
    assert kvittering.inndata == {"fakta.valgaar": 2027, "fakta.vedtaksdato": date(2027, 1, 28)}
    (proeve,) = kvittering.proever
    assert (proeve.maalt, proeve.grense, proeve.krav) == (date(2027, 1, 28), "hoeyst", date(2026, 12, 31))
    assert proeve.verdi == "medlemstall_frist"
    assert kvittering.regel.kilder == ("kommuneloven_2018",)


def test_in_the_autumn_of_2019_the_receipt_says_that_the_act_depends_on_the_councils_own_day() -> None:
    for dato, usikker in ((date(2019, 10, 15), True), (date(2020, 1, 1), False)):
        svar = build_regnesvar(BOK, "KL18-7-5-AVST", Spoersmaal(dato=dato))
        assert svar.kvittering.usikker_overgang is usikker


def test_a_rule_that_is_not_in_force_on_the_day_is_not_answered() -> None:
    dagen_foer = BEREGNET["KL18-IKS-6"][0].gyldig_fra - timedelta(days=1)
    with pytest.raises(LookupError, match="not in force"):
        build_regnesvar(BOK, "KL18-IKS-6", Spoersmaal(dato=dagen_foer))


def test_a_rule_cannot_have_two_functions() -> None:
    read_beregnere()
    with pytest.raises(ValueError, match="calculated twice"):
        beregner("KL18-IKS-6")(_svarer_ingenting)
