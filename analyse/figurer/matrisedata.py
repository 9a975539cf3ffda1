"""What does the matrix show? Every headline figure under every model, and the verdict of each difference.

Translation only: verdicts were given by compare_maalinger, and directions are the signs of its differences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from analyse.figurer.ark import Omtale
from analyse.figurer.maalingsord import Maalt, Noekkel, Rad, build_maalte, join_kilder
from analyse.figurer.matrise import Celle, Matrisedata, Matrisegruppe, Matriserad
from analyse.figurer.verdiktmerke import IKKE_BELYST, VERDIKTER
from analyse.grunn.tekst import Tekst
from analyse.modell.indikator import Indikator
from analyse.modell.tallform import format_med_enhet

_ULIKE = ("forskjellig", "forskjellig_avhenger_av_atferd")


def build_matrisedata(
    rader: Iterable[Rad],
    indikatorer: Mapping[str, Indikator],
    modeller: Mapping[str, str],
    tekst: Tekst,
) -> Matrisedata:
    """Return the headline figures (those of no dimension) by group.

    Parameters
    ----------
    indikatorer : those shown, in their order; one that no model has a row of is left out.
    modeller : id → name, the one the others are compared with first.
    """
    maalte = build_maalte(rader)
    grupper: dict[str, list[Matriserad]] = {}
    brukte: list[Maalt] = []
    for indikator in indikatorer.values():
        egne = {m: maalte.get((m, indikator.id, None, None, None)) for m in modeller}
        if not any(egne.values()):
            continue
        brukte += [maalt for maalt in egne.values() if maalt is not None]
        celler = tuple(
            _celle(egne[m], _differanse(maalte, m, indikator.id, modeller), tekst) for m in modeller
        )
        if indikator.rekkevidde == "bare_dagens":
            om = tekst("begrep.rekkevidde.bare_dagens")
            celler = (replace(celler[0], smaatt=(*celler[0].smaatt, om)), *celler[1:])
        rad = Matriserad(navn=tekst(f"indikator.{indikator.id}.navn"), celler=celler)
        grupper.setdefault(indikator.gruppe, []).append(rad)
    satt = tuple(
        Matrisegruppe(navn=tekst(f"indikator.gruppe.{g}"), rader=tuple(r)) for g, r in grupper.items()
    )
    celler = tuple(c for g in satt for r in g.rader for c in r.celler)
    tittel = _tittel(celler, next(iter(modeller.values())), len(modeller), tekst)
    kilder = join_kilder(brukte, tekst)
    return Matrisedata(
        omtale=Omtale(
            tittel=tittel,
            undertittel=tekst("figur.matrise.viser", mot=next(iter(modeller.values()))),
            kilde=tekst("figur.orgkart.kilde", kilde=kilder) if kilder else "",
            alt=" ".join([tittel + ".", *_alt(satt, tuple(modeller.values()))]),
        ),
        modeller=tuple(modeller.values()),
        grupper=satt,
        noekkel=_noekkel(celler),
    )


def _differanse(
    maalte: Mapping[Noekkel, Maalt], modell: str, indikator: str, modeller: Mapping[str, str]
) -> Maalt | None:
    return maalte.get((modell, indikator, None, None, next(iter(modeller))))


def _celle(maalt: Maalt | None, differanse: Maalt | None, tekst: Tekst) -> Celle:
    if maalt is None:
        return Celle(verdi=tekst("rapport.tall.tomt"))
    skrevet = maalt.i_ord(tekst)
    smaatt = (maalt.grunnlag(tekst), *maalt.spenn_i_ord(tekst))
    celle = Celle(
        verdi=format_med_enhet(skrevet, maalt.hoved["enhet"], tekst) if maalt.er_belyst else skrevet,
        smaatt=tuple(x for x in smaatt if x),
    )
    if differanse is None:
        return celle
    verdikt = differanse.hoved["verdikt"]
    if verdikt is None:
        return replace(celle, verdikt=IKKE_BELYST, ord=tekst("figur.matrise.ikke_sammenlignet"))
    if verdikt not in _ULIKE:
        return replace(celle, verdikt=verdikt, ord=tekst(f"begrep.verdikt.{verdikt}"))
    retning = _retning(differanse)
    ord_ = tekst(f"figur.matrise.{'mer' if retning > 0 else 'mindre'}.{verdikt}")
    return replace(celle, verdikt=verdikt, ord=ord_, retning=retning)


def _retning(differanse: Maalt) -> int:
    """Return the sign of a difference; of one known only between ends, the sign both ends have."""
    if differanse.verdi is not None:
        return 1 if differanse.verdi > 0 else -1
    return 1 if differanse.spenn[0][1] > 0 else -1


def _tittel(celler: Sequence[Celle], mot: str, antall_modeller: int, tekst: Tekst) -> str:
    if antall_modeller == 1:
        return tekst("figur.matrise.tittel.alene", modell=mot)
    sammenlignet = [c for c in celler if c.verdikt]
    ulike = sum(c.verdikt in _ULIKE for c in sammenlignet)
    return tekst(
        f"figur.matrise.tittel.{'noen' if ulike else 'ingen'}", antall=ulike, alle=len(sammenlignet), mot=mot
    )


def _noekkel(celler: Sequence[Celle]) -> tuple[tuple[str, int, str], ...]:
    brukte = {(c.verdikt, c.retning, c.ord) for c in celler if c.verdikt}
    return tuple(sorted(brukte, key=lambda b: (VERDIKTER.index(b[0]), -b[1])))


def _alt(grupper: Sequence[Matrisegruppe], modeller: Sequence[str]) -> Iterator[str]:
    for gruppe in grupper:
        for rad in gruppe.rader:
            ledd = []
            for modell, celle in zip(modeller, rad.celler, strict=True):
                om = "; ".join((*celle.smaatt, *((celle.ord,) if celle.ord else ())))
                ledd.append(f"{modell} {celle.verdi}" + (f" ({om})" if om else ""))
            yield f"{rad.navn}: {', '.join(ledd)}."
