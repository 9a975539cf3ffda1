"""`styreform kontroll`: reads everything in a project and reports every error and warning at once."""

from __future__ import annotations

import click

from analyse.cli.utskrift import skriv_funn, skriv_json, som_json_funn
from analyse.cli.valg import gjeldende_tekst, kommando


@kommando("kontroll")
@click.argument("mappe", metavar="mappe")
def app(*, mappe: str, som_json: bool, spraak: str | None) -> int:  # noqa: ARG001  # every command takes --spraak; here only messages follow it
    """Check a project's input."""
    from analyse.oppdrag.kontroll import check_prosjekt

    tekst = gjeldende_tekst()
    svar = check_prosjekt(mappe)
    if som_json:
        skriv_json(
            "kontroll",
            {
                "feil": som_json_funn(svar.feil, tekst),
                "advarsler": som_json_funn(svar.advarsler, tekst),
                "lov": [],
                "antall": len(svar.feil),
            },
        )
        return svar.exit_kode
    skriv_funn([*svar.feil, *svar.advarsler], tekst)
    click.echo(tekst("cli.kontroll_feil", antall=len(svar.feil)))
    click.echo(tekst("cli.kontroll_advarsler", antall=len(svar.advarsler)))
    return svar.exit_kode
