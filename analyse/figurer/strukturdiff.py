"""What changes from one structure to another, as one organisation chart: what comes, goes and changes size.

Translation only: the differences were found by modell.diff, the drawing is orgkart's. Left out: routes and
delegations, which are counted here and told in the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from analyse.figurer.orgkartdata import Orgboks, Orgkartdata, build_orgboks, join_med_og
from analyse.figurer.stil import SLAG
from analyse.grunn.tekst import Tekst
from analyse.modell.diff import STATUSER, Organdiff, Strukturdiff
from analyse.modell.difford import Difford
from analyse.modell.organ import ART_PERSON

# What stands in the box of a body that changes; the rest is counted there and told in the table.
VISTE_FELT = ("vedtaksrett", "velges_av", "valgbare", "moeter_per_aar")
_I_TITTEL = ("utgaar", "ny", "endret")


def build_strukturdiffkart(diff: Strukturdiff, tekst: Tekst) -> Orgkartdata:
    """Return the chart of both structures in the words of one language."""
    ord_ = Difford(diff, tekst)
    ny_id = {o.foer.id: o.etter.id for o in diff.organer if o.foer and o.etter}
    bokser = tuple(_boks(o, diff, ord_, ny_id, tekst) for o in diff.organer)
    slag = {boks.slag for boks in bokser}
    brukte = {boks.status for boks in bokser}
    return Orgkartdata(
        tittel=_tittel(diff, tekst),
        undertittel=" ".join(_undertittel(diff, tekst)),
        kilde=tekst("figur.orgkart.kilde", kilde="; ".join(dict.fromkeys(_kilder(diff, tekst)))),
        alt=" ".join(_alt(diff, ord_, tekst)),
        bokser=bokser,
        slagnavn=tuple((s, tekst(f"figur.slag.{s}")) for s in SLAG if s in slag),
        statusnavn=tuple(
            (s, tekst(f"figur.strukturdiff.status.{s}")) for s in STATUSER if s in brukte and s != "endret"
        ),
    )


def _boks(o: Organdiff, diff: Strukturdiff, ord_: Difford, ny_id: Mapping[str, str], tekst: Tekst) -> Orgboks:
    if o.etter is None:
        boks = build_orgboks(o.organ, diff.foer, tekst)
        boks = replace(boks, forelder=ny_id.get(boks.forelder, boks.forelder))
    else:
        boks = build_orgboks(o.organ, diff.etter, tekst)
    if o.status == "endret":
        return replace(boks, status=o.status, etiketter=tuple(_endringer(o, ord_, tekst)))
    merke = () if o.status == "uendret" else (tekst(f"diff.status.{o.status}"),)
    return replace(boks, status=o.status, etiketter=(*merke, *_stoerrelse(o, tekst)))


def _stoerrelse(o: Organdiff, tekst: Tekst) -> Iterator[str]:
    if o.organ.art in ART_PERSON or not (o.organ.er_folkevalgt or o.organ.medlemmer):
        return
    if o.organ.medlemmer is None:
        yield tekst("figur.orgkart.medlemmer_mangler")
    else:
        yield tekst("figur.orgkart.medlemmer", antall=o.organ.medlemmer)


def _endringer(o: Organdiff, ord_: Difford, tekst: Tekst) -> Iterator[str]:
    """Yield what changes, the size first; what there is no room for is counted."""
    endringer = {e.felt: e for e in o.endringer}
    if "medlemmer" in endringer:
        yield tekst("figur.strukturdiff.medlemmer", fra_til=ord_.fra_til(endringer.pop("medlemmer")))
    else:
        yield from _stoerrelse(o, tekst)
    for felt in VISTE_FELT:
        if felt in endringer:
            yield ord_.endring(endringer.pop(felt))
    if endringer:
        yield tekst("figur.strukturdiff.andre", antall=len(endringer))


def _tittel(diff: Strukturdiff, tekst: Tekst) -> str:
    antall = {status: len(diff.med_status(status)) for status in _I_TITTEL}
    ledd = [tekst(f"figur.strukturdiff.tittel.{s}", antall=n) for s, n in antall.items() if n]
    if ledd:
        satt = join_med_og(ledd, tekst)
        return satt[:1].upper() + satt[1:]
    endret = sum(s.status != "uendret" for s in diff.saksganger) + len(diff.delegasjoner)
    return tekst(f"figur.strukturdiff.tittel.{'bare_gang' if endret else 'like'}")


def _undertittel(diff: Strukturdiff, tekst: Tekst) -> Iterator[str]:
    yield tekst("diff.fra_til", foer=diff.foer.navn, etter=diff.etter.navn) + "."
    yield tekst("figur.strukturdiff.strek")
    if endret := sum(s.status != "uendret" for s in diff.saksganger):
        yield tekst("figur.strukturdiff.saksganger", antall=endret)
    if diff.delegasjoner:
        yield tekst("figur.strukturdiff.delegasjoner", antall=len(diff.delegasjoner))


def _kilder(diff: Strukturdiff, tekst: Tekst) -> Iterator[str]:
    for modell in (diff.foer, diff.etter):
        yield modell.kilde.rstrip(".") or tekst("figur.orgkart.modellen", modell=modell.navn)


def _alt(diff: Strukturdiff, ord_: Difford, tekst: Tekst) -> Iterator[str]:
    """Yield both structures in words: what goes, what comes, every change of what stays, and what stays."""
    yield tekst("figur.strukturdiff.alt.innledning", foer=diff.foer.navn, etter=diff.etter.navn)
    for status in ("utgaar", "ny", "uendret"):
        if organer := diff.med_status(status):
            navn = join_med_og([_med_stoerrelse(o, tekst) for o in organer], tekst)
            yield tekst(f"figur.strukturdiff.alt.{status}", organer=navn)
    for o in diff.med_status("endret"):
        endringer = join_med_og([ord_.endring(e) for e in o.endringer], tekst)
        yield tekst("figur.strukturdiff.alt.endret", organ=o.organ.navn, endringer=endringer)


def _med_stoerrelse(o: Organdiff, tekst: Tekst) -> str:
    ledd: Sequence[str] = tuple(_stoerrelse(o, tekst))
    return f"{o.organ.navn} ({', '.join(ledd)})" if ledd else o.organ.navn
