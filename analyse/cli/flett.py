"""`styreform flett`: returned workbooks made into one, or the questions still open into a second round."""

from __future__ import annotations

from pathlib import Path

import click

from analyse.cli.utskrift import skriv_json
from analyse.cli.valg import gjeldende_tekst, kommando


@kommando("flett")
@click.argument("boeker", metavar="fil", nargs=-1, required=True)
@click.option("--til", required=True, metavar="fil", help="hjelp_til")
@click.option("--aapne", is_flag=True, default=False, help="hjelp_aapne")
def app(*, boeker: tuple[str, ...], til: str, aapne: bool, som_json: bool) -> None:
    """Merge workbooks."""
    from analyse.oppdrag.flett import write_flettet

    tekst = gjeldende_tekst()
    write_flettet([Path(b) for b in boeker], Path(til), tekst.spraak, bare_aapne=aapne)
    if som_json:
        skriv_json("flett", {"filer": [til]})
        return
    click.echo(tekst("cli.flett_runde" if aapne else "cli.flett_ferdig", fil=til, antall=len(boeker)))
