"""A table of the report on a worksheet, and the native chart that points at it.

A column with numbers gets a companion: what each number rests on and its ranges, in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analyse.modell.tallform import ANDEL, desimaler
from analyse.rapport.blokker import Celle, Navn, Ord, Soyler, Tabell, Tall
from analyse.rapport.celleskriver import Celleskriver
from analyse.rapport.excelformat import MOENSTRE, SERIEFARGER, Tallformater, tekst_hoeyde
from analyse.rapport.maalingsark import Maalingsark
from analyse.rapport.tallord import Ordlegger


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabellplass:
    """Where a table stands: its sheet, rows (from 0) and the sheet column of each of its own columns."""

    ark: str
    hoderad: int
    foerste: int
    siste: int
    kolonner: tuple[int, ...]
    neste_rad: int


def _har_tall(tabell: Tabell, kolonne: int) -> bool:
    return any(isinstance(rad[kolonne], Tall) for rad in tabell.rader)


def _om_tallet(tall: Tall, ordlegger: Ordlegger) -> str:
    spenn = ordlegger.alle_spenn(tall) if tall.verdi is not None else []
    deler = [d for d in (ordlegger.verdikt(tall), ordlegger.grunnlag(tall), *spenn) if d]
    if grunn := ordlegger.grunn(tall):
        deler.append(grunn)
    return "; ".join(deler)


class _Tabellskriver:
    """Writes one table; remembers nothing after it."""

    def __init__(
        self,
        skriver: Celleskriver,
        ordlegger: Ordlegger,
        tallformater: Tallformater,
        maalinger: Maalingsark,
        bok: Any,
        egne_navn: set[str],
    ) -> None:
        self.skriver, self.ordlegger, self.tallformater = skriver, ordlegger, tallformater
        self.maalinger, self.bok, self.egne_navn = maalinger, bok, egne_navn

    def tall(
        self, rad: int, kolonne: int, tall: Tall, *, fet: bool = False, formel: str | None = None
    ) -> None:
        """Write a number: a reference to «Målinger» where it stands there, else itself under its own name."""
        if tall.verdi is None:
            self.skriver.write_tekst(rad, kolonne, self.ordlegger.verdi(tall), "celle_ord")
            return
        form = self.tallformater.format(
            tall.enhet, differanse=tall.er_differanse, minst=tall.er_minst, fet=fet
        )
        if formel is None and self.maalinger.har(tall.id):
            formel = f"={tall.id}"
        if formel is None:
            self.skriver.write_tall(rad, kolonne, tall.verdi, form)
        else:
            self.skriver.write_formel(rad, kolonne, formel, tall.verdi, form)
        if not self.maalinger.har(tall.id) and tall.id not in self.egne_navn:
            ark = self.skriver.ark.get_name().replace("'", "''")
            self.bok.define_name(tall.id, f"='{ark}'!${_bokstav(kolonne)}${rad + 1}")
            self.egne_navn.add(tall.id)

    def celle(self, rad: int, kolonne: int, celle: Celle, *, format_: str) -> None:
        """Write words, or an empty cell."""
        if celle is None or isinstance(celle, Tall):
            self.skriver.write_tom(rad, kolonne, format_)
        else:
            self.skriver.write_tekst(rad, kolonne, self.ordlegger.ord(celle), format_)


def tallkolonner(tabell: Tabell) -> tuple[int, ...]:
    """Return the columns of the table that get a companion: those with numbers of different grounds."""
    return tuple(k for k in range(len(tabell.kolonner)) if _har_tall(tabell, k) and not tabell.uten_grunnlag)


def kolonnetekster(tabell: Tabell, ordlegger: Ordlegger) -> list[tuple[str, list[str]]]:
    """Return, per column of the sheet, its kind (ord, tall, om) and what stands in it."""
    ut: list[tuple[str, list[str]]] = []
    rader = [*tabell.rader, tabell.sumrad] if tabell.sumrad else list(tabell.rader)
    for nr, overskrift in enumerate(tabell.kolonner):
        celler = [rad[nr] for rad in rader]
        ord_ = [ordlegger.ord(c) if isinstance(c, Ord | Navn) else "" for c in celler]
        slag = "tall" if _har_tall(tabell, nr) else "ord"
        ut.append((slag, [ordlegger.ord(overskrift), *ord_]))
        if nr in tallkolonner(tabell):
            om = [_om_tallet(c, ordlegger) if isinstance(c, Tall) else "" for c in celler]
            ut.append(("om", [ordlegger.tekst("rapport.kolonne.grunnlag"), *om]))
    return ut


def _bokstav(kolonne: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(kolonne))


def hoderad_nr(rad: int) -> int:
    """Return the row of the headings of a table whose title stands on `rad`."""
    return rad + 1


def write_tabell(
    skriver: Celleskriver,
    tabell: Tabell,
    rad: int,
    ordlegger: Ordlegger,
    tallformater: Tallformater,
    maalinger: Maalingsark,
    bok: Any,
    egne_navn: set[str],
    bredder: Sequence[float],
) -> Tabellplass:
    """Write the table from the row and return where it stands; `bredder` are the sheet's column widths."""
    egen = _Tabellskriver(skriver, ordlegger, tallformater, maalinger, bok, egne_navn)
    skriver.write_tekst(rad, 0, ordlegger.ord(tabell.tittel), "tabelltittel")
    hoderad, kolonner, neste = hoderad_nr(rad), [], 0
    med_om = tallkolonner(tabell)
    tekster = kolonnetekster(tabell, ordlegger)
    for nr in range(1 + len(tabell.rader) + bool(tabell.sumrad)):
        hoeyde = max(tekst_hoeyde(t[nr], b, slag) for (slag, t), b in zip(tekster, bredder, strict=False))
        skriver.ark.set_row(hoderad_nr(rad) + nr, hoeyde)
    for nr, overskrift in enumerate(tabell.kolonner):
        kolonner.append(neste)
        skriver.write_tekst(
            hoderad, neste, ordlegger.ord(overskrift), "hode_tall" if _har_tall(tabell, nr) else "hode"
        )
        if nr in med_om:
            skriver.write_tekst(hoderad, neste + 1, ordlegger.tekst("rapport.kolonne.grunnlag"), "hode")
        neste += 2 if nr in med_om else 1
    foerste = hoderad + 1
    for rad_nr, celler in enumerate(tabell.rader, start=foerste):
        _write_rad(egen, rad_nr, celler, kolonner, med_om, "celle", {})
    siste = foerste + len(tabell.rader) - 1
    if tabell.sumrad:
        formler = {
            k: f"=SUM({_bokstav(kolonner[k])}{foerste + 1}:{_bokstav(kolonner[k])}{siste + 1})"
            for k in tabell.sum_kolonner
        }
        _write_rad(egen, siste + 1, tabell.sumrad, kolonner, med_om, "sum_celle", formler)
    return Tabellplass(
        ark=skriver.ark.get_name(),
        hoderad=hoderad,
        foerste=foerste,
        siste=siste,
        kolonner=tuple(kolonner),
        neste_rad=siste + (2 if tabell.sumrad else 1),
    )


