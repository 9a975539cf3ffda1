"""The shipped archetypes, fitted to councils of every size the law knows: each result is a sound model."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.arketyper import read_arketyper, read_sektorer
from analyse.modell.delegasjon import Delegasjon
from analyse.modell.kommune import Kommune
from analyse.modell.organ import ART, Organ
from analyse.modell.saksgang import HANDLINGER, Saksgang, format_trinn, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.tilpasning import build_fra_arketype
from analyse.valg.mandater import allocate_plasser

TEKST = Tekst("nb")
ARKETYPER = read_arketyper()


def _organ(id_: str, art: str, medlemmer: int | None = 9, **felter: object) -> Organ:
    velges_av = "" if art == "kommunestyre" else "ks"
    return Organ(id=id_, navn=id_, art=art, medlemmer=medlemmer, velges_av=velges_av, **felter)  # type: ignore[arg-type]


def _ganger(*skrevet: str) -> tuple[Saksgang, ...]:
    delt = (rute.partition(": ") for rute in skrevet)
    return tuple(
        Saksgang(sakstype=sakstype, trinn=tuple(parse_trinn(t) for t in trinn.split(" > ")), andel=0.5)
        for sakstype, _, trinn in delt
    )


def _vik(medlemmer: int | None, *, utvalg: bool = True, formannskap: bool = True) -> Styringsmodell:
    """Return a structure of Vik, an invented municipality, with or without utvalg and formannskap."""
    foran = "plan" if utvalg else "fsk"
    ruter = [
        f"reguleringsplan: {foran}:innstiller > {foran}:innstiller > ks:vedtar",
        f"byggesak_klage: {foran}:vedtar",
    ]
    if formannskap:
        ruter += [
            "budsjett_okonomiplan: fsk:innstiller > ks:vedtar",
            "skole_barnehage: fsk:innstiller > ks:vedtar",
        ]
    organer = [_organ("ks", "kommunestyre", medlemmer, vedtaksrett=True, moeter_per_aar=9)]
    organer += [_organ("fsk", "formannskap", 7)] * formannskap
    organer += [
        _organ("plan", "utvalg", vedtaksrett=True, moetetid_timer=3),
        _organ("helse", "utvalg"),
    ] * utvalg
    return Styringsmodell(
        id="dagens",
        navn="Vik",
        styreform="formannskap",
        organer=tuple(organer),
        saksganger=_ganger(*ruter),
        delegasjoner=(Delegasjon(fra="ks", til="plan", sakstyper=("byggesak_klage",)),) * utvalg,
    )


def _tilpass(dagens: Styringsmodell, arketype: str = "komite") -> Styringsmodell:
    return build_fra_arketype(ARKETYPER[arketype], dagens, read_sektorer(), TEKST)


def _ruter(modell: Styringsmodell) -> dict[str, list[str]]:
    return {s.sakstype: [format_trinn(t) for t in s.trinn] for s in modell.saksganger}


@pytest.mark.parametrize(
    ("medlemmer", "stoerrelser"),
    [
        (11, [6, 5]), (13, [7, 6]), (19, [10, 9]), (27, [14, 13]), (28, [10, 9, 9]), (35, [12, 12, 11]),
        (43, [11, 11, 11, 10]), (85, [22, 21, 21, 21]),
    ],
)  # fmt: skip
def test_the_committees_follow_the_size_of_the_council(medlemmer: int, stoerrelser: list[int]) -> None:
    assert [o.medlemmer for o in _tilpass(_vik(medlemmer)).av_art("kommunestyrekomite")] == stoerrelser


def test_a_council_of_unknown_size_gets_the_least_number_of_committees_of_unknown_size() -> None:
    assert [o.medlemmer for o in _tilpass(_vik(None)).av_art("kommunestyrekomite")] == [None, None]


def test_utvalg_are_gone_their_second_readings_kept_and_their_decisions_the_executives() -> None:
    modell = _tilpass(_vik(35))
    assert modell.av_art("utvalg") == ()
    assert _ruter(modell) == {
        "reguleringsplan": ["komite_plan_drift:innstiller", "komite_plan_drift:innstiller", "ks:vedtar"],
        "byggesak_klage": ["fsk:vedtar"],
        "budsjett_okonomiplan": ["fsk:innstiller", "ks:vedtar"],
        "skole_barnehage": ["fsk:innstiller", "ks:vedtar"],
    }
    assert [(d.fra, d.til) for d in modell.delegasjoner] == [("ks", "fsk")]


def test_without_an_executive_committee_the_council_decides() -> None:
    modell = _tilpass(_vik(35, formannskap=False))
    assert _ruter(modell)["byggesak_klage"] == ["ks:vedtar"]
    assert modell.delegasjoner == ()


def test_without_utvalg_today_the_committees_prepare_what_has_a_sector() -> None:
    """The budget stays with the executive committee, which must recommend it (kommuneloven § 14-3)."""
    modell = _tilpass(_vik(19, utvalg=False))
    assert _ruter(modell)["budsjett_okonomiplan"] == ["fsk:innstiller", "ks:vedtar"]
    assert _ruter(modell)["skole_barnehage"] == ["komite_velferd:innstiller", "ks:vedtar"]
    assert _ruter(modell)["reguleringsplan"] == [*["komite_plan_drift:innstiller"] * 2, "ks:vedtar"]
    assert _ruter(modell)["byggesak_klage"] == ["fsk:vedtar"]
    assert {o.id for o in modell.forberedende_og_vedtakende()} == {
        "fsk",
        "komite_plan_drift",
        "komite_velferd",
    }


def test_no_figure_is_invented_where_today_has_none() -> None:
    ny = _tilpass(_vik(35, utvalg=False)).av_art("kommunestyrekomite")[0]
    assert (ny.moeter_per_aar, ny.moetetid_timer, ny.papirer_dager_foer) == (9, None, None)
    assert ny.grunnlag("moeter_per_aar") == "forutsatt"


@pytest.mark.parametrize("medlemmer", [11, 35, 43])
def test_every_case_type_with_a_sector_has_a_committee_for_it(medlemmer: int) -> None:
    komiteer = _tilpass(_vik(medlemmer)).av_art("kommunestyrekomite")
    dekket = [s for o in komiteer for s in o.sektor]
    assert {s for s in read_sektorer().values() if s} == set(dekket)


@pytest.mark.parametrize("arketype", ARKETYPER)
@pytest.mark.parametrize("handling", HANDLINGER)
@given(medlemmer=st.none() | st.integers(0, 101), sakstype=st.sampled_from([*read_sektorer(), "egen_type"]))
def test_every_step_of_every_action_lands_in_a_body_that_is_there(
    arketype: str, handling: str, medlemmer: int | None, sakstype: str
) -> None:
    """A model with an unresolved step cannot be built at all; no step may stay with a body that went."""
    dagens = _vik(medlemmer)
    dagens = replace(
        dagens, saksganger=_ganger(f"{sakstype}: plan:{handling} + helse:{handling} > ks:vedtar")
    )
    modell = _tilpass(dagens, arketype)
    borte = {o.id for o in dagens.organer} - {o.id for o in modell.organer}
    assert not {o for s in modell.saksganger for o in s.organ_ider()} & borte
    assert sum(o.medlemmer or 0 for o in modell.av_art("kommunestyrekomite")) in (0, medlemmer)


@given(seter=st.lists(st.integers(0, 12), min_size=1, max_size=6).filter(lambda s: sum(s) >= 11))
def test_every_member_of_the_council_sits_in_one_committee(seter: list[int]) -> None:
    kommune = Kommune(
        navn="Vik", innbyggere=1, mandater={f"P{n}": s for n, s in enumerate(seter)}, oppdiktet=True
    )
    modell = _tilpass(_vik(sum(seter)))
    fordelt = allocate_plasser(kommune, modell)
    komiteer = [fordelt[o.id].oppgjoer.plasser for o in modell.av_art("kommunestyrekomite")]
    assert {p: sum(k[p] for k in komiteer) for p in kommune.mandater} == dict(kommune.mandater)


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_body_an_archetype_can_make_has_a_name_in_every_language(spraak: str) -> None:
    for arketype in ARKETYPER.values():
        for medlemmer in (11, 35, 85):
            modell = build_fra_arketype(arketype, _vik(medlemmer), read_sektorer(), Tekst(spraak))
            navn = [o.navn for o in modell.organer]
            assert len(set(navn)) == len(navn)
            assert not [n for n in navn if "modell." in n]


def test_every_action_has_one_who_takes_over_and_every_kind_and_action_is_known() -> None:
    feil = []
    for navn, a in ARKETYPER.items():
        maler = {f"{{{m.id}}}" for m in a.organer}
        feil += [f"{navn}: nobody takes over {h}" for h in HANDLINGER if a.fjern and h not in a.erstatt]
        for handling, steg in a.erstatt.items():
            hvem, _, gjoer = steg.partition(":")
            if (hvem not in maler and hvem not in ART) or gjoer not in HANDLINGER:
                feil.append(f"{navn}: {handling} = {steg}")
        feil += [
            f"{navn}: overtar {art}"
            for art, hva in a.overtar.items()
            if art not in ART or set(hva) - set(HANDLINGER)
        ]
    assert feil == []
