"""Routes and delegations under an archetype: steps replaced, left out, put in, heard; the law's own step."""

from __future__ import annotations

from dataclasses import replace

from analyse.modell.arketype import Arketype, Gruppe, Organmal
from analyse.modell.delegasjon import Delegasjon
from analyse.modell.organ import Organ
from analyse.modell.saksgang import Saksgang, format_trinn, parse_trinn
from analyse.modell.saksgangsbytte import Plan, build_delegasjoner, with_ny_saksgang
from analyse.modell.styringsmodell import Styringsmodell

SEKTORER = {"reguleringsplan": "plan", "skole": "oppvekst"}
ARKETYPE = Arketype(
    id="hu",
    styreform="formannskap",
    kilde="Lov",
    tillit="egen_utforming",
    rekkefoelge=1,
    fjern=("utvalg",),
    organer=(),
    erstatt={"innstiller": "{hu}:innstiller", "vedtar": "{hu}:vedtar"},
)


def _organ(id_: str, art: str, *sektor: str) -> Organ:
    velges_av = "" if art == "kommunestyre" else "ks"
    return Organ(id=id_, navn=id_, art=art, medlemmer=7, velges_av=velges_av, sektor=sektor)


KS, FSK, RAAD = _organ("ks", "kommunestyre"), _organ("fsk", "formannskap"), _organ("raad", "kommuneraad")
DAGENS = Styringsmodell(
    id="dagens",
    navn="Dagens",
    styreform="formannskap",
    organer=(
        KS, FSK, _organ("plan", "utvalg", "plan"), _organ("skole", "utvalg", "oppvekst", "helse"),
        _organ("eldre", "eldreraad"),
    ),
)  # fmt: skip
STYRT = replace(DAGENS, styreform="parlamentarisme", organer=(KS, RAAD, _organ("fin", "kommunestyrekomite")))
DEL = Organmal(
    id="del", art="kommunedelsutvalg", valgbare="alle", vedtaksrett=False, minst=1, mest=1, medlemmer=7,
    inndelinger={1: (Gruppe(noekkel="en", sektorer=()),)},
)  # fmt: skip
NYE = {"hu": (_organ("hu_plan", "utvalg", "plan"), _organ("hu_folk", "utvalg", "oppvekst", "helse"))}


def _saksgang(sakstype: str, *trinn: str, **felter: object) -> Saksgang:
    return Saksgang(sakstype=sakstype, trinn=tuple(map(parse_trinn, trinn)), **felter)  # type: ignore[arg-type]


def _plan(arketype: Arketype = ARKETYPE, dagens: Styringsmodell = DAGENS, **felter: object) -> Plan:
    borte = frozenset(o.id for o in dagens.av_art(*arketype.fjern))
    fast = {
        "arketype": arketype,
        "dagens": dagens,
        "fjernet": borte,
        "nye": NYE,
        "igjen": tuple(o for o in dagens.organer if o.id not in borte),
        "sektor_av": SEKTORER,
        "lovbundet": {"budsjett": "formannskap"},
        "uten_saker": False,
    }
    return Plan(**fast | felter)  # type: ignore[arg-type]


def _rute(plan: Plan, *trinn: str, sakstype: str = "skole", **felter: object) -> list[str]:
    return [format_trinn(t) for t in with_ny_saksgang(_saksgang(sakstype, *trinn, **felter), plan).trinn]


def test_a_step_left_out_goes_where_a_new_body_recommends_and_never_where_the_law_has_it() -> None:
    plan = _plan(replace(ARKETYPE, sloeyf=("formannskap:innstiller",)))
    assert _rute(plan, "skole:innstiller", "fsk:innstiller", "ks:vedtar") == [
        "hu_folk:innstiller",
        "ks:vedtar",
    ]
    assert _rute(plan, "fsk:innstiller", "ks:vedtar") == ["fsk:innstiller", "ks:vedtar"]
    assert _rute(plan, "plan:innstiller", "fsk:innstiller", "ks:vedtar", sakstype="budsjett") == [
        "hu_plan:innstiller",
        "fsk:innstiller",
        "ks:vedtar",
    ]


def test_a_last_step_is_put_before_the_councils_decision_once_and_only_after_a_new_body() -> None:
    plan = _plan(replace(ARKETYPE, sist="formannskap:innstiller"))
    ventet = ["hu_folk:innstiller", "fsk:innstiller", "ks:vedtar"]
    assert _rute(plan, "skole:innstiller", "ks:vedtar") == ventet
    assert _rute(plan, "skole:innstiller", "fsk:innstiller", "ks:vedtar") == ventet
    assert _rute(plan, "eldre:uttaler", "ks:vedtar") == ["eldre:uttaler", "ks:vedtar"]
    assert _rute(plan, "skole:vedtar") == ["hu_folk:vedtar"]


def test_a_government_recommends_before_the_committee_and_has_the_first_of_two_readings() -> None:
    plan = _plan(replace(ARKETYPE, foerst="{raad}:innstiller"), nye={**NYE, "raad": (RAAD,)})
    assert _rute(plan, "eldre:uttaler", "skole:innstiller", "ks:vedtar") == [
        "eldre:uttaler",
        "raad:innstiller",
        "hu_folk:innstiller",
        "ks:vedtar",
    ]
    to_ganger = _saksgang(
        "skole", "skole:innstiller", "skole:innstiller", "ks:vedtar", opphold_dager=(42, 0, 0)
    )
    ny = with_ny_saksgang(to_ganger, plan)
    assert [format_trinn(t) for t in ny.trinn] == ["raad:innstiller", "hu_folk:innstiller", "ks:vedtar"]
    assert ny.opphold_dager == (42, 0, 0)


