"""Does the back of the report tell the limits, the definitions, the sources and how to make it again?"""

from __future__ import annotations

from collections.abc import Mapping

from analyse.rapport.blokker import Avsnitt, Ord, Punkter, Rapport, Tabell, Varsel
from analyse.rapport.tallkilde import Tallkilde


def _blokker(rapport: Rapport, kapittel: str) -> list[object]:
    return list(next(k for k in rapport.kapitler if k.id == kapittel).blokker)


def _noekler(blokker: list[object]) -> list[str]:
    return [p.noekkel for b in blokker if isinstance(b, Punkter) for p in b.punkter if isinstance(p, Ord)]


def test_the_standing_limits_stand_in_every_report(rapporter: Mapping[str, Rapport]) -> None:
    faste = {
        "ikke_prognose",
        "ikke_modellert",
        "beregnet_sammensetning",
        "merkbar_forskjell",
        "sammenligninger",
    }
    for rapport in rapporter.values():
        assert {f"rapport.begrensning.{n}" for n in faste} <= set(
            _noekler(_blokker(rapport, "begrensninger"))
        )


def test_a_log_and_invented_numbers_are_named_where_there_are_any(rapporter: Mapping[str, Rapport]) -> None:
    egne = {n: set(_noekler(_blokker(r, "begrensninger"))) for n, r in rapporter.items()}
    assert "rapport.begrensning.sakslogg_utvalg" in egne["levanger"]
    assert "rapport.begrensning.oppdiktet" in egne["fylke"]
    assert not any("oppdiktet" in n or "sakslogg" in n for n in egne["fiendtlig"])


def test_every_warning_of_the_project_is_said(rapporter: Mapping[str, Rapport]) -> None:
    rapport = rapporter["levanger"]
    varsler = [b.funn for b in _blokker(rapport, "begrensninger") if isinstance(b, Varsel)]
    assert tuple(varsler) == rapport.resultat.prosjekt.advarsler
    assert varsler


def test_every_measure_is_defined_with_what_it_cannot_show(rapporter: Mapping[str, Rapport]) -> None:
    rapport = rapporter["levanger"]
    tabell = next(b for b in _blokker(rapport, "vedlegg") if isinstance(b, Tabell))
    assert [r[0] for r in tabell.rader] == [
        Ord(noekkel=f"indikator.{i}.navn") for i in Tallkilde(rapport.resultat).indikatorer()
    ]


def test_sources_are_listed_or_said_to_be_missing(rapporter: Mapping[str, Rapport]) -> None:
    assert "rapport.vedlegg.modellkilde" in _noekler(_blokker(rapporter["levanger"], "vedlegg"))


def test_seed_draws_version_and_data_are_given(rapporter: Mapping[str, Rapport]) -> None:
    siste = _blokker(rapporter["levanger"], "vedlegg")[-1]
    assert isinstance(siste, Avsnitt)
    assert set(siste.ord.felter) == {"versjon", "fingeravtrykk", "froe", "trekk", "dato"}
