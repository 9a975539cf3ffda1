"""`styreform ny`: a new project folder for a municipality or county. Only here the clock is read."""

from __future__ import annotations

from datetime import datetime

import click

from analyse.cli.utskrift import skriv_json
from analyse.cli.valg import gjeldende_tekst, kommando
from analyse.grunn.feil import BrukFeil, Funn, vis_verdi

NIVAAER = ("kommune", "fylkeskommune")


@kommando("ny")
@click.argument("mappe", metavar="mappe")
@click.option("--kommune", required=True, metavar="navn", help="hjelp_kommune")
@click.option("--nummer", default="", metavar="nummer", help="hjelp_nummer")
@click.option("--innbyggere", default=None, type=int, metavar="antall", help="hjelp_innbyggere")
@click.option("--mandater", default="", metavar="liste", help="hjelp_mandater")
@click.option("--stemmer", default="", metavar="liste", help="hjelp_stemmer")
@click.option("--nivaa", default="", metavar="nivaa", help="hjelp_nivaa")
@click.option("--modell", default="", metavar="id", help="hjelp_modell")
def app(
    *,
    mappe: str,
    kommune: str,
    nummer: str,
    innbyggere: int | None,
    mandater: str,
    stemmer: str,
    nivaa: str,
    modell: str,
    som_json: bool,
    spraak: str | None,
) -> None:
    """Write a new project."""
    from analyse.inntak.lister import read_antallsliste
    from analyse.oppdrag.ny import Bestilling, write_prosjekt

    if nivaa and nivaa not in NIVAAER:
        felter = {"felt": "--nivaa", "funnet": vis_verdi(nivaa), "lovlige": ", ".join(NIVAAER)}
        raise BrukFeil([Funn(kode="BR-004", sted="--nivaa", felter=felter)])
    if innbyggere is not None and innbyggere < 1:
        raise BrukFeil([Funn(kode="BR-024", sted="--innbyggere", felter={"funnet": vis_verdi(kommune)})])
    bestilling = Bestilling(
        kommune=kommune,
        nummer=nummer,
        innbyggere=innbyggere,
        mandater=read_antallsliste(mandater, "--mandater") if mandater else {},
        stemmer=read_antallsliste(stemmer, "--stemmer") if stemmer else {},
        nivaa=nivaa,
        modell=modell,
        spraak=spraak or "",
    )
    filer = write_prosjekt(mappe, bestilling, datetime.now().astimezone().date())
    if som_json:
        skriv_json("ny", {"filer": [str(f) for f in filer]})
        return
    tekst = gjeldende_tekst()
    for fil in filer:
        click.echo(str(fil))
    click.echo(tekst("cli.ny_ferdig", fil=filer[-1], mappe=mappe))
