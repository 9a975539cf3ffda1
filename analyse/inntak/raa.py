"""What a model file may hold, key by key: the one validator behind TOML files and the workbook.

Strict types (5037 without quotes is no municipality number), unknown keys refused. Messages are made in
`melding`; values in `tolking`. Cross references are checked on the finished model.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from analyse.grunn.anslag import GRUNNLAG
from analyse.modell.godtgjoering import SATSENHETER
from analyse.modell.kommune import NIVAAER, VALGTYPER
from analyse.modell.kommunetall import kommunetall
from analyse.modell.organ import ART, OPPLYSNINGSFELT, SAMMENSETNING, STOERSTE, VALGBARE
from analyse.modell.styringsmodell import SEKRETARIAT, STYREFORMER
from analyse.modell.verv import KJOENN, ROLLER

UKJENT = "ukjent"  # the answer "we do not know", where a size must be answered
_SLUG = r"^[a-z0-9_]+$"
Slug = Annotated[str, Field(pattern=_SLUG)]
Navn = Annotated[str, Field(min_length=1)]
Andel = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
IkkeNegativ = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Antall = Annotated[int, Field(ge=0)]
Prosent = Annotated[float, Field(ge=0, le=100)]
TALL = tuple(kommunetall())
Format = Annotated[int, Field(ge=1)]

if TYPE_CHECKING:
    Valgtype = str
    Grunnlag = str
    Tallnavn = str
    Rolle = str
    Satsenhet = str
    Nivaa = str
    Styreform = str
    Sekretariat = str
    Art = str
    Valgbare = str
    Sammensetningsslag = str
    Opplysningsfelt = str
    Kjoenn = str
else:  # pydantic reads each domain tuple, the one list of its values; a type checker cannot
    Valgtype = Literal[VALGTYPER]
    Grunnlag = Literal[GRUNNLAG]
    Tallnavn = Literal[TALL]
    Rolle = Literal[ROLLER]
    Satsenhet = Literal[SATSENHETER]
    Nivaa = Literal[NIVAAER]
    Styreform = Literal[STYREFORMER]
    Sekretariat = Literal[SEKRETARIAT]
    Art = Literal[ART]
    Valgbare = Literal[VALGBARE]
    Sammensetningsslag = Literal[SAMMENSETNING]
    Opplysningsfelt = Literal[OPPLYSNINGSFELT]
    Kjoenn = Literal[KJOENN]


class Raa(BaseModel):
    """Base of all raw records: strict, closed, immutable."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class RaaValg(Raa):
    """[[kommune.valg]]: the votes of one election."""

    aar: Annotated[int, Field(ge=1837, le=2100)]
    type: Valgtype
    stemmer: dict[str, Antall]


class RaaAnslag(Raa):
    """What a number of the municipality is, with its range and ground."""

    verdi: IkkeNegativ
    lav: IkkeNegativ | None = None
    hoey: IkkeNegativ | None = None
    grunnlag: Grunnlag = "oppgitt"
    kilde: str = ""


class RaaTall(RaaAnslag):
    """[[kommune.tall]]: one of the municipality's own numbers."""

    id: Tallnavn


class RaaSaksmengde(RaaAnslag):
    """[[kommune.saksmengde]]: cases a year of one type."""

    sakstype: Navn


class RaaSats(Raa):
    """[[kommune.godtgjoering]]: a rate of pay."""

    rolle: Rolle
    sats: IkkeNegativ
    enhet: Satsenhet
    organ: str = ""
    frikjoep_prosent: Prosent | None = None
    tak_kr_aar: IkkeNegativ | None = None
    kun_hoeyeste: bool = False
    grunnlag: Grunnlag = "oppgitt"
    kilde: str = ""


class RaaKommune(Raa):
    """[kommune]: the municipality."""

    navn: Navn
    innbyggere: Annotated[int, Field(ge=1)]
    innbyggere_grunnlag: Grunnlag = "oppgitt"
    nummer: str = ""
    nivaa: Nivaa = "kommune"
    mandater: dict[str, Antall] = {}
    valg: list[RaaValg] = []
    posisjon: list[str] | None = None
    oppdiktet: bool = False
    tall: list[RaaTall] = []
    saksmengde: list[RaaSaksmengde] = []
    godtgjoering: list[RaaSats] = []
    tidligere_kommuner: dict[str, Antall] = {}


class RaaModellhode(Raa):
    """[modell]: the structure's own facts."""

    id: Slug
    navn: Navn
    styreform: Styreform
    gjelder_fra: date | None = None
    sekretariat: Sekretariat | None = None
    kilde: str = ""
    arketype: str = ""


