"""Which structures break which rules, many at a time: the rules that sizes and kinds of bodies alone decide.

For a search through designs, which asks a million times. The same figures of the law and the same answers as
the readable functions (tests/rett/test_vektor.py); left out are posts, names, delegations and routes. What is
not known breaks nothing here either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from analyse.modell.organ import Organ
from analyse.modell.scenario import Scenario
from analyse.modell.styringsmodell import Styringsmodell
from analyse.rett.kontekst import RAAD
from analyse.rett.regelbok import Regelbok, read_regelbok

Tall = npt.NDArray[np.int64]
Sant = npt.NDArray[np.bool_]

UKJENT = -1  # a size that was not given
INGEN = 1 << 30  # the smallest of no bodies at all: larger than any demand
# What a structure is, as numbers. `_antall`: bodies of the kind; `_minste`: the smallest known size;
# `_feil_velger`: bodies elected by one that may not.
KOLONNER: tuple[str, ...] = (
    "innbyggere",
    "er_fylke",
    "er_parlamentarisk",
    "kommunestyre",
    "formannskap_antall",
    "formannskap_minste",
    "kontrollutvalg_antall",
    "kontrollutvalg_minste",
    "utvalg_minste",
    "utvalg_feil_velger",
    "komite_antall",
    "komite_minste",
    "komite_plasser",
    "komite_avgjoer",
    "oppgaveutvalg_minste",
    "oppgaveutvalg_feil_velger",
    "raad_antall",
    "direktoer_antall",
    "partssammensatt_antall",
    "eldreraad_antall",
    "funksjonsraad_antall",
    "ungdomsraad_antall",
    "valgstyre_antall",
    "valgstyre_minste",
    "valgstyre_feil_velger",
    "styre_minste",
    "nemnd_minste",
)


class Strukturtall:
    """Columns by name, and the law of the day."""

    def __init__(self, tall: Tall, bok: Regelbok, dato: date) -> None:
        if tall.ndim != 2 or tall.shape[1] != len(KOLONNER):
            raise ValueError(f"expected an array (n, {len(KOLONNER)}), found {tall.shape}")
        self._tall = tall
        self._bok = bok
        self._dato = dato

    def __getitem__(self, kolonne: str) -> Tall:
        """Return one column, shape (n,)."""
        return self._tall[:, KOLONNER.index(kolonne)]

    def lov(self, verdi_id: str) -> int:
        """Return a figure of the law."""
        return self._bok.verdi(verdi_id, self._dato).tall

    def minstetall(self, verdi_id: str) -> Tall:
        """Return the least lawful council for each structure's inhabitants."""
        trinn = self._bok.verdi(verdi_id, self._dato).innhold
        assert isinstance(trinn, tuple)
        grenser = np.array([t.til_og_med for t in trinn if t.til_og_med is not None])
        minst = np.array([t.minst for t in trinn])
        return np.asarray(minst[np.searchsorted(grenser, self["innbyggere"], side="left")], dtype=np.int64)

    def for_lite_kommunestyre(self, verdi_id: str) -> Sant:
        """True where the council is known to be smaller than the table demands."""
        medlemmer = self["kommunestyre"]
        return np.asarray((medlemmer != UKJENT) & (medlemmer < self.minstetall(verdi_id)), dtype=np.bool_)

    def partall(self) -> Sant:
        """True where the council is known to be an even number."""
        medlemmer = self["kommunestyre"]
        return np.asarray((medlemmer != UKJENT) & (medlemmer % 2 == 0), dtype=np.bool_)

    def for_smaa(self, kolonne: str, verdi_id: str) -> Sant:
        """True where the smallest body is smaller than the law's figure."""
        return self[f"{kolonne}_minste"] < self.lov(verdi_id)

    def uten(self, *kolonner: str) -> Sant:
        """True where there is no body of one of the kinds."""
        return np.asarray(np.logical_or.reduce([self[f"{k}_antall"] == 0 for k in kolonner]), dtype=np.bool_)


def _mangler_lovpaalagte(s: Strukturtall) -> Sant:
    parlamentarisk = s["er_parlamentarisk"] == 1
    uten_styrende = np.where(parlamentarisk, s.uten("raad"), s.uten("formannskap"))
    uten_valgstyre = (s["er_fylke"] == 0) & s.uten("valgstyre")
    return np.asarray(
        uten_styrende | uten_valgstyre | s.uten("kontrollutvalg", "partssammensatt", *RAAD), dtype=np.bool_
    )


