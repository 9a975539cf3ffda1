"""What does the overlap figure show? The rows of the measure `overlapp` for one model, pair by pair.

Translation only; a pair without a row has no cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from analyse.figurer.ark import Omtale
from analyse.figurer.maalingsord import Maalt, Rad, build_maalte, join_kilder
from analyse.figurer.overlapp import Overlappcelle, Overlappdata
from analyse.grunn.tekst import Tekst

INDIKATOR, DIMENSJON = "overlapp", "organpar"


def build_overlappdata(
    rader: Iterable[Rad], modell: str, modellnavn: str, organer: Mapping[str, str], tekst: Tekst
) -> Overlappdata:
    """Return the overlap of the bodies of one model; `organer` is id → name in the order they are shown."""
    maalte = {
        element: maalt
        for (m, indikator, dimensjon, element, mot), maalt in build_maalte(rader).items()
        if (m, indikator, dimensjon, mot) == (modell, INDIKATOR, DIMENSJON, None) and element
    }
    med = {organ_id for element in maalte for organ_id in element.split("+")}
    ider = [organ_id for organ_id in organer if organ_id in med]
    par = list(_par(maalte, ider))
    celler = tuple(_celle(rad, kolonne, maalt, tekst) for rad, kolonne, maalt in par)
    tittel = _tittel(celler, tekst)
    navn = [organer[i] for i in ider]
    kilder = join_kilder([maalt for _, _, maalt in par], tekst)
    return Overlappdata(
        omtale=Omtale(
            tittel=tittel,
            undertittel=tekst("figur.overlapp.viser", modell=modellnavn),
            kilde=tekst("figur.orgkart.kilde", kilde=kilder) if kilder else "",
            alt=" ".join(
                [tittel + ".", *(f"{navn[c.rad]} – {navn[c.kolonne]}: {c.tekst} %." for c in celler)]
            ),
        ),
        organer=tuple(navn),
        celler=celler,
        noekkel=(tekst("figur.overlapp.maa"), tekst("figur.overlapp.kan")),
    )


def _par(maalte: Mapping[str, Maalt], ider: Sequence[str]) -> Iterator[tuple[int, int, Maalt]]:
    for element, maalt in maalte.items():
        a, b = (ider.index(organ_id) for organ_id in element.split("+"))
        yield max(a, b), min(a, b), maalt


def _celle(rad: int, kolonne: int, maalt: Maalt, tekst: Tekst) -> Overlappcelle:
    if not maalt.er_belyst:
        return Overlappcelle(rad=rad, kolonne=kolonne, lav=None, hoey=None, tekst=maalt.i_ord(tekst))
    lav, hoey = (maalt.verdi, maalt.verdi) if maalt.verdi is not None else maalt.spenn[0][1:]
    if lav == hoey:
        ender = tekst.tall(100 * (lav or 0.0))
    else:
        ender = f"{tekst.tall(100 * (lav or 0.0))}–{tekst.tall(100 * (hoey or 0.0))}"
    return Overlappcelle(rad=rad, kolonne=kolonne, lav=lav, hoey=hoey, tekst=ender)


def _tittel(celler: Sequence[Overlappcelle], tekst: Tekst) -> str:
    maa = sum(bool(c.lav) for c in celler)
    noekkel = "ingen_par" if not celler else "maa" if maa else "ingen_maa"
    return tekst(f"figur.overlapp.tittel.{noekkel}", antall=maa, alle=len(celler))
