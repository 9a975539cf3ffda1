"""Is what a command prints one document or plain words, and is nothing else on stdout?"""

from __future__ import annotations

import io
import json

import pytest

from analyse.cli.utskrift import fremdrift, skriv_feil, skriv_funn, skriv_json
from analyse.grunn.feil import MAKS_VISTE_FUNN, BrukFeil, Funn
from analyse.grunn.tekst import Tekst

NB = Tekst("nb")


def _mange(antall: int) -> list[Funn]:
    return [Funn(kode="BR-005", sted=f"nr{nr}", felter={"funnet": str(nr)}) for nr in range(antall)]


def test_the_schema_is_the_first_key_and_letters_stay_letters(capsys: pytest.CaptureFixture[str]) -> None:
    skriv_json("proeve", {"navn": "Sørøya", "tom": None})
    ut = capsys.readouterr().out
    assert list(json.loads(ut)) == ["skjema", "navn", "tom"]
    assert "Sørøya" in ut


@pytest.mark.parametrize("tall", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_never_printed(tall: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        skriv_json("proeve", {"tall": tall})


def test_errors_are_counted_in_full_and_shown_up_to_the_limit(capsys: pytest.CaptureFixture[str]) -> None:
    feil = BrukFeil(_mange(MAKS_VISTE_FUNN + 5))
    skriv_feil(feil, NB, som_json=True, skjema="proeve")
    dokument = json.loads(capsys.readouterr().out)
    assert list(dokument) == ["skjema", "feil", "antall"]
    assert (len(dokument["feil"]), dokument["antall"]) == (MAKS_VISTE_FUNN, MAKS_VISTE_FUNN + 5)


def test_findings_in_words_stand_on_stderr_and_say_how_many_are_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    skriv_funn(_mange(MAKS_VISTE_FUNN + 5), NB)
    fanget = capsys.readouterr()
    assert fanget.out == ""
    assert fanget.err.splitlines()[-1] == "… og 5 feil til."
    assert len(fanget.err.splitlines()) == MAKS_VISTE_FUNN + 1


@pytest.mark.parametrize("er_terminal", [True, False])
def test_progress_is_told_only_to_a_person_at_a_terminal(
    er_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    stroem = io.StringIO()
    monkeypatch.setattr(stroem, "isatty", lambda: er_terminal)
    monkeypatch.setattr("sys.stderr", stroem)
    fremdrift(NB, "leser", mappe="oppdrag")
    assert stroem.getvalue() == ("Leser oppdrag …\n" if er_terminal else "")
