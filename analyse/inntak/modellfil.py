"""A model file read and written: one structure for one municipality, in TOML.

Writing and reading again gives the same model. What is not given is not written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from analyse.grunn.anslag import Anslag
from analyse.grunn.feil import Funn, UgyldigeData
from analyse.grunn.filer import write_bytes
from analyse.inntak.advarsler import finn_uvanlig
from analyse.inntak.migrering import NYESTE_FORMAT, migrer
from analyse.inntak.raa import UKJENT, RaaModellfil
from analyse.inntak.sammenheng import check_kommune
from analyse.inntak.tolking import build_kommune, build_modell, validate_modellfil
from analyse.inntak.toml import Tomlfil, etter_linje, read_toml
from analyse.modell.godtgjoering import Sats
from analyse.modell.kommune import Kommune
from analyse.modell.organ import TALLFELT, Organ
from analyse.modell.saksgang import Saksgang, format_trinn
from analyse.modell.scenario import Scenario
from analyse.modell.styringsmodell import Styringsmodell


@dataclass(frozen=True, slots=True, kw_only=True)
class Modellfil:
    """A read model file: the model, and the municipality where the file has one.

    `advarsler` do not stop the work; `antakelser` is how many of the facts are `forutsatt`.
    """

    modell: Styringsmodell
    kommune: Kommune | None
    fil: Tomlfil
    advarsler: tuple[Funn, ...] = ()
    antakelser: int = 0


def read_modellfil(sti: Path, navn: str, partier: list[str] | None = None) -> Modellfil:
    """Return a model file's content.

    Parameters
    ----------
    navn : what messages call the file. partier : known parties where the file itself has no `mandater`.

    Raises
    ------
    UgyldigeData : every fault of the file. FarligFil : it is no ordinary file.
    """
    fil = read_toml(sti, navn)
    data = migrer(fil.data, fil.sted(("format",)))
    funn: list[Funn] = []
    try:
        raa = validate_modellfil(data, fil.sted, partier or ())
        if raa.kommune:
            funn += check_kommune(raa.kommune, fil.sted)
        egne = list(raa.kommune.mandater) if raa.kommune else []
        modell = build_modell(raa, egne or partier or [], fil.sted)
    except UgyldigeData as feil:
        raise UgyldigeData(etter_linje([*funn, *feil.funn])) from feil
    if funn:
        raise UgyldigeData(funn)
    return Modellfil(
        modell=modell,
        kommune=build_kommune(raa.kommune) if raa.kommune else None,
        fil=fil,
        advarsler=tuple(finn_uvanlig(raa, fil.sted)),
        antakelser=_antall_antakelser(raa),
    )


def _antall_antakelser(raa: RaaModellfil) -> int:
    om_organ = (o.grunnlag for organ in raa.organ for o in organ.opplysning.values())
    om_saksgang = (s.grunnlag for s in raa.saksgang)
    om_kommunen: list[str] = []
    if (kommune := raa.kommune) is not None:
        om_kommunen = [kommune.innbyggere_grunnlag, *(s.grunnlag for s in kommune.godtgjoering)]
        om_kommunen += [p.grunnlag for p in (*kommune.tall, *kommune.saksmengde)]
    return sum(grunnlag == "forutsatt" for grunnlag in (*om_organ, *om_saksgang, *om_kommunen))


def read_modell(sti: Path | str) -> Scenario:
    """Return the municipality and model of one model file.

    Raises
    ------
    UgyldigeData : every fault of the file; a missing [kommune] is one.
    """
    sti = Path(sti)
    lest = read_modellfil(sti, str(sti))
    if lest.kommune is None:
        raise UgyldigeData([Funn(kode="IN-011", sted=str(sti), felter={"felt": "[kommune]"})])
    return Scenario(kommune=lest.kommune, modell=lest.modell)


def _uten_tomme(data: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in data.items() if v is not None and v not in ("", [], {}, ())}


def _som_organ(organ: Organ) -> dict[str, Any]:
    opplysning = {
        felt: _uten_tomme(
            {"grunnlag": o.grunnlag, "lav": o.lav, "hoey": o.hoey, "foelger": o.foelger, "kilde": o.kilde}
        )
        for felt, o in organ.opplysninger.items()
    }
    return _uten_tomme(
        {
            "id": organ.id,
            "navn": organ.navn,
            "art": organ.art,
            "medlemmer": UKJENT if organ.medlemmer is None else organ.medlemmer,
            "velges_av": organ.velges_av,
            "valgbare": organ.valgbare if organ.valgbare != "alle" else None,
            "vedtaksrett": organ.vedtaksrett,
            "leder_parti": organ.leder_parti,
            **{felt: getattr(organ, felt) for felt in TALLFELT},
            "dagmoete": organ.dagmoete,
            "moetedatoer": [date.fromisoformat(d) for d in organ.moetedatoer],
            "sektor": list(organ.sektor),
            "kilde": organ.kilde,
            "andre_navn": dict(organ.andre_navn),
            "sammensetning": {slag: dict(grupper) for slag, grupper in organ.sammensetning.items()},
            "opplysning": opplysning,
        }
    )


def _som_saksgang(s: Saksgang) -> dict[str, Any]:
    return _uten_tomme(
        {
            "sakstype": s.sakstype,
            "trinn": [format_trinn(t) for t in s.trinn],
            "opphold_dager": list(s.opphold_dager),
            "lovpaalagt": list(s.lovpaalagt),
            "andel": s.andel if s.andel != 1 else None,
            "anke_andel": s.anke_andel or None,
            "innstiller_formelt": s.innstiller_formelt,
            "innstiller_reelt": s.innstiller_reelt,
            "grunnlag": s.grunnlag if s.grunnlag != "oppgitt" else None,
            "kilde": s.kilde,
        }
    )


def _som_anslag(anslag: Anslag) -> dict[str, Any]:
    spenn = {} if anslag.er_fast else {"lav": anslag.lav, "hoey": anslag.hoey}
    return {"verdi": anslag.sentral, **spenn, **_grunn(anslag.grunnlag, anslag.kilde)}


def _grunn(grunnlag: str, kilde: str) -> dict[str, str]:
    return _uten_tomme({"grunnlag": grunnlag if grunnlag != "oppgitt" else "", "kilde": kilde})


def _som_sats(sats: Sats) -> dict[str, Any]:
    return _uten_tomme(
        {
            "rolle": sats.rolle,
            "organ": sats.organ,
            "sats": sats.sats,
            "enhet": sats.enhet,
            "frikjoep_prosent": sats.frikjoep_prosent,
            "tak_kr_aar": sats.tak_kr_aar,
            "kun_hoeyeste": sats.kun_hoeyeste or None,
            **_grunn(sats.grunnlag, sats.kilde),
        }
    )


def _som_kommune(kommune: Kommune) -> dict[str, Any]:
    data = _uten_tomme(
        {
            "nummer": kommune.nummer,
            "navn": kommune.navn,
            "innbyggere": kommune.innbyggere,
            "innbyggere_grunnlag": kommune.innbyggere_grunnlag
            if kommune.innbyggere_grunnlag != "oppgitt"
            else None,
            "nivaa": kommune.nivaa,
            "oppdiktet": kommune.oppdiktet or None,
            "mandater": dict(kommune.mandater),
            "valg": [{"aar": v.aar, "type": v.type, "stemmer": dict(v.stemmer)} for v in kommune.valg],
            "tall": [{"id": id_, **_som_anslag(a)} for id_, a in kommune.tall.items()],
            "saksmengde": [{"sakstype": s, **_som_anslag(a)} for s, a in kommune.saksmengde.items()],
            "godtgjoering": [_som_sats(s) for s in kommune.godtgjoering],
            "tidligere_kommuner": dict(kommune.tidligere_kommuner),
        }
    )
    if kommune.posisjon is not None:  # "no party is in position" is an answer; "not given" is not written
        data["posisjon"] = list(kommune.posisjon)
    return data


def som_toml(modell: Styringsmodell, kommune: Kommune | None = None) -> str:
    """Return a model as the text of a model file; with a municipality, the file stands alone."""
    import tomli_w

    hode = _uten_tomme(
        {
            "id": modell.id,
            "navn": modell.navn,
            "styreform": modell.styreform,
            "gjelder_fra": modell.gjelder_fra,
            "sekretariat": modell.sekretariat,
            "kilde": modell.kilde,
            "arketype": modell.arketype,
        }
    )
    data: dict[str, Any] = {"format": NYESTE_FORMAT}
    if kommune is not None:
        data["kommune"] = _som_kommune(kommune)
    data["modell"] = hode
    data["organ"] = [_som_organ(o) for o in modell.organer]
    data["verv"] = [
        _uten_tomme(
            {
                "person": v.person_id,
                "organ": v.organ_id,
                "rolle": v.rolle,
                "parti": v.parti,
                "kjoenn": v.kjoenn,
                "fra": v.fra,
                "til": v.til,
            }
        )
        for v in modell.verv
    ]
    data["delegasjon"] = [
        _uten_tomme(
            {
                "fra": d.fra,
                "til": d.til,
                "sakstyper": list(d.sakstyper),
                "prinsipielle": d.prinsipielle or None,
                "kilde": d.kilde,
            }
        )
        for d in modell.delegasjoner
    ]
    data["saksgang"] = [_som_saksgang(s) for s in modell.saksganger]
    return tomli_w.dumps({k: v for k, v in data.items() if v != []}, multiline_strings=False)


def write_modell(sti: Path | str, modell: Styringsmodell, kommune: Kommune | None = None) -> None:
    """Write a model file atomically.

    Raises
    ------
    MiljoeFeil : the file cannot be written.
    """
    write_bytes(Path(sti), som_toml(modell, kommune).encode("utf-8"))
