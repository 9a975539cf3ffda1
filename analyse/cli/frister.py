"""`styreform frister`: every deadline of a council term in order, also as a calendar file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from analyse.cli.utskrift import skriv_json
from analyse.cli.valg import gjeldende_tekst, kommando
from analyse.grunn.filer import check_skrivbar, write_bytes


@kommando("frister")
@click.option("--valg", "valgaar", required=True, type=int, metavar="aar", help="hjelp_valgaar")
@click.option("--ics", default=None, metavar="fil", help="hjelp_ics")
def app(*, valgaar: int, ics: str | None, som_json: bool) -> None:
    """List the deadlines of the term that the election begins."""
    from analyse.oppdrag.frister import build_fristkalender, plan_frister, plan_loepende

    tekst = gjeldende_tekst()
    frister = plan_frister(valgaar, tekst)
    loepende = plan_loepende(valgaar, tekst)
    if ics is not None:
        check_skrivbar(Path(ics).parent)
        write_bytes(Path(ics), build_fristkalender(valgaar, tekst))
    if som_json:
        filer = [ics] if ics is not None else []
        skriv_json("frister", {"valg": valgaar, "frister": frister, "loepende": loepende, "filer": filer})
        return
    click.echo(tekst("lov_frist.overskrift", aar=str(valgaar)) + "\n")
    for rad in frister:
        dato = tekst.dato(date.fromisoformat(str(rad["dato"])))
        linje = tekst("lov_frist.rad", dato=dato, navn=rad["hva"], **_ord(rad))
        click.echo(f"{linje} {rad['merknad']}".rstrip())
    click.echo("\n" + tekst("lov_frist.loepende_overskrift") + "\n")
    for rad in loepende:
        click.echo(tekst("lov_frist.loepende", navn=rad["hva"], varighet=rad["varighet"], **_ord(rad)))
    click.echo("\n" + tekst("lov_frist.flyttes_ikke"))
    if ics is not None:
        click.echo(tekst("lov_frist.skrevet", fil=ics))


def _ord(rad: dict[str, object]) -> dict[str, object]:
    return {k: rad[k] for k in ("hvem", "henvisning", "etter")}
