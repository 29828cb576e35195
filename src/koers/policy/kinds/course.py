"""The course of the municipality: leading principles, pillars, tasks of the agenda, risks."""

from dataclasses import dataclass
from typing import Annotated

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, OpenVraag, Ref, Tekst, Tussen, Uniek


@dataclass(frozen=True, slots=True)
class Trede:
    """One rung of the ladder that principle two puts in order."""

    nr: Annotated[int, Tussen(1, 9), Uniek("treden.nr")]
    id: Annotated[str, KEBAB, Id("treden")]
    naam: Tekst
    vraag: Tekst


@dataclass(frozen=True, slots=True)
class Principe:
    """A leidend principe: plans, decisions and contracts say on which they lean and where they deviate."""

    nr: Annotated[int, Tussen(1, 99), Uniek("principes.nr")]
    id: Annotated[str, KEBAB, Id("principes")]
    naam: Tekst
    kern: Tekst
    betekent: tuple[Tekst, ...]
    toetsvragen: tuple[Tekst, ...]
    herkomst: Herkomst
    treden: tuple[Trede, ...] = ()


@dataclass(frozen=True, slots=True)
class Pijler:
    nr: Annotated[int, Tussen(1, 9), Id("pijlers")]
    naam: Tekst
    kern: Tekst
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Pijlers:
    pijlers: tuple[Pijler, ...]


@dataclass(frozen=True, slots=True)
class Opgave:
    """One of the tasks of the uitvoeringsagenda. `gemeten_met` is our choice: the source links none."""

    nr: Annotated[int, Tussen(1, 99), Uniek("opgaven.nr")]
    id: Annotated[str, KEBAB, Id("opgaven")]
    pijler: Annotated[int, Ref("pijlers")]
    naam: Tekst
    waarom: Tekst
    levert: tuple[Tekst, ...]
    gemeten_met: tuple[Annotated[str, Ref("indicatoren")], ...]
    herkomst: Herkomst
    gremia: tuple[Annotated[str, Ref("gremia")], ...] = ()
    gebieden: tuple[Annotated[str, Ref("gebieden")], ...] = ()
    hangt_samen_met: tuple[Annotated[str, Ref("opgaven")], ...] = ()
    terugverdiend_door: Tekst | None = None
    open_vragen: tuple[OpenVraag, ...] = ()


@dataclass(frozen=True, slots=True)
class Risico:
    nr: Annotated[int, Tussen(1, 99), Uniek("risicos.nr")]
    id: Annotated[str, KEBAB, Id("risicos")]
    naam: Tekst
    wat: Tekst
    maatregelen: tuple[Tekst, ...]
    herkomst: Herkomst
    gevolgen: tuple[Tekst, ...] = ()
    indicatoren: tuple[Annotated[str, Ref("indicatoren")], ...] = ()
    normen: tuple[Annotated[str, Ref("normen")], ...] = ()
    kengetallen: tuple[Annotated[str, Ref("kengetallen")], ...] = ()
