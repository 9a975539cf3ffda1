"""Who may sit in the control committee, and how many must they be? Kommuneloven 2018 § 23-1, § 77 of 1992.

Posts in companies and co-operations are seen where the model has them as a board (`styre`).
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.modell.organ import ART_ADMINISTRATIV, Organ
from analyse.rett.kontekst import RAAD, Kontekst
from analyse.rett.proever import check_minst_av_art, check_utelukket
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler

ART = "kontrollutvalg"
# § 23-1 (3): bodies whose members and deputies are excluded whatever power they have; a board is a company's.
ALLTID = ("formannskap", "kommuneraad", "kommunestyrekomite", "styre", *ART_ADMINISTRATIV)
# Bodies that exclude only where they decide, and those that never do.
ALDRI = ("kommunestyre", ART, *RAAD)


@regel("KL18-23-1-MIN")
def check_minst(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the control committee is large enough."""
    yield from check_minst_av_art(k, "kontrollutvalg_minste", ART)


@regel("KL92-77")
def check_minst_1992(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the control committee was large enough."""
    yield from check_minst_av_art(k, "kontrollutvalg_minste", ART)


@regel("KL18-23-1-KST")
def check_fra_kommunestyret(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether a member of the council sits there; only when all are told of can one be lacking."""
    raadet = k.modell.kommunestyret
    for organ in k.av_art(ART):
        medlemmer = {v.person_id for v in k.faste(raadet.id)}
        felles = {v.person_id for v in k.faste(organ.id)} & medlemmer
        krav = k.verdi("kontrollutvalg_fra_kommunestyret")
        er_holdt = krav.er_oppfylt(len(felles))
        if not er_holdt and (k.ukjente(organ) != 0 or k.ukjente(raadet) != 0):
            yield mangler(organ, "verv.person")
            continue
        yield Utfall(
            svar="holdt" if er_holdt else "brutt",
            organ=organ,
            inndata={"organ.art": organ.art, "verv.organ": organ.id, "verv.person": tuple(sorted(felles))},
            maalt=len(felles),
            krav=krav.tall,
            funn="ingen_fra_kommunestyret",
        )


def _leder_parti(k: Kontekst, organ: Organ) -> str:
    return next((v.parti for v in k.faste(organ.id) if v.rolle == "leder" and v.parti), organ.leder_parti)


def _ordfoererens_parti(k: Kontekst) -> str:
    """Return the mayor's party: by the post, else as leader of the bodies a mayor leads (§ 6-1)."""
    fra_verv = next((v.parti for v in k.med_rolle("ordfoerer") if v.parti), "")
    ledet = k.av_art("ordfoerer", "kommunestyre", "formannskap")
    return fra_verv or next((o.leder_parti for o in ledet if o.leder_parti), "")


@regel("KL18-23-1-LEDER")
def check_leder(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the leader is of another party or list than the mayor; a joint list does not count."""
    for organ in k.av_art(ART):
        leder, ordfoerer = _leder_parti(k, organ), _ordfoererens_parti(k)
        if not leder or not ordfoerer:
            yield mangler(organ, "verv.parti", "organ.leder_parti")
            continue
        yield Utfall(
            svar="holdt" if leder != ordfoerer else "brutt",
            organ=organ,
            inndata={"organ.art": organ.art, "organ.leder_parti": leder, "verv.parti": (leder, ordfoerer)},
            maalt=leder,
            krav=ordfoerer,
            funn="samme_parti",
        )


def _utelukkede(k: Kontekst) -> tuple[frozenset[str], frozenset[str]]:
    """Return who is excluded by another post, and who may be, since a body's power is not told."""
    sikre = {v.person_id for v in (*k.verv(*ALLTID), *k.med_rolle("ordfoerer", "varaordfoerer"))}
    usikre: set[str] = set()
    for organ in (o for o in k.modell.organer if o.er_folkevalgt and o.art not in (*ALLTID, *ALDRI)):
        personer = {v.person_id for v in k.verv(organ_id=organ.id)}
        if organ.vedtaksrett:
            sikre |= personer
        elif organ.vedtaksrett is None:
            usikre |= personer
    return frozenset(sikre), frozenset(usikre - sikre)


@regel("KL18-23-1-UTELUKKET")
def check_utelukkede(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether none in the control committee has a post that excludes from it."""
    utelukket, usikre = _utelukkede(k)
    for organ in k.av_art(ART):
        verv = k.verv(organ_id=organ.id)
        personer = {v.person_id for v in verv}
        if not verv:
            yield mangler(organ, "verv.person")
        elif personer & usikre and not personer & utelukket:
            yield mangler(organ, "organ.vedtaksrett")
        else:
            yield check_utelukket(organ, verv, utelukket, "utelukket_kontrollutvalg")


@regel("KL92-77-KOMITE")
def check_komitemedlemmer_1992(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether no member or deputy of a committee of the council sat in the control committee."""
    i_komite = frozenset(v.person_id for v in k.verv("kommunestyrekomite"))
    for organ in k.av_art(ART):
        verv = k.verv(organ_id=organ.id)
        yield (
            check_utelukket(organ, verv, i_komite, "komitemedlem") if verv else mangler(organ, "verv.person")
        )
