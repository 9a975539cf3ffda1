"""Words by key, fields, plurals and numbers, on a small language of the test's own."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.grunn import tekst as modul
from analyse.grunn.tekst import SPRAAK, Tekst, noekler

HARDT = "\N{NO-BREAK SPACE}"
OMRAADER = {
    "proeve": """
hilsen = "Hei, {navn}"
organ = "{antall} medlemmer i {ord.kommunestyret}"
[dyp.sti]
tekst = "nederst"
[saker]
one = "{antall} sak"
other = "{antall} saker"
""",
    "ord": """
[kommune]
kommunestyret = "kommunestyret"
[fylkeskommune]
kommunestyret = "fylkestinget"
""",
}


@pytest.fixture(autouse=True)
def _smaatt_spraak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for spraak in SPRAAK:
        for omraade, innhold in OMRAADER.items():
            fil = tmp_path / "spraak" / spraak / f"{omraade}.toml"
            fil.parent.mkdir(parents=True, exist_ok=True)
            fil.write_text(innhold, encoding="utf-8")
    monkeypatch.setattr(modul, "data_fil", tmp_path.joinpath)
    modul._omraade.cache_clear()
    yield
    modul._omraade.cache_clear()


@pytest.fixture
def nb() -> Tekst:
    """Bokmål in a municipality."""
    return Tekst("nb")


def test_a_key_gives_its_text_with_the_fields_filled_in(nb: Tekst) -> None:
    assert nb("proeve.hilsen", navn="Levanger") == "Hei, Levanger"
    assert nb("proeve.dyp.sti.tekst") == "nederst"


def test_a_field_that_looks_like_a_field_is_not_filled_in_again(nb: Tekst) -> None:
    assert nb("proeve.hilsen", navn="{navn}") == "Hei, {navn}"


@pytest.mark.parametrize(
    ("antall", "vist"), [(0, "0 saker"), (1, "1 sak"), (2, "2 saker"), (1200, f"1{HARDT}200 saker")]
)
def test_a_plural_is_chosen_by_the_number(nb: Tekst, antall: int, vist: str) -> None:
    assert nb("proeve.saker", antall=antall) == vist


def test_a_number_already_written_out_is_counted_by_a_field_of_its_own(nb: Tekst) -> None:
    assert nb("proeve.saker", antall="minst én", flertall=1) == "minst én sak"
    assert nb("proeve.saker", antall="1,5", flertall=1.5) == "1,5 saker"


def test_a_county_has_its_own_word_and_the_places_own_word_wins() -> None:
    assert Tekst("nb", "fylkeskommune")("proeve.organ", antall=3) == "3 medlemmer i fylkestinget"
    egne = Tekst("nb", ord_={"kommunestyret": "bystyret"})
    assert egne("proeve.organ", antall=3) == "3 medlemmer i bystyret"


@pytest.mark.parametrize("noekkel", ["proeve.finnes_ikke", "proeve.hilsen.dypere", "proeve.dyp.sti.annet"])
def test_a_missing_key_is_a_defect_and_says_which(nb: Tekst, noekkel: str) -> None:
    with pytest.raises(KeyError, match=noekkel):
        nb(noekkel)
    assert not nb.finnes(noekkel)


def test_a_missing_field_is_a_defect_and_says_which(nb: Tekst) -> None:
    with pytest.raises(KeyError, match="navn"):
        nb("proeve.hilsen")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="known: nb, nn, en"):
        Tekst("se")


def test_a_text_and_a_plural_exist_but_a_table_and_a_missing_area_do_not(nb: Tekst) -> None:
    finnes = [nb.finnes(n) for n in ("proeve.hilsen", "proeve.saker", "proeve.dyp", "proeve", "borte.vekk")]
    assert finnes == [True, True, False, False, False]


def test_the_keys_of_an_area_count_a_plural_once() -> None:
    assert noekler("nn", "proeve") == {
        "proeve.hilsen",
        "proeve.organ",
        "proeve.dyp.sti.tekst",
        "proeve.saker",
    }


@pytest.mark.parametrize(
    ("spraak", "vist"),
    [("nb", f"1{HARDT}234{HARDT}567,9"), ("nn", f"1{HARDT}234{HARDT}567,9"), ("en", "1,234,567.9")],
)
def test_a_number_is_written_as_the_language_writes_it(spraak: str, vist: str) -> None:
    assert Tekst(spraak).tall(1234567.89, 1) == vist


@pytest.mark.parametrize(
    ("verdi", "desimaler", "vist"),
    [(2.5, 0, "3"), (0.5, 0, "1"), (0.125, 2, "0,13"), (2.675, 2, "2,68"), (-2.5, 0, "-3"), (-0.4, 0, "0"),
     (0.0, 1, "0,0"), (-0.0, 1, "0,0"), (999.95, 1, f"1{HARDT}000,0"), (7, 0, "7")],
)  # fmt: skip
def test_halves_are_rounded_away_from_zero_as_excel_shows_them(
    nb: Tekst, verdi: float, desimaler: int, vist: str
) -> None:
    assert nb.tall(verdi, desimaler) == vist


@pytest.mark.parametrize("verdi", [math.nan, math.inf, -math.inf])
def test_what_is_no_finite_number_is_never_written(nb: Tekst, verdi: float) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        nb.tall(verdi)
    with pytest.raises(ValueError, match="cannot be written"):
        nb.prosent(verdi)


@pytest.mark.parametrize(
    ("spraak", "andel", "desimaler", "vist"),
    [("nb", 0.2, 0, f"20{HARDT}%"), ("nn", 0.285, 0, f"29{HARDT}%"), ("en", 0.2, 0, "20%"),
     ("nb", 0, 1, f"0,0{HARDT}%"), ("nb", 1, 0, f"100{HARDT}%"), ("nb", -0.125, 1, f"-12,5{HARDT}%")],
)  # fmt: skip
def test_a_share_is_written_as_per_cent(spraak: str, andel: float, desimaler: int, vist: str) -> None:
    assert Tekst(spraak).prosent(andel, desimaler) == vist


@pytest.mark.parametrize(
    ("spraak", "vist"), [("nb", "1. januar 2024"), ("nn", "1. januar 2024"), ("en", "1 January 2024")]
)
def test_a_date_is_written_in_full(spraak: str, vist: str) -> None:
    assert Tekst(spraak).dato(date(2024, 1, 1)) == vist


@given(verdi=st.floats(-1e12, 1e12), desimaler=st.integers(0, 4))
def test_a_written_number_is_within_half_a_unit_of_its_last_digit(verdi: float, desimaler: int) -> None:
    vist = Tekst("nb").tall(verdi, desimaler)
    lest = float(vist.replace(HARDT, "").replace(",", "."))
    assert abs(lest - verdi) <= 0.5 * 10**-desimaler * (1 + 1e-9) + 1e-4 * abs(verdi) * 1e-11
    assert not vist.startswith("-0") or lest < 0
