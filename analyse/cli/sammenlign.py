"""`styreform sammenlign`: every indicator under every model, with differences from today and verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from analyse.cli.utskrift import fremdrift, skriv_json
from analyse.cli.valg import gjeldende_tekst, kommando
from analyse.grunn.tekst import Tekst

if TYPE_CHECKING:
    from analyse.rapport.blokker import Celle, Rapport, Tabell
    from analyse.rapport.tallord import Ordlegger


@kommando("sammenlign")
@click.argument("mappe", metavar="mappe")
@click.option("--modeller", default=None, metavar="liste", help="hjelp_modeller")
def app(*, mappe: str, modeller: str | None, som_json: bool, spraak: str | None) -> None:
    """Compare a project's models."""
    from analyse.inntak.prosjekt import read_prosjekt
    from analyse.modell.maalinger import som_rader
    from analyse.oppdrag.naar import build_kortdokument, build_kortlinjer
    from analyse.oppdrag.sammenligning import compare_prosjekt
    from analyse.rapport.innhold import build_rapport

    tekst = gjeldende_tekst()
    fremdrift(tekst, "leser", mappe=mappe)
    prosjekt = read_prosjekt(mappe)
    valgte = [m.strip() for m in (modeller or "").split(",") if m.strip()]
    resultat = compare_prosjekt(prosjekt, valgte, spraak)
    sted = Tekst(spraak or prosjekt.valg.spraak, prosjekt.kommune.nivaa, prosjekt.valg.ord)
    if som_json:
        kortene = {m: build_kortdokument(kort, sted) for m, kort in resultat.naarkort.items()}
        skriv_json("sammenlign", {"maalinger": som_rader(resultat.maalinger), "naarkort": kortene})
        return
    rapport = build_rapport(resultat)
    for linje in _linjer(rapport, sted):
        click.echo(linje)
    click.echo(f"\n{sted('rapport.kapittel.naar')}\n")
    for linje in build_kortlinjer(resultat.naarkort, _modellnavn(rapport, sted), sted):
        click.echo(linje)


def _linjer(rapport: Rapport, tekst: Tekst) -> Iterator[str]:
    """Yield the report's chapter of comparison as lines of text, one table a model."""
    from analyse.rapport.blokker import Avsnitt, Punkter, Tabell
    from analyse.rapport.tallord import build_ordlegger

    ordlegger = build_ordlegger(rapport, tekst)
    if rapport.oppdiktet:
        yield from (tekst("rapport.oppdiktet_merke"), "")
    for blokk in next(k for k in rapport.kapitler if k.id == "sammenligning").blokker:
        if isinstance(blokk, Avsnitt):
            yield from (ordlegger.ord(blokk.ord), "")
        elif isinstance(blokk, Punkter):
            yield from (f"- {ordlegger.ord(punkt)}" for punkt in blokk.punkter)
        elif isinstance(blokk, Tabell) and blokk.id != "oversikt":  # each model has a table of its own here
            yield from (ordlegger.ord(blokk.tittel), "")
            for rad in blokk.rader:
                yield from _radlinjer(blokk, rad, ordlegger)


def _modellnavn(rapport: Rapport, tekst: Tekst) -> dict[str, str]:
    """Return the models' names by id, as the headings of the chapter of cards have them."""
    from analyse.rapport.blokker import Overskrift
    from analyse.rapport.tallord import build_ordlegger

    ordlegger = build_ordlegger(rapport, tekst)
    blokker = next(k for k in rapport.kapitler if k.id == "naar").blokker
    navn = (ordlegger.ord(b.ord) for b in blokker if isinstance(b, Overskrift))
    return dict(zip(rapport.resultat.naarkort, navn, strict=True))


def _radlinjer(tabell: Tabell, rad: tuple[Celle, ...], ordlegger: Ordlegger) -> Iterator[str]:
    """Yield a row as lines: the measure, each number under its heading, the verdict."""
    from analyse.rapport.blokker import Navn, Ord, Tall

    navn, _, *tallene, verdikt = rad
    if isinstance(navn, Ord | Navn):
        yield ordlegger.ord(navn)
    for overskrift, tall in zip(tabell.kolonner[2:-1], tallene, strict=True):
        if isinstance(tall, Tall):
            om = "; ".join(x for x in (ordlegger.om_i_setning(tall), ordlegger.grunn(tall)) if x)
            yield f"   {ordlegger.ord(overskrift)}: {ordlegger.med_enhet(tall)}" + (f" ({om})" if om else "")
    if isinstance(verdikt, Ord | Navn):
        yield f"   → {ordlegger.ord(verdikt)}"
    yield ""
