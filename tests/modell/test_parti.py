"""A party has a code and its seats."""

from __future__ import annotations

import pytest

from analyse.modell.parti import Parti, som_mandater


def test_seats_per_party_keep_the_order_given() -> None:
    mandater = som_mandater((Parti(kode="Sp", mandater=7), Parti(kode="Ap", mandater=10), Parti(kode="V")))
    assert list(mandater.items()) == [("Sp", 7), ("Ap", 10), ("V", 0)]
    assert som_mandater(()) == {}


def test_a_code_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="stands twice"):
        som_mandater((Parti(kode="Ap", mandater=10), Parti(kode="Ap", mandater=7)))


@pytest.mark.parametrize("kode", ["", "  "])
def test_a_party_without_a_code_is_refused(kode: str) -> None:
    with pytest.raises(ValueError, match="needs a code"):
        Parti(kode=kode)


def test_negative_seats_are_refused() -> None:
    with pytest.raises(ValueError, match="party Ap: seats -1 below zero"):
        Parti(kode="Ap", mandater=-1)
