"""A post: who (by pseudonym) sits where, as what, for which party. Names of persons are never held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ROLLER: tuple[str, ...] = (
    "leder",
    "nestleder",
    "medlem",
    "vara",
    "ordfoerer",
    "varaordfoerer",
    "gruppeleder",
)
KJOENN: tuple[str, ...] = ("K", "M")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verv:
    """One post in one body.

    Raises
    ------
    ValueError : unknown role or gender, or the post ends before it begins.
    """

    organ_id: str
    person_id: str
    rolle: str = "medlem"
    parti: str = ""
    kjoenn: str = ""
    fra: date | None = None
    til: date | None = None

    def __post_init__(self) -> None:
        if self.rolle not in ROLLER:
            raise ValueError(f"unknown role {self.rolle!r}")
        if self.kjoenn and self.kjoenn not in KJOENN:
            raise ValueError(f"unknown gender {self.kjoenn!r}")
        if self.fra and self.til and self.til < self.fra:
            raise ValueError(f"post in {self.organ_id}: ends {self.til} before it begins {self.fra}")
