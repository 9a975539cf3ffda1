"""How many members must the council have? The tables of the 1954, 1992 and 2018 Acts.

Which day's population counts before an election is a calculated rule of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.rett.kontekst import Kontekst
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler


def _om_stoerrelsen(k: Kontekst, medlemmer: int) -> dict[str, object]:
    return {
        "kommune.nivaa": k.kommune.nivaa,
        "kommune.innbyggere": k.kommune.innbyggere,
        "organ.medlemmer": medlemmer,
    }


def _check_minstetall(k: Kontekst, verdi_id: str) -> Utfall:
    organ = k.modell.kommunestyret
    if organ.medlemmer is None:
        return mangler(organ, "organ.medlemmer")
    minst = k.verdi(verdi_id).trinn(k.kommune.innbyggere).minst
    return Utfall(
        svar="holdt" if organ.medlemmer >= minst else "brutt",
        organ=organ,
        inndata=_om_stoerrelsen(k, organ.medlemmer),
        maalt=organ.medlemmer,
        krav=minst,
        funn="for_faa_innbyggere",
        felter={"innbyggere": k.kommune.innbyggere},
    )


def _check_oddetall(k: Kontekst) -> Utfall:
    organ = k.modell.kommunestyret
    if organ.medlemmer is None:
        return mangler(organ, "organ.medlemmer")
    return Utfall(
        svar="holdt" if organ.medlemmer % 2 else "brutt",
        organ=organ,
        inndata=_om_stoerrelsen(k, organ.medlemmer),
        maalt=organ.medlemmer,
        funn="partall",
    )


@regel("KL18-5-5-MIN-KOMMUNE")
def check_minst_i_kommune(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether a municipality's council is large enough for its inhabitants."""
    if k.kommune.nivaa == "kommune":
        yield _check_minstetall(k, "kommunestyre_minstetall")


@regel("KL18-5-5-MIN-FYLKE")
def check_minst_i_fylke(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether a county's council is large enough for its inhabitants."""
    if k.kommune.nivaa == "fylkeskommune":
        yield _check_minstetall(k, "fylkesting_minstetall")


@regel("KL18-5-5-ODD")
def check_oddetall(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the council's size is an odd number."""
    yield _check_oddetall(k)


@regel("KL92-7-MIN")
def check_minst_1992(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the council was large enough, and odd."""
    fylke = k.kommune.nivaa == "fylkeskommune"
    yield _check_minstetall(k, "fylkesting_minstetall" if fylke else "kommunestyre_minstetall")
    yield _check_oddetall(k)


@regel("KL54-4")
def check_intervall_1954(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether a municipality's council was inside its interval, and odd; counties had another Act."""
    organ = k.modell.kommunestyret
    if k.kommune.nivaa != "kommune":
        return
    yield _check_oddetall(k)
    if organ.medlemmer is None:
        return
    trinn = k.verdi("kommunestyre_intervall").trinn(k.kommune.innbyggere)
    hoeyst = trinn.hoeyst or organ.medlemmer
    yield Utfall(
        svar="holdt" if trinn.minst <= organ.medlemmer <= hoeyst else "brutt",
        organ=organ,
        inndata=_om_stoerrelsen(k, organ.medlemmer),
        maalt=organ.medlemmer,
        krav=f"{trinn.minst}–{hoeyst}",
        funn="utenfor_intervall",
        felter={"innbyggere": k.kommune.innbyggere},
    )
