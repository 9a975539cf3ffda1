"""`styreform diff`: what changes between two structures, as a table, a document or a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from analyse.cli.utskrift import skriv_json
from analyse.cli.valg import gjeldende_tekst, kommando
from analyse.grunn.feil import BrukFeil, Funn, vis_verdi
from analyse.grunn.filer import check_skrivbar, write_bytes

if TYPE_CHECKING:
    from analyse.grunn.tekst import Tekst
    from analyse.modell.diff import Endring, Strukturdiff
    from analyse.modell.difford import Difford
    from analyse.oppdrag.diff import Diffsvar

BILDER = (".svg", ".png")
PROSJEKTFIL = "prosjekt.toml"
_TEGN = {"uendret": " ", "endret": "±", "ny": "+", "utgaar": "−"}
_INNRYKK = "   "


@kommando("diff")
@click.argument("foer", metavar="modell")
@click.argument("etter", metavar="modell")
@click.option("--prosjekt", default=None, metavar="mappe", help="hjelp_prosjekt")
@click.option("--ut", default=None, metavar="bilde", help="hjelp_ut_bilde")
def app(
    *, foer: str, etter: str, prosjekt: str | None, ut: str | None, som_json: bool, spraak: str | None
) -> None:
    """Tell what changes from one structure to another."""
    from analyse.oppdrag.diff import compare_strukturer

    if ut is not None:
        _check_bilde(Path(ut))
    # in a project's own folder its ids are meant
    mappe = prosjekt or ("." if Path(PROSJEKTFIL).is_file() else None)
    svar = compare_strukturer(foer, etter, mappe, spraak)
    if ut is not None:
        _skriv_bilde(svar, Path(ut))
    filer = [ut] if ut else []
    if som_json:
        skriv_json("diff", {**som_dokument(svar), "filer": filer})
        return
    for linje in _linjer(svar):
        click.echo(linje)
    for fil in filer:
        click.echo(gjeldende_tekst()("diff.skrevet", fil=fil))


def _check_bilde(sti: Path) -> None:
    if sti.suffix.lower() not in BILDER:
        felter = {"funnet": vis_verdi(sti.suffix or sti.name), "lovlige": ", ".join(BILDER)}
        raise BrukFeil([Funn(kode="BR-015", sted="--ut", felter=felter)])
    check_skrivbar(sti.parent)


def _skriv_bilde(svar: Diffsvar, sti: Path) -> None:
    from analyse.figurer.orgkart import draw_orgkart
    from analyse.figurer.png import draw_png
    from analyse.figurer.strukturdiff import build_strukturdiffkart

    figur = draw_orgkart(build_strukturdiffkart(svar.diff, svar.tekst))
    write_bytes(sti, figur.svg.encode("utf-8") if sti.suffix.lower() == ".svg" else draw_png(figur))


def som_dokument(svar: Diffsvar) -> dict[str, Any]:
    """Return the difference as the contract's document; only what changes."""
    from analyse.modell.saksgang import format_trinn

    diff = svar.diff
    return {
        "organ": [
            {
                "id": o.organ.id,
                "navn": o.organ.navn,
                "art": o.organ.art,
                "status": o.status,
                "endringer": _endringer(o.endringer),
            }
            for o in diff.organer
            if o.status != "uendret"
        ],
        "plasser": [
            {"organ": p.organ_id, "foer": p.foer, "etter": p.etter, "endring": p.endring}
            for p in diff.plasser
        ],
        "delegasjoner": [
            {
                "status": d.status,
                "fra": d.delegasjon.fra,
                "til": d.delegasjon.til,
                "sakstyper": list(d.delegasjon.sakstyper),
                "prinsipielle": d.delegasjon.prinsipielle,
            }
            for d in diff.delegasjoner
        ],
        "saksganger": [
            {
                "sakstype": s.sakstype,
                "status": s.status,
                "trinn": [{"status": t.status, "trinn": format_trinn(t.trinn)} for t in s.trinn],
                "endringer": _endringer(s.endringer),
            }
            for s in diff.saksganger
            if s.status != "uendret"
        ],
        "maalinger": list(svar.maalinger),
        "egenskaper": _endringer(diff.egenskaper),
    }


