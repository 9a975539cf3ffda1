"""Does each model stand under its own heading with its chart and its bodies?"""

from __future__ import annotations

from collections.abc import Mapping

from analyse.rapport.blokker import Bilde, Navn, Ord, Overskrift, Rapport, Tabell, Tall


def _kapittel(rapport: Rapport) -> list[object]:
    return list(next(k for k in rapport.kapitler if k.id == "modellene").blokker)


def test_chart_and_table_of_a_model_follow_its_own_heading(rapporter: Mapping[str, Rapport]) -> None:
    rapport = rapporter["levanger"]
    slag = [type(b) for b in _kapittel(rapport) if isinstance(b, Overskrift | Bilde | Tabell)]
    foerste = [Overskrift, Bilde, Bilde, Tabell]  # chart and flow; an alternative also shows what changes
    assert slag == foerste + [Overskrift, Bilde, Bilde, Bilde, Tabell] * (len(rapport.resultat.modeller) - 1)
    assert [b.modell for b in _kapittel(rapport) if isinstance(b, Bilde) and b.slag == "orgkart"] == list(
        rapport.resultat.modeller
    )


def test_the_table_has_every_elected_body_and_their_sum(rapporter: Mapping[str, Rapport]) -> None:
    rapport = rapporter["levanger"]
    tabell = next(b for b in _kapittel(rapport) if isinstance(b, Tabell))
    dagens = rapport.resultat.modeller["dagens"]
    assert [r[0].tekst for r in tabell.rader if isinstance(r[0], Navn)] == [
        o.navn for o in dagens.organer if o.er_folkevalgt
    ]
    medlemmer = [r[2].verdi for r in tabell.rader if isinstance(r[2], Tall)]
    sum_ = tabell.sumrad[2]
    assert isinstance(sum_, Tall)
    assert (sum_.verdi, sum_.er_minst) == (sum(m or 0 for m in medlemmer), True)  # three sizes are not given


def test_a_size_that_was_not_given_is_said_not_to_be(rapporter: Mapping[str, Rapport]) -> None:
    tabell = next(b for b in _kapittel(rapporter["levanger"]) if isinstance(b, Tabell))
    ukjente = [r for r in tabell.rader if r[2] == Ord(noekkel="rapport.modell.ikke_oppgitt")]
    assert len(ukjente) == 3


def test_sizes_in_an_invented_place_are_invented(rapporter: Mapping[str, Rapport]) -> None:
    for tabell in (b for b in _kapittel(rapporter["fylke"]) if isinstance(b, Tabell)):
        assert {r[2].grunnlag for r in tabell.rader if isinstance(r[2], Tall)} == {"oppdiktet"}
