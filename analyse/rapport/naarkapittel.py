"""When each model can be in place: the conclusion, the steps, what must wait, and the way back.

The cards were made before they came here; this only sets them out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from analyse.modell.lovfunn import Setning
from analyse.modell.naarkort import Naarkort, Naarsteg
from analyse.rapport.blokker import Avsnitt, Blokk, Celle, Navn, Ord, Overskrift, Punkter, Tabell
from analyse.rapport.innhold import del_
from analyse.rapport.lovkapittel import som_ord
from analyse.rapport.sammendrag import modellnavn
from analyse.rapport.tallkilde import Tallkilde

KOLONNER = ("steg", "flertall", "tidligst", "frist", "paragraf")


@del_("naar")
def _naar(kilde: Tallkilde) -> Iterator[Blokk]:
    kortene = kilde.resultat.naarkort
    if not kortene:
        yield Avsnitt(ord=Ord(noekkel="lov_naar.ingen_alternativer"))
        return
    dato = next(iter(kortene.values())).dato
    yield Avsnitt(ord=Ord(noekkel="lov_naar.innledning", felter={"dato": dato}))
    for modell_id, kort in kortene.items():
        yield Overskrift(ord=modellnavn(kilde, modell_id))
        yield from _kort(kilde, kort)


def _kort(kilde: Tallkilde, kort: Naarkort) -> Iterator[Blokk]:
    rot = f"n_{kort.modell}"
    for nr, setning in enumerate((kort.svar, *kort.for_sent)):
        yield Avsnitt(ord=som_ord(setning, f"{rot}__svar_{nr}"))
    if kort.steg:
        yield Tabell(
            id=f"naar_{kort.modell}",
            tittel=Ord(noekkel="lov_naar.tabell", felter={"modell": modellnavn(kilde, kort.modell)}),
            kolonner=tuple(Ord(noekkel=f"lov_naar.kolonne.{k}") for k in KOLONNER),
            rader=tuple(_rad(steg, f"{rot}__steg_{nr}") for nr, steg in enumerate(kort.steg)),
            note=Ord(noekkel="lov_naar.note"),
        )
    for gruppe in ("naa", "venter", "tilbake"):
        setninger: tuple[Setning, ...] = getattr(kort, gruppe)
        if setninger:
            yield Avsnitt(ord=Ord(noekkel=f"lov_naar.{gruppe}_tittel"))
            punkter = (som_ord(s, f"{rot}__{gruppe}_{nr}") for nr, s in enumerate(setninger))
            yield Punkter(punkter=tuple(punkter))


def _rad(steg: Naarsteg, id_: str) -> tuple[Celle, ...]:
    flertall = Ord(noekkel=f"lov_naar.flertall.{steg.flertall}") if steg.flertall else None
    lov = Ord(noekkel=f"lov.lovnavn.{steg.lov}")
    hvor = Ord(noekkel="lov_naar.hvor", felter={"lov": lov, "paragraf": Navn(tekst=steg.paragraf)})
    return som_ord(steg.hva, id_), flertall, _dag(steg.tidligst), _dag(steg.frist), hvor


def _dag(dag: date | None) -> Celle:
    return None if dag is None else Ord(noekkel="lov_naar.paa_dagen", felter={"dag": dag})
