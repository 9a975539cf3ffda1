"""The workload figure: horizontal bars on one scale, per body or person and model, with their intervals.

A thick line is what assumptions give, a thin one with ends what behaviour or missing facts leave open; an
arrow is "at least", a word stands where there is no number. Left out: choosing among the numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analyse.figurer import stil
from analyse.figurer.ark import Omtale, build_ark, draw_linje, draw_linjer, measure_linjer
from analyse.figurer.scene import Figur, Flate, Form, Gruppe, Linje, Rektangel
from analyse.figurer.sider import split_sider, with_side
from analyse.figurer.stil import A4_LIGGENDE, Ramme
from analyse.figurer.tekstmaal import build_linjer, measure_tekst

TYKK = ("antakelse",)  # the one kind drawn thick; every other kind is thin with ends
_STOLPE, _RADLUFT, _GRUPPELUFT = 12.0, 7.0, 12.0
_NAVN_ANDEL, _NAVN_MEST = 0.24, 250.0  # the column of names
_SMAL = 560.0  # narrower than this, the name stands above its bar
_PIL = 9.0  # an arrow's length
_NOEKKEL = 26.0  # a key's sample, each on a white place of its own
_AKSE = 22.0  # the height of the scale's numbers
_SPENNFARGE = "#003A5C"  # Okabe–Ito's blue darkened, to be seen on the bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Spenn:
    """An interval of a bar: both ends, and its kind."""

    lav: float
    hoey: float
    slag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stolpe:
    """One bar.

    Parameters
    ----------
    navn : what it is the bar of. verdi : its length; None where only a range is known, or nothing.
    skrevet : the number, or the word that stands in its place. merknad : what it rests on.
    er_minst : the true value may be larger. er_hoved : the model the others are compared with.
    """

    navn: str
    verdi: float | None
    skrevet: str
    merknad: str = ""
    spenn: tuple[Spenn, ...] = ()
    er_minst: bool = False
    er_hoved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stolpegruppe:
    """Bars that belong together, under a name."""

    navn: str
    stolper: tuple[Stolpe, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arbeidsbyrdedata:
    """What the figure shows.

    Parameters
    ----------
    akse : the scale's marks, value and number as written; the first is zero and the last no less than any
        bar or interval. slagnavn : per kind of interval that occurs, what the key calls it; `minst` is the
        arrow's.

    Raises
    ------
    ValueError : the scale does not begin at zero, or something is longer than it.
    """

    omtale: Omtale
    akse: tuple[tuple[float, str], ...]
    grupper: tuple[Stolpegruppe, ...]
    slagnavn: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.akse or self.akse[0][0] != 0:
            raise ValueError("bars start at zero")
        ender = [x for g in self.grupper for s in g.stolper for x in (s.verdi, *(p.hoey for p in s.spenn))]
        if any(x is not None and not 0 <= x <= self.akse[-1][0] for x in ender):
            raise ValueError("a bar is longer than the scale")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maal:
    """Where things stand across the figure."""

    bredde: float
    navn: float
    x0: float
    x1: float
    hoeyest: float

    def x(self, verdi: float) -> float:
        return self.x0 + (self.x1 - self.x0) * verdi / self.hoeyest


def draw_arbeidsbyrde(data: Arbeidsbyrdedata, ramme: Ramme = A4_LIGGENDE) -> tuple[Figur, ...]:
    """Return the figure as one page or several, all on the same scale; a telephone has one."""
    maal = _maal(data, ramme)
    hoeyder = [_gruppehoeyde(g, maal) for g in data.grupper]
    rom = ramme.hoeyde - 2 * stil.MARG - _AKSE - 150.0  # 150 px: title, subtitle, key and source
    sider = split_sider(hoeyder, rom) or (range(0),)
    figurer = []
    for nr, side in enumerate(sider, start=1):
        former: list[Form] = []
        hoeyde = sum(hoeyder[i] for i in side)
        former += _akse(data, maal, hoeyde)
        y = _AKSE
        for i in side:
            former += _gruppe(data.grupper[i], maal, y)
            y += hoeyder[i]
        noekkel = list(_noekkel(data, maal, y + 8.0))
        rader = {f.y for f in noekkel if isinstance(f, Rektangel) and f.bredde == _NOEKKEL}
        y += 8.0 + 20.0 * len(rader)
        omtale = with_side(data.omtale, nr, len(sider))
        figurer.append(build_ark(omtale, [Gruppe(noekkel="", former=(*former, *noekkel))], maal.bredde, y))
    return tuple(figurer)


def _maal(data: Arbeidsbyrdedata, ramme: Ramme) -> _Maal:
    bredde = ramme.bredde - 2 * stil.MARG
    tekster = [_tall(s) for g in data.grupper for s in g.stolper if _har_stolpe(s)]
    bredest = max((measure_tekst(t, stil.ETIKETT_PX) for t in tekster), default=0.0)
    smal = bredde < _SMAL
    navn = 0.0 if smal else min(bredde * _NAVN_ANDEL, _NAVN_MEST)
    # half the first mark's number stands left of the zero
    x0 = 6.0 if smal else navn + 12.0
    x1 = bredde - 12.0 if smal else bredde - bredest * stil.ANNEN_SKRIFT - _PIL - 14.0
    return _Maal(bredde=bredde, navn=navn, x0=x0, x1=x1, hoeyest=data.akse[-1][0] or 1.0)


def _har_stolpe(stolpe: Stolpe) -> bool:
    return stolpe.verdi is not None or bool(stolpe.spenn)


def _tall(stolpe: Stolpe) -> str:
    return f"{stolpe.skrevet} · {stolpe.merknad}" if stolpe.merknad else stolpe.skrevet


def _navnelinjer(stolpe: Stolpe, maal: _Maal) -> tuple[str, ...]:
    if not maal.navn:
        return build_linjer(
            f"{stolpe.navn}: {_tall(stolpe)}", maal.bredde / stil.ANNEN_SKRIFT, stil.ETIKETT_PX
        )
    return build_linjer(stolpe.navn, maal.navn / stil.ANNEN_SKRIFT, stil.ETIKETT_PX)


def _overskrift(gruppe: Stolpegruppe, maal: _Maal) -> tuple[str, ...]:
    return build_linjer(gruppe.navn, maal.bredde / stil.ANNEN_SKRIFT, stil.NAVN_PX, fet=True)


def _radhoeyde(stolpe: Stolpe, maal: _Maal) -> float:
    tekst = measure_linjer(len(_navnelinjer(stolpe, maal)), stil.ETIKETT_PX)
    if maal.navn:
        return max(tekst, _STOLPE) + _RADLUFT
    return tekst + (_STOLPE + 3.0 if _har_stolpe(stolpe) else 0.0) + _RADLUFT


def _gruppehoeyde(gruppe: Stolpegruppe, maal: _Maal) -> float:
    hode = measure_linjer(len(_overskrift(gruppe, maal)), stil.NAVN_PX)
    return hode + 3.0 + sum(_radhoeyde(s, maal) for s in gruppe.stolper) + _GRUPPELUFT


def _akse(data: Arbeidsbyrdedata, maal: _Maal, hoeyde: float) -> Iterator[Form]:
    """Yield the scale's numbers and its lines, which run behind the bars."""
    forrige = float("-inf")
    for verdi, skrevet in data.akse:
        x = maal.x(verdi)
        yield Linje(
            punkter=((x, _AKSE - 5.0), (x, _AKSE + hoeyde - _GRUPPELUFT + 4.0)),
            farge=stil.RUTENETT if verdi else stil.STREKFARGE,
            tykkelse=1.0,
        )
        bredde = measure_tekst(skrevet, stil.KILDE_PX)
        venstre = min(max(x - bredde / 2, 0.0), maal.bredde - bredde)
        if venstre > forrige + 6.0:
            yield draw_linje(skrevet, venstre, _AKSE - 9.0, stil.KILDE_PX, farge=stil.DEMPET)
            forrige = venstre + bredde


