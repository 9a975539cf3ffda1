"""From the workbook's rows to the raw record of a model file, with the cell behind every path.

So the workbook and the model file meet one validator, and messages still name sheet and cell.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from analyse.grunn.feil import Funn, UgyldigeData
from analyse.grunn.filer import ascii_navn
from analyse.inntak.arbeidsbok import Lesing, Rad, read_arbeidsbok
from analyse.inntak.arkdefinisjon import normaliser
from analyse.inntak.melding import Loc, naermeste
from analyse.inntak.modellfil import Modellfil
from analyse.inntak.toml import Tomlfil
from analyse.inntak.tolking import build_kommune, build_modell, check_kommune, validate_modellfil
from analyse.modell.organ import TALLFELT

ANTALL_TRINN = 6
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
        if any(r.get("stemmer") is not None for _, r in partier):
            self.husk(("kommune", "valg", 0), "kommune", 0, "valgaar")
            ut["valg"] = [
                {
                    "aar": felt.get("valgaar") or 0,
                    "type": felt.get("stemmetype") or "",
                    "stemmer": {r["parti"]: r["stemmer"] for _, r in partier if r.get("stemmer") is not None},
                }
            ]
        if any(r.get("posisjon") is not None for _, r in partier):
            ut["posisjon"] = [r["parti"] for _, r in partier if r.get("posisjon")]
        return ut

    def hode(self) -> dict[str, Any]:
        felt = self.rader("kommune")[0] if self.rader("kommune") else {}
        hode = {k: felt[k] for k in _HODEFELT if felt.get(k) is not None}
        return {"id": "dagens", "navn": "Dagens modell", **hode}

    def organer(self) -> list[dict[str, Any]]:
        organer = []
        for nr, rad in enumerate(self.rader("organ")):
            organer.append({k: v for k, v in rad.items() if v is not None})
            for kolonne in rad:
                self.husk(("organ", nr, kolonne), "organ", nr, kolonne)
            if rad.get("id"):
                self.organnavn |= {normaliser(str(rad["id"])): rad["id"], normaliser(str(rad.get("navn"))): rad["id"]}
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
        felter = {"funnet": navn, "lovlige": ", ".join(kjente), "naermeste": naermeste(navn, kjente)}
        self.funn.append(Funn(kode="IN-022", sted=sted, felter=felter))
        return ascii_navn(navn)

    def _moeteplan(self, indeks: dict[Any, int], organer: list[dict[str, Any]]) -> None:
        for nr, rad in enumerate(self.rader("moeteplan")):
            if not rad.get("organ"):
                continue
            organ_id = self.organ_id(rad["organ"], self.lesing.sted("moeteplan", nr, "organ"))
            if organ_id not in indeks:
                continue
            organ, organ_nr = organer[indeks[organ_id]], indeks[organ_id]
            for felt in (*TALLFELT, "moetedatoer"):
                if rad.get(felt) is None:
                    continue
                sted = self.lesing.sted("moeteplan", nr, felt)
                if felt in organ:
                    self.funn.append(Funn(kode="IN-052", sted=sted, felter={"organ": organ_id}))
                    continue
                self.steder["organ", organ_nr, felt] = sted
                self.steder["organ", organ_nr, "opplysning", felt] = sted
                if felt == "moetedatoer":
                    organ[felt] = rad[felt]
                    continue
                organ[felt], lav, hoey = rad[felt]
                opplysning = {"grunnlag": rad.get("grunnlag") or "oppgitt", "lav": lav, "hoey": hoey, "kilde": rad.get("kilde")}
                opplysning = {k: v for k, v in opplysning.items() if v is not None}
                if opplysning != {"grunnlag": "oppgitt"}:
                    organ.setdefault("opplysning", {})[felt] = opplysning

    def saksganger(self) -> list[dict[str, Any]]:
        ganger = []
        for nr, rad in enumerate(self.rader("saksgang")):
            trinn = []
            for trinn_nr in range(1, ANTALL_TRINN + 1):
                kolonne = f"trinn{trinn_nr}"
                if rad.get(kolonne):
                    self.husk(("saksgang", nr, "trinn", len(trinn)), "saksgang", nr, kolonne)
                    trinn.append(self._trinn(rad[kolonne], self.lesing.sted("saksgang", nr, kolonne)))
            gang: dict[str, Any] = {"sakstype": rad.get("sakstype"), "trinn": trinn}
            self.husk(("saksgang", nr), "saksgang", nr, "sakstype")
            if rad.get("andel") is not None:
                gang["andel"] = rad["andel"]
            if rad.get("lovpaalagt"):
                gang["lovpaalagt"] = rad["lovpaalagt"]
            for felt in ("innstiller_formelt", "innstiller_reelt"):
                if rad.get(felt):
                    gang[felt] = self.organ_id(rad[felt], self.lesing.sted("saksgang", nr, felt))
            ganger.append({k: v for k, v in gang.items() if v is not None})
        return ganger

    def _trinn(self, tekst: str, sted: str) -> str:
        deler = []
        for del_ in tekst.split("+"):
            organ, skille, handling = del_.strip().rpartition(":")
            deler.append(f"{self.organ_id(organ.strip(), sted)}:{handling.strip()}" if skille else del_.strip())
        return " + ".join(deler)


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
        kjente = {f.sted for f in funn}
        raise UgyldigeData([*funn, *(f for f in feil.funn if f.sted not in kjente)]) from feil
    if funn or raa.kommune is None:
        raise UgyldigeData(funn)
    return Modellfil(modell=modell, kommune=build_kommune(raa.kommune), fil=Tomlfil(navn=navn, data=data, tekst=""))
