"""Does the difference between two structures name what changes, and nothing else?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.modell.delegasjon import Delegasjon
from analyse.modell.diff import Endring, Plassdiff, Strukturdiff, compare_modeller
from analyse.modell.organ import Organ
from analyse.modell.saksgang import Saksgang, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell


def _organ(id_: str, art: str = "utvalg", **felter: object) -> Organ:
    fast = {"id": id_, "navn": id_.capitalize(), "art": art, "medlemmer": 7, "velges_av": "kommunestyret"}
    return Organ(**fast | felter)  # type: ignore[arg-type]


RAADET = _organ("kommunestyret", "kommunestyre", velges_av="", medlemmer=35)
PLAN, DRIFT = _organ("plan"), _organ("drift")


def _modell(*organer: Organ, **felter: object) -> Styringsmodell:
    fast = {"id": "m", "navn": "M", "styreform": "formannskap", "organer": (RAADET, *organer)}
    return Styringsmodell(**fast | felter)  # type: ignore[arg-type]


def _gang(*trinn: str, sakstype: str = "plan", **felter: object) -> Saksgang:
    return Saksgang(sakstype=sakstype, trinn=tuple(map(parse_trinn, trinn)), **felter)  # type: ignore[arg-type]


def _statuser(diff: Strukturdiff) -> dict[str, str]:
    return {o.organ.id: o.status for o in diff.organer}


def test_bodies_come_go_change_and_stay() -> None:
    foer = _modell(PLAN, DRIFT, _organ("helse"))
    etter = _modell(replace(PLAN, medlemmer=9), DRIFT, _organ("kultur"))
    diff = compare_modeller(foer, etter)
    assert _statuser(diff) == {
        "kommunestyret": "uendret",
        "plan": "endret",
        "drift": "uendret",
        "kultur": "ny",
        "helse": "utgaar",
    }
    assert diff.med_status("endret")[0].endringer == (Endring(felt="medlemmer", foer=7, etter=9),)


def test_rights_elector_chair_and_meetings_are_among_what_changes() -> None:
    nytt = replace(
        PLAN,
        vedtaksrett=True,
        velges_av="drift",
        leder_parti="Ap",
        moeter_per_aar=8.0,
        valgbare="kommunestyret",
    )
    diff = compare_modeller(_modell(PLAN, DRIFT), _modell(nytt, DRIFT))
    assert {e.felt for e in diff.med_status("endret")[0].endringer} == {
        "vedtaksrett",
        "velges_av",
        "leder_parti",
        "moeter_per_aar",
        "valgbare",
    }


def test_the_council_is_the_same_body_whatever_it_is_called() -> None:
    ting = replace(RAADET, id="tinget", navn="Tinget", medlemmer=27)
    etter = Styringsmodell(
        id="n", navn="N", styreform="formannskap", organer=(ting, replace(PLAN, velges_av="tinget"))
    )
    diff = compare_modeller(_modell(PLAN), etter)
    assert _statuser(diff) == {"tinget": "endret", "plan": "uendret"}  # its elector only changed its id
    assert diff.plasser == (Plassdiff(organ_id="tinget", foer=35, etter=27),)


def test_a_body_with_the_same_name_is_the_same_but_two_of_a_name_are_not_guessed_at() -> None:
    a = _organ("a", navn="Planutvalget")
    assert _statuser(compare_modeller(_modell(a), _modell(replace(a, id="b", navn="planutvalget ")))) == {
        "kommunestyret": "uendret",
        "b": "endret",
    }
    to = (replace(a, id="b"), replace(a, id="c"))
    assert set(_statuser(compare_modeller(_modell(a), _modell(*to))).values()) == {"uendret", "ny", "utgaar"}


def test_seats_are_told_where_they_change_and_summed_where_all_are_known() -> None:
    diff = compare_modeller(_modell(PLAN), _modell(DRIFT, _organ("etat", "etat", medlemmer=3)))
    assert diff.plasser == (
        Plassdiff(organ_id="drift", foer=0, etter=7),
        Plassdiff(organ_id="plan", foer=7, etter=0),
    )
    assert diff.plasser_i_alt == Plassdiff(organ_id="", foer=42, etter=42)
    ukjent = compare_modeller(_modell(PLAN), _modell(replace(PLAN, medlemmer=None)))
    assert (ukjent.plasser[0].endring, ukjent.plasser_i_alt) == (None, None)


def test_delegations_come_and_go_and_the_order_of_case_types_is_nothing() -> None:
    gammel = Delegasjon(fra="kommunestyret", til="plan", sakstyper=("a", "b"))
    ny = Delegasjon(fra="kommunestyret", til="plan", sakstyper=("alle",))
    snudd = replace(gammel, sakstyper=("b", "a"))
    foer = _modell(PLAN, delegasjoner=(gammel,))
    assert compare_modeller(foer, _modell(PLAN, delegasjoner=(snudd,))).delegasjoner == ()
    diff = compare_modeller(foer, _modell(PLAN, delegasjoner=(ny,)))
    assert [(d.status, d.delegasjon) for d in diff.delegasjoner] == [("ny", ny), ("utgaar", gammel)]


def test_a_route_is_compared_step_by_step() -> None:
    foer = _modell(PLAN, DRIFT, saksganger=(_gang("plan:innstiller", "kommunestyret:vedtar"),))
    etter = _modell(
        PLAN, DRIFT, saksganger=(_gang("plan:innstiller", "drift:innstiller", "kommunestyret:vedtar"),)
    )
    (gang,) = compare_modeller(foer, etter).saksganger
    assert gang.status == "endret"
    assert [(t.status, t.trinn[0].organ_id) for t in gang.trinn] == [
        ("uendret", "plan"),
        ("ny", "drift"),
        ("uendret", "kommunestyret"),
    ]


def test_acts_side_by_side_have_no_order_and_a_share_that_changes_is_told() -> None:
    foer = _modell(PLAN, DRIFT, saksganger=(_gang("plan:uttaler + drift:uttaler", "kommunestyret:vedtar"),))
    snudd = _gang("drift:uttaler + plan:uttaler", "kommunestyret:vedtar")
    assert compare_modeller(foer, _modell(PLAN, DRIFT, saksganger=(snudd,))).saksganger[0].status == "uendret"
    andel = compare_modeller(foer, _modell(PLAN, DRIFT, saksganger=(replace(snudd, andel=0.5),)))
    assert andel.saksganger[0].endringer == (Endring(felt="andel", foer=1.0, etter=0.5),)


def test_routes_of_one_type_meet_their_like_and_case_types_come_and_go() -> None:
    rask, lang = _gang("plan:vedtar", andel=0.4), _gang("plan:innstiller", "kommunestyret:vedtar", andel=0.6)
    foer = _modell(PLAN, saksganger=(rask, lang))
    etter = _modell(PLAN, saksganger=(lang, rask, _gang("plan:vedtar", sakstype="ny")))
    diff = compare_modeller(foer, etter)
    assert [(s.sakstype, s.status) for s in diff.saksganger] == [
        ("plan", "uendret"),
        ("plan", "uendret"),
        ("ny", "ny"),
    ]
    assert compare_modeller(etter, foer).saksganger[-1].status == "utgaar"


def test_the_structures_own_facts_are_compared() -> None:
    etter = _modell(PLAN, styreform="parlamentarisme", sekretariat="delt")
    assert {e.felt for e in compare_modeller(_modell(PLAN), etter).egenskaper} == {"styreform", "sekretariat"}


@st.composite
def modeller(draw: st.DrawFn) -> Styringsmodell:
    ider = draw(st.lists(st.sampled_from(["plan", "drift", "helse", "kultur"]), unique=True))
    organer = [_organ(i, medlemmer=draw(st.sampled_from([5, 7, None]))) for i in ider]
    ganger = [
        _gang(f"{i}:innstiller", "kommunestyret:vedtar", sakstype=i) for i in ider if draw(st.booleans())
    ]
    return _modell(*organer, saksganger=tuple(ganger))


@given(modeller(), modeller())
def test_what_comes_one_way_goes_the_other(a: Styringsmodell, b: Styringsmodell) -> None:
    fram, tilbake = compare_modeller(a, b), compare_modeller(b, a)
    assert {o.organ.id for o in fram.med_status("ny")} == {o.organ.id for o in tilbake.med_status("utgaar")}
    assert {p.organ_id: (p.foer, p.etter) for p in fram.plasser} == {
        p.organ_id: (p.etter, p.foer) for p in tilbake.plasser
    }


@given(modeller())
def test_a_structure_does_not_differ_from_itself(modell: Styringsmodell) -> None:
    diff = compare_modeller(modell, modell)
    assert {o.status for o in diff.organer} == {"uendret"}
    assert (diff.plasser, diff.delegasjoner, diff.egenskaper) == ((), (), ())
    assert all(s.status == "uendret" for s in diff.saksganger)


@pytest.mark.parametrize("felt", ["medlemmer", "navn"])
def test_every_change_names_its_fact_once(felt: str) -> None:
    endret = replace(PLAN, **{felt: 3 if felt == "medlemmer" else "Annet"})
    (organ,) = compare_modeller(_modell(PLAN), _modell(endret)).med_status("endret")
    assert [e.felt for e in organ.endringer] == [felt]
