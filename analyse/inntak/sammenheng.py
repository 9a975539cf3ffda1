"""What is wrong between the parts of a record whose types are right: ranges, parties, routes, circles, sums.

Runs on the raw record, so that every fault is told with its place; `tolking` builds nothing before this is
silent. Left out on purpose: the law.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from analyse.grunn.feil import Funn, vis_verdi
from analyse.grunn.feiltekst import TEKSTMERKE, naermeste
from analyse.inntak.raa import UKJENT, RaaKommune, RaaModellfil, RaaOrgan, RaaSaksgang, RaaVerv
from analyse.inntak.toml import Loc
from analyse.modell.organ import TALLFELT, Organ
from analyse.modell.saksgang import HANDLINGER, Saksgang, Steg, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell, finn_brudd
from analyse.modell.verv import KJOENN

Sted = Callable[[Loc], str]
# The roles that are a seat, or stand in for one; a mayor or group leader has a seat besides.
PLASSROLLER = ("leder", "nestleder", "medlem", "vara")
DAGENS = "dagens"  # id of today's model
_STI = re.compile(r"([a-z_]+)|\[(\d+)\]")


def som_loc(sti: str) -> Loc:
    """Return a dotted path as a tuple: organ[2].velges_av → ("organ", 2, "velges_av")."""
    return tuple(m[1] or int(m[2]) for m in _STI.finditer(sti))


def check_kommune(raa: RaaKommune, sted: Sted) -> Iterator[Funn]:
    """Yield what is wrong with a municipality beyond its types."""
    sifre = 2 if raa.nivaa == "fylkeskommune" else 4
    if raa.nummer and not (raa.nummer.isascii() and raa.nummer.isdigit() and len(raa.nummer) == sifre):
        yield Funn(
            kode="IN-026",
            sted=sted(("kommune", "nummer")),
            felter={"funnet": vis_verdi(raa.nummer), "sifre": str(sifre)},
        )
    for nr, parti in enumerate(raa.posisjon or ()):
        if raa.mandater and parti not in raa.mandater:
            yield _ukjent_parti(parti, list(raa.mandater), sted(("kommune", "posisjon", nr)))
    for tabell, noekkel, poster in (
        ("tall", "id", raa.tall),
        ("saksmengde", "sakstype", raa.saksmengde),
    ):
        sett: set[str] = set()
        for nr, post in enumerate(poster):
            navn = str(getattr(post, noekkel))
            if navn in sett:
                felter = {"funnet": vis_verdi(navn)}
                yield Funn(kode="IN-031", sted=sted(("kommune", tabell, nr, noekkel)), felter=felter)
            sett.add(navn)
            yield from _check_tall(
                navn,
                post.verdi,
                post.lav,
                post.hoey,
                partial(sted, ("kommune", tabell, nr, "verdi")),
            )


def _ukjent_parti(parti: str, kjente: list[str], sted: str) -> Funn:
    felter = {"funnet": vis_verdi(parti), "lovlige": ", ".join(kjente), "naermeste": naermeste(parti, kjente)}
    return Funn(kode="IN-025", sted=sted, felter=felter)


def check_modell(raa: RaaModellfil, partier: list[str], sted: Sted) -> Iterator[Funn]:
    """Yield what is wrong inside records beyond their types: ranges, routes, unknown parties."""
    for nr, organ in enumerate(raa.organ):
        om_stoerrelsen = organ.opplysning.get("medlemmer")
        if om_stoerrelsen and (om_stoerrelsen.lav, om_stoerrelsen.hoey) != (None, None):
            plass = sted(("organ", nr, "opplysning", "medlemmer"))
            yield Funn(kode="IN-035", sted=plass, felter={"felt": f"{TEKSTMERKE}inntak.organ.medlemmer"})
        for felt in TALLFELT:
            yield from _check_spenn(organ, nr, felt, sted)
        yield from _check_sammensetning(organ, nr, raa.kommune, partier, sted)
        if partier and organ.leder_parti and organ.leder_parti not in partier:
            yield _ukjent_parti(organ.leder_parti, partier, sted(("organ", nr, "leder_parti")))
    for nr, verv in enumerate(raa.verv):
        if partier and verv.parti and verv.parti not in partier:
            yield _ukjent_parti(verv.parti, partier, sted(("verv", nr, "parti")))
        if verv.fra and verv.til and verv.til < verv.fra:
            felter = {"fra": str(verv.fra), "til": str(verv.til)}
            yield Funn(kode="IN-027", sted=sted(("verv", nr, "til")), felter=felter)
    yield from _check_doble_verv(raa.verv, sted)
    yield from _check_delegasjonsring(raa, sted)
    yield from _check_mandatsum(raa, sted)
    for nr, delegasjon in enumerate(raa.delegasjon):
        if delegasjon.fra == delegasjon.til:
            yield Funn(kode="IN-028", sted=sted(("delegasjon", nr, "til")), felter={"funnet": delegasjon.til})
    for nr, saksgang in enumerate(raa.saksgang):
        yield from _check_saksgang(saksgang, nr, sted)


def _check_mandatsum(raa: RaaModellfil, sted: Sted) -> Iterator[Funn]:
    """Yield today's council where its size is not the sum of the seats; an alternative may have another."""
    if raa.modell.id != DAGENS or raa.kommune is None or not raa.kommune.mandater:
        return
    mandater = sum(raa.kommune.mandater.values())
    for nr, organ in enumerate(raa.organ):
        if organ.art == "kommunestyre" and organ.medlemmer not in (UKJENT, mandater):
            felter = {"medlemmer": str(organ.medlemmer), "mandater": str(mandater)}
            yield Funn(kode="IN-030", sted=sted(("organ", nr, "medlemmer")), felter=felter)


