"""The law as of any day: every rule, figure, reserved matter and open question, read from data/lov.

`read_regelbok()` reads and tests the whole at once. The 1992 Act holds until the council's own constituting
meeting in the autumn of 2019, the 2018 Act after. Left out on purpose: judging a structure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Protocol, TypeVar

from analyse.grunn.filer import data_fil
from analyse.grunn.kilde import Kilde
from analyse.rett import lovfil
from analyse.rett.regel import AapentSpoersmaal, Inndata, Kunraadet, Regel, Tidspunkt, i_kraft
from analyse.rett.verdi import Verdi

KONSTITUERING_2019 = "konstituering_2019"


class Datert(Protocol):
    """An entry with an id and a period."""

    @property
    def id(self) -> str:
        """The id all its versions share."""

    @property
    def gyldig_fra(self) -> date | None:
        """The first day."""

    @property
    def gyldig_til(self) -> date | None:
        """The first day after."""


T = TypeVar("T", bound=Datert)
Utgaver = Mapping[str, tuple[T, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelbok:
    """Everything data/lov holds.

    Parameters
    ----------
    regler, verdier, saker : by id, the versions in the order of time. tidspunkt : days by name.
    """

    regler: Utgaver[Regel]
    verdier: Utgaver[Verdi]
    saker: Utgaver[Kunraadet]
    aapne: tuple[AapentSpoersmaal, ...]
    inndata: Mapping[str, Inndata]
    kilder: Mapping[str, Kilde]
    tidspunkt: Mapping[str, Tidspunkt]

    def regel(self, regel_id: str, dato: date) -> Regel:
        """Return the version of a rule in force on the day.

        Raises
        ------
        KeyError : no such rule. LookupError : it is not in force on the day.
        """
        return _paa_dagen(self.regler[regel_id], dato)

    def verdi(self, verdi_id: str, dato: date) -> Verdi:
        """Return the version of a figure in force on the day.

        Raises
        ------
        KeyError : no such figure. LookupError : it is not in force on the day.
        """
        return _paa_dagen(self.verdier[verdi_id], dato)

    def gjeldende(self, dato: date, *slag: str) -> tuple[Regel, ...]:
        """Return every rule in force on the day, of the kinds named or of all, in the order of the files."""
        alle = (r for utgaver in self.regler.values() for r in utgaver if r.gjelder(dato))
        return tuple(r for r in alle if not slag or r.slag in slag)

    def kunraadet(self, dato: date) -> tuple[Kunraadet, ...]:
        """Return what only the council itself may decide on the day."""
        return tuple(s for utgaver in self.saker.values() for s in utgaver if s.gjelder(dato))

    def aapne_om(self, *regel_ider: str) -> tuple[AapentSpoersmaal, ...]:
        """Return the open questions that touch one of the rules."""
        return tuple(a for a in self.aapne if set(a.regler) & set(regel_ider))

    def er_usikker_overgang(self, dato: date) -> bool:
        """True where which Act is in force depends on the day the council was constituted in 2019."""
        return self.tidspunkt[KONSTITUERING_2019].er_usikkert(dato)


def _paa_dagen(utgaver: tuple[T, ...], dato: date) -> T:
    for utgave in utgaver:
        if i_kraft(utgave.gyldig_fra, utgave.gyldig_til, dato):
            return utgave
    perioder = ", ".join(f"{u.gyldig_fra}–{u.gyldig_til or ''}" for u in utgaver)
    raise LookupError(f"{utgaver[0].id} is not in force on {dato}; it is in {perioder}")


def _utgaver(rader: Iterable[T]) -> dict[str, tuple[T, ...]]:
    """Return the versions by id, ids as first met, versions by date."""
    samlet: dict[str, list[T]] = {}
    for rad in rader:
        samlet.setdefault(rad.id, []).append(rad)
    return {i: tuple(sorted(u, key=lambda r: r.gyldig_fra or date.min)) for i, u in samlet.items()}


@lru_cache(maxsize=8)
def read_regelbok(konstituert_2019: date | None = None) -> Regelbok:
    """Return the law, with the day the council was constituted in 2019 where it is known.

    Raises
    ------
    ValueError : an entry is written wrongly or entries do not go together; every fault is named. Or the
        day is none on which a council could be constituted.
    """
    mappe = data_fil("lov")
    rader = lovfil.read_fil(mappe / "tidspunkt.toml")["tidspunkt"]
    egne = {KONSTITUERING_2019: konstituert_2019}
    tidspunkt = {r["id"]: lovfil.build_tidspunkt(r, egne.get(r["id"])) for r in rader}
    dager = {navn: t.dato for navn, t in tidspunkt.items()}
    regler: list[Regel] = []
    verdier: list[Verdi] = []
    for sti in sorted(mappe.glob("*/*.toml")):
        data, lov = lovfil.read_fil(sti), sti.parent.name
        regler += [lovfil.build_regel(r, lov, sti.stem, data["spraak"], dager) for r in data["regel"]]
        verdier += [lovfil.build_verdi(r, lov, dager) for r in data.get("verdi", ())]
    saker = [lovfil.build_kunraadet(r, dager) for r in lovfil.read_fil(mappe / "kunraadet.toml")["sak"]]
    aapne = lovfil.read_fil(mappe / "aapne_spoersmaal.toml")["aapent_spoersmaal"]
    inndata = [lovfil.build_inndata(r) for r in lovfil.read_fil(mappe / "inndata.toml")["inndata"]]
    bok = Regelbok(
        regler=_utgaver(regler),
        verdier=_utgaver(verdier),
        saker=_utgaver(saker),
        aapne=tuple(lovfil.build_aapent(r) for r in aapne),
        inndata={i.id: i for i in inndata},
        kilder=lovfil.build_kilder(lovfil.read_fil(mappe / "kilder.toml")),
        tidspunkt=tidspunkt,
    )
    if feil := finn_feil(bok):
        raise ValueError("data/lov: " + "; ".join(feil))
    return bok


def finn_feil(bok: Regelbok) -> list[str]:
    """Return every way in which the entries do not go together, each in a sentence."""
    feil: list[str] = []
    alle: list[tuple[Datert, ...]] = [*bok.regler.values(), *bok.verdier.values(), *bok.saker.values()]
    for utgaver in alle:
        feil += _tidsfeil(utgaver)
    for regel in (r for u in bok.regler.values() for r in u):
        feil += [f"{regel.id}: {f}" for f in _regelfeil(bok, regel)]
    feil += [f"{a.id}: no rule {r}" for a in bok.aapne for r in a.regler if r not in bok.regler]
    feil += [
        f"{s.id}: no source {k}"
        for u in bok.saker.values()
        for s in u
        for k in s.kilder
        if k not in bok.kilder
    ]
    return feil


def _tidsfeil(utgaver: tuple[Datert, ...]) -> Iterator[str]:
    for foer, etter in pairwise(utgaver):
        if foer.gyldig_til != etter.gyldig_fra:
            slutt = foer.gyldig_til or "never"
            yield f"{foer.id}: one version ends {slutt}, the next begins {etter.gyldig_fra}"


def _regelfeil(bok: Regelbok, regel: Regel) -> Iterator[str]:
    ukjent: tuple[tuple[str, tuple[str, ...], Mapping[str, object]], ...] = (
        ("input", regel.inndata, bok.inndata),
        ("figure", regel.verdier, bok.verdier),
        ("source", regel.kilder, bok.kilder),
        ("predecessor", regel.forgjengere, bok.regler),
    )
    for hva, nevnt, kjente in ukjent:
        yield from (f"no {hva} {n}" for n in nevnt if n not in kjente)
    if not regel.kilder:
        yield "no source"
    for navn in (n for n in regel.verdier if n in bok.verdier):
        if not _dekker(bok.verdier[navn], regel):
            yield f"figure {navn} is not in force all the time from {regel.gyldig_fra}"
    for navn in (n for n in regel.forgjengere if n in bok.regler):
        if (slutt := bok.regler[navn][-1].gyldig_til) != regel.gyldig_fra:
            yield f"predecessor {navn} ends {slutt}, not {regel.gyldig_fra}"


def _dekker(verdier: tuple[Verdi, ...], regel: Regel) -> bool:
    """True where the figure holds from the rule's first day to its last; its own versions have no holes."""
    slutt = verdier[-1].gyldig_til
    til = slutt is None or (regel.gyldig_til is not None and regel.gyldig_til <= slutt)
    return verdier[0].gyldig_fra <= regel.gyldig_fra and til
