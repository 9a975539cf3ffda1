"""A finished figure's shapes, and how a group of them is moved."""

from __future__ import annotations

from analyse.figurer.scene import Flate, Gruppe, Linje, Rektangel, Skrift, with_forskyvning


def test_a_group_is_moved_with_everything_in_it() -> None:
    gruppe = Gruppe(
        noekkel="a",
        former=(
            Rektangel(x=1, y=2, bredde=3, hoeyde=4, fyll="none"),
            Linje(punkter=((1, 2), (3, 4)), farge="#000000", tykkelse=1),
            Skrift(x=1, y=2, tekst="t", px=13, bredde=5, plass=9),
            Flate(punkter=((1, 2), (3, 4), (1, 4)), fyll="#000000"),
        ),
    )
    flyttet = with_forskyvning(gruppe, 10, 100)
    rektangel, linje, skrift, flate = flyttet.former
    assert (flyttet.noekkel, len(flyttet.former)) == ("a", 4)
    assert isinstance(rektangel, Rektangel)
    assert (rektangel.x, rektangel.y, rektangel.bredde) == (11, 102, 3)
    assert isinstance(linje, Linje)
    assert linje.punkter == ((11, 102), (13, 104))
    assert isinstance(skrift, Skrift)
    assert (skrift.x, skrift.y, skrift.tekst) == (11, 102, "t")
    assert isinstance(flate, Flate)
    assert flate.punkter == ((11, 102), (13, 104), (11, 104))
