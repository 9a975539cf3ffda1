"""The command run in this process, and an invented project small enough to be read whole."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from analyse.cli import app

MODELL = """\
format = 1

[kommune]
navn = "Prøvevik"
innbyggere = 8000
oppdiktet = true

[kommune.mandater]
A = 10
B = 7

[modell]
id = "dagens"
navn = "Dagens modell"
styreform = "formannskap"

[[organ]]
id = "kommunestyret"
navn = "Kommunestyret"
art = "kommunestyre"
medlemmer = 17
moeter_per_aar = 8

[[organ]]
id = "formannskapet"
navn = "Formannskapet"
art = "formannskap"
medlemmer = 5
velges_av = "kommunestyret"
vedtaksrett = true
moeter_per_aar = 12

[[organ]]
id = "plan"
navn = "Planutvalget"
art = "utvalg"
medlemmer = 7
velges_av = "kommunestyret"
vedtaksrett = true
moeter_per_aar = 10
"""
TO_UTVALG = """
[[organ]]
id = "drift"
navn = "Driftsutvalget"
art = "utvalg"
medlemmer = 7
velges_av = "kommunestyret"
vedtaksrett = true
moeter_per_aar = 10
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Svar:
    """How a run ended: exit code, what stood on stdout and on stderr."""

    kode: int
    ut: str
    feil: str

    @property
    def json(self) -> dict[str, Any]:
        """The one document on stdout; anything beside it, or a NaN in it, is an error."""
        return dict(json.loads(self.ut, parse_constant=lambda navn: pytest.fail(f"{navn} in JSON")))


Styreform = Callable[..., Svar]


@pytest.fixture
def styreform(monkeypatch: pytest.MonkeyPatch) -> Styreform:
    """Run the command in this process: `styreform("demo", "--json")`."""
    monkeypatch.delenv("STYREFORM_SPRAAK", raising=False)

    def kjoer(*argumenter: str) -> Svar:
        ut, feil = io.StringIO(), io.StringIO()
        with (
            contextlib.redirect_stdout(ut),
            contextlib.redirect_stderr(feil),
            pytest.raises(SystemExit) as slutt,
        ):
            app.main(list(argumenter))
        return Svar(kode=int(slutt.value.code or 0), ut=ut.getvalue(), feil=feil.getvalue())

    return kjoer


@pytest.fixture
def oppdrag(tmp_path: Path) -> Path:
    """An invented project: today's model and one alternative of its own."""
    mappe = tmp_path / "oppdrag"
    (mappe / "modeller").mkdir(parents=True)
    (mappe / "prosjekt.toml").write_text("format = 1\ndato = 2026-01-01\n", encoding="utf-8")
    (mappe / "modeller" / "dagens.toml").write_text(MODELL, encoding="utf-8")
    alternativ = MODELL.replace(
        'id = "dagens"\nnavn = "Dagens modell"', 'id = "to_utvalg"\nnavn = "To utvalg"'
    )
    (mappe / "modeller" / "to_utvalg.toml").write_text(alternativ + TO_UTVALG, encoding="utf-8")
    return mappe
