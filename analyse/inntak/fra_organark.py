"""The sheets about bodies, read: Organ, Møteplan, Sammensetning, Verv, Delegasjon and Saksgang.

What they say is checked with all the rest; here only names are resolved to ids, each with its cell.
"""

from __future__ import annotations

import re
from typing import Any

from analyse.inntak.arkdefinisjon import kjente_ord, normaliser
from analyse.inntak.arkleser import Rad
from analyse.inntak.raa import UKJENT
from analyse.inntak.tolk import Tolk
from analyse.inntak.toml import Loc
from analyse.modell.organ import TALLFELT
from analyse.modell.verv import KJOENN

ANTALL_TRINN = 6
_SAKSGANGSFELT = ("sakstype", "opphold_dager", "andel", "lovpaalagt", "grunnlag", "kilde")
_UTEN_TALL = ("dagmoete", "moetedatoer")
_TO_NAVN = re.compile(r"[^\W\d_]{2,}[\s.,-]+[^\W\d_]{2,}")  # two words of letters: a name, no code


def build_organer(tolk: Tolk) -> list[dict[str, Any]]:
    """Return the bodies with their figures and composition."""
    organer: list[dict[str, Any]] = []
    tolk.steder["organ",] = tolk.lesing.sted("organ", 0, "")
    for nr, rad in enumerate(tolk.rader("organ")):
        organer.append({k: v for k, v in rad.items() if v is not None and k != "grunnlag"})
        for kolonne in rad:
            tolk.husk(("organ", nr, kolonne), "organ", nr, kolonne)
        if rad.get("grunnlag") and rad.get("medlemmer") not in (None, UKJENT):
            tolk.husk(("organ", nr, "opplysning", "medlemmer"), "organ", nr, "grunnlag")
            _legg_opplysning(organer[nr], "medlemmer", rad, None, None)
        if rad.get("id"):
            navn = rad.get("navn") or rad["id"]
            tolk.organnavn |= {normaliser(str(navn)): rad["id"], normaliser(str(rad["id"])): rad["id"]}
    indeks = {o.get("id"): nr for nr, o in enumerate(organer)}
    _les_moeteplan(tolk, indeks, organer)
    _les_sammensetning(tolk, indeks, organer)
    for nr, organ in enumerate(organer):
        if "velges_av" in organ:
            organ["velges_av"] = tolk.organ_id(organ["velges_av"], tolk.sted(("organ", nr, "velges_av")))
    return organer


def _organ_nr(tolk: Tolk, ark: str, nr: int, indeks: dict[Any, int]) -> int | None:
    """Return the place of the body a row is about; None where it names none, which is told elsewhere."""
    navn = tolk.rader(ark)[nr].get("organ")
    return indeks.get(tolk.organ_id(navn, tolk.lesing.sted(ark, nr, "organ"))) if navn else None


def _les_moeteplan(tolk: Tolk, indeks: dict[Any, int], organer: list[dict[str, Any]]) -> None:
    for nr, rad in enumerate(tolk.rader("moeteplan")):
        organ_nr = _organ_nr(tolk, "moeteplan", nr, indeks)
        if organ_nr is None:
            continue
        for felt in (*TALLFELT, *_UTEN_TALL):
            if rad.get(felt) is None:
                continue
            if felt in organer[organ_nr]:
                tolk.meld("IN-052", ("moeteplan", nr, felt), organ=str(organer[organ_nr]["id"]))
                continue
            tolk.husk(("organ", organ_nr, felt), "moeteplan", nr, felt)
            tolk.husk(("organ", organ_nr, "opplysning", felt), "moeteplan", nr, felt)
            if felt in _UTEN_TALL:
                organer[organ_nr][felt] = rad[felt]
            else:
                organer[organ_nr][felt], lav, hoey = rad[felt]
                _legg_opplysning(organer[organ_nr], felt, rad, lav, hoey)


def _legg_opplysning(
    organ: dict[str, Any], felt: str, rad: Rad, lav: float | None, hoey: float | None
) -> None:
    """Add what one figure of a body rests on; nothing where it is simply stated."""
    alt = {"grunnlag": rad.get("grunnlag") or "oppgitt", "lav": lav, "hoey": hoey, "kilde": rad.get("kilde")}
    opplysning = {k: v for k, v in alt.items() if v is not None}
    if opplysning != {"grunnlag": "oppgitt"}:
        organ.setdefault("opplysning", {})[felt] = opplysning


