"""Does the code keep the shape of docs/arkitektur.md? Sizes, mirrored tests, verbs, cost of a start.

Read from the source alone, so that a new package is covered the day it comes. What single lines may do
(clock, print, encodings …) stands in test_vaner, the layers in test_kvalitet, the front door in test_analyse.
"""

from __future__ import annotations

import ast
import json
import tomllib
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Kjoer = Callable[..., CompletedProcess[str]]
ROT = Path(__file__).resolve().parent.parent
PAKKE = ROT / "analyse"
MAKS_LINJER = 400
MAKS_FUNKSJON = 60
TUNGE = ("pandas", "numpy", "numba", "networkx", "matplotlib", "openpyxl", "pydantic", "babel")
DOER = tomllib.loads((ROT / "tests" / "fasit" / "inngangsdoer.toml").read_text(encoding="utf-8"))
# The ground, the types and the kernels are no stages; a command is called as its user calls it.
UTEN_STEG = ("grunn", "modell", "kjerne", "cli")
KODEMAPPER = ("analyse", "tests", "benchmarks", "data", "docs", "rapporter", ".ci")
# Tests in a layer's folder that mirror no single module, and why.
UTEN_SPEIL: dict[str, str] = {}


def _pythonfiler(*mapper: str) -> list[Path]:
    return sorted(f for m in mapper for f in (ROT / m).rglob("*.py") if "__pycache__" not in f.parts)


def _navn(sti: Path) -> str:
    return sti.relative_to(ROT).as_posix()


def _modul(sti: Path) -> str:
    return ".".join(sti.relative_to(ROT).with_suffix("").parts).removesuffix(".__init__")


def _tre(sti: Path) -> ast.Module:
    return ast.parse(sti.read_text(encoding="utf-8"), filename=str(sti))


