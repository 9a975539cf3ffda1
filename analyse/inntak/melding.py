"""From pydantic's errors to findings with a code, a place and the nearest known name.

Errors are told apart by their type, never by their English text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, get_args

from analyse.grunn.feil import Funn, vis_verdi
from analyse.grunn.feiltekst import naermeste
from analyse.inntak.toml import Loc

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

_TYPER = {
    "int": "heltall",
    "float": "tall",
    "finite": "tall",
    "string": "tekst_i_anfoersel",
    "bool": "sann_usann",
    "date": "toml_dato",
    "list": "liste",
    "dict": "tabell",
    "model": "tabell",
}
_KODE_OM_FELT = {"missing": "IN-011", "too_short": "IN-019", "string_too_short": "IN-019"}
_I_SITAT = re.compile(r"'([^']*)'")
# What pydantic adds to a path besides keys: the branch of a union, and a mark for the key itself.
_GREN = re.compile(r"\[key\]|constrained-\w+|literal\[.*\]")


def finn_loc(feil: Any) -> Loc:
    """Return the path of one pydantic error as keys and places only."""
    return tuple(d for d in feil["loc"] if not (isinstance(d, str) and _GREN.fullmatch(d)))


def build_funn(feil: ValidationError, skjema: type[BaseModel], sted: Callable[[Loc], str]) -> Iterator[Funn]:
    """Yield one finding per place that is wrong; where a union was tried in several ways, the first."""
    sett: set[Loc] = set()
    for enkelt in feil.errors(include_url=False):
        loc = finn_loc(enkelt)
        if loc in sett:
            continue
        sett.add(loc)
        kode, felter = _som_kode(skjema, enkelt, loc)
        yield Funn(kode=kode, sted=sted(loc), felter=felter)


def _som_kode(skjema: type[BaseModel], feil: Any, loc: Loc) -> tuple[str, dict[str, str]]:
    """Return the code and fields of one pydantic error."""
    typ, ctx = str(feil["type"]), feil.get("ctx", {})
    navn = str(loc[-1]) if loc else ""
    if typ == "literal_error":
        return _utenfor_listen(feil, navn, _I_SITAT.findall(str(ctx["expected"])))
    if typ == "extra_forbidden":
        return _ukjent_noekkel(navn, list(getattr(_post(skjema, loc[:-1]), "model_fields", {})))
    if typ in _KODE_OM_FELT:
        return _KODE_OM_FELT[typ], {"felt": navn}
    felter = {"funnet": _vis(feil["input"])}
    if typ == "string_pattern_mismatch":
        return "IN-018", felter
    if "ge" in ctx or "le" in ctx:
        return "IN-014", felter | _grenser(skjema, loc, ctx)
    return "IN-012", felter | _type(typ, feil)


def _utenfor_listen(feil: Any, navn: str, lovlige: list[str]) -> tuple[str, dict[str, str]]:
    if "[key]" in feil["loc"]:  # a table whose keys are a closed list
        return _ukjent_noekkel(navn, lovlige)
    felter = {"funnet": _vis(feil["input"]), "lovlige": ", ".join(lovlige)}
    return "IN-013", felter | {"naermeste": naermeste(str(feil["input"]), lovlige)}


def _vis(verdi: object) -> str:
    if isinstance(verdi, float):
        return _tall(verdi)
    return vis_verdi(str(verdi).lower() if isinstance(verdi, bool) else verdi)  # as it is written in TOML


def _ukjent_noekkel(navn: str, kjente: Sequence[str]) -> tuple[str, dict[str, str]]:
    felter = {"funnet": vis_verdi(navn), "lovlige": ", ".join(kjente), "naermeste": naermeste(navn, kjente)}
    return "IN-010", felter


def _type(typ: str, feil: Any) -> dict[str, str]:
    navn = _TYPER.get(typ.split("_", maxsplit=1)[0], "tekst")
    if navn == "tekst_i_anfoersel" and not isinstance(feil["input"], (list, dict)):
        return {"type": navn, "anfoersel": _vis(feil["input"])}
    if "constrained-int" in feil["loc"]:  # the one union: a size, or "ukjent"
        navn = "heltall_eller_ukjent"
    return {"type": navn}


def _grenser(skjema: type[BaseModel], loc: Loc, ctx: dict[str, Any]) -> dict[str, str]:
    """Return the limits of the field; the error itself tells only the one that was crossed."""
    krav = {k: ctx[k] for k in ("ge", "le") if k in ctx}
    felt = getattr(_post(skjema, loc[:-1]), "model_fields", {}).get(loc[-1] if loc else "")
    for merke in _merker(felt):
        krav |= {k: verdi for k in ("ge", "le") if (verdi := getattr(merke, k, None)) is not None}
    if "ge" in krav and "le" in krav:
        return {"spenn": f"{_tall(krav['ge'])}–{_tall(krav['le'])}"}
    return {"minst": _tall(krav["ge"])} if "ge" in krav else {}


def _merker(felt: Any) -> tuple[Any, ...]:
    """Return the marks of a field, also where its limits stand inside an option (number or None)."""
    egne = tuple(getattr(felt, "metadata", ()))
    i_valgene = (getattr(valg, "__metadata__", ()) for valg in get_args(getattr(felt, "annotation", None)))
    # a Field(…) inside Annotated keeps its limits one level further down
    for merke in (m for merker in i_valgene for m in merker):
        egne += tuple(getattr(merke, "metadata", ())) or (merke,)
    return egne


def _tall(verdi: float) -> str:
    return f"{verdi:.15g}"  # as it is typed: plain :g would write ten million as 1e+07


def _post(skjema: type[BaseModel], loc: Loc) -> Any:
    """Return the record at a path: the annotations are followed down through lists, dicts and options."""
    node: Any = skjema
    for del_ in loc:
        if hasattr(node, "model_fields"):
            felt = node.model_fields.get(del_)
            node = felt.annotation if felt else None
        else:  # the item of a list, the value of a dict
            node = get_args(node)[-1] if get_args(node) else None
        if type(None) in get_args(node):
            node = get_args(node)[0]
    return node
