"""From validated raw records to the project's values, and the checks that span records.

Used alike for model files and the workbook; `sted` turns a path in the record into a place in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from analyse.grunn.anslag import Anslag
from analyse.grunn.feil import UgyldigeData
from analyse.inntak.melding import build_funn
from analyse.inntak.raa import UKJENT, RaaAnslag, RaaKommune, RaaModellfil, RaaOrgan, RaaSaksgang
from analyse.inntak.referanser import check_referanser
from analyse.inntak.reparasjon import build_lesbar
from analyse.inntak.sammenheng import Sted, check_kommune, check_modell, check_struktur
from analyse.modell.delegasjon import Delegasjon
from analyse.modell.godtgjoering import Sats
from analyse.modell.kommune import Kommune, Valg
from analyse.modell.organ import TALLFELT, Opplysning, Organ
from analyse.modell.saksgang import Saksgang, parse_trinn
from analyse.modell.styringsmodell import Styringsmodell
from analyse.modell.verv import Verv


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
            # half a range, and a sum that lacks a party, are what is left where the other half was the fault
            ekko = {"IN-015"}
            ekko |= (
                {"IN-030"} if any("mandater" in e["loc"] for e in feil.errors(include_url=False)) else set()
            )
            funn += (f for f in check_modell(lesbar, egne or list(partier), sted) if f.kode not in ekko)
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
        innbyggere_grunnlag=raa.innbyggere_grunnlag,
        tall={t.id: _anslag(t) for t in raa.tall},
        saksmengde={s.sakstype: _anslag(s) for s in raa.saksmengde},
        godtgjoering=tuple(Sats(**dict(s)) for s in raa.godtgjoering),
        tidligere_kommuner=dict(raa.tidligere_kommuner),
    )


def _anslag(raa: RaaAnslag) -> Anslag:
    return Anslag(
        sentral=raa.verdi,
        lav=raa.verdi if raa.lav is None else raa.lav,
        hoey=raa.verdi if raa.hoey is None else raa.hoey,
        grunnlag=raa.grunnlag,
        kilde=raa.kilde,
    )


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
        **{felt: getattr(raa, felt) for felt in TALLFELT},
        dagmoete=raa.dagmoete,
        moetedatoer=tuple(d.isoformat() for d in raa.moetedatoer),
        sektor=tuple(raa.sektor),
        kilde=raa.kilde,
        andre_navn=dict(raa.andre_navn),
        sammensetning={str(slag): dict(grupper) for slag, grupper in raa.sammensetning.items()},
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
        grunnlag=raa.grunnlag,
        kilde=raa.kilde,
    )


def build_modell(raa: RaaModellfil, partier: list[str], sted: Sted) -> Styringsmodell:
    """Return the model of a raw record.

    Raises
    ------
    UgyldigeData : every inner fault and unresolved reference, with its place.
    """
    funn = [
        *check_modell(raa, partier, sted),
        *check_referanser(raa.model_dump(), sted),
        *check_struktur(raa, sted),
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
