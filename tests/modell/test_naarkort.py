"""Does a card refuse what makes no sense?"""

from __future__ import annotations

from datetime import date

import pytest

from analyse.modell.lovfunn import Setning
from analyse.modell.naarkort import Naarsteg

HVA = Setning(noekkel="lov_naar.steg.i_gang")


def test_a_step_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before the first"):
        Naarsteg(
            hva=HVA, regel="R", lov="l", paragraf="§", tidligst=date(2027, 10, 1), frist=date(2026, 12, 31)
        )


def test_a_majority_is_one_of_those_known() -> None:
    with pytest.raises(ValueError, match="unknown majority"):
        Naarsteg(hva=HVA, regel="R", lov="l", paragraf="§", flertall="tre_firedeler")
