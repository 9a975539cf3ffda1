"""Do single lines keep the house rules that no tool knows? Encodings, clock, chance, print, processes, paths.

Each rule has a planted breach that it must find. What is looked at is the source of `analyse`; the last rules
look at every text file that goes into the repository.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROT = Path(__file__).resolve().parent.parent
DENNE = Path(__file__).resolve().relative_to(ROT).as_posix()  # holds every breach it looks for
Regel = Callable[[ast.Module], Iterator[ast.AST]]

# None of these stands on Windows.
BARE_POSIX = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
BARE_POSIX_KALL = {"fork", "forkpty", "getuid", "geteuid", "getgid", "setsid", "chown", "killpg", "mkfifo"}
KLOKKE = {"datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time", "time.localtime",
          "time.gmtime", "time.strftime"}  # fmt: skip
STROEMMER_UT = {"sys.stdout", "sys.stderr"}
i_utsjekk = pytest.mark.skipif(
    not (ROT / ".git").exists() or shutil.which("git") is None,
    reason="not a checkout: there is no list of tracked files",
)
INGEN_FILER = {"arkiv", "zip", "formatter", "os"}  # bytes, memory and descriptors take no encoding


def _prikket(node: ast.AST) -> str:
    """Return the last two parts of a dotted name: datetime.datetime.now → datetime.now."""
    if isinstance(node, ast.Attribute):
        forrige = node.value
        foran = forrige.attr if isinstance(forrige, ast.Attribute) else getattr(forrige, "id", "")
        return f"{foran}.{node.attr}"
    return getattr(node, "id", "")


def _kall(tre: ast.Module) -> Iterator[ast.Call]:
    yield from (n for n in ast.walk(tre) if isinstance(n, ast.Call))


def _importert(tre: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(tre):
        if isinstance(node, ast.Import):
            yield from ((node, a.name) for a in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node, "." * node.level + (node.module or "")


def rotpakken(tre: ast.Module) -> Iterator[ast.AST]:
    """Yield imports of the package root, and relative ones, which hide where they lead."""
    yield from (node for node, modul in _importert(tre) if modul == "analyse" or modul.startswith("."))


def bare_posix(tre: ast.Module) -> Iterator[ast.AST]:
    """Yield what does not exist on Windows."""
    yield from (node for node, modul in _importert(tre) if modul.split(".")[0] in BARE_POSIX)
    kall = {f"os.{navn}" for navn in BARE_POSIX_KALL}
    yield from (n for n in ast.walk(tre) if isinstance(n, ast.Attribute) and _prikket(n) in kall)


def andre_prosesser_enn_spawn(tre: ast.Module) -> Iterator[ast.AST]:
    """Yield processes started in the platform's own way: fork copies locks, and Windows has none."""
    direkte = {f"{modul}.{navn}" for modul in ("multiprocessing", "mp") for navn in ("Pool", "Process")}
    for node in _kall(tre):
        navn = _prikket(node.func)
        argumenter = [a.value for a in node.args if isinstance(a, ast.Constant)]
        valgt = navn.endswith(("get_context", "set_start_method"))
        basseng = navn.endswith("ProcessPoolExecutor") and "mp_context" not in {k.arg for k in node.keywords}
        if navn in direkte or basseng or (valgt and argumenter != ["spawn"]):
            yield node


def uten_tegnsett(tre: ast.Module) -> Iterator[ast.AST]:
    """Yield text files opened in whatever encoding the machine prefers."""
    plass = {"open": 3, ".open": 2, ".read_text": 0, ".write_text": 1}
    for node in _kall(tre):
        metode = isinstance(node.func, ast.Attribute)
        navn = f".{node.func.attr}" if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if navn not in plass or (metode and getattr(node.func.value, "id", "") in INGEN_FILER):
            continue
        modus = [a for a in node.args[(0 if metode else 1) :] if isinstance(a, ast.Constant)]
        modus += [k.value for k in node.keywords if k.arg == "mode" and isinstance(k.value, ast.Constant)]
        binaer = navn.endswith("open") and any("b" in str(a.value) for a in modus)
        if not binaer and "encoding" not in {k.arg for k in node.keywords} and len(node.args) <= plass[navn]:
            yield node


def klokke(tre: ast.Module) -> Iterator[ast.AST]:
    """Yield readings of the clock: a result that depends on the day cannot be made again."""
    yield from (n for n in _kall(tre) if _prikket(n.func) in KLOKKE)


def skjult_tilfeldighet(tre: ast.Module) -> Iterator[ast.AST]:
    """Yield random numbers without a seed that the caller gave."""
    yield from (node for node, modul in _importert(tre) if modul == "random")
    kjeder = ("default_rng", "Generator", "Philox", "PCG64", "SeedSequence")
    for node in _kall(tre):
        navn = _prikket(node.func)
        uten_froe = navn.endswith("default_rng") and not node.args
        if uten_froe or (navn.startswith("random.") and not navn.endswith(kjeder)):
            yield node


