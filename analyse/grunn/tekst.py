"""Every word a user sees: looked up by key in data/spraak/<language>/<area>.toml, formatted by Babel.

`Tekst("nb")("rapport.tittel", kommune="Levanger")` looks up `tittel` in rapport.toml. A key's first part
is its file. Named fields stand in braces; `{ord.kommunestyret}` is the place's own word (fylkestinget in a
county), `{Ord.kommunestyret}` the same first in a sentence. A key that is a table with `one`/`other` is a
plural chosen by `antall`, or by `flertall` where `antall` is already written out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from analyse.grunn.filer import data_fil

if TYPE_CHECKING:
    from decimal import Decimal

SPRAAK: tuple[str, ...] = ("nb", "nn", "en")
STANDARD_SPRAAK = "nb"
_LOCALE = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
_FELT = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)?|Ord\.[a-z_]+)\}")


@lru_cache(maxsize=128)
def _omraade(spraak: str, navn: str) -> Mapping[str, Any]:
    with data_fil("spraak", spraak, f"{navn}.toml").open("rb") as fil:
        return tomllib.load(fil)


@lru_cache(maxsize=8)
def _locale(spraak: str) -> Any:
    from babel import Locale

    return Locale.parse(_LOCALE[spraak])


def _desimal(verdi: float) -> Decimal:
    from decimal import Decimal

    tall = Decimal(repr(float(verdi)))  # the digits one sees: 0.285 is 0,285 and not 0,28499999…
    if not tall.is_finite():
        raise ValueError(f"{verdi} cannot be written as a number")
    return tall


def _er_flertall(node: Mapping[str, Any]) -> bool:
    return "other" in node and all(isinstance(v, str) for v in node.values())


class Tekst:
    """The words of one language, for one kind of place.

    Parameters
    ----------
    spraak : nb, nn or en.
    nivaa : kommune or fylkeskommune; decides the statutory words.
    ord_ : the place's own words from prosjekt.toml [ord]; they win.
    """

    def __init__(self, spraak: str, nivaa: str = "kommune", ord_: Mapping[str, str] | None = None) -> None:
        if spraak not in SPRAAK:
            raise ValueError(f"unknown language {spraak!r}; known: {', '.join(SPRAAK)}")
        self.spraak = spraak
        self.nivaa = nivaa
        self._egne_ord = dict(ord_ or {})

    def __call__(self, noekkel: str, **felter: object) -> str:
        """Return the text under `noekkel` with its fields filled in.

        Raises
        ------
        KeyError : the key or a field is missing (a defect in the program or its language files).
        """
        verdi = self._finn(noekkel)
        if isinstance(verdi, Mapping):
            verdi = verdi[self._flertall(felter["flertall" if "flertall" in felter else "antall"])]
        return _FELT.sub(lambda m: self._felt(noekkel, m[1], felter), str(verdi))

    def finnes(self, noekkel: str) -> bool:
        """True where the language has a text under the key; a table of other texts is none."""
        try:
            verdi = self._finn(noekkel)
        except (KeyError, FileNotFoundError):
            return False
        return not isinstance(verdi, Mapping) or _er_flertall(verdi)

    def ord(self, navn: str) -> str:
        """Return the place's word for a statutory thing, as `kommunestyret` or `fylkestinget`."""
        if navn in self._egne_ord:
            return self._egne_ord[navn]
        return str(_omraade(self.spraak, "ord")[self.nivaa][navn])

    def tall(self, verdi: float, desimaler: int = 0) -> str:
        """Return a number as written in the language (1 234,5), with no-break spaces.

        Halves are rounded away from zero, as Excel shows the same number; Python's `round` goes to even.

        Raises
        ------
        ValueError : not a finite number: what is not known has a word of its own.
        """
        return self._tall(_desimal(verdi), desimaler)

    def prosent(self, andel: float, desimaler: int = 0) -> str:
        """Return a share 0–1 as per cent (20 %; in English 20%), rounded and refused as in `tall`."""
        moenster = str(_locale(self.spraak).percent_formats[None].pattern)
        return moenster.replace("#,##0", self._tall(100 * _desimal(andel), desimaler))

    def dato(self, dato: date) -> str:
        """Return a date in full (1. januar 2024)."""
        from babel.dates import format_date

        return str(format_date(dato, format="long", locale=_locale(self.spraak)))

    def _tall(self, verdi: Decimal, desimaler: int) -> str:
        from decimal import ROUND_HALF_UP, Decimal

        from babel.numbers import format_decimal

        # + 0 takes the sign off a zero: −0,4 without decimals is 0
        avrundet = verdi.quantize(Decimal(1).scaleb(-desimaler), ROUND_HALF_UP) + 0
        moenster = "#,##0" + ("." + "0" * desimaler if desimaler else "")
        return str(format_decimal(avrundet, format=moenster, locale=_locale(self.spraak)))

    def _finn(self, noekkel: str) -> Any:
        omraade, *sti = noekkel.split(".")
        node: Any = _omraade(self.spraak, omraade)
        for del_ in sti:
            if not isinstance(node, Mapping) or del_ not in node:
                raise KeyError(f"{self.spraak}: no text for {noekkel!r}")
            node = node[del_]
        return node

    def _felt(self, noekkel: str, navn: str, felter: Mapping[str, object]) -> str:
        if navn.startswith("ord."):
            return self.ord(navn.removeprefix("ord."))
        if navn.startswith("Ord."):  # first in a sentence
            ord_ = self.ord(navn.removeprefix("Ord."))
            return ord_[:1].upper() + ord_[1:]
        if navn not in felter:
            raise KeyError(f"{self.spraak}: text {noekkel!r} needs the field {navn!r}")
        verdi = felter[navn]
        return self.tall(verdi) if isinstance(verdi, int) and not isinstance(verdi, bool) else str(verdi)

    def _flertall(self, antall: object) -> str:
        return str(_locale(self.spraak).plural_form(antall))


def noekler(spraak: str, omraade: str) -> set[str]:
    """Return every text key of one area, dotted; a plural table counts as one key."""

    def gaa(node: Mapping[str, Any], sti: str) -> set[str]:
        if _er_flertall(node):
            return {sti}
        funnet: set[str] = set()
        for navn, verdi in node.items():
            ny = f"{sti}.{navn}"
            funnet |= gaa(verdi, ny) if isinstance(verdi, Mapping) else {ny}
        return funnet

    return gaa(_omraade(spraak, omraade), omraade)
