"""The municipality's own numbers are a closed list with a unit each."""

from __future__ import annotations

import pytest

from analyse.grunn.tekst import SPRAAK, Tekst
from analyse.modell.kommunetall import kommunetall
from analyse.modell.organ import er_slug


def test_every_number_has_an_id_and_a_unit() -> None:
    assert kommunetall()
    assert [i for i in kommunetall() if not er_slug(i)] == []


@pytest.mark.parametrize("spraak", SPRAAK)
def test_every_number_and_every_unit_has_its_words(spraak: str) -> None:
    tekst = Tekst(spraak)
    ventet = [f"inntak.sekretariat.{i}" for i in kommunetall()]
    ventet += [f"inntak.hjelp_sekretariat.{i}" for i in kommunetall()]
    ventet += [f"inntak.enhet.{e}" for e in kommunetall().values()]
    assert [n for n in ventet if not tekst.finnes(n)] == []
