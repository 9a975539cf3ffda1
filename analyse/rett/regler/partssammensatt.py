"""Is there a joint committee of the municipality and its employees? Kommuneloven 2018 § 5-11.

Who has the majority in it is a calculated rule: a structure does not show the two sides.
"""

from __future__ import annotations

from collections.abc import Iterator

from analyse.rett.kontekst import Kontekst
from analyse.rett.regelregister import regel
from analyse.rett.regler.organ import check_partssammensatt
from analyse.rett.utfall import Utfall


@regel("KL18-5-11-PSU")
def check_finnes(k: Kontekst) -> Iterator[Utfall]:
    """Yield whether there is one, or enough of the employees want something else."""
    yield check_partssammensatt(k)
