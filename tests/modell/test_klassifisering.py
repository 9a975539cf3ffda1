"""What a structure is by its rights: names and order move nothing but what is said to be unusual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.inntak.modellfil import read_modellfil
from analyse.modell.delegasjon import Delegasjon
from analyse.modell.klassifisering import classify_modell
from analyse.modell.organ import Organ
from analyse.modell.saksgang import Saksgang, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell

TO_SEKTORER = (("plan", "teknisk", "naering"), ("oppvekst", "helse", "kultur"))
TO_FUNKSJONER = (("plan", "naering"), ("oppvekst", "helse", "kultur", "teknisk"))


def _organ(id_: str, art: str = "utvalg", **felter: object) -> Organ:
    fast = {"id": id_, "navn": id_, "art": art, "medlemmer": 9, "velges_av": "ks"}
    return Organ(**fast | felter)  # type: ignore[arg-type]


def _modell(*organer: Organ, ruter: Sequence[str] = (), **felter: object) -> Styringsmodell:
    ks = _organ("ks", "kommunestyre", velges_av="", medlemmer=27)
    delt = [r.partition(": ") for r in ruter]
    return Styringsmodell(
        id="m",
        navn="m",
        styreform="formannskap",
        organer=(ks, _organ("fsk", "formannskap"), *organer),
        saksganger=tuple(
            Saksgang(sakstype=s, trinn=tuple(parse_trinn(t) for t in trinn.split(" > ")))
            for s, _, trinn in delt
        ),
        **felter,  # type: ignore[arg-type]
    )


def _utvalg(sektorer: Sequence[Sequence[str]], **felter: object) -> list[Organ]:
    rett = {"vedtaksrett": True} | felter
    return [_organ(f"u{nr}", sektor=tuple(s), **rett) for nr, s in enumerate(sektorer)]


def _er(*organer: Organ, **felter: object) -> str:
    return classify_modell(_modell(*organer, **felter)).arketype  # type: ignore[arg-type]


def test_each_kind_of_rights_has_its_archetype() -> None:
    assert _er() == "formannskap"
    assert _er(*_utvalg(TO_SEKTORER)) == "hovedutvalg"
    assert _er(*_utvalg(TO_FUNKSJONER)) == "funksjonsdelt"
    assert _er(*_utvalg(TO_SEKTORER, valgbare="kommunestyret")) == "gjennomgaaende"
    assert _er(*_utvalg(TO_SEKTORER, vedtaksrett=False)) == "komite"
    assert _er(*_utvalg(TO_SEKTORER, art="kommunestyrekomite", vedtaksrett=False)) == "komite"
    assert _er(*_utvalg(TO_SEKTORER, velges_av="fsk", vedtaksrett=False)) == "aktivt_formannskap"
    assert _er(_organ("raad", "kommuneraad")) == "parlamentarisme"
    bydel = _organ("nord", "kommunedelsutvalg")
    assert _er(*_utvalg(TO_SEKTORER, valgbare="kommunestyret"), bydel) == "hybrid"


def test_what_lies_on_top_is_told_beside_what_it_lies_on() -> None:
    lagt = (_organ("nord", "kommunedelsutvalg"), _organ("oppgave", "oppgaveutvalg"))
    funnet = classify_modell(_modell(*_utvalg(TO_SEKTORER), *lagt))
    assert (funnet.arketype, funnet.overbygninger) == ("hovedutvalg", ("oppgaveutvalg", "kommunedelsutvalg"))


@pytest.mark.parametrize(
    ("ruter", "arketype"),
    [
        (["skole: u1:innstiller > ks:vedtar"], "hovedutvalg"),
        (["skole: u1:innstiller > fsk:innstiller > ks:vedtar"], "hovedutvalg_via_formannskap"),
        (["skole: fsk:innstiller > u1:innstiller > ks:vedtar"], "hovedutvalg"),
        (["budsjett_okonomiplan: u1:innstiller > fsk:innstiller > ks:vedtar"], "hovedutvalg"),
        (
            ["skole: u1:innstiller > fsk:innstiller > ks:vedtar", "vei: u0:innstiller > ks:vedtar"],
            "hovedutvalg",
        ),
        (
            ["skole: u1:innstiller > fsk:innstiller > ks:vedtar", "vei: u0:vedtar"],
            "hovedutvalg_via_formannskap",
        ),
    ],
)
def test_most_of_what_the_council_decides_tells_whether_formannskapet_stands_between(
    ruter: list[str], arketype: str
) -> None:
    """The budget passes it everywhere (kommuneloven § 14-3), so it tells nothing."""
    assert _er(*_utvalg(TO_SEKTORER), ruter=ruter) == arketype


def test_a_right_that_is_not_given_is_read_from_routes_delegations_and_kind() -> None:
    ukjent = _utvalg(TO_SEKTORER, vedtaksrett=None)
    komiteer = [replace(o, art="kommunestyrekomite") for o in ukjent]
    assert _er(*ukjent) == "hovedutvalg"
    assert _er(*komiteer) == "komite"
    assert _er(*komiteer, ruter=["vei: u0:vedtar"]) == "hovedutvalg"
    assert (
        _er(*komiteer, delegasjoner=(Delegasjon(fra="ks", til="u1", sakstyper=("alle",)),)) == "hovedutvalg"
    )
    uvanlig = classify_modell(_modell(*ukjent)).uvanlig
    assert [(u.noekkel, u.organ_id) for u in uvanlig] == [
        ("vedtaksrett_ikke_oppgitt", "u0"),
        ("vedtaksrett_ikke_oppgitt", "u1"),
    ]


def test_one_that_decides_beside_several_that_prepare_does_not_make_a_model() -> None:
    """Asker before 2020: three committees that prepare, and a building committee that decides."""
    forbereder = _utvalg([("oppvekst",), ("helse",), ("teknisk",)], vedtaksrett=False)
    assert _er(*forbereder, _organ("bygg", vedtaksrett=True)) == "komite"
    assert _er(forbereder[0], _organ("bygg", vedtaksrett=True)) == "hovedutvalg"


def test_a_committees_own_arbeidsutvalg_is_no_body_by_field() -> None:
    au = [_organ(f"au{nr}", "arbeidsutvalg", velges_av=f"u{nr}") for nr in range(2)]
    assert _er(*_utvalg(TO_SEKTORER), *au, _organ("au9", "arbeidsutvalg", velges_av="u0")) == "hovedutvalg"


@pytest.mark.parametrize(
    ("organer", "ventet"),
    [
        (_utvalg([("plan",)], navn="Komité for plan"), ["heter_komite"]),
        (_utvalg([("plan",)], art="kommunestyrekomite", medlemmer=26), ["komite_avgjoer"]),
        (_utvalg([("plan",)], vedtaksrett=False), ["utvalg_bare_innstiller"]),
        (_utvalg([("plan",)], vedtaksrett=False, valgbare="formannskapet"), []),
        (_utvalg(TO_SEKTORER, art="kommunestyrekomite", vedtaksrett=False, medlemmer=13), []),
        (
            _utvalg(TO_SEKTORER, art="kommunestyrekomite", vedtaksrett=False, medlemmer=12),
            ["komite_uten_alle"],
        ),
        (_utvalg(TO_SEKTORER, art="kommunestyrekomite", vedtaksrett=False, medlemmer=None), []),
    ],
)
def test_what_is_unusual_is_said_once_and_the_mayor_may_be_exempt(
    organer: list[Organ], ventet: list[str]
) -> None:
    assert [u.noekkel for u in classify_modell(_modell(*organer)).uvanlig] == ventet


def _les(rot: Path, navn: str) -> Styringsmodell:
    sti = rot / "data" / "eksempel" / "strukturer" / f"{navn}.toml"
    return read_modellfil(sti, navn, []).modell


@pytest.mark.parametrize(
    ("navn", "arketype"),
    [
        ("verdal_2003_2011", "funksjonsdelt"),
        ("verdal_2011_2019", "hovedutvalg"),
        ("drammen_2020", "hybrid"),
        ("molde_2020", "hovedutvalg_via_formannskap"),
        ("asker_foer_2020", "komite"),
        ("hedmark", "parlamentarisme"),
        ("kroedsherad", "formannskap"),
        ("namsos_2020", "hovedutvalg"),
    ],
)
def test_known_structures_are_what_their_sources_call_them_by_rights(
    rot: Path, navn: str, arketype: str
) -> None:
    assert classify_modell(_les(rot, navn)).arketype == arketype


def test_verdals_committees_decide_and_the_unusual_is_their_name(rot: Path) -> None:
    uvanlig = classify_modell(_les(rot, "verdal_2011_2019")).uvanlig
    assert [(u.noekkel, u.organ_id) for u in uvanlig] == [
        ("heter_komite", "plan_og_samfunn"),
        ("heter_komite", "mennesker_og_livskvalitet"),
    ]


ORGAN = st.builds(
    lambda art, rett, valgbare, sektor, velger: {
        "art": art, "vedtaksrett": rett, "valgbare": valgbare, "sektor": tuple(sorted(sektor)),
        "velges_av": velger,
    },
    st.sampled_from(["utvalg", "kommunestyrekomite", "arbeidsutvalg", "kommunedelsutvalg", "kommuneraad"]),
    st.sampled_from([True, False, None]),
    st.sampled_from(["alle", "kommunestyret", "formannskapet"]),
    st.sets(st.sampled_from(["plan", "teknisk", "oppvekst", "helse"])),
    st.sampled_from(["ks", "fsk"]),
)  # fmt: skip


@given(
    organer=st.lists(ORGAN, max_size=5),
    navn=st.lists(st.text(max_size=12), min_size=5, max_size=5),
    data=st.data(),
)
def test_names_and_order_change_nothing_but_the_word_on_the_name(
    organer: list[dict[str, object]], navn: list[str], data: st.DataObject
) -> None:
    felles = [_organ(f"u{nr}", **(o | {"navn": f"Utvalg {nr}"})) for nr, o in enumerate(organer)]
    modell = _modell(*felles)
    omdoept = replace(
        modell,
        organer=tuple(
            replace(o, navn=navn[int(o.id[1:])]) if o.id.startswith("u") else o for o in modell.organer
        ),
    )
    stokket = replace(omdoept, organer=tuple(data.draw(st.permutations(omdoept.organer))))
    en, annen, tredje = (classify_modell(m) for m in (modell, omdoept, stokket))
    assert (en.arketype, en.overbygninger) == (annen.arketype, annen.overbygninger)
    assert (en.arketype, en.overbygninger) == (tredje.arketype, tredje.overbygninger)
    assert [u for u in annen.uvanlig if u.noekkel != "heter_komite"] == [
        u for u in en.uvanlig if u.noekkel != "heter_komite"
    ]
