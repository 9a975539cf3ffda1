"""One sheet of the intake workbook written: who knows it, headings, cells, drop-downs, prompts, print set-up.

Rows 1–3 tell the reader what the sheet is for; the headings stand in row 4. What rests on an assumption is
shown by a colour that goes away by itself when the ground is changed, and by the word in the column Grunnlag.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from typing import Any

from analyse.grunn.tekst import Tekst
from analyse.inntak.arkdefinisjon import TALLTYPER, TILLEGG, Ark, Kolonne, arkene, overskrift

HODERAD = 3  # counted from 0: three lines for the reader stand above
MAKS_RADER_MED_LISTE = 200  # drop-downs reach this far down; a larger workbook still reads
SISTE_RAD = HODERAD + MAKS_RADER_MED_LISTE
BREDDE = {"tekst": 26, "liste": 22, "valg": 20, "spenn": 16, "datoer": 22, "heltallene": 16, "navnene": 22}
BREDDE_ELLERS = 14
BREDDE_KILDE = 48
LINJEHOEYDE = 15  # points; Excel's own for its standard letter
BREDDE_FELT, BREDDE_SVAR, BREDDE_HJELP, BREDDE_GRUNNLAG = 30, 34, 60, 14
MAKS_TITTEL, MAKS_MELDING = 32, 255  # Excel's limits for the box beside a cell
A4 = 9  # the paper's number in Excel
FANEFARGER = {1: "#005A8C", 2: "#56B4E9", 3: "#BFBFBF"}
GUL = "#FFF2CC"
# Columns whose answers are names of another sheet: the list is that sheet itself, and grows with it.
FRA_ARK: Mapping[str, tuple[str, str]] = {
    "organ": ("organ", "navn"),
    "velges_av": ("organ", "navn"),
    "fra": ("organ", "navn"),
    "til": ("organ", "navn"),
    "innstiller_formelt": ("organ", "navn"),
    "innstiller_reelt": ("organ", "navn"),
    "parti": ("partier", "parti"),
    "leder_parti": ("partier", "parti"),
}


def build_skriveformater(bok: Any) -> dict[str, Any]:
    """Return the workbook's cell formats by name."""
    oeverst = {"text_wrap": True, "valign": "top"}
    return {
        "hode": bok.add_format({"bold": True, "bg_color": "#E6EEF5", **oeverst}),
        "bryt": bok.add_format(oeverst),
        "svar": bok.add_format({**oeverst, "align": "left"}),
        "tittel": bok.add_format({"bold": True, "font_size": 14, "font_color": FANEFARGER[1]}),
        "om": bok.add_format({"font_color": "#404040"}),
        "antakelse": bok.add_format({"bg_color": GUL}),
        "status": bok.add_format({"bold": True, "valign": "top"}),
        "lenke": bok.add_format({"underline": 1, "font_color": FANEFARGER[1], "valign": "top"}),
    }


def bokstav(kolonne: int) -> str:
    """Return the letter of a column counted from 0; no sheet of ours has more than 26."""
    return chr(ord("A") + kolonne)


def _bredde(kolonne: Kolonne) -> int:
    return BREDDE_KILDE if kolonne.id == "kilde" else BREDDE.get(kolonne.type, BREDDE_ELLERS)


