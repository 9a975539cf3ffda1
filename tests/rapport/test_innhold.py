"""Do layouts name chapters and parts there are, and does the report hold what they name?"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace

import pytest

from analyse.grunn.feil import BrukFeil
from analyse.grunn.filer import mal_fil
from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.modell.resultat import Resultat
from analyse.rapport import innhold
from analyse.rapport.blokker import Rapport, tall_i
from analyse.rapport.innhold import build_rapport, del_, read_oppsett
from analyse.rapport.tallkilde import Tallkilde

OPPSETT = {
    navn: tomllib.loads(mal_fil("oppsett", f"{navn}.toml").read_text("utf-8")) for navn in read_oppsett()
}


def test_every_layout_names_only_chapters_with_titles_and_parts_there_are(levanger: Resultat) -> None:
    build_rapport(levanger)  # loads the parts
    feil = []
    for navn, oppsett in OPPSETT.items():
        for kapittel in oppsett["kapittel"]:
            feil += [
                (navn, s, kapittel["id"])
                for s in SPRAAK
                if not Tekst(s).finnes(f"rapport.kapittel.{kapittel['id']}")
            ]
            feil += [(navn, d) for d in kapittel["deler"] if d not in innhold._DELER]
    assert feil == []
    brukte = {d for o in OPPSETT.values() for k in o["kapittel"] for d in k["deler"]}
    assert sorted(set(innhold._DELER) - brukte) == []


@pytest.mark.parametrize("navn", ["levanger", "fylke", "fiendtlig"])
def test_chapters_come_in_the_layouts_order_and_the_first_says_what_the_numbers_rest_on(
    navn: str, rapporter: Mapping[str, Rapport]
) -> None:
    rapport = rapporter[navn]
    mal = OPPSETT["evaluering"]["kapittel"]
    assert [(k.id, k.er_sammendrag) for k in rapport.kapitler] == [
        (k["id"], k.get("sammendrag", False)) for k in mal
    ]
    assert mal[0]["deler"][0] == "hva_tallene_hviler_paa"
    assert rapport.oppdiktet is (navn == "fylke")


def test_an_unknown_layout_is_refused_with_those_there_are(levanger: Resultat) -> None:
    with pytest.raises(BrukFeil) as feil:
        build_rapport(levanger, "finnes_ikke")
    assert "evaluering" in feil.value.funn[0].felter["lovlige"]


@pytest.mark.parametrize("navn", ["levanger", "fylke", "fiendtlig"])
def test_no_summarising_chapter_shows_an_assumed_number(navn: str, rapporter: Mapping[str, Rapport]) -> None:
    rapport = rapporter[navn]
    sammendrag = [k for k in rapport.kapitler if k.er_sammendrag]
    vist = [t for k in sammendrag for t in tall_i(k.blokker)]
    assert len(vist) > 5
    assert [t.id for t in vist if t.grunnlag == "forutsatt"] == []


def test_the_summary_leaves_out_everything_where_all_is_assumed(levanger: Resultat) -> None:
    tabell = levanger.maalinger.copy()
    lit = ~tabell["grunnlag"].isin(["ikke_belyst", "undertrykt"])
    tabell.loc[lit, "grunnlag"] = "forutsatt"
    sammendrag = build_rapport(replace(levanger, maalinger=tabell)).kapitler[0]
    assert {t.id for t in tall_i(sammendrag.blokker)} == {"grunnlag_forutsatt", "grunnlag_ikke_belyst"}


def test_a_part_that_smuggles_an_assumed_number_into_the_summary_stops_the_report(
    levanger: Resultat, monkeypatch: pytest.MonkeyPatch
) -> None:
    from analyse.rapport.blokker import Avsnitt, Ord

    build_rapport(levanger)
    monkeypatch.setattr(innhold, "_DELER", dict(innhold._DELER))
    innhold._deler.cache_clear()

    @del_("funn")
    def _smugler(kilde: Tallkilde) -> list[Avsnitt]:
        tall = kilde.finn("dagens", "moeter_per_aar")
        assert tall is not None
        assert tall.grunnlag == "forutsatt"
        return [Avsnitt(ord=Ord(noekkel="rapport.funn.bare_i_dag", felter={"verdi": tall}))]

    with pytest.raises(ValueError, match="m_dagens__moeter_per_aar"):
        build_rapport(levanger)
    innhold._deler.cache_clear()
