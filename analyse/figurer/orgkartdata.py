"""What does the organisation chart of a structure show? Its bodies as boxes, its elections as lines.

Translation only: sizes, rights and electors stand in the box as the model has them; what it does not say is
said to be missing. Left out: who reports to whom; a line is an election and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analyse.figurer.stil import SLAG
from analyse.grunn.tekst import Tekst
from analyse.modell.organ import ART_ADMINISTRATIV, ART_EKSTERN, ART_PERSON, Organ
from analyse.modell.styringsmodell import Styringsmodell

STATUSER = ("", "uendret", "endret", "ny", "utgaar")  # what becomes of a body; as in modell.diff
_RAAD = ("eldreraad", "funksjonsraad", "ungdomsraad")  # kommuneloven § 5-2 first paragraph: they advise
_UVALGTE = ("administrasjon", "ekstern")  # kinds that nobody in the municipality elects
_HANDLINGER = ("innstiller", "uttaler")  # what a route says a body does without deciding


@dataclass(frozen=True, slots=True, kw_only=True)
class Orgboks:
    """One box: id, name, short texts below the name, kind (a key of stil.SLAG), parent and side group.

    `forelder` is "" for a box that hangs under none; `gruppe` is the heading such a box stands under
    beside the tree, "" in the tree itself. A box with a parent stands where its parent stands.
    `status` says what becomes of the body where two structures are shown: one of `STATUSER`, "" for none.
    """

    id: str
    navn: str
    etiketter: tuple[str, ...] = ()
    slag: str = "folkevalgt"
    forelder: str = ""
    gruppe: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orgkartdata:
    """Everything an organisation chart says, in words.

    Parameters
    ----------
    tittel : the finding, a sentence. undertittel : what is shown. kilde : the line at the foot.
    alt : the chart in words. slagnavn, statusnavn : per kind and status, what the key calls it.
    bokser : in reading order.

    Raises
    ------
    ValueError : an id is used twice, a parent or kind is unknown, or parents run in a circle.
    """

    tittel: str
    undertittel: str
    kilde: str
    alt: str
    bokser: tuple[Orgboks, ...] = ()
    slagnavn: tuple[tuple[str, str], ...] = ()
    statusnavn: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        forelder = {boks.id: boks.forelder for boks in self.bokser}
        if len(forelder) < len(self.bokser):
            raise ValueError("a box id is used twice")
        for boks in self.bokser:
            if boks.slag not in SLAG:
                raise ValueError(f"box {boks.id}: unknown kind {boks.slag!r}; known: {', '.join(SLAG)}")
            if boks.status not in STATUSER:
                raise ValueError(f"box {boks.id}: unknown status {boks.status!r}")
            sti = [boks.id]
            while neste := forelder[sti[-1]]:
                if neste not in forelder:
                    raise ValueError(f"box {sti[-1]}: unknown parent {neste!r}")
                if neste in sti:
                    raise ValueError(f"parents run in a circle: {' → '.join([*sti, neste])}")
                sti.append(neste)

    def under(self, forelder: str) -> tuple[Orgboks, ...]:
        """Return the boxes that hang under one, in reading order."""
        return tuple(boks for boks in self.bokser if boks.forelder == forelder)


def build_orgkartdata(modell: Styringsmodell, tekst: Tekst, *, grunnlag: str) -> Orgkartdata:
    """Return the chart of a structure in the words of one language.

    `grunnlag` is what the sizes rest on: oppgitt for the municipality's own structure, beregnet for ours.

    The administration and what is external stand under headings of their own, whoever appoints them, since
    a line is an election; an elected body whose elector is not stated stands under "Valg ikke oppgitt".
    """
    bokser = tuple(build_orgboks(organ, modell, tekst) for organ in modell.organer)
    brukte = {boks.slag for boks in bokser}
    return Orgkartdata(
        tittel=_tittel(modell, tekst),
        undertittel=" ".join(_undertittel(modell, tekst, grunnlag)),
        kilde=tekst(
            "figur.orgkart.kilde", kilde=modell.kilde or tekst("figur.orgkart.modellen", modell=modell.navn)
        ),
        alt=" ".join(_alt(modell, bokser, tekst)),
        bokser=bokser,
        slagnavn=tuple((slag, tekst(f"figur.slag.{slag}")) for slag in SLAG if slag in brukte),
    )


def build_slag(organ: Organ) -> str:
    """Return the kind a body is drawn as: a key of stil.SLAG."""
    if organ.art in _RAAD:
        return "raad"
    if organ.art in ART_PERSON:
        return "person"
    if organ.art in ART_ADMINISTRATIV:
        return "administrasjon"
    return "ekstern" if organ.art in ART_EKSTERN else "folkevalgt"


def build_orgboks(organ: Organ, modell: Styringsmodell, tekst: Tekst) -> Orgboks:
    """Return the box of one body: where it stands, what it is and what it may do."""
    slag = build_slag(organ)
    gruppe = ""
    forelder = "" if _er_under_andre(organ, modell) else organ.velges_av
    if not forelder and organ.art != "kommunestyre":
        gruppe = tekst(f"figur.orgkart.gruppe.{slag if slag in _UVALGTE else 'uten_velger'}")
    return Orgboks(
        id=organ.id,
        navn=organ.navn,
        etiketter=tuple(_etiketter(organ, modell, tekst)),
        slag=slag,
        forelder=forelder,
        gruppe=gruppe,
    )


def _er_under_andre(organ: Organ, modell: Styringsmodell) -> bool:
    """True for an administrative or external body under one of another kind: appointed, so without a line."""
    slag = build_slag(organ)
    return slag in _UVALGTE and bool(organ.velges_av) and build_slag(modell.organ(organ.velges_av)) != slag


def _etiketter(organ: Organ, modell: Styringsmodell, tekst: Tekst) -> Iterator[str]:
    if organ.medlemmer is None:
        if organ.er_folkevalgt:
            yield tekst("figur.orgkart.medlemmer_mangler")
    elif organ.art not in ART_PERSON:
        yield tekst("figur.orgkart.medlemmer", antall=organ.medlemmer)
    if _er_under_andre(organ, modell):
        yield tekst("figur.orgkart.under", organ=modell.organ(organ.velges_av).navn)
    merker = [tekst(f"figur.orgkart.merke.{merke}") for merke in _merker(organ, modell)]
    if merker:
        yield ", ".join(merker)


def _merker(organ: Organ, modell: Styringsmodell) -> Iterator[str]:
    """Yield what a body may do: decide, as stated for it, and what the routes have it do besides."""
    if organ.vedtaksrett is not None and organ.er_folkevalgt:
        yield "avgjoer" if organ.vedtaksrett else "avgjoer_ikke"
    for handling in _HANDLINGER:
        if any(organ.id in saksgang.med_handling(handling) for saksgang in modell.saksganger):
            yield handling


def _velges(modell: Styringsmodell) -> tuple[Organ, ...]:
    """Return the bodies and persons that somebody in the municipality elects."""
    return tuple(o for o in modell.organer if o.art != "kommunestyre" and build_slag(o) not in _UVALGTE)


def _tittel(modell: Styringsmodell, tekst: Tekst) -> str:
    valgte = _velges(modell)
    velgere = [o.navn for o in modell.organer if any(v.velges_av == o.id for v in valgte)]
    if not valgte:
        return tekst("figur.orgkart.tittel.alene", velger=modell.kommunestyret.navn)
    if not velgere:
        return tekst("figur.orgkart.tittel.ingen_oppgitt")
    if any(not v.velges_av for v in valgte):
        return tekst("figur.orgkart.tittel.noen_uten", velgere=join_med_og(velgere, tekst))
    if len(velgere) == 1:
        return tekst("figur.orgkart.tittel.en_velger", velger=velgere[0])
    return tekst("figur.orgkart.tittel.flere_velgere", velgere=join_med_og(velgere, tekst))


def join_med_og(ledd: Sequence[str], tekst: Tekst) -> str:
    """Return the words as one list: A, B og C."""
    if len(ledd) == 1:
        return ledd[0]
    return tekst("figur.og", foerst=", ".join(ledd[:-1]), sist=ledd[-1])


def _undertittel(modell: Styringsmodell, tekst: Tekst, grunnlag: str) -> Iterator[str]:
    if modell.gjelder_fra:
        yield tekst("figur.orgkart.viser_fra", modell=modell.navn, dato=tekst.dato(modell.gjelder_fra))
    else:
        yield tekst("figur.orgkart.viser", modell=modell.navn)
    yield tekst("figur.orgkart.strek")
    if any(o.er_administrativ and o.velges_av and not _er_under_andre(o, modell) for o in modell.organer):
        yield tekst("figur.orgkart.strek_stiplet")
    if any(o.medlemmer is not None and o.art not in ART_PERSON for o in modell.organer):
        yield tekst("figur.orgkart.medlemstall", grunnlag=tekst(f"begrep.grunnlag.{grunnlag}"))
    if any(o.er_folkevalgt and o.vedtaksrett is None for o in modell.organer):
        yield tekst("figur.orgkart.vedtaksrett_mangler")


def _alt(modell: Styringsmodell, bokser: Sequence[Orgboks], tekst: Tekst) -> Iterator[str]:
    """Yield the chart in words: what stands at the top, then each elector with those it elects."""
    yield tekst("figur.orgkart.alt.innledning", modell=modell.navn)
    grupper = dict.fromkeys(boks.gruppe for boks in bokser if not boks.forelder)
    for gruppe in grupper:
        under = [_i_ord(b) for b in bokser if not b.forelder and b.gruppe == gruppe]
        noekkel = "figur.orgkart.alt.gruppe" if gruppe else "figur.orgkart.alt.oeverst"
        yield tekst(noekkel, gruppe=gruppe, organer=join_med_og(under, tekst))
    for boks in bokser:
        for noekkel, er_administrasjon in (("velger", False), ("under_velger", True)):
            liste = [
                _i_ord(b)
                for b in bokser
                if b.forelder == boks.id and (b.slag == "administrasjon") is er_administrasjon
            ]
            if liste:
                yield tekst(
                    f"figur.orgkart.alt.{noekkel}", velger=boks.navn, organer=join_med_og(liste, tekst)
                )


def _i_ord(boks: Orgboks) -> str:
    return f"{boks.navn} ({', '.join(boks.etiketter)})" if boks.etiketter else boks.navn
