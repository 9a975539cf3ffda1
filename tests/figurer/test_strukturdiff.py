"""Two structures in one chart: what comes, goes and changes size can be told without colour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from analyse.figurer.orgkart import draw_orgkart
from analyse.figurer.orgkartdata import Orgkartdata
from analyse.figurer.scene import Figur, Linje, Rektangel, Skrift
from analyse.figurer.stil import A4_LIGGENDE, NY_TYKKELSE, SLAG, TELEFON, UTGAAR_MOENSTER, Ramme
from analyse.figurer.strukturdiff import build_strukturdiffkart
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.inntak.modellfil import read_modell
from analyse.modell.diff import compare_modeller
from analyse.modell.organ import Organ
from analyse.modell.saksgang import Saksgang, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell

STRUKTURER = Path(__file__).resolve().parents[2] / "data" / "eksempel" / "strukturer"
RAADET = Organ(id="ks", navn="Kommunestyret", art="kommunestyre", medlemmer=35)


def _organ(id_: str, **felter: object) -> Organ:
    fast = {"id": id_, "navn": id_.capitalize(), "art": "utvalg", "medlemmer": 7, "velges_av": "ks"}
    return Organ(**fast | felter)  # type: ignore[arg-type]


def _modell(*organer: Organ, **felter: object) -> Styringsmodell:
    fast = {"id": "m", "navn": "Dagens", "styreform": "formannskap", "organer": organer}
    return Styringsmodell(**fast | felter)  # type: ignore[arg-type]


FOER = _modell(RAADET, _organ("plan"), _organ("helse"))
ETTER = _modell(replace(RAADET, medlemmer=27), _organ("plan"), _organ("kultur"), navn="Nytt")


def _kart(foer: Styringsmodell = FOER, etter: Styringsmodell = ETTER, spraak: str = "nb") -> Orgkartdata:
    return build_strukturdiffkart(compare_modeller(foer, etter), Tekst(spraak))


def test_each_body_says_what_becomes_of_it() -> None:
    assert [(b.id, b.status, b.etiketter) for b in _kart().bokser] == [
        ("ks", "endret", ("35 → 27 medlemmer",)),
        ("plan", "uendret", ("7 medlemmer",)),
        ("kultur", "ny", ("ny", "7 medlemmer")),
        ("helse", "utgaar", ("utgår", "7 medlemmer")),
    ]


def test_what_goes_hangs_where_it_hung_also_when_its_elector_has_a_new_id() -> None:
    ting = replace(RAADET, id="tinget")
    kart = _kart(etter=_modell(ting, _organ("plan", velges_av="tinget")))
    assert {b.id: b.forelder for b in kart.bokser} == {"tinget": "", "plan": "tinget", "helse": "tinget"}


def test_new_has_a_heavy_border_and_what_goes_a_dashed_one_a_crossed_name_and_a_dashed_line() -> None:
    figur = draw_orgkart(_kart())
    grupper = {g.noekkel: g.former for g in figur.grupper if g.noekkel}
    kanter = {n: former[0] for n, former in grupper.items()}
    assert all(isinstance(k, Rektangel) for k in kanter.values())
    assert kanter["kultur"].tykkelse == SLAG["folkevalgt"].tykkelse * NY_TYKKELSE  # type: ignore[union-attr]
    assert kanter["helse"].moenster == UTGAAR_MOENSTER  # type: ignore[union-attr]
    streker = [f for f in grupper["helse"] if isinstance(f, Linje)]
    navn = next(f for f in grupper["helse"] if isinstance(f, Skrift))
    assert [(s.punkter[1][0] - s.punkter[0][0]) for s in streker] == pytest.approx([navn.bredde])
    assert navn.y - navn.px < streker[0].punkter[0][1] < navn.y
    assert sum(isinstance(f, Linje) for n, g in grupper.items() if n != "helse" for f in g) == 0
    stiplede = [f for f in figur.grupper[1].former if isinstance(f, Linje) and f.moenster]
    assert len(stiplede) == 1


@pytest.mark.parametrize(
    ("etter", "tittel"),
    [
        (ETTER, "1 organ utgår, 1 er nytt og 1 består med endringer"),
        (FOER, "De to strukturene har de samme organene"),
        (
            replace(FOER, saksganger=(Saksgang(sakstype="a", trinn=(parse_trinn("ks:vedtar"),)),)),
            "Organene er de samme, men sakene går en annen vei",
        ),
    ],
)
def test_the_title_is_what_changes(etter: Styringsmodell, tittel: str) -> None:
    assert _kart(etter=etter).tittel == tittel


def test_the_alt_text_names_every_body_and_every_change() -> None:
    assert _kart().alt == (
        "Endringer i organisasjonskartet fra «Dagens» til «Nytt». Utgår: Helse (7 medlemmer). "
        "Nye: Kultur (7 medlemmer). Uendret: Plan (7 medlemmer). Kommunestyret: medlemmer 35 → 27."
    )


def test_a_change_there_is_no_room_for_is_counted() -> None:
    endret = _organ("plan", vedtaksrett=True, sektor=("plan",), moetetid_timer=3.0)
    (boks,) = (b for b in _kart(etter=_modell(RAADET, endret, _organ("helse"))).bokser if b.id == "plan")
    assert boks.etiketter == ("7 medlemmer", "vedtaksrett ikke oppgitt → ja", "2 andre endringer")


@pytest.mark.parametrize("ramme", [A4_LIGGENDE, TELEFON])
@pytest.mark.parametrize("spraak", SPRAAK)
def test_25_bodies_of_two_real_structures_are_whole(
    ramme: Ramme, spraak: str, hold_figur: Callable[..., None], hold_png: Callable[[Figur], None]
) -> None:
    foer, etter = (read_modell(STRUKTURER / f"{n}.toml").modell for n in ("verdal_2003_2011", "drammen_2020"))
    kart = _kart(foer, etter, spraak)
    assert len(kart.bokser) >= 25
    figur = draw_orgkart(kart, ramme)
    hold_figur(figur, bredde=ramme.bredde)
    if spraak == "nn":
        hold_png(figur)
