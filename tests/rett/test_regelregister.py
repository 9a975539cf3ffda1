"""One rule, one function."""

from __future__ import annotations

import pytest

from analyse.rett.regelregister import read_regelfunksjoner, regel


def test_a_rule_with_two_functions_is_refused() -> None:
    read_regelfunksjoner()
    with pytest.raises(ValueError, match="rule KL18-5-6-MIN has two functions"):
        regel("KL18-5-6-MIN")(lambda _k: ())


def test_the_functions_come_in_the_order_of_their_ids() -> None:
    assert list(read_regelfunksjoner()) == sorted(read_regelfunksjoner())
