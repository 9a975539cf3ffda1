"""Power handed from one body to another, by case type."""

from __future__ import annotations

from dataclasses import dataclass

ALLE_SAKSTYPER = "alle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegasjon:
    """A delegation of decisions.

    Parameters
    ----------
    sakstyper : case types, or ("alle",). prinsipielle : matters of principle are delegated too.

    Raises
    ------
    ValueError : a body delegates to itself, or no case type is named.
    """

    fra: str
    til: str
    sakstyper: tuple[str, ...]
    prinsipielle: bool = False
    kilde: str = ""

    def __post_init__(self) -> None:
        if self.fra == self.til:
            raise ValueError(f"{self.fra} cannot delegate to itself")
        if not self.sakstyper:
            raise ValueError(f"delegation {self.fra} → {self.til} names no case type")

    def gjelder(self, sakstype: str) -> bool:
        """True where the delegation covers the case type."""
        return sakstype in self.sakstyper or ALLE_SAKSTYPER in self.sakstyper