def _endringer(endringer: Sequence[Endring]) -> list[dict[str, Any]]:
    return [
        {
            "felt": e.felt,
            **{k: list(v) if isinstance(v, tuple) else v for k, v in (("foer", e.foer), ("etter", e.etter))},
        }
        for e in endringer
    ]


def _linjer(svar: Diffsvar) -> Iterator[str]:
    """Yield the difference as lines of text, one part a heading."""
    from analyse.modell.difford import Difford

    tekst, diff = svar.tekst, svar.diff
    ord_ = Difford(diff, tekst)
    yield tekst("diff.fra_til", foer=diff.foer.navn, etter=diff.etter.navn)
    deler = {
        "egenskaper": [ord_.endring(e) for e in diff.egenskaper],
        "organ": list(_organlinjer(diff, ord_, tekst)),
        "plasser": list(_plasslinjer(diff, ord_, tekst)),
        "delegasjoner": [f"{_TEGN[d.status]} {ord_.delegasjon(d.delegasjon)}" for d in diff.delegasjoner],
        "saksganger": list(_saksganglinjer(diff, ord_, tekst)),
        "maalinger": list(_maalelinjer(svar)),
    }
    for navn, linjer in deler.items():
        if linjer:
            yield from ("", tekst(f"diff.overskrift.{navn}"), *(f"{_INNRYKK}{linje}" for linje in linjer))
    if not any(deler.values()):
        yield from ("", tekst("diff.ingen"))
    if not svar.er_maalt:
        yield from ("", tekst("diff.uten_maalinger"))


def _organlinjer(diff: Strukturdiff, ord_: Difford, tekst: Tekst) -> Iterator[str]:
    for o in diff.organer:
        if o.status == "uendret":
            continue
        yield f"{_TEGN[o.status]} {o.organ.navn}: {tekst(f'diff.status.{o.status}')}"
        yield from (f"{_INNRYKK}{ord_.endring(e)}" for e in o.endringer)


def _plasslinjer(diff: Strukturdiff, ord_: Difford, tekst: Tekst) -> Iterator[str]:
    """Yield the seats that change, and the sum of all where every size is given."""
    rader = [(ord_.organ(p.organ_id), p) for p in diff.plasser]
    if rader and diff.plasser_i_alt is not None:
        rader.append((tekst("diff.i_alt"), diff.plasser_i_alt))
    for navn, p in rader:
        foer, etter = (ord_.verdi("medlemmer", antall) for antall in (p.foer, p.etter))
        endring = "" if p.endring is None else f" ({p.endring:+d})".replace("-", "−")
        yield f"{navn}: {tekst('diff.fra_til_verdi', foer=foer, etter=etter)}{endring}"


def _saksganglinjer(diff: Strukturdiff, ord_: Difford, tekst: Tekst) -> Iterator[str]:
    for s in diff.saksganger:
        if s.status == "uendret":
            continue
        yield f"{ord_.sakstype(s.sakstype)}: {tekst(f'diff.status.{s.status}')}"
        yield from (f"{_INNRYKK}{_TEGN[t.status]} {ord_.trinn(t.trinn)}" for t in s.trinn)
        yield from (f"{_INNRYKK}{ord_.endring(e)}" for e in s.endringer)


def _maalelinjer(svar: Diffsvar) -> Iterator[str]:
    """Yield the headline differences; what is split by body and the like stands in the document."""
    from analyse.modell.tallform import format_med_enhet, format_tall

    tekst = svar.tekst
    # several rows of one number differ in their interval only
    hovedtall = {rad["indikator"]: rad for rad in reversed(svar.maalinger) if rad["dimensjon"] is None}
    for indikator, rad in reversed(hovedtall.items()):
        navn, verdikt = tekst(f"indikator.{indikator}.navn"), rad["verdikt"] or ""
        tall = [rad["verdi"]] if rad["verdi"] is not None else [rad["lav"], rad["hoey"]]
        if None in tall:
            yield f"{navn}: {tekst('begrep.grunnlag.ikke_belyst')}"
            continue
        skrevet = " … ".join(format_tall(v, rad["enhet"], tekst, fortegn=True) for v in tall)
        om = f" ({tekst(f'begrep.verdikt.{verdikt}')})" if verdikt else ""
        yield f"{navn}: {format_med_enhet(skrevet, rad['enhet'], tekst)}{om}"
