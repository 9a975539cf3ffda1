"""The one error tree, and what each error must be able to tell.

    StyreformFeil
    ├── UgyldigeData    exit 2   every finding of a file or project, at once
    ├── BrukFeil        exit 2   the command was used wrongly
    ├── FarligFil       exit 3   hostile or unreadable file
    └── MiljoeFeil      exit 4   no space, no permission, file open in Office, extra missing

A finding carries a code and fields, never a sentence: the words live in data/spraak/*/feil.toml under
the code (funnet, ventet, raad). Left out on purpose: anything that prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

MAKS_VISTE_FUNN = 200  # the list shown is capped, the total always told
MAKS_TEGN_I_VERDI = 40  # values echoed to the user are cut so that a pasted document cannot flood the message


@dataclass(frozen=True, slots=True, kw_only=True)
class Funn:
    """One thing found in the input: what (code), where (place) and the values the text needs."""

    kode: str
    sted: str
    felter: Mapping[str, str] = field(default_factory=dict)
    alvor: str = "feil"  # feil | advarsel

    @property
    def noekkel(self) -> str:
        """Text key of the finding in the language files."""
        return f"feil.{self.kode}"


class StyreformFeil(Exception):
    """Root of all errors this project raises on purpose.

    Parameters
    ----------
    funn : the findings, in the order the reader meets them.
    """

    exit_kode: ClassVar[int] = 2

    def __init__(self, funn: Iterable[Funn]) -> None:
        self.funn: tuple[Funn, ...] = tuple(funn)
        super().__init__(
            self.funn
        )  # the one argument, so that the error survives the way from a child process

    def __str__(self) -> str:
        return "; ".join(f"{f.kode} {f.sted}" for f in self.funn[:5])


class UgyldigeData(StyreformFeil):
    """Input that cannot be used as it stands; carries every finding."""


class BrukFeil(StyreformFeil):
    """A command, option or argument used in a way that has no meaning."""


class FarligFil(StyreformFeil):
    """A file that is hostile, broken or not what its name says."""

    exit_kode = 3


class MiljoeFeil(StyreformFeil):
    """The surroundings say no: disk, rights, a file locked by Office, an extra that is not installed."""

    exit_kode = 4


def vis_verdi(verdi: object) -> str:
    """Return the value as it may be echoed: one line, control characters visible, at most 40 characters."""
    tekst = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in str(verdi))
    return tekst if len(tekst) <= MAKS_TEGN_I_VERDI else tekst[: MAKS_TEGN_I_VERDI - 1] + "…"
