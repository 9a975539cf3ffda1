"""Are the differences told in words of the language, and is what is not given said to be so?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.modell.delegasjon import Delegasjon
from analyse.modell.diff import ORGANFELT, SAKSGANGSFELT, STATUSER, Endring, compare_modeller
from analyse.modell.difford import Difford
from analyse.modell.organ import Organ
from analyse.modell.saksgang import parse_trinn
from analyse.modell.styringsmodell import Styringsmodell

RAADET = Organ(id="kommunestyret", navn="Kommunestyret", art="kommunestyre", medlemmer=35)
PLAN = Organ(id="plan", navn="Planutvalget", art="utvalg", medlemmer=7, velges_av="kommunestyret")
MODELL = Styringsmodell(id="m", navn="M", styreform="formannskap", organer=(RAADET, PLAN))
NB = Difford(compare_modeller(MODELL, MODELL), Tekst("nb"))


@pytest.mark.parametrize(
    ("felt", "foer", "etter", "ord_"),
    [
        ("medlemmer", 35, 27, "medlemmer 35 → 27"),
        ("medlemmer", None, 9, "medlemmer ikke oppgitt → 9"),
        ("vedtaksrett", False, True, "vedtaksrett nei → ja"),
        ("moetetid_timer", 4.0, 2.5, "timer per møte 4 → 2,5"),
        ("velges_av", "", "kommunestyret", "velges av ikke oppgitt → Kommunestyret"),
        ("valgbare", "alle", "kommunestyret", "valgbare alle → medlemmer av kommunestyret"),
        ("andel", 1.0, 0.5, "andel av sakene 100\xa0% → 50\xa0%"),
        ("styreform", "formannskap", "parlamentarisme", "styreform formannskapsmodell → parlamentarisme"),
        ("sektor", ("plan",), (), "område plan → ikke oppgitt"),
        ("opphold_dager", (), (0, 42), "opphold i dager ikke oppgitt → 0, 42"),
    ],
)
def test_a_change_is_told_with_both_values(felt: str, foer: object, etter: object, ord_: str) -> None:
    assert NB.endring(Endring(felt=felt, foer=foer, etter=etter)) == ord_  # type: ignore[arg-type]


def test_steps_and_delegations_are_told_by_the_names_of_the_bodies() -> None:
    assert NB.trinn(parse_trinn("plan:innstiller")) == "Planutvalget innstiller"
    delegasjon = Delegasjon(fra="kommunestyret", til="plan", sakstyper=("reguleringsplan", "eget"))
    assert NB.delegasjon(delegasjon) == "Kommunestyret → Planutvalget: Reguleringsplan, eget"
    alle = replace(delegasjon, sakstyper=("alle",), prinsipielle=True)
    assert NB.delegasjon(alle) == "Kommunestyret → Planutvalget: alle sakstyper (også prinsipielle saker)"


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_fact_and_status_has_a_name_in_every_language(spraak: str) -> None:
    tekst = Tekst(spraak)
    felt = {*ORGANFELT, *SAKSGANGSFELT, "styreform", "sekretariat"}
    assert sorted(f for f in felt if not tekst.finnes(f"diff.felt.{f}")) == []
    assert sorted(s for s in STATUSER if not tekst.finnes(f"diff.status.{s}")) == []
