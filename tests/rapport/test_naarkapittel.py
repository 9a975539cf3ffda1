"""Does each alternative's card stand in the report, with its steps, its days and its sections?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from analyse.rapport.blokker import Avsnitt, Blokk, Navn, Ord, Overskrift, Rapport, Tabell
from analyse.rapport.innhold import build_rapport


def _kapittel(rapport: Rapport) -> list[Blokk]:
    return list(next(k for k in rapport.kapitler if k.id == "naar").blokker)


def test_every_model_but_todays_stands_under_its_own_heading(rapporter: Mapping[str, Rapport]) -> None:
    for rapport in rapporter.values():
        overskrifter = [b for b in _kapittel(rapport) if isinstance(b, Overskrift)]
        assert len(overskrifter) == len(rapport.resultat.modeller) - 1


def test_the_conclusion_follows_the_heading(rapporter: Mapping[str, Rapport]) -> None:
    blokker = _kapittel(rapporter["levanger"])
    nr = next(i for i, b in enumerate(blokker) if isinstance(b, Overskrift))
    svar = blokker[nr + 1]
    assert isinstance(svar, Avsnitt)
    assert svar.ord.noekkel.startswith("lov_naar.svar.")


def test_each_step_has_its_section(rapporter: Mapping[str, Rapport]) -> None:
    rapport = rapporter["levanger"]
    (tabell,) = [b for b in _kapittel(rapport) if isinstance(b, Tabell)]
    steg = rapport.resultat.naarkort["komite"].steg
    paragrafer = [r[-1].felter["paragraf"] for r in tabell.rader if isinstance(r[-1], Ord)]
    assert paragrafer == [Navn(tekst=s.paragraf) for s in steg]


def test_a_report_without_alternatives_says_so(rapporter: Mapping[str, Rapport]) -> None:
    uten = build_rapport(replace(rapporter["levanger"].resultat, naarkort={}))
    (avsnitt,) = _kapittel(uten)
    assert avsnitt == Avsnitt(ord=Ord(noekkel="lov_naar.ingen_alternativer"))
