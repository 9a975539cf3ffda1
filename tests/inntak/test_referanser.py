"""Every body that is named but not listed is told where it is named, whatever else is wrong with the file."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyse.inntak.referanser import check_referanser

SOUND: dict[str, Any] = {
    "organ": [{"id": "ks"}, {"id": "plan", "velges_av": "ks"}],
    "verv": [{"organ": "plan"}],
    "delegasjon": [{"fra": "ks", "til": "plan"}],
    "saksgang": [{"trinn": ["plan:innstiller + ks:uttaler", "ks:vedtar"], "innstiller_reelt": "plan"}],
}


def _steder(data: dict[str, Any]) -> list[str]:
    return [f.sted for f in check_referanser(data, lambda loc: ".".join(map(str, loc)))]


def test_a_sound_file_has_nothing_to_tell() -> None:
    assert _steder(SOUND) == []


@pytest.mark.parametrize(
    ("tabell", "post", "sted"),
    [
        ("organ", {"id": "x", "velges_av": "borte"}, "organ.0.velges_av"),
        ("verv", {"organ": "borte"}, "verv.0.organ"),
        ("delegasjon", {"fra": "borte", "til": "plan"}, "delegasjon.0.fra"),
        ("delegasjon", {"fra": "plan", "til": "borte"}, "delegasjon.0.til"),
        ("saksgang", {"trinn": ["plan:innstiller", "plan:uttaler + borte:vedtar"]}, "saksgang.0.trinn.1"),
        ("saksgang", {"innstiller_formelt": "borte"}, "saksgang.0.innstiller_formelt"),
    ],
)
def test_an_unknown_body_is_found_wherever_it_is_named(tabell: str, post: dict[str, Any], sted: str) -> None:
    data = SOUND | {tabell: [post]}
    if tabell == "organ":
        data = {"organ": [post]}
    assert _steder(data) == [sted]


def test_the_nearest_and_all_known_bodies_are_named() -> None:
    (funn,) = check_referanser(SOUND | {"verv": [{"organ": "plam"}]}, str)
    assert funn.kode == "IN-022"
    assert funn.felter == {"funnet": "plam", "lovlige": "ks, plan", "naermeste": "plan"}


skrot = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda barn: (
        st.lists(barn, max_size=3) | st.dictionaries(st.sampled_from(["organ", "trinn", "id"]), barn)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*SOUND, "annet"]), skrot))
def test_data_of_any_shape_are_passed_over_and_never_fail(data: dict[str, Any]) -> None:
    assert all(f.kode == "IN-022" for f in check_referanser(data, str))
