"""One pass over the workbook's sheets: rows become the record of a model file, each path with its cell.

Shared by the readers of single sheets. Left out: what a record may hold (`raa`) and whether it hangs together
(`sammenheng`).
"""

from __future__ import annotations

from typing import Any

from analyse.grunn.feil import Funn, vis_verdi
from analyse.grunn.feiltekst import TEKSTMERKE, naermeste
from analyse.grunn.filer import ascii_navn
from analyse.grunn.tekst import STANDARD_SPRAAK, Tekst
from analyse.inntak.arkdefinisjon import normaliser
from analyse.inntak.arkleser import Lesing, Rad
from analyse.inntak.toml import Loc

HODEFELT = {"styreform": "modell", "sekretariat": "modell", "gjelder_fra": "modell", "kilde": "modell"}
_VALGFELT = ("valgaar", "stemmetype")


class Tolk:
    """What one workbook says; `steder` remembers which cell each path of the record came from."""

    def __init__(self, lesing: Lesing) -> None:
        self.lesing = lesing
        self.steder: dict[Loc, str] = {}
        self.funn: list[Funn] = []
        self.organnavn: dict[str, str] = {}

    def rader(self, ark: str) -> list[Rad]:
        """Return the rows of a sheet; none where the sheet is missing."""
        return self.lesing.rader.get(ark, [])

    def husk(self, loc: Loc, ark: str, rad: int, kolonne: str) -> None:
        """Remember the cell of a path."""
        self.steder[loc] = self.lesing.sted(ark, rad, kolonne)

    def meld(self, kode: str, plass: tuple[str, int, str], **felter: str) -> None:
        """Add a finding at a cell: sheet, row, column."""
        self.funn.append(Funn(kode=kode, sted=self.lesing.sted(*plass), felter=felter))

    def sted(self, loc: Loc) -> str:
        """Return the cell of a path, or of the nearest path above it."""
        for lengde in range(len(loc), 0, -1):
            if loc[:lengde] in self.steder:
                return self.steder[loc[:lengde]]
        return self.lesing.navn

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

    def hode(self) -> dict[str, Any]:
        """Return the model's own facts, from the sheet of the municipality."""
        felt = self._felt()
        hode = {k: felt[k] for k in HODEFELT if felt.get(k) is not None}
        return {"id": "dagens", "navn": Tekst(STANDARD_SPRAAK)("inntak.dagens"), **hode}

    def kommune(self) -> dict[str, Any]:
        """Return the municipality with its parties, seats and votes."""
        felt = self._felt()
        ut: dict[str, Any] = {}
        for navn, verdi in felt.items():
            self.husk((HODEFELT.get(navn, "kommune"), navn), "kommune", 0, navn)
            if verdi is not None and navn not in HODEFELT and navn not in _VALGFELT and "." not in navn:
                ut[navn] = verdi
        if felt.get("innbyggere.grunnlag"):
            ut["innbyggere_grunnlag"] = felt["innbyggere.grunnlag"]
        partier = [(nr, r) for nr, r in enumerate(self.rader("partier")) if r.get("parti")]
        self._check_doble_partier(partier)
        for nr, rad in partier:
            self.husk(("kommune", "mandater", rad["parti"]), "partier", nr, "mandater")
        ut["mandater"] = {r["parti"]: r["mandater"] for _, r in partier if r.get("mandater") is not None}
        stemmer = {r["parti"]: r["stemmer"] for _, r in partier if r.get("stemmer") is not None}
        if stemmer:
            ut["valg"] = [self._valg(felt, stemmer)]
        if any(r.get("posisjon") is not None for _, r in partier):
            ut["posisjon"] = [r["parti"] for _, r in partier if r.get("posisjon")]
        return ut

    def _felt(self) -> Rad:
        return self.rader("kommune")[0] if self.rader("kommune") else {}

    def _check_doble_partier(self, partier: list[tuple[int, Rad]]) -> None:
        sett: set[str] = set()
        for nr, rad in partier:
            if (skrevet := normaliser(rad["parti"])) in sett:  # Ap and AP are one party, spelt in two ways
                self.meld("IN-051", ("partier", nr, "parti"), funnet=vis_verdi(rad["parti"]))
            sett.add(skrevet)

    def _valg(self, felt: Rad, stemmer: dict[str, int]) -> dict[str, Any]:
        valg: dict[str, Any] = {"stemmer": stemmer}
        for noekkel, navn in (("aar", "valgaar"), ("type", "stemmetype")):
            self.husk(("kommune", "valg", 0, noekkel), "kommune", 0, navn)
            if felt.get(navn) is not None:
                valg[noekkel] = felt[navn]
            elif self.sted(("kommune", "valg", 0, noekkel)) not in {f.sted for f in self.lesing.funn}:
                self.meld("IN-011", ("kommune", 0, navn), felt=f"{TEKSTMERKE}inntak.kommune.{navn}")
        return valg
