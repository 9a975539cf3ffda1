"""From routes to boxes and ribbons: nothing is lost on the way, and what a width means is said."""

from __future__ import annotations

import pytest

from analyse.figurer.saksflyt import Saksflytdata
from analyse.figurer.saksflytdata import build_saksflytdata
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.modell.organ import Organ
from analyse.modell.saksgang import Saksgang, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell

ORGANER = (
    Organ(id="ks", navn="Kommunestyret", art="kommunestyre", medlemmer=35),
    Organ(id="plan", navn="Planutvalget", art="utvalg", medlemmer=7),
    Organ(id="eldre", navn="Eldrerådet", art="eldreraad", medlemmer=5),
    *(Organ(id=f"bu{nr}", navn=f"Bydel {nr}", art="kommunedelsutvalg", medlemmer=15) for nr in range(5)),
)


def _gang(sakstype: str, *trinn: str, **felter: object) -> Saksgang:
    return Saksgang(sakstype=sakstype, trinn=tuple(map(parse_trinn, trinn)), **felter)  # type: ignore[arg-type]


PLAN = _gang("reguleringsplan", "eldre:uttaler + plan:uttaler", "plan:innstiller", "ks:vedtar")
VEI = _gang("vei_teknisk", "plan:vedtar")


def _data(*saksganger: Saksgang, antall: dict[str, float] | None = None, spraak: str = "nb") -> Saksflytdata:
    modell = Styringsmodell(
        id="m", navn="Dagens", styreform="formannskap", organer=ORGANER, saksganger=saksganger
    )
    return build_saksflytdata(modell, Tekst(spraak), antall=antall)


def _noder(data: Saksflytdata) -> list[tuple[int, str, str, float]]:
    return [(n.kolonne, n.navn, n.etikett, n.verdi) for n in data.noder]


def test_a_body_has_a_box_per_step_and_side_by_side_shares_the_case() -> None:
    assert _noder(_data(PLAN, VEI)) == [
        (0, "Reguleringsplan", "", 1.0),
        (0, "Vei og teknisk", "", 1.0),
        (1, "Eldrerådet", "uttaler seg", 0.5),
        (1, "Planutvalget", "uttaler seg\xa0(1), vedtar\xa0(1)", 1.5),
        (2, "Planutvalget", "innstiller", 1.0),
        (3, "Kommunestyret", "vedtar", 1.0),
    ]


def test_routes_between_the_same_two_bodies_are_one_ribbon() -> None:
    a, b = (_gang(t, "plan:innstiller", "ks:vedtar") for t in ("kommuneplan", "eierskap"))
    data = _data(a, b)
    assert [(x.fra, x.til, x.verdi) for x in data.baand] == [(0, 2, 1.0), (2, 3, 2.0), (1, 2, 1.0)]
    (rute,) = data.ruter
    assert rute.navn == ("Kommuneplan", "Eierskap")


def test_widths_are_the_callers_numbers_times_the_share_of_the_route_or_equal_and_said_so() -> None:
    halv = _gang("vei_teknisk", "plan:vedtar", andel=0.25)
    data = _data(halv, antall={"vei_teknisk": 40.0})
    assert data.noder[0].verdi == 10.0
    assert "antall saker per år" in data.omtale.undertittel
    assert "Vi vet ikke hvor mange saker" in _data(halv).omtale.undertittel
    assert data.ruter[0].navn == ("Vei og teknisk (25\xa0%)",)
    with pytest.raises(ValueError, match="vei_teknisk"):
        _data(halv, antall={"eierskap": 3.0})


def test_many_bodies_that_do_the_same_share_a_box_and_are_all_named_in_the_alt_text() -> None:
    bydeler = " + ".join(f"bu{nr}:uttaler" for nr in range(5))
    data = _data(_gang("kommuneplan", bydeler, "ks:vedtar"))
    assert _noder(data)[1] == (1, "Bydel 0 og 4 organ til", "uttaler seg", pytest.approx(1.0))
    assert all(f"Bydel {nr} uttaler seg" in data.omtale.alt for nr in range(5))
    faa = _data(_gang("kommuneplan", "bu0:uttaler + bu1:uttaler", "ks:vedtar"))
    assert [n.navn for n in faa.noder if n.kolonne == 1] == ["Bydel 0", "Bydel 1"]


@pytest.mark.parametrize(
    ("saksganger", "tittel"),
    [
        ((), "Modellen har ingen oppgitte saksganger"),
        ((VEI,), "Planutvalget vedtar i den ene sakstypen"),
        ((PLAN, VEI), "Kommunestyret og Planutvalget vedtar i 1 av 2 sakstyper hver"),
        (
            (VEI, _gang("eierskap", "plan:vedtar"), PLAN),
            "Planutvalget vedtar i flest sakstyper: 2 av 3",
        ),
        ((_gang("eierskap", "plan:uttaler"),), "Saksgangene sier ikke hvem som vedtar"),
        (
            (_gang("eierskap", "plan:vedtar", grunnlag="forutsatt"), PLAN),
            "Slik antar vi at sakene går i modellen «Dagens»",
        ),
    ],
)
def test_the_title_says_who_decides_and_counts_nothing_we_assumed(
    saksganger: tuple[Saksgang, ...], tittel: str
) -> None:
    assert _data(*saksganger).omtale.tittel == tittel


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_language_tells_the_routes(spraak: str) -> None:
    data = _data(PLAN, VEI, spraak=spraak)
    assert "Planutvalget" in data.omtale.alt
    assert len(data.kolonner) == 4