def test_the_recommendation_that_is_formannskapets_by_law_comes_back_with_it() -> None:
    """From parlamentarisme: the government recommended the budget, 14 days before the decision."""
    plan = _plan(replace(ARKETYPE, fjern=("kommuneraad", "kommunestyrekomite")), STYRT, igjen=(KS, FSK))
    budsjett = _saksgang(
        "budsjett", "raad:innstiller", "fin:innstiller", "ks:vedtar", opphold_dager=(0, 14, 0)
    )
    ny = with_ny_saksgang(budsjett, plan)
    assert [format_trinn(t) for t in ny.trinn] == ["fsk:innstiller", "ks:vedtar"]
    assert ny.opphold_dager == (14, 0)
    borte = _plan(replace(ARKETYPE, fjern=("formannskap",)), igjen=(KS, FSK))
    gang = _saksgang("budsjett", "fsk:innstiller", "ks:vedtar", opphold_dager=(14, 0))
    ny = with_ny_saksgang(gang, borte)
    assert [format_trinn(t) for t in ny.trinn] == ["hu_plan:innstiller", "fsk:innstiller", "ks:vedtar"]
    assert ny.opphold_dager == (0, 14, 0)


def test_no_step_is_invented_where_today_lacks_the_laws_recommendation_or_no_formannskap_is_left() -> None:
    uten = ("plan:innstiller", "ks:vedtar")
    assert _rute(_plan(), *uten, sakstype="budsjett") == ["hu_plan:innstiller", "ks:vedtar"]
    plan = _plan(replace(ARKETYPE, fjern=("formannskap",)))
    assert _rute(plan, "fsk:innstiller", "ks:vedtar", sakstype="budsjett") == [
        "hu_plan:innstiller",
        "ks:vedtar",
    ]


def test_what_the_government_did_without_a_sector_is_formannskapets_and_the_rest_the_committees() -> None:
    plan = _plan(replace(ARKETYPE, fjern=("kommuneraad",)), STYRT, igjen=(KS, FSK))
    assert _rute(plan, "raad:vedtar", sakstype="eierskap") == ["fsk:vedtar"]
    assert _rute(plan, "raad:vedtar", sakstype="skole") == ["hu_folk:vedtar"]


def test_a_case_type_without_a_sector_follows_the_sectors_of_the_body_that_goes() -> None:
    assert _rute(_plan(), "skole:innstiller", "ks:vedtar", sakstype="budsjett")[0] == "hu_folk:innstiller"
    assert _rute(_plan(), "plan:innstiller", "ks:vedtar", sakstype="budsjett")[0] == "hu_plan:innstiller"
    assert _rute(_plan(), "plan:innstiller", "ks:vedtar", sakstype="skole")[0] == "hu_folk:innstiller"


def test_a_delegation_follows_its_case_types_and_is_divided_where_they_part() -> None:
    dagens = replace(
        DAGENS,
        delegasjoner=(
            Delegasjon(fra="ks", til="skole", sakstyper=("alle",)),
            Delegasjon(fra="ks", til="plan", sakstyper=("reguleringsplan", "skole")),
            Delegasjon(fra="plan", til="skole", sakstyper=("skole",)),
        ),
    )
    assert [(d.fra, d.til, d.sakstyper) for d in build_delegasjoner(_plan(dagens=dagens))] == [
        ("ks", "hu_folk", ("alle",)),
        ("ks", "hu_plan", ("reguleringsplan",)),
        ("ks", "hu_folk", ("skole",)),
    ]


def test_bodies_without_a_case_of_today_take_over_by_sector_also_what_is_delegated() -> None:
    overtar = replace(ARKETYPE, overtar={"formannskap": ("innstiller", "vedtar")})
    bare_fsk = replace(
        DAGENS,
        organer=(KS, FSK),
        delegasjoner=(Delegasjon(fra="ks", til="fsk", sakstyper=("skole", "eierskap")),),
    )
    plan = _plan(overtar, bare_fsk, uten_saker=True)
    assert _rute(plan, "fsk:innstiller", "ks:vedtar") == ["hu_folk:innstiller", "ks:vedtar"]
    assert _rute(plan, "fsk:vedtar") == ["hu_folk:vedtar"]
    assert _rute(plan, "fsk:vedtar", sakstype="eierskap") == ["fsk:vedtar"]
    assert [(d.til, d.sakstyper) for d in build_delegasjoner(plan)] == [
        ("hu_folk", ("skole",)),
        ("fsk", ("eierskap",)),
    ]


def test_what_is_laid_on_top_is_heard_first_in_its_sectors_where_the_council_decides() -> None:
    deler = (_organ("nord", "kommunedelsutvalg"), _organ("soer", "kommunedelsutvalg"))
    mal = replace(ARKETYPE, fjern=(), erstatt={}, overbygning=True, hoeres_i=("plan",), organer=(DEL,))
    plan = _plan(mal, nye={"del": deler})
    hoert = ["nord:uttaler + soer:uttaler", "plan:innstiller", "ks:vedtar"]
    assert _rute(plan, "plan:innstiller", "ks:vedtar", sakstype="reguleringsplan") == hoert
    assert _rute(plan, "plan:vedtar", sakstype="reguleringsplan") == ["plan:vedtar"]
    assert _rute(plan, "skole:innstiller", "ks:vedtar") == ["skole:innstiller", "ks:vedtar"]
    med = replace(DAGENS, organer=(*DAGENS.organer, *deler))
    igjen = _plan(mal, med, nye={"del": deler})
    assert _rute(igjen, *hoert, sakstype="reguleringsplan") == hoert