class RaaOpplysning(Raa):
    """[organ.opplysning.<felt>]: what a figure rests on, and its range."""

    grunnlag: Grunnlag = "oppgitt"
    lav: IkkeNegativ | None = None
    hoey: IkkeNegativ | None = None
    foelger: str = ""
    kilde: str = ""


class RaaOrgan(Raa):
    """[[organ]]: a body."""

    id: Slug
    navn: Navn
    art: Art
    medlemmer: Antall | Literal["ukjent"]
    velges_av: str = ""
    valgbare: Valgbare = "alle"
    vedtaksrett: bool | None = None
    leder_parti: str = ""
    moeter_per_aar: (
        Annotated[float, Field(ge=0, le=STOERSTE["moeter_per_aar"], allow_inf_nan=False)] | None
    ) = None
    moetetid_timer: (
        Annotated[float, Field(ge=0, le=STOERSTE["moetetid_timer"], allow_inf_nan=False)] | None
    ) = None
    papirer_dager_foer: (
        Annotated[float, Field(ge=0, le=STOERSTE["papirer_dager_foer"], allow_inf_nan=False)] | None
    ) = None
    reisetid_timer: (
        Annotated[float, Field(ge=0, le=STOERSTE["reisetid_timer"], allow_inf_nan=False)] | None
    ) = None
    gruppetid_timer: (
        Annotated[float, Field(ge=0, le=STOERSTE["gruppetid_timer"], allow_inf_nan=False)] | None
    ) = None
    sider_per_moete: IkkeNegativ | None = None
    saker_per_moete: IkkeNegativ | None = None
    orienteringer_per_moete: IkkeNegativ | None = None
    vara_andel: Andel | None = None
    dagmoete: bool | None = None
    moetedatoer: list[date] = []
    sektor: list[str] = []
    kilde: str = ""
    andre_navn: dict[str, Navn] = {}
    sammensetning: dict[Sammensetningsslag, dict[str, Antall]] = {}
    opplysning: dict[Opplysningsfelt, RaaOpplysning] = {}


class RaaVerv(Raa):
    """[[verv]]: a post."""

    person: Navn
    organ: Slug
    rolle: Rolle = "medlem"
    parti: str = ""
    kjoenn: Kjoenn | None = None
    fra: date | None = None
    til: date | None = None


class RaaDelegasjon(Raa):
    """[[delegasjon]]: power handed on."""

    fra: Slug
    til: Slug
    sakstyper: Annotated[list[str], Field(min_length=1)]
    prinsipielle: bool = False
    kilde: str = ""


class RaaSaksgang(Raa):
    """[[saksgang]]: the route of a case type."""

    sakstype: Navn
    trinn: Annotated[list[str], Field(min_length=1)]
    opphold_dager: list[Antall] = []
    lovpaalagt: list[str] = []
    andel: Andel = 1.0
    anke_andel: Andel = 0.0
    innstiller_formelt: str = ""
    innstiller_reelt: str = ""
    grunnlag: Grunnlag = "oppgitt"
    kilde: str = ""


class RaaModellfil(Raa):
    """A whole model file; `kommune` may be missing in a project's own alternatives."""

    format: Format = 1
    kommune: RaaKommune | None = None
    modell: RaaModellhode
    organ: Annotated[list[RaaOrgan], Field(min_length=1)]
    verv: list[RaaVerv] = []
    delegasjon: list[RaaDelegasjon] = []
    saksgang: list[RaaSaksgang] = []


class RaaOppdrag(BaseModel):
    """[oppdrag]: mandate and questions; its keys widen with the engagement's own issue."""

    model_config = ConfigDict(extra="allow", frozen=True)


class RaaSakslogg(Raa):
    """[sakslogg]: whether the log holds all cases or a sample of convenience."""

    dekning: Literal["alle", "utvalg", "ikke_oppgitt"] = "ikke_oppgitt"


class RaaProsjekt(Raa):
    """prosjekt.toml: choices only."""

    format: Format
    dato: date
    spraak: Literal["nb", "nn", "en"] = "nb"
    valgperiode: str = ""
    modeller: list[Slug] = []
    froe: Antall = 1
    trekk: Annotated[int, Field(ge=100, le=100_000)] = 1000
    eksempeltall: Literal["", "liten", "middels", "stor"] = ""
    kommunestyremoeter: dict[Slug, Annotated[int, Field(ge=1, le=366)]] = {}
    ord: dict[str, str] = {}
    oppdrag: RaaOppdrag = RaaOppdrag()
    sakslogg: RaaSakslogg = RaaSakslogg()
    kriterier: Any = None  # chosen in the judgement's own issue: any shape is let through until then
    vekter: Any = None
