"""Can the workbook be trusted and printed: names, formulas, text, pictures, pages, the same bytes twice?"""

from __future__ import annotations

import math
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from analyse.grunn.feil import MiljoeFeil
from analyse.grunn.tekst import Tekst
from analyse.modell.maalinger import som_rader
from analyse.rapport.blokker import Rapport
from analyse.rapport.excel import write_excel
from analyse.rapport.tallkilde import Tallkilde

Boeker = Mapping[tuple[str, str], Path]
ALLE = [("levanger", "nb"), ("levanger", "en"), ("fylke", "nn"), ("fiendtlig", "en")]
REFERANSE = re.compile(r"(?:'?([^'!]+)'?!)?\$?([A-Z]+)\$?([0-9]+)")
TEGNING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


class Regneark:
    """A workbook's formulas worked out from the cells they point to, without Excel."""

    def __init__(self, sti: Path) -> None:
        self.bok: Workbook = openpyxl.load_workbook(sti)
        self.verdier: Workbook = openpyxl.load_workbook(sti, data_only=True)

    def formler(self) -> list[tuple[str, str, str]]:
        return [
            (ark.title, celle.coordinate, celle.value)
            for ark in self.bok
            for rad in ark.iter_rows()
            for celle in rad
            if celle.data_type == "f"
        ]

    def navn(self, navn: str) -> float:
        maal = self.bok.defined_names[navn].attr_text
        treff = REFERANSE.fullmatch(maal)
        return self.celle(treff[1], treff[2] + treff[3]) if treff else float(maal)

    def celle(self, ark: str, sted: str) -> float:
        verdi = self.bok[ark][sted].value
        if isinstance(verdi, str) and verdi.startswith("="):
            return self.regn(ark, verdi)
        return 0.0 if verdi is None or isinstance(verdi, str) else float(verdi)  # as SUM counts words

    def regn(self, ark: str, formel: str) -> float:
        uttrykk = formel.removeprefix("=")
        if treff := re.fullmatch(r"SUM\(([A-Z]+)([0-9]+):\1([0-9]+)\)", uttrykk):
            return sum(self.celle(ark, f"{treff[1]}{n}") for n in range(int(treff[2]), int(treff[3]) + 1))
        if uttrykk in self.bok.defined_names:
            return self.navn(uttrykk)
        ledd = re.findall(r"([+-]?)([A-Z]+[0-9]+)", uttrykk)
        assert "".join(t + c for t, c in ledd) == uttrykk, f"a formula of an unknown kind: {formel}"
        return sum((-1 if tegn == "-" else 1) * self.celle(ark, c) for tegn, c in ledd)


@pytest.fixture(scope="module")
def ark(boeker: Boeker) -> Callable[[str, str], Regneark]:
    lest: dict[tuple[str, str], Regneark] = {}
    return lambda navn, s: lest.setdefault((navn, s), Regneark(boeker[navn, s]))


@pytest.mark.parametrize(("navn", "spraak"), ALLE)
def test_every_formula_gives_the_value_that_stands_in_its_cell(
    navn: str, spraak: str, ark: Callable[[str, str], Regneark]
) -> None:
    regneark = ark(navn, spraak)
    formler = regneark.formler()
    assert len(formler) > 20
    feil = {
        f"{side}!{sted} {formel}": (regnet, vist)
        for side, sted, formel in formler
        if not math.isclose(
            regnet := regneark.regn(side, formel), vist := regneark.verdier[side][sted].value, abs_tol=1e-9
        )
    }
    assert feil == {}


def test_every_difference_and_every_total_is_a_live_formula(
    ark: Callable[[str, str], Regneark], rapporter: Mapping[str, Rapport]
) -> None:
    regneark = ark("levanger", "nb")
    resultat = rapporter["levanger"].resultat
    for rad, tall in Tallkilde(resultat).rader():
        if tall.verdi is None or rad["dimensjon"] is not None:
            continue
        if rad["mot"] is None and not resultat.indikatorer[rad["indikator"]].samles:
            continue
        side, sted = (
            regneark.bok.defined_names[tall.id].attr_text.replace("'", "").replace("$", "").split("!")
        )
        assert str(regneark.bok[side][sted].value).startswith("="), tall.id


