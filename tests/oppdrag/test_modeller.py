"""Which models stand side by side: today's first, then those asked for, and no silent choice between two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from analyse.grunn.feil import BrukFeil
from analyse.inntak.arketyper import read_arketyper
from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.prosjekt import Prosjekt, Prosjektvalg
from analyse.modell.styringsmodell import Styringsmodell
from analyse.oppdrag.modeller import ANTALL_ALTERNATIVER, build_modeller, foreslaatte, tekst_for

MODELLFIL = """\
format = 1
[modell]
id = "{id}"
navn = "Fra fil"
styreform = "formannskap"
[[organ]]
id = "ks"
navn = "Kommunestyret"
art = "kommunestyre"
medlemmer = 11
"""


def _modell(id_: str, navn: str = "Egen") -> Styringsmodell:
    raad = Organ(id="ks", navn="Kommunestyret", art="kommunestyre", medlemmer=11)
    return Styringsmodell(id=id_, navn=navn, styreform="formannskap", organer=(raad,))


def _prosjekt(*alternativer: Styringsmodell, **valg: object) -> Prosjekt:
    return Prosjekt(
        mappe="vik",
        kommune=Kommune(navn="Vik", innbyggere=900, mandater={"A": 6, "B": 5}, oppdiktet=True),
        dagens=_modell("dagens"),
        valg=Prosjektvalg(dato=date(2026, 1, 1), **valg),  # type: ignore[arg-type]
        alternativer={m.id: m for m in alternativer},
    )


def test_today_stands_first_and_once_whatever_is_asked_for() -> None:
    prosjekt = _prosjekt(_modell("en"), _modell("to"))
    assert list(build_modeller(prosjekt, ["to", "dagens", "en", "to"])) == ["dagens", "to", "en"]


def test_what_is_asked_for_goes_before_the_projects_choice_and_that_before_its_own_models() -> None:
    prosjekt = _prosjekt(_modell("en"), _modell("to"), modeller=("to",))
    assert list(build_modeller(prosjekt, ["en"])) == ["dagens", "en"]
    assert list(build_modeller(prosjekt)) == ["dagens", "to"]
    assert list(build_modeller(_prosjekt(_modell("en"))))[:2] == ["dagens", "en"]


def test_with_nothing_chosen_there_are_archetypes_and_todays_own_is_not_among_them() -> None:
    """A council alone is formannskapsmodell uten utvalg: that one is no alternative to itself."""
    modeller = build_modeller(_prosjekt())
    assert list(modeller) == ["dagens", "hovedutvalg", "komite", "funksjonsdelt"]
    assert "formannskap" in list(read_arketyper())[:ANTALL_ALTERNATIVER]


def test_own_alternatives_come_first_and_archetypes_fill_up_to_three() -> None:
    egne = [_modell(i) for i in ("a", "b", "c", "d")]
    assert foreslaatte(_prosjekt(*egne[:1])) == ["a", "hovedutvalg", "komite"]
    assert foreslaatte(_prosjekt(*egne[:2])) == ["a", "b", "hovedutvalg"]
    assert foreslaatte(_prosjekt(*egne)) == ["a", "b", "c", "d"]
    assert foreslaatte(_prosjekt(_modell("komite"))) == ["komite", "hovedutvalg", "funksjonsdelt"]


@pytest.mark.parametrize(
    ("nivaa", "innbyggere", "tilbys"),
    [
        ("kommune", 900, False),
        ("kommune", 49_999, False),
        ("kommune", 50_000, True),
        ("fylkeskommune", 240_000, True),
    ],
)
def test_parlamentarisme_is_offered_where_it_has_been_tried_and_elsewhere_on_request(
    nivaa: str, innbyggere: int, tilbys: bool
) -> None:
    prosjekt = _prosjekt()
    prosjekt = replace(prosjekt, kommune=replace(prosjekt.kommune, nivaa=nivaa, innbyggere=innbyggere))
    assert ("parlamentarisme" in foreslaatte(prosjekt)) == tilbys
    assert len(foreslaatte(prosjekt)) == ANTALL_ALTERNATIVER
    paa_bestilling = build_modeller(prosjekt, ["parlamentarisme"])["parlamentarisme"]
    assert paa_bestilling.merknader == (() if tilbys else ("modell.tilbys.lovlig_lite_aktuelt",))


def test_what_already_lies_on_top_of_todays_model_is_not_offered_again() -> None:
    dagens = _modell("dagens").with_organ(
        Organ(id="nord", navn="Nord", art="kommunedelsutvalg", medlemmer=7, velges_av="ks")
    )
    prosjekt = replace(_prosjekt(), dagens=dagens)
    assert "kommunedelsutvalg" not in foreslaatte(prosjekt)
    bygd = build_modeller(prosjekt, ["kommunedelsutvalg"])["kommunedelsutvalg"]
    assert [o.id for o in bygd.organer] == ["ks", "nord"]


def test_an_own_model_wins_over_an_archetype_of_its_id() -> None:
    assert build_modeller(_prosjekt(_modell("komite")), ["komite"])["komite"].navn == "Egen"
    assert build_modeller(_prosjekt(), ["komite"])["komite"].arketype == "komite"


def test_every_unknown_name_is_found_at_once_with_the_nearest() -> None:
    with pytest.raises(BrukFeil) as feil:
        build_modeller(_prosjekt(_modell("egen")), ["komitee", "egen", "xyz"])
    assert [(f.kode, f.felter["funnet"], f.felter["naermeste"]) for f in feil.value.funn] == [
        ("BR-010", "komitee", "komite"),
        ("BR-010", "xyz", ""),
    ]


def test_a_model_file_is_taken_by_its_path(tmp_path: Path) -> None:
    sti = tmp_path / "ny.toml"
    sti.write_text(MODELLFIL.format(id="fra_fil"), encoding="utf-8")
    assert build_modeller(_prosjekt(), [str(sti)])["fra_fil"].navn == "Fra fil"


@pytest.mark.parametrize("opptatt", ["egen", "dagens"])
def test_two_different_models_with_one_id_are_refused_and_not_chosen_between(
    tmp_path: Path, opptatt: str
) -> None:
    sti = tmp_path / "ny.toml"
    sti.write_text(MODELLFIL.format(id=opptatt), encoding="utf-8")
    with pytest.raises(BrukFeil) as feil:
        build_modeller(_prosjekt(_modell("egen")), ["egen", str(sti)])
    assert [(f.kode, f.felter["funnet"]) for f in feil.value.funn] == [("IN-073", opptatt)]


def test_the_words_are_the_languages_the_levels_and_the_places_own() -> None:
    prosjekt = _prosjekt(spraak="nn")
    assert tekst_for(prosjekt)("modell.dagens.navn") != tekst_for(prosjekt, "en")("modell.dagens.navn")
    fylke = replace(prosjekt, kommune=replace(prosjekt.kommune, nivaa="fylkeskommune"))
    definisjoner = {tekst_for(p)("indikator.innbyggere_per_medlem.navn") for p in (prosjekt, fylke)}
    assert len(definisjoner) == 2


def test_how_often_the_council_meets_is_a_lever_of_an_archetype() -> None:
    raad = Organ(id="ks", navn="Kommunestyret", art="kommunestyre", medlemmer=33, moeter_per_aar=9)
    dagens = replace(_modell("dagens"), organer=(raad,))
    ider = ["parlamentarisme", "komite"]
    uten = build_modeller(replace(_prosjekt(), dagens=dagens), ider)
    med = build_modeller(replace(_prosjekt(kommunestyremoeter={"parlamentarisme": 5}), dagens=dagens), ider)
    parlament = med["parlamentarisme"]
    assert (uten["parlamentarisme"].kommunestyret.moeter_per_aar, parlament.kommunestyret.moeter_per_aar) == (
        9,
        5,
    )
    # the committees of the council meet as often as it does, and the other models are as they were
    assert {o.moeter_per_aar for o in parlament.av_art("kommunestyrekomite")} == {5}
    assert (med["dagens"], med["komite"]) == (uten["dagens"], uten["komite"])
    opplysning = parlament.kommunestyret.opplysninger["moeter_per_aar"]
    assert (opplysning.grunnlag, opplysning.kilde) == ("forutsatt", "valgt i prosjekt.toml")