def _check_sammensetning(
    organ: RaaOrgan, nr: int, kommune: RaaKommune | None, partier: list[str], sted: Sted
) -> Iterator[Funn]:
    """Yield groups that there are none of, and sorts whose groups are more than the body."""
    kjente: Mapping[str, list[str]] = {
        "parti": partier,
        "kjoenn": list(KJOENN),
        "tidligere_kommune": list(kommune.tidligere_kommuner) if kommune else [],
    }
    for slag, grupper in organ.sammensetning.items():
        lovlige = kjente.get(slag, [])
        for gruppe in grupper:
            if not lovlige or gruppe in lovlige:
                continue
            plass = sted(("organ", nr, "sammensetning", slag, gruppe))
            if slag == "parti":
                yield _ukjent_parti(gruppe, lovlige, plass)
            else:
                felter = {"funnet": vis_verdi(gruppe), "lovlige": ", ".join(lovlige)}
                yield Funn(
                    kode="IN-013", sted=plass, felter=felter | {"naermeste": naermeste(gruppe, lovlige)}
                )
        if organ.medlemmer != UKJENT and sum(grupper.values()) > int(organ.medlemmer):
            felter = {"sum": str(sum(grupper.values())), "medlemmer": str(organ.medlemmer)}
            yield Funn(kode="IN-033", sted=sted(("organ", nr, "sammensetning", slag)), felter=felter)


def _check_doble_verv(alle: list[RaaVerv], sted: Sted) -> Iterator[Funn]:
    """Yield posts of a person who already has one in the same body at the same time."""
    for nr, verv in enumerate(alle):
        for tidligere in range(nr):
            annet = alle[tidligere]
            samme = (annet.person, annet.organ) == (verv.person, verv.organ)
            samme = samme and {annet.rolle, verv.rolle} <= set(PLASSROLLER)
            avloest = (annet.til and verv.fra and annet.til <= verv.fra) or (
                verv.til and annet.fra and verv.til <= annet.fra
            )
            if samme and not avloest:
                felter = {"person": vis_verdi(verv.person), "annen": sted(("verv", tidligere, "person"))}
                yield Funn(kode="IN-032", sted=sted(("verv", nr, "person")), felter=felter)
                break


def _check_delegasjonsring(raa: RaaModellfil, sted: Sted) -> Iterator[Funn]:
    """Yield each circle of delegations once, at the first of its rows."""
    videre: dict[str, list[str]] = {}
    for d in raa.delegasjon:
        if d.fra != d.til:  # told as delegating to itself
            videre.setdefault(d.fra, []).append(d.til)
    meldt: set[frozenset[str]] = set()
    for nr, d in enumerate(raa.delegasjon):
        sti = _finn_sti(d.til, d.fra, videre) if d.fra != d.til else []
        if sti and frozenset(sti) not in meldt:
            meldt.add(frozenset(sti))
            felter = {"funnet": " → ".join([d.fra, *sti])}
            yield Funn(kode="IN-034", sted=sted(("delegasjon", nr, "til")), felter=felter)


