"""Is the page safe, true to the workbook, readable by everyone, and in one language?

The last part opens it in a real browser: chromium must be on the machine.
"""

from __future__ import annotations

import html
import math
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.rapport.blokker import Rapport
from analyse.rapport.nettside import build_nettside, write_nettside

Sider = Mapping[tuple[str, str], str]
ALLE = [(navn, s) for navn in ("levanger", "fylke", "fiendtlig") for s in SPRAAK]
NAVNELOES = {"br", "img", "meta", "hr", "link", "input"}
# A text key, or how Python writes its own things: none of it is for a reader.
KODE = re.compile(
    r"\b(?:rapport|begrep|indikator|modell|figur|feil|sakstype|inntak|ord)\.[a-z_]+\.?[a-z_]*\b"
    r"|\b(?:None|nan|inf)\b|\b(?:Tall|Ord|Navn|Antall)\(|datetime\.|[{}]|\x00"
)
# Words that give the wrong language away; in the language they stand under.
FREMMEDE = {
    "nb": r"\b(ikkje|frå|kva|korleis|berre|dei|ein|eit|medlemer|the|of|not|and)\b",
    "nn": r"\b(ikke|fra|hva|hvor|hvordan|bare|et|medlemmer|beregnet|forutsatt|the|of|not|and)\b",
    "en": r"\b(ikke|ikkje|og|av|som|mangler|oppgitt|beregnet|forutsatt|målt|møter|tall|utvalg|saker)\b",
}


