"""`styreform kunraadet`: what only the council itself may decide, or where a document may touch it."""

from __future__ import annotations

from pathlib import Path

import click

from analyse.cli.utskrift import skriv_json
from analyse.cli.valg import gjeldende_tekst, kommando


@kommando("kunraadet")
@click.argument("soekeord", metavar="soekeord", required=False, default="")
@click.option("--dokument", default=None, metavar="fil", help="hjelp_dokument")
def app(*, soekeord: str, dokument: str | None, som_json: bool) -> None:
    """Search the places, or list a document's clauses that may touch one."""
    from analyse.oppdrag.kunraadet import check_dokument, search_saker

    tekst = gjeldende_tekst()
    saker = search_saker(soekeord, tekst)
    mulige = check_dokument(Path(dokument), dokument, soekeord, tekst) if dokument is not None else []
    if som_json:
        skriv_json("kunraadet", {"saker": saker, "mulige": mulige})
        return
    if dokument is None:
        click.echo(tekst("lov_kunraadet_svar.saker", antall=len(saker)))
        for rad in saker:
            click.echo(f"- {rad['henvisning']}: {rad['hva']}")
        return
    click.echo(tekst("lov_kunraadet_svar.mulige", antall=len(mulige)))
    for rad in mulige:
        click.echo("\n" + tekst("lov_kunraadet_svar.sted", nr=str(rad["avsnitt"]), setning=rad["setning"]))
        click.echo(
            tekst(
                "lov_kunraadet_svar.treff",
                ord=_liste(rad["soekeord"]),
                hva=rad["hva"],
                henvisning=rad["henvisning"],
            )
        )


def _liste(ord_: object) -> str:
    return ", ".join(f"«{o}»" for o in ord_) if isinstance(ord_, list) else ""
