"""Is a structure lawful? A model file, a project's models or an archetype, checked against the law of a day.

An archetype has to be fitted to a place: that of the project one stands in, else the bundled example.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from analyse.grunn.feil import BrukFeil, Funn, vis_verdi
from analyse.grunn.feiltekst import naermeste
from analyse.grunn.filer import data_fil
from analyse.grunn.tekst import STANDARD_SPRAAK, Tekst
from analyse.grunn.tid import parse_dato
from analyse.inntak.arketyper import read_arketyper
from analyse.inntak.modellfil import read_modell
from analyse.inntak.prosjekt import read_prosjekt
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.scenario import Scenario
from analyse.modell.styringsmodell import Styringsmodell
from analyse.oppdrag.modeller import build_modeller, tekst_for
from analyse.rett.kontroll import check_styringsmodell
from analyse.rett.ordlyd import build_krav
from analyse.rett.regelbok import read_regelbok
from analyse.rett.svarord import build_setning
from analyse.rett.utfall import Kvittering, Lovsvar

ALLE = "alle"
PROSJEKTFIL = "prosjekt.toml"
EKSEMPEL = "levanger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lovkontroll:
    """The answers for one or more models on a day, with the words of the place.

    `sted` is the name of the bundled place an archetype was fitted to, "" where it is the reader's own.
    """

    dato: date
    svar: tuple[Lovsvar, ...]
    tekst: Tekst
    modellnavn: Mapping[str, str]
    sted: str = ""

    @property
    def har_brudd(self) -> bool:
        """True where a rule is broken."""
        return any(s.brudd for s in self.svar)


def check_lov(
    hva: str,
    *,
    modell: str = "",
    dato: str | None = None,
    fakta: Sequence[str] = (),
    spraak: str | None = None,
) -> Lovkontroll:
    """Return what the law says of the models that are named.

    Parameters
    ----------
    hva : a project folder, a model file, an id of the project one stands in, or an archetype.
    modell : with a folder, which model: an id, or `alle`; today's where it is not said.
    dato : the day asked about; else the project's, else the day the model holds from.
    fakta : what a model cannot hold, as "valgform=avtalevalg".

    Raises
    ------
    BrukFeil : no such model, no date to go by, or a date or a fact that is none.
    UgyldigeData : the input's faults.
    """
    funn: list[Funn] = []
    dagen, kjent = _les_dato(dato, funn), _les_fakta(fakta, funn)
    if funn:
        raise BrukFeil(funn)
    if hva.endswith(".toml") and not Path(hva).is_dir():
        scenario = read_modell(hva)
        tekst = Tekst(spraak or STANDARD_SPRAAK, scenario.kommune.nivaa)
        return _lovkontroll([scenario], dagen or _modellens_dato(scenario, hva), kjent, tekst)
    prosjekt, modeller, sted = _fra_prosjekt(hva, modell, spraak)
    scenarier = [Scenario(kommune=prosjekt.kommune, modell=m) for m in modeller]
    return _lovkontroll(scenarier, dagen or prosjekt.valg.dato, kjent, tekst_for(prosjekt, spraak), sted)


def _fra_prosjekt(hva: str, modell: str, spraak: str | None) -> tuple[Prosjekt, list[Styringsmodell], str]:
    """Return the project, its models that are asked about, and the bundled place's name where it is that."""
    sted = ""
    if Path(hva).is_dir() or (hva not in read_arketyper() and not Path(PROSJEKTFIL).is_file()):
        prosjekt = read_prosjekt(hva)
    elif Path(PROSJEKTFIL).is_file():
        prosjekt, modell = read_prosjekt("."), hva
    else:
        prosjekt, modell = read_prosjekt(data_fil("eksempel", EKSEMPEL)), hva
        sted = prosjekt.kommune.navn
    if modell == ALLE:
        ider = [
            *prosjekt.alternativer,
            *(m for m in prosjekt.valg.modeller if m not in prosjekt.alternativer),
        ]
        return (
            prosjekt,
            list(build_modeller(prosjekt, ider, spraak).values()) if ider else [prosjekt.dagens],
            sted,
        )
    if modell in ("", prosjekt.dagens.id):
        return prosjekt, [prosjekt.dagens], sted
    bygget = build_modeller(prosjekt, [modell], spraak)
    return prosjekt, [m for m in bygget.values() if m.id != prosjekt.dagens.id], sted