def _finn_sti(fra: str, til: str, videre: Mapping[str, list[str]]) -> list[str]:
    """Return a way along the delegations, both ends with it; [] where there is none."""
    kommet: dict[str, list[str]] = {fra: [fra]}
    koe = [fra]
    while koe:
        her = koe.pop(0)
        if her == til:
            return kommet[her]
        for neste in videre.get(her, ()):
            if neste not in kommet:
                kommet[neste] = [*kommet[her], neste]
                koe.append(neste)
    return []


def _check_spenn(organ: RaaOrgan, nr: int, felt: str, sted: Sted) -> Iterator[Funn]:
    opplysning = organ.opplysning.get(felt)
    if opplysning is None:
        return
    yield from _check_tall(
        felt,
        getattr(organ, felt),
        opplysning.lav,
        opplysning.hoey,
        lambda: sted(("organ", nr, "opplysning", felt)),
    )


def _check_tall(
    felt: str, verdi: float | None, lav: float | None, hoey: float | None, sted: Callable[[], str]
) -> Iterator[Funn]:
    # the place is looked up only for a fault: it costs a reading of the whole file
    if (lav is None) != (hoey is None) or (verdi is None and lav is not None):
        yield Funn(kode="IN-015", sted=sted(), felter={"felt": felt})
    elif verdi is not None and lav is not None and hoey is not None and not lav <= verdi <= hoey:
        felter = {"verdi": f"{verdi:g}", "lav": f"{lav:g}", "hoey": f"{hoey:g}"}
        yield Funn(kode="IN-016", sted=sted(), felter=felter)


def _check_saksgang(saksgang: RaaSaksgang, nr: int, sted: Sted) -> Iterator[Funn]:
    for trinn_nr, trinn in enumerate(saksgang.trinn):
        try:
            parse_trinn(trinn)
        except ValueError:
            felter = {"funnet": vis_verdi(trinn), "lovlige": ", ".join(HANDLINGER)}
            yield Funn(kode="IN-017", sted=sted(("saksgang", nr, "trinn", trinn_nr)), felter=felter)
    if saksgang.opphold_dager and len(saksgang.opphold_dager) != len(saksgang.trinn):
        felter = {"opphold": str(len(saksgang.opphold_dager)), "trinn": str(len(saksgang.trinn))}
        yield Funn(kode="IN-029", sted=sted(("saksgang", nr, "opphold_dager")), felter=felter)


class _Uproevd(Styringsmodell):
    """A model whose structure is not yet proven, so that every fault of it can be reported at once."""

    __slots__ = ()

    def __post_init__(self) -> None:
        """Leave the checks to `check_struktur`."""


def check_struktur(raa: RaaModellfil, sted: Sted) -> Iterator[Funn]:
    """Yield what is wrong between the records: ids, circles, shares; unknown bodies are told elsewhere.

    A skeleton is checked, so that a fault inside a record does not hide those between them.
    """
    skjelett = _Uproevd(
        id=raa.modell.id,
        navn=raa.modell.navn,
        styreform=raa.modell.styreform,
        organer=tuple(
            Organ(id=o.id, navn=o.navn, art=o.art, medlemmer=None, velges_av=o.velges_av) for o in raa.organ
        ),
        saksganger=tuple(
            Saksgang(
                sakstype=s.sakstype,
                trinn=((Steg(organ_id=raa.organ[0].id, handling=HANDLINGER[0]),),),
                andel=s.andel,
            )
            for s in raa.saksgang
        ),
    )
    for brudd in finn_brudd(skjelett):
        if brudd.kode != "IN-022":
            felter = {"funnet": vis_verdi(brudd.funnet)}
            if brudd.kode == "IN-021":
                foerste = next(nr for nr, o in enumerate(raa.organ) if o.id == brudd.funnet)
                felter["annen"] = sted(("organ", foerste, "id"))
            yield Funn(kode=brudd.kode, sted=sted(som_loc(brudd.sti)), felter=felter)