def _hoeyde(verdi_per_bredde: Sequence[tuple[int, Any]]) -> int:
    """Return the height of a row whose texts are wrapped; only Excel itself would find it on opening."""
    linjer = [ceil(len(str(v)) / b) for b, v in verdi_per_bredde if v not in (None, "")]
    return LINJEHOEYDE * max(linjer, default=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arkskriver:
    """Writes one sheet after the other in the same manner, and remembers what each cell was given.

    Parameters
    ----------
    lister : the range of words for each list of choices. med : the sheets that are written.
    """

    tekst: Tekst
    formater: Mapping[str, Any]
    lister: Mapping[tuple[tuple[str, ...], bool], str]
    med: frozenset[str]
    bare_aapne: bool = False
    skrevet: dict[tuple[str, int, int], str | float] = field(default_factory=dict)
    felt: dict[str, tuple[Kolonne, ...]] = field(default_factory=dict)

    def write_ark(self, side: Any, ark: Ark, rader: Sequence[Mapping[str, Any]]) -> None:
        """Write a whole sheet."""
        side.set_landscape()
        side.set_paper(A4)
        side.fit_to_pages(1, 0)
        side.freeze_panes(HODERAD + 1, 0)
        side.repeat_rows(HODERAD)
        side.set_footer("&L&8&A&R&8&P / &N")
        side.set_tab_color(FANEFARGER[ark.nivaa])
        self._linjer_foran(side, ark)
        (self._felt if ark.form == "felt" else self._tabell)(side, ark, rader)

    def _linjer_foran(self, side: Any, ark: Ark) -> None:
        ord_ = {d: self.tekst(f"inntak.om_ark.{ark.id}.{d}") for d in ("om", "hvem", "hvor", "tid", "tapt")}
        ord_["nivaa"] = self.tekst(f"inntak.nivaanavn.nivaa_{ark.nivaa}")
        for nr in range(HODERAD):
            linje = self.tekst(f"inntak.om.linje{nr + 1}", **ord_)
            side.write_string(nr, 0, linje, self.formater["om" if nr else "tittel"])

    def _felt(self, side: Any, ark: Ark, rader: Sequence[Mapping[str, Any]]) -> None:
        """Write a sheet of one row per field: field, value, ground, source, help."""
        rad = rader[0] if rader else {}
        titler = [("inntak.felt", BREDDE_FELT), ("inntak.verdi", BREDDE_SVAR)]
        titler += [
            (f"inntak.tillegg.{t}", BREDDE_KILDE if t == "kilde" else BREDDE_GRUNNLAG) for t in ark.tillegg
        ]
        for nr, (noekkel, bredde) in enumerate([*titler, ("inntak.hjelp", BREDDE_HJELP)]):
            side.write_string(HODERAD, nr, self.tekst(noekkel), self.formater["hode"])
            side.set_column(nr, nr, bredde)
        vises = tuple(
            k
            for k in ark.kolonner
            if not self.bare_aapne or (k in ark.spoersmaal and rad.get(k.id) in (None, ""))
        )
        self.felt[ark.id] = vises
        for nr, kolonne in enumerate(vises, start=HODERAD + 1):
            hjelp = self.tekst(f"inntak.hjelp_{ark.id}.{kolonne.id}")
            side.write_string(nr, 0, overskrift(self.tekst, ark, kolonne), self.formater["bryt"])
            self._celle(side, ark, (nr, 1), kolonne, rad.get(kolonne.id), "svar")
            for plass, tillegg in enumerate(ark.tillegg, start=2):
                verdi = rad.get(f"{kolonne.id}.{tillegg}")
                self._celle(side, ark, (nr, plass), TILLEGG[tillegg], verdi, "bryt")
                self._regel(side, TILLEGG[tillegg], (nr, plass, nr, plass), "", "")
            side.write_string(nr, 2 + len(ark.tillegg), hjelp, self.formater["bryt"])
            side.set_row(nr, _hoeyde([(BREDDE_SVAR, rad.get(kolonne.id)), (BREDDE_HJELP, hjelp)]))
            self._regel(side, kolonne, (nr, 1, nr, 1), overskrift(self.tekst, ark, kolonne), hjelp)
        if "grunnlag" in ark.tillegg and vises:
            self._antakelser(side, (HODERAD + 1, 1, HODERAD + len(vises), 1), 2)

    def _tabell(self, side: Any, ark: Ark, rader: Sequence[Mapping[str, Any]]) -> None:
        """Write a sheet of one row per thing; the help is the heading's note and the cell's prompt."""
        for nr, kolonne in enumerate(ark.kolonner):
            tittel = overskrift(self.tekst, ark, kolonne)
            side.write_string(HODERAD, nr, tittel, self.formater["hode"])
            hjelp = self.tekst(f"inntak.hjelp_{ark.id}.{kolonne.id}")
            side.write_comment(HODERAD, nr, hjelp, {"author": ""})
            side.set_column(nr, nr, _bredde(kolonne))
            self._regel(side, kolonne, (HODERAD + 1, nr, SISTE_RAD, nr), tittel, hjelp, ark.id)
            if kolonne.id == "grunnlag":
                self._antakelser(side, (HODERAD + 1, 0, SISTE_RAD, nr - 1), nr)
        for rad_nr, rad in enumerate(rader, start=HODERAD + 1):
            for nr, kolonne in enumerate(ark.kolonner):
                self._celle(side, ark, (rad_nr, nr), kolonne, rad.get(kolonne.id), "svar")
            side.set_row(rad_nr, _hoeyde([(_bredde(k), rad.get(k.id)) for k in ark.kolonner]))

    def _antakelser(self, side: Any, omraade: tuple[int, int, int, int], grunnlag: int) -> None:
        """Colour what rests on an assumption, for as long as the column Grunnlag says so."""
        foerste = f"{bokstav(omraade[1])}{omraade[0] + 1}"
        ord_ = self.tekst("inntak.valg.forutsatt")
        regel = f'=AND({foerste}<>"",${bokstav(grunnlag)}{omraade[0] + 1}="{ord_}")'
        side.conditional_format(
            *omraade, {"type": "formula", "criteria": regel, "format": self.formater["antakelse"]}
        )
        merknad = self.tekst("inntak.merknad_antakelse")
        side.write_comment(HODERAD, grunnlag, merknad, {"author": "", "x_scale": 2})

    def _celle(
        self, side: Any, ark: Ark, plass: tuple[int, int], kolonne: Kolonne, verdi: Any, format_: str
    ) -> None:
        if verdi is None or verdi == "":
            return
        if isinstance(verdi, (int, float)) and not isinstance(verdi, bool):
            self.skrevet[ark.id, *plass] = float(verdi)
            side.write_number(*plass, verdi, self.formater[format_])
            return
        skrevet = self._som_tekst(kolonne, verdi)
        self.skrevet[ark.id, *plass] = skrevet
        side.write_string(*plass, skrevet, self.formater[format_])

    def _som_tekst(self, kolonne: Kolonne, verdi: Any) -> str:
        if isinstance(verdi, bool):
            return self.tekst("inntak.ja" if verdi else "inntak.nei")
        if isinstance(verdi, date):
            return verdi.strftime("%d.%m.%Y")
        return self.tekst(f"inntak.valg.{verdi}") if verdi in kolonne.valg else str(verdi)

    def _regel(
        self,
        side: Any,
        kolonne: Kolonne,
        celler: tuple[int, int, int, int],
        tittel: str,
        hjelp: str,
        ark_id: str = "",
    ) -> None:
        """Give cells their drop-down or check, with a prompt and a box for what does not fit.

        Nothing is forbidden: "vet ikke" is an answer everywhere, and the reading tells what cannot be used.
        """
        regel: dict[str, Any] = {"validate": "any"}
        if kolonne.har_liste:
            regel = {
                "validate": "list",
                "source": f"={self.lister[kolonne.valg, not kolonne.paakrevd]}",
                "error_title": self.tekst("inntak.listefeil_tittel"),
                "error_message": self.tekst("inntak.listefeil"),
                "error_type": "warning",
            }
        elif (
            kolonne.type == "tekst"
            and kolonne.id in FRA_ARK
            and FRA_ARK[kolonne.id][0] in self.med
            and FRA_ARK[kolonne.id] != (ark_id, kolonne.id)  # a list of itself would offer nothing new
        ):
            # a name not yet in that sheet is no mistake: it may be added later
            regel = {"validate": "list", "source": self._kilde(*FRA_ARK[kolonne.id]), "show_error": False}
        elif kolonne.type in TALLTYPER:
            foerste = f"{bokstav(celler[1])}{celler[0] + 1}"
            regel = {
                "validate": "custom",
                "value": f"=OR(ISTEXT({foerste}),AND(ISNUMBER({foerste}),{foerste}>=0))",
                "error_title": self.tekst("inntak.ugyldig_tittel"),
                "error_message": self.tekst("inntak.ugyldig_tall"),
                "error_type": "warning",
            }
        if hjelp:
            regel |= {"input_title": tittel[:MAKS_TITTEL], "input_message": hjelp[:MAKS_MELDING]}
        if regel != {"validate": "any"}:
            side.data_validation(*celler, regel)

    def _kilde(self, ark_id: str, kolonne_id: str) -> str:
        ark = next(a for a in arkene() if a.id == ark_id)
        nr = [k.id for k in ark.kolonner].index(kolonne_id)
        return f"={self.omraade(ark, nr)}"

    def omraade(self, ark: Ark, kolonne: int) -> str:
        """Return the cells of a table's column as a formula names them."""
        b = bokstav(kolonne)
        return f"'{self.tekst(f'inntak.ark.{ark.id}')}'!${b}${HODERAD + 2}:${b}${SISTE_RAD + 1}"
