"""Do the vectorised rules say what the readable ones say, of any structure on any day?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.scenario import Scenario
from analyse.modell.styringsmodell import Styringsmodell
from analyse.rett.kontroll import check_styringsmodell
from analyse.rett.regelregister import read_regelfunksjoner
from analyse.rett.vektor import KOLONNER, VEKTORREGLER, build_strukturtall, check_strukturer

FUNKSJONER = {r: f for r, f in read_regelfunksjoner().items() if r in VEKTORREGLER}
DAGER = (date(1995, 1, 1), date(2015, 1, 1), date(2020, 1, 1), date(2024, 4, 30), date(2026, 1, 1))
ARTER = (
    *("formannskap", "kommuneraad", "utvalg", "kommunedelsutvalg", "kommunestyrekomite", "oppgaveutvalg"),
    *("kontrollutvalg", "partssammensatt", "eldreraad", "funksjonsraad", "ungdomsraad", "valgstyre"),
    *("styre", "felles_nemnd", "kommunedirektoer"),
)
RAADET = Organ(id="raadet", navn="Kommunestyret", art="kommunestyre", medlemmer=27)
ORDFOEREREN = Organ(id="ordfoereren", navn="Ordføreren", art="ordfoerer", medlemmer=1)
FAST = Organ(id="fast", navn="Formannskapet", art="formannskap", medlemmer=7)

stoerrelser = st.one_of(st.none(), st.integers(0, 12))


@st.composite
def organer(draw: st.DrawFn) -> tuple[Organ, ...]:
    """Draw bodies of any kinds, some twice, some of unknown size or elected by whom is not told."""
    arter = draw(st.lists(st.sampled_from(ARTER), max_size=20))
    raadet = replace(RAADET, medlemmer=draw(st.one_of(st.none(), st.integers(0, 90))))
    andre = tuple(
        Organ(
            id=f"o{nr}",
            navn=f"Organ {nr}",
            art=art,
            medlemmer=draw(stoerrelser),
            velges_av=draw(st.sampled_from(["", "raadet", "raadet", "ordfoereren", "fast"])),
            vedtaksrett=draw(st.sampled_from([None, True, False])),
        )
        for nr, art in enumerate(arter)
    )
    return (raadet, ORDFOEREREN, FAST, *andre)


@st.composite
def scenarier(draw: st.DrawFn) -> Scenario:
    """Draw a place with a structure, lawful or not."""
    return Scenario(
        kommune=Kommune(
            navn="Prøvevik",
            innbyggere=draw(st.one_of(st.sampled_from([5000, 5001, 10000, 50000, 100000, 150000, 300000]),
                                      st.integers(200, 700_000))),
            nivaa=draw(st.sampled_from(["kommune", "fylkeskommune"])),
        ),
        modell=Styringsmodell(
            id="m",
            navn="Modell",
            styreform=draw(st.sampled_from(["formannskap", "parlamentarisme"])),
            organer=draw(organer()),
        ),
    )  # fmt: skip


@given(scenarioene=st.lists(scenarier(), min_size=1, max_size=4), dato=st.sampled_from(DAGER))
def test_the_two_forms_agree_on_any_structure_and_day(scenarioene: list[Scenario], dato: date) -> None:
    tall = np.array([build_strukturtall(s) for s in scenarioene], dtype=np.int64)
    brutt = check_strukturer(tall, dato)
    assert brutt.shape == (len(scenarioene), len(VEKTORREGLER))
    lest = [
        {k.regel.id for k in check_styringsmodell(s, dato, funksjoner=FUNKSJONER).brudd} for s in scenarioene
    ]
    assert [{VEKTORREGLER[i] for i in np.flatnonzero(rad)} for rad in brutt] == lest


def test_every_vectorised_rule_is_a_checked_one() -> None:
    assert sorted(FUNKSJONER) == sorted(VEKTORREGLER)


def _struktur(**felt: int) -> np.ndarray:
    rad = build_strukturtall(Scenario(
        kommune=Kommune(navn="Prøvevik", innbyggere=12000),
        modell=Styringsmodell(id="m", navn="M", styreform="formannskap", organer=(RAADET, FAST)),
    ))  # fmt: skip
    return np.array([[felt.get(k, v) for k, v in zip(KOLONNER, rad, strict=True)]], dtype=np.int64)


def _brutt(**felt: int) -> set[str]:
    svar = check_strukturer(_struktur(**felt), DAGER[-1])
    return {VEKTORREGLER[i] for i in np.flatnonzero(svar[0])}


@pytest.mark.parametrize(
    ("felt", "regel"),
    [
        ({"kommunestyre": 25}, "KL18-5-5-MIN-KOMMUNE"),
        ({"kommunestyre": 28}, "KL18-5-5-ODD"),
        ({"er_fylke": 1, "kommunestyre": 17}, "KL18-5-5-MIN-FYLKE"),
        ({"formannskap_minste": 4}, "KL18-5-6-MIN"),
        ({"er_parlamentarisk": 1}, "KL18-5-6-NOPARL"),
        ({"er_parlamentarisk": 1}, "KL18-10-2-LEDER"),
        ({"komite_antall": 2, "komite_plasser": 24}, "KL18-5-9-ALLE"),
        ({"komite_avgjoer": 1}, "KL18-5-9-NOVEDTAK"),
        ({"utvalg_minste": 2}, "KL18-5-7-MIN"),
        ({"utvalg_feil_velger": 1}, "KL18-5-7-VELGES"),
    ],
)
def test_one_number_changed_breaks_one_rule_more(felt: dict[str, int], regel: str) -> None:
    assert regel in _brutt(**felt) - _brutt()


def test_an_array_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match=r"expected an array \(n, 27\)"):
        check_strukturer(np.zeros((3, 4), dtype=np.int64), DAGER[-1])
    assert check_strukturer(np.zeros((0, len(KOLONNER)), dtype=np.int64), DAGER[-1]).shape == (0, 21)
