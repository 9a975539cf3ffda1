"""The executive committee: who may sit there, and what passes it."""

from __future__ import annotations

from collections.abc import Callable

from analyse.rett.utfall import Lovsvar

Vurder = Callable[..., Lovsvar]


def test_posts_go_before_what_the_file_says_of_eligibility(vurder: Vurder) -> None:
    utenfra = [{"person": "p99", "organ": "formannskapet"}]
    svar = vurder("liten_kommune_med_verv", verv=utenfra)  # valgbare = "kommunestyret"
    assert svar.svar("KL18-5-6-AVOGBLANT") == "brutt"


def test_somebody_who_may_be_an_untold_member_of_the_council_breaks_nothing(vurder: Vurder) -> None:
    svar = vurder("formannskapskommune", verv=[{"person": "p99", "organ": "formannskapet"}])
    assert svar.mangler("KL18-5-6-AVOGBLANT") == ("verv.person",)


def test_a_committee_may_recommend_after_the_executive_committee(vurder: Vurder) -> None:
    trinn = ["formannskapet:innstiller", "plan:innstiller", "kommunestyret:vedtar"]
    svar = vurder("formannskapskommune", saksgang=[{"sakstype": "budsjett_okonomiplan", "trinn": trinn}])
    assert [k for k in svar.brudd if k.regel.id == "KL18-5-6-INNSTILL"] == []


def test_another_report_than_the_accounts_may_pass_by_it(vurder: Vurder) -> None:
    gang = {"sakstype": "regnskap_rapport", "trinn": ["plan:innstiller", "kommunestyret:vedtar"]}
    svar = vurder("formannskapskommune", saksgang=[gang])
    assert svar.svar("KL18-5-6-INNSTILL") == "ikke_vurdert"
