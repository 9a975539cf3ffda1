"""Run the notebooks and store them with their outputs: `python notebooks/bygg.py [NAME …]`.

Outputs are kept free of times, paths and run counters that move, so that the checks can compare them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

MAPPE = Path(__file__).resolve().parent
TIDSGRENSE = 300  # seconds a cell may take; the slowest takes a few


def build_notatbok(sti: Path) -> nbformat.NotebookNode:
    """Return the notebook run from top to bottom, with outputs that are the same every time."""
    bok = nbformat.read(sti, as_version=4)
    for nr, celle in enumerate(bok.cells, start=1):
        celle["id"] = f"celle-{nr:02d}"
        celle["metadata"] = {}
        if celle.cell_type == "code":
            celle.outputs, celle.execution_count = [], None
    # Warnings about how other libraries open files are for our tests, not for a reader of the notebook.
    miljoe = {navn: verdi for navn, verdi in os.environ.items() if navn != "PYTHONWARNDEFAULTENCODING"}
    NotebookClient(
        bok, timeout=TIDSGRENSE, kernel_name="python3", resources={"metadata": {"path": str(MAPPE)}}
    ).execute(env=miljoe)
    for celle in bok.cells:
        celle["metadata"] = {}
    bok["metadata"] = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return bok


def main(navn: list[str]) -> None:
    """Build the named notebooks, or all."""
    for sti in sorted(MAPPE.glob("*.ipynb")):
        if not navn or sti.stem in navn:
            nbformat.write(build_notatbok(sti), sti)


if __name__ == "__main__":
    main(sys.argv[1:])
