"""The commands, imported when called, and the one place where errors become words and exit codes."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from analyse.cli.utskrift import skriv_feil, skriv_json
from analyse.cli.valg import (
    flytt_felles,
    gjeldende_tekst,
    norsk_ascii,
    use_argumenter,
    vil_ha_json,
    vis_param,
)
from analyse.grunn.feil import BrukFeil, Funn, MiljoeFeil, StyreformFeil, vis_verdi
from analyse.grunn.feiltekst import naermeste
from analyse.grunn.filer import ascii_navn

KOMMANDOER: tuple[str, ...] = (
    "demo",
    "diff",
    "flett",
    "frister",
    "kontroll",
    "kunraadet",
    "lov",
    "ny",
    "rapport",
    "sammenlign",
)
AVBRUTT = 130
LUKKET_ROER = 0  # the command did its work; that nobody read it to the end is no fault


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
                "naermeste": naermeste(ascii_navn(args[0]).lower(), KOMMANDOER),
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
                    (f"--spraak {tekst('cli.metavar.spraak')}", tekst("cli.spraak")),
                    ("--json", tekst("cli.json")),
                    ("--version", tekst("cli.versjon")),
                    ("--help", tekst("cli.hjelp")),
                ]
            )
        formatter.write_paragraph()
        formatter.write_text(tekst("cli.mer"))

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]  # one way out: an exit code
        """Run a command; every way it can end becomes an exit code of the contract."""
        argumenter = flytt_felles(norsk_ascii(sys.argv[1:] if args is None else args))
        use_argumenter(argumenter)
        _utf8()
        sys.exit(_kjoer(super().main, argumenter, extra))


def _kjoer(hoved: Any, argumenter: list[str], extra: dict[str, Any]) -> int:
    try:
        return _svar(hoved, argumenter, extra)
    except (click.Abort, KeyboardInterrupt):
        return AVBRUTT
    except OSError as feil:
        if not _er_lukket_roer(feil):
            raise
        return LUKKET_ROER


def _svar(hoved: Any, argumenter: list[str], extra: dict[str, Any]) -> int:
    """Run the command; what it raises on purpose is told and becomes its exit code."""
    try:
        svar = hoved(args=argumenter, prog_name="styreform", **extra | {"standalone_mode": False})
    except StyreformFeil as feil:
        ventet = feil
    except click.ClickException as feil:
        ventet = _som_brukfeil(feil)
    except SystemExit:
        return LUKKET_ROER  # click leaves this way, with 1, when the reader has closed the pipe
    except OSError as feil:
        if _er_lukket_roer(feil):
            raise
        felter = {"fil": str(feil.filename or ""), "grunn": feil.strerror or str(feil)}
        ventet = MiljoeFeil([Funn(kode="MI-003", sted=str(feil.filename or ""), felter=felter)])
    else:
        return svar if isinstance(svar, int) else 0
    navn = ascii_navn(argumenter[0]).lower() if argumenter else ""
    skriv_feil(
        ventet,
        gjeldende_tekst(),
        som_json=vil_ha_json(argumenter),
        skjema=navn if navn in KOMMANDOER else "styreform",
    )
    return ventet.exit_kode


def _er_lukket_roer(feil: OSError) -> bool:
    """True where the reader has seen enough (styreform … | head); then nothing more can be said there."""
    # Windows answers EINVAL; an error about a file has the file's name
    if feil.filename is not None or feil.errno not in (errno.EPIPE, errno.EINVAL):
        return False
    with Path(os.devnull).open("wb") as sluk:  # or Python complains as it closes stdout
        os.dup2(sluk.fileno(), sys.stdout.fileno())
    return True


def _som_brukfeil(feil: click.ClickException) -> BrukFeil:
    """Return a parser error as a finding of ours, so that it speaks the reader's language."""
    ctx = getattr(feil, "ctx", None)
    valg = {o: p for p in ctx.command.get_params(ctx) for o in p.opts if o.startswith("-")} if ctx else {}
    if isinstance(feil, click.NoSuchOption):
        kjente = [o for o in valg if o.startswith("--")]
        felter = {
            "funnet": vis_verdi(feil.option_name),
            "naermeste": naermeste(feil.option_name, kjente),
            "lovlige": ", ".join(kjente),
        }
        return BrukFeil([Funn(kode="BR-002", sted="styreform", felter=felter)])
    if isinstance(feil, click.BadOptionUsage):
        return BrukFeil([Funn(kode="BR-006", sted="styreform", felter={"felt": feil.option_name})])
    param = getattr(feil, "param", None)
    navn = vis_param(param, gjeldende_tekst()) if param is not None else ""
    kode = "BR-003" if isinstance(feil, click.MissingParameter) else "BR-004"
    return BrukFeil([Funn(kode=kode, sted="styreform", felter={"felt": navn})])


def _utf8() -> None:
    # A Windows console may speak cp1252; the contract is UTF-8 on every platform.
    for stroem in (sys.stdout, sys.stderr):
        if hasattr(stroem, "reconfigure"):
            stroem.reconfigure(encoding="utf-8")


@click.group(cls=LatGruppe, invoke_without_command=True, no_args_is_help=False)
@click.option("--spraak", expose_value=False)
@click.option("--json", "som_json", is_flag=True)
@click.option("--version", is_flag=True)
@click.pass_context
def app(ctx: click.Context, *, som_json: bool, version: bool) -> None:
    """Tell the version, or show the help when called with nothing to do."""
    if ctx.invoked_subcommand is not None:
        return
    if version:
        from importlib.metadata import version as installert

        svar: dict[str, Any] = {"versjon": installert("styreform")}
    else:
        svar = {"kommandoer": list(KOMMANDOER)}
    if som_json:
        skriv_json("styreform", svar)
    else:
        click.echo(f"styreform {svar['versjon']}" if version else ctx.get_help())
