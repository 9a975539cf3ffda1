"""A municipality with one model: what every check and calculation is asked about."""

from __future__ import annotations

from dataclasses import dataclass

from analyse.modell.kommune import Kommune
from analyse.modell.styringsmodell import Styringsmodell


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A municipality under a model; `forutsetninger` are the replay's assumptions, where there are any."""

    kommune: Kommune
    modell: Styringsmodell
    forutsetninger: object | None = None
