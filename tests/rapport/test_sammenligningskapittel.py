"""Does the comparison show every headline figure, and the split by body every number there is?"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analyse.grunn.tekst import Tekst
from analyse.rapport.blokker import Avsnitt, Ord, Rapport, Soyler, Tabell, Tall
from analyse.rapport.tallkilde import Tallkilde
from analyse.rapport.tallord import build_ordlegger


def _blokker(rapport: Rapport, kapittel: str) -> list[object]:
    return list(next(k for k in rapport.kapitler if k.id == kapittel).blokker)


def test_every_headline_figure_of_today_is_compared_or_said_to_describe_only_today(
    rapporter: Mapping[str, Rapport],
) -> None:
    rapport = rapporter["levanger"]
    kilde = Tallkilde(rapport.resultat)
    tabell = next(
        b for b in _blokker(rapport, "sammenligning") if getattr(b, "id", "") == "sammenligning_komite"
    )
    assert isinstance(tabell, Tabell)
    hovedtall = [i for i in kilde.indikatorer() if kilde.finn("dagens", i) is not None]
    assert len(tabell.rader) == len(hovedtall)
    for rad, indikator in zip(tabell.rader, hovedtall, strict=True):
        assert rad[2:5] == (
            kilde.finn("dagens", indikator),
            kilde.finn("komite", indikator),
            kilde.finn("komite", indikator, mot="dagens"),
        )
        if rad[4] is None:
            assert rad[5] == Ord(noekkel="rapport.sammenligning.bare_dagens")
        else:
            assert isinstance(rad[4], Tall)
            ubelyst = rad[4].verdikt is None
            assert rad[5] == Ord(
                noekkel="begrep.grunnlag.ikke_belyst" if ubelyst else f"begrep.verdikt.{rad[4].verdikt}"
            )


def test_every_table_by_body_has_its_chart_which_says_what_it_rests_on(
    rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    rapport = rapporter["levanger"]
    ordlegger = build_ordlegger(rapport, tekst_for(rapport, "nb"))
    blokker = _blokker(rapport, "organ")
    soyler = {b.tabell: b for b in blokker if isinstance(b, Soyler)}
    assert set(soyler) == {b.id for b in blokker if isinstance(b, Tabell)}
    assert ordlegger.ord(soyler["organ_moeter_per_aar"].om) == "Grunnlag: forutsatt"
    assert (
        ordlegger.ord(soyler["organ_timer_per_plass"].om)
        == "Grunnlag: forutsatt. Noen av tallene er «minst»."
    )
    assert ordlegger.ord(soyler["organ_gallagher_organ"].om) == "Grunnlag: beregnet"


def test_a_body_no_model_has_a_number_for_gets_no_empty_row(rapporter: Mapping[str, Rapport]) -> None:
    for rapport in rapporter.values():
        for tabell in (b for b in _blokker(rapport, "organ") if isinstance(b, Tabell)):
            assert all(any(isinstance(c, Tall) and c.verdi is not None for c in rad) for rad in tabell.rader)


def test_a_project_without_a_log_says_that_todays_cases_are_not_illuminated(
    rapporter: Mapping[str, Rapport],
) -> None:
    (eneste,) = _blokker(rapporter["fylke"], "saker")
    assert eneste == Avsnitt(ord=Ord(noekkel="rapport.saker.uten_logg"))


def test_the_log_is_told_with_its_count_and_what_it_covers(rapporter: Mapping[str, Rapport]) -> None:
    blokker = _blokker(rapporter["levanger"], "saker")
    noekler = [b.ord.noekkel for b in blokker if isinstance(b, Avsnitt)]
    assert noekler == ["rapport.saker.innledning", "rapport.saker.dekning_utvalg"]
    tabell = next(b for b in blokker if isinstance(b, Tabell))
    assert all(isinstance(r[1], Tall) and (r[1].verdi or 0) >= 5 for r in tabell.rader)
