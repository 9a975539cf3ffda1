"""From the workbook's rows to the raw record of a model file, with the cell behind every path.

So the workbook and the model file meet one validator, and messages still name sheet and cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from analyse.grunn.feil import Funn, UgyldigeData, vis_verdi
from analyse.grunn.feiltekst import TEKSTMERKE, naermeste
from analyse.grunn.filer import ascii_navn
from analyse.grunn.tekst import STANDARD_SPRAAK, Tekst
from analyse.inntak.arbeidsbok import Lesing, Rad, read_arbeidsbok
from analyse.inntak.arkdefinisjon import normaliser
from analyse.inntak.modellfil import Modellfil
from analyse.inntak.tolking import build_kommune, build_modell, check_kommune, validate_modellfil
from analyse.inntak.toml import Loc, Tomlfil
from analyse.modell.organ import TALLFELT

ANTALL_TRINN = 6
_SAKSGANGSFELT = ("sakstype", "opphold_dager", "andel", "lovpaalagt", "kilde")
_CELLE = re.compile(r"([A-Z]{1,3})(\d+)")
_HODEFELT = {"styreform": "modell", "sekretariat": "modell", "gjelder_fra": "modell", "kilde": "modell"}


class _Tolk:
    """One pass over the sheets; `steder` remembers which cell each path of the record came from."""

    def __init__(self, lesing: Lesing) -> None:
        self.lesing = lesing
        self.steder: dict[Loc, str] = {}
        self.funn: list[Funn] = []
        self.organnavn: dict[str, str] = {}

    def rader(self, ark: str) -> list[Rad]:
        return self.lesing.rader.get(ark, [])

    def husk(self, loc: Loc, ark: str, rad: int, kolonne: str) -> None:
        self.steder[loc] = self.lesing.sted(ark, rad, kolonne)

    def sted(self, loc: Loc) -> str:
        """Return the cell of a path, or of the nearest path above it."""
        for lengde in range(len(loc), 0, -1):
            if loc[:lengde] in self.steder:
                return self.steder[loc[:lengde]]
        return self.lesing.navn

    def kommune(self) -> dict[str, Any]:
        felt = self.rader("kommune")[0] if self.rader("kommune") else {}
        ut: dict[str, Any] = {}
        for navn, verdi in felt.items():
            self.husk((_HODEFELT.get(navn, "kommune"), navn), "kommune", 0, navn)
            if verdi is not None and navn not in _HODEFELT and navn not in ("valgaar", "stemmetype"):
                ut[navn] = verdi
        partier = [(nr, r) for nr, r in enumerate(self.rader("partier")) if r.get("parti")]
        sett: dict[str, int] = {}
        for nr, rad in partier:
            if rad["parti"] in sett:
                sted = self.lesing.sted("partier", nr, "parti")
                self.funn.append(Funn(kode="IN-051", sted=sted, felter={"funnet": str(rad["parti"])}))
            sett[rad["parti"]] = nr
            self.husk(("kommune", "mandater", rad["parti"]), "partier", nr, "mandater")
        ut["mandater"] = {r["parti"]: r["mandater"] for _, r in partier if r.get("mandater") is not None}
        stemmer = {r["parti"]: r["stemmer"] for _, r in partier if r.get("stemmer") is not None}
        if stemmer:
            ut["valg"] = [self._valg(felt, stemmer)]
        if any(r.get("posisjon") is not None for _, r in partier):
            ut["posisjon"] = [r["parti"] for _, r in partier if r.get("posisjon")]
        return ut

    def _valg(self, felt: Rad, stemmer: dict[str, int]) -> dict[str, Any]:
        valg: dict[str, Any] = {"stemmer": stemmer}
        for noekkel, navn in (("aar", "valgaar"), ("type", "stemmetype")):
            self.husk(("kommune", "valg", 0, noekkel), "kommune", 0, navn)
            if felt.get(navn) is not None:
                valg[noekkel] = felt[navn]
            elif self.sted(("kommune", "valg", 0, noekkel)) not in {f.sted for f in self.lesing.funn}:
                felter = {"felt": f"{TEKSTMERKE}inntak.kommune.{navn}"}
                sted = self.sted(("kommune", "valg", 0, noekkel))
                self.funn.append(Funn(kode="IN-011", sted=sted, felter=felter))
        return valg

    def hode(self) -> dict[str, Any]:
        felt = self.rader("kommune")[0] if self.rader("kommune") else {}
        hode = {k: felt[k] for k in _HODEFELT if felt.get(k) is not None}
        return {"id": "dagens", "navn": Tekst(STANDARD_SPRAAK)("inntak.dagens"), **hode}

    def organer(self) -> list[dict[str, Any]]:
        organer = []
        self.steder["organ",] = self.lesing.sted("organ", 0, "")
        for nr, rad in enumerate(self.rader("organ")):
            organer.append({k: v for k, v in rad.items() if v is not None})
            for kolonne in rad:
                self.husk(("organ", nr, kolonne), "organ", nr, kolonne)
            if rad.get("id"):
                navn = rad.get("navn") or rad["id"]
                self.organnavn |= {normaliser(str(navn)): rad["id"], normaliser(str(rad["id"])): rad["id"]}
        self._moeteplan({o.get("id"): nr for nr, o in enumerate(organer)}, organer)
        for nr, organ in enumerate(organer):
            if "velges_av" in organ:
                organ["velges_av"] = self.organ_id(organ["velges_av"], self.sted(("organ", nr, "velges_av")))
        return organer

    def organ_id(self, navn: str, sted: str) -> str:
        """Return the id of a body named by id or name; unknown ones become a finding."""
        if (funnet := self.organnavn.get(normaliser(navn))) is not None:
            return funnet
        kjente = sorted(set(self.organnavn.values()))
        felter = {
            "funnet": vis_verdi(navn),
            "lovlige": ", ".join(kjente),
            "naermeste": naermeste(navn, kjente),
        }
        self.funn.append(Funn(kode="IN-022", sted=sted, felter=felter))
        return ascii_navn(navn)

    def _moeteplan(self, indeks: dict[Any, int], organer: list[dict[str, Any]]) -> None:
        for nr, rad in enumerate(self.rader("moeteplan")):
            if not rad.get("organ"):
                continue
            organ_id = self.organ_id(rad["organ"], self.lesing.sted("moeteplan", nr, "organ"))
            if organ_id not in indeks:
                continue
            organ_nr = indeks[organ_id]
            for felt in (*TALLFELT, "moetedatoer"):
                if rad.get(felt) is None:
                    continue
                sted = self.lesing.sted("moeteplan", nr, felt)
                if felt in organer[organ_nr]:
                    self.funn.append(Funn(kode="IN-052", sted=sted, felter={"organ": organ_id}))
                    continue
                self.steder["organ", organ_nr, felt] = sted
                self.steder["organ", organ_nr, "opplysning", felt] = sted
                _legg_tall(organer[organ_nr], felt, rad)

    def saksganger(self) -> list[dict[str, Any]]:
        ganger = []
        for nr, rad in enumerate(self.rader("saksgang")):
            trinn: list[str] = []
            for trinn_nr in range(1, ANTALL_TRINN + 1):
                kolonne = f"trinn{trinn_nr}"
                if rad.get(kolonne):
                    self.husk(("saksgang", nr, "trinn", len(trinn)), "saksgang", nr, kolonne)
                    trinn.append(self._trinn(rad[kolonne], self.lesing.sted("saksgang", nr, kolonne)))
            gang: dict[str, Any] = {"trinn": trinn}
            self.husk(("saksgang", nr), "saksgang", nr, "sakstype")
            for felt in _SAKSGANGSFELT:
                self.husk(("saksgang", nr, felt), "saksgang", nr, felt)
                if rad.get(felt) is not None:
                    gang[felt] = rad[felt]
            for felt in ("innstiller_formelt", "innstiller_reelt"):
                if rad.get(felt):
                    gang[felt] = self.organ_id(rad[felt], self.lesing.sted("saksgang", nr, felt))
            ganger.append(gang)
        return ganger

    def _trinn(self, tekst: str, sted: str) -> str:
        deler = []
        for del_ in tekst.split("+"):
            organ, skille, handling = del_.strip().rpartition(":")
            if skille:
                deler.append(f"{self.organ_id(organ.strip(), sted)}:{handling.strip()}")
            else:
                deler.append(del_.strip())
        return " + ".join(deler)


def _legg_tall(organ: dict[str, Any], felt: str, rad: Rad) -> None:
    """Add one figure of a row of the meeting plan to its body, with what it rests on."""
    if felt == "moetedatoer":
        organ[felt] = rad[felt]
        return
    organ[felt], lav, hoey = rad[felt]
    alt = {"grunnlag": rad.get("grunnlag") or "oppgitt", "lav": lav, "hoey": hoey, "kilde": rad.get("kilde")}
    opplysning = {k: v for k, v in alt.items() if v is not None}
    if opplysning != {"grunnlag": "oppgitt"}:
        organ.setdefault("opplysning", {})[felt] = opplysning


def read_inntak(sti: Path, navn: str) -> Modellfil:
    """Return the municipality and today's model of a workbook.

    Raises
    ------
    UgyldigeData : every fault, each with sheet and cell. FarligFil : it is no sound workbook.
    """
    tolk = _Tolk(read_arbeidsbok(sti, navn))
    data = {
        "kommune": tolk.kommune(),
        "modell": tolk.hode(),
        "organ": tolk.organer(),
        "saksgang": tolk.saksganger(),
    }
    funn = [*tolk.lesing.funn, *tolk.funn]
    try:
        raa = validate_modellfil(data, tolk.sted)
        if raa.kommune:
            funn += check_kommune(raa.kommune, tolk.sted)
        modell = build_modell(raa, list(raa.kommune.mandater) if raa.kommune else [], tolk.sted)
    except UgyldigeData as feil:
        raise UgyldigeData(_samle(funn, feil.funn, tolk.lesing)) from feil
    if funn or raa.kommune is None:
        raise UgyldigeData(_samle(funn, (), tolk.lesing))
    return Modellfil(
        modell=modell, kommune=build_kommune(raa.kommune), fil=Tomlfil(navn=navn, data=data, tekst="")
    )


def _samle(lest: list[Funn], validert: Iterable[Funn], lesing: Lesing) -> list[Funn]:
    """Return the findings in the workbook's order, without the echo of a cell that could not be read.

    What the reader found is missing for the validator, who would tell it once more in other words.
    """
    steder = {f.sted for f in lest}
    ekko = ("IN-011", "IN-019", "IN-022") if lest else ()
    alle = [*lest, *(f for f in validert if f.sted not in steder and f.kode not in ekko)]
    arkrekke = {f"{navn}": nr for nr, navn in enumerate(lesing.arknavn.values(), start=1)}

    def plass(funn: Funn) -> tuple[int, int, int, str]:
        deler = funn.sted.split("!")
        ark = arkrekke.get("!".join(deler[1:-1]) or deler[-1], arkrekke.get(deler[-1], 0))
        treff = _CELLE.match(deler[-1])
        return (ark, int(treff[2]), len(treff[1]), treff[1]) if treff else (ark, 0, 0, "")

    return sorted(alle, key=plass)
