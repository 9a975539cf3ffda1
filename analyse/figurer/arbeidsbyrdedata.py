"""What does the workload figure show? The rows of a measure as bars, per body or per person, model by model.

Translation only. The title says what the numbers can carry: who has most where the intervals leave no doubt,
otherwise that they do not say. Numbers stand in no title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import floor, inf, log10

from analyse.figurer.arbeidsbyrde import Arbeidsbyrdedata, Spenn, Stolpe, Stolpegruppe
from analyse.figurer.ark import Omtale
from analyse.figurer.maalingsord import Maalt, Rad, build_maalte, join_kilder
from analyse.figurer.orgkartdata import join_med_og
from analyse.grunn.tekst import Tekst
from analyse.modell.tallform import format_tall

_FLEST_MERKER = 7
_MINST = "minst"  # the arrow's entry in the key, beside the kinds of intervals


def build_organarbeid(
    rader: Iterable[Rad],
    indikator: str,
    modeller: Mapping[str, str],
    organer: Mapping[str, str],
    tekst: Tekst,
) -> Arbeidsbyrdedata:
    """Return an indicator per body and model.

    Parameters
    ----------
    rader : of the table of measurements. modeller, organer : id → name in the order they are shown; the
        first model is the one the others are compared with. A body that a model has not got has no bar.
    """
    maalte = build_maalte(rader)
    per_organ = {
        navn: {
            m: maalt
            for m in modeller
            if (maalt := maalte.get((m, indikator, "organ", organ_id, None))) is not None
        }
        for organ_id, navn in organer.items()
    }
    per_organ = {navn: tall for navn, tall in per_organ.items() if tall}
    navn = tekst(f"indikator.{indikator}.navn")
    undertittel = tekst("figur.arbeidsbyrde.per_organ", indikator=navn)
    return _data(per_organ, modeller, tekst, _organtittel(per_organ, navn, tekst), undertittel)


def build_personarbeid(
    rader: Iterable[Rad], indikatorer: Sequence[str], modeller: Mapping[str, str], tekst: Tekst
) -> Arbeidsbyrdedata:
    """Return what falls on one person, as ranges from the most even to the most concentrated filling.

    `indikatorer` are in one and the same unit; `rader` and `modeller` as in `build_organarbeid`.
    """
    alle = list(rader)
    maalte = build_maalte(alle)
    per_maal = {
        tekst(f"indikator.{i}.navn"): {
            m: maalt for m in modeller if (maalt := maalte.get((m, i, None, None, None))) is not None
        }
        for i in indikatorer
    }
    per_maal = {navn: tall for navn, tall in per_maal.items() if tall}
    ulike = [
        navn
        for m, navn in modeller.items()
        if any(
            n[0] == m and n[1] in indikatorer and n[4] is not None and maalt.hoved["verdikt"] == "forskjellig"
            for n, maalt in maalte.items()
        )
    ]
    tittel = _persontittel(ulike, modeller, tekst)
    return _data(per_maal, modeller, tekst, tittel, tekst("figur.arbeidsbyrde.per_person"))


def _persontittel(ulike: Sequence[str], modeller: Mapping[str, str], tekst: Tekst) -> str:
    if len(modeller) == 1:
        return tekst("figur.arbeidsbyrde.tittel.person_alene")
    mot = next(iter(modeller.values()))
    if not ulike:
        return tekst("figur.arbeidsbyrde.tittel.person_like", mot=mot)
    return tekst("figur.arbeidsbyrde.tittel.person_ulike", modeller=join_med_og(ulike, tekst), mot=mot)


def _organtittel(per_organ: Mapping[str, Mapping[str, Maalt]], indikator: str, tekst: Tekst) -> str:
    alle = [maalt for tall in per_organ.values() for maalt in tall.values()]
    belyst = [maalt for maalt in alle if maalt.er_belyst]
    if not belyst:
        return tekst("figur.arbeidsbyrde.tittel.ingen_belyst", indikator=indikator)
    if len(belyst) < len(alle):
        antall = len(alle) - len(belyst)
        return tekst("figur.arbeidsbyrde.tittel.noen_ubelyst", indikator=indikator, antall=antall)
    oeverst = {
        _klart_stoerst(per_organ, modell)
        for modell in dict.fromkeys(m for t in per_organ.values() for m in t)
    }
    navn = oeverst.pop()
    if navn and not oeverst:
        return tekst("figur.arbeidsbyrde.tittel.stoerst", organ=navn, indikator=indikator)
    return tekst("figur.arbeidsbyrde.tittel.uklart", indikator=indikator)


def _klart_stoerst(per_organ: Mapping[str, Mapping[str, Maalt]], modell: str) -> str:
    """Return the body that has most in a model whatever the truth within the intervals; "" where none has."""
    ender = {navn: _ender(tall[modell]) for navn, tall in per_organ.items() if modell in tall}
    for navn, (lav, _) in ender.items():
        if all(lav > hoey for annet, (_, hoey) in ender.items() if annet != navn):
            return navn
    return ""


def _ender(maalt: Maalt) -> tuple[float, float]:
    verdier = [] if maalt.verdi is None else [maalt.verdi]
    lav = min([*verdier, *(s[1] for s in maalt.spenn)])
    return lav, inf if maalt.er_minst else max([*verdier, *(s[2] for s in maalt.spenn)])


def _data(
    grupper: Mapping[str, Mapping[str, Maalt]],
    modeller: Mapping[str, str],
    tekst: Tekst,
    tittel: str,
    undertittel: str,
) -> Arbeidsbyrdedata:
    alle = [maalt for tall in grupper.values() for maalt in tall.values()]
    enhet = alle[0].hoved["enhet"] if alle else ""
    ender = [x for maalt in alle for x in (maalt.verdi or 0.0, *(s[2] for s in maalt.spenn))]
    akse = tuple((v, format_tall(v, enhet, tekst)) for v in build_akse(max(ender, default=0.0)))
    foerste = next(iter(modeller), "")
    satt = tuple(
        Stolpegruppe(
            navn=navn,
            stolper=tuple(
                _stolpe(maalt, modeller[m], tekst, er_hoved=m == foerste) for m, maalt in tall.items()
            ),
        )
        for navn, tall in grupper.items()
    )
    ledd = [undertittel]
    if enhet:
        ledd.append(tekst("figur.enhet", enhet=tekst(f"begrep.enhet.{enhet}")))
    if any(maalt.spenn for maalt in alle):
        ledd.append(tekst("figur.arbeidsbyrde.strek"))
    kilder = join_kilder(alle, tekst)
    return Arbeidsbyrdedata(
        omtale=Omtale(
            tittel=tittel,
            undertittel=" ".join(ledd),
            kilde=tekst("figur.orgkart.kilde", kilde=kilder) if kilder else "",
            alt=" ".join([tittel + ".", *_alt(grupper, modeller, tekst)]),
        ),
        akse=akse,
        grupper=satt,
        slagnavn=tuple(_slagnavn(alle, tekst)),
    )


def _stolpe(maalt: Maalt, navn: str, tekst: Tekst, *, er_hoved: bool) -> Stolpe:
    return Stolpe(
        navn=navn,
        verdi=maalt.verdi if maalt.er_belyst else None,
        skrevet=maalt.i_ord(tekst),
        merknad=maalt.grunnlag(tekst),
        spenn=tuple(Spenn(slag=slag, lav=lav, hoey=hoey) for slag, lav, hoey in maalt.spenn),
        er_minst=maalt.er_minst,
        er_hoved=er_hoved,
    )


def _slagnavn(alle: Sequence[Maalt], tekst: Tekst) -> Iterator[tuple[str, str]]:
    for slag in dict.fromkeys(s[0] for maalt in alle for s in maalt.spenn):
        yield slag, tekst(f"begrep.intervall.{slag}")
    if any(maalt.er_minst for maalt in alle):
        yield _MINST, tekst("figur.arbeidsbyrde.minst")


def _alt(
    grupper: Mapping[str, Mapping[str, Maalt]], modeller: Mapping[str, str], tekst: Tekst
) -> Iterator[str]:
    for navn, tall in grupper.items():
        ledd = []
        for modell, maalt in tall.items():
            om = "; ".join(x for x in (maalt.grunnlag(tekst), *maalt.spenn_i_ord(tekst)) if x)
            ledd.append(f"{modeller[modell]} {maalt.i_ord(tekst)}" + (f" ({om})" if om else ""))
        yield f"{navn}: {', '.join(ledd)}."


def build_akse(stoerst: float) -> tuple[float, ...]:
    """Return at most seven marks of a scale from zero to no less than `stoerst`, in steps of 1, 2 or 5.

    Examples
    --------
    >>> build_akse(137.0)
    (0.0, 50.0, 100.0, 150.0)
    >>> build_akse(0.0)
    (0.0, 1.0)
    """
    if stoerst <= 0:
        return (0.0, 1.0)
    tier = 10.0 ** (floor(log10(stoerst)) - 1)
    for faktor in (1, 2, 5, 10, 20, 50):
        steg = tier * faktor
        antall = 1
        while antall * steg < stoerst:
            antall += 1
        if antall < _FLEST_MERKER:
            return tuple(round(nr * steg, 10) for nr in range(antall + 1))
    raise AssertionError("50 steps of a tenth of the leading digit hold every number")
