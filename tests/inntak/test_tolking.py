"""From raw records to the project's own values, with every inner fault told at once and in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analyse.grunn.feil import Funn
from analyse.inntak.modellfil import read_modellfil
from analyse.inntak.sammenheng import som_loc

Les = Callable[..., list[Funn]]
VERV = '\n[[verv]]\nperson = "p01"\norgan = "plan"\n'


@pytest.fixture
def les(modellfil: Callable[..., Path], funn: Callable[..., list[Funn]]) -> Les:
    """Give the findings of the sound model file with the given replacements or addition."""
    return lambda *bytter, slutt="": funn(lambda: read_modellfil(modellfil(*bytter, slutt=slutt), "m.toml"))


def test_the_sound_file_has_no_finding(les: Les) -> None:
    assert les() == []


@pytest.mark.parametrize(
    ("bytte", "kode", "felter"),
    [
        (('nummer = "9999"', 'nummer = "99"'), "IN-026", {"funnet": "99", "sifre": "4"}),
        (('nummer = "9999"', 'nummer = "٩٩٩٩"'), "IN-026", {"sifre": "4"}),
        (('nummer = "9999"', 'nummer = "9999"\nnivaa = "fylkeskommune"'), "IN-026", {"sifre": "2"}),
        (('nummer = "9999"', 'nummer = "9999"\nposisjon = ["Ap", "Krf"]'), "IN-025", {"funnet": "Krf"}),
        (('art = "utvalg"', 'art = "utvalg"\nleder_parti = "APx"'), "IN-025", {"lovlige": "Ap, Sp"}),
        (("hoey = 11\n", ""), "IN-015", {"felt": "moeter_per_aar"}),
        (("moeter_per_aar = 9\n", ""), "IN-015", {"felt": "moeter_per_aar"}),
        (("hoey = 11", "hoey = 8"), "IN-016", {"verdi": "9", "lav": "7", "hoey": "8"}),
        (("plan:innstiller", "plan innstiller"), "IN-017", {"funnet": "plan innstiller"}),
        (("plan:innstiller", "plam:innstiller"), "IN-022", {"funnet": "plam", "naermeste": "plan"}),
        (
            ('trinn = ["plan', 'opphold_dager = [42]\ntrinn = ["plan'),
            "IN-029",
            {"trinn": "2", "opphold": "1"},
        ),
        (('art = "utvalg"', 'art = "kommunestyre"'), "IN-020", {"funnet": "2"}),
        (('id = "plan"', 'id = "kommunestyret"'), "IN-021", {"funnet": "kommunestyret"}),
        (("medlemmer = 17", 'medlemmer = 17\nvelges_av = "plan"'), "IN-023", {}),
    ],
)
def test_each_inner_fault_is_told_by_what_it_is(
    les: Les, bytte: tuple[str, str], kode: str, felter: dict[str, str]
) -> None:
    treff = [f for f in les(bytte) if f.kode == kode]
    assert len(treff) == 1
    assert felter.items() <= dict(treff[0].felter).items()


@pytest.mark.parametrize(
    ("slutt", "kode"),
    [
        (VERV + 'parti = "Apx"\n', "IN-025"),
        (VERV + "fra = 2023-10-25\ntil = 2019-10-25\n", "IN-027"),
        ('\n[[delegasjon]]\nfra = "plan"\ntil = "plan"\nsakstyper = ["alle"]\n', "IN-028"),
        ('\n[[saksgang]]\nsakstype = "reguleringsplan"\ntrinn = ["plan:vedtar"]\nandel = 0.1\n', "IN-024"),
    ],
)
def test_posts_delegations_and_shares_are_checked_too(les: Les, slutt: str, kode: str) -> None:
    assert [f.kode for f in les(slutt=slutt)] == [kode]


def test_faults_of_every_kind_are_told_together_in_the_files_order(les: Les) -> None:
    alle = les(
        ('nummer = "9999"', 'nummer = "99"'),
        ("hoey = 11", "hoey = 8"),
        ('velges_av = "kommunestyret"', 'velges_av = "storstyret"'),
        ("plan:innstiller", "plam:innstiller"),
        slutt=VERV + 'parti = "Apx"\n',
    )
    assert [f.kode for f in alle] == ["IN-026", "IN-016", "IN-022", "IN-022", "IN-025"]


def test_a_wrong_type_does_not_hide_an_unknown_body(les: Les) -> None:
    alle = les(("innbyggere = 12000", 'innbyggere = "mange"'), ("plan:innstiller", "plam:innstiller"))
    assert [f.kode for f in alle] == ["IN-012", "IN-022"]


def test_a_path_is_read_as_keys_and_places() -> None:
    assert som_loc("organ[2].velges_av") == ("organ", 2, "velges_av")
    assert som_loc("organ") == ("organ",)


def test_figures_come_with_their_ground_and_range(modellfil: Callable[..., Path]) -> None:
    anslag = read_modellfil(modellfil(), "m.toml").modell.organ("kommunestyret").anslag("moeter_per_aar")
    assert anslag is not None
    assert (anslag.lav, anslag.sentral, anslag.hoey, anslag.grunnlag) == (7, 9, 11, "forutsatt")
    assert read_modellfil(modellfil(), "m.toml").modell.organ("plan").medlemmer is None


def test_elections_are_kept_newest_first(modellfil: Callable[..., Path]) -> None:
    slutt = '\n[[kommune.valg]]\naar = 2027\ntype = "stemmesedler"\nstemmer = { Ap = 1 }\n'
    kommune = read_modellfil(modellfil(slutt=slutt), "m.toml").kommune
    assert kommune is not None
    assert [v.aar for v in kommune.valg] == [2027, 2023]