def _funksjoner(tre: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (n for n in ast.walk(tre) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def for_lange_funksjoner(tre: ast.AST) -> list[str]:
    """Name the functions, docstring included, that are longer than one screen."""
    lengder = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in _funksjoner(tre)}
    return [f"{navn}: {n} lines" for navn, n in lengder.items() if n > MAKS_FUNKSJON]


def har_innhold(modul: Path) -> bool:
    """True where a module holds more than its docstring and imports; a package's front, where it defines."""
    if modul.name == "__init__.py":
        return any(isinstance(n, ast.FunctionDef | ast.ClassDef) for n in _tre(modul).body)
    return any(not isinstance(n, ast.Expr | ast.ImportFrom | ast.Import) for n in _tre(modul).body)


def speil(modul: Path) -> Path:
    """Return where a module's test stands: tests/<layer>/test_<module>.py, a package's under its own name."""
    deler = modul.relative_to(PAKKE)
    if modul.name == "__init__.py":
        navn = deler.parent.name or "analyse"
        return ROT / "tests" / deler.parent / f"test_{navn}.py"
    return ROT / "tests" / deler.parent / f"test_{modul.stem}.py"


def test_the_source_is_found() -> None:
    assert {"grunn", "modell"} <= {f.parent.name for f in _pythonfiler("analyse")}


def test_no_file_is_longer_than_400_lines() -> None:
    lange = {
        _navn(f): n
        for f in _pythonfiler(*KODEMAPPER)
        if (n := len(f.read_text("utf-8").splitlines())) > MAKS_LINJER
    }
    assert lange == {}


def test_no_function_is_longer_than_60_lines() -> None:
    lange = {_navn(f): funn for f in _pythonfiler(*KODEMAPPER) if (funn := for_lange_funksjoner(_tre(f)))}
    assert lange == {}


@pytest.mark.parametrize(("linjer", "antall"), [(60, 0), (61, 1)])
def test_a_function_one_line_too_long_would_be_found(linjer: int, antall: int) -> None:
    kode = "def f():\n" + "    x = 1\n" * (linjer - 1)
    assert len(for_lange_funksjoner(ast.parse(kode))) == antall


def test_every_module_has_its_test() -> None:
    moduler = [f for f in _pythonfiler("analyse") if har_innhold(f)]
    assert [f"{_navn(f)} needs {_navn(speil(f))}" for f in moduler if not speil(f).is_file()] == []


def test_every_test_in_a_layers_folder_mirrors_a_module() -> None:
    lag = [m.name for m in PAKKE.iterdir() if m.is_dir()]
    speilet = {_navn(speil(f)) for f in _pythonfiler("analyse")}
    tester = {_navn(f) for m in lag for f in _pythonfiler(f"tests/{m}") if f.name.startswith("test_")}
    assert sorted(tester - speilet - set(UTEN_SPEIL)) == []
    assert sorted(set(UTEN_SPEIL) - tester) == []


def _avhengigheter(tre: ast.AST, moduler: set[str]) -> set[str]:
    """Return the modules of the package that a module imports when it runs; names for types do not count."""
    for node in ast.walk(tre):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            node.body = []
    funnet = {a.name for n in ast.walk(tre) if isinstance(n, ast.Import) for a in n.names}
    for node in (n for n in ast.walk(tre) if isinstance(n, ast.ImportFrom) and n.module):
        funnet |= {node.module or "", *(f"{node.module}.{a.name}" for a in node.names)}
    return funnet & moduler


def test_no_module_imports_its_way_back_to_itself() -> None:
    filer = {_modul(f): f for f in _pythonfiler("analyse")}
    graf = {modul: _avhengigheter(_tre(fil), set(filer)) for modul, fil in filer.items()}
    TopologicalSorter(graf).prepare()  # a CycleError names the modules of the circle


def test_every_module_says_what_it_is_for() -> None:
    tause = [_navn(f) for f in _pythonfiler(*KODEMAPPER) if not ast.get_docstring(_tre(f))]
    assert tause == []


def test_the_types_of_the_model_are_frozen_and_named_by_keyword() -> None:
    mangler = []
    for fil in _pythonfiler("analyse/modell"):
        for klasse in (n for n in ast.walk(_tre(fil)) if isinstance(n, ast.ClassDef)):
            valg = {
                n.arg
                for d in klasse.decorator_list
                if isinstance(d, ast.Call) and getattr(d.func, "id", "") == "dataclass"
                for n in d.keywords
                if isinstance(n.value, ast.Constant) and n.value.value is True
            }
            if any("dataclass" in ast.dump(d) for d in klasse.decorator_list) and valg < {
                "frozen",
                "slots",
                "kw_only",
            }:
                mangler.append(f"{_navn(fil)}: {klasse.name}")
    assert mangler == []


def _uten_verb(navn: Iterator[str]) -> list[str]:
    return sorted(n for n in navn if n.partition("_")[0] not in DOER["verb"] and n not in DOER["uten_verb"])


def _paa_tvers(fil: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (layer, module, name) of what a file imports from another layer of the package."""
    eget = fil.relative_to(PAKKE).parts[0]
    for node in ast.walk(_tre(fil)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("analyse."):
            modul = node.module or ""
            if (lag := modul.split(".")[1]) != eget:
                yield from ((lag, modul, a.name) for a in node.names)


def test_functions_that_one_stage_offers_another_begin_with_a_verb_of_the_list() -> None:
    tilbudt: set[str] = set()
    for fil in _pythonfiler("analyse"):
        for lag, modul, navn in _paa_tvers(fil):
            kilde = ROT.joinpath(*modul.split(".")).with_suffix(".py")
            if lag in UTEN_STEG or not kilde.is_file():
                continue
            if navn in {f.name for f in _tre(kilde).body if isinstance(f, ast.FunctionDef)}:
                tilbudt.add(navn)
    assert _uten_verb(iter(tilbudt)) == []


def _lastet(kjoer: Kjoer, kode: str) -> list[str]:
    avslutning = f"import json; print(json.dumps(sorted(set({TUNGE!r}) & set(sys.modules))), file=sys.stderr)"
    svar = kjoer("-c", f"import sys\n{kode}\n{avslutning}")
    assert svar.returncode == 0, svar.stderr
    return list(json.loads(svar.stderr.splitlines()[-1]))


def test_importing_the_library_loads_nothing_heavy(kjoer: Kjoer) -> None:
    assert _lastet(kjoer, "import analyse") == []


HJELP = """
sys.argv = ['styreform', '--help']
from analyse.cli import app
try:
    app()
except SystemExit as slutt:
    assert not slutt.code
"""


def test_the_commands_help_loads_nothing_heavy(kjoer: Kjoer) -> None:
    assert _lastet(kjoer, HJELP) == []


def test_the_watch_on_the_start_would_see_a_heavy_import(kjoer: Kjoer) -> None:
    assert _lastet(kjoer, "import numpy, babel") == ["babel", "numpy"]


def test_every_module_can_be_imported_where_there_is_no_scipy(kjoer: Kjoer) -> None:
    """scipy is no dependency; networkx loads it for some functions, and its presence slows numba."""
    moduler = [_modul(f) for f in _pythonfiler("analyse")]
    kode = (
        "import importlib, sys; sys.modules['scipy'] = None; list(map(importlib.import_module, sys.argv[1:]))"
    )
    svar = kjoer("-c", kode, *moduler)
    assert svar.returncode == 0, svar.stderr