def utskrift(tre: ast.Module) -> Iterator[ast.AST]:
    """Yield what writes to the terminal past the command."""
    yield from (n for n in _kall(tre) if getattr(n.func, "id", "") == "print")
    yield from (n for n in ast.walk(tre) if isinstance(n, ast.Attribute) and _prikket(n) in STROEMMER_UT)


# rule → where it does not hold, and a breach it must find
REGLER: dict[Regel, tuple[tuple[str, ...], tuple[str, ...]]] = {
    rotpakken: (
        (),
        ("import analyse", "from analyse import grunn", "from . import feil", "from .feil import Funn"),
    ),
    bare_posix: ((), ("import fcntl", "from resource import RLIMIT_AS", "import os; os.fork()")),
    andre_prosesser_enn_spawn: (
        (),
        (
            "multiprocessing.get_context('fork')",
            "multiprocessing.get_context()",
            "multiprocessing.Process(target=f)",
            "concurrent.futures.ProcessPoolExecutor(2)",
        ),
    ),
    uten_tegnsett: (
        (),
        (
            "open('x')",
            "open('x', 'w')",
            "sti.open()",
            "sti.open('a')",
            "sti.read_text()",
            "sti.write_text('b')",
        ),
    ),
    klokke: (
        ("cli",),
        ("date.today()", "datetime.now()", "datetime.datetime.now(tz)", "import time; time.time()"),
    ),
    skjult_tilfeldighet: (
        (),
        ("import random", "from random import choice", "np.random.default_rng()", "np.random.normal()"),
    ),
    utskrift: (("cli",), ("print('hei')", "sys.stderr.write('hei')")),
}
TILLATT = {
    rotpakken: "from analyse.grunn import feil",
    bare_posix: "import os; os.fsync(3)",
    andre_prosesser_enn_spawn: "k = multiprocessing.get_context('spawn'); k.Process(target=f)",
    uten_tegnsett: "open('x','rb'); p.open('r+b'); p.read_text('utf-8'); p.write_text('b', encoding='utf-8')",
    klokke: "dato.isoformat(); time.perf_counter()",
    skjult_tilfeldighet: "np.random.default_rng(froe)",
    utskrift: "logg.skriv('print')",
}


@pytest.mark.parametrize("regel", REGLER, ids=lambda r: r.__name__)
def test_no_line_of_the_library_breaks_the_rule(regel: Regel) -> None:
    unntatt, _ = REGLER[regel]
    funnet = []
    for fil in sorted((ROT / "analyse").rglob("*.py")):
        sti = fil.relative_to(ROT)
        if sti.parts[1] not in unntatt:
            tre = ast.parse(fil.read_text(encoding="utf-8"), filename=str(sti))
            funnet += [f"{sti}:{node.lineno}" for node in regel(tre)]  # type: ignore[attr-defined]
    assert funnet == []


@pytest.mark.parametrize(
    ("regel", "kode"),
    [(r, k) for r, (_, planter) in REGLER.items() for k in planter],
    ids=lambda v: getattr(v, "__name__", v),
)
def test_a_planted_breach_of_the_rule_is_found(regel: Regel, kode: str) -> None:
    assert list(regel(ast.parse(kode)))


@pytest.mark.parametrize("regel", REGLER, ids=lambda r: r.__name__)
def test_what_the_rule_allows_is_not_found(regel: Regel) -> None:
    assert list(regel(ast.parse(TILLATT[regel]))) == []


def _tekstfiler() -> Iterator[tuple[str, str]]:
    """Yield path and text of every file that is or would be tracked."""
    git = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    navn = subprocess.run(git, cwd=ROT, capture_output=True, encoding="utf-8", check=True).stdout.split("\0")
    for sti in sorted(n for n in navn if n and (ROT / n).is_file()):
        try:
            yield sti, (ROT / sti).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # pictures and workbooks


STIER = re.compile(rf"/home/\w|/root/|/Users/\w|\b[A-Z]:\\Users|{re.escape(ROT.as_posix())}\b")
VERTER = re.compile(r"pythonhosted\.org|pypi\.org/simple|index-url|--find-links|trusted-host")
UTSATT = re.compile(r"\b(TODO|FIXME|XXX)\b")


@pytest.mark.parametrize(
    ("regel", "plantet"),
    [
        (STIER, "sti = '/home/kari/x'"),
        (STIER, r"C:\Users\kari"),
        (STIER, f"sti = '{ROT.as_posix()}/x'"),
        (VERTER, "--extra-index-url https://x"),
        (UTSATT, "# TODO"),
    ],
)
def test_a_planted_breach_in_a_text_file_is_found(regel: re.Pattern[str], plantet: str) -> None:
    assert regel.search(plantet)


@i_utsjekk
def test_no_tracked_file_names_a_machines_folders_or_a_package_index_or_is_left_unfinished() -> None:
    funnet = [
        f"{sti}: {treff[0]}"
        for sti, tekst in _tekstfiler()
        for regel in (STIER, VERTER, UTSATT)
        if sti != DENNE and (treff := regel.search(tekst))
    ]
    assert funnet == []


@i_utsjekk
def test_no_tracked_file_is_empty() -> None:
    tomme = [sti for sti, tekst in _tekstfiler() if not tekst.strip() and not sti.endswith("py.typed")]
    assert tomme == []
