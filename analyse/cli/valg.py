"""What every command shares: its language, `--json`, and help in the reader's language.

The language is known before parsing, so that help and parser errors follow it too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from analyse.grunn.filer import ascii_navn
from analyse.grunn.tekst import SPRAAK, STANDARD_SPRAAK, Tekst

Funksjon = Callable[..., Any]
MILJOE = "STYREFORM_SPRAAK"


def norsk_ascii(argumenter: Sequence[str]) -> list[str]:
    """Return the arguments with option names in ASCII: --språk is --spraak; values are left alone."""
    ut = []
    for arg in argumenter:
        navn, skille, verdi = arg.partition("=")
        ut.append(f"{ascii_navn(navn)}{skille}{verdi}" if arg.startswith("--") and len(arg) > 2 else arg)
    return ut


def finn_spraak(argumenter: Sequence[str]) -> str:
    """Return the language the arguments, else the environment, ask for; the first of a list; else bokmål."""
    valgt = os.environ.get(MILJOE, "")
    for nr, arg in enumerate(argumenter):
        if arg == "--spraak" and nr + 1 < len(argumenter):
            valgt = argumenter[nr + 1]
        elif arg.startswith("--spraak="):
            valgt = arg.partition("=")[2]
    foerste = valgt.split(",")[0].strip()
    return foerste if foerste in SPRAAK else STANDARD_SPRAAK


def vil_ha_json(argumenter: Sequence[str]) -> bool:
    """True where the arguments ask for JSON."""
    return "--json" in argumenter


def gjeldende_tekst() -> Tekst:
    """Return the words of the language this run speaks."""
    return Tekst(finn_spraak(norsk_ascii(sys.argv[1:])))


class Kommando(click.Command):
    """A command whose help speaks the reader's language."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), f"{gjeldende_tekst()('cli.bruk')}: "
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under their heading."""
        valg = [r for p in self.get_params(ctx) if (r := p.get_help_record(ctx)) is not None]
        with formatter.section(gjeldende_tekst()("cli.valg")):
            formatter.write_dl(valg)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the pieces of the usage line, options named in the language."""
        deler = [p for param in self.get_params(ctx) for p in param.get_usage_pieces(ctx)]
        return [f"[{gjeldende_tekst()('cli.valg').upper()}]", *deler]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with its text in the language."""
        valg = super().get_help_option(ctx)
        if valg is not None:
            valg.help = gjeldende_tekst()("cli.hjelp")
        return valg


def kommando(navn: str) -> Callable[[Funksjon], Kommando]:
    """Make a function the command `navn`, with `--json` and `--spraak` and its help from the words."""

    def pakk(funksjon: Funksjon) -> Kommando:
        tekst = gjeldende_tekst()
        merket = click.option("--json", "som_json", is_flag=True, help=tekst("cli.json"))(funksjon)
        spraakhjelp = "cli.spraakliste" if navn == "rapport" else "cli.spraak"
        merket = click.option("--spraak", default=None, help=tekst(spraakhjelp))(merket)
        return click.command(navn, cls=Kommando, help=tekst(f"cli.kommando.{navn}"))(merket)

    return pakk


def hjelp(noekkel: str) -> str:
    """Return the help text of an option or argument in the reader's language."""
    return gjeldende_tekst()(f"cli.{noekkel}")
