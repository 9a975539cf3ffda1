"""A whole structure: bodies, posts, delegations and routes, with every reference resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from analyse.modell.delegasjon import Delegasjon
from analyse.modell.organ import Organ, er_slug
from analyse.modell.saksgang import Saksgang
from analyse.modell.verv import Verv

STYREFORMER: tuple[str, ...] = ("formannskap", "parlamentarisme")
SEKRETARIAT: tuple[str, ...] = ("samlet", "per_etat", "delt")
_RUNDING = 1e-9  # shares typed as decimals may sum to 1 plus rounding


@dataclass(frozen=True, slots=True, kw_only=True)
class Brudd:
    """A reference that does not hold: where in the model file, which code, and the values."""

    sti: str
    kode: str
    funnet: str
    kjente: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Styringsmodell:
    """One governance structure for one municipality or county.

    Parameters
    ----------
    merknader : text keys of what must be said wherever the model is shown.
    arketype : id of the archetype the model was fitted from; "" for a structure of the municipality's own.

    Raises
    ------
    ValueError : a reference is unresolved, an id is used twice, `velges_av` runs in a circle, there is
        not exactly one council, or the shares of a case type sum to more than 1.
    """

    id: str
    navn: str
    styreform: str
    organer: tuple[Organ, ...]
    gjelder_fra: date | None = None
    sekretariat: str = ""
    verv: tuple[Verv, ...] = ()
    delegasjoner: tuple[Delegasjon, ...] = ()
    saksganger: tuple[Saksgang, ...] = ()
    kilde: str = ""
    arketype: str = ""
    merknader: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not er_slug(self.id):
            raise ValueError(f"model id {self.id!r} must be a–z, 0–9 and _")
        if self.styreform not in STYREFORMER:
            raise ValueError(f"unknown form {self.styreform!r}; known: {', '.join(STYREFORMER)}")
        if self.sekretariat and self.sekretariat not in SEKRETARIAT:
            raise ValueError(f"unknown secretariat {self.sekretariat!r}; known: {', '.join(SEKRETARIAT)}")
        if brudd := list(finn_brudd(self)):
            raise ValueError("; ".join(f"{b.sti}: {b.kode} {b.funnet}" for b in brudd))

    def organ(self, organ_id: str) -> Organ:
        """Return the body with the id.

        Raises
        ------
        KeyError : no such body.
        """
        for organ in self.organer:
            if organ.id == organ_id:
                return organ
        raise KeyError(f"model {self.id} has no body {organ_id!r}")

    @property
    def kommunestyret(self) -> Organ:
        """The council (kommunestyre, fylkesting)."""
        return next(o for o in self.organer if o.art == "kommunestyre")

    @property
    def antall_plasser(self) -> int:
        """Seats in all elected bodies of known size."""
        return sum(o.medlemmer or 0 for o in self.organer if o.er_folkevalgt)

    def av_art(self, *arter: str) -> tuple[Organ, ...]:
        """Return the bodies of the kinds, in the model's order."""
        return tuple(o for o in self.organer if o.art in arter)

    def forberedende_og_vedtakende(self) -> tuple[Organ, ...]:
        """Return elected bodies besides the council that recommend or decide.

        With routes: those that `innstiller` or `vedtar` on one. Without: those with decision power, and
        the kinds that prepare by law (formannskap, kommuneråd, komité, utvalg). A body of unknown size is
        among them; one of no members is not.
        """
        if self.saksganger:
            paa_vei = {o for s in self.saksganger for o in s.med_handling("innstiller", "vedtar")}
            med = paa_vei | {o.id for o in self.organer if o.vedtaksrett}
        else:
            forbereder = ("formannskap", "kommuneraad", "kommunestyrekomite", "utvalg")
            med = {o.id for o in self.organer if o.vedtaksrett or o.art in forbereder}
        return tuple(
            o
            for o in self.organer
            if o.id in med and o.er_folkevalgt and o.art != "kommunestyre" and o.medlemmer != 0
        )

    def with_organ(self, organ: Organ) -> Styringsmodell:
        """Return a copy where the body replaces the one with its id, or is added last."""
        if any(o.id == organ.id for o in self.organer):
            return replace(self, organer=tuple(organ if o.id == organ.id else o for o in self.organer))
        return replace(self, organer=(*self.organer, organ))


def finn_brudd(modell: Styringsmodell) -> Iterator[Brudd]:
    """Yield every reference that does not hold, in the order of the model file."""
    ider = tuple(o.id for o in modell.organer)
    kjent = frozenset(ider)
    if len(modell.av_art("kommunestyre")) != 1:
        yield Brudd(sti="organ", kode="IN-020", funnet=str(len(modell.av_art("kommunestyre"))))
    for nr, organ in enumerate(modell.organer):
        if organ.id in ider[:nr]:
            yield Brudd(sti=f"organ[{nr}].id", kode="IN-021", funnet=organ.id)
        if organ.velges_av and organ.velges_av not in kjent:
            yield Brudd(sti=f"organ[{nr}].velges_av", kode="IN-022", funnet=organ.velges_av, kjente=ider)
    yield from _finn_ring(modell)
    for nr, verv in enumerate(modell.verv):
        if verv.organ_id not in kjent:
            yield Brudd(sti=f"verv[{nr}].organ", kode="IN-022", funnet=verv.organ_id, kjente=ider)
    for nr, delegasjon in enumerate(modell.delegasjoner):
        for felt in ("fra", "til"):
            if (verdi := getattr(delegasjon, felt)) not in kjent:
                yield Brudd(sti=f"delegasjon[{nr}].{felt}", kode="IN-022", funnet=verdi, kjente=ider)
    yield from _finn_saksgangsbrudd(modell, ider)


def _finn_saksgangsbrudd(modell: Styringsmodell, ider: tuple[str, ...]) -> Iterator[Brudd]:
    andeler: dict[str, float] = {}
    for nr, saksgang in enumerate(modell.saksganger):
        for organ_id in sorted(saksgang.organ_ider() - set(ider)):
            yield Brudd(sti=f"saksgang[{nr}].trinn", kode="IN-022", funnet=organ_id, kjente=ider)
        for felt in ("innstiller_formelt", "innstiller_reelt"):
            if (verdi := getattr(saksgang, felt)) and verdi not in ider:
                yield Brudd(sti=f"saksgang[{nr}].{felt}", kode="IN-022", funnet=verdi, kjente=ider)
        andeler[saksgang.sakstype] = andeler.get(saksgang.sakstype, 0.0) + saksgang.andel
        if andeler[saksgang.sakstype] > 1 + _RUNDING:
            yield Brudd(
                sti=f"saksgang[{nr}].andel", kode="IN-024", funnet=f"{andeler[saksgang.sakstype]:.4g}"
            )


def _finn_ring(modell: Styringsmodell) -> Iterator[Brudd]:
    velger = {o.id: o.velges_av for o in modell.organer}
    for nr, organ in enumerate(modell.organer):
        sti = [organ.id]
        while (neste := velger.get(sti[-1], "")) and neste not in sti:
            sti.append(neste)
        if neste == organ.id and organ.id == min(sti):  # each circle once, at its first id
            yield Brudd(sti=f"organ[{nr}].velges_av", kode="IN-023", funnet=" → ".join([*sti, organ.id]))