def _feil_valgstyre(s: Strukturtall) -> Sant:
    feil = (
        s.uten("valgstyre") | s.for_smaa("valgstyre", "valgstyre_minste") | (s["valgstyre_feil_velger"] > 0)
    )
    return np.asarray((s["er_fylke"] == 0) & feil, dtype=np.bool_)


def _for_faa_komiteplasser(s: Strukturtall) -> Sant:
    # one for the mayor, and one who may have to stand outside: that far it is an open question
    minst = s["kommunestyre"] - 1 - s.lov("kontrollutvalg_fra_kommunestyret")
    kjent = (s["kommunestyre"] != UKJENT) & (s["komite_plasser"] != UKJENT)
    return np.asarray((s["komite_antall"] > 0) & kjent & (s["komite_plasser"] < minst), dtype=np.bool_)


def _uten_raad_eller_med_direktoer(s: Strukturtall) -> Sant:
    return np.asarray(
        (s["er_parlamentarisk"] == 1) & (s.uten("raad") | (s["direktoer_antall"] > 0)), dtype=np.bool_
    )


_KJERNER: dict[str, Callable[[Strukturtall], Sant]] = {
    "KL18-5-5-MIN-KOMMUNE": lambda s: (
        (s["er_fylke"] == 0) & s.for_lite_kommunestyre("kommunestyre_minstetall")
    ),
    "KL18-5-5-MIN-FYLKE": lambda s: (s["er_fylke"] == 1) & s.for_lite_kommunestyre("fylkesting_minstetall"),
    "KL18-5-5-ODD": lambda s: s.partall(),
    "KL18-5-6-MIN": lambda s: s.for_smaa("formannskap", "formannskap_minste"),
    "KL18-5-6-NOPARL": lambda s: (s["er_parlamentarisk"] == 1) & (s["formannskap_antall"] > 0),
    "KL18-5-7-MIN": lambda s: s.for_smaa("utvalg", "utvalg_minste"),
    "KL18-5-7-VELGES": lambda s: s["utvalg_feil_velger"] > 0,
    "KL18-5-9-MIN": lambda s: s.for_smaa("komite", "komite_minste"),
    "KL18-5-9-NOVEDTAK": lambda s: s["komite_avgjoer"] > 0,
    "KL18-5-9-ALLE": _for_faa_komiteplasser,
    "KL18-5-10-INST": lambda s: s.for_smaa("styre", "institusjonsstyre_minste"),
    "KL18-5-11-PSU": lambda s: s.uten("partssammensatt"),
    "KL18-5-12-RAD": lambda s: s.uten(*RAAD),
    "KL18-10-2-LEDER": _uten_raad_eller_med_direktoer,
    "KL18-20-3-NEMND": lambda s: s.for_smaa("nemnd", "nemnd_per_deltaker"),
    "KL18-23-1-MIN": lambda s: s.for_smaa("kontrollutvalg", "kontrollutvalg_minste"),
    "KL18-MANDATORY-SET": _mangler_lovpaalagte,
    "KL18-OPPGAVEUTVALG": lambda s: (
        s.for_smaa("oppgaveutvalg", "utvalg_minste") | (s["oppgaveutvalg_feil_velger"] > 0)
    ),
    "KL18-VALGSTYRE": _feil_valgstyre,
    "KL92-77": lambda s: s.for_smaa("kontrollutvalg", "kontrollutvalg_minste"),
    "KL92-7-MIN": lambda s: (
        np.where(
            s["er_fylke"] == 1,
            s.for_lite_kommunestyre("fylkesting_minstetall"),
            s.for_lite_kommunestyre("kommunestyre_minstetall"),
        )
        | s.partall()
    ),
}
VEKTORREGLER: tuple[str, ...] = tuple(_KJERNER)


def check_strukturer(tall: Tall, dato: date, *, bok: Regelbok | None = None) -> Sant:
    """Return which structures break which rules.

    Parameters
    ----------
    tall : integers (n, len(KOLONNER)), one row a structure, as `build_strukturtall` makes them.

    Returns
    -------
    bool (n, len(VEKTORREGLER)); a rule not in force on the day is broken by none.

    Raises
    ------
    ValueError : the array has another shape.
    """
    bok = read_regelbok() if bok is None else bok
    strukturer = Strukturtall(tall, bok, dato)
    brutt = np.zeros((len(tall), len(VEKTORREGLER)), dtype=np.bool_)
    i_kraft = {r.id for r in bok.gjeldende(dato, "kontrollert")}
    for nr, (regel_id, kjerne) in enumerate(_KJERNER.items()):
        if regel_id in i_kraft:
            brutt[:, nr] = kjerne(strukturer)
    return brutt


