"""The one way a cell of a report gets its content: text stays text, numbers are finite, nothing is cut.

Text that looks like a formula is written as text; a formula comes only from us, with its value beside it.
"""

from __future__ import annotations

import math
from typing import Any

MAKS_TEGN = 32_767  # Excel's limit for a cell; longer text would be cut without a word


class Celleskriver:
    """Writes cells of one worksheet.

    Parameters
    ----------
    ark : XlsxWriter worksheet. formater : named cell formats of the workbook.
    """

    def __init__(self, ark: Any, formater: dict[str, Any]) -> None:
        self.ark = ark
        self.formater = formater

    def _format(self, navn: str) -> Any:
        return self.formater[navn]

    def write_tekst(self, rad: int, kolonne: int, tekst: str, format_: str = "tekst") -> None:
        """Write text, whatever it looks like.

        Raises
        ------
        ValueError : longer than a cell holds.
        """
        if len(tekst) > MAKS_TEGN:
            raise ValueError(f"{len(tekst)} characters do not fit in a cell")
        self.ark.write_string(rad, kolonne, tekst, self._format(format_))

    def write_tall(self, rad: int, kolonne: int, verdi: float, format_: Any) -> None:
        """Write a finite number.

        Raises
        ------
        ValueError : the number is not finite; what is not known is written as words.
        """
        if not math.isfinite(verdi):
            raise ValueError(f"cell {rad},{kolonne}: {verdi} is no number to print")
        self.ark.write_number(rad, kolonne, verdi, format_)

    def write_formel(self, rad: int, kolonne: int, formel: str, verdi: float, format_: Any) -> None:
        """Write one of our own formulas with the value it has now.

        Raises
        ------
        ValueError : the value is not finite.
        """
        if not math.isfinite(verdi):
            raise ValueError(f"cell {rad},{kolonne}: the formula has no value")
        self.ark.write_formula(rad, kolonne, formel, format_, verdi)

    def write_tom(self, rad: int, kolonne: int, format_: str = "tekst") -> None:
        """Write an empty cell with a format."""
        self.ark.write_blank(rad, kolonne, None, self._format(format_))
