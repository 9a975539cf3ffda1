"""From a structure to the words and boxes of its chart, in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from analyse.figurer.orgkartdata import Orgboks, Orgkartdata, build_orgkartdata
from analyse.figurer.stil import SLAG
from analyse.grunn.tekst import SPRAAK, Tekst, noekler
from analyse.modell.organ import Organ
from analyse.modell.saksgang import Saksgang, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell

NB = Tekst("nb")


def _organ(id_: str, art: str = "utvalg", velges_av: str = "kommunestyret", **felter: object) -> Organ:
    fast = {"id": id_, "navn": id_.capitalize(), "art": art, "medlemmer": 7, "velges_av": velges_av}
    return Organ(**fast | felter)  # type: ignore[arg-type]


RAADET = _organ("kommunestyret", "kommunestyre", "", medlemmer=35, vedtaksrett=True)


def _modell(*organer: Organ, **felter: object) -> Styringsmodell:
    fast = {"id": "dagens", "navn": "Dagens", "styreform": "formannskap", "organer": (RAADET, *organer)}
    return Styringsmodell(**fast | felter)  # type: ignore[arg-type]


def _kart(*organer: Organ, tekst: Tekst = NB, **felter: object) -> Orgkartdata:
    return build_orgkartdata(_modell(*organer, **felter), tekst, grunnlag="oppgitt")


def _boks(kart: Orgkartdata, id_: str) -> Orgboks:
    return next(boks for boks in kart.bokser if boks.id == id_)


def test_lines_follow_who_elects() -> None:
    kart = _kart(_organ("formannskapet", "formannskap"), _organ("au", "arbeidsutvalg", "formannskapet"))
    assert [(b.id, b.forelder, b.gruppe) for b in kart.bokser] == [
        ("kommunestyret", "", ""),
        ("formannskapet", "kommunestyret", ""),
        ("au", "formannskapet", ""),
    ]
    assert [b.id for b in kart.under("formannskapet")] == ["au"]


def test_a_body_without_a_stated_elector_stands_beside() -> None:
    kart = _kart(_organ("nemnda", "felles_nemnd", ""))
    assert _boks(kart, "nemnda").gruppe == "Valg ikke oppgitt"
    assert kart.tittel == "Det er ikke oppgitt hvem som velger organene"


def test_the_administration_stands_apart_whoever_appoints_it() -> None:
    kart = _kart(
        _organ("direktøren".replace("ø", "oe"), "kommunedirektoer", medlemmer=None),
        _organ("etat", "etat", "direktoeren", medlemmer=None),
        _organ("amu", "arbeidsmiljoeutvalg", ""),
    )
    direktoer, etat, amu = (_boks(kart, n) for n in ("direktoeren", "etat", "amu"))
    assert (direktoer.forelder, direktoer.gruppe) == ("", "Administrasjonen")
    assert direktoer.etiketter == ("under Kommunestyret",)
    assert (etat.forelder, etat.gruppe, etat.etiketter) == ("direktoeren", "", ())
    assert (amu.gruppe, amu.etiketter) == ("Administrasjonen", ("7 medlemmer",))
    assert "Stiplede linjer" in kart.undertittel


def test_what_is_outside_the_municipality_stands_apart() -> None:
    assert _boks(_kart(_organ("sf", "statsforvalter", "")), "sf").gruppe == "Utenfor kommunen"
    fylke = _kart(_organ("sf", "statsforvalter", ""), tekst=Tekst("nn", "fylkeskommune"))
    assert _boks(fylke, "sf").gruppe == "Utanfor fylkeskommunen"


@pytest.mark.parametrize(
    ("felter", "etiketter"),
    [
        ({"vedtaksrett": True}, ("7 medlemmer", "avgjør")),
        ({"vedtaksrett": False}, ("7 medlemmer", "uten vedtaksrett")),
        ({"vedtaksrett": None}, ("7 medlemmer",)),
        ({"medlemmer": 1}, ("1 medlem",)),
        ({"medlemmer": None}, ("medlemstall ikke oppgitt",)),
        ({"art": "ordfoerer", "medlemmer": 1}, ()),
    ],
)
def test_a_box_says_what_is_stated_and_no_more(felter: dict[str, object], etiketter: tuple[str, ...]) -> None:
    assert _boks(_kart(_organ("x", **felter)), "x").etiketter == etiketter  # type: ignore[arg-type]


def test_routes_give_the_marks_of_recommending_and_being_heard() -> None:
    trinn = tuple(parse_trinn(t) for t in ("raadet:uttaler", "plan:innstiller", "kommunestyret:vedtar"))
    kart = _kart(
        _organ("plan"),
        _organ("raadet", "eldreraad"),
        saksganger=(Saksgang(sakstype="plan", trinn=trinn),),
    )
    assert _boks(kart, "plan").etiketter == ("7 medlemmer", "innstiller")
    assert _boks(kart, "raadet").etiketter == ("7 medlemmer", "uttaler seg")


@pytest.mark.parametrize(
    ("art", "slag"),
    [
        ("utvalg", "folkevalgt"),
        ("kommuneraad", "folkevalgt"),
        ("eldreraad", "raad"),
        ("ungdomsraad", "raad"),
        ("ordfoerer", "person"),
        ("etat", "administrasjon"),
        ("statsforvalter", "ekstern"),
    ],
)
def test_every_sort_of_body_has_its_kind_and_the_key_names_it(art: str, slag: str) -> None:
    kart = _kart(_organ("x", art))
    assert _boks(kart, "x").slag == slag
    assert dict(kart.slagnavn).keys() == {"folkevalgt", slag}


@pytest.mark.parametrize(
    ("organer", "tittel"),
    [
        ((), "Kommunestyret er det eneste folkevalgte organet i modellen"),
        ((_organ("a"), _organ("b")), "Kommunestyret velger alle de andre organene"),
        ((_organ("a"), _organ("b", velges_av="a")), "De andre organene velges av Kommunestyret og A"),
        (
            (_organ("a"), _organ("b", velges_av="")),
            "Organene velges av Kommunestyret, men for noen er det ikke oppgitt hvem som velger",
        ),
    ],
)
def test_the_title_is_what_the_chart_shows(organer: tuple[Organ, ...], tittel: str) -> None:
    assert _kart(*organer).tittel == tittel


def test_the_subtitle_says_what_is_shown_from_when_and_what_is_missing() -> None:
    assert _kart(_organ("a"), gjelder_fra=date(2023, 10, 25)).undertittel == (
        "Organisasjonskart for modellen «Dagens», som gjelder fra 25. oktober 2023. En linje går fra den som "
        "velger, til den som blir valgt. Grunnlag for medlemstallene: oppgitt. Der vedtaksrett ikke er "
        "nevnt, er den ikke oppgitt."
    )
    assert "ikke er nevnt" not in _kart(_organ("a", vedtaksrett=False)).undertittel


def test_the_sizes_of_our_own_models_are_not_called_stated() -> None:
    kart = build_orgkartdata(_modell(_organ("a")), NB, grunnlag="beregnet")
    assert "Grunnlag for medlemstallene: beregnet." in kart.undertittel


def test_the_alt_text_names_every_body_with_its_elector() -> None:
    kart = _kart(
        _organ("a", vedtaksrett=True),
        _organ("b", velges_av="a"),
        _organ("c", velges_av=""),
        _organ("d", "kommunedirektoer", "", medlemmer=None),
        _organ("e", "etat", "d", medlemmer=None),
    )
    assert kart.alt == (
        "Organisasjonskart for modellen «Dagens». Øverst står Kommunestyret (35 medlemmer, avgjør). "
        "For seg selv, under overskriften «Valg ikke oppgitt», står C (7 medlemmer). "
        "For seg selv, under overskriften «Administrasjonen», står D. "
        "Kommunestyret velger A (7 medlemmer, avgjør). A velger B (7 medlemmer). Under D ligger E."
    )


def test_the_source_is_the_models_own_where_it_has_one() -> None:
    assert _kart(kilde="Reglementet 2023").kilde == "Kilde: Reglementet 2023"
    assert _kart().kilde == "Kilde: modellen «Dagens»"


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_language_has_the_same_words_and_a_name_for_every_kind(spraak: str) -> None:
    assert noekler(spraak, "figur") == noekler("nb", "figur")
    assert all(Tekst(spraak).finnes(f"figur.slag.{slag}") for slag in SLAG)
    assert _kart(_organ("a"), tekst=Tekst(spraak)).alt


@pytest.mark.parametrize(
    ("bokser", "feil"),
    [
        ((Orgboks(id="a", navn="A"), Orgboks(id="a", navn="B")), "used twice"),
        ((Orgboks(id="a", navn="A", status="borte"),), "unknown status 'borte'"),
        ((Orgboks(id="a", navn="A", forelder="b"),), "unknown parent 'b'"),
        ((Orgboks(id="a", navn="A", slag="rund"),), "unknown kind 'rund'"),
        ((Orgboks(id="a", navn="A", forelder="b"), Orgboks(id="b", navn="B", forelder="a")), "a → b → a"),
    ],
)
def test_boxes_that_hang_together_wrongly_are_refused(bokser: tuple[Orgboks, ...], feil: str) -> None:
    with pytest.raises(ValueError, match=feil):
        Orgkartdata(tittel="t", undertittel="u", kilde="k", alt="a", bokser=bokser)
