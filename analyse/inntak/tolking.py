"""From validated raw records to the project's values, and the checks that span records.

Used alike for model files and the workbook; `sted` turns a path in the record into a place in the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from analyse.grunn.feil import Funn, UgyldigeData, vis_verdi
from analyse.grunn.feiltekst import naermeste
from analyse.inntak.melding import build_funn
from analyse.inntak.raa import UKJENT, RaaKommune, RaaModellfil, RaaOrgan, RaaSaksgang
from analyse.inntak.referanser import check_referanser
from analyse.inntak.reparasjon import build_lesbar
from analyse.inntak.toml import Loc
from analyse.modell.delegasjon import Delegasjon
from analyse.modell.kommune import Kommune, Valg
from analyse.modell.organ import TALLFELT, Opplysning, Organ
from analyse.modell.saksgang import HANDLINGER, Saksgang, Steg, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell, finn_brudd
from analyse.modell.verv import Verv

Sted = Callable[[Loc], str]
_STI = re.compile(r"([a-z_]+)|\[(\d+)\]")


def som_loc(sti: str) -> Loc:
    """Return a dotted path as a tuple: organ[2].velges_av → ("organ", 2, "velges_av")."""
    return tuple(m[1] or int(m[2]) for m in _STI.finditer(sti))


def validate_modellfil(data: dict[str, Any], sted: Sted, partier: Sequence[str] = ()) -> RaaModellfil:
    """Return the raw record.

    Raises
    ------
    UgyldigeData : every key and value that does not fit, and what else can be seen to be wrong, each with its
        place.
    """
    try:
        return RaaModellfil.model_validate(data)
    except ValidationError as feil:
        funn = [*build_funn(feil, RaaModellfil, sted), *check_referanser(data, sted)]
        if (lesbar := build_lesbar(data, feil)) is not None:
            egne = list(lesbar.kommune.mandater) if lesbar.kommune else []
            funn += check_kommune(lesbar.kommune, sted) if lesbar.kommune else ()
            # half a range is what is left where the other half was the fault
            funn += (f for f in check_modell(lesbar, egne or list(partier), sted) if f.kode != "IN-015")
        raise UgyldigeData(funn) from feil


def build_kommune(raa: RaaKommune) -> Kommune:
    """Return the municipality of a checked record."""
    return Kommune(
        navn=raa.navn,
        innbyggere=raa.innbyggere,
        nummer=raa.nummer,
        nivaa=raa.nivaa,
        mandater=dict(raa.mandater),
        valg=tuple(
            Valg(aar=v.aar, type=v.type, stemmer=dict(v.stemmer))
            for v in sorted(raa.valg, key=lambda v: -v.aar)
        ),
        posisjon=None if raa.posisjon is None else tuple(raa.posisjon),
        oppdiktet=raa.oppdiktet,
    )


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


def _ukjent_parti(parti: str, kjente: list[str], sted: str) -> Funn:
    felter = {"funnet": vis_verdi(parti), "lovlige": ", ".join(kjente), "naermeste": naermeste(parti, kjente)}
    return Funn(kode="IN-025", sted=sted, felter=felter)


def check_modell(raa: RaaModellfil, partier: list[str], sted: Sted) -> Iterator[Funn]:
    """Yield what is wrong inside records beyond their types: ranges, routes, unknown parties."""
    for nr, organ in enumerate(raa.organ):
        for felt in TALLFELT:
            yield from _check_spenn(organ, felt, sted(("organ", nr, "opplysning", felt)))
        if partier and organ.leder_parti and organ.leder_parti not in partier:
            yield _ukjent_parti(organ.leder_parti, partier, sted(("organ", nr, "leder_parti")))
    for nr, verv in enumerate(raa.verv):
        if partier and verv.parti and verv.parti not in partier:
            yield _ukjent_parti(verv.parti, partier, sted(("verv", nr, "parti")))
        if verv.fra and verv.til and verv.til < verv.fra:
            felter = {"fra": str(verv.fra), "til": str(verv.til)}
            yield Funn(kode="IN-027", sted=sted(("verv", nr, "til")), felter=felter)
    for nr, delegasjon in enumerate(raa.delegasjon):
        if delegasjon.fra == delegasjon.til:
            yield Funn(kode="IN-028", sted=sted(("delegasjon", nr, "til")), felter={"funnet": delegasjon.til})
    for nr, saksgang in enumerate(raa.saksgang):
        yield from _check_saksgang(saksgang, nr, sted)


def _check_spenn(organ: RaaOrgan, felt: str, sted: str) -> Iterator[Funn]:
    opplysning = organ.opplysning.get(felt)
    if opplysning is None:
        return
    verdi, lav, hoey = getattr(organ, felt), opplysning.lav, opplysning.hoey
    if (lav is None) != (hoey is None) or (verdi is None and lav is not None):
        yield Funn(kode="IN-015", sted=sted, felter={"felt": felt})
    elif lav is not None and hoey is not None and not lav <= verdi <= hoey:
        felter = {"verdi": f"{verdi:g}", "lav": f"{lav:g}", "hoey": f"{hoey:g}"}
        yield Funn(kode="IN-016", sted=sted, felter=felter)


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


def build_organ(raa: RaaOrgan) -> Organ:
    """Return the body of a checked record."""
    return Organ(
        id=raa.id,
        navn=raa.navn,
        art=raa.art,
        medlemmer=None if raa.medlemmer == UKJENT else int(raa.medlemmer),
        velges_av=raa.velges_av,
        valgbare=raa.valgbare,
        vedtaksrett=raa.vedtaksrett,
        leder_parti=raa.leder_parti,
        moeter_per_aar=raa.moeter_per_aar,
        moetetid_timer=raa.moetetid_timer,
        papirer_dager_foer=raa.papirer_dager_foer,
        moetedatoer=tuple(d.isoformat() for d in raa.moetedatoer),
        sektor=tuple(raa.sektor),
        kilde=raa.kilde,
        opplysninger={
            str(felt): Opplysning(
                grunnlag=o.grunnlag, lav=o.lav, hoey=o.hoey, foelger=o.foelger, kilde=o.kilde
            )
            for felt, o in raa.opplysning.items()
        },
    )


def _saksgang(raa: RaaSaksgang) -> Saksgang:
    return Saksgang(
        sakstype=raa.sakstype,
        trinn=tuple(parse_trinn(t) for t in raa.trinn),
        opphold_dager=tuple(raa.opphold_dager),
        lovpaalagt=tuple(raa.lovpaalagt),
        andel=raa.andel,
        anke_andel=raa.anke_andel,
        innstiller_formelt=raa.innstiller_formelt,
        innstiller_reelt=raa.innstiller_reelt,
        kilde=raa.kilde,
    )


class _Uproevd(Styringsmodell):
    """A model whose structure is not yet proven, so that every fault of it can be reported at once."""

    __slots__ = ()

    def __post_init__(self) -> None:
        """Leave the checks to `_check_struktur`."""


def _check_struktur(raa: RaaModellfil, sted: Sted) -> Iterator[Funn]:
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
            yield Funn(kode=brudd.kode, sted=sted(som_loc(brudd.sti)), felter=felter)


def build_modell(raa: RaaModellfil, partier: list[str], sted: Sted) -> Styringsmodell:
    """Return the model of a raw record.

    Raises
    ------
    UgyldigeData : every inner fault and unresolved reference, with its place.
    """
    funn = [
        *check_modell(raa, partier, sted),
        *check_referanser(raa.model_dump(), sted),
        *_check_struktur(raa, sted),
    ]
    if funn:
        raise UgyldigeData(funn)
    hode = raa.modell
    return Styringsmodell(
        id=hode.id,
        navn=hode.navn,
        styreform=hode.styreform,
        gjelder_fra=hode.gjelder_fra,
        sekretariat=hode.sekretariat or "",
        kilde=hode.kilde,
        arketype=hode.arketype,
        organer=tuple(build_organ(o) for o in raa.organ),
        verv=tuple(
            Verv(
                organ_id=v.organ,
                person_id=v.person,
                rolle=v.rolle,
                parti=v.parti,
                kjoenn=v.kjoenn or "",
                fra=v.fra,
                til=v.til,
            )
            for v in raa.verv
        ),
        delegasjoner=tuple(
            Delegasjon(
                fra=d.fra, til=d.til, sakstyper=tuple(d.sakstyper), prinsipielle=d.prinsipielle, kilde=d.kilde
            )
            for d in raa.delegasjon
        ),
        saksganger=tuple(_saksgang(s) for s in raa.saksgang),
    )
