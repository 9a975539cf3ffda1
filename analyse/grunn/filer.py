"""Where the shipped data lie, and how a file is written so that it is whole or not there at all.

Data are found alike from a checkout (data/, rapporter/maler/) and from an installed wheel (analyse/_data,
analyse/_maler). Writing: a temporary file in the same folder, fsync, then an atomic swap. What only writing
needs is imported there: the command's start reads this module, and is promised to be cheap.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from analyse.grunn.feil import BrukFeil, Funn, MiljoeFeil

_PAKKE = Path(__file__).resolve().parent.parent
SKREVET = ".skrevet.json"
BESKYTTEDE_ENDELSER = (".docx", ".pptx", ".xlsx")
_NY_FIL = 0o644  # mkstemp makes files only the owner can read; a report is made to be shared
_I_SLUG: Mapping[int, str] = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})
_I_ASCII: Mapping[int, str] = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"}
)


def _rot(pakket: str, *utsjekk: str) -> Path:
    i_hjul = _PAKKE / pakket
    return i_hjul if i_hjul.is_dir() else _PAKKE.parent.joinpath(*utsjekk)


def data_fil(*deler: str) -> Path:
    """Return the path of a shipped data file or folder, from a checkout or a wheel."""
    return _rot("_data", "data").joinpath(*deler)


def mal_fil(*deler: str) -> Path:
    """Return the path of a shipped report template or layout."""
    return _rot("_maler", "rapporter", "maler").joinpath(*deler)


def slug(navn: str) -> str:
    """Return a name as it may stand in a file name: a–z, 0–9 and hyphen.

    Examples
    --------
    >>> slug("Kárášjohka – Karasjok")
    'karasjohka-karasjok'
    """
    liten = unicodedata.normalize("NFC", navn).lower().translate(_I_SLUG)
    grunnform = unicodedata.normalize("NFKD", liten)
    ascii_ = "".join(c for c in grunnform if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", ascii_).strip("-") or "uten-navn"


def ascii_navn(tekst: str) -> str:
    """Return `tekst` with æ ø å as ae oe aa, the form identifiers and commands have."""
    # macOS types and stores å as a + ring: composed first, so that both spellings are one word
    return unicodedata.normalize("NFC", tekst).translate(_I_ASCII)


def sha256_fil(sti: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hex."""
    import hashlib

    return hashlib.sha256(sti.read_bytes()).hexdigest()


def _som_miljoefeil(feil: OSError, sti: Path) -> MiljoeFeil:
    if feil.errno in (errno.ENOSPC, errno.EDQUOT):
        kode = "MI-001"
    elif isinstance(feil, PermissionError):
        kode = "MI-002"
    else:
        kode = "MI-003"
    return MiljoeFeil(
        [Funn(kode=kode, sted=str(sti), felter={"fil": sti.name, "grunn": feil.strerror or ""})]
    )


def check_skrivbar(mappe: Path) -> None:
    """Make the folder and prove that a file can be written there, before any long computation.

    Raises
    ------
    MiljoeFeil : the folder cannot be made or written to.
    """
    import tempfile

    try:
        mappe.mkdir(parents=True, exist_ok=True)
        haandtak, navn = tempfile.mkstemp(dir=mappe, prefix=".tmp-")
        os.close(haandtak)
        Path(navn).unlink()
    except OSError as feil:
        raise _som_miljoefeil(feil, mappe) from feil


def write_atomisk(sti: Path, skriv: Callable[[Path], None]) -> None:
    """Let `skriv` make the file under a temporary name in the same folder, then swap it in.

    Raises
    ------
    MiljoeFeil : no space, no permission, or the target is open in another program. The old file stands.
    """
    import tempfile

    haandtak, navn = -1, ""
    try:
        haandtak, navn = tempfile.mkstemp(dir=sti.parent, prefix=".tmp-", suffix=sti.suffix)
        os.close(haandtak)
        midlertidig = Path(navn)
        skriv(midlertidig)
        with midlertidig.open("r+b") as fil:
            os.fsync(fil.fileno())
        midlertidig.chmod(stat.S_IMODE(sti.stat().st_mode) if sti.exists() else _NY_FIL)
        midlertidig.replace(sti)
    except OSError as feil:
        raise _som_miljoefeil(feil, sti) from feil
    finally:
        if navn:
            with contextlib.suppress(OSError):  # gone after the swap; a scanner may hold it on Windows
                Path(navn).unlink()


def write_bytes(sti: Path, innhold: bytes) -> None:
    """Write bytes atomically."""
    write_atomisk(sti, lambda midlertidig: _legg(midlertidig, innhold))


def _legg(sti: Path, innhold: bytes) -> None:
    sti.write_bytes(innhold)


def _les_skrevet(mappe: Path) -> dict[str, str]:
    try:
        lest = json.loads((mappe / SKREVET).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in lest.items()} if isinstance(lest, dict) else {}


def check_urort(sti: Path, *, overskriv: bool) -> None:
    """Refuse to overwrite an Office file that a person has changed since we wrote it.

    Raises
    ------
    BrukFeil : the file exists, is docx, pptx or xlsx, and is not byte for byte what we last wrote.
    MiljoeFeil : the file cannot be read, as when Office holds it open.
    """
    if overskriv or sti.suffix.lower() not in BESKYTTEDE_ENDELSER or not sti.exists():
        return
    try:
        avtrykk = sha256_fil(sti)
    except OSError as feil:
        raise _som_miljoefeil(feil, sti) from feil
    if _les_skrevet(sti.parent).get(sti.name) != avtrykk:
        raise BrukFeil([Funn(kode="BR-020", sted=str(sti), felter={"fil": sti.name})])


def note_skrevet(stier: list[Path]) -> None:
    """Remember the fingerprints of what was written, in the folder's own list."""
    for mappe in sorted({s.parent for s in stier}):
        liste = _les_skrevet(mappe) | {s.name: sha256_fil(s) for s in stier if s.parent == mappe}
        write_bytes(mappe / SKREVET, (json.dumps(liste, indent=1, sort_keys=True) + "\n").encode())
