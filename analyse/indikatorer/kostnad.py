"""What does the structure cost? Remuneration and released posts (33), secretariat hours (34).

Rates and hours are the municipality's own or another's that is named; there are no national ones. What else
politics costs (support, elections, travel) and whether structure changes spending elsewhere is not claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analyse.grunn.anslag import Anslag, svakeste
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, ikke_belyst
from analyse.indikatorer.register import maaler
from analyse.modell.godtgjoering import Sats
from analyse.modell.organ import Organ

if TYPE_CHECKING:
    from analyse.indikatorer.grunnlag import Trekk

GODTGJOERING = ("kostnad_godtgjoering", "kostnad_per_innbygger", "frikjoep_aarsverk")
ENKELTVERV = ("ordfoerer", "varaordfoerer")


@dataclass(slots=True)
class Sum:
    """A sum in the making: central value, draws, grounds, what is missing, and the part only one may get."""

    verdi: float = 0.0
    trekk: Trekk | float = 0.0
    grunnlag: list[str] = field(default_factory=list)
    mangler: list[str] = field(default_factory=list)
    bare_hoeyeste: list[float] = field(default_factory=list)

    def legg_til(self, verdi: float, trekk: Trekk | float, *grunnlag: str) -> None:
        """Add a term."""
        self.verdi += verdi
        self.trekk = self.trekk + trekk
        self.grunnlag += grunnlag


def gjelder(satser: tuple[Sats, ...], rolle: str, organ: Organ) -> tuple[Sats, ...]:
    """Return the rates of a role in a body: those naming the body, else its kind, else those for every body.

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
    for hva in (organ.id, organ.art, ""):
        if funnet := tuple(s for s in av_rollen if s.organ == hva):
            return funnet
    return ()


def _antall(rolle: str, organ: Organ) -> float | None:
    if rolle == "medlem":
        return None if organ.medlemmer is None else float(organ.medlemmer)
    if rolle == "vara":
        return (
            None
            if organ.medlemmer is None or organ.vara_andel is None
            else organ.medlemmer * organ.vara_andel
        )
    return 1.0  # leder, nestleder


class _Regner:
    """Adds up the pay of one model."""

    def __init__(self, grunnlag: Maalegrunnlag) -> None:
        self.grunnlag = grunnlag
        self.satser = grunnlag.kommune.godtgjoering
        self.referanse: Anslag | None = grunnlag.kommune.tall.get("referanselonn_kr")
        self.sum = Sum()
        self.frikjoep = 0.0

    def _beloep(self, sats: Sats) -> float | None:
        if not sats.enhet.startswith("prosent"):
            return sats.sats
        if self.referanse is None:
            self.sum.mangler.append("referanselonn_kr")
            return None
        self.sum.grunnlag.append(self.referanse.grunnlag)
        return sats.sats / 100 * self.referanse.sentral

    def _tak(self, sats: Sats, aar: float) -> float:
        return aar if sats.tak_kr_aar is None else min(aar, sats.tak_kr_aar)

    def legg_til(self, sats: Sats, antall: float, organ: Organ | None) -> None:
        """Add one rate for a number of holders in a body (None: a post of the municipality)."""
        beloep = self._beloep(sats)
        if sats.frikjoep_prosent:
            self.frikjoep += antall * sats.frikjoep_prosent / 100
        if beloep is None:
            return
        if sats.er_fast or organ is None:
            aar = self._tak(sats, beloep)
            self.sum.legg_til(antall * aar, antall * aar, sats.grunnlag)
            if sats.kun_hoeyeste:
                self.sum.bare_hoeyeste += [aar] * round(antall)
            return
        moeter = self.grunnlag.figur(organ, "moeter_per_aar")
        if moeter is None:
            self.sum.mangler.append(organ.id)
            return
        aar = self._tak(sats, beloep * moeter[0].sentral)
        trekk = antall * beloep * moeter[1]
        if sats.tak_kr_aar is not None:
            import numpy as np

            trekk = np.minimum(trekk, antall * sats.tak_kr_aar)
        self.sum.legg_til(antall * aar, trekk, sats.grunnlag, moeter[0].grunnlag)

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
            for rolle in ("leder", "nestleder", "medlem", "vara"):
                for sats in gjelder(self.satser, rolle, organ):
                    antall = _antall(rolle, organ)
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
    mangler = list(dict.fromkeys(sum_.mangler))
    mindre = sum(sum_.bare_hoeyeste) - max(sum_.bare_hoeyeste, default=0.0)
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
        yield Maaling(indikator="frikjoep_aarsverk", verdi=regner.frikjoep, grunnlag=frikjoep)
    else:
        yield ikke_belyst("frikjoep_aarsverk", "frikjoep")


def antall_etater(grunnlag: Maalegrunnlag) -> int:
    """Return how many departments run a secretariat of their own under the model; 0 for one secretariat."""
    if grunnlag.modell.sekretariat != "per_etat":
        return 0
    etater = {o.id for o in grunnlag.modell.av_art("etat")}
    reelle = {s.innstiller_reelt for s in grunnlag.modell.saksganger} & etater
    return len(reelle or etater)


def _tall(grunnlag: Maalegrunnlag, navn: str) -> tuple[Anslag, Trekk] | None:
    anslag = grunnlag.kommune.tall.get(navn)
    return None if anslag is None else (anslag, grunnlag.trekker.trekk(anslag, f"kommune.{navn}"))


@maaler("sekretariat_timer")
def measure_sekretariat(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield secretariat hours a year: meetings and cases by their hours, and what separate secretariats add.

    Meetings of bodies without figures are left out: a lower bound. Without hours per meeting nothing is lit.
    """
    per_moete = _tall(grunnlag, "sekretariat_timer_per_moete")
    if per_moete is None:
        yield ikke_belyst("sekretariat_timer", "sekretariat_timer_per_moete")
        return
    per_sak = _tall(grunnlag, "sekretariat_timer_per_sak")
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
        tillegg = _tall(grunnlag, navn)
        if tillegg is None:
            sum_.mangler.append(navn)
        else:
            sum_.legg_til(etater * tillegg[0].sentral, etater * tillegg[1], tillegg[0].grunnlag)
    mangler = list(dict.fromkeys(sum_.mangler))
    yield Maaling(
        indikator="sekretariat_timer",
        verdi=sum_.verdi,
        trekk=None if isinstance(sum_.trekk, float) else sum_.trekk,
        grunnlag=svakeste([grunnlag.eget_grunnlag, *sum_.grunnlag]),
        er_minst=bool(mangler),
        grunn=f"mangler:{','.join(mangler)}" if mangler else None,
    )
