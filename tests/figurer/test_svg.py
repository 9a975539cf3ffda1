"""The figure as SVG: a name, a description, real text, and no way in for markup."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from analyse.figurer.scene import Flate, Gruppe, Linje, Rektangel, Skrift
from analyse.figurer.svg import build_svg

SVG = "{http://www.w3.org/2000/svg}"


def _skrift(tekst: str, bredde: float = 10.0) -> Skrift:
    return Skrift(x=1.0, y=2.5, tekst=tekst, px=13.0, bredde=bredde, plass=100.0)


def _tegn(tittel: str = "Funn", alt: str = "Beskrivelse", *former: Rektangel | Flate | Linje | Skrift) -> str:
    return build_svg(200.0, 100.0, tittel, alt, [Gruppe(noekkel="plan", former=former)])


def test_the_picture_has_a_name_and_a_description() -> None:
    rot = ET.fromstring(_tegn())  # noqa: S314 - our own text
    tittel, beskrivelse = rot.find(f"{SVG}title"), rot.find(f"{SVG}desc")
    assert rot.get("role") == "img"
    assert tittel is not None
    assert beskrivelse is not None
    assert (tittel.text, beskrivelse.text) == ("Funn", "Beskrivelse")
    assert rot.get("aria-labelledby") == f"{tittel.get('id')} {beskrivelse.get('id')}"
    assert (rot.get("viewBox"), rot.get("width"), rot.get("height")) == ("0 0 200 100", "200", "100")


def test_shapes_are_written_as_plain_elements() -> None:
    svg = _tegn(
        "t",
        "a",
        Rektangel(
            x=1, y=2.25, bredde=3, hoeyde=4, fyll="#FFFFFF", kant="#000000", tykkelse=1, moenster=(6, 4)
        ),
        Linje(punkter=((0, 0), (1.5, 0)), farge="#333333", tykkelse=1),
        Flate(punkter=((0, 0), (4, 0), (4, 2.5)), fyll="#0072B2", dekning=0.5),
        _skrift("Eldrerådet čđŋ"),
    )
    assert '<polygon points="0,0 4,0 4,2.5" fill="#0072B2" fill-opacity="0.5" stroke="none"' in svg
    assert '<g data-organ="plan">' in svg
    assert '<rect x="1" y="2.25" width="3" height="4" fill="#FFFFFF" stroke="#000000"' in svg
    assert 'stroke-dasharray="6 4"' in svg
    assert '<polyline points="0,0 1.5,0" fill="none" stroke="#333333"' in svg
    assert '<text x="1" y="2.5" font-size="13" fill="#1A1A1A">Eldrerådet čđŋ</text>' in svg


def test_only_text_that_fills_its_place_is_held_to_its_width() -> None:
    assert "textLength" not in _tegn("t", "a", _skrift("kort", 102.0))
    assert 'textLength="103" lengthAdjust="spacingAndGlyphs"' in _tegn("t", "a", _skrift("langt", 103.0))


def test_two_figures_on_a_page_have_ids_of_their_own() -> None:
    assert _tegn("t", "a", _skrift("x")) == _tegn("t", "a", _skrift("x"))
    ider = {ET.fromstring(_tegn("t", "a", _skrift(x))).get("aria-labelledby") for x in "xy"}  # noqa: S314
    assert len(ider) == 2


def test_a_name_cannot_become_markup() -> None:
    svg = _tegn('</title><script>alert("1")</script>', "<b>&", _skrift("<script>&amp;"))
    assert "<script" not in svg
    assert len(list(ET.fromstring(svg).iter(f"{SVG}text"))) == 1  # noqa: S314


@given(st.text(), st.text(), st.text())
def test_any_text_gives_well_formed_xml(tittel: str, alt: str, tekst: str) -> None:
    svg = build_svg(10.0, 10.0, tittel, alt, [Gruppe(noekkel=tekst, former=(_skrift(tekst),))])
    rot = ET.fromstring(svg.encode())  # noqa: S314
    assert [e.tag.removeprefix(SVG) for e in rot] == ["title", "desc", "rect", "g"]