def _write_rad(
    egen: _Tabellskriver,
    rad: int,
    celler: tuple[Celle, ...],
    kolonner: list[int],
    med_om: tuple[int, ...],
    format_: str,
    formler: dict[int, str],
) -> None:
    for nr, celle in enumerate(celler):
        if isinstance(celle, Tall):
            egen.tall(rad, kolonner[nr], celle, fet=format_ == "sum_celle", formel=formler.get(nr))
        else:
            er_ord_blant_tall = celle is not None and nr in med_om and format_ == "celle"
            egen.celle(rad, kolonner[nr], celle, format_="celle_ord" if er_ord_blant_tall else format_)
        if nr in med_om:
            om = _om_tallet(celle, egen.ordlegger) if isinstance(celle, Tall) else ""
            egen.skriver.write_tekst(rad, kolonner[nr] + 1, om, "celle_liten")


def write_soyler(
    bok: Any, skriver: Celleskriver, soyler: Soyler, plass: Tabellplass, rad: int, ordlegger: Ordlegger
) -> int:
    """Insert a native bar chart over the table's numbers, with alt text; returns the next free row."""
    diagram = bok.add_chart({"type": "bar"})
    ark = plass.ark
    tallform = "0 %" if soyler.enhet == ANDEL else "#,##0" + ("." + "0" * desimaler(soyler.enhet)).rstrip(".")
    for nr, kolonne in enumerate(soyler.kolonner):
        celle = plass.kolonner[kolonne]
        farge = SERIEFARGER[nr % len(SERIEFARGER)]
        serie: dict[str, Any] = {
            "name": [ark, plass.hoderad, celle],
            "categories": [ark, plass.foerste, 0, plass.siste, 0],
            "values": [ark, plass.foerste, celle, plass.siste, celle],
            "data_labels": {"value": True, "num_format": tallform},
            "border": {"color": farge},
            "gap": 60,
        }
        moenster = MOENSTRE[nr % len(MOENSTRE)]  # models are told apart without colour too
        if moenster:
            serie["pattern"] = {"pattern": moenster, "fg_color": farge, "bg_color": "#FFFFFF"}
        else:
            serie["fill"] = {"color": farge}
        diagram.add_series(serie)
    diagram.set_title({"name": ordlegger.ord(soyler.tittel), "name_font": {"size": 12}, "overlay": False})
    diagram.set_x_axis(
        {
            "min": 0,
            "num_format": tallform,
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
            "name": ordlegger.ord(soyler.om),
            "name_font": {"size": 10, "bold": False},
        }
    )
    diagram.set_y_axis({"reverse": True})
    diagram.set_legend({"position": "bottom"})
    hoeyde = 130 + 20 * (plass.siste - plass.foerste + 1) * max(1, len(soyler.kolonner))
    diagram.set_size({"width": 900, "height": hoeyde})
    skriver.ark.insert_chart(
        rad, 0, diagram, {"description": ordlegger.ord(soyler.alt), "object_position": 2}
    )
    return rad + hoeyde // 20 + 2
