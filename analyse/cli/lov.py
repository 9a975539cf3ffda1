"""`styreform lov`: is a structure lawful on a day? Every breach, warning and unanswered rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from analyse.cli.utskrift import skriv_json
from analyse.cli.valg import kommando

if TYPE_CHECKING:
    from analyse.oppdrag.lov import Lovkontroll
    from analyse.rett.utfall import Kvittering

GRUPPER = ("brudd", "advarsler", "ikke_vurdert")


@kommando("lov")
@click.argument("hva", metavar="modell_eller_mappe")
@click.option("--modell", default="", metavar="id", help="hjelp_lov_modell")
@click.option("--dato", default=None, metavar="dato", help="hjelp_lov_dato")
@click.option("--fakta", multiple=True, metavar="fakta", help="hjelp_lov_fakta")
def app(
    *, hva: str, modell: str, dato: str | None, fakta: tuple[str, ...], som_json: bool, spraak: str | None
) -> int:
    """Check structures against the law of a day."""
    from analyse.oppdrag.lov import build_rader, check_lov

    kontroll = check_lov(hva, modell=modell, dato=dato, fakta=fakta, spraak=spraak)
    if som_json:
        grupper = {gruppe: list(build_rader(kontroll, gruppe)) for gruppe in GRUPPER}
        skriv_json("lov", {"dato": kontroll.dato.isoformat(), **grupper})
    else:
        for linje in _linjer(kontroll):
            click.echo(linje)
    return 1 if kontroll.har_brudd else 0


def _linjer(kontroll: Lovkontroll) -> Iterator[str]:
    """Yield the answers as text: under each model's name the breaches, the warnings and what is missing."""
    tekst = kontroll.tekst
    if kontroll.sted:
        yield from (tekst("lovsvar.ut.sted", sted=kontroll.sted), "")
    for svar in kontroll.svar:
        navn = kontroll.modellnavn[svar.modell]
        yield tekst("lovsvar.ut.overskrift", modell=navn, dato=tekst.dato(kontroll.dato))
        for gruppe in GRUPPER:
            linjer = _gruppelinjer(kontroll, getattr(svar, gruppe))
            yield from ("", tekst(f"lovsvar.ut.{gruppe}", antall=len(linjer)), *linjer)
        yield from ("", tekst("lovsvar.ut.holdt", antall=len({k.regel.id for k in svar.holdt})), "")


def _gruppelinjer(kontroll: Lovkontroll, kvitteringer: tuple[Kvittering, ...]) -> list[str]:
    """Return a line per thing to say: what two rules say alike is said once, with both their sections."""
    from analyse.oppdrag.lov import build_svarmelding
    from analyse.rett.ordlyd import build_henvisning

    hjemler: dict[str, dict[str, None]] = {}  # a route that is told of in parts lacks the same thing twice
    for k in kvitteringer:
        melding = build_svarmelding(k, kontroll.dato, kontroll.tekst)
        hjemmel = f"{build_henvisning(k.regel, kontroll.tekst)}; {k.regel.id}"
        hjemler.setdefault(melding, {})[hjemmel] = None
    return [f"- {melding} ({' · '.join(alle)})" for melding, alle in hjemler.items()]
