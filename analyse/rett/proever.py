"""What many rules ask: is a body large enough, who elects it, what may it be given, how are the genders?

Two principles. A ban is tried on the posts that are told of; a demand that someone be there is only broken
where those who are not told of could not fill it. A field that was not given is never taken for a no.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyse.modell.delegasjon import Delegasjon
from analyse.modell.lovfunn import Tekstnoekkel
from analyse.modell.organ import ART_ADMINISTRATIV, Organ
from analyse.modell.verv import KJOENN, Verv
from analyse.rett.kontekst import Kontekst
from analyse.rett.utfall import Utfall, mangler

# With one seat both genders cannot be there: the rule on three or fewer is read from two (an open question).
MINST_FOR_BEGGE = 2


def artsnavn(*arter: str) -> tuple[Tekstnoekkel, ...]:
    """Return the names of kinds of bodies, to be printed."""
    return tuple(Tekstnoekkel(noekkel=f"begrep.art.{art}") for art in arter)


def check_minst(organ: Organ, minst: int) -> Utfall:
    """Return whether a body has at least so many members."""
    if organ.medlemmer is None:
        return mangler(organ, "organ.medlemmer")
    return Utfall(
        svar="holdt" if organ.medlemmer >= minst else "brutt",
        organ=organ,
        inndata={"organ.art": organ.art, "organ.medlemmer": organ.medlemmer},
        maalt=organ.medlemmer,
        krav=minst,
        funn="for_faa",
    )


def check_minst_av_art(k: Kontekst, verdi_id: str, *arter: str) -> Iterator[Utfall]:
    """Yield, for each body of the kinds, whether it is as large as the law's figure."""
    for organ in k.av_art(*arter):
        yield check_minst(organ, k.verdi(verdi_id).tall)


def check_velger(k: Kontekst, organ: Organ, *lovlige: str) -> Utfall:
    """Return whether a body is elected by a body of a lawful kind."""
    if not organ.velges_av:
        return mangler(organ, "organ.velges_av")
    art = k.art(organ.velges_av)
    return Utfall(
        svar="holdt" if art in lovlige else "brutt",
        organ=organ,
        inndata={"organ.art": organ.art, "organ.velges_av": organ.velges_av},
        maalt=art,
        krav=lovlige[0],
        funn="feil_velger",
        felter={"velger": k.modell.organ(organ.velges_av).navn},
    )


def _om_delegasjon(k: Kontekst, d: Delegasjon) -> dict[str, object]:
    return {
        "delegasjon.fra": d.fra,
        "delegasjon.til": d.til,
        "delegasjon.sakstyper": d.sakstyper,
        "delegasjon.prinsipielle": d.prinsipielle,
        "organ.art": k.art(d.til),
    }


def check_reservert(k: Kontekst, d: Delegasjon) -> Utfall:
    """Return whether a delegation leaves alone what only the council itself may decide."""
    for_kommunestyret = sorted(k.reserverte() & set(d.sakstyper))
    return Utfall(
        svar="brutt" if for_kommunestyret else "holdt",
        organ=k.modell.organ(d.til),
        inndata=_om_delegasjon(k, d),
        maalt=", ".join(d.sakstyper),
        krav=", ".join(sorted(k.reserverte())),
        funn="reservert",
        felter={"sakstyper": tuple(Tekstnoekkel(noekkel=f"sakstype.{s}") for s in for_kommunestyret)},
    )


def check_prinsipielle(k: Kontekst, d: Delegasjon) -> Utfall:
    """Return whether a delegation leaves out matters of principle; which cases are, is judged each time."""
    return Utfall(
        svar="brutt" if d.prinsipielle else "holdt",
        organ=k.modell.organ(d.til),
        inndata=_om_delegasjon(k, d),
        funn="prinsipielle",
        er_skjoenn=not d.prinsipielle,
    )


def check_mottaker(k: Kontekst, d: Delegasjon, lovlige: Sequence[str]) -> Utfall:
    """Return whether power is handed to a kind of body that may have it."""
    art = k.art(d.til)
    return Utfall(
        svar="holdt" if art in lovlige else "brutt",
        organ=k.modell.organ(d.til),
        inndata=_om_delegasjon(k, d),
        maalt=art,
        funn="feil_mottaker",
    )


def check_uten_vedtaksrett(k: Kontekst, organ: Organ) -> Utfall:
    """Return whether a body that only prepares or advises is kept from deciding."""
    vedtar = any(organ.id in s.med_handling("vedtar") for s in k.saksganger())
    har_faatt = any(d.til == organ.id for d in k.delegasjoner())
    if organ.vedtaksrett is None and not vedtar and not har_faatt:
        return mangler(organ, "organ.vedtaksrett")
    avgjoer = bool(organ.vedtaksrett) or vedtar or har_faatt
    return Utfall(
        svar="brutt" if avgjoer else "holdt",
        organ=organ,
        inndata={
            "organ.art": organ.art,
            "organ.vedtaksrett": organ.vedtaksrett,
            "delegasjon.til": tuple(d.fra for d in k.delegasjoner() if d.til == organ.id),
            "saksgang.trinn": tuple(
                s.sakstype for s in k.saksganger() if organ.id in s.med_handling("vedtar")
            ),
        },
        funn="avgjoer",
    )


