"""What hangs together wrongly is told with its place: sums, circles, compositions and doubled posts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analyse.grunn.feil import Funn
from analyse.inntak.modellfil import read_modellfil

Les = Callable[..., list[Funn]]
VERV = '\n[[verv]]\nperson = "{}"\norgan = "plan"\nrolle = "{}"\n'
DELEGASJON = '\n[[delegasjon]]\nfra = "{}"\ntil = "{}"\nsakstyper = ["alle"]\n'
TALL = '\n[[kommune.tall]]\nid = "minutter_per_side"\nverdi = 2\n'


@pytest.fixture
def les(modellfil: Callable[..., Path], funn: Callable[..., list[Funn]]) -> Les:
    """Give the findings of the sound model file with the given replacements or addition."""
    return lambda *bytter, slutt="": funn(lambda: read_modellfil(modellfil(*bytter, slutt=slutt), "m.toml"))


def test_todays_council_must_have_as_many_members_as_there_are_seats(les: Les) -> None:
    (eneste,) = les(("medlemmer = 17", "medlemmer = 19"))
    assert (eneste.kode, dict(eneste.felter)) == ("IN-030", {"medlemmer": "19", "mandater": "17"})
    assert eneste.sted == "m.toml:29 (organ[1].medlemmer)"


def test_another_model_may_have_a_council_of_another_size(les: Les) -> None:
    assert les(("medlemmer = 17", "medlemmer = 19"), ('id = "dagens"', 'id = "stort"')) == []


def test_seats_that_could_not_be_read_are_not_told_twice_as_a_wrong_sum(les: Les) -> None:
    assert [f.kode for f in les(("Sp = 7", 'Sp = "sju"'))] == ["IN-012"]


@pytest.mark.parametrize(
    ("slutt", "koder"),
    [
        (VERV.format("p01", "leder") + VERV.format("p01", "medlem"), ["IN-032"]),
        (VERV.format("p01", "leder") + VERV.format("p01", "gruppeleder"), []),
        (VERV.format("p01", "leder") + VERV.format("p02", "leder"), []),
        (
            VERV.format("p01", "leder")
            + "til = 2025-01-01\n"
            + VERV.format("p01", "medlem")
            + "fra = 2025-01-01\n",
            [],
        ),
        (DELEGASJON.format("kommunestyret", "plan") + DELEGASJON.format("plan", "kommunestyret"), ["IN-034"]),
        (DELEGASJON.format("kommunestyret", "plan"), []),
        (DELEGASJON.format("plan", "plan"), ["IN-028"]),
        ("\n[organ.sammensetning.parti]\nAp = 3\n", []),
    ],
)
def test_doubled_posts_and_circles_of_delegation_are_told(les: Les, slutt: str, koder: list[str]) -> None:
    bytter = [('trinn = ["plan:innstiller", "kommunestyret:vedtar"]', 'trinn = ["plan:vedtar"]')]
    if "sammensetning" in slutt:
        bytter, slutt = [("\n[[saksgang]]", slutt + "\n[[saksgang]]")], ""
    assert [f.kode for f in les(*bytter, slutt=slutt)] == koder


def test_a_circle_is_printed(les: Les) -> None:
    (eneste,) = les(
        slutt=DELEGASJON.format("kommunestyret", "plan") + DELEGASJON.format("plan", "kommunestyret")
    )
    assert eneste.felter["funnet"] == "kommunestyret → plan → kommunestyret"


@pytest.mark.parametrize(
    ("sammensetning", "kode"),
    [
        ("parti.KrF = 1", "IN-025"),
        ("kjoenn.X = 1", "IN-013"),
        ('kjoenn.K = 10\n[organ.sammensetning.alder]\n"under 30" = 18', "IN-033"),
    ],
)
def test_a_composition_names_known_groups_and_no_more_members_than_there_are(
    les: Les, sammensetning: str, kode: str
) -> None:
    slag, _, rest = sammensetning.partition(".")
    tekst = f"\n[organ.sammensetning.{slag}]\n{rest}\n"
    (eneste,) = les(('\n[[organ]]\nid = "plan"', f'{tekst}\n[[organ]]\nid = "plan"'))
    assert eneste.kode == kode


def test_a_size_has_no_range(les: Les) -> None:
    tekst = "\n[organ.opplysning.medlemmer]\nlav = 15\nhoey = 19\n"
    (eneste,) = les(('\n[[organ]]\nid = "plan"', f'{tekst}\n[[organ]]\nid = "plan"'))
    assert eneste.kode == "IN-035"


@pytest.mark.parametrize(
    ("tall", "kode"),
    [
        (TALL + TALL, "IN-031"),
        (TALL + "lav = 3\nhoey = 4\n", "IN-016"),
        (TALL + "lav = 1\n", "IN-015"),
        (TALL.replace("minutter", "minuter"), "IN-013"),
        (TALL.replace("= 2", "= -2"), "IN-014"),
    ],
)
def test_the_municipalitys_numbers_are_known_stand_once_and_inside_their_range(
    les: Les, tall: str, kode: str
) -> None:
    assert [f.kode for f in les(("\n[modell]", f"{tall}\n[modell]"))] == [kode]


def test_the_first_of_two_equal_ids_is_named_too(les: Les) -> None:
    alle = les(('id = "plan"', 'id = "kommunestyret"'))
    (eneste,) = [f for f in alle if f.kode == "IN-021"]
    assert eneste.felter["annen"].startswith("m.toml:")
    assert eneste.felter["annen"] != eneste.sted
