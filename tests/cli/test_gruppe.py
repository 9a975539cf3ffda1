"""Does the command end as the contract says: help, slips, a closed pipe, a full disk, Ctrl-C?"""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analyse.cli.gruppe import KOMMANDOER, app
from analyse.grunn import filer

Styreform = Callable[..., Any]
ROT = Path(__file__).resolve().parents[2]


def test_help_names_every_command_and_what_it_does(styreform: Styreform) -> None:
    for spraak, ord_ in (("nb", "Kommandoer"), ("nn", "Kommandoar"), ("en", "Commands")):
        svar = styreform("--spraak", spraak, "--help")
        assert svar.kode == 0
        assert ord_ in svar.ut
        assert [k for k in KOMMANDOER if f"  {k} " not in svar.ut] == []


def test_every_module_of_a_command_is_listed_and_every_listed_command_has_its_module() -> None:
    egne = {"gruppe", "valg", "utskrift", "__init__"}
    assert {f.stem for f in (ROT / "analyse" / "cli").glob("*.py")} - egne == set(KOMMANDOER)


def test_nothing_to_do_shows_the_help(styreform: Styreform) -> None:
    assert styreform().ut == styreform("--help").ut


def test_json_without_a_command_is_still_one_document(styreform: Styreform) -> None:
    assert styreform("--json").json == {"skjema": "styreform/1", "kommandoer": list(KOMMANDOER)}
    assert list(styreform("--version", "--json").json) == ["skjema", "versjon"]


def test_the_version_is_the_installed_one(styreform: Styreform) -> None:
    from importlib.metadata import version

    assert styreform("--version").ut == f"styreform {version('styreform')}\n"


def test_an_unknown_command_names_the_nearest_in_words_and_in_json(styreform: Styreform) -> None:
    svar = styreform("samanlign")
    assert (svar.kode, svar.ut) == (2, "")
    assert "Mente du «sammenlign»?" in svar.feil
    dokument = styreform("samanlign", "--json", "--spraak", "nn").json
    assert list(dokument) == ["skjema", "feil", "antall"]
    assert dokument["skjema"] == "styreform/1"
    assert list(dokument["feil"][0]) == ["kode", "sted", "funnet", "ventet", "raad"]
    assert "Meinte du «sammenlign»?" in dokument["feil"][0]["raad"]


@pytest.mark.parametrize("skrevet", ["DEMO", "Demo"])
def test_a_command_may_be_typed_in_capitals(skrevet: str, styreform: Styreform) -> None:
    svar = styreform(skrevet, "--help")
    assert (svar.kode, svar.ut.replace(skrevet, "demo")) == (0, styreform("demo", "--help").ut)


def test_a_missing_argument_is_named_in_the_readers_language(styreform: Styreform) -> None:
    for spraak, ord_ in (("nb", "«MAPPE» mangler."), ("nn", "«MAPPE» manglar."), ("en", "“FOLDER”")):
        svar = styreform("kontroll", "--spraak", spraak, "--json")
        assert (svar.kode, svar.json["feil"][0]["kode"]) == (2, "BR-003")
        assert ord_ in svar.json["feil"][0]["funnet"]


def test_options_before_the_command_count_for_the_command(styreform: Styreform, oppdrag: Path) -> None:
    assert styreform("--json", "--spraak", "en", "kontroll", str(oppdrag)).json["skjema"] == "kontroll/1"


def test_a_folder_that_is_a_file_is_exit_4(styreform: Styreform, oppdrag: Path, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    svar = styreform("rapport", str(oppdrag), "--ut", str(tmp_path / "fil"), "--json")
    assert (svar.kode, svar.json["antall"]) == (4, 1)
    assert (tmp_path / "fil").read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize(
    ("feil", "kode", "raad"),
    [
        (PermissionError(errno.EACCES, "locked"), "MI-002", "Lukk filen"),
        (OSError(errno.ENOSPC, "no space left"), "MI-001", "Frigjør plass"),
    ],
)
def test_a_file_open_in_office_or_a_full_disk_is_exit_4_and_the_old_file_stands(
    feil: OSError,
    kode: str,
    raad: str,
    styreform: Styreform,
    oppdrag: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ut = tmp_path / "ut"
    assert styreform("rapport", str(oppdrag), "--ut", str(ut)).kode == 0
    foer = {f.name: f.read_bytes() for f in ut.iterdir()}

    def nekt(self: Path, _maal: object) -> None:
        raise feil

    monkeypatch.setattr(Path, "replace", nekt)
    svar = styreform("rapport", str(oppdrag), "--ut", str(ut), "--json")
    assert (svar.kode, svar.json["feil"][0]["kode"]) == (4, kode)
    assert raad in svar.json["feil"][0]["raad"]
    assert {f.name: f.read_bytes() for f in ut.iterdir()} == foer


def test_what_the_machine_refuses_anywhere_is_exit_4_and_no_traceback(
    styreform: Styreform, oppdrag: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nekt(_sti: Path) -> str:
        raise OSError(errno.EIO, "Input/output error", "disk")

    monkeypatch.setattr(filer, "sha256_fil", nekt)
    svar = styreform("rapport", str(oppdrag), "--ut", str(oppdrag / "ut"), "--json")
    assert (svar.kode, svar.json["feil"][0]["kode"]) == (4, "MI-003")


def test_an_interruption_is_exit_130(styreform: Styreform, monkeypatch: pytest.MonkeyPatch) -> None:
    def avbryt(*_args: object, **_navngitte: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("analyse.oppdrag.kontroll.check_prosjekt", avbryt)
    svar = styreform("kontroll", ".")
    assert (svar.kode, svar.ut.strip()) == (130, "")
    assert "Traceback" not in svar.feil


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to a child alone")
def test_ctrl_c_in_the_middle_of_the_work_is_exit_130_and_leaves_no_half_file(tmp_path: Path) -> None:
    kode = (
        "import sys, time\n"
        "import analyse.oppdrag.sammenligning as s\n"
        "s.measure = lambda *a: (print('naa', flush=True), time.sleep(30))\n"
        f"sys.argv = ['styreform', 'demo', '--ut', {str(tmp_path)!r}]\n"
        "from analyse.cli import app\n"
        "app()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", kode], cwd=ROT, stdout=-1, stderr=-1, encoding="utf-8"
    ) as prosess:
        assert prosess.stdout is not None
        assert prosess.stdout.readline() == "naa\n"
        prosess.send_signal(signal.SIGINT)
        _, feil = prosess.communicate(timeout=20)
    assert (prosess.returncode, "Traceback" in feil) == (130, False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="the pipe is closed by a POSIX shell here")
@pytest.mark.parametrize(
    ("argumenter", "kode"), [(["--help"], 0), (["kontroll", "finnes/ikke", "--json"], 0), (["--json"], 0)]
)
def test_a_reader_who_has_seen_enough_is_no_error(argumenter: list[str], kode: int) -> None:
    lese, skrive = os.pipe()
    os.close(lese)  # nobody will read
    kommando = "import sys; sys.argv[0] = 'styreform'; from analyse.cli import app; app()"
    svar = subprocess.run(
        [sys.executable, "-c", kommando, *argumenter],
        cwd=ROT,
        stdout=skrive,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    os.close(skrive)
    assert (svar.returncode, svar.stderr) == (kode, "")


def test_the_group_is_the_console_script() -> None:
    import tomllib

    pyproject = tomllib.loads((ROT / "pyproject.toml").read_text(encoding="utf-8"))
    assert pyproject["project"]["scripts"]["styreform"] == "analyse.cli:app"
    assert callable(app)
