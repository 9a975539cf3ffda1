"""Do the graphs say what the structure says: every body, election, delegation, secretariat and act?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.modell.delegasjon import Delegasjon
from analyse.modell.graf import (
    BETJENES_AV_ANDRE,
    NODESLAG,
    ORGANKANTER,
    SEKRETARIATET,
    SEKRETARIATET_FOLKEVALGTE,
    SEKRETARIATET_KOMMUNERAAD,
    SEKRETARIATET_KONTROLL,
    build_organ_graph,
    build_saksgang_graph,
    sakstype_node,
)
from analyse.modell.organ import ART, Organ
from analyse.modell.saksgang import HANDLINGER, Saksgang, Steg, parse_trinn
from analyse.modell.styringsmodell import SEKRETARIAT, Styringsmodell

ROT = Path(__file__).resolve().parents[2]
Kant = tuple[str, str, str]


def _organ(id_: str, art: str, velges_av: str = "ks", **felter: object) -> Organ:
    fast = {"id": id_, "navn": id_.title(), "art": art, "medlemmer": 9, "velges_av": velges_av}
    return Organ(**fast | felter)  # type: ignore[arg-type]


def _gang(sakstype: str, *trinn: str, **felter: object) -> Saksgang:
    return Saksgang(sakstype=sakstype, trinn=tuple(parse_trinn(t) for t in trinn), **felter)  # type: ignore[arg-type]


ORGANER = (
    _organ("ks", "kommunestyre", velges_av=""),
    _organ("fsk", "formannskap", valgbare="kommunestyret"),
    _organ("skole", "utvalg"),
    _organ("plan", "utvalg"),
    _organ("eldre", "eldreraad"),
    _organ("kontroll", "kontrollutvalg"),
    _organ("brann", "styre"),
    _organ("direktoer", "kommunedirektoer", velges_av=""),
    _organ("etat_skole", "etat", velges_av=""),
)
SAKSGANGER = (
    _gang("skole", "skole:innstiller", "fsk:innstiller", "ks:vedtar",
          innstiller_formelt="direktoer", innstiller_reelt="etat_skole"),
    _gang("plan", "eldre:uttaler + fsk:uttaler", "plan:innstiller", "plan:innstiller", "ks:vedtar",
          opphold_dager=(0, 42, 0, 0), andel=0.7,
          innstiller_formelt="direktoer", innstiller_reelt="direktoer"),
    _gang("plan", "plan:vedtar", "ks:orienteres", andel=0.3),
)  # fmt: skip


def _modell(sekretariat: str = "samlet", organer: tuple[Organ, ...] = ORGANER) -> Styringsmodell:
    return Styringsmodell(
        id="dagens",
        navn="Dagens",
        styreform="formannskap",
        organer=organer,
        sekretariat=sekretariat,
        delegasjoner=(Delegasjon(fra="ks", til="plan", sakstyper=("dispensasjon",)),),
        saksganger=SAKSGANGER,
    )


def _kanter(graf: object, *slag: str) -> list[Kant]:
    return sorted((fra, til, d["slag"]) for fra, til, d in graf.edges(data=True) if d["slag"] in slag)  # type: ignore[attr-defined]


def test_the_council_elects_and_delegates_in_the_worked_example() -> None:
    graf = build_organ_graph(_modell())
    valgt = ["brann", "eldre", "fsk", "kontroll", "plan", "skole"]
    assert _kanter(graf, "velger") == [("ks", o, "velger") for o in valgt]
    assert [d for _, _, d in graf.edges(data=True) if d["slag"] == "delegerer"] == [
        {"slag": "delegerer", "sakstyper": ("dispensasjon",), "prinsipielle": False}
    ]
    assert graf.edges["ks", "fsk", 0]["valgbare"] == "kommunestyret"


@pytest.mark.parametrize(
    ("sekretariat", "ventet"),
    [
        ("", {}),
        ("samlet", dict.fromkeys(["eldre", "fsk", "ks", "plan", "skole"], SEKRETARIATET)),
        ("per_etat", {"skole": "etat_skole"}),
        (
            "delt",
            {"skole": "etat_skole"}
            | dict.fromkeys(["eldre", "fsk", "ks", "plan"], SEKRETARIATET_FOLKEVALGTE),
        ),
    ],
)
def test_each_elected_body_is_served_by_whom_the_arrangement_says(
    sekretariat: str, ventet: dict[str, str]
) -> None:
    if sekretariat:
        ventet = ventet | {"kontroll": SEKRETARIATET_KONTROLL}
    kanter = _kanter(build_organ_graph(_modell(sekretariat)), "sekretariat_for")
    assert {til: fra for fra, til, _ in kanter} == ventet
    assert len(kanter) == len(ventet)


def test_the_executive_council_and_the_assembly_have_a_secretariat_each_where_it_is_divided() -> None:
    graf = build_organ_graph(_modell("delt", (*ORGANER, _organ("raad", "kommuneraad"))))
    assert list(graf.predecessors("raad")) == ["ks", SEKRETARIATET_KOMMUNERAAD]


def test_a_case_runs_from_act_to_act_and_ends_in_its_type() -> None:
    graf = build_saksgang_graph(_modell())
    skole = sorted((d["trinn"], fra, til, d["slag"], d["rolle"])
                   for fra, til, d in graf.edges(data=True) if d["rute"] == 0)  # fmt: skip
    assert skole == [
        (0, "direktoer", "skole", "innstiller", "formelt"),
        (0, "etat_skole", "skole", "innstiller", "reelt"),
        (1, "skole", "fsk", "innstiller", ""),
        (2, "fsk", "ks", "innstiller", ""),
        (3, "ks", "sakstype:skole", "vedtar", ""),
    ]


def test_bodies_side_by_side_a_second_reading_and_the_gap_stand_on_the_edges() -> None:
    graf = build_saksgang_graph(_modell())
    plan = sorted((d["trinn"], fra, til, d["slag"], d["opphold_dager"])
                  for fra, til, d in graf.edges(data=True) if d["rute"] == 1 and d["trinn"])  # fmt: skip
    assert plan == [
        (1, "eldre", "plan", "uttaler", 0),
        (1, "fsk", "plan", "uttaler", 0),
        (2, "plan", "plan", "innstiller", 42),
        (3, "plan", "ks", "innstiller", 0),
        (4, "ks", "sakstype:plan", "vedtar", 0),
    ]
    innstilling = [d["rolle"] for _, _, d in graf.edges(data=True) if d["rute"] == 1 and not d["trinn"]]
    assert innstilling == ["begge", "begge"]  # one person in both roles, to two bodies


def test_who_is_informed_receives_an_edge_and_sends_none() -> None:
    graf = build_saksgang_graph(_modell())
    rute = sorted((fra, til, d["slag"]) for fra, til, d in graf.edges(data=True) if d["rute"] == 2)
    assert rute == [("plan", "ks", "orienteres"), ("plan", "sakstype:plan", "vedtar")]


def test_a_body_informed_before_anyone_has_acted_hears_of_the_case_itself() -> None:
    modell = Styringsmodell(
        id="m", navn="M", styreform="formannskap", organer=ORGANER[:2],
        saksganger=(_gang("melding", "ks:orienteres"),),
    )  # fmt: skip
    assert _kanter(build_saksgang_graph(modell), *HANDLINGER) == [("sakstype:melding", "ks", "orienteres")]


def test_a_structure_without_routes_has_its_bodies_and_no_edges() -> None:
    modell = Styringsmodell(id="m", navn="M", styreform="formannskap", organer=ORGANER[:1])
    assert (list(build_saksgang_graph(modell)), build_saksgang_graph(modell).number_of_edges()) == (["ks"], 0)


@st.composite
def _strukturer(draw: st.DrawFn) -> Styringsmodell:
    arter = draw(st.lists(st.sampled_from([a for a in ART if a != "kommunestyre"]), max_size=8))
    organer = [_organ("ks", "kommunestyre", velges_av="")]
    for nr, art in enumerate(arter):
        velger = draw(st.sampled_from(["", *(o.id for o in organer)]))
        organer.append(_organ(f"o{nr}", art, velges_av=velger))
    ider = st.sampled_from([o.id for o in organer])
    steg = st.builds(Steg, organ_id=ider, handling=st.sampled_from(HANDLINGER))
    ruter = st.builds(
        Saksgang,
        sakstype=st.sampled_from(["plan", "skole"]),
        trinn=st.lists(st.lists(steg, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4).map(tuple),
        andel=st.just(0.1),
        innstiller_formelt=st.one_of(st.just(""), ider),
        innstiller_reelt=st.one_of(st.just(""), ider),
    )
    par = [(a.id, b.id) for a in organer for b in organer if a is not b]
    delegasjoner = draw(st.lists(st.sampled_from(par), max_size=3)) if par else []
    return Styringsmodell(
        id="m",
        navn="M",
        styreform="formannskap",
        organer=tuple(organer),
        sekretariat=draw(st.sampled_from(["", *SEKRETARIAT])),
        delegasjoner=tuple(Delegasjon(fra=a, til=b, sakstyper=("alle",)) for a, b in delegasjoner),
        saksganger=tuple(draw(st.lists(ruter, max_size=4))),
    )


@given(_strukturer())
def test_every_body_is_a_node_and_every_election_and_delegation_an_edge(modell: Styringsmodell) -> None:
    graf = build_organ_graph(modell)
    assert [n for n, d in graf.nodes(data=True) if d["slag"] == "organ"] == [o.id for o in modell.organer]
    assert len(_kanter(graf, "velger")) == sum(1 for o in modell.organer if o.velges_av)
    assert len(_kanter(graf, "delegerer")) == len(modell.delegasjoner)
    assert {d["slag"] for _, _, d in graf.edges(data=True)} <= set(ORGANKANTER)


@given(_strukturer())
def test_only_elected_bodies_are_served_and_all_of_them_by_one_where_there_is_one_secretariat(
    modell: Styringsmodell,
) -> None:
    betjent = [til for _, til, _ in _kanter(build_organ_graph(modell), "sekretariat_for")]
    egne = {o.id for o in modell.organer if o.er_folkevalgt and o.art not in BETJENES_AV_ANDRE}
    assert set(betjent) <= egne
    if modell.sekretariat == "samlet":
        assert sorted(betjent) == sorted(egne)


@given(_strukturer())
def test_every_route_that_someone_acts_on_ends_in_its_case_type(modell: Styringsmodell) -> None:
    graf = build_saksgang_graph(modell)
    for nr, gang in enumerate(modell.saksganger):
        siste = [t for t in gang.trinn if any(s.handling != "orienteres" for s in t)][-1:]
        ventet = sum(1 for t in siste for s in t if s.handling != "orienteres")
        inn = [d for _, _, d in graf.in_edges(sakstype_node(gang.sakstype), data=True) if d["rute"] == nr]
        assert len(inn) == ventet
    assert all(d["slag"] in HANDLINGER for _, _, d in graf.edges(data=True))
    assert {d["slag"] for _, d in graf.nodes(data=True)} <= set(NODESLAG)


def test_the_graphs_are_built_where_scipy_is_missing_and_networkx_waits_until_asked_for(
    kjoer: Callable[..., CompletedProcess[str]],
) -> None:
    kode = (
        "import sys; sys.modules['scipy'] = None\n"
        "from analyse.modell import graf\n"
        "assert 'networkx' not in sys.modules\n"
        "from analyse.inntak.prosjekt import read_prosjekt\n"
        "modell = read_prosjekt('data/eksempel/levanger').dagens\n"
        "g, s = graf.build_organ_graph(modell), graf.build_saksgang_graph(modell)\n"
        "assert g.number_of_edges() and s.number_of_edges()\n"
    )
    svar = kjoer("-c", kode)
    assert svar.returncode == 0, svar.stderr


def test_the_table_in_the_documentation_names_every_kind_of_node_and_edge() -> None:
    tekst = (ROT / "docs" / "graf.md").read_text(encoding="utf-8")
    assert [s for s in (*NODESLAG, *ORGANKANTER, *HANDLINGER) if f"`{s}`" not in tekst] == []
