"""`styreform kontroll`: reads everything in a project and reports every error and warning at once."""

from __future__ import annotations

from pathlib import Path

import click

from analyse.cli.utskrift import skriv_funn, skriv_json, som_json_funn
from analyse.cli.valg import gjeldende_tekst, kommando


@kommando("kontroll")
@click.argument("mappe", metavar="mappe")
@click.option("--rettelista", default=None, metavar="fil", help="hjelp_rettelista")
def app(*, mappe: str, rettelista: str | None, som_json: bool) -> int:
    """Check a project's input."""
    from analyse.oppdrag.kontroll import check_prosjekt

    tekst = gjeldende_tekst()
    if rettelista is not None:
        from analyse.rapport.rettelista import check_rettelista, write_rettelista

        check_rettelista(Path(rettelista))
    svar = check_prosjekt(mappe, tekst.spraak)
    if rettelista is not None:
        write_rettelista(Path(rettelista), svar.alle, tekst)
    if som_json:
        skriv_json(
            "kontroll",
            {
                "feil": som_json_funn(svar.feil, tekst),
                "advarsler": som_json_funn(svar.advarsler, tekst),
                "lov": list(svar.lov),
                "antall": len(svar.feil),
                **({"filer": [rettelista]} if rettelista else {}),
            },
        )
        return svar.exit_kode
    skriv_funn([*svar.feil, *svar.advarsler], tekst)
    click.echo(tekst("cli.kontroll_feil", antall=len(svar.feil)))
    click.echo(tekst("cli.kontroll_advarsler", antall=len(svar.advarsler)))
    click.echo(tekst("cli.kontroll_lov", antall=len({(r["modell"], r["melding"]) for r in svar.lov})))
    if rettelista:
        click.echo(tekst("cli.rettelista_skrevet", fil=rettelista))
    return svar.exit_kode
