"""A project folder read whole: choices, facts, alternatives and logs, with every fault of every file at once.

Facts stand in one place: inntak.xlsx alone holds the municipality and today's model; without it
modeller/dagens.toml serves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from analyse.grunn.feil import FarligFil, Funn, StyreformFeil, UgyldigeData, vis_verdi
from analyse.grunn.feiltekst import naermeste
from analyse.grunn.tekst import STANDARD_SPRAAK, noekler
from analyse.inntak.advarsler import finn_advarsler
from analyse.inntak.arketyper import read_arketyper
from analyse.inntak.eksempeltall import with_eksempeltall
from analyse.inntak.fra_arbeidsbok import read_inntak
from analyse.inntak.melding import build_funn
from analyse.inntak.migrering import migrer
from analyse.inntak.modellfil import Modellfil, read_modellfil
from analyse.inntak.raa import RaaProsjekt
from analyse.inntak.sakslogg import read_moeter, read_sakliste, read_sakslogg
from analyse.inntak.sammenheng import DAGENS
from analyse.inntak.toml import Tomlfil, etter_linje, read_toml
from analyse.modell.kommune import Kommune
from analyse.modell.prosjekt import Prosjekt, Prosjektvalg
from analyse.modell.styringsmodell import Styringsmodell

PROSJEKTFIL, INNTAK, MODELLER = "prosjekt.toml", "inntak.xlsx", "modeller"
LOGGER: tuple[tuple[str, str, Callable[[Path, str], Any]], ...] = (
    ("sakslogg", "sakslogg.csv", read_sakslogg),
    ("moeter", "moter.csv", read_moeter),
    ("sakliste", "sakliste.csv", read_sakliste),
)
T = TypeVar("T")


class _Samler:
    """Runs each reading and keeps its findings, so that no file hides the faults of the next."""

    def __init__(self) -> None:
        self.feil: list[Funn] = []  # a file that could not be used brings its warnings along
        self.farlig = False

    def les(self, lesing: Callable[[], T]) -> T | None:
        try:
            return lesing()
        except (UgyldigeData, FarligFil) as feil:
            self.feil += feil.funn
            self.farlig = self.farlig or isinstance(feil, FarligFil)
            return None

    def avslutt(self) -> None:
        if self.feil:
            feiltype: type[StyreformFeil] = FarligFil if self.farlig else UgyldigeData
            raise feiltype(self.feil)


def read_prosjektvalg(mappe: Path) -> Prosjektvalg:
    """Return the choices of prosjekt.toml.

    Raises
    ------
    UgyldigeData : the file is missing or has faults, each with its line.
    """
    fil = read_toml(mappe / PROSJEKTFIL, PROSJEKTFIL)
    data = migrer(fil.data, fil.sted(("format",)))
    ordene = sorted({n.rsplit(".", 1)[-1] for n in noekler(STANDARD_SPRAAK, "ord")})
    funn = [
        *_check_noekler(fil, "ord", ordene, "IN-010"),
        *_check_noekler(fil, "kommunestyremoeter", sorted(read_arketyper()), "IN-013"),
    ]
    try:
        raa = RaaProsjekt.model_validate(data)
    except ValidationError as feil:
        raise UgyldigeData(etter_linje([*funn, *build_funn(feil, RaaProsjekt, fil.sted)])) from feil
    if funn:
        raise UgyldigeData(funn)
    return Prosjektvalg(
        dato=raa.dato,
        spraak=raa.spraak,
        valgperiode=raa.valgperiode,
        modeller=tuple(raa.modeller),
        froe=raa.froe,
        trekk=raa.trekk,
        ord=dict(raa.ord),
        dekning=raa.sakslogg.dekning,
        eksempeltall=raa.eksempeltall,
        kommunestyremoeter=dict(raa.kommunestyremoeter),
        oppdrag=raa.oppdrag.model_dump(),
    )


def _check_noekler(fil: Tomlfil, tabell: str, kjente: Sequence[str], kode: str) -> Iterator[Funn]:
    """Yield the keys of a table that are none of the known: a misspelt one would silently change nothing."""
    poster = fil.data.get(tabell)
    for navn in poster if isinstance(poster, dict) else ():
        if navn not in kjente:
            felter = {
                "funnet": vis_verdi(navn),
                "lovlige": ", ".join(kjente),
                "naermeste": naermeste(navn, kjente),
            }
            yield Funn(kode=kode, sted=fil.sted((tabell, navn)), felter=felter)


def _les_dagens(mappe: Path) -> Modellfil:
    if (mappe / INNTAK).exists():
        return read_inntak(mappe / INNTAK, INNTAK)
    navn = f"{MODELLER}/{DAGENS}.toml"
    if not (mappe / navn).exists():
        raise UgyldigeData([Funn(kode="IN-070", sted=mappe.name, felter={"inntak": INNTAK, "modell": navn})])
    lest = read_modellfil(mappe / navn, navn)
    if lest.kommune is None:
        raise UgyldigeData([Funn(kode="IN-011", sted=navn, felter={"felt": "[kommune]"})])
    if lest.modell.id != DAGENS:
        felter = {"funnet": lest.modell.id, "lovlige": DAGENS}
        raise UgyldigeData([Funn(kode="IN-013", sted=lest.fil.sted(("modell", "id")), felter=felter)])
    return lest


def _les_alternativer(
    mappe: Path, kommune: Kommune | None, kilde: str, samler: _Samler
) -> dict[str, Styringsmodell]:
    funnet: dict[str, Styringsmodell] = {}
    for sti in sorted((mappe / MODELLER).glob("*.toml")):
        navn = f"{MODELLER}/{sti.name}"
        if sti.stem == DAGENS:
            if (mappe / INNTAK).exists():
                samler.feil.append(Funn(kode="IN-071", sted=navn, felter={"inntak": INNTAK, "modell": navn}))
            continue
        partier = list(kommune.mandater) if kommune else None
        lest = samler.les(partial(read_modellfil, sti, navn, partier))
        if lest is None:
            continue
        if lest.kommune is not None and kommune is not None and lest.kommune != kommune:
            samler.feil.append(Funn(kode="IN-072", sted=navn, felter={"annen": kilde}))
        if lest.modell.id in funnet or lest.modell.id == DAGENS:
            samler.feil.append(Funn(kode="IN-073", sted=navn, felter={"funnet": lest.modell.id}))
        funnet[lest.modell.id] = lest.modell
    return funnet


def _fingeravtrykk(mappe: Path) -> str:
    samlet = hashlib.sha256()
    filer = [mappe / n for n in (PROSJEKTFIL, INNTAK, *(fil for _, fil, _ in LOGGER))]
    for sti in [*filer, *sorted((mappe / MODELLER).glob("*.toml"))]:
        if sti.is_file():
            samlet.update(sti.relative_to(mappe).as_posix().encode() + b"\0")
            samlet.update(hashlib.sha256(sti.read_bytes()).digest())
    return samlet.hexdigest()


def read_prosjekt(mappe: Path | str) -> Prosjekt:
    """Return the project in a folder.

    Raises
    ------
    UgyldigeData : every fault of every file. FarligFil : one of them is hostile or broken.
    """
    mappe = Path(mappe)
    if not mappe.is_dir():
        raise UgyldigeData([Funn(kode="IN-074", sted=str(mappe), felter={"mappe": str(mappe)})])
    samler = _Samler()
    valg = samler.les(lambda: read_prosjektvalg(mappe))
    dagens = samler.les(lambda: _les_dagens(mappe))
    kommune = dagens.kommune if dagens else None
    kilde = dagens.fil.navn if dagens else INNTAK
    alternativer = _les_alternativer(mappe, kommune, kilde, samler)
    logger = {
        felt: samler.les(partial(les, mappe / fil, fil))
        for felt, fil, les in LOGGER
        if (mappe / fil).exists()
    }
    samler.avslutt()
    assert valg is not None  # no finding means that all was read
    assert dagens is not None
    assert kommune is not None
    i_dag = with_eksempeltall(dagens.modell, valg.eksempeltall)
    return Prosjekt(
        mappe=str(mappe),
        kommune=kommune,
        dagens=i_dag,
        valg=valg,
        alternativer={k: with_eksempeltall(m, valg.eksempeltall) for k, m in alternativer.items()},
        advarsler=(
            *dagens.advarsler,
            *finn_advarsler(i_dag, logger, valg, {"valg": PROSJEKTFIL, "dagens": kilde}, dagens.antakelser),
        ),
        fingeravtrykk=_fingeravtrykk(mappe),
        **logger,
    )
