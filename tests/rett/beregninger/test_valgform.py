"""Which forms of election are lawful, on which day?"""

from __future__ import annotations

from datetime import date

import pytest

from analyse.rett.beregning import build_regnesvar
from analyse.rett.regelbok import read_regelbok
from analyse.rett.regning import Spoersmaal

BOK = read_regelbok()


def _lovlige(regel_id: str, dato: date, **fakta: object) -> object:
    return build_regnesvar(BOK, regel_id, Spoersmaal(dato=dato, fakta=fakta)).regnet


@pytest.mark.parametrize(
    ("dato", "regel_id", "ventet"),
    [
        (date(2006, 6, 1), "KL92-35-4", ("flertallsvalg",)),
        (date(2008, 6, 1), "KL92-35-4", ("flertallsvalg", "avtalevalg")),
        (date(2024, 6, 1), "KL18-7-4-METODE", ("avtalevalg",)),
    ],
)
def test_what_an_agreeing_council_may_use_has_changed_twice(
    dato: date, regel_id: str, ventet: tuple[str, ...]
) -> None:
    fakta = {"krever_forholdsvalg": 0, "enstemmig": True, "valgform": "avtalevalg"}
    assert _lovlige(regel_id, dato, **fakta) == ventet


def test_one_members_demand_is_enough_whatever_the_others_agree_on() -> None:
    fakta = {"krever_forholdsvalg": 1, "enstemmig": True, "valgform": "avtalevalg"}
    for regel_id, dato in (("KL92-35-4", date(2008, 6, 1)), ("KL18-7-4-METODE", date(2024, 6, 1))):
        assert _lovlige(regel_id, dato, **fakta) == ("forholdsvalg",)


def test_show_of_hands_is_all_one_may_use_for_a_majority_election_from_2023() -> None:
    assert _lovlige("KL18-7-8-APENT", date(2023, 7, 1), stemmemaate="stemmetegn") == ("stemmetegn",)
    assert _lovlige("KL18-7-8-APENT", date(2023, 6, 30), stemmemaate="stemmetegn") == (
        "skriftlig",
        "stemmetegn",
    )


def test_a_youth_council_that_is_made_to_write_must_write() -> None:
    fakta = {"krever_skriftlig": 1, "organ.art": "ungdomsraad"}
    for maate in ("skriftlig", "stemmetegn"):
        assert _lovlige("KL18-7-8-APENT", date(2024, 1, 1), **fakta, stemmemaate=maate) == ("skriftlig",)
