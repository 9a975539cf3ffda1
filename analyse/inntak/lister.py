"""Lists in one line of text: "Ap=10,Sp=7", with names in double quotes where they hold a separator.

The one reading of the contract's list syntax, for options of the command and for cells of the workbook. Names
are kept exactly as typed. Which names and values make sense is the caller's question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from analyse.grunn.feil import BrukFeil, Funn, UgyldigeData, vis_verdi

SKILLETEGN = ",;"
FRA_FIL = "@"


class Listefeil(ValueError):
    """A list that cannot be read: carries the finding's code and the piece that is wrong."""

    def __init__(self, kode: str, funnet: str) -> None:
        super().__init__(kode)
        self.kode = kode
        self.funnet = funnet


def split_liste(tekst: str, skilletegn: str = SKILLETEGN) -> tuple[str, ...]:
    """Return the items of a list, quotes kept; what stands in quotes is not split.

    Raises
    ------
    Listefeil : a quote is not closed.

    Examples
    --------
    >>> split_liste('"Øst, tverrpolitisk"=3, Ap=2')
    ('"Øst, tverrpolitisk"=3', 'Ap=2')
    """
    deler, i_sitat = [""], False
    for tegn in tekst:
        if tegn == '"':
            i_sitat = not i_sitat
        if tegn in skilletegn and not i_sitat:
            deler.append("")
        else:
            deler[-1] += tegn
    if i_sitat:
        raise Listefeil("BR-022", tekst)
    return tuple(d.strip() for d in deler if d.strip())


def uten_sitat(navn: str) -> str:
    """Return a name without its quotes; two quotes in a row inside them are one."""
    ren = navn.strip()
    if len(ren) > 1 and ren.startswith('"') and ren.endswith('"'):
        return ren[1:-1].replace('""', '"')
    return ren


def parse_navneliste(tekst: str) -> dict[str, str]:
    """Return name → text of "nordsamisk=Gielddastivra, kvensk=…", in the order typed.

    Raises
    ------
    Listefeil : an item without "=", without a name or a value, or a name that stands twice.
    """
    funnet: dict[str, str] = {}
    for ledd in split_liste(tekst):
        deler = split_liste(ledd, "=")
        if len(deler) != 2 or not uten_sitat(deler[0]) or not uten_sitat(deler[1]):
            raise Listefeil("BR-022", ledd)
        navn = uten_sitat(deler[0])
        if navn in funnet:
            raise Listefeil("BR-023", navn)
        funnet[navn] = uten_sitat(deler[1])
    return funnet


def parse_antallsliste(tekst: str) -> dict[str, int]:
    """Return name → count of "Ap=10,Sp=7", in the order typed.

    Raises
    ------
    Listefeil : as `parse_navneliste`, or a count that is no whole number of zero or more.

    Examples
    --------
    >>> parse_antallsliste("Sp=12, Ap=4")
    {'Sp': 12, 'Ap': 4}
    """
    return {navn: _som_antall(navn, verdi) for navn, verdi in parse_navneliste(tekst).items()}


def _som_antall(navn: str, verdi: str) -> int:
    ren = verdi.replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    if not (ren.isascii() and ren.isdigit()):
        raise Listefeil("BR-022", f"{navn}={verdi}")
    return int(ren)


def read_antallsliste(verdi: str, valg: str) -> dict[str, int]:
    """Return name → count of an option's value: a list, or `@fil.csv` with the columns parti;antall.

    Parameters
    ----------
    valg : what messages call the option, as "--mandater".

    Raises
    ------
    BrukFeil : the list cannot be read. UgyldigeData : the file is missing or has faults.
    """
    if verdi.startswith(FRA_FIL):
        return _les_fil(Path(verdi.removeprefix(FRA_FIL)))
    return _som_brukfeil(lambda: parse_antallsliste(verdi), valg)


def _les_fil(sti: Path) -> dict[str, int]:
    from analyse.inntak.csvfil import read_csvfil

    fil = read_csvfil(sti, str(sti), ("parti", "antall"), ())
    funnet: dict[str, int] = {}
    funn: list[Funn] = []
    for rad, linje in zip(fil.rader, fil.linjer, strict=True):
        post = dict(zip(fil.kolonner, rad, strict=True))
        parti = post["parti"].strip()
        try:
            funnet |= _ny_post(funnet, parti, post["antall"])
        except Listefeil as feil:
            felter = {"funnet": vis_verdi(feil.funnet)}
            funn.append(Funn(kode=feil.kode, sted=f"{sti}:{linje}", felter=felter))
    if funn:
        raise UgyldigeData(funn)
    return funnet


def _ny_post(kjente: Mapping[str, int], navn: str, antall: str) -> dict[str, int]:
    if not navn:
        raise Listefeil("BR-022", f"={antall}")
    if navn in kjente:
        raise Listefeil("BR-023", navn)
    return {navn: _som_antall(navn, antall)}


def _som_brukfeil(les: Callable[[], Mapping[str, int]], valg: str) -> dict[str, int]:
    try:
        return dict(les())
    except Listefeil as feil:
        felter = {"funnet": vis_verdi(feil.funnet)}
        raise BrukFeil([Funn(kode=feil.kode, sted=valg, felter=felter)]) from feil
