"""What a change costs once: new bodies times the municipality's own figures, nothing where it gave none."""

from __future__ import annotations

from collections.abc import Callable

from analyse.grunn.anslag import Anslag
from analyse.indikatorer.grunnlag import Maalegrunnlag
from analyse.indikatorer.maaling import measure
from analyse.indikatorer.omstilling import measure_omstilling
from analyse.modell.kommune import Kommune
from analyse.modell.organ import Organ
from analyse.modell.prosjekt import Prosjekt
from analyse.modell.styringsmodell import Styringsmodell

Organmaker = Callable[..., Organ]
Modellmaker = Callable[..., Styringsmodell]
Grunnlagmaker = Callable[..., Maalegrunnlag]
Prosjektmaker = Callable[..., Prosjekt]
TALL = {
    "omstilling_timer_per_nytt_organ": Anslag(
        sentral=80, lav=40, hoey=120, grunnlag="forutsatt", kilde="anslag"
    ),
    "omstilling_kr_per_nytt_organ": Anslag(sentral=30_000, lav=30_000, hoey=30_000, grunnlag="oppgitt"),
}
VIK = Kommune(navn="Vik", innbyggere=900, mandater={"A": 10, "B": 7}, tall=TALL)


def test_two_new_bodies_cost_twice_one(modell: Modellmaker, grunnlag: Grunnlagmaker) -> None:
    timer, kroner = measure_omstilling(grunnlag(modell("m"), VIK, nye_organ=2, er_dagens=False))
    assert (timer.verdi, timer.n, timer.grunnlag, timer.kilde) == (160, 2, "forutsatt", "anslag")
    assert (kroner.verdi, kroner.grunnlag) == (60_000, "beregnet")
    assert timer.trekk is not None
    assert 80 <= timer.trekk.min() < timer.trekk.max() <= 240


def test_without_the_figure_it_is_not_lit_and_never_free(
    modell: Modellmaker, grunnlag: Grunnlagmaker
) -> None:
    for maalt in measure_omstilling(grunnlag(modell("m"), nye_organ=2)):
        assert maalt.verdi is None
        assert maalt.grunn in {f"mangler:{navn}" for navn in TALL}


def test_only_elected_bodies_that_today_lacks_are_new(
    organ: Organmaker, modell: Modellmaker, prosjekt: Prosjektmaker
) -> None:
    """The planning committee grows, two committees and an etat come: two elected bodies are new."""
    dagens = modell("dagens", organ("plan", sektor=("plan",)), organ("fsk", "formannskap"))
    ny = modell(
        "ny",
        organ("plan", sektor=("plan",), medlemmer=7),
        organ("fsk", "formannskap"),
        organ("oppvekst"),
        organ("helse"),
        organ("teknisk", "etat", None),
    )
    rader = measure(prosjekt(dagens, VIK), {"dagens": dagens, "ny": ny}).maalinger
    timer = rader[rader["indikator"] == "omstilling_timer"].groupby("modell")["verdi"].first()
    assert timer.to_dict() == {"dagens": 0, "ny": 160}
