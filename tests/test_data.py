"""Are the data whole? Every file reads, every register entry is complete and has its words, none is personal.

Offenders are collected and named; the lists must be empty. The languages themselves: test_spraak.
"""

from __future__ import annotations

import csv
import re
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.modell.indikator import RETNINGER
from analyse.modell.maalinger import REKKEVIDDER, STROEMMER
from analyse.modell.organ import ART, TALLFELT, VALGBARE
from analyse.modell.saksgang import HANDLINGER
from analyse.modell.styringsmodell import STYREFORMER

ROT = Path(__file__).resolve().parent.parent
DATA = ROT / "data"
TOMLFILER = sorted([*DATA.rglob("*.toml"), *(ROT / "rapporter").rglob("*.toml")])
CSVFILER = sorted(DATA.rglob("*.csv"))
SPRAAKFILER = sorted((DATA / "spraak" / "nb").glob("*.toml"))

INDIKATOR_FELT = {
    "id",
    "nr",
    "enhet",
    "retning",
    "merkbar_forskjell",
    "evidensklasse",
    "rekkevidde",
    "gruppe",
    "kilde",
}
VALGFRIE_INDIKATOR_FELT = {"samles", "vektes"}
MODELL_FELT = {"format", "id", "rekkefoelge", "styreform", "kilde", "tillit"}
INDIKATORORD = ("navn", "definisjon", "kan_ikke_vise")
MODELLORD = ("navn", "beskrivelse")

PERSONOPPLYSNINGER = {
    "e-mail": re.compile(r"[\w.+-]+@[\w-]+\.[a-zæøå]{2,}", re.IGNORECASE),
    "phone": re.compile(
        r"(?<![\w/.])(?:\+47 ?)?(?:[2-9]\d{7}|[2-9]\d(?: \d{2}){3}|[49]\d{2} \d{2} \d{3})(?![\w/])"
    ),
    "birth number": re.compile(r"(?<!\d)[0-7]\d[0-9]\d{3} ?\d{5}(?!\d)"),
}


def _les(sti: Path) -> dict[str, Any]:
    return tomllib.loads(sti.read_text(encoding="utf-8"))


def _navn(sti: Path) -> str:
    return sti.relative_to(ROT).as_posix()


def _blader(node: object, sti: str = "") -> Iterator[tuple[str, str]]:
    """Yield dotted key and text of every text in a language file."""
    if isinstance(node, Mapping):
        for navn, verdi in node.items():
            yield from _blader(verdi, f"{sti}.{navn}" if sti else str(navn))
    else:
        yield sti, str(node)


def _register(mappe: str, noekkel: str) -> list[tuple[str, dict[str, Any]]]:
    return [(_navn(f), e) for f in sorted((DATA / mappe).glob("*.toml")) for e in _les(f).get(noekkel, ())]


INDIKATORER = _register("indikatorer", "indikator")
MODELLER = {f.stem: _les(f) for f in sorted((DATA / "modeller").glob("*.toml"))}


def test_there_is_something_to_look_at() -> None:
    assert all((TOMLFILER, CSVFILER, SPRAAKFILER, INDIKATORER, MODELLER))


