"""`styreform rapport`: the deliverables of a project."""

from __future__ import annotations

from pathlib import Path

import click

from analyse.cli.utskrift import fremdrift, skriv_json
from analyse.cli.valg import gjeldende_tekst, hjelp, kommando


def _liste(verdi: str | None) -> list[str]:
    return [d.strip() for d in (verdi or "").split(",") if d.strip()]


@kommando("rapport")
@click.argument("mappe", metavar="MAPPE")
@click.option("--oppsett", default="evaluering", show_default=True, metavar="ID", help=hjelp("hjelp_oppsett"))
@click.option(
    "--format",
    "formater",
    default="xlsx,html",
    show_default=True,
    metavar="LISTE",
    help=hjelp("hjelp_format"),
)
@click.option("--modeller", default=None, metavar="LISTE", help=hjelp("hjelp_modeller"))
@click.option("--ut", default=None, metavar="MAPPE", help=hjelp("hjelp_ut_rapport"))
@click.option("--overskriv", is_flag=True, help=hjelp("hjelp_overskriv"))
def app(
    *,
    mappe: str,
    oppsett: str,
    formater: str,
    modeller: str | None,
    ut: str | None,
    overskriv: bool,
    som_json: bool,
    spraak: str | None,
) -> None:
    """Write a project's deliverables."""
    from analyse.inntak.prosjekt import read_prosjekt
    from analyse.oppdrag.sammenligning import compare_prosjekt
    from analyse.rapport.innhold import build_rapport
    from analyse.rapport.skriving import check_valg, write_rapport

    tekst = gjeldende_tekst()
    check_valg(_liste(formater), _liste(spraak))
    fremdrift(tekst, "leser", mappe=mappe)
    prosjekt = read_prosjekt(mappe)
    valgte = _liste(spraak) or [prosjekt.valg.spraak]
    fremdrift(tekst, "maaler")
    rapport = build_rapport(compare_prosjekt(prosjekt, _liste(modeller), valgte[0]), oppsett)
    fremdrift(tekst, "skriver")
    stier = write_rapport(
        rapport,
        Path(ut) if ut else Path(mappe) / "ut",
        formater=_liste(formater),
        spraak=valgte,
        overskriv=overskriv,
    )
    if som_json:
        skriv_json("rapport", {"filer": [str(s) for s in stier], "oppdatert": [], "urort": []})
        return
    for sti in stier:
        click.echo(str(sti))
