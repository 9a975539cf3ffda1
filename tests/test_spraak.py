"""Do the three languages say the same things, and is there a text for every finding the code can raise?"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from analyse.grunn.tekst import SPRAAK, noekler

ROT = Path(__file__).resolve().parent.parent
MAPPE = ROT / "data" / "spraak"
OMRAADER = sorted({f.stem for f in MAPPE.glob("*/*.toml")})
KODE = re.compile(r"(?:IN|BR|MI)-\d{3}")
FELT = re.compile(r"\{([a-z_.]+)\}")
# Texts that wait for the code that raises them, and what that is.
RESERVERT: dict[str, str] = {}
# Words that would show the other written standard (each is wrong in the language it stands under).
FREMMEDE = {
    "nb": r"\b(ikkje|frå|kva|kvar|korleis|berre|saka|vert|blir\s+det\s+gjort|eit|ein|dei|nokre|nokon|noko"
    r"|kven|eg|mykje|vere|saman|òg)\b",
    "nn": r"\b(ikke|fra|hva|hvor|hvordan|bare|et|jeg|noen|være|navn|gjøre|fordi\s+at|de\s+som|noe|mye|hvis"
    r"|hvem|hvilken|sammen|kommer|deres)\b",
}


def _tekster(node: Mapping[str, Any], sti: str = "") -> Iterator[tuple[str, str]]:
    for navn, verdi in node.items():
        if isinstance(verdi, Mapping):
            yield from _tekster(verdi, f"{sti}.{navn}".lstrip("."))
        else:
            yield f"{sti}.{navn}".lstrip("."), str(verdi)


def _les(spraak: str, omraade: str) -> dict[str, str]:
    return dict(_tekster(tomllib.loads((MAPPE / spraak / f"{omraade}.toml").read_text(encoding="utf-8"))))


def _koder_i_kilden() -> set[str]:
    funnet: set[str] = set()
    for fil in sorted((ROT / "analyse").rglob("*.py")):
        for node in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KODE.fullmatch(node.value):
                funnet.add(node.value)
    return funnet


@pytest.mark.parametrize("omraade", OMRAADER)
@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_area_stands_in_every_language(spraak: str, omraade: str) -> None:
    assert (MAPPE / spraak / f"{omraade}.toml").is_file()


@pytest.mark.parametrize("omraade", OMRAADER)
def test_the_languages_have_the_same_keys(omraade: str) -> None:
    per_spraak = {s: noekler(s, omraade) for s in SPRAAK}
    alle = set().union(*per_spraak.values())
    assert {s: sorted(alle - n) for s, n in per_spraak.items() if n != alle} == {}


@pytest.mark.parametrize("omraade", OMRAADER)
def test_a_text_has_the_same_fields_in_every_language(omraade: str) -> None:
    per_noekkel: dict[str, dict[str, set[str]]] = {}
    for spraak in SPRAAK:
        for noekkel, tekst in _les(spraak, omraade).items():
            # the place's own words are looked up, not handed in, and a language may bend them otherwise
            felter = {f for f in FELT.findall(tekst) if not f.lower().startswith("ord.")}
            per_noekkel.setdefault(noekkel, {})[spraak] = felter
    ulike = {n: f for n, f in per_noekkel.items() if len({frozenset(x) for x in f.values()}) > 1}
    assert ulike == {}


@pytest.mark.parametrize("omraade", OMRAADER)
@pytest.mark.parametrize("spraak", SPRAAK)
def test_no_text_is_empty_or_padded_with_spaces(spraak: str, omraade: str) -> None:
    slurv = [n for n, t in _les(spraak, omraade).items() if not t.strip() or t != t.strip() or "  " in t]
    assert slurv == []


@pytest.mark.parametrize("omraade", OMRAADER)
@pytest.mark.parametrize("spraak", ["nb", "nn"])
def test_the_two_written_standards_are_not_mixed(spraak: str, omraade: str) -> None:
    ord_ = re.compile(FREMMEDE[spraak], re.IGNORECASE)
    blandet = {n: m[0] for n, t in _les(spraak, omraade).items() if (m := ord_.search(FELT.sub("", t)))}
    assert blandet == {}


def test_every_code_the_program_raises_has_its_text() -> None:
    uten = sorted(k for k in _koder_i_kilden() if f"{k}.funnet" not in _les("nb", "feil"))
    assert uten == []


def test_every_text_belongs_to_a_code_that_is_raised_or_reserved() -> None:
    med_tekst = {n.split(".")[0] for n in _les("nb", "feil") if KODE.match(n)}
    assert sorted(med_tekst - _koder_i_kilden() - set(RESERVERT)) == []
    assert sorted(set(RESERVERT) - med_tekst) == []
    assert sorted(set(RESERVERT) & _koder_i_kilden()) == []


def test_a_finding_is_told_in_three_parts() -> None:
    tekster = _les("nb", "feil")
    koder = {n.split(".")[0] for n in tekster if KODE.match(n)}
    halve = {k: d for k in sorted(koder) for d in ("funnet", "ventet", "raad") if f"{k}.{d}" not in tekster}
    assert halve == {}


def test_a_part_written_for_a_field_uses_no_field_that_may_be_missing() -> None:
    """`raad_naermeste` may name naermeste and what the plain parts name; nothing more is sure to be there."""
    tekster = _les("nb", "feil")
    usikre = {}
    for noekkel, tekst in tekster.items():
        kode, _, del_ = noekkel.partition(".")
        felt = del_.partition("_")[2]
        if KODE.match(kode) and felt:
            sikre = {felt} | {
                f for d in ("funnet", "ventet", "raad") for f in FELT.findall(tekster[f"{kode}.{d}"])
            }
            if rest := set(FELT.findall(tekst)) - sikre - {"antall", "organer"}:
                usikre[noekkel] = rest
    assert usikre == {}


def test_the_statutory_words_are_the_same_list_for_municipality_and_county() -> None:
    for spraak in SPRAAK:
        ord_ = _les(spraak, "ord")
        per_nivaa = [
            {n.split(".")[1] for n in ord_ if n.startswith(f"{nivaa}.")}
            for nivaa in ("kommune", "fylkeskommune")
        ]
        assert per_nivaa[0] == per_nivaa[1]
