"""What does the case flow of a structure show? Its prescribed routes: case types, then step by step bodies.

A case that is with several bodies side by side is divided equally among them, so that a column never holds
more than there is. Widths are the caller's numbers, or equal for every case type, and the figure says which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analyse.figurer.ark import Omtale
from analyse.figurer.orgkartdata import build_slag, join_med_og
from analyse.figurer.saksflyt import Flytbaand, Flytnode, Flytrute, Saksflytdata
from analyse.grunn.tekst import Tekst
from analyse.modell.difford import format_sakstype
from analyse.modell.saksgang import Saksgang, Steg
from analyse.modell.styringsmodell import Styringsmodell

_HVER_FOR_SEG = 3  # more bodies than this that do the same side by side share a box
_SAKSTYPE_SLAG = "ekstern"  # a case comes from outside: its box is no body's
_UTEN_TALL = 1.0  # every case type weighs the same where no numbers are given


Boksid = tuple[int, tuple[str, ...]]  # column, and the bodies that share the box


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gang:
    """A route with its share of everything that flows."""

    gang: Saksgang
    navn: str
    verdi: float


def build_saksflytdata(
    modell: Styringsmodell, tekst: Tekst, *, antall: Mapping[str, float] | None = None
) -> Saksflytdata:
    """Return the flow of a structure's routes in the words of one language.

    Parameters
    ----------
    antall : cases a year by case type; None = not known, and every case type is drawn alike.

    Raises
    ------
    ValueError : numbers are given, but not for every case type.
    """
    if antall is not None and (uten := sorted({s.sakstype for s in modell.saksganger} - set(antall))):
        raise ValueError(f"no number of cases for {', '.join(uten)}")
    ganger = [
        _Gang(
            gang=s,
            navn=format_sakstype(s.sakstype, tekst),
            verdi=s.andel * (_UTEN_TALL if antall is None else antall[s.sakstype]),
        )
        for s in modell.saksganger
    ]
    noder, baand = _flyt(ganger, modell, tekst)
    flest = max((len(g.gang.trinn) for g in ganger), default=0)
    tittel = _tittel(modell, tekst)
    ruter = tuple(_ruter(ganger, modell, tekst))
    return Saksflytdata(
        omtale=Omtale(
            tittel=tittel,
            undertittel=" ".join(_undertittel(modell, tekst, har_tall=antall is not None)),
            kilde=tekst("figur.orgkart.kilde", kilde=_kilde(modell, tekst)),
            alt=" ".join([tittel + ".", *_alt(ruter, tekst)]),
        ),
        kolonner=(
            tekst("figur.saksflyt.sakstype"),
            *(tekst("figur.saksflyt.trinn", nr=nr) for nr in range(1, flest + 1)),
        ),
        noder=noder,
        baand=baand,
        ruter=ruter,
    )


def _felles(ganger: Sequence[_Gang], kolonne: int) -> dict[str, tuple[str, ...]]:
    """Return, per body of a step, those it shares a box with: many that do the same in the same routes."""
    gjoer: dict[str, list[tuple[int, str]]] = {}
    for nr, g in enumerate(ganger):
        for steg in g.gang.trinn[kolonne - 1] if len(g.gang.trinn) >= kolonne else ():
            gjoer.setdefault(steg.organ_id, []).append((nr, steg.handling))
    like: dict[tuple[tuple[int, str], ...], list[str]] = {}
    for organ_id, hva in gjoer.items():
        like.setdefault(tuple(hva), []).append(organ_id)
    return {
        organ_id: tuple(flokk) if len(flokk) > _HVER_FOR_SEG else (organ_id,)
        for flokk in like.values()
        for organ_id in flokk
    }


def _flyt(
    ganger: Sequence[_Gang], modell: Styringsmodell, tekst: Tekst
) -> tuple[tuple[Flytnode, ...], tuple[Flytbaand, ...]]:
    verdier: dict[Boksid, float] = {}
    gjoer: dict[Boksid, list[tuple[str, str]]] = {}
    baand: dict[tuple[Boksid, Boksid], float] = {}
    flest = max((len(g.gang.trinn) for g in ganger), default=0)
    felles = {k: _felles(ganger, k) for k in range(1, flest + 1)}
    for g in ganger:
        forrige: list[tuple[Boksid, float]] = [((0, (g.navn,)), 1.0)]
        verdier[0, (g.navn,)] = verdier.get((0, (g.navn,)), 0.0) + g.verdi
        for kolonne, trinn in enumerate(g.gang.trinn, start=1):
            her = list(_andeler(trinn, kolonne, felles[kolonne]))
            for noekkel, andel in her:
                verdier[noekkel] = verdier.get(noekkel, 0.0) + g.verdi * andel
                for fra, fra_andel in forrige:
                    par = (fra, noekkel)
                    baand[par] = baand.get(par, 0.0) + g.verdi * andel * fra_andel
            for steg in trinn:
                gjoer.setdefault((kolonne, felles[kolonne][steg.organ_id]), []).append(
                    (g.gang.sakstype, steg.handling)
                )
            forrige = her
    plass = {noekkel: nr for nr, noekkel in enumerate(sorted(verdier, key=lambda n: n[0]))}
    noder = tuple(_node(n, verdier[n], gjoer.get(n, []), modell, tekst) for n in plass)
    return noder, tuple(Flytbaand(fra=plass[a], til=plass[b], verdi=v) for (a, b), v in baand.items())


def _andeler(
    trinn: tuple[Steg, ...], kolonne: int, felles: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Boksid, float]]:
    """Yield the boxes of a step with the share of the case each takes; they sum to 1."""
    ider = list(dict.fromkeys(s.organ_id for s in trinn))
    for flokk in dict.fromkeys(felles[i] for i in ider):
        yield (kolonne, flokk), sum(i in flokk for i in ider) / len(ider)


def _node(
    noekkel: Boksid,
    verdi: float,
    gjoer: Sequence[tuple[str, str]],
    modell: Styringsmodell,
    tekst: Tekst,
) -> Flytnode:
    kolonne, hvem = noekkel
    if not kolonne:
        return Flytnode(kolonne=0, noekkel="", navn=hvem[0], etikett="", slag=_SAKSTYPE_SLAG, verdi=verdi)
    navn = modell.organ(hvem[0]).navn
    if len(hvem) > 1:
        navn = tekst("figur.saksflyt.flere", foerste=navn, antall=len(hvem) - 1)
    return Flytnode(
        kolonne=kolonne,
        noekkel=hvem[0],
        navn=navn,
        etikett=_handlinger(gjoer, tekst),
        slag=build_slag(modell.organ(hvem[0])),
        verdi=verdi,
    )


def _handlinger(gjoer: Sequence[tuple[str, str]], tekst: Tekst) -> str:
    """Return what a body does: the act, and where there are several, in how many case types each."""
    typer: dict[str, set[str]] = {}
    for sakstype, handling in gjoer:
        typer.setdefault(handling, set()).add(sakstype)
    ord_ = {h: tekst(f"begrep.handling.{h}") for h in typer}
    if len(typer) == 1:
        return next(iter(ord_.values()))
    return ", ".join(f"{ord_[h]}\N{NO-BREAK SPACE}({len(t)})" for h, t in typer.items())


def _trinn(trinn: tuple[Steg, ...], modell: Styringsmodell, tekst: Tekst) -> tuple[str, ...]:
    return tuple(f"{modell.organ(s.organ_id).navn} {tekst(f'begrep.handling.{s.handling}')}" for s in trinn)


def _ruter(ganger: Sequence[_Gang], modell: Styringsmodell, tekst: Tekst) -> Iterator[Flytrute]:
    """Yield the different routes, each with the case types that take it."""
    navn: dict[tuple[tuple[Steg, ...], ...], list[str]] = {}
    for g in ganger:
        andel = "" if g.gang.andel == 1 else f" ({tekst.prosent(g.gang.andel)})"
        navn.setdefault(g.gang.trinn, []).append(f"{g.navn}{andel}")
    for trinn, typer in navn.items():
        yield Flytrute(navn=tuple(typer), trinn=tuple(_trinn(t, modell, tekst) for t in trinn))


def _tittel(modell: Styringsmodell, tekst: Tekst) -> str:
    """Return who decides in most case types; without numbers where the routes are our own assumptions."""
    vedtar: dict[str, set[str]] = {}
    for s in modell.saksganger:
        for organ_id in s.med_handling("vedtar"):
            vedtar.setdefault(organ_id, set()).add(s.sakstype)
    if not modell.saksganger:
        return tekst("figur.saksflyt.tittel.ingen")
    if any(s.grunnlag == "forutsatt" for s in modell.saksganger):
        return tekst("figur.saksflyt.tittel.forutsatt", modell=modell.navn)
    flest = max((len(t) for t in vedtar.values()), default=0)
    navn = [o.navn for o in modell.organer if flest and len(vedtar.get(o.id, ())) == flest]
    if not navn:
        return tekst("figur.saksflyt.tittel.uten_vedtak")
    alle = len({s.sakstype for s in modell.saksganger})
    noekkel = "alle" if flest == alle else "noen" if len(navn) == 1 else "delt"
    hvem = join_med_og(navn, tekst)
    return tekst(f"figur.saksflyt.tittel.{noekkel}", organ=hvem, antall=flest, flertall=alle, alle=alle)


def _undertittel(modell: Styringsmodell, tekst: Tekst, *, har_tall: bool) -> Iterator[str]:
    yield tekst("figur.saksflyt.viser", modell=modell.navn)
    yield tekst(f"figur.saksflyt.bredde.{'antall' if har_tall else 'likt'}")
    if any(len(t) > 1 for s in modell.saksganger for t in s.trinn):
        yield tekst("figur.saksflyt.side_om_side")


def _kilde(modell: Styringsmodell, tekst: Tekst) -> str:
    kilder = dict.fromkeys(s.kilde.rstrip(".") for s in modell.saksganger if s.kilde)
    return (
        "; ".join(kilder) or modell.kilde.rstrip(".") or tekst("figur.orgkart.modellen", modell=modell.navn)
    )


def _alt(ruter: Sequence[Flytrute], tekst: Tekst) -> Iterator[str]:
    for rute in ruter:
        trinn = "; ".join(join_med_og(t, tekst) for t in rute.trinn)
        yield f"{', '.join(rute.navn)}: {trinn}."
