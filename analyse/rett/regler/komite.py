"""What must the council's committees (komiteer) be? Kommuneloven 2018 § 5-9, and § 10 a of 1992.

Whether the member of the council in the control committee may stand outside them is an open question.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.modell.organ import Organ
from analyse.modell.verv import Verv
from analyse.rett.kontekst import Kontekst
from analyse.rett.proever import check_minst_av_art, check_uten_vedtaksrett
from analyse.rett.regelregister import regel
from analyse.rett.utfall import Utfall, mangler

KOMITE = "kommunestyrekomite"
OG_KONTROLLUTVALG = "komite_og_kontrollutvalg"
UNNTATTE = 1  # § 5-9 (2): the mayor may be exempt


@regel("KL18-5-9-MIN")
def check_minst(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether every committee is large enough."""
    yield from check_minst_av_art(k, "komite_minste", KOMITE)


@regel("KL18-5-9-NOVEDTAK")
def check_avgjoer_ikke(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether every committee only prepares."""
    yield from (check_uten_vedtaksrett(k, o) for o in k.av_art(KOMITE))


@regel("KL92-10A")
def check_avgjoer_ikke_1992(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether every committee only prepared, as a way of working before 2007 and as a body after."""
    yield from (check_uten_vedtaksrett(k, o) for o in k.av_art(KOMITE))


def _check_personer(k: Kontekst, komiteer: tuple[Organ, ...]) -> Utfall:
    """Return whether every member of the council that the posts tell of is in a committee."""
    i_komite = {v.person_id for v in k.verv(KOMITE) if v.rolle != "vara"}
    ordfoerere = {v.person_id for v in k.med_rolle("ordfoerer")}
    i_kontrollutvalget = {v.person_id for v in k.verv("kontrollutvalg")}
    raadet = k.modell.kommunestyret
    utenfor = tuple(
        p for v in k.faste(raadet.id) if (p := v.person_id) not in i_komite and p not in ordfoerere
    )
    uvisse = [n for o in komiteer if (n := k.ukjente(o)) is None or n > 0]
    if utenfor and uvisse:
        return mangler(raadet, "verv.person")
    uavklart = bool(utenfor) and set(utenfor) <= i_kontrollutvalget
    return Utfall(
        svar="ikke_vurdert" if uavklart else "brutt" if utenfor else "holdt",
        organ=raadet,
        inndata={"organ.art": KOMITE, "verv.person": utenfor, "verv.organ": tuple(o.id for o in komiteer)},
        maalt=len(utenfor),
        krav=0,
        funn="utenfor_komiteene",
        aapne=(OG_KONTROLLUTVALG,) if uavklart else (),
    )


def _check_plasser(k: Kontekst, komiteer: tuple[Organ, ...]) -> Utfall:
    """Return whether the committees have room for every member of the council but the mayor."""
    raadet = k.modell.kommunestyret
    stoerrelser = [o.medlemmer for o in komiteer if o.medlemmer is not None]
    if raadet.medlemmer is None or len(stoerrelser) < len(komiteer):
        return mangler(raadet, "organ.medlemmer")
    krav, plasser = raadet.medlemmer - UNNTATTE, sum(stoerrelser)
    i_kontrollutvalget = k.verdi("kontrollutvalg_fra_kommunestyret").tall
    uavklart = krav - i_kontrollutvalget <= plasser < krav
    return Utfall(
        svar="holdt" if plasser >= krav else "ikke_vurdert" if uavklart else "brutt",
        organ=raadet,
        inndata={"organ.art": KOMITE, "organ.medlemmer": tuple(stoerrelser)},
        maalt=plasser,
        krav=krav,
        funn="for_faa_komiteplasser",
        aapne=(OG_KONTROLLUTVALG,) if uavklart else (),
    )


@regel("KL18-5-9-ALLE")
def check_alle_er_med(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether the whole council is in committees, by their sizes and the posts that are told."""
    komiteer = k.av_art(KOMITE)
    if not komiteer:
        return
    yield _check_plasser(k, komiteer)
    if k.verv(KOMITE) and k.faste(k.modell.kommunestyret.id):
        yield _check_personer(k, komiteer)


def _kvinner(verv: tuple[Verv, ...]) -> int:
    return sum(v.kjoenn == "K" for v in verv)


@regel("KL18-5-9-KJONN")
def check_kjoenn(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether each committee mirrors the council's genders to less than one person (our reading)."""
    raadet = k.modell.kommunestyret
    alle = k.faste(raadet.id)
    for organ in k.av_art(KOMITE):
        verv = k.faste(organ.id)
        if not alle or not verv or k.ukjente(raadet) != 0 or k.ukjente(organ) != 0:
            yield mangler(organ, "verv.person")
        elif not all(v.kjoenn for v in (*alle, *verv)):
            yield mangler(organ, "verv.kjoenn")
        else:
            # whole numbers: |women/n − council's women/N| · n < 1
            avvik = abs(_kvinner(verv) * len(alle) - _kvinner(alle) * len(verv))
            yield Utfall(
                svar="holdt" if avvik < len(alle) else "brutt",
                organ=organ,
                inndata={"organ.art": organ.art, "verv.kjoenn": "".join(v.kjoenn for v in verv)},
                maalt=_kvinner(verv),
                krav=round(_kvinner(alle) * len(verv) / len(alle)),
                funn="kjoenn_i_komite",
                felter={"av": len(verv)},
            )
