"""The report as one self-contained, accessible web page: no script, no request, every number with its id.

Words and numbers are made here, escaped by Jinja; the template and the style sheet lie in rapporter/maler.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from analyse.grunn.anslag import UTEN_TALL
from analyse.grunn.filer import mal_fil, write_bytes
from analyse.grunn.tekst import Tekst
from analyse.rapport.bilder import build_bilder
from analyse.rapport.blokker import (
    Antall,
    Avsnitt,
    Bilde,
    Blokk,
    Celle,
    Navn,
    Ord,
    Overskrift,
    Punkter,
    Rapport,
    Tabell,
    Tall,
    Varsel,
)
from analyse.rapport.tallord import Ordlegger, build_ordlegger

HTML_SPRAAK = {"nb": "nb", "nn": "nn", "en": "en"}


def _merket(id_: str, vist: object) -> Any:
    """Return a number as it is shown, marked with its id."""
    from markupsafe import Markup

    return Markup('<span class="tall" data-id="{id}">{vist}</span>').format(id=id_, vist=vist)


def _html_spenn(tall: Tall, ordlegger: Ordlegger) -> list[Any]:
    """Return each interval of a number in words, its ends marked with their ids."""
    ut: list[Any] = []
    for spenn in tall.spenn:
        if ender := ordlegger.ender(tall, spenn):
            ids = (f"{spenn.id}__lav", f"{spenn.id}__hoey")
            deler = [_merket(id_, ende) for id_, ende in zip(ids, ender, strict=True)]
            ut.append(_fyll(partial(ordlegger.spenn_med, tall, spenn), deler))
    return ut


def _vist(tall: Tall, ordlegger: Ordlegger, *, med_enhet: bool = False) -> Any:
    """Return a number as it is shown, marked with its id; one known only between two ends marks the ends."""
    grenser = next((s for s in tall.spenn if tall.verdi is None and ordlegger.ender(tall, s)), None)
    if grenser is None:
        return _merket(tall.id, ordlegger.med_enhet(tall) if med_enhet else ordlegger.verdi(tall))
    ids = (f"{grenser.id}__lav", f"{grenser.id}__hoey")
    ender = ordlegger.ender(tall, grenser) or ("", "")
    deler = [_merket(id_, ende) for id_, ende in zip(ids, ender, strict=True)]
    return _fyll(partial(ordlegger.mellom, tall, med_enhet=med_enhet), deler)


def _html_i_setning(tall: Tall, ordlegger: Ordlegger) -> Any:
    """Return a number as it stands in a sentence, with what it rests on and its intervals."""
    from markupsafe import Markup, escape

    vist = _vist(tall, ordlegger, med_enhet=True)
    if tall.grunnlag in UTEN_TALL:
        return vist
    spenn = _html_spenn(tall, ordlegger) if tall.verdi is not None else []
    om = Markup("; ").join([escape(ordlegger.grunnlag(tall)), *spenn])
    return Markup("{vist} ({om})").format(vist=vist, om=om)


def _fyll(skriv: Callable[..., str], deler: Sequence[Any]) -> Any:
    """Return what `skriv` makes of its parts as safe HTML: its own text escaped, the parts as they are."""
    from markupsafe import Markup, escape

    # Placeholders no text can hold: our HTML is put in after escaping, so that the words stay text.
    merker = [f"\x00{nr}\x00" for nr in range(len(deler))]
    ferdig = str(escape(skriv(*merker)))
    for merke, del_ in zip(merker, deler, strict=True):
        ferdig = ferdig.replace(merke, str(del_))
    return Markup(ferdig)  # noqa: S704  # escaped above; only our own spans are put in after


def _html_ord(ord_: Ord | Navn, ordlegger: Ordlegger) -> Any:
    """Return words as safe HTML: the text is escaped, the numbers in it keep their ids."""
    if isinstance(ord_, Navn):
        return _fyll(lambda: ord_.tekst, ())
    deler: dict[str, Any] = {}
    for navn, felt in ord_.felter.items():
        if isinstance(felt, Tall):
            deler[navn] = _html_i_setning(felt, ordlegger)
        elif isinstance(felt, Antall):
            deler[navn] = _merket(felt.id, ordlegger.tekst.tall(felt.verdi))
        elif isinstance(felt, Ord):
            deler[navn] = _html_ord(felt, ordlegger)
    antall = ord_.felter.get("antall")
    rene = {navn: ordlegger.felt(felt) for navn, felt in ord_.felter.items() if navn not in deler}
    if isinstance(antall, Antall):
        rene["flertall"] = antall.verdi
    return _fyll(
        lambda *merker: ordlegger.tekst(ord_.noekkel, **rene, **dict(zip(deler, merker, strict=True))),
        list(deler.values()),
    )


def _celle(celle: Celle, ordlegger: Ordlegger, tabell: Tabell) -> dict[str, Any]:
    if celle is None:
        return {"slag": "tom"}
    if not isinstance(celle, Tall):
        return {"slag": "ord", "ord": _html_ord(celle, ordlegger)}
    return {
        "slag": "tall",
        "ord": _vist(celle, ordlegger),
        "grunnlag": ordlegger.grunnlag(celle)
        if celle.grunnlag not in UTEN_TALL and not tabell.uten_grunnlag
        else "",
        "verdikt": ordlegger.verdikt(celle),
        "spenn": _html_spenn(celle, ordlegger) if celle.verdi is not None else [],
        "grunn": ordlegger.grunn(celle),
    }


def _tabell(tabell: Tabell, ordlegger: Ordlegger) -> dict[str, Any]:
    tallkolonner = {
        nr for nr in range(len(tabell.kolonner)) if any(isinstance(rad[nr], Tall) for rad in tabell.rader)
    }
    return {
        "slag": "tabell",
        "id": f"t-{tabell.id}",
        "tittel": _html_ord(tabell.tittel, ordlegger),
        "kolonner": [
            {"ord": _html_ord(k, ordlegger), "er_tall": nr in tallkolonner}
            for nr, k in enumerate(tabell.kolonner)
        ],
        "rader": [[_celle(c, ordlegger, tabell) for c in rad] for rad in tabell.rader],
        "sumrad": [_celle(c, ordlegger, tabell) for c in tabell.sumrad],
        "note": _html_ord(tabell.note, ordlegger) if tabell.note else "",
    }


def _blokk(blokk: Blokk, rapport: Rapport, tekst: Tekst, ordlegger: Ordlegger) -> Iterator[dict[str, Any]]:
    from markupsafe import Markup

    from analyse.figurer.stil import A4_LIGGENDE, TELEFON

    if isinstance(blokk, Overskrift):
        yield {"slag": "overskrift", "ord": _html_ord(blokk.ord, ordlegger)}
    elif isinstance(blokk, Avsnitt):
        yield {"slag": "avsnitt", "ord": _html_ord(blokk.ord, ordlegger)}
    elif isinstance(blokk, Varsel):
        yield {"slag": "varsel", "ord": ordlegger.varsel(blokk.funn)}
    elif isinstance(blokk, Punkter):
        yield {"slag": "punkter", "punkter": [_html_ord(p, ordlegger) for p in blokk.punkter]}
    elif isinstance(blokk, Tabell):
        yield _tabell(blokk, ordlegger)
    elif isinstance(blokk, Bilde):
        brede, smale = (build_bilder(rapport, blokk, tekst, ramme) for ramme in (A4_LIGGENDE, TELEFON))
        yield {
            "slag": "figur",
            "brede": [Markup(f.svg) for f in brede],  # noqa: S704  # our own writer escapes
            "smale": [Markup(f.svg) for f in smale],  # noqa: S704  # as above
        }


def build_nettside(rapport: Rapport, tekst: Tekst) -> str:
    """Return the page as HTML text."""
    import jinja2

    ordlegger = build_ordlegger(rapport, tekst)
    miljoe = jinja2.Environment(
        loader=jinja2.FileSystemLoader(mal_fil(), encoding="utf-8"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    kapitler = [
        {
            "id": kapittel.id,
            "tittel": tekst(f"rapport.kapittel.{kapittel.id}"),
            "blokker": [b for blokk in kapittel.blokker for b in _blokk(blokk, rapport, tekst, ordlegger)],
        }
        for kapittel in rapport.kapitler
    ]
    opphav = rapport.opphav
    return miljoe.get_template("nettside.html.j2").render(
        spraak=HTML_SPRAAK[tekst.spraak],
        tittel=tekst("rapport.tittel", kommune=rapport.kommunenavn),
        undertittel=tekst("rapport.undertittel"),
        oppdiktet=tekst("rapport.oppdiktet_merke") if rapport.oppdiktet else "",
        hopp=tekst("rapport.hopp"),
        innhold=tekst("rapport.innhold"),
        tomt=tekst("rapport.tall.tomt"),
        bunntekst=tekst(
            "rapport.bunntekst",
            versjon=opphav.kodeversjon,
            dato=tekst.dato(opphav.dato),
            fingeravtrykk=opphav.datafingeravtrykk[:8],
        ),
        stil=mal_fil("nettside.css").read_text(encoding="utf-8"),
        kapitler=kapitler,
    )


def write_nettside(sti: Path, rapport: Rapport, tekst: Tekst) -> None:
    """Write the page, atomically; the same report and language give the same bytes.

    Raises
    ------
    MiljoeFeil : no space or no permission.
    """
    write_bytes(sti, build_nettside(rapport, tekst).encode("utf-8"))
