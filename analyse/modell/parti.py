"""A party or list and its seats in the council."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Parti:
    """A party or list as the municipality writes it.

    Raises
    ------
    ValueError : the code is empty or the seats are negative.
    """

    kode: str
    navn: str = ""
    mandater: int = 0

    def __post_init__(self) -> None:
        if not self.kode.strip():
            raise ValueError("a party needs a code")
        if self.mandater < 0:
            raise ValueError(f"party {self.kode}: seats {self.mandater} below zero")


def som_mandater(partier: tuple[Parti, ...]) -> Mapping[str, int]:
    """Return seats per party code, in the order given.

    Raises
    ------
    ValueError : a code stands twice; the last would silently win.
    """
    mandater = {p.kode: p.mandater for p in partier}
    if len(mandater) != len(partier):
        raise ValueError("a party code stands twice")
    return mandater