class Leser(HTMLParser):
    """Reads a page: its numbers by id, headings, words and elements, and that tags are closed in order."""

    def __init__(self, side: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tall: list[tuple[str, str]] = []
        self.overskrifter: list[int] = []
        self.ord: list[str] = []
        self.elementer: list[tuple[str, dict[str, str | None]]] = []
        self._stakk: list[str] = []
        self._tall: str | None = None
        self.feed(side)
        self.close()
        assert self._stakk == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        egne = dict(attrs)
        self.elementer.append((tag, egne))
        if tag not in NAVNELOES:
            self._stakk.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.overskrifter.append(int(tag[1]))
        self._tall = egne.get("data-id")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementer.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._stakk.pop() == tag
        self._tall = None

    def handle_data(self, data: str) -> None:
        if self._stakk and self._stakk[-1] in ("style", "title", "desc"):
            return
        self.ord.append(data)
        if self._tall:
            self.tall.append((self._tall, data))


def _verdi(vist: str) -> tuple[float, float] | None:
    """Return what a printed number says and how far its rounding may have moved it; None for words."""
    treff = re.search(r"[+−]?[0-9][0-9.,\N{NO-BREAK SPACE}]*(?:\N{NO-BREAK SPACE}?%)?", vist)
    if treff is None:
        return None
    tekst = treff[0].replace("−", "-").rstrip("\N{NO-BREAK SPACE}.,")
    andel = tekst.endswith("%")
    tekst = tekst.rstrip("%\N{NO-BREAK SPACE}").replace("\N{NO-BREAK SPACE}", "")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", tekst):
        tekst = tekst.replace(",", "")  # English thousands
    tekst = tekst.replace(",", ".")
    desimaler = len(tekst.partition(".")[2])
    deler = 100 if andel else 1
    return float(tekst) / deler, 0.5 * 10.0**-desimaler / deler + 1e-9


def _navn_i_bok(sti: Path) -> dict[str, float]:
    bok = openpyxl.load_workbook(sti, data_only=True)
    ut: dict[str, float] = {}
    for navn, definert in bok.defined_names.items():
        ark, _, sted = definert.attr_text.rpartition("!")
        ut[navn] = bok[ark.strip("'")][sted.replace("$", "")].value if ark else float(definert.attr_text)
    return ut


def _uten_egne_ord(side: str, rapport: Rapport) -> str:
    """Return the page's words without what the municipality itself has written."""
    tekst = " ".join(Leser(re.sub(r"<svg.*?</svg>", "", side, flags=re.DOTALL)).ord)  # figures break names
    egne: set[str] = {rapport.kommunenavn}
    egne |= {verdi for funn in rapport.resultat.prosjekt.advarsler for verdi in funn.felter.values()}
    for modell in rapport.resultat.modeller.values():
        egne |= {modell.kilde, *(() if modell.arketype else (modell.navn,))}
        for organ in modell.organer:
            egne |= {organ.navn, organ.kilde, *(o.kilde for o in organ.opplysninger.values())}
    for ord_ in sorted(egne - {""}, key=len, reverse=True):
        tekst = tekst.replace(ord_, " ")
    return tekst


@pytest.mark.parametrize(("navn", "spraak"), ALLE)
def test_every_number_is_the_one_the_workbook_names_by_the_same_id(
    navn: str, spraak: str, nettsider: Sider, boeker: Mapping[tuple[str, str], Path]
) -> None:
    i_bok = _navn_i_bok(boeker[navn, spraak])
    feil = []
    for id_, vist in Leser(nettsider[navn, spraak]).tall:
        lest = _verdi(vist)
        if lest is None:  # "ikke belyst"
            if id_ in i_bok:
                feil.append((id_, vist, i_bok[id_]))
        elif id_ not in i_bok or not math.isclose(i_bok[id_], lest[0], abs_tol=lest[1], rel_tol=0):
            feil.append((id_, vist, i_bok.get(id_)))
    assert feil == []


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_digit_in_the_cells_of_a_table_stands_under_an_id(spraak: str, nettsider: Sider) -> None:
    """Names, definitions, units and reasons may hold digits; the cells of numbers may not."""
    side = nettsider["fylke", spraak]
    loese = []
    for celle in re.findall(r'<td role="cell" class="hoeyre".*?</td>', side, re.DOTALL):
        uten_tall = re.sub(r'<span class="tall" data-id="[^"]+">.*?</span>', "", celle, flags=re.DOTALL)
        ord_ = re.sub(r"90\s?%", "", html.unescape(re.sub(r"<[^>]+>", " ", uten_tall)))
        loese += [ord_.strip()] if re.search(r"\d", ord_) else []
    assert loese == []


@pytest.mark.parametrize(("navn", "spraak"), ALLE)
def test_the_page_asks_for_nothing_and_runs_nothing(navn: str, spraak: str, nettsider: Sider) -> None:
    leser = Leser(nettsider[navn, spraak])
    assert {tag for tag, _ in leser.elementer} & {
        "script",
        "link",
        "iframe",
        "img",
        "form",
        "object",
    } == set()
    for tag, egne in leser.elementer:
        assert [k for k in egne if k.startswith("on")] == [], tag
        assert str(egne.get("href") or "#").startswith("#"), tag
    assert not re.search(r"url\(|@import", nettsider[navn, spraak])


@pytest.mark.parametrize("spraak", SPRAAK)
def test_hostile_names_are_shown_as_they_are_and_never_run(
    spraak: str, nettsider: Sider, fiendtlige_navn: list[str]
) -> None:
    side = nettsider["fiendtlig", spraak]
    tekst = re.sub(r"\s+", " ", " ".join(Leser(side).ord))
    assert [n for n in fiendtlige_navn if n not in tekst] == []
    assert "<script" not in side.lower()
    assert "<b>feit" not in side
    assert " 49 " not in f" {tekst} "  # 7*7


@pytest.mark.parametrize(("navn", "spraak"), [a for a in ALLE if a[0] != "fiendtlig"])
def test_no_key_and_nothing_of_python_reaches_the_reader(navn: str, spraak: str, nettsider: Sider) -> None:
    assert KODE.findall(" ".join(Leser(nettsider[navn, spraak]).ord)) == []


@pytest.mark.parametrize("spraak", SPRAAK)
def test_no_word_of_another_language_leaks_in(
    spraak: str, nettsider: Sider, rapporter: Mapping[str, Rapport]
) -> None:
    tekst = _uten_egne_ord(nettsider["levanger", spraak], rapporter["levanger"])
    assert sorted(set(re.findall(FREMMEDE[spraak], tekst, re.IGNORECASE))) == []


@pytest.mark.parametrize("spraak", SPRAAK)
def test_an_invented_county_says_so_first_and_is_never_called_a_municipality(
    spraak: str, nettsider: Sider, rapporter: Mapping[str, Rapport]
) -> None:
    side = nettsider["fylke", spraak]
    assert Tekst(spraak)("rapport.oppdiktet_merke") in side.partition("<nav")[0]
    tekst = re.sub(r"(?i)kommuneloven|kommunelova", "", " ".join(Leser(side).ord))
    assert re.findall(r"(?i)\b(?:kommunestyre|formannskap|municipal |the municipality)\w*", tekst) == []
    assert "fylkesting" in tekst.lower()


@pytest.mark.parametrize(("navn", "spraak"), ALLE)
def test_headings_come_in_order_and_the_language_is_declared(
    navn: str, spraak: str, nettsider: Sider
) -> None:
    leser = Leser(nettsider[navn, spraak])
    nivaaer = leser.overskrifter
    assert nivaaer[0] == 1
    assert nivaaer.count(1) == 1
    assert [(a, b) for a, b in pairwise(nivaaer) if b > a + 1] == []
    assert leser.elementer[0] == ("html", {"lang": spraak})
    ider = [e["id"] for _, e in leser.elementer if e.get("id")]
    assert sorted({i for i in ider if ider.count(i) > 1}) == []


def test_the_same_report_gives_the_same_bytes_whatever_the_hash_seed(
    kjoer: Callable[..., Any], tmp_path: Path
) -> None:
    for froe in ("1", "2"):
        svar = kjoer("styreform", "demo", "--ut", str(tmp_path / froe), miljoe={"PYTHONHASHSEED": froe})
        assert svar.returncode == 0, svar.stderr
    filer = [{f.name: f.read_bytes() for f in (tmp_path / froe).iterdir()} for froe in ("1", "2")]
    assert len(filer[0]) == 3
    assert [n for n in filer[0] if filer[0][n] != filer[1].get(n)] == []


def test_what_is_written_is_what_was_built(
    rapporter: Mapping[str, Rapport],
    tekst_for: Callable[[Rapport, str], Tekst],
    tmp_path: Path,
    nettsider: Sider,
) -> None:
    rapport = rapporter["fylke"]
    write_nettside(tmp_path / "side.html", rapport, tekst_for(rapport, "nn"))
    assert (tmp_path / "side.html").read_bytes().decode("utf-8") == nettsider["fylke", "nn"]
    assert build_nettside(rapport, tekst_for(rapport, "nn")) == nettsider["fylke", "nn"]


@pytest.fixture(scope="module")
def nettleser() -> Iterator[Any]:
    """A real browser; without it these tests fail, since nothing else can see the page."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert chromium is not None, "chromium is needed to look at the page: apt-get install chromium"
    with sync_playwright() as spiller:
        leser = spiller.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield leser
        leser.close()


@pytest.mark.parametrize("bredde", [1400, 390])
@pytest.mark.parametrize(
    ("navn", "spraak"), [("levanger", s) for s in SPRAAK] + [("fylke", "nb"), ("fiendtlig", "en")]
)
def test_a_browser_finds_the_page_accessible_and_within_the_screen(
    navn: str, spraak: str, bredde: int, nettleser: Any, nettsider: Sider, tmp_path: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    (tmp_path / "side.html").write_text(nettsider[navn, spraak], encoding="utf-8")
    side = nettleser.new_page(viewport={"width": bredde, "height": 900})
    henvendelser: list[str] = []
    meldinger: list[str] = []
    side.on("request", lambda h: henvendelser.append(h.url))
    side.on("console", lambda m: meldinger.append(m.text))
    side.on("dialog", lambda d: meldinger.append(d.message))
    side.goto((tmp_path / "side.html").as_uri())
    regler = {
        "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
    }
    funn = Axe().run(side, options=regler).response["violations"]
    assert [(f["id"], [n["html"][:120] for n in f["nodes"][:3]]) for f in funn] == []
    bredest = side.evaluate("document.documentElement.scrollWidth")
    assert (bredest, henvendelser, meldinger) == (bredde, [side.url], [])
    side.close()


def test_the_page_can_be_read_from_the_keyboard(nettleser: Any, nettsider: Sider, tmp_path: Path) -> None:
    (tmp_path / "side.html").write_text(nettsider["levanger", "nb"], encoding="utf-8")
    side = nettleser.new_page(viewport={"width": 1400, "height": 900})
    side.goto((tmp_path / "side.html").as_uri())
    side.keyboard.press("Tab")
    assert side.evaluate("document.activeElement.className") == "hopp"
    assert side.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    side.keyboard.press("Enter")
    assert side.evaluate("document.activeElement.id") == "innhold"
    side.close()