def _les_sammensetning(tolk: Tolk, indeks: dict[Any, int], organer: list[dict[str, Any]]) -> None:
    kjoenn = kjente_ord("inntak.valg", KJOENN)
    for nr, rad in enumerate(tolk.rader("sammensetning")):
        organ_nr = _organ_nr(tolk, "sammensetning", nr, indeks)
        slag, gruppe, antall = rad.get("slag"), rad.get("gruppe"), rad.get("antall")
        if organ_nr is None or not slag or not gruppe or antall in (None, UKJENT):
            continue
        if slag == "kjoenn":
            gruppe = kjoenn.get(normaliser(gruppe), gruppe)
        grupper = organer[organ_nr].setdefault("sammensetning", {}).setdefault(slag, {})
        if gruppe in grupper:
            tolk.meld("IN-052", ("sammensetning", nr, "gruppe"), organ=str(organer[organ_nr]["id"]))
            continue
        loc: Loc = ("organ", organ_nr, "sammensetning", slag)
        tolk.husk((*loc, str(gruppe)), "sammensetning", nr, "gruppe")
        tolk.husk(loc, "sammensetning", nr, "antall")
        grupper[gruppe] = antall


def build_verv(tolk: Tolk) -> list[dict[str, Any]]:
    """Return the posts; a person's name in place of a code is told without being repeated."""
    poster = []
    for nr, rad in enumerate(tolk.rader("verv")):
        for kolonne in rad:
            tolk.husk(("verv", nr, kolonne), "verv", nr, kolonne)
        post = {k: v for k, v in rad.items() if v is not None}
        if _TO_NAVN.search(str(post.get("person", ""))):
            tolk.meld("IN-058", ("verv", nr, "person"))
        if "organ" in post:
            post["organ"] = tolk.organ_id(post["organ"], tolk.lesing.sted("verv", nr, "organ"))
        poster.append(post)
    return poster


def build_delegasjoner(tolk: Tolk) -> list[dict[str, Any]]:
    """Return the delegations."""
    alle = kjente_ord("inntak.valg", ("alle",))
    poster = []
    for nr, rad in enumerate(tolk.rader("delegasjon")):
        for kolonne in rad:
            tolk.husk(("delegasjon", nr, kolonne), "delegasjon", nr, kolonne)
        post = {k: v for k, v in rad.items() if v is not None}
        for felt in ("fra", "til"):
            if felt in post:
                post[felt] = tolk.organ_id(post[felt], tolk.lesing.sted("delegasjon", nr, felt))
        if "sakstyper" in post:
            post["sakstyper"] = [alle.get(normaliser(s), s) for s in post["sakstyper"]]
        poster.append(post)
    return poster


def build_saksganger(tolk: Tolk) -> list[dict[str, Any]]:
    """Return the routes of cases."""
    ganger = []
    for nr, rad in enumerate(tolk.rader("saksgang")):
        trinn: list[str] = []
        for trinn_nr in range(1, ANTALL_TRINN + 1):
            kolonne = f"trinn{trinn_nr}"
            if rad.get(kolonne):
                tolk.husk(("saksgang", nr, "trinn", len(trinn)), "saksgang", nr, kolonne)
                trinn.append(_trinn(tolk, rad[kolonne], tolk.lesing.sted("saksgang", nr, kolonne)))
        gang: dict[str, Any] = {"trinn": trinn}
        tolk.husk(("saksgang", nr), "saksgang", nr, "sakstype")
        for felt in _SAKSGANGSFELT:
            tolk.husk(("saksgang", nr, felt), "saksgang", nr, felt)
            if rad.get(felt) is not None:
                gang[felt] = rad[felt]
        for felt in ("innstiller_formelt", "innstiller_reelt"):
            if rad.get(felt):
                gang[felt] = tolk.organ_id(rad[felt], tolk.lesing.sted("saksgang", nr, felt))
        ganger.append(gang)
    return ganger


def _trinn(tolk: Tolk, tekst: str, sted: str) -> str:
    deler = []
    for del_ in tekst.split("+"):
        organ, skille, handling = del_.strip().rpartition(":")
        if skille:
            deler.append(f"{tolk.organ_id(organ.strip(), sted)}:{handling.strip()}")
        else:
            deler.append(del_.strip())
    return " + ".join(deler)
