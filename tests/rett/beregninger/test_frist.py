"""Do the deadlines follow the data, to the day?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from analyse.rett.beregning import build_regnesvar
from analyse.rett.regelbok import read_regelbok
from analyse.rett.regning import Regnesvar, Spoersmaal

BOK = read_regelbok()


def _svar(regel_id: str, dato: date, **fakta: object) -> Regnesvar:
    return build_regnesvar(BOK, regel_id, Spoersmaal(dato=dato, fakta=fakta))


@pytest.mark.parametrize(
    ("regel_id", "navn", "fakta"),
    [
        ("KL18-5-5-CHANGE", "vedtaksdato", {"valgaar": 2027}),
        ("KL18-10-1-FORUT", "forhaandsvotert", {"valgaar": 2027}),
        ("KL18-10-1-FRIST", "iverksatt", {"valgaar": 2027}),
        ("KL18-26-1-EIER", "vedtaksdato", {"valgaar": 2027}),
        ("KL18-5-14-DELEGREGL", "vedtaksdato", {"konstituert": date(2023, 10, 25)}),
        ("KL18-7-1-FUNKSJON", "avgaar", {"valgaar": 2027}),
        ("KL18-14-3-14D", "offentliggjort", {"moetedato": date(2024, 12, 12)}),
        ("KL18-7-9-UTTRE", "flyttet_tilbake", {"flyttet_ut": date(2024, 2, 29)}),
        ("KL18-7-3-FRATRADT", "fratraadt", {"i_funksjon": date(2027, 10, 20)}),
    ],
)
def test_the_last_day_is_in_time_and_the_day_after_is_not(
    regel_id: str, navn: str, fakta: dict[str, object]
) -> None:
    siste = _svar(regel_id, date(2024, 1, 1), **fakta).regnet
    assert isinstance(siste, date)
    assert _svar(regel_id, date(2024, 1, 1), **fakta, **{navn: siste}).svar == "holdt"
    dagen_etter = siste + timedelta(days=1)
    assert _svar(regel_id, date(2024, 1, 1), **fakta, **{navn: dagen_etter}).svar == "brutt"


def test_two_years_from_a_leap_day_end_on_the_last_of_february() -> None:
    assert _svar("KL18-7-9-UTTRE", date(2024, 3, 1), flyttet_ut=date(2024, 2, 29)).regnet == date(2026, 2, 28)


def test_the_deadline_is_told_before_anyone_has_decided() -> None:
    svar = _svar("KL18-5-5-CHANGE", date(2026, 11, 25), valgaar=2027)
    assert (svar.regnet, svar.svar, svar.mangler) == (
        date(2026, 12, 31),
        "ikke_vurdert",
        ("fakta.vedtaksdato",),
    )


def test_the_councils_own_day_in_2019_moves_the_deadline_for_the_old_cooperations() -> None:
    bok = read_regelbok(date(2019, 10, 17))
    fakta = {"samarbeidsform": "§ 27-samarbeid", "dato": date(2023, 10, 16)}
    svar = build_regnesvar(bok, "KL18-31-2", Spoersmaal(dato=date(2023, 10, 16), fakta=fakta))
    assert (svar.regnet, svar.svar) == (date(2023, 10, 17), "holdt")
