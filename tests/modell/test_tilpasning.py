"""An archetype fitted to a place: what goes, what comes, how routes and delegations move, what is assumed.

A small structure and a small archetype of the test's own; the shipped ones are tested where they are read.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.modell.arketype import Arketype, Figurtall, Gruppe, Organmal, Tilbys
from analyse.modell.delegasjon import Delegasjon
from analyse.modell.organ import Opplysning, Organ
from analyse.modell.saksgang import Saksgang, format_trinn, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.tilpasning import Sted, build_fra_arketype
from analyse.modell.verv import Verv

SEKTORER = {"reguleringsplan": "plan", "skole": "oppvekst"}
ARKETYPE = Arketype(
    id="komite",
    styreform="formannskap",
    kilde="Lov",
    tillit="egen_utforming",
    rekkefoelge=1,
    fjern=("utvalg",),
    organer=(
        Organmal(
            id="komite",
            art="kommunestyrekomite",
            valgbare="kommunestyret",
            vedtaksrett=False,
            medlemmer_per_organ=10,
            deler_kommunestyret=True,
            minst=1,
            mest=2,
            inndelinger={
                1: (Gruppe(noekkel="alt", sektorer=("plan", "oppvekst")),),
                2: (
                    Gruppe(noekkel="plan", sektorer=("plan",)),
                    Gruppe(noekkel="folk", sektorer=("oppvekst",)),
                ),
            },
            figurer={"moeter_per_aar": "kommunestyre", "moetetid_timer": "fjernede"},
        ),
    ),
    erstatt={"innstiller": "{komite}:innstiller", "vedtar": "formannskap:vedtar"},
)


def _organ(id_: str, art: str, velges_av: str = "ks", **felter: object) -> Organ:
    fast = {"id": id_, "navn": id_, "art": art, "medlemmer": 7, "velges_av": velges_av}
    return Organ(**fast | felter)  # type: ignore[arg-type]


def _saksgang(sakstype: str, *trinn: str, **felter: object) -> Saksgang:
    return Saksgang(sakstype=sakstype, trinn=tuple(map(parse_trinn, trinn)), **felter)  # type: ignore[arg-type]


DAGENS = Styringsmodell(
    id="dagens",
    navn="Dagens",
    styreform="formannskap",
    organer=(
        _organ("ks", "kommunestyre", "", medlemmer=21, moeter_per_aar=9),
        _organ("fsk", "formannskap"),
        _organ(
            "plan", "utvalg", moetetid_timer=2, opplysninger={"moetetid_timer": Opplysning(lav=1, hoey=3)}
        ),
        _organ("skole", "utvalg", moetetid_timer=4),
        _organ("au", "arbeidsutvalg", "plan"),
        _organ("eldre", "eldreraad"),
    ),
    verv=(Verv(organ_id="plan", person_id="p01"),),
    delegasjoner=(
        Delegasjon(fra="ks", til="plan", sakstyper=("reguleringsplan",)),
        Delegasjon(fra="ks", til="fsk", sakstyper=("bevilling",)),
        Delegasjon(fra="fsk", til="skole", sakstyper=("skole",)),
    ),
    saksganger=(
        _saksgang("reguleringsplan", "eldre:uttaler + plan:innstiller", "ks:vedtar", innstiller_reelt="plan"),
        _saksgang("skole", "skole:innstiller + plan:innstiller", "fsk:innstiller", "ks:vedtar"),
        _saksgang("annet", "plan:vedtar"),
        _saksgang("klage", "plan:klagebehandler", "fsk:vedtar"),
    ),
    sekretariat="samlet",
)


def _ord(noekkel: str, **felter: object) -> str:
    return f"<{noekkel}>"


def _bygg(
    arketype: Arketype = ARKETYPE,
    dagens: Styringsmodell = DAGENS,
    *,
    innbyggere: int = 9000,
    lovbundet: dict[str, str] | None = None,
) -> Styringsmodell:
    sted = Sted(
        dagens=dagens, innbyggere=innbyggere, sektor_av=SEKTORER, lovbundet=lovbundet or {}, ord_=_ord
    )
    return build_fra_arketype(arketype, sted)


@pytest.fixture
def komite() -> Styringsmodell:
    """The archetype in the small municipality."""
    return _bygg()


def test_the_kinds_that_go_are_gone_and_the_new_bodies_stand_after_the_executive(
    komite: Styringsmodell,
) -> None:
    assert [o.id for o in komite.organer] == ["ks", "fsk", "komite_plan", "komite_folk", "au", "eldre"]
    assert (komite.id, komite.navn, komite.sekretariat) == ("komite", "<modell.komite.navn>", "samlet")


def test_a_body_elected_by_one_that_goes_is_elected_by_the_council(komite: Styringsmodell) -> None:
    assert komite.organ("au").velges_av == "ks"


def test_the_members_of_the_council_are_divided_as_evenly_as_whole_persons_allow(
    komite: Styringsmodell,
) -> None:
    assert [komite.organ(k).medlemmer for k in ("komite_plan", "komite_folk")] == [11, 10]


@pytest.mark.parametrize(("medlemmer", "antall"), [(None, 1), (3, 1), (10, 1), (16, 2), (85, 2)])
def test_the_number_of_bodies_follows_the_councils_size_within_its_bounds(
    medlemmer: int | None, antall: int
) -> None:
    dagens = DAGENS.with_organ(replace(DAGENS.kommunestyret, medlemmer=medlemmer))
    nye = _bygg(ARKETYPE, dagens).av_art("kommunestyrekomite")
    assert len(nye) == antall
    assert [o.medlemmer is None for o in nye] == [medlemmer is None] * antall


def test_a_figure_taken_over_is_assumed_and_shares_the_uncertainty_it_came_from(
    komite: Styringsmodell,
) -> None:
    ny = komite.organ("komite_plan")
    assert (ny.moeter_per_aar, ny.grunnlag("moeter_per_aar")) == (9, "forutsatt")
    assert ny.trekknoekkel("moeter_per_aar") == "ks.moeter_per_aar"
    anslag = ny.anslag("moetetid_timer")
    assert anslag is not None
    assert (anslag.lav, anslag.sentral, anslag.hoey) == (2.5, 3, 3.5)
    assert anslag.kilde == "<modell.antatt_som.fjernede>"
    assert ny.papirer_dager_foer is None


def test_a_figure_that_nobody_gave_is_not_invented() -> None:
    uten = DAGENS.with_organ(replace(DAGENS.kommunestyret, moeter_per_aar=None))
    ny = _bygg(ARKETYPE, uten).organ("komite_plan")
    assert (ny.moeter_per_aar, "moeter_per_aar" in ny.opplysninger) == (None, False)


def test_a_figure_from_a_body_that_follows_another_is_drawn_under_the_others_key() -> None:
    foelger = {"moetetid_timer": Opplysning(lav=1, hoey=3, foelger="ks")}
    dagens = DAGENS.with_organ(replace(DAGENS.organ("plan"), opplysninger=foelger))
    ny = _bygg(ARKETYPE, dagens).organ("komite_plan")
    assert ny.trekknoekkel("moetetid_timer") == "ks.moetetid_timer"


def test_routes_are_todays_with_the_bodies_that_go_replaced_by_sector(komite: Styringsmodell) -> None:
    ruter = {s.sakstype: [format_trinn(t) for t in s.trinn] for s in komite.saksganger}
    assert ruter == {
        "reguleringsplan": ["eldre:uttaler + komite_plan:innstiller", "ks:vedtar"],
        "skole": ["komite_folk:innstiller", "fsk:innstiller", "ks:vedtar"],
        "annet": ["fsk:vedtar"],
        "klage": ["ks:klagebehandler", "fsk:vedtar"],
    }


def test_who_really_recommends_is_unknown_where_it_was_a_body_that_goes(komite: Styringsmodell) -> None:
    assert komite.saksganger[0].innstiller_reelt == ""


def test_delegations_go_to_the_body_that_decides_instead_and_vanish_within_one_body(
    komite: Styringsmodell,
) -> None:
    assert [(d.fra, d.til, d.sakstyper) for d in komite.delegasjoner] == [
        ("ks", "fsk", ("reguleringsplan",)),
        ("ks", "fsk", ("bevilling",)),
    ]


def test_who_sits_where_is_not_carried_over(komite: Styringsmodell) -> None:
    assert komite.verv == ()


def test_todays_structure_is_left_as_it_was(komite: Styringsmodell) -> None:
    assert [o.id for o in DAGENS.organer] == ["ks", "fsk", "plan", "skole", "au", "eldre"]
    assert komite is not DAGENS


@given(medlemmer=st.integers(1, 85))
def test_the_new_bodies_take_exactly_the_members_of_the_council(medlemmer: int) -> None:
    dagens = DAGENS.with_organ(replace(DAGENS.kommunestyret, medlemmer=medlemmer))
    nye = _bygg(ARKETYPE, dagens).av_art("kommunestyrekomite")
    stoerrelser = [o.medlemmer or 0 for o in nye]
    assert sum(stoerrelser) == medlemmer
    assert max(stoerrelser) - min(stoerrelser) <= 1


def _tilpass(*saksganger: Saksgang, **felter: object) -> Styringsmodell:
    dagens = replace(DAGENS, saksganger=saksganger, **felter)  # type: ignore[arg-type]
    return _bygg(ARKETYPE, dagens)


def _trinn(modell: Styringsmodell) -> list[str]:
    return [format_trinn(t) for t in modell.saksganger[0].trinn]


def test_a_second_reading_by_the_same_body_is_kept_and_so_is_its_public_inspection() -> None:
    gang = _saksgang(
        "reguleringsplan", "plan:innstiller", "plan:innstiller", "ks:vedtar", opphold_dager=(42, 0, 7)
    )
    tilpasset = _tilpass(gang)
    assert _trinn(tilpasset) == ["komite_plan:innstiller", "komite_plan:innstiller", "ks:vedtar"]
    assert tilpasset.saksganger[0].opphold_dager == (42, 0, 7)


def test_two_bodies_in_a_row_that_become_one_treat_the_case_once() -> None:
    gang = _saksgang("skole", "skole:innstiller", "plan:innstiller", "ks:vedtar", opphold_dager=(0, 14, 0))
    tilpasset = _tilpass(gang)
    assert _trinn(tilpasset) == ["komite_folk:innstiller", "ks:vedtar"]
    assert tilpasset.saksganger[0].opphold_dager == (14, 0)


def test_two_bodies_with_a_gap_between_treat_the_case_twice_though_they_become_one() -> None:
    gang = _saksgang("skole", "skole:innstiller", "plan:innstiller", "ks:vedtar", opphold_dager=(42, 0, 0))
    assert _trinn(_tilpass(gang)) == ["komite_folk:innstiller", "komite_folk:innstiller", "ks:vedtar"]


def test_a_decision_goes_to_the_council_where_there_is_no_executive_committee() -> None:
    uten = replace(
        DAGENS,
        organer=tuple(o for o in DAGENS.organer if o.id != "fsk"),
        delegasjoner=(Delegasjon(fra="ks", til="plan", sakstyper=("alle",)),),
        saksganger=(_saksgang("annet", "plan:vedtar"), _saksgang("skole", "skole:vedtar", "ks:vedtar")),
    )
    tilpasset = _bygg(ARKETYPE, uten)
    assert [[format_trinn(t) for t in s.trinn] for s in tilpasset.saksganger] == [["ks:vedtar"]] * 2
    assert tilpasset.delegasjoner == ()


def test_bodies_that_would_get_no_case_take_over_preparation_by_sector() -> None:
    """No committee today: the executive prepares. Cases without a sector (the budget) stay with it."""
    overtar = replace(ARKETYPE, overtar={"formannskap": ("innstiller",)})
    dagens = replace(
        DAGENS,
        organer=tuple(o for o in DAGENS.organer if o.art not in ("utvalg", "arbeidsutvalg")),
        verv=(),
        delegasjoner=(),
        saksganger=(
            _saksgang("skole", "fsk:innstiller", "ks:vedtar"),
            _saksgang("budsjett", "fsk:innstiller", "ks:vedtar"),
            _saksgang("reguleringsplan", "fsk:vedtar"),
        ),
    )
    ruter = [
        [[format_trinn(t) for t in s.trinn] for s in _bygg(a, dagens).saksganger] for a in (overtar, ARKETYPE)
    ]
    assert ruter[0] == [
        ["komite_folk:innstiller", "ks:vedtar"],
        ["fsk:innstiller", "ks:vedtar"],
        ["fsk:vedtar"],
    ]
    assert ruter[1] == [["fsk:innstiller", "ks:vedtar"], ["fsk:innstiller", "ks:vedtar"], ["fsk:vedtar"]]


def test_a_new_body_never_takes_the_id_of_one_that_stays() -> None:
    dagens = DAGENS.with_organ(_organ("komite_plan", "styre"))
    tilpasset = _bygg(ARKETYPE, dagens)
    assert [o.id for o in tilpasset.av_art("kommunestyrekomite")] == ["komite_plan_ny", "komite_folk"]
    assert _trinn(tilpasset)[0] == "eldre:uttaler + komite_plan_ny:innstiller"


def test_the_order_of_todays_bodies_changes_no_figure_taken_over() -> None:
    snudd = replace(DAGENS, organer=DAGENS.organer[::-1])
    en, annen = (_bygg(ARKETYPE, d) for d in (DAGENS, snudd))
    assert en.organ("komite_plan") == annen.organ("komite_plan")


def test_a_figure_taken_over_from_an_invented_one_is_invented() -> None:
    oppdiktet = {"moetetid_timer": Opplysning(grunnlag="oppdiktet")}
    dagens = DAGENS.with_organ(replace(DAGENS.organ("plan"), opplysninger=oppdiktet))
    ny = _bygg(ARKETYPE, dagens).organ("komite_plan")
    assert ny.grunnlag("moetetid_timer") == "oppdiktet"


# --- sizes -----------------------------------------------------------------------------------------


def _mal(**felter: object) -> Organmal:
    fast = {
        "id": "komite",
        "art": "utvalg",
        "valgbare": "alle",
        "vedtaksrett": True,
        "minst": 2,
        "mest": 2,
        "inndelinger": {2: (Gruppe(noekkel="plan", sektorer=("plan",)), Gruppe(noekkel="folk", sektorer=()))},
    }
    return Organmal(**fast | felter)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("medlemmer", "stoerrelse"), [(11, 5), (21, 5), (27, 7), (35, 9), (39, 11), (85, 11)]
)
def test_a_share_of_the_council_is_an_odd_number_within_its_bounds_in_a_body_that_decides(
    medlemmer: int, stoerrelse: int
) -> None:
    """A quarter: 2.75 → 5, 5.25 → 5, 6.75 → 7, 8.75 → 9, 9.75 → 10 → 11, 21.25 → 11."""
    mal = _mal(medlemmer_andel=0.25, medlemmer_minst=5, medlemmer_mest=11)
    dagens = DAGENS.with_organ(replace(DAGENS.kommunestyret, medlemmer=medlemmer))
    nye = _bygg(replace(ARKETYPE, organer=(mal,)), dagens).av_art("utvalg")
    assert [o.medlemmer for o in nye] == [stoerrelse] * 2


def test_a_share_of_a_body_of_unknown_size_is_unknown() -> None:
    mal = _mal(medlemmer_andel=0.5, medlemmer_andel_av="formannskap", velges_av="formannskap")
    dagens = DAGENS.with_organ(replace(DAGENS.organ("fsk"), medlemmer=None))
    nye = _bygg(replace(ARKETYPE, organer=(mal,)), dagens).av_art("utvalg")
    assert [(o.medlemmer, o.velges_av) for o in nye] == [(None, "fsk")] * 2


@pytest.mark.parametrize(("innbyggere", "antall"), [(200, 1), (9000, 1), (11_000, 2), (700_000, 2)])
def test_the_number_of_bodies_may_follow_the_inhabitants(innbyggere: int, antall: int) -> None:
    mal = replace(ARKETYPE.organer[0], innbyggere_per_organ=7000)
    nye = _bygg(replace(ARKETYPE, organer=(mal,)), innbyggere=innbyggere).av_art("kommunestyrekomite")
    assert len(nye) == antall


def test_a_formannskap_that_is_needed_is_set_up_as_a_share_of_the_council_and_assumed() -> None:
    uten = replace(
        DAGENS,
        organer=tuple(o for o in DAGENS.organer if o.id != "fsk"),
        delegasjoner=(),
        saksganger=(),
    )
    ny = _bygg(replace(ARKETYPE, opprett=("formannskap", "kommunedirektoer")), uten)
    formannskap = ny.organ("formannskapet")
    assert (formannskap.medlemmer, formannskap.grunnlag("medlemmer")) == (5, "forutsatt")  # 0.23 · 21 = 4.83
    assert (formannskap.valgbare, formannskap.velges_av) == ("kommunestyret", "ks")
    assert len(ny.av_art("kommunedirektoer")) == 1


def test_a_figure_with_a_source_of_its_own_is_one_assumption_for_all_the_parallel_bodies() -> None:
    tall = {"moeter_per_aar": Figurtall(verdi=6, lav=5, hoey=7, kilde="Et annet sted")}
    mal = replace(ARKETYPE.organer[0], figurer={}, figurtall=tall)
    en, annen = _bygg(replace(ARKETYPE, organer=(mal,))).av_art("kommunestyrekomite")
    assert en.trekknoekkel("moeter_per_aar") == annen.trekknoekkel("moeter_per_aar")
    anslag = annen.anslag("moeter_per_aar")
    assert anslag is not None
    assert (anslag.lav, anslag.hoey, anslag.grunnlag, anslag.kilde) == (5, 7, "forutsatt", "Et annet sted")


@pytest.mark.parametrize(("innbyggere", "merknader"), [(49_999, ("modell.tilbys.liten",)), (50_000, ())])
def test_a_model_meant_for_larger_places_says_so_in_a_small_one(
    innbyggere: int, merknader: tuple[str, ...]
) -> None:
    arketype = replace(ARKETYPE, tilbys=Tilbys(minst_innbyggere=50_000, grunn="liten"))
    assert _bygg(arketype, innbyggere=innbyggere).merknader == merknader


def test_what_a_place_has_one_set_of_is_not_made_twice() -> None:
    mal = _mal(art="kommunedelsutvalg", vedtaksrett=False, medlemmer=11)
    overbygning = replace(
        ARKETYPE, fjern=(), organer=(mal,), erstatt={}, overbygning=True, hoeres_i=("plan",)
    )
    dagens = DAGENS.with_organ(_organ("nord", "kommunedelsutvalg"))
    ny = _bygg(overbygning, dagens)
    assert [o.id for o in ny.organer] == [*(o.id for o in DAGENS.organer), "nord"]
    assert _trinn(ny)[0] == "nord:uttaler"
    assert _trinn(_bygg(overbygning, ny)) == _trinn(ny)
