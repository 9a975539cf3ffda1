"""What the law says of a model holds keys and values, and is of a known sort."""

from __future__ import annotations

import pytest

from analyse.modell.lovfunn import GRUPPER, Lovfunn, Setning, Tekstnoekkel


def _funn(gruppe: str) -> Lovfunn:
    return Lovfunn(
        regel="KL18-5-6-MIN",
        modell="dagens",
        gruppe=gruppe,
        alvor="skal",
        lov="kommuneloven_2018",
        paragraf="§ 5-6 (1)",
        begrep="formannskap",
        setninger=(Setning(noekkel="lovsvar.funn.for_faa", felter={"art": Tekstnoekkel(noekkel="x")}),),
    )


@pytest.mark.parametrize("gruppe", GRUPPER)
def test_a_finding_is_a_breach_a_warning_or_not_assessed(gruppe: str) -> None:
    assert _funn(gruppe).gruppe == gruppe


def test_another_sort_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown group 'holdt'"):
        _funn("holdt")
