"""How wide is a text, and where may it be broken? Advance widths of the font that matplotlib ships.

Method: unhinted advances of DejaVu Sans; lines are filled greedily, then evened out. A word is broken only
when it is wider than the line, at the joints of data/figurer/orddeling.toml. Left out: kerning.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from analyse.grunn.filer import data_fil

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

_EM = 2048  # units per em of DejaVu Sans; set as the size in pixels, an advance comes out in whole units
_FILER = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
_JEVNES_TIL = 12  # words; a paragraph is filled line by line, and trying every width would be slow
_ETTER_TEGN = re.compile(r"(?<=[^\W\d_][-–/])(?=[^\W\d_])")  # after a hyphen, dash or stroke between letters


def skriftfil(*, fet: bool) -> str:
    """Return the path of DejaVu Sans as matplotlib ships it, so no font of the machine decides a layout."""
    import matplotlib as mpl

    return f"{mpl.get_data_path()}/fonts/ttf/{_FILER[fet]}"


@lru_cache(maxsize=2)
def _skrift(fet: bool) -> FT2Font:
    from matplotlib.ft2font import FT2Font

    skrift = FT2Font(skriftfil(fet=fet))
    skrift.set_size(_EM, 72)
    return skrift


@lru_cache(maxsize=4096)
def _tegnbredde(tegn: str, fet: bool) -> float:
    if not _skrift(fet).get_char_index(ord(tegn)):
        return 1.0  # another font will draw it; an em is room enough for a letter of any script
    return float(_skrift(fet).load_char(ord(tegn)).linearHoriAdvance) / 65536 / _EM


def with_kjente_tegn(tekst: str, *, fet: bool = False) -> str:
    """Return the text with what the font has no letter for as �, where no other font can step in."""
    skrift = _skrift(fet)
    return "".join(t if skrift.get_char_index(ord(t)) else "\N{REPLACEMENT CHARACTER}" for t in tekst)


def measure_tekst(tekst: str, px: float, *, fet: bool = False) -> float:
    """Return the width of a line of text in pixels at a type size of `px`.

    Examples
    --------
    >>> measure_tekst("", 13)
    0.0
    >>> measure_tekst("čđŋšŧž", 13) > measure_tekst("cdnstz", 13) - 1
    True
    """
    return px * sum((_tegnbredde(tegn, fet) for tegn in unicodedata.normalize("NFC", tekst)), 0.0)


def build_linjer(tekst: str, bredde: float, px: float, *, fet: bool = False) -> tuple[str, ...]:
    """Return the text as lines no wider than `bredde` where its words allow it; few words are set evenly.

    A word that has no joint to be broken at stands whole on a line of its own, wider than asked for.
    """
    biter = [bit for ord_ in _ord(tekst) for bit in _biter(ord_, bredde, px, fet=fet)]
    linjer = _fyll(biter, bredde, px, fet=fet)
    brutt_i_skjoet = [f"{linje[:-1]}\N{SOFT HYPHEN}" for linje in linjer[:-1]]
    if len(biter) > _JEVNES_TIL or any(slutt in "".join(biter) for slutt in brutt_i_skjoet):
        return linjer  # a word is best broken as late as it can be, even if that makes uneven lines
    bredest = max([bredde, *(measure_tekst(linje, px, fet=fet) for linje in linjer)])
    bredder = sorted({measure_tekst(linje, px, fet=fet) for linje in _mulige_linjer(biter)})
    forsoek = (_fyll(biter, smalere, px, fet=fet) for smalere in bredder if smalere <= bredest)
    return next(
        (f for f in forsoek if len(f) <= len(linjer) and _faar_plass(f, bredest, px, fet=fet)), linjer
    )


def measure_minste_bredde(tekst: str, px: float, *, fet: bool = False) -> float:
    """Return the width in pixels below which a text can only be set by breaking a word badly."""
    biter = [bit for ord_ in _ord(tekst) for bit in _biter(ord_, 0.0, px, fet=fet)]
    return max((measure_tekst(_avslutt(bit), px, fet=fet) for bit in biter), default=0.0)


def ledd(ord_: str) -> tuple[str, ...]:
    """Return the parts of a compound word, split where it may be broken.

    Examples
    --------
    >>> ledd("funksjonsnedsettelse"), ledd("næringsområde"), ledd("Utvalget")
    (('funksjons', 'nedsettelse'), ('nærings', 'område'), ('Utvalget',))
    """
    regler = _regler()
    liten = ord_.lower()
    if len(liten) != len(ord_):  # a letter that changes its length has no place in the rules
        return (ord_,)
    treff = [(m.start(), m.end()) for m in regler["siste_ledd"].finditer(liten)]
    skiller = {start for start, _ in treff}
    skiller |= {m.end() for m in regler["fuger"].finditer(liten)}
    inni = {nr for start, slutt in treff for nr in range(start + 1, slutt)}
    minst = regler["minst_bokstaver"]
    gyldige = [nr for nr in sorted(skiller - inni) if minst <= nr <= len(ord_) - minst]
    grenser = [0, *gyldige, len(ord_)]
    deler = [ord_[fra:til] for fra, til in pairwise(grenser)]
    return tuple(deler)


@lru_cache(maxsize=1)
def _regler() -> dict[str, Any]:
    with data_fil("figurer", "orddeling.toml").open("rb") as fil:
        lest = tomllib.load(fil)
    siste = sorted(lest["siste_ledd"], key=lambda del_: (-len(del_), del_))  # the longest part wins
    return {
        "siste_ledd": re.compile("|".join(map(re.escape, siste))),
        "fuger": re.compile(
            f"(?:{'|'.join(map(re.escape, lest['fuger']))})(?=\\w{{{int(lest['minst_etter_fuge'])}}})"
        ),
        "minst_bokstaver": int(lest["minst_bokstaver"]),
    }


def _ord(tekst: str) -> list[str]:
    """Return the words; a no-break space holds two together, and a dash stays with the word before."""
    alle = [ord_ for ord_ in re.split(r"[ \t\r\n]+", unicodedata.normalize("NFC", tekst)) if ord_]
    holdt: list[str] = []
    for ord_ in alle:
        if holdt and ord_ in {"–", "—", "-"}:
            holdt[-1] += f"\N{NO-BREAK SPACE}{ord_}"
        else:
            holdt.append(ord_)
    return holdt


def _biter(ord_: str, bredde: float, px: float, *, fet: bool) -> Iterator[str]:
    """Yield the pieces of a word that may end a line: a joint ends in a soft hyphen, the word in a space."""
    deler = _ETTER_TEGN.split(ord_)
    for nr, del_ in enumerate(deler, start=1):
        biter = ledd(del_) if measure_tekst(ord_, px, fet=fet) > bredde else (del_,)
        yield from (f"{bit}\N{SOFT HYPHEN}" for bit in biter[:-1])
        yield biter[-1] if nr < len(deler) else f"{biter[-1]} "


def _avslutt(linje: str) -> str:
    """Return a line as it is set: a joint at its end shows its hyphen, the others vanish."""
    slutt = "-" if linje.endswith("\N{SOFT HYPHEN}") else ""
    return linje.replace("\N{SOFT HYPHEN}", "").rstrip() + slutt


def _fyll(biter: Sequence[str], bredde: float, px: float, *, fet: bool) -> tuple[str, ...]:
    linjer: list[str] = []
    for bit in biter:
        if linjer and measure_tekst(_avslutt(linjer[-1] + bit), px, fet=fet) <= bredde:
            linjer[-1] += bit
        else:
            linjer.append(bit)
    return tuple(_avslutt(linje) for linje in linjer)


def _mulige_linjer(biter: Sequence[str]) -> Iterator[str]:
    for fra in range(len(biter)):
        for til in range(fra + 1, len(biter) + 1):
            yield _avslutt("".join(biter[fra:til]))


def _faar_plass(linjer: Sequence[str], bredde: float, px: float, *, fet: bool) -> bool:
    return all(measure_tekst(linje, px, fet=fet) <= bredde for linje in linjer)
