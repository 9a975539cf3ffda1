"""What does the structure cost? Remuneration and released posts (33), secretariat hours (34).

Rates and hours are the municipality's own or another's that is named; there are no national ones. What else
politics costs (support, elections, travel) and whether structure changes spending elsewhere is not claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analyse.grunn.anslag import svakeste
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, ikke_belyst
from analyse.indikatorer.register import maaler
from analyse.modell.godtgjoering import Sats
from analyse.modell.organ import Organ

if TYPE_CHECKING:
    from analyse.indikatorer.grunnlag import Trekk

GODTGJOERING = ("kostnad_godtgjoering", "kostnad_per_innbygger", "frikjoep_aarsverk")
ENKELTVERV = ("ordfoerer", "varaordfoerer")
HELTID = ("kommuneraad",)  # full-time posts: a rate for every body is meant for those who meet after work


@dataclass(slots=True)
class Sum:
    """A sum in the making: central value, draws, grounds, what is missing.

    `bare_hoeyeste` : fixed yearly rates of which one person gets the highest only, with how many hold each.
    """

    verdi: float = 0.0
    trekk: Trekk | float = 0.0
    grunnlag: list[str] = field(default_factory=list)
    mangler: list[str] = field(default_factory=list)
    bare_hoeyeste: list[tuple[float, int]] = field(default_factory=list)

    def legg_til(self, verdi: float, trekk: Trekk | float, *grunnlag: str) -> None:
        """Add a term."""
        self.verdi += verdi
        self.trekk = self.trekk + trekk
        self.grunnlag += grunnlag


def gjelder(satser: tuple[Sats, ...], rolle: str, organ: Organ) -> tuple[Sats, ...]:
    """Return the rates of a role in a body: those naming the body, else its kind, else those for every body.

    A rate for every body does not reach the government, whose posts are full-time.

    Examples
    --------
    >>> from analyse.modell.organ import Organ
    >>> fs = Organ(id="fs", navn="Formannskapet", art="formannskap", medlemmer=5)
    >>> alle = Sats(rolle="medlem", sats=1, enhet="kr_moete")
    >>> satser = (alle, Sats(rolle="medlem", organ="fs", sats=2, enhet="kr_moete"))
    >>> [s.sats for s in gjelder(satser, "medlem", fs)]
    [2]
    """
    av_rollen = [s for s in satser if s.rolle == rolle]
    for hva in (organ.id, organ.art, *(("",) if organ.art not in HELTID else ())):
        if funnet := tuple(s for s in av_rollen if s.organ == hva):
            return funnet
    return ()


def _antall(sats: Sats, organ: Organ, satser: tuple[Sats, ...]) -> float | None:
    """Return how many hold a rate in a body, None where it is not known.

    A seat is paid once a meeting: where deputies have a rate of their own and their share is known, members
    are paid for the meetings they attend.
    """
    if sats.rolle not in ("medlem", "vara"):
        return 1.0  # leder, nestleder
    if organ.medlemmer is None:
        return None
    if sats.rolle == "medlem":
        moeter_selv = not sats.er_fast and bool(gjelder(satser, "vara", organ))
        return organ.medlemmer * (1 - (organ.vara_andel or 0.0) * moeter_selv)
    if organ.vara_andel is None:
        # whoever sits in the seat, it is already paid for by the meeting
        return 0.0 if any(not s.er_fast for s in gjelder(satser, "medlem", organ)) else None
    return organ.medlemmer * organ.vara_andel


def minst_utbetalt(satser: Sequence[tuple[float, int]]) -> float:
    """Return the least that is paid of fixed rates where one person gets the highest only.

    Parameters
    ----------
    satser : kroner a year, and how many hold the rate.

    Notes
    -----
    Least where the same persons hold as much as they can: person i gets the highest rate with more than i
    holders. A bound: that one and the same person could lawfully hold them all is not checked.

    Examples
    --------
    >>> minst_utbetalt([(100, 1), (30, 2), (10, 3)])  # 100 + 30 + 10, of 190 in all
    140
    """
    flest = max((antall for _, antall in satser), default=0)
    return sum(max(kr for kr, antall in satser if antall > person) for person in range(flest))


class _Regner:
    """Adds up the pay of one model."""

    def __init__(self, grunnlag: Maalegrunnlag) -> None:
        self.grunnlag = grunnlag
        self.satser = grunnlag.kommune.godtgjoering
        self.referanse = grunnlag.kommunetall("referanselonn_kr")
        self.sum = Sum()
        self.frikjoep = 0.0

    def _beloep(self, sats: Sats) -> tuple[float, Trekk | float] | None:
        if not sats.enhet.startswith("prosent"):
            return sats.sats, sats.sats
        if self.referanse is None:
            self.sum.mangler.append("referanselonn_kr")
            return None
        lonn, trekk = self.referanse
        self.sum.grunnlag.append(lonn.grunnlag)
        return sats.sats / 100 * lonn.sentral, sats.sats / 100 * trekk

    def legg_til(self, sats: Sats, antall: float, organ: Organ | None) -> None:
        """Add one rate for a number of holders in a body (None: a post of the municipality)."""
        if sats.frikjoep_prosent:
            self.frikjoep += antall * sats.frikjoep_prosent / 100
        beloep = self._beloep(sats)
        if beloep is None or not antall:
            return
        aar, trekk = beloep
        moetegrunnlag = []
        if not sats.er_fast and organ is not None:
            moeter = self.grunnlag.figur(organ, "moeter_per_aar")
            if moeter is None:
                self.sum.mangler.append(organ.id)
                return
            aar, trekk = aar * moeter[0].sentral, trekk * moeter[1]
            moetegrunnlag = [moeter[0].grunnlag]
        if sats.tak_kr_aar is not None:
            import numpy as np

            aar, trekk = min(aar, sats.tak_kr_aar), np.minimum(trekk, sats.tak_kr_aar)
        self.sum.legg_til(antall * aar, antall * trekk, sats.grunnlag, *moetegrunnlag)
        if sats.er_fast and sats.kun_hoeyeste:
            self.sum.bare_hoeyeste.append((aar, round(antall)))

    def regn(self) -> None:
        """Go through every post there is."""
        for sats in (s for s in self.satser if s.rolle in ENKELTVERV):
            self.legg_til(sats, 1.0, None)
        partier = sum(m > 0 for m in self.grunnlag.kommune.mandater.values())
        for sats in (s for s in self.satser if s.rolle == "gruppeleder"):
            self.legg_til(sats, float(partier), None)
        for organ in self.grunnlag.modell.organer:
            if not organ.er_folkevalgt:
                continue
            if not gjelder(self.satser, "medlem", organ):
                self.sum.mangler.append(organ.id)  # unpaid only where a rate of nil says so
            for rolle in ("leder", "nestleder", "medlem", "vara"):
                for sats in gjelder(self.satser, rolle, organ):
                    antall = _antall(sats, organ, self.satser)
                    if antall is None:
                        self.sum.mangler.append(organ.id)
                    else:
                        self.legg_til(sats, antall, organ)


@maaler(*GODTGJOERING)
def measure_godtgjoering(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield pay to elected members a year, the same per inhabitant, and released posts (årsverk).

    Bodies whose meetings or size are not given make the sum a lower bound. Where only the highest of several
    fixed rates is paid to one person, who holds what is not known: the sum has a range.
    """
    if not grunnlag.kommune.godtgjoering:
        yield from (ikke_belyst(i, "godtgjoering") for i in GODTGJOERING)
        return
    regner = _Regner(grunnlag)
    regner.regn()
    sum_ = regner.sum
    basis = svakeste([grunnlag.eget_grunnlag, *sum_.grunnlag])
    mangler = sorted(set(sum_.mangler))
    mindre = sum(kr * antall for kr, antall in sum_.bare_hoeyeste) - minst_utbetalt(sum_.bare_hoeyeste)
    import numpy as np

    trekk = np.broadcast_to(np.asarray(sum_.trekk, dtype=float), (grunnlag.trekker.antall,)).copy()
    for indikator, deler in (
        ("kostnad_godtgjoering", 1),
        ("kostnad_per_innbygger", grunnlag.kommune.innbyggere),
    ):
        yield Maaling(
            indikator=indikator,
            verdi=sum_.verdi / deler,
            trekk=trekk / deler,
            lav=(sum_.verdi - mindre) / deler if mindre else None,
            hoey=sum_.verdi / deler if mindre and not mangler else None,
            er_minst=bool(mangler) and not mindre,
            grunn=f"minst:{','.join(mangler)}" if mangler else None,
            grunnlag=basis,
        )
    if any(s.frikjoep_prosent for s in grunnlag.kommune.godtgjoering):
        frikjoep = svakeste([grunnlag.eget_grunnlag, *(s.grunnlag for s in grunnlag.kommune.godtgjoering)])
        heltid = sorted(
            o.id
            for o in grunnlag.modell.av_art(*HELTID)
            if not gjelder(grunnlag.kommune.godtgjoering, "medlem", o)
        )
        yield Maaling(
            indikator="frikjoep_aarsverk",
            verdi=regner.frikjoep,
            grunnlag=frikjoep,
            er_minst=bool(heltid),
            grunn=f"minst:{','.join(heltid)}" if heltid else None,
        )
    else:
        yield ikke_belyst("frikjoep_aarsverk", "frikjoep")


