"""A structure resolves: every reference, one council, no circle of elections, shares that sum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.modell.delegasjon import Delegasjon
from analyse.modell.organ import Organ
from analyse.modell.saksgang import Saksgang, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.verv import Verv

KS = Organ(id="ks", navn="Kommunestyret", art="kommunestyre", medlemmer=35)


def _organ(id_: str, art: str = "utvalg", velges_av: str = "ks", **felter: object) -> Organ:
    fast = {"id": id_, "navn": id_, "art": art, "medlemmer": 9, "velges_av": velges_av}
    return Organ(**fast | felter)  # type: ignore[arg-type]


def _modell(*organer: Organ, **felter: object) -> Styringsmodell:
    fast = {"id": "dagens", "navn": "Dagens", "styreform": "formannskap", "organer": (KS, *organer)}
    return Styringsmodell(**fast | felter)  # type: ignore[arg-type]


def _saksgang(*trinn: str, **felter: object) -> Saksgang:
    fast = {"sakstype": "plan", "trinn": tuple(parse_trinn(t) for t in trinn)}
    return Saksgang(**fast | felter)  # type: ignore[arg-type]


def test_a_council_alone_is_a_structure() -> None:
    assert _modell().kommunestyret is KS


def test_a_body_is_found_by_its_id_and_a_missing_one_is_named() -> None:
    plan = _organ("plan")
    assert _modell(plan).organ("plan") is plan
    with pytest.raises(KeyError, match="dagens has no body 'borte'"):
        _modell(plan).organ("borte")


def test_bodies_of_kinds_come_in_the_models_order() -> None:
    modell = _modell(_organ("b"), _organ("fsk", "formannskap"), _organ("a"))
    assert [o.id for o in modell.av_art("utvalg", "formannskap")] == ["b", "fsk", "a"]
    assert modell.av_art("etat") == ()


@pytest.mark.parametrize(
    ("felter", "melding"),
    [
        ({"id": "Dagens"}, "model id 'Dagens'"),
        ({"styreform": "monarki"}, "unknown form"),
        ({"sekretariat": "hjemme"}, "unknown secretariat"),
        ({"organer": ()}, "organ: IN-020 0"),
        ({"organer": (KS, _organ("ks2", "kommunestyre"))}, "organ: IN-020 2"),
        ({"organer": (KS, _organ("plan"), _organ("plan"))}, r"organ\[2\].id: IN-021 plan"),
        ({"organer": (KS, _organ("plan", velges_av="borte"))}, r"organ\[1\].velges_av: IN-022 borte"),
        ({"verv": (Verv(organ_id="borte", person_id="p01"),)}, r"verv\[0\].organ: IN-022 borte"),
        (
            {"delegasjoner": (Delegasjon(fra="ks", til="borte", sakstyper=("alle",)),)},
            r"delegasjon\[0\].til: IN-022",
        ),
        (
            {"delegasjoner": (Delegasjon(fra="borte", til="ks", sakstyper=("alle",)),)},
            r"delegasjon\[0\].fra: IN-022",
        ),
        ({"saksganger": (_saksgang("borte:innstiller", "ks:vedtar"),)}, r"saksgang\[0\].trinn: IN-022 borte"),
        (
            {"saksganger": (_saksgang("ks:vedtar", innstiller_formelt="borte"),)},
            r"saksgang\[0\].innstiller_formelt",
        ),
        (
            {"saksganger": (_saksgang("ks:vedtar", innstiller_reelt="borte"),)},
            r"saksgang\[0\].innstiller_reelt",
        ),
    ],
)
def test_a_reference_that_does_not_hold_is_refused_with_its_place(
    felter: dict[str, object], melding: str
) -> None:
    with pytest.raises(ValueError, match=melding):
        _modell(**felter)


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(ValueError, match=r"organ\[1\].velges_av: IN-022 x; .*verv\[0\].organ: IN-022 y"):
        _modell(_organ("plan", velges_av="x"), verv=(Verv(organ_id="y", person_id="p01"),))


@pytest.mark.parametrize(
    ("par", "funnet"),
    [
        ({"a": "a"}, ["a → a"]),
        ({"a": "b", "b": "a"}, ["a → b → a"]),
        ({"b": "c", "c": "b", "a": "b"}, ["b → c → b"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["a → b → a", "c → d → c"]),
    ],
)
def test_bodies_that_elect_each_other_in_a_circle_are_told_once(
    par: dict[str, str], funnet: list[str]
) -> None:
    with pytest.raises(ValueError, match="IN-023") as feil:
        _modell(*(_organ(id_, velges_av=velger) for id_, velger in par.items()))
    assert [del_.partition("IN-023 ")[2] for del_ in str(feil.value).split("; ")] == funnet


def test_the_shares_of_a_case_type_sum_to_at_most_one() -> None:
    tideler = tuple(_saksgang("ks:vedtar", andel=0.1) for _ in range(10))
    assert sum(s.andel for s in _modell(saksganger=tideler).saksganger) == pytest.approx(1)
    with pytest.raises(ValueError, match=r"saksgang\[10\].andel: IN-024 1.1"):
        _modell(saksganger=(*tideler, _saksgang("ks:vedtar", andel=0.1)))
    annen = _saksgang("ks:vedtar", sakstype="budsjett")
    assert len(_modell(saksganger=(*tideler, annen)).saksganger) == 11


def test_with_routes_those_who_recommend_or_decide_on_one_prepare() -> None:
    modell = _modell(
        _organ("plan"),
        _organ("uten_sak"),
        _organ("kultur", vedtaksrett=True),
        _organ("eldre", "eldreraad"),
        _organ("etat", "etat"),
        saksganger=(_saksgang("eldre:uttaler + etat:innstiller", "plan:innstiller", "ks:vedtar"),),
    )
    assert [o.id for o in modell.forberedende_og_vedtakende()] == ["plan", "kultur"]


def test_without_routes_those_that_prepare_by_law_or_may_decide_do() -> None:
    modell = _modell(
        _organ("fsk", "formannskap"),
        _organ("eldre", "eldreraad"),
        _organ("klage", "klagenemnd", vedtaksrett=True),
        _organ("tomt", medlemmer=0),
    )
    assert [o.id for o in modell.forberedende_og_vedtakende()] == ["fsk", "klage"]


def test_a_body_of_unknown_size_prepares_all_the_same() -> None:
    modell = _modell(_organ("ukjent", medlemmer=None))
    assert [o.id for o in modell.forberedende_og_vedtakende()] == ["ukjent"]


def test_a_changed_copy_has_the_body_in_the_same_place_or_last_and_leaves_the_original() -> None:
    modell = _modell(_organ("plan"), _organ("kultur"))
    stoerre = modell.with_organ(_organ("plan", medlemmer=11))
    assert [(o.id, o.medlemmer) for o in stoerre.organer] == [("ks", 35), ("plan", 11), ("kultur", 9)]
    assert [o.id for o in modell.with_organ(_organ("helse")).organer] == ["ks", "plan", "kultur", "helse"]
    assert modell.organ("plan").medlemmer == 9


def test_a_changed_copy_is_checked_like_any_model() -> None:
    with pytest.raises(ValueError, match="IN-022"):
        _modell().with_organ(_organ("plan", velges_av="borte"))


@given(velgere=st.lists(st.integers(0, 7), min_size=1, max_size=8))
def test_a_structure_stands_exactly_where_every_body_leads_back_to_the_council(velgere: list[int]) -> None:
    """Body nr. i + 1 is elected by nr. velgere[i]; nr. 0 is the council."""
    ider = ["ks", *(f"o{nr}" for nr in range(1, len(velgere) + 1))]
    organer = [_organ(ider[nr + 1], velges_av=ider[min(v, len(velgere))]) for nr, v in enumerate(velgere)]
    naadd, forrige = {0}, set[int]()
    while naadd != forrige:
        forrige = set(naadd)
        naadd |= {nr + 1 for nr, v in enumerate(velgere) if min(v, len(velgere)) in naadd}
    if len(naadd) == len(ider):
        assert len(_modell(*organer).organer) == len(ider)
    else:
        with pytest.raises(ValueError, match="IN-023"):
            _modell(*organer)
