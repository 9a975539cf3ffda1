"""When can it be done? The lawyer's questions, each kind of change, and deadlines that have passed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.modell.kommune import Kommune
from analyse.modell.naarkort import Naarkort
from analyse.modell.organ import Organ
from analyse.modell.scenario import Scenario
from analyse.modell.styringsmodell import Styringsmodell
from analyse.rett.kontroll import check_styringsmodell
from analyse.rett.naar import build_naarkort
from analyse.rett.svarord import build_setning

KOMMUNE = Kommune(navn="Prøvevik", innbyggere=20000, mandater={"A": 20, "B": 15}, oppdiktet=True)
I_DAG = date(2026, 11, 25)


def _organ(id_: str, art: str, medlemmer: int, velges_av: str = "kommunestyret") -> Organ:
    return Organ(
        id=id_,
        navn=id_.capitalize(),
        art=art,
        medlemmer=medlemmer,
        velges_av="" if art == "kommunestyre" else velges_av,
        valgbare="kommunestyret" if art == "formannskap" else "alle",
    )


def _modell(id_: str, *organer: Organ, styreform: str = "formannskap") -> Styringsmodell:
    return Styringsmodell(id=id_, navn=id_, styreform=styreform, organer=organer)


KST = _organ("kommunestyret", "kommunestyre", 35)
FSK = _organ("formannskapet", "formannskap", 7)
PLAN = _organ("plan", "utvalg", 7)
DAGENS = _modell("dagens", KST, FSK, PLAN)
PARLAMENTARISME = _modell(
    "parlamentarisme", KST, _organ("raadet", "kommuneraad", 5), PLAN, styreform="parlamentarisme"
)


def _kort(alternativ: Styringsmodell, dato: date = I_DAG, dagens: Styringsmodell = DAGENS) -> Naarkort:
    return build_naarkort(KOMMUNE, dagens, alternativ, dato)


def _med(organ: Organ) -> Styringsmodell:
    return replace(DAGENS.with_organ(organ), id="nytt")


def test_may_formannskapet_have_six_members() -> None:
    for antall, svar in ((6, "holdt"), (4, "brutt")):
        modell = DAGENS.with_organ(replace(FSK, medlemmer=antall))
        lovsvar = check_styringsmodell(Scenario(kommune=KOMMUNE, modell=modell), I_DAG)
        assert lovsvar.svar("KL18-5-6-MIN") == svar


def test_may_the_council_be_cut_from_35_to_27_before_2027() -> None:
    """Yes, by 31 December 2026; the population of 1 January 2026 decides, and 20 000 asks for 27."""
    kort = _kort(_med(replace(KST, medlemmer=27)))
    assert (kort.valgaar, kort.frist, kort.flertall) == (2027, date(2026, 12, 31), "alminnelig")
    minstetall = kort.steg[0]
    assert minstetall.regel == "KL18-5-5-POPREF"
    assert minstetall.hva.felter["dag"] == date(2026, 1, 1)
    assert (minstetall.hva.felter["minst"], minstetall.hva.felter["medlemmer"]) == (27, 27)
    assert kort.naa == ()


def test_when_could_parlamentarisme_start_here() -> None:
    """A vote by 31 December 2026, two thirds after the election of 2027, running by 1 January 2029."""
    kort = _kort(PARLAMENTARISME)
    assert (kort.valgaar, kort.frist, kort.flertall) == (2027, date(2026, 12, 31), "to_tredeler")
    votering, vedtak, raadet, i_gang = kort.steg
    assert (votering.frist, votering.flertall) == (date(2026, 12, 31), "")
    assert (vedtak.tidligst, vedtak.flertall) == (date(2027, 10, 1), "to_tredeler")
    assert raadet.tidligst == date(2027, 10, 1)
    assert i_gang.frist == date(2029, 1, 1)


def test_going_back_from_parlamentarisme_takes_a_simple_majority_and_the_same_wait() -> None:
    kort = _kort(DAGENS, dagens=PARLAMENTARISME)
    assert (kort.valgaar, kort.flertall) == (2027, "alminnelig")
    assert [s.regel for s in kort.steg] == ["KL18-10-1-AVVIKL"] * 3


@pytest.mark.parametrize(
    ("dato", "valgaar"),
    [
        (date(2026, 12, 31), 2027),
        (date(2027, 1, 1), 2031),
        (date(2027, 12, 1), 2031),
        (date(2028, 5, 1), 2031),
    ],
)
def test_the_day_after_the_deadline_it_is_2031_at_the_earliest(dato: date, valgaar: int) -> None:
    for alternativ in (_med(replace(KST, medlemmer=27)), PARLAMENTARISME):
        kort = _kort(alternativ, dato)
        assert kort.valgaar == valgaar
        assert bool(kort.for_sent) is (dato.year == 2027)
        if kort.for_sent:
            assert "tidligst fra 2031" in build_setning(kort.for_sent[0], Tekst("nb"))


def test_formannskapet_stands_until_the_next_constituting_meeting() -> None:
    kort = _kort(_med(replace(FSK, medlemmer=9)), date(2027, 2, 1))
    assert (kort.valgaar, kort.frist) == (2027, date(2027, 10, 31))
    assert _kort(_med(replace(FSK, medlemmer=9)), date(2027, 11, 1)).valgaar == 2031


@pytest.mark.parametrize(
    "organ",
    [
        _organ("plan", "utvalg", 9),
        _organ("oppvekst", "utvalg", 7),
        _organ("velferd", "kommunestyrekomite", 17),
        _organ("naermiljoe", "oppgaveutvalg", 10),
        _organ("bydel", "kommunedelsutvalg", 7),
    ],
)
def test_committees_can_change_in_the_term_by_a_simple_majority(organ: Organ) -> None:
    kort = _kort(_med(organ), date(2028, 3, 1))
    assert (kort.valgaar, kort.frist, kort.flertall) == (None, None, "alminnelig")
    assert len(kort.naa) == 1
    assert kort.venter == ()


def test_a_local_committee_that_no_body_elects_must_wait() -> None:
    kort = _kort(_med(_organ("bydel", "kommunedelsutvalg", 7, velges_av="")))
    assert kort.valgaar == 2027
    assert [s.noekkel for s in kort.venter] == ["lov_naar.venter.direkte_kommunedelsutvalg"]


def test_a_right_to_decide_is_delegation_and_can_be_given_in_the_term() -> None:
    kort = _kort(_med(replace(FSK, vedtaksrett=True)))
    assert [s.noekkel for s in kort.naa] == ["lov_naar.naa.delegering"]
    assert kort.valgaar is None


def test_a_part_can_be_done_now_and_the_rest_must_wait() -> None:
    kort = _kort(replace(PARLAMENTARISME.with_organ(replace(PLAN, medlemmer=9)), id="begge"))
    assert kort.svar.noekkel == "lov_naar.svar.delt"
    assert len(kort.naa) == len(kort.venter) == 1


def test_the_same_structure_asks_for_nothing() -> None:
    kort = _kort(replace(DAGENS, id="likt"))
    assert (kort.svar.noekkel, kort.steg) == ("lov_naar.svar.ingen", ())


def test_only_bodies_that_come_are_elected() -> None:
    uten = replace(DAGENS, id="uten", organer=(KST, FSK))
    assert [s.hva.noekkel for s in _kort(uten).steg] == ["lov_naar.steg.legge_ned_utvalg"]
    med = [s.hva.noekkel for s in _kort(_med(_organ("oppvekst", "utvalg", 7))).steg]
    assert med == ["lov_naar.steg.opprette_utvalg", "lov_naar.steg.velge_utvalg"]


def test_under_the_old_act_the_majority_for_parlamentarisme_is_not_known() -> None:
    kort = _kort(PARLAMENTARISME, date(2010, 6, 1))
    assert (kort.valgaar, kort.frist, kort.flertall) == (2011, date(2010, 12, 31), "ukjent")


def test_before_the_register_begins_there_is_no_answer() -> None:
    kort = _kort(_med(replace(KST, medlemmer=27)), date(1990, 1, 1))
    assert kort.svar.noekkel == "lov_naar.svar.ukjent"
    assert [s.noekkel for s in kort.venter] == ["lov_naar.uten_lov"]


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_sentence_of_every_card_can_be_said_in_every_language(spraak: str) -> None:
    tekst = Tekst(spraak)
    organer = [
        replace(KST, medlemmer=27),
        replace(FSK, medlemmer=9),
        replace(PLAN, medlemmer=9, vedtaksrett=True),
        _organ("bydel", "kommunedelsutvalg", 7, velges_av=""),
        *(
            _organ(art, art, 5)
            for art in ("kommunestyrekomite", "arbeidsutvalg", "kontrollutvalg", "eldreraad", "klagenemnd")
        ),
    ]
    stor = _modell("stor", *organer)
    kortene = [
        _kort(m, d) for m in (stor, PARLAMENTARISME) for d in (I_DAG, date(2027, 11, 15), date(2010, 6, 1))
    ]
    kortene += [_kort(DAGENS, date(2027, 6, 1), PARLAMENTARISME), _kort(DAGENS, dagens=stor)]
    for kort in kortene:
        deler = [
            kort.svar,
            *kort.for_sent,
            *kort.naa,
            *kort.venter,
            *kort.tilbake,
            *(s.hva for s in kort.steg),
        ]
        sagt = [build_setning(s, tekst) for s in deler]
        assert not [s for s in sagt if "{" in s]


@pytest.mark.parametrize("dager", range(0, 1500, 37))
def test_a_deadline_never_lies_behind_the_day_it_is_asked_on(dager: int) -> None:
    dato = date(2025, 1, 1) + timedelta(days=dager)
    kort = _kort(_med(replace(KST, medlemmer=27)), dato)
    assert kort.frist is not None
    assert kort.frist >= dato
    assert kort.valgaar is not None
    assert kort.frist.year == kort.valgaar - 1
