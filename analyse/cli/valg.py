"""What every command shares: its language, `--json`, and help in the reader's language.

The language is known before parsing, so that help and parser errors follow it too. Options carry keys, never
words: a help text lies under cli.<key>, what stands for a value under cli.metavar.<key>.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from itertools import pairwise
from typing import Any

import click
from click.core import ParameterSource

from analyse.grunn.feil import BrukFeil, Funn, vis_verdi
from analyse.grunn.filer import ascii_navn
from analyse.grunn.tekst import SPRAAK, STANDARD_SPRAAK, Tekst

Funksjon = Callable[..., Any]
MILJOE = "STYREFORM_SPRAAK"
MED_SPRAAKLISTE = ("rapport",)  # its --spraak is a list, checked together with its formats
_argumenter: ContextVar[tuple[str, ...] | None] = ContextVar("argumenter", default=None)


def norsk_ascii(argumenter: Sequence[str]) -> list[str]:
    """Return the arguments with option names in ASCII: --språk is --spraak; values are left alone."""
    ut: list[str] = []
    for arg in argumenter:
        navn, skille, verdi = arg.partition("=")
        er_valg = arg.startswith("--") and len(arg) > 2 and "--" not in ut
        ut.append(f"{ascii_navn(navn)}{skille}{verdi}" if er_valg else arg)
    return ut


def flytt_felles(argumenter: Sequence[str]) -> list[str]:
    """Return the arguments with `--json` and `--spraak` that stand before the command moved behind it."""
    nr = 0
    while nr < len(argumenter) and argumenter[nr].startswith(("--json", "--spraak")):
        nr += 2 if argumenter[nr] == "--spraak" else 1
    foran, resten = list(argumenter[:nr]), list(argumenter[nr:])
    return [resten[0], *foran, *resten[1:]] if resten and not resten[0].startswith("-") else list(argumenter)


def use_argumenter(argumenter: Sequence[str]) -> None:
    """Remember what this run was asked, for the language of its help and messages."""
    _argumenter.set(tuple(argumenter))


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
    argumenter = _argumenter.get()
    return Tekst(finn_spraak(norsk_ascii(sys.argv[1:]) if argumenter is None else argumenter))


def vis_param(param: click.Parameter, tekst: Tekst) -> str:
    """Return a parameter as a person types it: the option's name, or the argument's word."""
    return tekst(f"cli.metavar.{param.metavar}") if isinstance(param, click.Argument) else param.opts[0]


class Kommando(click.Command):
    """A command whose help and complaints speak the reader's language."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and refuse what click would take without a word or complain of in English.

        Raises
        ------
        BrukFeil : an option's value is left out before another option, a flag is given one, or there are
            words too many.
        """
        egne = {o: p for p in self.get_params(ctx) if isinstance(p, click.Option) for o in p.opts}
        for arg, neste in pairwise([*args, ""]):
            navn, skille, _ = arg.partition("=")
            if navn in egne and egne[navn].is_flag and skille:
                raise BrukFeil([Funn(kode="BR-007", sted="styreform", felter={"felt": navn})])
            if arg in egne and not egne[arg].is_flag and neste.partition("=")[0] in egne:
                raise BrukFeil([Funn(kode="BR-006", sted="styreform", felter={"felt": arg})])
        rest = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise BrukFeil(
                Funn(kode="BR-005", sted="styreform", felter={"funnet": vis_verdi(ord_)}) for ord_ in ctx.args
            )
        return rest

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the pieces of the usage line, named in the language."""
        tekst = gjeldende_tekst()
        argumenter = [vis_param(p, tekst) for p in self.get_params(ctx) if isinstance(p, click.Argument)]
        return [f"[{tekst('cli.valg').upper()}]", *argumenter]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), f"{gjeldende_tekst()('cli.bruk')}: "
        )

    def format_help_text(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(gjeldende_tekst()(f"cli.kommando.{self.name}"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under their heading, with what stands for a value and what is the default."""
        tekst = gjeldende_tekst()
        rader: list[tuple[str, str]] = []
        for param in self.get_params(ctx):
            if not isinstance(param, click.Option):
                continue
            navn, om = ", ".join(param.opts), tekst(f"cli.{param.help}")
            if not param.is_flag:
                navn += f" {tekst(f'cli.metavar.{param.metavar}')}"
            if param.show_default:
                om += f" {tekst('cli.standard', verdi=param.default)}"
            rader.append((navn, om))
        with formatter.section(tekst("cli.valg")):
            formatter.write_dl(rader)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with the key of its text."""
        valg = super().get_help_option(ctx)
        if valg is not None:
            valg.help = "hjelp"
        return valg


def _sjekk_spraak(ctx: click.Context, param: click.Parameter, verdi: str | None) -> str | None:
    if verdi is None or verdi in SPRAAK or ctx.command.name in MED_SPRAAKLISTE:
        return verdi
    fra_miljoe = ctx.get_parameter_source(param.name or "") is ParameterSource.ENVIRONMENT
    felter = {"funnet": vis_verdi(verdi), "lovlige": ", ".join(SPRAAK)}
    raise BrukFeil([Funn(kode="BR-012", sted=MILJOE if fra_miljoe else "--spraak", felter=felter)])


def kommando(navn: str) -> Callable[[Funksjon], Kommando]:
    """Make a function the command `navn`, with `--json` and `--spraak`.

    The function is given `spraak` where it asks for it; the words it speaks follow the option in any case.
    """

    def pakk(funksjon: Funksjon) -> Kommando:
        merket = click.option("--json", "som_json", is_flag=True, help="json")(funksjon)
        liste = navn in MED_SPRAAKLISTE
        merket = click.option(
            "--spraak",
            metavar="spraakliste" if liste else "spraak",
            envvar=MILJOE,
            callback=_sjekk_spraak,
            help="spraakliste" if liste else "spraak",
            expose_value="spraak" in funksjon.__annotations__,
        )(merket)
        valg = {"allow_extra_args": True}  # so that the words too many are ours to name
        return click.command(navn, cls=Kommando, context_settings=valg)(merket)

    return pakk
