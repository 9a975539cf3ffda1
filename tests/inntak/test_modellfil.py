"""What is written to a model file is read back as the same model, whatever it holds."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn.anslag import GRUNNLAG, Anslag
from analyse.grunn.feil import UgyldigeData
from analyse.inntak.modellfil import read_modell, read_modellfil, som_toml, write_modell
from analyse.modell.delegasjon import Delegasjon
from analyse.modell.godtgjoering import SATSENHETER, Sats
from analyse.modell.kommune import VALGTYPER, Kommune, Valg
from analyse.modell.kommunetall import kommunetall
from analyse.modell.organ import ART, SAMMENSETNING, STOERSTE, TALLFELT, VALGBARE, Opplysning, Organ
from analyse.modell.saksgang import HANDLINGER, Saksgang, Steg
from analyse.modell.styringsmodell import SEKRETARIAT, STYREFORMER, Styringsmodell
from analyse.modell.verv import KJOENN, ROLLER, Verv

IDER = ("kommunestyret", "plan", "drift", "raad_1")
PARTIER = ("Ap", "Øst, tverrpolitisk", 'Liste "B"', "a.b")
fritekst = st.text(st.characters(codec="utf-8"), max_size=12)
navn = fritekst.filter(bool)
datoer = st.dates(date(1990, 1, 1), date(2090, 1, 1))
GRUPPER = {"parti": PARTIER, "kjoenn": KJOENN, "alder": ("under 30",), "tidligere_kommune": ("K", "M")}
organ_id = st.sampled_from(IDER)
partier_som_finnes = st.sampled_from(["", *PARTIER])


@st.composite
def _organer(trekk: st.DrawFn, id_: str) -> Organ:
    figurer: dict[str, Any] = {}
    opplysninger: dict[str, Opplysning] = {}
    if trekk(st.booleans()):
        opplysninger["medlemmer"] = Opplysning(
            grunnlag=trekk(st.sampled_from(GRUNNLAG)), kilde=trekk(fritekst)
        )
    for felt in TALLFELT:
        verdi = trekk(st.none() | st.floats(0, STOERSTE.get(felt, 500)))
        figurer[felt] = verdi
        if trekk(st.booleans()):
            spenn = verdi is not None and trekk(st.booleans())
            opplysninger[felt] = Opplysning(
                grunnlag=trekk(st.sampled_from(GRUNNLAG)),
                lav=verdi / 2 if spenn else None,  # type: ignore[operator]
                hoey=verdi + 1 if spenn else None,  # type: ignore[operator]
                foelger=trekk(st.sampled_from(["", *IDER])),
                kilde=trekk(fritekst),
            )
    return Organ(
        id=id_,
        navn=trekk(navn),
        art="kommunestyre"
        if id_ == IDER[0]
        else trekk(st.sampled_from([a for a in ART if a != "kommunestyre"])),
        medlemmer=trekk(st.none() | st.integers(0, 99)),
        velges_av="" if id_ == IDER[0] else trekk(st.sampled_from(["", IDER[0]])),
        valgbare=trekk(st.sampled_from(VALGBARE)),
        vedtaksrett=trekk(st.none() | st.booleans()),
        leder_parti=trekk(partier_som_finnes),
        moetedatoer=tuple(d.isoformat() for d in trekk(st.lists(datoer, max_size=3))),
        sektor=tuple(trekk(st.lists(fritekst, max_size=3))),
        kilde=trekk(fritekst),
        dagmoete=trekk(st.none() | st.booleans()),
        andre_navn=trekk(st.dictionaries(fritekst, navn, max_size=2)),
        sammensetning={
            slag: trekk(st.dictionaries(st.sampled_from(GRUPPER[slag]), st.just(0), max_size=2))
            for slag in trekk(st.sets(st.sampled_from(SAMMENSETNING)))
        },
        opplysninger=opplysninger,
        **figurer,
    )


@st.composite
def _saksganger(trekk: st.DrawFn, sakstype: str) -> Saksgang:
    steg = st.builds(Steg, organ_id=organ_id, handling=st.sampled_from(HANDLINGER))
    trinn = tuple(trekk(st.lists(st.lists(steg, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4)))
    opphold = st.lists(st.integers(0, 90), min_size=len(trinn), max_size=len(trinn)).map(tuple)
    return Saksgang(
        sakstype=sakstype,
        trinn=trinn,
        opphold_dager=trekk(st.just(()) | opphold),
        lovpaalagt=tuple(trekk(st.lists(fritekst, max_size=2))),
        andel=trekk(st.floats(0, 1)),
        anke_andel=trekk(st.floats(0, 1)),
        innstiller_formelt=trekk(st.sampled_from(["", *IDER])),
        innstiller_reelt=trekk(st.sampled_from(["", *IDER])),
        kilde=trekk(fritekst),
    )


@st.composite
def _verv(trekk: st.DrawFn) -> Verv:
    fra, til = sorted(trekk(st.tuples(datoer, datoer)))
    return Verv(
        organ_id=trekk(organ_id),
        person_id=trekk(navn),
        rolle=trekk(st.sampled_from(ROLLER)),
        parti=trekk(partier_som_finnes),
        kjoenn=trekk(st.sampled_from(["", *KJOENN])),
        fra=trekk(st.sampled_from([None, fra])),
        til=trekk(st.sampled_from([None, til])),
    )


delegasjoner = st.builds(
    Delegasjon,
    fra=st.just("kommunestyret"),
    til=st.sampled_from(IDER[1:]),
    sakstyper=st.lists(fritekst, min_size=1, max_size=3).map(tuple),
    prinsipielle=st.booleans(),
    kilde=fritekst,
)


@st.composite
def _modeller(trekk: st.DrawFn) -> Styringsmodell:
    sakstyper = trekk(st.lists(navn, max_size=3, unique=True))
    return Styringsmodell(
        id=trekk(st.from_regex(r"[a-z0-9_]{1,12}", fullmatch=True)),
        navn=trekk(navn),
        styreform=trekk(st.sampled_from(STYREFORMER)),
        organer=tuple(trekk(_organer(i)) for i in IDER),
        gjelder_fra=trekk(st.none() | datoer),
        sekretariat=trekk(st.sampled_from(["", *SEKRETARIAT])),
        verv=tuple(trekk(st.lists(_verv(), max_size=3, unique_by=lambda v: (v.person_id, v.organ_id)))),
        delegasjoner=tuple(trekk(st.lists(delegasjoner, max_size=3))),
        saksganger=tuple(trekk(_saksganger(s)) for s in sakstyper),
        kilde=trekk(fritekst),
        arketype=trekk(fritekst),
    )


@st.composite
def _anslag(trekk: st.DrawFn) -> Anslag:
    lav, sentral, hoey = sorted(trekk(st.tuples(*[st.floats(0, 10**6)] * 3)))
    return Anslag(
        sentral=sentral, lav=lav, hoey=hoey, grunnlag=trekk(st.sampled_from(GRUNNLAG)), kilde=trekk(fritekst)
    )


satser = st.builds(
    Sats,
    rolle=st.sampled_from(ROLLER),
    sats=st.floats(0, 10**7),
    enhet=st.sampled_from(SATSENHETER),
    organ=fritekst,
    frikjoep_prosent=st.none() | st.floats(0, 100),
    tak_kr_aar=st.none() | st.floats(0, 10**7),
    kun_hoeyeste=st.booleans(),
    grunnlag=st.sampled_from(GRUNNLAG),
    kilde=fritekst,
)


@st.composite
def _kommuner(trekk: st.DrawFn) -> Kommune:
    valg = {
        aar: Valg(
            aar=aar,
            type=trekk(st.sampled_from(VALGTYPER)),
            stemmer=trekk(st.dictionaries(navn, st.integers(0, 10**6), max_size=3)),
        )
        for aar in trekk(st.sets(st.integers(1900, 2100), max_size=3))
    }
    return Kommune(
        navn=trekk(navn),
        innbyggere=trekk(st.integers(1, 10**6)),
        nummer=trekk(st.sampled_from(["", "0301"])),
        mandater=dict.fromkeys(PARTIER, trekk(st.integers(0, 40))),
        valg=tuple(valg[aar] for aar in sorted(valg, reverse=True)),
        posisjon=trekk(st.none() | st.lists(st.sampled_from(PARTIER), max_size=2).map(tuple)),
        oppdiktet=trekk(st.booleans()),
        innbyggere_grunnlag=trekk(st.sampled_from(GRUNNLAG)),
        tall=trekk(st.dictionaries(st.sampled_from(list(kommunetall())), _anslag(), max_size=3)),
        saksmengde=trekk(st.dictionaries(navn, _anslag(), max_size=3)),
        godtgjoering=tuple(trekk(st.lists(satser, max_size=3))),
        tidligere_kommuner=trekk(st.sampled_from([{}, {"K": 1900, "M": 0}])),
    )


@given(modell=_modeller(), kommune=_kommuner())
def test_a_written_model_is_read_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, modell: Styringsmodell, kommune: Kommune
) -> None:
    sti = tmp_path_factory.getbasetemp() / "skrevet.toml"
    write_modell(sti, modell, kommune)
    lest = read_modell(sti)
    assert lest.modell == modell
    assert lest.kommune == kommune


def test_what_is_not_given_is_not_written(modellfil: Callable[..., Path]) -> None:
    modell = read_modellfil(modellfil(), "m.toml").modell
    skrevet = tomllib.loads(som_toml(modell))
    assert skrevet["organ"][1] == {
        "id": "plan",
        "navn": "Planutvalget",
        "art": "utvalg",
        "medlemmer": "ukjent",
        "velges_av": "kommunestyret",
    }
    assert set(skrevet) == {"format", "modell", "organ", "saksgang"}


def test_that_no_party_is_in_position_is_an_answer_of_its_own(modellfil: Callable[..., Path]) -> None:
    lest = read_modellfil(modellfil(), "m.toml")
    assert lest.kommune is not None
    ingen = replace(lest.kommune, posisjon=())
    assert tomllib.loads(som_toml(lest.modell, ingen))["kommune"]["posisjon"] == []
    assert "posisjon" not in tomllib.loads(som_toml(lest.modell, lest.kommune))["kommune"]


def test_an_alternative_may_leave_the_municipality_out(
    modellfil: Callable[..., Path], modelltekst: Callable[..., str]
) -> None:
    tekst = modelltekst()
    uten = tekst[: tekst.index("[kommune]")] + tekst[tekst.index("[modell]") :]
    sti = modellfil()
    sti.write_text(uten, encoding="utf-8")
    assert read_modellfil(sti, "m.toml").kommune is None


def test_a_model_file_that_stands_alone_must_have_its_municipality(modellfil: Callable[..., Path]) -> None:
    sti = modellfil()
    tekst = sti.read_text(encoding="utf-8")
    sti.write_text(tekst[tekst.index("[modell]") :], encoding="utf-8")
    with pytest.raises(UgyldigeData) as feil:
        read_modell(sti)
    assert [(f.kode, f.felter["felt"]) for f in feil.value.funn] == [("IN-011", "[kommune]")]


def test_parties_of_the_project_are_known_to_a_file_without_municipality(
    modellfil: Callable[..., Path],
) -> None:
    sti = modellfil(('art = "utvalg"', 'art = "utvalg"\nleder_parti = "KrF"'))
    tekst = sti.read_text(encoding="utf-8")
    sti.write_text(tekst[tekst.index("[modell]") :], encoding="utf-8")
    assert read_modellfil(sti, "m.toml", ["KrF"]).modell.organ("plan").leder_parti == "KrF"
    with pytest.raises(UgyldigeData, match="IN-025"):
        read_modellfil(sti, "m.toml", ["Ap"])
