"""Who gets the seats and the chairs? Parties left out (19), the position's chairs (20), seats by gender.

Computed seats are the law's starting point. Informal agreements are not seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.grunn.anslag import svakeste
from analyse.indikatorer.grenser import grenser
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, ikke_belyst
from analyse.indikatorer.register import maaler
from analyse.modell.organ import Organ

UTEN_PLASS = ("partier_uten_plass", "partier_ventet_plass")
KJOENN = ("kvinneandel_plasser", "kvinneandel_ledere")


@maaler("antall_organ", "plasser_i_alt")
def measure_antall(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield the number of elected bodies and of their seats."""
    organer = [o for o in grunnlag.modell.organer if o.er_folkevalgt]
    ukjente = sorted(o.id for o in organer if o.medlemmer is None)
    yield Maaling(indikator="antall_organ", verdi=len(organer), grunnlag=grunnlag.eget_grunnlag)
    yield Maaling(
        indikator="plasser_i_alt",
        verdi=grunnlag.modell.antall_plasser,
        grunnlag=svakeste(
            [grunnlag.eget_grunnlag, *(o.grunnlag("medlemmer") for o in organer if o.medlemmer)]
        ),
        er_minst=bool(ukjente),
        grunn=f"minst:{','.join(ukjente)}" if ukjente else None,
        n=len(organer),
    )


@maaler(*UTEN_PLASS)
def measure_uten_plass(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield how many council parties have no seat in any body that prepares or decides, and how many of
    them whose share of some body's seats is at least one whole seat.

    A lot makes the number a range.
    """
    modell = grunnlag.modell
    raadet = grunnlag.seter.get(modell.kommunestyret.id)
    maalt = [(o, grunnlag.seter[o.id]) for o in modell.forberedende_og_vedtakende() if o.id in grunnlag.seter]
    if raadet is None or not maalt:
        mangler = "mandater" if raadet is None else "organ"
        yield from (ikke_belyst(i, mangler) for i in UTEN_PLASS)
        return
    mandater = next(iter(raadet.oppgjoer.utfall()))
    sum_ = sum(mandater.values())
    sikre = {p for p in mandater if any(s.oppgjoer.plasser.get(p, 0) for _, s in maalt)}
    lodd = [s.oppgjoer.loddtrekning for _, s in maalt if s.oppgjoer.loddtrekning is not None]
    uten = {p for p, m in mandater.items() if m and p not in sikre}
    ventet = {p for p in uten if any(mandater[p] * (o.medlemmer or 0) >= sum_ for o, _ in maalt)}
    basis = svakeste(["beregnet", grunnlag.eget_grunnlag])
    grunn = "mindre_sikker" if raadet.mindre_sikker else None
    for indikator, hvem in zip(UTEN_PLASS, (uten, ventet), strict=True):
        faerrest = len(hvem) - sum(min(t.plasser, len(hvem & set(t.lister))) for t in lodd)
        i_lodd = hvem & {p for t in lodd for p in t.lister}
        # a lot must go to someone: at least so many win as there are more seats than others who draw
        flest = len(hvem) - max((t.plasser - len(set(t.lister) - hvem) for t in lodd), default=0)
        yield grenser(
            indikator,
            max(faerrest, len(hvem - i_lodd)),
            min(flest, len(hvem)),
            basis,
            grunn=grunn,
            n=len(mandater),
        )


def _ledere(grunnlag: Maalegrunnlag) -> list[Organ]:
    return [o for o in grunnlag.modell.organer if o.er_folkevalgt]


@maaler("lederandel_posisjon")
def measure_lederandel(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield the position's share of the chairs minus its share of the council, percentage points.

    Chairs of unknown party make the figure a range. Without a stated position, or without one chair's
    party, it is not illuminated: who chairs a body of an alternative is not known.
    """
    posisjon, mandater = grunnlag.kommune.posisjon, grunnlag.kommune.mandater
    organer = _ledere(grunnlag)
    kjente = [o for o in organer if o.leder_parti]
    if posisjon is None or not mandater or not kjente:
        mangler = "posisjon" if posisjon is None else "mandater" if not mandater else "leder_parti"
        yield ikke_belyst("lederandel_posisjon", mangler)
        return
    i_raadet = 100 * sum(mandater.get(p, 0) for p in posisjon) / sum(mandater.values())
    egne = sum(o.leder_parti in posisjon for o in kjente)
    ukjente = len(organer) - len(kjente)
    lav, hoey = (100 * x / len(organer) - i_raadet for x in (egne, egne + ukjente))
    yield grenser("lederandel_posisjon", lav, hoey, grunnlag.eget_grunnlag, n=len(kjente))


@maaler(*KJOENN)
def measure_kjoenn(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield women's share of today's seats (composition as counts, else posts) and of its chairs."""
    if not grunnlag.er_dagens:
        return
    modell = grunnlag.modell
    talt = [o.sammensetning["kjoenn"] for o in modell.organer if o.sammensetning.get("kjoenn")]
    verv = [v for v in modell.verv if v.kjoenn and v.rolle != "vara"]
    if talt:
        kvinner = sum(k.get("K", 0) for k in talt)
        alle = sum(sum(k.values()) for k in talt)
    else:
        kvinner, alle = sum(v.kjoenn == "K" for v in verv), len(verv)
    ledere = [v for v in verv if v.rolle == "leder"]
    for indikator, del_, hele, mangler in (
        (KJOENN[0], kvinner, alle, "sammensetning"),
        (KJOENN[1], sum(v.kjoenn == "K" for v in ledere), len(ledere), "verv"),
    ):
        if hele:
            yield Maaling(indikator=indikator, verdi=del_ / hele, grunnlag=grunnlag.eget_grunnlag, n=hele)
        else:
            yield ikke_belyst(indikator, mangler)
