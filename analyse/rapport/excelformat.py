"""The look of the workbook: fonts, colours, number formats. Okabe–Ito blue; contrast at least 4.5 : 1."""

from __future__ import annotations

from typing import Any

from analyse.modell.tallform import ANDEL, desimaler

BLAA = "#005A8C"  # 7.4 : 1 on white
GRAA = "#595959"  # 7.0 : 1 on white
LYS = "#EAF2F8"
SERIEFARGER = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
MOENSTRE = ("", "wide_upward_diagonal", "small_grid", "dark_horizontal", "dotted_diamond", "dark_vertical")
SKRIFT = "Calibri"
MAKS_RADHOEYDE = 409.0  # points; Excel makes no row higher


def build_formater(bok: Any) -> dict[str, Any]:
    """Return the workbook's named formats."""
    felles = {"font_name": SKRIFT, "font_size": 11, "valign": "top"}

    def lag(**egne: Any) -> Any:
        return bok.add_format(felles | egne)

    rute = {"text_wrap": True, "align": "left", "indent": 1, "border": 1, "border_color": "#BFBFBF"}
    hode = rute | {"bold": True, "bg_color": BLAA, "font_color": "#FFFFFF", "border_color": BLAA}
    return {
        "tekst": lag(text_wrap=True),
        "tittel": lag(bold=True, font_size=20, font_color=BLAA),
        "undertittel": lag(font_size=12, font_color=GRAA),
        "overskrift": lag(bold=True, font_size=14, font_color=BLAA),
        "tabelltittel": lag(bold=True, font_size=12),
        "hode": lag(**hode),
        "hode_tall": lag(**hode | {"align": "right"}),
        "celle": lag(**rute),
        "celle_liten": lag(**rute | {"font_size": 9, "font_color": GRAA}),
        "celle_ord": lag(**rute | {"align": "right", "italic": True}),
        "sum_celle": lag(**rute | {"bold": True, "bg_color": LYS}),
        "note": lag(text_wrap=True, italic=True, font_color=GRAA, font_size=10),
        "merke": lag(bold=True, font_color="#9A3324"),
    }


# Characters per unit of column width, and points per line, in the two sizes of type that tables use.
_TEGN = {"om": 1.6, "ord": 1.15, "tall": 1.15}
_PUNKT = {"om": 12.5, "ord": 15.0, "tall": 15.0}


def tekst_hoeyde(tekst: str, bredde: float, slag: str = "ord") -> float:
    """Return the height in points of a text in a column of a width; words stay whole, as Excel sets them."""
    tegn = bredde * _TEGN[slag] - 2  # cells are indented
    linjer, fylt = 1, 0
    for ord_ in tekst.split():
        if fylt and fylt + 1 + len(ord_) > tegn:
            linjer, fylt = linjer + 1, 0
        fylt += len(ord_) + bool(fylt)
        if fylt > tegn:  # longer than the line: broken wherever it ends
            linjer, fylt = linjer + int(fylt // tegn), int(fylt % tegn)
    return min(linjer * _PUNKT[slag], MAKS_RADHOEYDE)


class Tallformater:
    """Number formats of the workbook, one per unit and kind, made when first asked for.

    Parameters
    ----------
    minst : the word before a lower bound, in the report's language.
    """

    def __init__(self, bok: Any, minst: str) -> None:
        self._bok = bok
        self._minst = minst
        self._laget: dict[tuple[str, bool, bool, bool], Any] = {}

    def format(self, enhet: str, *, differanse: bool = False, minst: bool = False, fet: bool = False) -> Any:
        """Return the cell format of a number."""
        noekkel = (enhet, differanse, minst, fet)
        if noekkel not in self._laget:
            self._laget[noekkel] = self._bok.add_format(
                {
                    "font_name": SKRIFT,
                    "font_size": 11,
                    "valign": "top",
                    "align": "right",
                    "indent": 1,
                    "border": 1,
                    "border_color": "#BFBFBF",
                    "bold": fet,
                    **({"bg_color": LYS} if fet else {}),
                    "num_format": self._moenster(enhet, differanse=differanse, minst=minst),
                }
            )
        return self._laget[noekkel]

    def _moenster(self, enhet: str, *, differanse: bool, minst: bool) -> str:
        if enhet == ANDEL:
            return "0 %"
        antall = desimaler(enhet)
        grunn = "#,##0" + ("." + "0" * antall if antall else "")
        foran = f'"{self._minst} "' if minst else ""
        if differanse:
            return f"{foran}+{grunn};{foran}−{grunn};{foran}{grunn}"
        return f"{foran}{grunn}"
