"""Is a structure lawful on a day? Every checked rule in force is asked, and each answer comes with a receipt.

The law of any day from 1993 (the council's size from 1954). Left out: deadlines, forms of vote and
settlements, which are calculated, and what no data can decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from analyse.modell.lovfunn import Lovfunn, Setning, Tekstnoekkel
from analyse.modell.scenario import Scenario
from analyse.rett.kontekst import Kontekst
from analyse.rett.regel import AapentSpoersmaal, Regel
from analyse.rett.regelbok import KONSTITUERING_2019, Regelbok, read_regelbok
from analyse.rett.regelregister import Regelfunksjon, read_regelfunksjoner
from analyse.rett.utfall import Kvittering, Lovsvar, Utfall

INGEN_FAKTA: Mapping[str, object] = MappingProxyType({})
HOLDT = "holdt"


def check_styringsmodell(
    scenario: Scenario,
    dato: date,
    *,
    fakta: Mapping[str, object] = INGEN_FAKTA,
    konstituert_2019: date | None = None,
    funksjoner: Mapping[str, Regelfunksjon] | None = None,
) -> Lovsvar:
    """Return what the law of the day says of a municipality's structure.

    Parameters
    ----------
    fakta : what the model cannot hold, by the names in data/lov/inndata.toml, as `valgform`.
    konstituert_2019 : the council's own constituting meeting in 2019, where known; the Acts change that day.
    funksjoner : the functions by rule, in place of the register's.

    Source
    ------
    data/lov, each rule with its section, dates and sources. *Not covered*: the 110 rules that are calculated
    or told, and what stands in `gjelder_ikke` of each rule.
    """
    bok = read_regelbok(konstituert_2019)
    funksjoner = read_regelfunksjoner() if funksjoner is None else funksjoner
    svar: list[Kvittering] = []
    for regel in bok.gjeldende(dato, "kontrollert"):
        if regel.id in funksjoner:
            k = Kontekst(
                kommune=scenario.kommune, modell=scenario.modell, dato=dato, bok=bok, regel=regel, fakta=fakta
            )
            svar += _kvitteringer(k, funksjoner[regel.id])
    svar += _aapne(scenario, bok, dato, svar)
    return Lovsvar(
        modell=scenario.modell.id,
        dato=dato,
        brudd=tuple(s for s in svar if s.gruppe == "brudd"),
        advarsler=tuple(s for s in svar if s.gruppe == "advarsel"),
        ikke_vurdert=tuple(s for s in svar if s.gruppe == "ikke_vurdert"),
        holdt=tuple(s for s in svar if s.gruppe == HOLDT),
    )


def _kvitteringer(k: Kontekst, funksjon: Regelfunksjon) -> Iterator[Kvittering]:
    """Yield a receipt for each thing the rule was tried on; one where there is nothing to try it on."""
    for utfall in tuple(funksjon(k)) or (Utfall(svar=HOLDT, funn="ingen_aa_maale"),):
        gruppe = _gruppe(k.regel, utfall)
        yield Kvittering(
            regel=k.regel,
            modell=k.modell.id,
            utfall=utfall,
            gruppe=gruppe,
            setninger=tuple(_setninger(k.regel, utfall, gruppe)),
        )


def _gruppe(regel: Regel, utfall: Utfall) -> str:
    """Return where an answer is told: an exceeded permission is a breach, a broken recommendation is not."""
    if utfall.svar == "brutt":
        return "advarsel" if regel.alvor == "boer" else "brudd"
    if utfall.svar == "ikke_vurdert" and utfall.er_skjoenn:
        return "advarsel"
    return utfall.svar


def _setninger(regel: Regel, utfall: Utfall, gruppe: str) -> Iterator[Setning]:
    """Yield the answer in sentences: what was found, what is missing, who must judge, what is unsure."""
    if utfall.funn and (gruppe != HOLDT or utfall.funn == "ingen_aa_maale"):
        maalt = utfall.maalt if utfall.maalt is not None else ""
        felter = {"maalt": maalt, "krav": utfall.krav if utfall.krav is not None else "", **utfall.felter}
        if isinstance(maalt, int):
            felter["antall"] = maalt
        organ = utfall.organ.navn if utfall.organ is not None else ""
        yield Setning(noekkel=f"lovsvar.funn.{utfall.funn}", felter={"organ": organ, **felter})
    if utfall.mangler:
        hva = tuple(Tekstnoekkel(noekkel=f"lov.inndata.{i}") for i in utfall.mangler)
        om = {"organ": utfall.organ.navn} if utfall.organ is not None else {}
        yield Setning(noekkel=f"lovsvar.mangler{'_om' if om else ''}", felter={"hva": hva, **om})
    if utfall.aapne and utfall.svar == "ikke_vurdert":
        yield Setning(noekkel="lovsvar.avhenger_av_aapent")
    if utfall.er_skjoenn and regel.skjoenn:
        yield Setning(noekkel=f"lov.skjoenn.{regel.skjoenn}")


def _aapne(scenario: Scenario, bok: Regelbok, dato: date, svar: Iterable[Kvittering]) -> Iterator[Kvittering]:
    """Yield the open questions raised by a kind of body in the structure, by an answer, or by the date."""
    reist = {a for s in svar for a in s.utfall.aapne}
    i_kraft = {r.id: r for r in bok.gjeldende(dato)}
    for spoersmaal in bok.aapne:
        regler = [i_kraft[r] for r in spoersmaal.regler if r in i_kraft]
        organer = scenario.modell.av_art(*spoersmaal.arter)
        if regler and (organer or spoersmaal.id in reist or _ved_usikker_dag(bok, spoersmaal, dato)):
            lesninger = {x: Tekstnoekkel(noekkel=f"{spoersmaal.noekkel}.lesning_{x}") for x in ("a", "b")}
            yield Kvittering(
                regel=regler[0],
                modell=scenario.modell.id,
                utfall=Utfall(svar="ikke_vurdert", organ=next(iter(organer), None), aapne=(spoersmaal.id,)),
                gruppe="advarsel",
                setninger=(
                    Setning(noekkel=f"{spoersmaal.noekkel}.spoersmaal"),
                    Setning(noekkel="lovsvar.lesninger", felter=lesninger),
                ),
                aapent=spoersmaal.id,
            )
    if bok.er_usikker_overgang(dato) and i_kraft:
        yield Kvittering(
            regel=next(r for r in i_kraft.values() if r.slag == "kontrollert"),
            modell=scenario.modell.id,
            utfall=Utfall(svar="ikke_vurdert"),
            gruppe="advarsel",
            setninger=(Setning(noekkel="lovsvar.overgang"),),
            aapent=KONSTITUERING_2019,
        )


def _ved_usikker_dag(bok: Regelbok, spoersmaal: AapentSpoersmaal, dato: date) -> bool:
    """True in a year in which one of the checked rules changed on a day that is assumed (`antatt_<year>`)."""
    utgaver = (r for regel_id in spoersmaal.regler for r in bok.regler[regel_id])
    return any(r.slag == "kontrollert" and r.om_datoen == f"antatt_{dato.year}" for r in utgaver)


def build_lovfunn(svar: Lovsvar) -> tuple[Lovfunn, ...]:
    """Return what is to be shown of an answer: breaches, warnings and what could not be assessed."""
    return tuple(
        Lovfunn(
            regel=s.regel.id,
            modell=s.modell,
            gruppe=s.gruppe,
            alvor=s.regel.alvor,
            lov=s.regel.lov,
            paragraf=s.regel.paragraf,
            begrep=s.regel.begrep,
            setninger=s.setninger,
            organ=s.organ,
            organnavn=s.utfall.organ.navn if s.utfall.organ is not None else "",
            mangler=s.utfall.mangler,
        )
        for s in (*svar.brudd, *svar.advarsler, *svar.ikke_vurdert)
    )
