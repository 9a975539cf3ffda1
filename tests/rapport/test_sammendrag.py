"""Does the opening say what was found, what was not, and what it all rests on?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from analyse.grunn.tekst import Tekst
from analyse.modell.resultat import Resultat
from analyse.rapport.blokker import Avsnitt, Ord, Punkter, Rapport, Tabell
from analyse.rapport.innhold import build_rapport
from analyse.rapport.sammendrag import alternativer, antall_sammenligninger, modellnavn, referanse
from analyse.rapport.tallkilde import Tallkilde
from analyse.rapport.tallord import build_ordlegger


def _linjer(rapport: Rapport, tekst: Tekst) -> list[str]:
    ordlegger = build_ordlegger(rapport, tekst)
    ut: list[str] = []
    for blokk in rapport.kapitler[0].blokker:
        ut += [ordlegger.ord(blokk.ord)] if isinstance(blokk, Avsnitt) else []
        ut += [ordlegger.ord(p) for p in blokk.punkter] if isinstance(blokk, Punkter) else []
    return [linje.replace("\N{NO-BREAK SPACE}", " ") for linje in ut]


def test_a_finding_gives_both_numbers_the_difference_and_their_ground(
    rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    linjer = _linjer(rapporter["levanger"], tekst_for(rapporter["levanger"], "nb"))
    funn = next(linje for linje in linjer if linje.startswith("Skjevhet mellom partiene"))
    assert funn == (
        "Skjevhet mellom partiene (Gallagher): 9,5 poeng (beregnet), mot 14,7 poeng (beregnet) i dag. "
        "Differansen er −5,1 poeng (beregnet), og den er merkbar."
    )


def test_two_equal_numbers_are_called_alike(
    rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    linjer = _linjer(rapporter["levanger"], tekst_for(rapporter["levanger"], "nb"))
    like = [linje for linje in linjer if linje.startswith("Praktisk like på:")]
    assert any("Innbyggere per medlem av kommunestyret" in linje for linje in like)
    uskilt = [linje for linje in linjer if linje.startswith("Kan ikke skilles på:")]
    assert uskilt  # what cannot be told apart is as visible as what can


def test_what_is_held_back_is_named_without_its_number(
    rapporter: Mapping[str, Rapport], tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    linjer = _linjer(rapporter["levanger"], tekst_for(rapporter["levanger"], "nb"))
    etter = linjer[next(n for n, linje in enumerate(linjer) if "hviler helt eller delvis" in linje) + 1 :]
    assert "Møter per år" in etter
    assert not any(linje.startswith("Møter per år:") for linje in linjer)


def test_where_no_headline_may_be_shown_the_summary_says_so(
    levanger: Resultat, tekst_for: Callable[[Rapport, str], Tekst]
) -> None:
    tabell = levanger.maalinger.copy()
    tabell.loc[tabell["verdi"].notna(), "grunnlag"] = "forutsatt"
    rapport = build_rapport(replace(levanger, maalinger=tabell))
    assert any(
        "Ingen hovedtall kan vises her" in linje for linje in _linjer(rapport, tekst_for(rapport, "nb"))
    )


def test_the_shares_are_listed_with_what_each_ground_means(rapporter: Mapping[str, Rapport]) -> None:
    tabell = next(b for b in rapporter["levanger"].kapitler[0].blokker if isinstance(b, Tabell))
    noekler = [rad[0].noekkel for rad in tabell.rader if isinstance(rad[0], Ord)]
    assert noekler == [
        f"begrep.grunnlag.{g}" for g in ("maalt", "oppgitt", "beregnet", "forutsatt", "ikke_belyst")
    ]


def test_todays_model_is_the_reference_and_the_rest_are_alternatives(levanger: Resultat) -> None:
    kilde = Tallkilde(levanger)
    assert (referanse(kilde), alternativer(kilde)) == ("dagens", ("komite",))
    assert modellnavn(kilde, "komite") == Ord(noekkel="modell.komite.navn")
    assert antall_sammenligninger(kilde).verdi == levanger.sammenligninger > 0
