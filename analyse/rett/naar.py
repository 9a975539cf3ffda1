"""When can we do this? The card of an alternative: what can change at once, what must wait, by when and how.

The change is what compare_modeller finds. Left out on purpose: whether the alternative is lawful, which the
rules say, and work that no law asks for (recruiting, agreements, new papers).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from analyse.modell.diff import Organdiff, Strukturdiff, compare_modeller
from analyse.modell.kommune import Kommune
from analyse.modell.lovfunn import Ordfelt, Setning, Tekstnoekkel
from analyse.modell.naarkort import FLERTALL, Naarkort, Naarsteg
from analyse.modell.styringsmodell import Styringsmodell
from analyse.rett.frister import neste_valgaar
from analyse.rett.naarendring import Endringsslag, read_endringer
from analyse.rett.regel import Regel
from analyse.rett.regelbok import Regelbok, read_regelbok
from analyse.rett.regning import PERIODE_AAR, PERIODEDAG

_TRE_PERIODER = 3 * PERIODE_AAR  # a deadline lies at most a year before its election


@dataclass(frozen=True, slots=True, kw_only=True)
class _Del:
    """One kind of change with its day: the election it waits for, None where it can be made at once."""

    slag: Endringsslag
    organ: tuple[Organdiff, ...]
    regel: Regel | None
    valgaar: int | None = None
    frist: date | None = None
    tapt: tuple[int, date] | None = None

    @property
    def er_kjent(self) -> bool:
        """False where the law of the day is not in the register."""
        return self.regel is not None and (not self.slag.frist or self.valgaar is not None)


def build_naarkort(
    kommune: Kommune, dagens: Styringsmodell, alternativ: Styringsmodell, dato: date
) -> Naarkort:
    """Return when the alternative can be in place, asked on the day.

    A deadline that has passed moves its change to the election after, «tidligst fra 2031».
    """
    bok = read_regelbok()
    diff = compare_modeller(dagens, alternativ)
    deler = [_del(bok, slag, organ, dato) for slag, organ in read_endringer(diff)]
    kjente = [d for d in deler if d.er_kjent]
    venter = [d for d in kjente if d.valgaar is not None]
    valgaar = max((d.valgaar for d in venter if d.valgaar is not None), default=None)
    steg = tuple(s for d in kjente for s in _steg(bok, d, kommune, diff, dato))
    return Naarkort(
        modell=alternativ.id,
        dato=dato,
        svar=_svar(deler, valgaar),
        for_sent=tuple(_for_sent(venter)),
        flertall=max((s.flertall for s in steg), key=FLERTALL.index, default=""),
        frist=min((d.frist for d in venter if d.frist is not None), default=None),
        valgaar=valgaar,
        tidligst=None if valgaar is None else date(valgaar, *PERIODEDAG),
        steg=steg,
        naa=tuple(_setning("naa", d) for d in kjente if d.valgaar is None),
        venter=tuple(
            _setning("venter", d) if d.er_kjent else _uten_lov(d)
            for d in deler
            if d.valgaar is not None or not d.er_kjent
        ),
        tilbake=tuple(_setning("tilbake", d) for d in kjente),
    )


def _del(bok: Regelbok, slag: Endringsslag, organ: tuple[Organdiff, ...], dato: date) -> _Del:
    regel = next((r for i in slag.regler for r in bok.regler[i] if r.gjelder(dato)), None)
    if not slag.frist or regel is None:
        return _Del(slag=slag, organ=organ, regel=regel)
    foerste = neste_valgaar(dato)
    frister = {
        a: _siste_dag(bok, slag.frist, a, dato) for a in range(foerste, foerste + _TRE_PERIODER, PERIODE_AAR)
    }
    valgaar = next((a for a, dag in frister.items() if dag is not None and dato <= dag), None)
    passert = frister[foerste]
    tapt = (foerste, passert) if passert is not None and dato > passert else None
    frist = frister[valgaar] if valgaar is not None else None
    return _Del(slag=slag, organ=organ, regel=regel, valgaar=valgaar, frist=frist, tapt=tapt)


def _siste_dag(bok: Regelbok, verdi_id: str, valgaar: int, dato: date) -> date | None:
    """Return a deadline by the law of the day; None where that law is not in the register."""
    for verdi in bok.verdier[verdi_id]:
        if verdi.gyldig_fra <= dato and (verdi.gyldig_til is None or dato < verdi.gyldig_til):
            return verdi.frist.siste_dag(valgaar)
    return None


def _felter(del_: _Del, status: tuple[str, ...] = ()) -> dict[str, Ordfelt]:
    """Return what a sentence may name: bodies (of the statuses, where told), elections and the last day."""
    navn = (o.organ.navn for o in del_.organ if not status or o.status in status)
    felter: dict[str, Ordfelt] = {"organ": ", ".join(navn)}
    if del_.valgaar is not None and del_.frist is not None:
        felter |= {
            "aar": str(del_.valgaar),
            "neste": str(del_.valgaar + PERIODE_AAR),
            "frist": del_.frist,
        }
    return felter


def _setning(gruppe: str, del_: _Del) -> Setning:
    return Setning(noekkel=f"lov_naar.{gruppe}.{del_.slag.id}", felter=_felter(del_))


def _uten_lov(del_: _Del) -> Setning:
    return Setning(
        noekkel="lov_naar.uten_lov", felter={"hva": Tekstnoekkel(noekkel=f"lov_naar.slag.{del_.slag.id}")}
    )


def _svar(deler: Iterable[_Del], valgaar: int | None) -> Setning:
    """Return the conclusion: nothing changes, all at once, some at once, all must wait, or not known."""
    alle = list(deler)
    if not alle:
        return Setning(noekkel="lov_naar.svar.ingen")
    if any(not d.er_kjent for d in alle):
        return Setning(noekkel="lov_naar.svar.ukjent")
    if valgaar is None:
        return Setning(noekkel="lov_naar.svar.naa")
    noekkel = "delt" if any(d.valgaar is None for d in alle) else "venter"
    return Setning(noekkel=f"lov_naar.svar.{noekkel}", felter={"aar": str(valgaar)})


def _for_sent(deler: Iterable[_Del]) -> Iterator[Setning]:
    for del_ in deler:
        if del_.tapt is not None:
            aar, frist = del_.tapt
            felter: dict[str, Ordfelt] = {"tapt": str(aar), "frist": frist, "aar": str(del_.valgaar)}
            yield Setning(noekkel=f"lov_naar.for_sent.{del_.slag.id}", felter=felter)


def _steg(bok: Regelbok, del_: _Del, kommune: Kommune, diff: Strukturdiff, dato: date) -> Iterator[Naarsteg]:
    """Yield the steps of one change, in order."""
    for mal in del_.slag.steg:
        regel = next((r for i in mal.regler for r in bok.regler[i] if r.gjelder(dato)), None)
        if regel is None or (mal.status and not any(o.status in mal.status for o in del_.organ)):
            continue
        felter = _felter(del_, mal.status)
        tidligst = frist = None
        if del_.valgaar is not None:
            tidligst = date(del_.valgaar, *PERIODEDAG) if mal.etter_valget else None
            frist = _siste_dag(bok, mal.frist, del_.valgaar, dato) if mal.frist else None
        if mal.tabell:
            felter |= _minstetall(bok, kommune, diff, dato)
        yield Naarsteg(
            hva=Setning(noekkel=f"lov_naar.steg.{mal.id}", felter=felter | _dagen(frist)),
            regel=regel.id,
            lov=regel.lov,
            paragraf=regel.paragraf,
            flertall=_flertall(bok, mal.flertall, dato),
            tidligst=tidligst,
            frist=None if mal.tabell else frist,
        )


def _dagen(frist: date | None) -> dict[str, Ordfelt]:
    return {} if frist is None else {"dag": frist}


def _minstetall(bok: Regelbok, kommune: Kommune, diff: Strukturdiff, dato: date) -> dict[str, Ordfelt]:
    """Return the least lawful size by the inhabitants told, and the size that is asked for."""
    tabell = "fylkesting_minstetall" if kommune.nivaa == "fylkeskommune" else "kommunestyre_minstetall"
    return {
        "innbyggere": kommune.innbyggere,
        "minst": bok.verdi(tabell, dato).trinn(kommune.innbyggere).minst,
        "medlemmer": diff.etter.kommunestyret.medlemmer or 0,
    }


def _flertall(bok: Regelbok, verdi_id: str, dato: date) -> str:
    """Return the majority a figure of the law asks for, in our word; "" where the step asks for none."""
    if not verdi_id:
        return ""
    for verdi in bok.verdier[verdi_id]:
        if verdi.gyldig_fra <= dato and (verdi.gyldig_til is None or dato < verdi.gyldig_til):
            return "alminnelig" if verdi.grense == "mer_enn" else "to_tredeler"
    return "ukjent"
