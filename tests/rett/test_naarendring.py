"""Does the register of changes hold together, and is each change found?"""

from __future__ import annotations

from datetime import date

from analyse.modell.diff import compare_modeller
from analyse.modell.organ import ART_FOLKEVALGT, Organ
from analyse.modell.styringsmodell import Styringsmodell
from analyse.rett.naarendring import read_endringer, read_endringsslag
from analyse.rett.regelbok import read_regelbok

BOK = read_regelbok()


def test_every_rule_and_figure_of_the_register_exists_and_is_in_force_today() -> None:
    feil = []
    for slag in read_endringsslag().values():
        for hva in (slag, *slag.steg):
            feil += [f"{hva.id}: no rule {r}" for r in hva.regler if r not in BOK.regler]
            if not any(r.gjelder(date(2026, 1, 1)) for i in hva.regler for r in BOK.regler[i]):
                feil.append(f"{hva.id}: no rule in force")
            if hva.frist and BOK.verdier[hva.frist][-1].slag != "frist":
                feil.append(f"{hva.id}: {hva.frist} is no deadline")
        feil += [
            f"{s.id}: no figure {s.flertall}"
            for s in slag.steg
            if s.flertall and s.flertall not in BOK.verdier
        ]
    assert feil == []


def test_every_kind_of_elected_body_is_one_kind_of_change() -> None:
    arter = [a for slag in read_endringsslag().values() for a in slag.arter]
    assert sorted(arter) == sorted(ART_FOLKEVALGT)


def _modell(*organer: Organ) -> Styringsmodell:
    return Styringsmodell(id="m", navn="m", styreform="formannskap", organer=organer)


def test_meetings_and_the_administrations_bodies_are_no_such_change() -> None:
    def bygg(moeter: float, etater: int) -> Styringsmodell:
        kst = Organ(id="kst", navn="Kst", art="kommunestyre", medlemmer=27, moeter_per_aar=moeter)
        rest = (Organ(id=f"e{n}", navn=f"E{n}", art="etat", medlemmer=None) for n in range(etater))
        return _modell(kst, *rest)

    assert read_endringer(compare_modeller(bygg(8, 1), bygg(10, 3))) == []


def test_a_body_is_told_before_and_after() -> None:
    kst = Organ(id="kst", navn="Kst", art="kommunestyre", medlemmer=27)
    plan = Organ(id="plan", navn="Plan", art="utvalg", medlemmer=7, velges_av="kst")
    ((slag, organer),) = read_endringer(compare_modeller(_modell(kst), _modell(kst, plan)))
    assert (slag.id, [(o.organ.navn, o.status) for o in organer]) == ("utvalg", [("Plan", "ny")])