def _minste(organer: Iterable[Organ]) -> int:
    return min((o.medlemmer for o in organer if o.medlemmer is not None), default=INGEN)


def _feil_velger(modell: Styringsmodell, organer: Sequence[Organ], *, ordfoerer: Sequence[str] = ()) -> int:
    """Return how many are elected by a wrong body; the mayor may set up some kinds that only prepare."""
    feil = 0
    for organ in (o for o in organer if o.velges_av):
        art = modell.organ(organ.velges_av).art
        forbereder = organ.art in ordfoerer and organ.vedtaksrett is False
        feil += not (art == "kommunestyre" or (art == "ordfoerer" and forbereder))
    return feil


def _komitetall(modell: Styringsmodell) -> dict[str, int]:
    komiteer = modell.av_art("kommunestyrekomite")
    avgjoer = {d.til for d in modell.delegasjoner} | {
        i for s in modell.saksganger for i in s.med_handling("vedtar")
    }
    kjent = all(o.medlemmer is not None for o in komiteer)
    return {
        "komite_antall": len(komiteer),
        "komite_minste": _minste(komiteer),
        "komite_plasser": sum(o.medlemmer or 0 for o in komiteer) if kjent else UKJENT,
        "komite_avgjoer": sum(bool(o.vedtaksrett) or o.id in avgjoer for o in komiteer),
    }


def _styrer(modell: Styringsmodell) -> Iterable[Organ]:
    """Return the boards of institutions: not one representative's seat, not the government's own."""
    return (
        o
        for o in modell.av_art("styre")
        if o.medlemmer != 1 and not (o.velges_av and modell.organ(o.velges_av).art == "kommuneraad")
    )


def build_strukturtall(scenario: Scenario) -> tuple[int, ...]:
    """Return a structure as one row of numbers, in the order of `KOLONNER`."""
    modell, kommune = scenario.modell, scenario.kommune
    medlemmer = modell.kommunestyret.medlemmer
    utvalg = modell.av_art("utvalg", "kommunedelsutvalg")
    valgt = modell.av_art("utvalg", "kommunedelsutvalg", "kontrollutvalg")
    oppgaveutvalg, valgstyrer = modell.av_art("oppgaveutvalg"), modell.av_art("valgstyre")
    antall = {art: len(modell.av_art(art)) for art in ("partssammensatt", *RAAD)}
    rad = {
        "innbyggere": kommune.innbyggere,
        "er_fylke": int(kommune.nivaa == "fylkeskommune"),
        "er_parlamentarisk": int(modell.styreform == "parlamentarisme"),
        "kommunestyre": UKJENT if medlemmer is None else medlemmer,
        "formannskap_antall": len(modell.av_art("formannskap")),
        "formannskap_minste": _minste(modell.av_art("formannskap")),
        "kontrollutvalg_antall": len(modell.av_art("kontrollutvalg")),
        "kontrollutvalg_minste": _minste(modell.av_art("kontrollutvalg")),
        "utvalg_minste": _minste(utvalg),
        "utvalg_feil_velger": _feil_velger(modell, valgt, ordfoerer=("utvalg",)),
        "oppgaveutvalg_minste": _minste(oppgaveutvalg),
        "oppgaveutvalg_feil_velger": _feil_velger(modell, oppgaveutvalg, ordfoerer=("oppgaveutvalg",)),
        "raad_antall": len(modell.av_art("kommuneraad")),
        "direktoer_antall": len(modell.av_art("kommunedirektoer")),
        "valgstyre_antall": len(valgstyrer),
        "valgstyre_minste": _minste(valgstyrer),
        "valgstyre_feil_velger": _feil_velger(modell, valgstyrer),
        "styre_minste": _minste(_styrer(modell)),
        "nemnd_minste": _minste(modell.av_art("felles_nemnd")),
        **{f"{art}_antall": n for art, n in antall.items()},
        **_komitetall(modell),
    }
    return tuple(rad[kolonne] for kolonne in KOLONNER)
