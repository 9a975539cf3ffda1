"""The report as one self-contained, accessible web page: no script, no request, every number with its id.

Words and numbers are made here, escaped by Jinja; the template and the style sheet lie in rapporter/maler.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analyse.grunn.filer import mal_fil, write_bytes
from analyse.grunn.tekst import Tekst
from analyse.rapport.blokker import (
    Avsnitt,
    Blokk,
    Celle,
    Navn,
    Ord,
    Organkart,
    Overskrift,
    Punkter,
    Rapport,
    Tabell,
    Tall,
    Varsel,
)
from analyse.rapport.orgkartbilde import build_orgkartfigur
from analyse.rapport.tallord import Ordlegger, build_ordlegger

HTML_SPRAAK = {"nb": "nb", "nn": "nn", "en": "en"}


def _html_tall(tall: Tall, ordlegger: Ordlegger, *, med_enhet: bool) -> Any:
    from markupsafe import Markup

    vist = ordlegger.med_enhet(tall) if med_enhet else ordlegger.verdi(tall)
    return Markup('<span class="tall" data-id="{id}">{vist}</span>').format(id=tall.id, vist=vist)


def _html_ord(ord_: Ord | Navn, ordlegger: Ordlegger) -> Any:
    """Return words as safe HTML: the text is escaped, the numbers in it keep their ids."""
    from markupsafe import Markup, escape

    if isinstance(ord_, Navn):
        return escape(ord_.tekst)
    tall = [f for f in ord_.felter.values() if isinstance(f, Tall)]
    # Placeholders no text can hold: the numbers are put in after escaping, so that the words stay text.
    merker = {f"\x00{nr}\x00": _html_tall(t, ordlegger, med_enhet=True) for nr, t in enumerate(tall)}
    per_tall = dict(zip((id(t) for t in tall), merker, strict=True))
    felter = {
        navn: per_tall[id(felt)] if isinstance(felt, Tall) else ordlegger.felt(felt)
        for navn, felt in ord_.felter.items()
    }
    ferdig = str(escape(ordlegger.tekst(ord_.noekkel, **felter)))
    for merke, innhold in merker.items():
        ferdig = ferdig.replace(merke, str(innhold))
    return Markup(ferdig)  # noqa: S704  # escaped above; only our own spans are put in after


def _celle(celle: Celle, ordlegger: Ordlegger, tabell: Tabell) -> dict[str, Any]:
    if celle is None:
        return {"slag": "tom"}
    if not isinstance(celle, Tall):
        return {"slag": "ord", "ord": _html_ord(celle, ordlegger)}
    return {
        "slag": "tall",
        "ord": _html_tall(celle, ordlegger, med_enhet=False),
        "grunnlag": ordlegger.grunnlag(celle) if celle.verdi is not None and not tabell.uten_grunnlag else "",
        "spenn": ordlegger.alle_spenn(celle),
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
    elif isinstance(blokk, Organkart):
        figurer = [
            build_orgkartfigur(rapport, blokk.modell, tekst, ramme) for ramme in (A4_LIGGENDE, TELEFON)
        ]
        yield {"slag": "figur", "bred": Markup(figurer[0].svg), "smal": Markup(figurer[1].svg)}  # noqa: S704  # our own writer escapes


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
