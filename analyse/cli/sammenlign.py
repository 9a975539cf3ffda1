"""`styreform sammenlign`: every indicator under every model, with differences from today and verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from analyse.cli.utskrift import fremdrift, skriv_json
from analyse.cli.valg import gjeldende_tekst, kommando
from analyse.grunn.tekst import Tekst

if TYPE_CHECKING:
    from analyse.rapport.blokker import Rapport


@kommando("sammenlign")
@click.argument("mappe", metavar="mappe")
@click.option("--modeller", default=None, metavar="liste", help="hjelp_modeller")
def app(*, mappe: str, modeller: str | None, som_json: bool, spraak: str | None) -> None:
    """Compare a project's models."""
    from analyse.inntak.prosjekt import read_prosjekt
    from analyse.modell.maalinger import som_rader
    from analyse.oppdrag.sammenligning import compare_prosjekt
    from analyse.rapport.innhold import build_rapport

    tekst = gjeldende_tekst()
    fremdrift(tekst, "leser", mappe=mappe)
    prosjekt = read_prosjekt(mappe)
    valgte = [m.strip() for m in (modeller or "").split(",") if m.strip()]
    resultat = compare_prosjekt(prosjekt, valgte, spraak)
    if som_json:
        skriv_json("sammenlign", {"maalinger": som_rader(resultat.maalinger)})
        return
    sted = Tekst(spraak or prosjekt.valg.spraak, prosjekt.kommune.nivaa, prosjekt.valg.ord)
    for linje in _linjer(build_rapport(resultat), sted):
        click.echo(linje)


def _linjer(rapport: Rapport, tekst: Tekst) -> list[str]:
    """Return the report's chapter of comparison as lines of text, one table a model."""
    from analyse.rapport.blokker import Avsnitt, Punkter, Tabell, Tall
    from analyse.rapport.tallord import build_ordlegger

    ordlegger = build_ordlegger(rapport, tekst)
    kapittel = next(k for k in rapport.kapitler if k.id == "sammenligning")
    linjer: list[str] = []
    for blokk in kapittel.blokker:
        if isinstance(blokk, Avsnitt):
            linjer += [ordlegger.ord(blokk.ord), ""]
        elif isinstance(blokk, Punkter):
            linjer += [f"- {ordlegger.ord(p)}" for p in blokk.punkter]
        elif isinstance(blokk, Tabell):
            linjer += [ordlegger.ord(blokk.tittel), ""]
            for rad in blokk.rader:
                navn, _, dagens, egen, differanse, verdikt = rad
                linjer.append(ordlegger.ord(navn) if navn and not isinstance(navn, Tall) else "")
                for overskrift, tall in zip(blokk.kolonner[2:5], (dagens, egen, differanse), strict=True):
                    if isinstance(tall, Tall):
                        om = "; ".join(
                            x
                            for x in (
                                ordlegger.grunnlag(tall),
                                *ordlegger.alle_spenn(tall),
                                ordlegger.grunn(tall),
                            )
                            if x
                        )
                        verdi = ordlegger.med_enhet(tall)
                        linjer.append(
                            f"   {ordlegger.ord(overskrift)}: {verdi}"
                            + (f" ({om})" if tall.verdi is not None else f" – {ordlegger.grunn(tall)}")
                        )
                if verdikt is not None and not isinstance(verdikt, Tall):
                    linjer.append(f"   → {ordlegger.ord(verdikt)}")
                linjer.append("")
    return linjer
