"""What do the lists of meetings and items show of today? Lengths, deputies, questions, evenings, items.

Observed on the meetings whose pages have the figure; the rest are left out and counted by n. A list that is
a sample shows what meetings were like, not how many there were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from analyse.grunn.tid import parse_klokkeslett
from analyse.indikatorer.grunnlag import Maalegrunnlag, Maaling, ikke_belyst
from analyse.indikatorer.register import maaler

if TYPE_CHECKING:
    import pandas as pd

MOETELISTE = (
    "moetelengde_maalt",
    "vara_andel_maalt",
    "spoersmaal_per_moete",
    "saker_per_moete_maalt",
    "kveldsmoete_andel",
)
KVELD_FRA = (
    16.0  # a meeting that starts at four or later falls outside ordinary working hours; a choice of ours
)
MINSTE_N = 3  # a body with fewer meetings of the kind has no row of its own
ORIENTERING = ("orientering_referat", "referat", "orientering")


def _timer(moeter: pd.DataFrame, kolonne: str) -> pd.Series[float]:
    import pandas as pd

    if kolonne not in moeter:
        return pd.Series(float("nan"), index=moeter.index)
    lest = [parse_klokkeslett(str(v)) for v in moeter[kolonne]]
    return pd.Series([float("nan") if x is None else x for x in lest], index=moeter.index)


def _lengde(moeter: pd.DataFrame) -> pd.Series[float]:
    lengde = _timer(moeter, "slutt") - _timer(moeter, "start")
    # past midnight; a meeting that ends as it begins has no length anybody noted
    return lengde.where(lengde >= 0, lengde + 24).where(lengde != 0)


def _vara(moeter: pd.DataFrame) -> pd.Series[float]:
    if not {"motte_vara", "motte"} <= set(moeter.columns):
        return _timer(moeter, "")
    import pandas as pd

    vara = pd.to_numeric(moeter["motte_vara"], errors="coerce")
    motte = pd.to_numeric(moeter["motte"], errors="coerce")
    return (vara / motte).where(motte > 0)


def _kolonne(navn: str) -> Callable[[pd.DataFrame], pd.Series[float]]:
    def les(moeter: pd.DataFrame) -> pd.Series[float]:
        import pandas as pd

        return pd.to_numeric(moeter[navn], errors="coerce") if navn in moeter else _timer(moeter, "")

    return les


def _kveld(moeter: pd.DataFrame) -> pd.Series[float]:
    start = _timer(moeter, "start")
    return (start >= KVELD_FRA).astype(float).where(start.notna())


_SLIK: dict[str, Callable[[pd.DataFrame], pd.Series[float]]] = {
    "moetelengde_maalt": _lengde,
    "vara_andel_maalt": _vara,
    "spoersmaal_per_moete": _kolonne("antall_fo"),
    "saker_per_moete_maalt": _kolonne("antall_saker"),
    "kveldsmoete_andel": _kveld,
}


@maaler(*MOETELISTE)
def measure_moeteliste(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield means over the listed meetings of today, in all and per body of the model."""
    if not grunnlag.er_dagens:
        return
    if grunnlag.moeter is None:
        yield from (ikke_belyst(i, "moeteliste") for i in MOETELISTE)
        return
    navn = {o.navn.casefold(): o.id for o in grunnlag.modell.organer} | {
        o.id: o.id for o in grunnlag.modell.organer
    }
    organ = grunnlag.moeter["organ"].astype(str).str.casefold().map(navn)
    kjente = grunnlag.moeter[organ.notna()]
    for indikator, les in _SLIK.items():
        verdier = les(kjente).dropna()
        if verdier.empty:
            yield ikke_belyst(indikator, "moeteliste")
            continue
        yield _snitt(indikator, verdier, None)
        for organ_id, del_ in verdier.groupby(organ[verdier.index]):
            if len(del_) >= MINSTE_N:
                yield _snitt(indikator, del_, str(organ_id))


def _snitt(indikator: str, verdier: pd.Series[float], organ: str | None) -> Maaling:
    return Maaling(
        indikator=indikator,
        verdi=float(verdier.mean()),
        grunnlag="maalt",
        dimensjon="organ" if organ else None,
        element=organ,
        n=len(verdier),
        kilde="moter.csv",
    )


@maaler("referat_andel")
def measure_referat(grunnlag: Maalegrunnlag) -> Iterator[Maaling]:
    """Yield the share of listed items that only inform (15), by case type; a list without them is not lit."""
    if not grunnlag.er_dagens:
        return
    liste = grunnlag.sakliste
    if liste is None or "sakstype" not in liste or not liste["sakstype"].isin(ORIENTERING).any():
        yield ikke_belyst("referat_andel", "sakliste")
        return
    merket = liste[liste["sakstype"] != ""]
    yield Maaling(
        indikator="referat_andel",
        verdi=float(merket["sakstype"].isin(ORIENTERING).mean()),
        grunnlag="maalt",
        n=len(merket),
        kilde="sakliste.csv",
    )
