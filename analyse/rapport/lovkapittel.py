"""What the law says of each model: what is broken, what must be judged, and what could not be assessed.

The findings were made before they came here; this only sets them out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce

from analyse.modell.lovfunn import Lovfunn, Ordfelt, Setning, Tekstnoekkel
from analyse.rapport.blokker import Antall, Avsnitt, Blokk, Celle, Felt, Navn, Ord, Overskrift, Rekke, Tabell
from analyse.rapport.innhold import del_
from analyse.rapport.sammendrag import modellnavn
from analyse.rapport.tallkilde import Tallkilde

KOLONNER = ("alvor", "paragraf", "organ", "melding", "regel")
KOLONNER_IKKE_VURDERT = ("paragraf", "organ", "mangler", "regel")


def _felt(felt: Ordfelt, id_: str) -> Felt:
    if isinstance(felt, Tekstnoekkel):
        return Ord(noekkel=felt.noekkel)
    if isinstance(felt, tuple):
        return Rekke(ord=tuple(Ord(noekkel=f.noekkel) for f in felt))
    if isinstance(felt, date):
        return felt
    return Antall(id=id_, verdi=felt) if isinstance(felt, int) else Navn(tekst=felt)


def som_ord(setning: Setning, id_: str) -> Ord:
    """Return a sentence as words; each number in it has an id, and the count that decides a plural is one."""
    return Ord(
        noekkel=setning.noekkel,
        felter={
            navn: _felt(felt, f"{id_}__{navn}")
            for navn, felt in setning.felter.items()
            if navn != "maalt" or not isinstance(felt, int)  # the same number stands under `antall`
        },
    )


def _melding(funn: Lovfunn, id_: str) -> Ord:
    ord_ = [som_ord(s, f"{id_}__{nr}") for nr, s in enumerate(funn.setninger)]
    return reduce(lambda a, b: Ord(noekkel="rapport.lov.sammen", felter={"foerst": a, "saa": b}), ord_)


def _lovsted(funn: Lovfunn) -> Ord:
    felter: dict[str, Felt] = {
        "begrep": Ord(noekkel=f"lov.begrep.{funn.begrep}"),
        "lov": Ord(noekkel=f"lov.lovnavn.{funn.lov}"),
        "paragraf": Navn(tekst=funn.paragraf),
    }
    return Ord(noekkel="rapport.lov.krav", felter=felter)


def _organ(funn: Lovfunn) -> Celle:
    return Navn(tekst=funn.organnavn) if funn.organnavn else None


def _funnrad(funn: Lovfunn, id_: str) -> tuple[Celle, ...]:
    slag = Ord(noekkel=f"rapport.lov.{funn.gruppe}", felter={"alvor": Ord(noekkel=f"lov.alvor.{funn.alvor}")})
    return slag, _lovsted(funn), _organ(funn), _melding(funn, id_), Navn(tekst=funn.regel)


def _mangelrad(funn: Lovfunn) -> tuple[Celle, ...]:
    hva = tuple(Ord(noekkel=f"lov.inndata.{i}") for i in funn.mangler) or (Ord(noekkel="rapport.lov.aapent"),)
    mangler = Ord(noekkel="rapport.lov.mangler", felter={"hva": Rekke(ord=hva)})
    return _lovsted(funn), _organ(funn), mangler, Navn(tekst=funn.regel)


def _tabell(kilde: Tallkilde, modell_id: str, navn: str, rader: list[tuple[Celle, ...]]) -> Tabell:
    er_funn = navn == "funn"
    return Tabell(
        id=f"lov_{navn}_{modell_id}",
        tittel=Ord(noekkel=f"rapport.lov.{navn}", felter={"modell": modellnavn(kilde, modell_id)}),
        kolonner=tuple(
            Ord(noekkel=f"rapport.kolonne.{k}") for k in (KOLONNER if er_funn else KOLONNER_IKKE_VURDERT)
        ),
        rader=tuple(rader),
        note=Ord(noekkel="rapport.lov.note" if er_funn else "rapport.lov.note_ikke_vurdert"),
    )


@del_("lovlighet")
def _lovlighet(kilde: Tallkilde) -> Iterator[Blokk]:
    """Yield, for each model, the table of findings and the table of what lacks information."""
    resultat = kilde.resultat
    if resultat.opphav.lovdato is None:
        return
    yield Avsnitt(ord=Ord(noekkel="rapport.lov.innledning", felter={"dato": resultat.opphav.lovdato}))
    for modell_id in resultat.modeller:
        egne = [f for f in resultat.brudd if f.modell == modell_id]
        funnet = [f for f in egne if f.gruppe != "ikke_vurdert"]
        # a route that is told of in parts lacks the same thing once a part
        uvurdert = {(f.regel, f.organ, f.mangler): f for f in egne if f.gruppe == "ikke_vurdert"}.values()
        yield Overskrift(ord=modellnavn(kilde, modell_id))
        if not any(f.gruppe == "brudd" for f in funnet):
            yield Avsnitt(ord=Ord(noekkel="rapport.lov.ingen_brudd"))
        if funnet:
            rader = [_funnrad(f, f"l_{modell_id}__{nr}") for nr, f in enumerate(funnet)]
            yield _tabell(kilde, modell_id, "funn", rader)
        if uvurdert:
            yield _tabell(kilde, modell_id, "ikke_vurdert", [_mangelrad(f) for f in uvurdert])
