"""What a command prints: one JSON document on stdout, or text; errors and progress on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

import click

from analyse.grunn.feil import MAKS_VISTE_FUNN, Funn, StyreformFeil
from analyse.grunn.feiltekst import format_funn, format_linje
from analyse.grunn.tekst import Tekst


def skriv_json(skjema: str, innhold: Mapping[str, Any]) -> None:
    """Print the one document, its schema first."""
    click.echo(
        json.dumps({"skjema": f"{skjema}/1", **innhold}, ensure_ascii=False, indent=1, allow_nan=False)
    )


def som_json_funn(funn: Iterable[Funn], tekst: Tekst) -> list[dict[str, str]]:
    """Return findings in words, at most as many as are shown at once."""
    return [format_funn(f, tekst) for f in list(funn)[:MAKS_VISTE_FUNN]]


def skriv_funn(funn: Iterable[Funn], tekst: Tekst) -> None:
    """Print findings on stderr: place, what was found, what is allowed, what to do."""
    alle = list(funn)
    for ett in alle[:MAKS_VISTE_FUNN]:
        click.echo(format_linje(ett, tekst), err=True)
    if len(alle) > MAKS_VISTE_FUNN:
        click.echo(tekst("cli.flere_feil", antall=len(alle) - MAKS_VISTE_FUNN), err=True)


def skriv_feil(feil: StyreformFeil, tekst: Tekst, *, som_json: bool, skjema: str) -> None:
    """Print everything an error found, as text or JSON; warnings that came along are left to `kontroll`."""
    funn = [f for f in feil.funn if f.alvor != "advarsel"]
    if som_json:
        skriv_json(skjema, {"feil": som_json_funn(funn, tekst), "antall": len(funn)})
        return
    skriv_funn(funn, tekst)
    click.echo(tekst("cli.antall_feil", antall=len(funn)), err=True)


def fremdrift(tekst: Tekst, noekkel: str, **felter: object) -> None:
    """Tell what is being done, on stderr and only to a person at a terminal."""
    if sys.stderr.isatty():
        click.echo(tekst(f"cli.fremdrift.{noekkel}", **felter), err=True)