def _lovkontroll(
    scenarier: list[Scenario], dato: date, fakta: Mapping[str, object], tekst: Tekst, sted: str = ""
) -> Lovkontroll:
    return Lovkontroll(
        dato=dato,
        svar=tuple(check_styringsmodell(s, dato, fakta=fakta) for s in scenarier),
        tekst=tekst,
        modellnavn={s.modell.id: s.modell.navn for s in scenarier},
        sted=sted,
    )


def _les_dato(tekst: str | None, funn: list[Funn]) -> date | None:
    dato = parse_dato(tekst) if tekst is not None else None
    if tekst is not None and dato is None:
        funn.append(Funn(kode="BR-040", sted="--dato", felter={"funnet": vis_verdi(tekst)}))
    return dato


def _modellens_dato(scenario: Scenario, sti: str) -> date:
    if scenario.modell.gjelder_fra is None:
        raise BrukFeil([Funn(kode="BR-041", sted=sti, felter={"funnet": vis_verdi(scenario.modell.navn)})])
    return scenario.modell.gjelder_fra


def _les_fakta(par: Sequence[str], funn: list[Funn]) -> dict[str, object]:
    """Return facts by name, checked against what the checked rules may ask for."""
    bok = read_regelbok()
    brukt = {i for u in bok.regler.values() if u[-1].slag == "kontrollert" for i in u[-1].inndata}
    lovlige = {i.removeprefix("fakta."): bok.inndata[i].type for i in sorted(brukt) if i.startswith("fakta.")}
    fakta: dict[str, object] = {}
    for ett in par:
        navn, _, verdi = ett.partition("=")
        if navn in lovlige and _passer(verdi, lovlige[navn]):
            fakta[navn] = verdi
        else:
            felter = {"funnet": vis_verdi(ett), "lovlige": ", ".join(f"{n}={t}" for n, t in lovlige.items())}
            funn.append(
                Funn(
                    kode="BR-042",
                    sted="--fakta",
                    felter=felter | {"naermeste": "" if navn in lovlige else naermeste(navn, list(lovlige))},
                )
            )
    return fakta


def _passer(verdi: str, type_: str) -> bool:
    if type_ != "andel":
        return verdi in type_.split("|")
    try:
        return 0 <= float(verdi) <= 1
    except ValueError:
        return False


def build_rader(kontroll: Lovkontroll, gruppe: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one list of the contract's document: brudd, advarsler or ikke_vurdert."""
    for svar in kontroll.svar:
        for kvittering in getattr(svar, gruppe):
            yield {
                "regel": kvittering.regel.id,
                "modell": kvittering.modell,
                "organ": kvittering.organ,
                "alvor": kvittering.regel.alvor,
                "paragraf": kvittering.regel.paragraf,
                "melding": build_svarmelding(kvittering, kontroll.dato, kontroll.tekst),
            }


def build_svarmelding(kvittering: Kvittering, dato: date, tekst: Tekst) -> str:
    """Return the message of a receipt; one that could not be assessed begins with what the rule demands."""
    setninger = [build_setning(s, tekst) for s in kvittering.setninger]
    if kvittering.gruppe == "ikke_vurdert":
        setninger.insert(0, build_krav(read_regelbok(), kvittering.regel, dato, tekst))
    return " ".join(setninger)


def build_brudd(prosjekt: Prosjekt, modeller: Sequence[Styringsmodell], tekst: Tekst) -> list[dict[str, str]]:
    """Return the breaches of a project's models on its own day, as rows."""
    scenarier = [Scenario(kommune=prosjekt.kommune, modell=m) for m in modeller]
    return list(build_rader(_lovkontroll(scenarier, prosjekt.valg.dato, {}, tekst), "brudd"))
