"""Who decides and who is said to recommend: weighted by number, a range where numbers are not given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.anslag import Anslag
from analyse.indikatorer.delegering import measure_delegert, measure_innstillingsgap, nivaa, vektet
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling
from analyse.modell.kommune import Kommune
from analyse.modell.organ import ART_EKSTERN, ART_PERSON, Organ
from analyse.modell.styringsmodell import Styringsmodell

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Grunnlagmaker = Callable[..., Maalegrunnlag]
VIK = Kommune(navn="Vik", innbyggere=4250, mandater={"A": 17}, oppdiktet=True)
RUTER = (
    "skole: fsk:innstiller > ks:vedtar",
    "bygg: plan:vedtar",
    "bygg: kd:vedtar",
    "eierskap: fsk:vedtar",
)


@pytest.fixture(scope="session")
def vik(organ: Organmaker, modell: Modellmaker) -> Styringsmodell:
    """Give a structure with a level of each kind."""
    organer = (organ("fsk", "formannskap"), organ("plan"), organ("kd", "kommunedirektoer", None))
    return modell("vik", *organer, ruter=RUTER)


def _antall(**tall: Anslag | float) -> dict[str, Anslag]:
    return {
        s: a if isinstance(a, Anslag) else Anslag(sentral=a, lav=a, hoey=a, grunnlag="oppgitt")
        for s, a in tall.items()
    }


def _samlet(rader: list[Maaling], indikator: str) -> Maaling:
    return next(m for m in rader if (m.indikator, m.dimensjon) == (indikator, None))


def test_the_share_and_level_by_hand(vik: Styringsmodell, grunnlag: Grunnlagmaker) -> None:
    """Ten school cases (council), thirty building cases (half committee, half administration), ten others.

    Delegated: 40 of 50. Level: (10·3 + 30·0.5 + 10·2) / 50 = 1.3.
    """
    kommune = replace(VIK, saksmengde=_antall(skole=10, bygg=30, eierskap=10))
    rader = list(measure_delegert(grunnlag(vik, kommune)))
    assert _samlet(rader, "delegert_andel").verdi == pytest.approx(0.8)
    assert _samlet(rader, "avgjoerelsesnivaa").verdi == pytest.approx(1.3)
    per_type = {(m.indikator, m.element): m.verdi for m in rader if m.dimensjon == "sakstype"}
    assert per_type["avgjoerelsesnivaa", "bygg"] == 0.5
    assert per_type["delegert_andel", "skole"] == 0.0


def test_a_mix_that_is_not_wholly_known_can_be_any_mix(vik: Styringsmodell, grunnlag: Grunnlagmaker) -> None:
    for saksmengde in ({}, _antall(skole=10, bygg=30)):
        rader = list(measure_delegert(grunnlag(vik, replace(VIK, saksmengde=saksmengde))))
        samlet = _samlet(rader, "avgjoerelsesnivaa")
        assert (samlet.verdi, samlet.lav, samlet.hoey, samlet.grunn) == (None, 0.5, 3.0, "vekter_ukjent")


def test_uncertain_numbers_of_cases_make_the_mean_uncertain(
    vik: Styringsmodell, grunnlag: Grunnlagmaker
) -> None:
    kommune = replace(
        VIK,
        saksmengde=_antall(
            skole=Anslag(sentral=10, lav=5, hoey=20, grunnlag="forutsatt"), bygg=30, eierskap=10
        ),
    )
    samlet = _samlet(list(measure_delegert(grunnlag(vik, kommune))), "delegert_andel")
    assert samlet.trekk is not None
    assert 40 / 60 <= samlet.trekk.min() < 0.8 < samlet.trekk.max() <= 40 / 45


@given(
    verdier=st.lists(st.floats(0, 3), min_size=1, max_size=6),
    vekter=st.lists(st.integers(0, 100), min_size=6, max_size=6),
)
def test_every_mix_lies_in_the_range_of_the_unknown_mix(
    vik: Styringsmodell, grunnlag: Grunnlagmaker, verdier: list[float], vekter: list[int]
) -> None:
    per_type = {f"t{nr}": v for nr, v in enumerate(verdier)}
    kjent = {f"t{nr}": v for nr, v in enumerate(vekter[: len(verdier)])}
    ukjent = vektet("avgjoerelsesnivaa", per_type, grunnlag(vik, VIK))
    med = vektet("avgjoerelsesnivaa", per_type, grunnlag(vik, replace(VIK, saksmengde=_antall(**kjent))))
    if not any(kjent.values()):
        assert (med.verdi, med.lav, med.hoey) == (ukjent.verdi, ukjent.lav, ukjent.hoey)
        return
    lav, hoey = (ukjent.lav, ukjent.hoey) if ukjent.verdi is None else (ukjent.verdi, ukjent.verdi)
    assert med.verdi is not None
    assert lav is not None
    assert hoey is not None
    assert lav - 1e-9 <= med.verdi <= hoey + 1e-9


def test_without_a_route_that_decides_nothing_is_said(modell: Modellmaker, grunnlag: Grunnlagmaker) -> None:
    rader = list(measure_delegert(grunnlag(modell("vik"), VIK)))
    assert [(m.verdi, m.grunn) for m in rader] == [(None, "mangler:saksgang")] * 2


def test_persons_and_the_state_decide_as_committees_and_the_government_as_formannskapet(
    organ: Organmaker,
) -> None:
    assert {nivaa(organ(a, a, None)) for a in (*ART_PERSON, *ART_EKSTERN)} == {"utvalg"}
    assert nivaa(organ("raad", "kommuneraad")) == "formannskap"
    assert nivaa(organ("etat", "etat", None)) == "administrasjon"


def _innstiller(vik: Styringsmodell, *par: tuple[str, str]) -> Styringsmodell:
    ganger = tuple(
        replace(g, innstiller_formelt=f, innstiller_reelt=r)
        for g, (f, r) in zip(vik.saksganger, par, strict=True)
    )
    return replace(vik, saksganger=ganger)


def test_the_gap_in_recommending_needs_both_and_every_route_of_the_type(
    vik: Styringsmodell, grunnlag: Grunnlagmaker
) -> None:
    kommune = replace(VIK, saksmengde=_antall(skole=10, bygg=30, eierskap=10))
    modell = _innstiller(vik, ("kd", "plan"), ("kd", "kd"), ("kd", ""), ("kd", "kd"))
    rader = list(measure_innstillingsgap(grunnlag(modell, kommune)))
    assert {m.element: m.verdi for m in rader} == {None: 0.5, "skole": 1.0, "eierskap": 0.0}
    ingen = list(measure_innstillingsgap(grunnlag(vik, kommune)))
    assert [m.grunn for m in ingen] == ["mangler:innstiller"]