def _gruppe(gruppe: Stolpegruppe, maal: _Maal, y: float) -> Iterator[Form]:
    hode = _overskrift(gruppe, maal)
    # a heading crosses the lines of the scale
    for skrift in draw_linjer(hode, 0.0, y, stil.NAVN_PX, plass=maal.bredde, fet=True):
        yield Rektangel(
            x=0.0, y=skrift.y - stil.NAVN_PX, bredde=skrift.bredde + 6.0, hoeyde=16.0, fyll=stil.HVIT
        )
        yield skrift
    y += measure_linjer(len(hode), stil.NAVN_PX) + 3.0
    for stolpe in gruppe.stolper:
        yield from _rad(stolpe, maal, y)
        y += _radhoeyde(stolpe, maal)


def _rad(stolpe: Stolpe, maal: _Maal, y: float) -> Iterator[Form]:
    linjer = _navnelinjer(stolpe, maal)
    hoeyde = measure_linjer(len(linjer), stil.ETIKETT_PX)
    if not maal.navn:
        for skrift in draw_linjer(linjer, 0.0, y, stil.ETIKETT_PX, plass=maal.bredde):
            yield Rektangel(x=0.0, y=skrift.y - 11.0, bredde=skrift.bredde + 4.0, hoeyde=14.5, fyll=stil.HVIT)
            yield skrift
        if _har_stolpe(stolpe):
            yield from _stolpe(stolpe, maal, y + hoeyde + 3.0)
        return
    hele = max(hoeyde, _STOLPE)
    yield from draw_linjer(linjer, 0.0, y + (hele - hoeyde) / 2, stil.ETIKETT_PX, plass=maal.navn)
    topp = y + (hele - _STOLPE) / 2
    yield from _stolpe(stolpe, maal, topp)
    slutt = maal.x(max([stolpe.verdi or 0.0, *(s.hoey for s in stolpe.spenn)]))
    x = slutt + (_PIL if stolpe.er_minst else 0.0) + 6.0
    tekst = _tall(stolpe)
    bredde = measure_tekst(tekst, stil.ETIKETT_PX)
    yield Rektangel(x=x - 2.0, y=topp - 1.0, bredde=bredde + 4.0, hoeyde=_STOLPE + 2.0, fyll=stil.HVIT)
    farge = stil.TEKSTFARGE if _har_stolpe(stolpe) else stil.DEMPET
    yield draw_linje(tekst, x, topp + 10.0, stil.ETIKETT_PX, farge=farge)