def test_every_toml_file_reads_and_is_plain_utf_8() -> None:
    feil = []
    for fil in TOMLFILER:
        raa = fil.read_bytes()
        try:
            tomllib.loads(raa.decode("utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as grunn:
            feil.append(f"{_navn(fil)}: {grunn}")
        if raa.startswith(b"\xef\xbb\xbf") or b"\r" in raa:
            feil.append(f"{_navn(fil)}: byte order mark or carriage return")
    assert feil == []


def test_every_data_file_outside_the_languages_tells_its_format_or_is_a_list_of_entries() -> None:
    egne = [f for f in DATA.rglob("*.toml") if "spraak" not in f.parts]
    uten = [
        _navn(f)
        for f in egne
        if "format" not in (d := _les(f)) and not any(isinstance(v, list) for v in d.values())
    ]
    assert uten == []


def test_every_indicator_has_all_its_fields_and_no_others() -> None:
    feil = [
        f"{sti} {e.get('id')}: missing {sorted(INDIKATOR_FELT - set(e))}, unknown {sorted(ukjent)}"
        for sti, e in INDIKATORER
        if (ukjent := set(e) - INDIKATOR_FELT - VALGFRIE_INDIKATOR_FELT) or INDIKATOR_FELT - set(e)
    ]
    assert feil == []


def test_every_indicator_takes_its_values_from_the_closed_lists() -> None:
    lister = {"retning": RETNINGER, "evidensklasse": STROEMMER, "rekkevidde": REKKEVIDDER,
              "enhet": ("andel", *_les(DATA / "enheter.toml")["desimaler"])}  # fmt: skip
    feil = [
        f"{e['id']}: {felt} {e[felt]!r}"
        for _, e in INDIKATORER
        for felt, verdier in lister.items()
        if e[felt] not in verdier
    ]
    dimensjoner = _les(DATA / "indikatorer" / "dimensjoner.toml")["dimensjon"]
    feil += [
        f"{e['id']}: {felt} {e[felt]!r}"
        for _, e in INDIKATORER
        for felt in ("samles", "vektes")
        if e.get(felt, "organ") not in dimensjoner
    ]
    assert feil == []


def test_every_indicator_has_a_smallest_difference_that_a_council_would_care_about() -> None:
    def gyldig(delta: object) -> bool:
        if isinstance(delta, str):
            return re.fullmatch(r"[1-9]\d*(,\d+)? %", delta) is not None
        return isinstance(delta, int | float) and not isinstance(delta, bool) and delta > 0

    assert [e["id"] for _, e in INDIKATORER if not gyldig(e["merkbar_forskjell"])] == []


def test_ids_are_slugs_and_stand_once() -> None:
    ider = [e["id"] for _, e in INDIKATORER]
    assert [i for i, n in Counter(ider).items() if n > 1] == []
    assert [i for i in [*ider, *MODELLER] if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", i)] == []


def test_every_archetype_is_complete_and_uses_known_kinds_and_actions() -> None:
    feil = []
    for navn, modell in MODELLER.items():
        feil += [f"{navn}: missing {felt}" for felt in sorted(MODELL_FELT - set(modell))]
        lister = [
            ("styreform", [modell.get("styreform")], ("",) if modell.get("overbygning") else STYREFORMER),
            ("fjern", modell.get("fjern", []), ART),
            ("erstatt", modell.get("erstatt", {}), HANDLINGER),
        ]
        for organ in modell.get("organ", ()):
            lister += [("art", [organ["art"]], ART), ("valgbare", [organ["valgbare"]], VALGBARE),
                       ("figurer", organ.get("figurer", {}), TALLFELT),
                       ("figurtall", organ.get("figurtall", {}), TALLFELT)]  # fmt: skip
        feil += [f"{navn}: {felt} {v!r}" for felt, brukt, kjente in lister for v in brukt if v not in kjente]
    assert feil == []
    assert [navn for navn, modell in MODELLER.items() if modell["id"] != navn] == []


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_register_entry_has_its_words(spraak: str) -> None:
    tekst = Tekst(spraak)
    ventet = [f"indikator.{e['id']}.{ord_}" for _, e in INDIKATORER for ord_ in INDIKATORORD]
    for _, e in INDIKATORER:
        ventet += [
            f"indikator.gruppe.{e['gruppe']}",
            f"begrep.enhet.{e['enhet']}",
            f"begrep.metode.{e['kilde']}",
        ]
    ventet += [f"modell.{navn}.{ord_}" for navn in MODELLER for ord_ in MODELLORD]
    ventet += [f"sakstype.{s}" for s in _les(DATA / "sakstyper.toml")["sektor"]]
    ventet += [
        f"indikator.dimensjon.{d}" for d in _les(DATA / "indikatorer" / "dimensjoner.toml")["dimensjon"]
    ]
    for modell in MODELLER.values():
        ventet += [
            f"modell.organ.{o['id']}.{g['noekkel']}"
            for o in modell.get("organ", ())
            for inndeling in o["inndelinger"].values()
            for g in inndeling
        ]
        ventet += [f"modell.nytt.{art}" for art in modell.get("opprett", ())]
    assert [n for n in dict.fromkeys(ventet) if not tekst.finnes(n)] == []


def test_no_text_has_markup() -> None:
    """Words are written into Excel, HTML and Word alike: each writer marks up what it writes."""
    merke = re.compile(r"</?[a-z]+>|\*\*|&[a-z]+;|__")
    filer = (DATA / "spraak").rglob("*.toml")
    assert [f"{_navn(f)} {n}" for f in filer for n, t in _blader(_les(f)) if merke.search(t)] == []


def _celler(sti: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of every cell except a source, which may be a long number in a path."""
    with sti.open(encoding="utf-8-sig", newline="") as fil:
        prove = fil.readline()
        fil.seek(0)
        leser = csv.DictReader(fil, delimiter=";" if ";" in prove else ",")
        for rad in leser:
            yield from ((leser.line_num, str(v)) for k, v in rad.items() if v and k != "kilde")


def _personopplysninger(tekst: str) -> list[str]:
    return [
        f"{slag} {treff[0]}"
        for slag, moenster in PERSONOPPLYSNINGER.items()
        if (treff := moenster.search(tekst))
    ]


def test_every_csv_file_is_utf_8_with_as_many_cells_as_its_heading() -> None:
    feil = []
    for fil in CSVFILER:
        with fil.open(encoding="utf-8", newline="") as aapen:
            rader = list(csv.reader(aapen, delimiter=";"))
        feil += [f"{_navn(fil)}:{nr}" for nr, rad in enumerate(rader, 1) if len(rad) != len(rader[0])]
    assert feil == []


def test_no_csv_file_holds_an_address_a_phone_number_or_a_birth_number() -> None:
    feil = [
        f"{_navn(f)}:{nr}: {p}"
        for f in CSVFILER
        for nr, celle in _celler(f)
        for p in _personopplysninger(celle)
    ]
    assert feil == []


def test_no_workbook_holds_personal_data_or_a_persons_name_as_its_author() -> None:
    feil = []
    for bok in DATA.rglob("*.xlsx"):
        with zipfile.ZipFile(bok) as arkiv:
            deler = {n: arkiv.read(n).decode("utf-8") for n in arkiv.namelist() if n.endswith(".xml")}
        tekst = " ".join(re.findall(r"<t[^>]*>([^<]*)</t>", deler.get("xl/sharedStrings.xml", "")))
        feil += [f"{_navn(bok)}: {p}" for p in _personopplysninger(tekst)]
        opphav = re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]+)<", deler.get("docProps/core.xml", ""))
        feil += [f"{_navn(bok)}: author {navn}" for navn in opphav if navn not in ("styreform", "openpyxl")]
    assert feil == []


@pytest.mark.parametrize(
    ("tekst", "antall"),
    [
        ("Kari.Nordmann@kommune.no", 1),
        ("tlf. 74 05 25 00", 1),
        ("+47 91234567", 1),
        ("912 34 567", 1),
        ("010190 12345", 1),
        ("01019012345", 1),
        ("sak 2010/8695, PS 114/10, 35 medlemmer, 93561 stemmer, 1512101", 0),
        ("/Politikk/19981221/ og 2015–2019", 0),
    ],
)
def test_the_watch_sees_personal_data_and_leaves_case_numbers(tekst: str, antall: int) -> None:
    assert len(_personopplysninger(tekst)) == antall


def test_every_text_the_code_asks_for_by_name_is_in_an_area_that_exists() -> None:
    kall = re.compile(r"""\btekst\(f?["']([a-z_]+)\.""")
    filer = sorted((ROT / "analyse").rglob("*.py"))
    brukt = [(_navn(f), omraade) for f in filer for omraade in kall.findall(f.read_text(encoding="utf-8"))]
    assert [(fil, o) for fil, o in brukt if o not in {f.stem for f in SPRAAKFILER}] == []
    assert brukt
