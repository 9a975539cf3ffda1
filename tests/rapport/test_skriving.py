"""Are files named, refused and remembered as promised?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from analyse.grunn.feil import BrukFeil, MiljoeFeil
from analyse.rapport import skriving
from analyse.rapport.blokker import Rapport
from analyse.rapport.skriving import check_filer, check_valg, write_rapport


@pytest.fixture
def rapport(rapporter: Mapping[str, Rapport]) -> Rapport:
    return rapporter["fylke"]


@pytest.mark.parametrize(
    ("navn", "slug"),
    [("Nordre Øyer", "nordre-oyer"), ("Kárášjohka – Karasjok", "karasjohka-karasjok"), ("../../etc", "etc")],
)
def test_a_file_is_named_by_place_layout_and_language_whatever_the_place_is_called(
    navn: str, slug: str, rapport: Rapport, tmp_path: Path
) -> None:
    stier = write_rapport(replace(rapport, kommunenavn=navn), tmp_path, formater=["html"], spraak="nn")
    assert stier == [tmp_path / f"{slug}_evaluering_nn.html"]


def test_each_format_and_language_is_written_once(rapport: Rapport, tmp_path: Path) -> None:
    stier = write_rapport(rapport, tmp_path, formater=["html", "html"], spraak=["nb", "en", "nb"])
    assert [s.name for s in stier] == [f"fjordfylket_evaluering_{s}.html" for s in ("nb", "en")]


def test_everything_unknown_is_refused_at_once() -> None:
    with pytest.raises(BrukFeil) as feil:
        check_valg(["pdf", "xlsx"], ["nb", "dansk"], ["evaluering", "roman"])
    assert [f.kode for f in feil.value.funn] == ["BR-011", "BR-012", "BR-013"]
    check_valg(["xlsx", "html"], ["nb", "nn", "en"], ["evaluering"])


def test_every_file_that_somebody_changed_is_named_and_nothing_is_written(
    rapport: Rapport, tmp_path: Path
) -> None:
    for spraak in ("nb", "nn"):
        (tmp_path / f"fjordfylket_evaluering_{spraak}.xlsx").write_bytes(b"noens arbeid")
    with pytest.raises(BrukFeil) as feil:
        check_filer(tmp_path, "Fjordfylket", ["evaluering"], ["xlsx", "html"], ["nb", "nn"], overskriv=False)
    assert [f.kode for f in feil.value.funn] == ["BR-020", "BR-020"]
    with pytest.raises(BrukFeil):
        write_rapport(rapport, tmp_path, spraak=["nb", "en"])
    assert len(list(tmp_path.iterdir())) == 2


def test_a_format_that_fails_leaves_the_earlier_ones_known_as_ours(
    rapport: Rapport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nekt(*_args: object) -> None:
        raise MiljoeFeil([])

    with monkeypatch.context() as endret:
        endret.setitem(skriving.SKRIVERE, "html", nekt)
        with pytest.raises(MiljoeFeil):
            write_rapport(rapport, tmp_path)
    assert len(write_rapport(rapport, tmp_path)) == 2  # or the workbook would be taken for somebody else's