@pytest.mark.parametrize(("navn", "spraak"), ALLE)
def test_every_number_of_the_table_is_a_defined_name_with_its_value(
    navn: str, spraak: str, ark: Callable[[str, str], Regneark], rapporter: Mapping[str, Rapport]
) -> None:
    regneark = ark(navn, spraak)
    mangler = []
    for _, tall in Tallkilde(rapporter[navn].resultat).rader():
        if tall.verdi is not None and not (
            tall.id in regneark.bok.defined_names
            and math.isclose(regneark.navn(tall.id), tall.verdi, abs_tol=1e-9)
        ):
            mangler.append(tall.id)
    assert mangler == []


def test_the_sheet_of_measurements_has_a_line_for_every_row_of_the_table(
    ark: Callable[[str, str], Regneark], rapporter: Mapping[str, Rapport]
) -> None:
    side = ark("levanger", "nb").verdier["Målinger"]
    rader = som_rader(rapporter["levanger"].resultat.maalinger)
    assert side.max_row == 3 + len(rader)
    verdier = [side.cell(n, 5).value for n in range(4, side.max_row + 1)]
    assert [v for v in verdier if isinstance(v, int | float)] == pytest.approx(
        [r["verdi"] for r in _i_arkets_rekkefoelge(rapporter["levanger"]) if r["verdi"] is not None]
    )


def _i_arkets_rekkefoelge(rapport: Rapport) -> list[dict[str, object]]:
    return [rad for rad, _ in Tallkilde(rapport.resultat).rader()]


@pytest.mark.parametrize("spraak", ["nb", "nn", "en"])
def test_hostile_names_stay_text(
    spraak: str, ark: Callable[[str, str], Regneark], fiendtlige_navn: list[str], boeker: Boeker
) -> None:
    regneark = ark("fiendtlig", spraak)
    tekster = [
        c.value for side in regneark.bok for rad in side.iter_rows() for c in rad if c.data_type == "s"
    ]
    assert [n for n in fiendtlige_navn if not any(n in t for t in tekster)] == []
    egne = re.compile(r"=(SUM\([A-Z]+\d+:[A-Z]+\d+\)|[A-Z]+\d+([+-][A-Z]+\d+)*|[a-z]\w+)")
    assert [f for f in regneark.formler() if not egne.fullmatch(f[2])] == []
    with zipfile.ZipFile(boeker["fiendtlig", spraak]) as arkiv:
        assert [n for n in arkiv.namelist() if "externalLink" in n or "vba" in n.lower()] == []
        lenker = [n for n in arkiv.namelist() if n.endswith(".rels") and b"hyperlink" in arkiv.read(n)]
    assert lenker == []


@pytest.mark.parametrize(("navn", "spraak"), ALLE)
def test_no_cell_holds_an_error_a_nan_or_a_text_that_was_cut(
    navn: str, spraak: str, ark: Callable[[str, str], Regneark]
) -> None:
    stygge = [
        f"{side.title}!{c.coordinate}: {c.value}"
        for side in ark(navn, spraak).verdier
        for rad in side.iter_rows()
        for c in rad
        if c.value is not None
        and (
            c.data_type == "e"
            or str(c.value).lower() in {"nan", "inf", "-inf", "none"}
            or str(c.value).endswith("…")
        )
    ]
    assert stygge == []