def _stolpe(stolpe: Stolpe, maal: _Maal, y: float) -> Iterator[Form]:
    midt = y + _STOLPE / 2
    if stolpe.verdi is not None:
        slutt = maal.x(stolpe.verdi)
        fyll, kant = (stil.BLAA, stil.BLAA) if stolpe.er_hoved else (stil.LYSEBLAA, stil.BLAA)
        yield Rektangel(
            x=maal.x0, y=y, bredde=slutt - maal.x0, hoeyde=_STOLPE, fyll=fyll, kant=kant, tykkelse=1.0
        )
        if stolpe.er_minst:
            yield _pil(max([slutt, *(maal.x(s.hoey) for s in stolpe.spenn)]), midt)
    for spenn in sorted(stolpe.spenn, key=lambda s: s.slag in TYKK):  # the thick one over the thin
        yield from draw_spenn(spenn.slag, maal.x(spenn.lav), maal.x(spenn.hoey), midt)


def _pil(x: float, midt: float) -> Flate:
    return Flate(punkter=((x, midt - 6.0), (x + _PIL, midt), (x, midt + 6.0)), fyll=_SPENNFARGE)


def draw_spenn(slag: str, fra: float, til: float, midt: float) -> Iterator[Form]:
    """Yield an interval: thick for assumptions, thin with ends for what is left open."""
    tykk = slag in TYKK
    yield Linje(punkter=((fra, midt), (til, midt)), farge=_SPENNFARGE, tykkelse=5.0 if tykk else 1.5)
    for x in () if tykk else (fra, til):
        yield Linje(punkter=((x, midt - 5.0), (x, midt + 5.0)), farge=_SPENNFARGE, tykkelse=1.5)


def _noekkel(data: Arbeidsbyrdedata, maal: _Maal, y: float) -> Iterator[Form]:
    """Yield the key to the intervals that occur."""
    x, px = 0.0, stil.KILDE_PX
    for slag, navn in data.slagnavn:
        trenger = 34.0 + measure_tekst(navn, px) * stil.ANNEN_SKRIFT
        if x and x + trenger > maal.bredde:
            x, y = 0.0, y + 20.0
        yield Rektangel(x=x, y=y, bredde=_NOEKKEL, hoeyde=14.0, fyll=stil.HVIT)
        if slag == "minst":
            yield Rektangel(
                x=x, y=y + 2.0, bredde=14.0, hoeyde=10.0, fyll=stil.LYSEBLAA, kant=stil.BLAA, tykkelse=1.0
            )
            yield _pil(x + 14.0, y + 7.0)
        else:
            yield from draw_spenn(slag, x + 1.0, x + 25.0, y + 7.0)
        yield draw_linje(navn, x + 34.0, y + 11.0, px, plass=maal.bredde - 34.0)
        x += trenger + 20.0
