"""`styreform rapport`: the deliverables of a project."""

from __future__ import annotations

from pathlib import Path

import click

from analyse.cli.utskrift import fremdrift, skriv_json
from analyse.cli.valg import gjeldende_tekst, kommando

ALLE = "alle"  # every layout


def _liste(verdi: str | None) -> list[str]:
    return [d.strip() for d in (verdi or "").split(",") if d.strip()]


@kommando("rapport")
@click.argument("mappe", metavar="mappe")
@click.option("--oppsett", default="evaluering", show_default=True, metavar="id", help="hjelp_oppsett")
@click.option(
    "--format", "formater", default="xlsx,html", show_default=True, metavar="liste", help="hjelp_format"
)
@click.option("--modeller", default=None, metavar="liste", help="hjelp_modeller")
@click.option("--ut", default=None, metavar="mappe", help="hjelp_ut_rapport")
@click.option("--overskriv", is_flag=True, help="hjelp_overskriv")
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
    from analyse.rapport.innhold import build_rapport, read_oppsett
    from analyse.rapport.skriving import check_filer, check_valg, write_rapport

    tekst = gjeldende_tekst()
    oppsettene = read_oppsett() if oppsett == ALLE else (oppsett,)
    check_valg(_liste(formater), _liste(spraak), oppsettene)
    fremdrift(tekst, "leser", mappe=mappe)
    prosjekt = read_prosjekt(mappe)
    valgte = list(dict.fromkeys(_liste(spraak))) or [prosjekt.valg.spraak]
    ut_mappe = Path(ut) if ut else Path(mappe) / "ut"
    check_filer(ut_mappe, prosjekt.kommune.navn, oppsettene, _liste(formater), valgte, overskriv=overskriv)
    stier: list[Path] = []
    for ett in valgte:  # bodies that we made are named in the report's own language
        fremdrift(tekst, "maaler")
        resultat = compare_prosjekt(prosjekt, _liste(modeller), ett)
        fremdrift(tekst, "skriver")
        for navn in oppsettene:
            rapport = build_rapport(resultat, navn)
            stier += write_rapport(
                rapport, ut_mappe, formater=_liste(formater), spraak=ett, overskriv=overskriv
            )
    if som_json:
        skriv_json("rapport", {"filer": [str(s) for s in stier], "oppdatert": [], "urort": []})
        return
    for sti in stier:
        click.echo(str(sti))