def test_every_chart_and_picture_has_an_alt_text_with_words(boeker: Boeker) -> None:
    with zipfile.ZipFile(boeker["levanger", "nb"]) as arkiv:
        tegninger = [n for n in arkiv.namelist() if re.fullmatch(r"xl/drawings/drawing\d+\.xml", n)]
        beskrivelser = [
            (n, e.get("descr", ""))
            for n in tegninger
            for e in ET.fromstring(arkiv.read(n)).iter(f"{TEGNING}cNvPr")  # noqa: S314  # our own file
        ]
        diagrammer = [n for n in arkiv.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", n)]
        bilder = [n for n in arkiv.namelist() if n.startswith("xl/media/")]
    assert len(beskrivelser) == len(diagrammer) + len(bilder)
    assert len(diagrammer) >= 3
    assert len(bilder) >= 2
    assert [n for n, tekst in beskrivelser if len(tekst.split()) < 8] == []


def test_every_chart_says_what_its_numbers_rest_on(boeker: Boeker) -> None:
    with zipfile.ZipFile(boeker["levanger", "nb"]) as arkiv:
        diagrammer = [arkiv.read(n).decode() for n in arkiv.namelist() if n.startswith("xl/charts/chart")]
    assert [d[:80] for d in diagrammer if "Grunnlag: " not in d] == []


@pytest.mark.parametrize("spraak", ["nb", "nn", "en"])
def test_every_sheet_prints_on_landscape_pages_one_page_wide(
    spraak: str, ark: Callable[[str, str], Regneark]
) -> None:
    oppsett = {
        side.title: (
            side.page_setup.orientation,
            side.page_setup.fitToHeight,
            side.sheet_properties.pageSetUpPr.fitToPage,
            side.page_setup.paperSize,
        )
        for side in ark("levanger", spraak).bok
    }
    *sider, maalinger = oppsett.values()
    assert set(sider) == {("landscape", 0, True, 9)}  # A4
    assert maalinger == ("landscape", 0, True, 8)  # A3: seventeen columns
    assert [t for t in oppsett if len(t) > 31] == []


@pytest.mark.parametrize("navn", ["fylke"])
@pytest.mark.parametrize("spraak", ["nb", "nn", "en"])
def test_an_invented_county_is_said_to_be_invented_and_never_called_a_municipality(
    navn: str, spraak: str, ark: Callable[[str, str], Regneark], tekst_for: object
) -> None:
    bok = ark(navn, spraak).bok
    foerste = [str(c.value) for c in bok.worksheets[0]["A"][:4]]
    assert Tekst(spraak)("rapport.oppdiktet_merke") in foerste
    alt = " ".join(str(c.value) for side in bok for rad in side.iter_rows() for c in rad if c.value)
    alt = re.sub(r"(?i)kommuneloven|kommunelova", "", alt)
    assert re.findall(r"(?i)\b(?:kommunestyre|formannskap|municipal |the municipality)\w*", alt) == []


def test_the_same_report_gives_the_same_bytes(
    rapporter: Mapping[str, Rapport],
    tekst_for: Callable[[Rapport, str], Tekst],
    tmp_path: Path,
    boeker: Boeker,
) -> None:
    rapport = rapporter["levanger"]
    write_excel(tmp_path / "en_gang_til.xlsx", rapport, tekst_for(rapport, "nb"))
    assert (tmp_path / "en_gang_til.xlsx").read_bytes() == boeker["levanger", "nb"].read_bytes()


def test_a_folder_that_is_gone_is_an_error_of_the_surroundings(
    rapporter: Mapping[str, Rapport], tmp_path: Path
) -> None:
    with pytest.raises(MiljoeFeil):
        write_excel(tmp_path / "borte" / "bok.xlsx", rapporter["fylke"], Tekst("nb"))


@pytest.mark.grundig
@pytest.mark.parametrize("navn", ["levanger", "fylke", "fiendtlig"])
def test_libreoffice_works_out_the_same_values(navn: str, boeker: Boeker, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not on this machine")
    kommando = [soffice, f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless"]
    kommando += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "ut")]
    subprocess.run([*kommando, str(boeker[navn, "nb"])], check=True, capture_output=True, timeout=180)
    regnet = openpyxl.load_workbook(tmp_path / "ut" / boeker[navn, "nb"].name, data_only=True)
    var = openpyxl.load_workbook(boeker[navn, "nb"], data_only=True)
    ulike = {
        f"{side.title}!{celle.coordinate}": (celle.value, ny)
        for side in var
        for rad in side.iter_rows()
        for celle in rad
        if isinstance(celle.value, int | float)
        and not math.isclose(celle.value, ny := regnet[side.title][celle.coordinate].value, abs_tol=1e-9)
    }
    assert ulike == {}