def antall_etater(grunnlag: Maalegrunnlag) -> int:
    """Return how many departments run a secretariat of their own under the model; 0 for one secretariat."""
    if grunnlag.modell.sekretariat != "per_etat":
        return 0
    etater = {o.id for o in grunnlag.modell.av_art("etat")}
    reelle = {s.innstiller_reelt for s in grunnlag.modell.saksganger} & etater
    return len(reelle or etater)


@maaler("sekretariat_timer")
def measure_sekretariat(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield secretariat hours a year: meetings and cases by their hours, and what separate secretariats add.

    Meetings of bodies without figures are left out: a lower bound. Without hours per meeting nothing is lit.
    """
    per_moete = grunnlag.kommunetall("sekretariat_timer_per_moete")
    if per_moete is None:
        yield ikke_belyst("sekretariat_timer", "sekretariat_timer_per_moete")
        return
    per_sak = grunnlag.kommunetall("sekretariat_timer_per_sak")
    sum_ = Sum(grunnlag=[per_moete[0].grunnlag])
    if per_sak is None:
        sum_.mangler.append("sekretariat_timer_per_sak")
    for organ in (o for o in grunnlag.modell.organer if o.er_folkevalgt):
        moeter, saker = grunnlag.figur(organ, "moeter_per_aar"), grunnlag.figur(organ, "saker_per_moete")
        if moeter is None:
            sum_.mangler.append(organ.id)
            continue
        sum_.legg_til(moeter[0].sentral * per_moete[0].sentral, moeter[1] * per_moete[1], moeter[0].grunnlag)
        if per_sak is not None and saker is not None:
            sum_.legg_til(
                moeter[0].sentral * saker[0].sentral * per_sak[0].sentral,
                moeter[1] * saker[1] * per_sak[1],
                saker[0].grunnlag,
                per_sak[0].grunnlag,
            )
        elif per_sak is not None:
            sum_.mangler.append("saker_per_moete")
    etater = antall_etater(grunnlag)
    for navn in ("sekretariat_oppstart_timer", "sekretariat_dekning_timer") if etater else ():
        tillegg = grunnlag.kommunetall(navn)
        if tillegg is None:
            sum_.mangler.append(navn)
        else:
            sum_.legg_til(etater * tillegg[0].sentral, etater * tillegg[1], tillegg[0].grunnlag)
    mangler = sorted(set(sum_.mangler))
    yield Maaling(
        indikator="sekretariat_timer",
        verdi=sum_.verdi,
        trekk=None if isinstance(sum_.trekk, float) else sum_.trekk,
        grunnlag=svakeste([grunnlag.eget_grunnlag, *sum_.grunnlag]),
        er_minst=bool(mangler),
        grunn=f"minst:{','.join(mangler)}" if mangler else None,
    )
