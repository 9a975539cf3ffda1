"""docs/metode/lov.md: every rule by kind and severity, and how each is assessed, written from data/lov.

The page is built, never edited; a test builds it again and compares.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from analyse.grunn.tekst import Tekst
from analyse.rett.ordlyd import build_gjelder_ikke, build_krav
from analyse.rett.regel import ALVOR, FORMER, SLAG, Regel
from analyse.rett.regelbok import Regelbok


def _rad(*celler: object) -> str:
    return "| " + " | ".join(str(c).replace("|", "/") for c in celler) + " |"


def _tabell(hode: Iterable[str], rader: Iterable[tuple[object, ...]]) -> Iterator[str]:
    titler = tuple(hode)
    yield _rad(*titler)
    yield "|" + "---|" * len(titler)
    yield from (_rad(*rad) for rad in rader)


def _siste(bok: Regelbok) -> list[Regel]:
    """Return each rule once, as its newest version."""
    return [utgaver[-1] for utgaver in bok.regler.values()]


def _telling(bok: Regelbok, tekst: Tekst) -> Iterator[str]:
    regler = _siste(bok)
    hode = [tekst("lov.tabell.slag"), *(tekst(f"lov.alvor.{a}") for a in ALVOR), tekst("lov.tabell.sum")]
    antall = {(s, a): sum(r.slag == s and r.alvor == a for r in regler) for s in SLAG for a in ALVOR}
    rader: list[tuple[object, ...]] = []
    for slag in SLAG:
        linje = [antall[slag, a] for a in ALVOR]
        rader.append((tekst(f"lov.slag.{slag}"), *linje, sum(linje)))
    summer = [sum(antall[s, a] for s in SLAG) for a in ALVOR]
    yield from _tabell(hode, [*rader, (tekst("lov.tabell.sum"), *summer, len(regler))])


def _former(bok: Regelbok, tekst: Tekst) -> Iterator[str]:
    antall = {f: sum(r.form == f for r in _siste(bok)) for f in FORMER}
    rader = [(tekst(f"lov.form.{f}"), n) for f, n in antall.items()]
    yield from _tabell((tekst("lov.tabell.form"), tekst("lov.tabell.antall")), rader)


def _periode(regel: Regel) -> str:
    return f"{regel.gyldig_fra} – {regel.gyldig_til or ''}".rstrip()


def _regelrad(bok: Regelbok, regel: Regel, tekst: Tekst) -> tuple[object, ...]:
    ord_ = " ".join(
        bygg(bok, regel, regel.gyldig_fra, tekst) for bygg in (build_krav, build_gjelder_ikke)
    ).strip()
    hvordan = f" ({tekst(f'lov.form.{regel.form}')})" if regel.form else ""
    return (
        regel.id,
        regel.paragraf,
        _periode(regel),
        tekst(f"lov.alvor.{regel.alvor}"),
        tekst(f"lov.slag.{regel.slag}") + hvordan,
        tekst(f"lov.tillit.{regel.tillit}"),
        ord_,
    )


def _regler(bok: Regelbok, tekst: Tekst) -> Iterator[str]:
    kolonner = ("regel", "paragraf", "gjelder", "alvor", "slag", "tillit", "krav")
    antall = Counter(r.lov for r in _siste(bok))
    alle = (r for u in bok.regler.values() for r in u)
    ordnet = sorted(alle, key=lambda r: (-antall[r.lov], r.lov, r.begrep))  # the Act with most rules first
    for lov, i_loven in groupby(ordnet, key=lambda r: r.lov):
        navn = tekst(f"lov.lovnavn.{lov}")
        yield from ("", f"## {navn[0].upper()}{navn[1:]}")
        for begrep, regler in groupby(i_loven, key=lambda r: r.begrep):
            yield from ("", f"### {tekst(f'lov.begrep.{begrep}')}", "")
            hode = (tekst(f"lov.tabell.{k}") for k in kolonner)
            yield from _tabell(hode, (_regelrad(bok, r, tekst) for r in regler))


def build_lovtabell(bok: Regelbok, tekst: Tekst) -> str:
    """Return the whole page, in Markdown."""
    utgaver = sum(len(u) for u in bok.regler.values())
    forklart = [f"- {tekst(f'lov.slag.{s}')}: {tekst(f'lov.slag_forklart.{s}')}" for s in SLAG]
    linjer = [
        f"# {tekst('lov.tabell.tittel')}",
        "",
        tekst("lov.tabell.ingress", regler=len(bok.regler), utgaver=utgaver, verdier=len(bok.verdier)),
        "",
        *forklart,
        "",
        *_telling(bok, tekst),
        "",
        *_former(bok, tekst),
        "",
        tekst("lov.tabell.selv", antall=len(bok.saker)),
        "",
        tekst("lov.tabell.aapne", antall=len(bok.aapne)),
        *_regler(bok, tekst),
    ]
    return "\n".join(linjer) + "\n"
