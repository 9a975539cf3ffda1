"""`styreform demo`: the main job on the bundled project, from workbook to finished deliverables."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from analyse.cli.utskrift import fremdrift, skriv_json
from analyse.cli.valg import gjeldende_tekst, kommando


@kommando("demo")
@click.option("--ut", default="styreform-demo", metavar="mappe", show_default=True, help="hjelp_ut")
@click.option("--overskriv", is_flag=True, help="hjelp_overskriv")
def app(*, ut: str, overskriv: bool, som_json: bool, spraak: str | None) -> None:
    """Make the deliverables of the bundled example."""
    start = perf_counter()
    from analyse.oppdrag.demo import write_demo

    tekst = gjeldende_tekst()
    fremdrift(tekst, "demo")
    stier = write_demo(Path(ut), spraak=spraak, overskriv=overskriv)
    sekunder = round(perf_counter() - start, 2)
    if som_json:
        skriv_json("demo", {"filer": [str(s) for s in stier], "sekunder": sekunder})
        return
    for sti in stier:
        click.echo(str(sti))
    click.echo(tekst("cli.demo_ferdig", antall=len(stier), sekunder=tekst.tall(sekunder, 1)))
