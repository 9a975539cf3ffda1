"""A finding in words: what was found, what is allowed and what to do, in one of the languages.

The words lie under the finding's code in feil.toml. A part written for a field (`raad_naermeste`) is used
only where that field has a value, so no sentence is left hanging. Left out: printing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from analyse.grunn.feil import Funn
from analyse.grunn.tekst import Tekst

DELER: tuple[str, ...] = ("funnet", "ventet", "raad")
TEKSTMERKE = "@"  # a field value or list item that is a text key: "@inntak.valg.utvalg"
_LIKHET = 0.6  # difflib's own choice: one letter wrong in four still finds its word
_CELLE = re.compile(r"[A-Z]{1,3}[0-9]+(:[A-Z]{1,3}[0-9]+)?")
_LINJE = re.compile(r"(?P<fil>.+):(?P<linje>[0-9]+)(?: \((?P<sti>.+)\))?")


def naermeste(navn: str, kjente: Sequence[str]) -> str:
    """Return the known name closest to `navn`, or "" where none is near.

    Examples
    --------
    >>> naermeste("medlemer", ["medlemmer", "moeter_per_aar"])
    'medlemmer'
    """
    import difflib

    funnet = difflib.get_close_matches(navn, kjente, n=1, cutoff=_LIKHET)
    return funnet[0] if funnet else ""


def format_funn(funn: Funn, tekst: Tekst) -> dict[str, str]:
    """Return a finding as the commands' JSON has it: kode, sted, funnet, ventet, raad.

    Raises
    ------
    KeyError : the language has no text for the code, or the finding lacks a field its text needs.
    """
    felter = {navn: _som_ord(navn, verdi, tekst) for navn, verdi in funn.felter.items()}
    return {"kode": funn.kode, "sted": funn.sted} | {
        del_: tekst(_velg(funn.noekkel, del_, felter, tekst), **felter) for del_ in DELER
    }


def del_sted(sted: str) -> tuple[str, str]:
    """Return sheet and cell of a place in a workbook; of another file its name and line.

    Examples
    --------
    >>> del_sted("inntak.xlsx!Organ!C4"), del_sted("inntak.xlsx!Organ"), del_sted("sakslogg.csv:7")
    (('Organ', 'C4'), ('Organ', ''), ('sakslogg.csv', '7'))
    """
    fil, skille, rest = sted.partition("!")
    if skille:
        ark, skille, celle = rest.rpartition("!")
        return (ark, celle) if skille and _CELLE.fullmatch(celle) else (rest, "")
    treff = _LINJE.fullmatch(sted)
    return (treff["fil"], treff["linje"]) if treff else (fil, "")


def format_sted(sted: str, tekst: Tekst) -> str:
    """Return a place as a person says it ; a bare path stays as it is."""
    fil, skille, rest = sted.partition("!")
    if skille:
        ark, skille, celle = rest.rpartition("!")
        if skille and _CELLE.fullmatch(celle):
            return tekst("feil.sted.celle", fil=fil, ark=ark, celle=celle)
        return tekst("feil.sted.ark", fil=fil, ark=rest)
    treff = _LINJE.fullmatch(sted)
    if treff is None:
        return sted
    noekkel = "feil.sted.linje_noekkel" if treff["sti"] else "feil.sted.linje"
    return tekst(noekkel, **treff.groupdict(default=""))


def format_linje(funn: Funn, tekst: Tekst) -> str:
    """Return a finding as one paragraph for a terminal: the place, then the three parts."""
    deler = format_funn(funn, tekst)
    noekkel = "feil.linje.med_sted" if funn.sted else "feil.linje.uten_sted"
    return tekst(noekkel, **deler | {"sted": format_sted(funn.sted, tekst)})


def _velg(rot: str, del_: str, felter: Mapping[str, str], tekst: Tekst) -> str:
    """Return the key of the part: the one written for a field that has a value, else the plain one."""
    for navn, verdi in felter.items():
        if verdi and tekst.finnes(noekkel := f"{rot}.{del_}_{navn}"):
            return noekkel
    return f"{rot}.{del_}"


def _som_ord(navn: str, verdi: str, tekst: Tekst) -> str:
    """Return a field in the reader's language: type words and text keys are looked up, values stay."""
    if navn == "type":
        return tekst(f"feil.type.{verdi}")
    if navn == "funnet" or TEKSTMERKE not in verdi:  # what a person wrote is never taken for a key
        return verdi
    return ", ".join(_slaa_opp(del_, tekst) for del_ in verdi.split(", "))


def _slaa_opp(ord_: str, tekst: Tekst) -> str:
    noekkel = ord_.removeprefix(TEKSTMERKE)
    return tekst(noekkel) if noekkel != ord_ and tekst.finnes(noekkel) else ord_
