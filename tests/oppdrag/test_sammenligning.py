"""A whole comparison: the bundled project and an invented municipality go through the same code."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from analyse.inntak.prosjekt import read_prosjekt
from analyse.modell.kommune import Kommune
from analyse.modell.maalinger import KOLONNER, som_rader
from analyse.modell.organ import Opplysning, Organ
from analyse.modell.prosjekt import Prosjekt, Prosjektvalg
from analyse.modell.resultat import Resultat
from analyse.modell.saksgang import Saksgang, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell
from analyse.oppdrag.sammenligning import compare_prosjekt

PUNKTMAAL = ("moeter_per_aar", "timer_per_plass", "ventetid_moete", "gallagher_organ")


def _organ(id_: str, art: str, medlemmer: int, velges_av: str, **figurer: float) -> Organ:
    usikker = {
        felt: Opplysning(grunnlag="forutsatt", lav=v * 0.8, hoey=v * 1.5) for felt, v in figurer.items()
    }
    return Organ(
        id=id_, navn=id_, art=art, medlemmer=medlemmer, velges_av=velges_av, opplysninger=usikker, **figurer
    )


@pytest.fixture(scope="module")
def fjordvik() -> Prosjekt:
    """An invented municipality with other names, sizes and routes than the bundled one."""
    organer = (
        _organ("heradsstyret", "kommunestyre", 13, "", moeter_per_aar=6, moetetid_timer=3),
        _organ("formannskap", "formannskap", 5, "heradsstyret", moeter_per_aar=10, moetetid_timer=2),
        _organ("naeringsutvalet", "utvalg", 7, "heradsstyret", moeter_per_aar=5, moetetid_timer=2),
    )
    gang = Saksgang(
        sakstype="naering_landbruk",
        trinn=tuple(parse_trinn(t) for t in ("naeringsutvalet:innstiller", "heradsstyret:vedtar")),
    )
    return Prosjekt(
        mappe="fjordvik",
        kommune=Kommune(
            navn="Fjordvik",
            innbyggere=2600,
            mandater={"Raud": 6, "Blå": 4, "Grøn": 3, "Kvit": 0},
            oppdiktet=True,
        ),
        dagens=Styringsmodell(
            id="dagens", navn="Dagens", styreform="formannskap", organer=organer, saksganger=(gang,)
        ),
        valg=Prosjektvalg(dato=date(2026, 1, 1), trekk=300),
    )


@pytest.fixture(scope="module")
def levanger(rot: Path) -> Resultat:
    """The bundled project compared as it stands."""
    return compare_prosjekt(read_prosjekt(rot / "data" / "eksempel" / "levanger"))


def test_an_invented_municipality_goes_all_the_way_and_owns_its_numbers(fjordvik: Prosjekt) -> None:
    resultat = compare_prosjekt(fjordvik)
    rader = som_rader(resultat.maalinger)
    assert list(resultat.modeller) == [
        "dagens",
        "komite",
        "formannskap",
        "funksjonsdelt",
    ]  # it is hovedutvalg today
    assert {r["grunnlag"] for r in rader} <= {"oppdiktet", "ikke_belyst"}
    skrevet = json.dumps(rader, ensure_ascii=False, allow_nan=False).casefold()
    assert "levanger" not in skrevet
    (rad,) = (
        r
        for r in rader
        if r["indikator"] == "innbyggere_per_medlem" and r["mot"] is None and r["modell"] == "dagens"
    )
    assert rad["verdi"] == 200


def test_its_committees_meet_as_often_as_its_council_and_the_difference_says_so(fjordvik: Prosjekt) -> None:
    """Today 6 + 10 + 5 = 21. Two committees of 6 meetings for the utvalg's 5: 6 + 10 + 6 + 6 = 28."""
    rader = [
        r
        for r in som_rader(compare_prosjekt(fjordvik, ["komite"]).maalinger)
        if r["indikator"] == "moeter_per_aar"
    ]
    verdier = {(r["modell"], r["mot"]): r["verdi"] for r in rader if r["dimensjon"] is None}
    assert verdier == {("dagens", None): 21, ("komite", None): 28, ("komite", "dagens"): 7}


def test_the_bundled_project_has_rows_of_the_promised_shape(levanger: Resultat) -> None:
    rader = json.loads(json.dumps(som_rader(levanger.maalinger), allow_nan=False))
    assert {tuple(r) for r in rader} == {KOLONNER}
    assert {r["mot"] for r in rader} == {None, "dagens"}


def test_every_value_lies_in_each_of_its_intervals(levanger: Resultat) -> None:
    feil = [
        (r["modell"], r["indikator"], r["element"], r["mot"], r["intervall"])
        for r in som_rader(levanger.maalinger)
        if r["verdi"] is not None
        and not (
            (r["lav"] is None or r["lav"] <= r["verdi"]) and (r["hoey"] is None or r["verdi"] <= r["hoey"])
        )
    ]
    assert feil == []


def test_a_verdict_stands_on_every_difference_that_is_lit_and_on_nothing_else(levanger: Resultat) -> None:
    rader = som_rader(levanger.maalinger)
    belyst = [r for r in rader if r["grunnlag"] != "ikke_belyst"]
    assert all((r["verdikt"] is not None) == (r["mot"] is not None) for r in belyst)
    assert all(r["verdikt"] is None and r["verdi"] is None and r["grunn"] for r in rader if r not in belyst)


def test_a_body_that_is_the_same_differs_by_exactly_nil(levanger: Resultat) -> None:
    egne = [
        r
        for r in som_rader(levanger.maalinger)
        if r["mot"] and r["dimensjon"] == "organ" and r["verdi"] is not None and r["indikator"] in PUNKTMAAL
    ]
    assert egne
    assert {(r["verdi"], r["lav"], r["hoey"], r["verdikt"]) for r in egne} == {
        (0, None, None, "praktisk_like")
    }


def test_the_same_project_gives_the_same_table_to_the_digit(rot: Path, levanger: Resultat) -> None:
    igjen = compare_prosjekt(read_prosjekt(rot / "data" / "eksempel" / "levanger"))
    assert som_rader(igjen.maalinger) == som_rader(levanger.maalinger)