def kjoennskrav(k: Kontekst, antall: int) -> int:
    """Return how many of each gender the 2018 Act demands among so many."""
    if k.verdi("kjoenn_grense").er_oppfylt(antall):
        return k.verdi("kjoenn_andel").minste_antall(antall)
    return 1 if antall >= MINST_FOR_BEGGE else 0


def check_kjoenn(
    organ: Organ, verv: Sequence[Verv], antall: int, krav: int, *, er_mykt: bool = False
) -> Utfall:
    """Return whether each gender has its part of so many seats, as far as the posts tell.

    Parameters
    ----------
    verv : the posts that are told of, at most `antall`. er_mykt : the demand holds as far as is possible.
    """
    per_kjoenn = {kjoenn: sum(v.kjoenn == kjoenn for v in verv) for kjoenn in KJOENN}
    ukjente = max(0, antall - sum(per_kjoenn.values()))
    faerrest = min(per_kjoenn.values())
    if faerrest < krav <= faerrest + ukjente:
        return mangler(organ, "verv.kjoenn")
    er_for_faa = faerrest < krav
    return Utfall(
        svar="holdt" if not er_for_faa else "ikke_vurdert" if er_mykt else "brutt",
        organ=organ,
        inndata={
            "organ.art": organ.art,
            "organ.medlemmer": organ.medlemmer,
            "organ.velges_av": organ.velges_av,
            "verv.organ": organ.id,
            "verv.person": tuple(v.person_id for v in verv),
            "verv.kjoenn": "".join(v.kjoenn for v in verv),
        },
        maalt=faerrest,
        krav=krav,
        funn="kjoenn_mykt" if er_mykt else "kjoenn",
        felter={"av": antall},
        er_skjoenn=er_for_faa and er_mykt,
    )


def check_utelukket(organ: Organ, verv: Sequence[Verv], utelukket: frozenset[str], funn: str) -> Utfall:
    """Return whether none of those who hold the posts is excluded; pseudonyms only in the receipt."""
    rammet = tuple(dict.fromkeys(v.person_id for v in verv if v.person_id in utelukket))
    return Utfall(
        svar="brutt" if rammet else "holdt",
        organ=organ,
        inndata={
            "organ.art": organ.art,
            "organ.vedtaksrett": organ.vedtaksrett,
            "verv.organ": organ.id,
            "verv.person": rammet or tuple(dict.fromkeys(v.person_id for v in verv)),
            "verv.rolle": tuple(v.rolle for v in verv if v.person_id in utelukket or not rammet),
        },
        maalt=len(rammet),
        krav=0,
        funn=funn,
    )


def i_lederstilling(k: Kontekst) -> frozenset[str]:
    """Return those in a post that excludes from elected office, as far as the model shows such posts.

    Anyone in the chief executive's own body, the head of an administrative unit, and the state
    administrator with a deputy. A staff member without such a post is not among them.
    """
    ledere = ("leder", "nestleder")
    verv = k.verv(*ART_ADMINISTRATIV, "statsforvalter")
    return frozenset(
        v.person_id
        for v in verv
        if (art := k.art(v.organ_id)) == "kommunedirektoer"
        or (art == "etat" and v.rolle == "leder")
        or (art == "statsforvalter" and v.rolle in ledere)
    )


def check_er_blant(
    k: Kontekst, organ: Organ, verv: Sequence[Verv], opphav: Organ, funn: str
) -> Iterator[Utfall]:
    """Yield whether those who hold the posts are members of another body; one that is not told of may be."""
    medlemmer = {v.person_id for v in k.faste(opphav.id)}
    utenfor = tuple(dict.fromkeys(v.person_id for v in verv if v.person_id not in medlemmer))
    ukjente = k.ukjente(opphav)
    vara = {v.person_id for v in k.verv(organ_id=opphav.id)} - medlemmer
    if utenfor and not vara & set(utenfor) and (ukjente is None or ukjente >= len(utenfor)):
        yield mangler(organ, "verv.person")
        return
    yield Utfall(
        svar="brutt" if utenfor else "holdt",
        organ=organ,
        inndata={
            "organ.art": organ.art,
            "organ.velges_av": organ.velges_av,
            "organ.valgbare": organ.valgbare,
            "modell.styreform": k.modell.styreform,
            "verv.organ": organ.id,
            "verv.person": utenfor or tuple(dict.fromkeys(v.person_id for v in verv)),
            "verv.rolle": tuple(v.rolle for v in verv),
        },
        maalt=len(utenfor),
        krav=0,
        funn=funn,
        felter={"blant": opphav.navn},
    )
