"""Does the comparison show every measure, difference and verdict, in words and as JSON?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analyse.modell.maalinger import KOLONNER

Styreform = Callable[..., Any]
FASIT = Path(__file__).resolve().parents[1] / "fasit"


@pytest.mark.parametrize("spraak", ["nb", "nn", "en"])
def test_the_lines_are_those_of_the_golden_file(spraak: str, styreform: Styreform, oppdrag: Path) -> None:
    svar = styreform("sammenlign", str(oppdrag), "--modeller", "to_utvalg", "--spraak", spraak)
    assert (svar.kode, svar.feil) == (0, "")
    assert svar.ut == (FASIT / f"sammenlign_{spraak}.txt").read_text(encoding="utf-8")


def test_the_document_is_the_table_of_measurements_with_its_columns_in_order(
    styreform: Styreform, oppdrag: Path
) -> None:
    svar = styreform("sammenlign", str(oppdrag), "--modeller", "to_utvalg", "--json")
    assert (svar.kode, svar.feil, list(svar.json)[:2]) == (0, "", ["skjema", "maalinger"])
    maalinger = svar.json["maalinger"]
    assert {tuple(rad) for rad in maalinger} == {KOLONNER}
    assert {rad["grunnlag"] for rad in maalinger} <= {"oppdiktet", "ikke_belyst"}  # the place is invented
    moeter = {
        rad["modell"]: rad["verdi"]
        for rad in maalinger
        if (rad["indikator"], rad["dimensjon"], rad["mot"]) == ("moeter_per_aar", None, None)
    }
    assert moeter == {"dagens": 30.0, "to_utvalg": 40.0}  # 8 + 12 + 10, and 10 more


def test_archetypes_and_files_can_be_named_and_an_unknown_model_names_the_nearest(
    styreform: Styreform, oppdrag: Path
) -> None:
    fil = str(oppdrag / "modeller" / "to_utvalg.toml")
    dokument = styreform("sammenlign", str(oppdrag), "--modeller", f"komite, {fil}", "--json").json
    assert {rad["modell"] for rad in dokument["maalinger"]} == {"dagens", "komite", "to_utvalg"}
    svar = styreform("sammenlign", str(oppdrag), "--modeller", "to_utvlag,borte", "--json")
    assert (svar.kode, svar.json["antall"]) == (2, 2)
    assert "«to_utvalg»" in svar.json["feil"][0]["raad"]
