"""The commands, imported when called, and the one place where errors become words and exit codes."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from analyse.cli.utskrift import skriv_feil
from analyse.cli.valg import finn_spraak, gjeldende_tekst, norsk_ascii, vil_ha_json
from analyse.grunn.feil import BrukFeil, Funn, MiljoeFeil, StyreformFeil, vis_verdi
from analyse.grunn.filer import ascii_navn
from analyse.grunn.tekst import Tekst

KOMMANDOER: tuple[str, ...] = ("demo", "kontroll", "rapport", "sammenlign")
AVBRUTT = 130


def _naermeste(navn: str, kjente: Sequence[str]) -> str:
    import difflib

    funnet = difflib.get_close_matches(navn, kjente, n=1, cutoff=0.6)
    return funnet[0] if funnet else ""


class LatGruppe(click.Group):
    """A group that knows its commands by name and imports one when it is asked for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the commands' names."""
        return list(KOMMANDOER)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, also when it is written with æ, ø or å; None where there is none."""
        navn = ascii_navn(cmd_name).lower()
        if navn not in KOMMANDOER:
            return None
        modul = importlib.import_module(f"analyse.cli.{navn}")
        kommando: click.Command = modul.app
        return kommando

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of the arguments.

        Raises
        ------
        BrukFeil : no such command; the nearest is named.
        """
        if self.get_command(ctx, args[0]) is None:
            felter = {
                "funnet": vis_verdi(args[0]),
                "naermeste": _naermeste(ascii_navn(args[0]).lower(), KOMMANDOER),
                "lovlige": ", ".join(KOMMANDOER),
            }
            raise BrukFeil([Funn(kode="BR-001", sted="styreform", felter=felter)])
        return super().resolve_command(ctx, args)

    def format_help(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help of the whole command without importing one of its commands."""
        tekst = gjeldende_tekst()
        formatter.write_usage("styreform", f"{tekst('cli.kommandoord')} …", f"{tekst('cli.bruk')}: ")
        formatter.write_paragraph()
        formatter.write_text(tekst("cli.om"))
        with formatter.section(tekst("cli.kommandoer")):
            formatter.write_dl([(navn, tekst(f"cli.kort.{navn}")) for navn in KOMMANDOER])
        with formatter.section(tekst("cli.valg")):
            formatter.write_dl(
                [
                    ("--spraak nb|nn|en", tekst("cli.spraak")),
                    ("--version", tekst("cli.versjon")),
                    ("--help", tekst("cli.hjelp")),
                ]
            )
        formatter.write_paragraph()
        formatter.write_text(tekst("cli.mer"))

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]  # one way out: an exit code
        """Run a command; every way it can end becomes an exit code of the contract."""
        argumenter = norsk_ascii(sys.argv[1:] if args is None else args)
        _utf8()
        sys.exit(_kjoer(super().main, argumenter, extra))


def _kjoer(hoved: Any, argumenter: list[str], extra: dict[str, Any]) -> int:
    tekst, som_json = Tekst(finn_spraak(argumenter)), vil_ha_json(argumenter)
    skjema = next((a for a in argumenter if not a.startswith("-")), "styreform")
    try:
        svar = hoved(args=argumenter, prog_name="styreform", **extra | {"standalone_mode": False})
    except StyreformFeil as feil:
        skriv_feil(feil, tekst, som_json=som_json, skjema=ascii_navn(skjema))
        return feil.exit_kode
    except click.ClickException as feil:
        bruk = _som_brukfeil(feil)
        skriv_feil(bruk, tekst, som_json=som_json, skjema=ascii_navn(skjema))
        return bruk.exit_kode
    except (click.Abort, KeyboardInterrupt):
        return AVBRUTT
    except BrokenPipeError:
        return 0  # the reader has seen enough (styreform … | head)
    except OSError as feil:
        felter = {"fil": str(feil.filename or ""), "grunn": feil.strerror or str(feil)}
        miljoe = MiljoeFeil([Funn(kode="MI-003", sted=str(feil.filename or ""), felter=felter)])
        skriv_feil(miljoe, tekst, som_json=som_json, skjema=ascii_navn(skjema))
        return miljoe.exit_kode
    return svar if isinstance(svar, int) else 0


def _som_brukfeil(feil: click.ClickException) -> BrukFeil:
    """Return a parser error as a finding of ours, so that it speaks the reader's language."""
    if isinstance(feil, click.NoSuchOption):
        valg = feil.ctx.command.get_params(feil.ctx) if feil.ctx else []
        kjente = [o for p in valg for o in p.opts if o.startswith("--")]
        felter = {
            "funnet": vis_verdi(feil.option_name),
            "naermeste": _naermeste(feil.option_name, kjente),
            "lovlige": ", ".join(kjente),
        }
        return BrukFeil([Funn(kode="BR-002", sted="styreform", felter=felter)])
    param = getattr(feil, "param", None)
    navn = param.human_readable_name if param is not None else getattr(feil, "option_name", "")
    if isinstance(feil, click.MissingParameter):
        return BrukFeil([Funn(kode="BR-003", sted="styreform", felter={"felt": navn})])
    if isinstance(feil, click.BadParameter):
        felter = {"felt": navn, "funnet": "", "lovlige": ""}
        return BrukFeil([Funn(kode="BR-004", sted="styreform", felter=felter)])
    if isinstance(feil, click.BadOptionUsage):
        return BrukFeil([Funn(kode="BR-003", sted="styreform", felter={"felt": navn})])
    ekstra = feil.message.rsplit("(", maxsplit=1)[-1].rstrip(")")
    return BrukFeil([Funn(kode="BR-005", sted="styreform", felter={"funnet": vis_verdi(ekstra)})])


def _utf8() -> None:
    # A Windows console may speak cp1252; the contract is UTF-8 on every platform.
    for stroem in (sys.stdout, sys.stderr):
        if hasattr(stroem, "reconfigure"):
            stroem.reconfigure(encoding="utf-8")


def _vis_versjon(ctx: click.Context, _param: click.Parameter, verdi: bool) -> None:
    if verdi and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"styreform {version('styreform')}")
        ctx.exit()


@click.group(cls=LatGruppe, invoke_without_command=True, no_args_is_help=False)
@click.option("--spraak", default=None, expose_value=False)
@click.option("--json", "som_json", is_flag=True, expose_value=False)
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_vis_versjon)
@click.pass_context
def app(ctx: click.Context) -> None:
    """Show the help when called with nothing to do."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
