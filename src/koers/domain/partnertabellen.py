"""The tables that partners deliver: how many, per municipality and period, never who.

Every table has a municipality, a period, perhaps one group, and numbers. There is no column for a person, and
a column that is not in the table refuses the file, so nothing about somebody can slip in.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from koers.domain.aanlevering import GelezenRij, SoortAanlevering, Vondst, Waarde
from koers.domain.grootheden import Status
from koers.domain.tabelvorm import Kolomsoort, Tabel, column

Ritme = Literal["jaar", "schooljaar", "kwartaal"]
_PERIODE = {
    "jaar": re.compile(r"((?:19|20)[0-9]{2})"),
    "kwartaal": re.compile(r"((?:19|20)[0-9]{2})-K([1-4])"),
    "schooljaar": re.compile(r"((?:19|20)[0-9]{2})-((?:19|20)[0-9]{2})"),
}
SCHOOLSOORTEN = ("basisonderwijs", "speciaal_onderwijs", "voortgezet_onderwijs", "mbo")
HOOGSTENS = 999_999
LEEFTIJDEN = ("0_3", "4_11", "12_17", "18_22")


def _gemeente() -> Any:
    return column(
        Kolomsoort.TEKST,
        "CBS-code van de gemeente, zoals GM1731.",
        "CBS code of the municipality, such as GM1731.",
        gemeentecode=True,
    )


def _periode() -> Any:
    return column(
        Kolomsoort.TEKST,
        "Jaar (2025), kwartaal (2025-K3) of schooljaar (2024-2025), zoals bij deze tabel afgesproken.",
        "Year (2025), quarter (2025-K3) or school year (2024-2025), as agreed for this table.",
    )


def _groep(nl: str, en: str, keuze: tuple[str, ...]) -> Any:
    return column(Kolomsoort.TEKST, nl, en, keuze=keuze)


def _aantal(nl: str, en: str) -> Any:
    return column(Kolomsoort.GETAL, nl, en, minstens=0)


@dataclass(frozen=True, slots=True)
class SchoolVerzuim:
    """Absence at schools."""

    gemeente: str = _gemeente()
    periode: str = _periode()
    schoolsoort: str = _groep("Soort school.", "Kind of school.", SCHOOLSOORTEN)
    leerlingen: int = _aantal("Leerlingen op de teldatum.", "Pupils on the day of counting.")
    verzuimers: int = _aantal(
        "Leerlingen met gemeld ongeoorloofd verzuim.", "Pupils with reported unauthorised absence."
    )
    thuiszitters: int = _aantal(
        "Leerlingen die langer dan vier weken thuiszaten.", "Pupils at home for more than four weeks."
    )


@dataclass(frozen=True, slots=True)
class SchoolZat:
    """What the care and advice teams of schools talked about."""

    gemeente: str = _gemeente()
    periode: str = _periode()
    schoolsoort: str = _groep("Soort school.", "Kind of school.", SCHOOLSOORTEN)
    besproken: int = _aantal("Leerlingen die zijn besproken.", "Pupils who were discussed.")
    op_school_geholpen: int = _aantal("Van hen: op school geholpen.", "Of them: helped at school.")
    overgedragen: int = _aantal("Van hen: overgedragen aan de toegang.", "Of them: handed over.")


@dataclass(frozen=True, slots=True)
class OpvangZat:
    """What kinderopvang asked and brought in."""

    gemeente: str = _gemeente()
    periode: str = _periode()
    opvangsoort: str = _groep(
        "Soort opvang.", "Kind of childcare.", ("dagopvang", "peuteropvang", "buitenschools")
    )
    kinderen: int = _aantal("Kinderen op de teldatum.", "Children on the day of counting.")
    besproken: int = _aantal("Kinderen die zijn besproken.", "Children who were discussed.")
    overgedragen: int = _aantal("Van hen: overgedragen aan de toegang.", "Of them: handed over.")


@dataclass(frozen=True, slots=True)
class WelzijnBereik:
    """Whom welzijn reached."""

    gemeente: str = _gemeente()
    periode: str = _periode()
    leeftijdsgroep: str = _groep("Leeftijd.", "Age.", LEEFTIJDEN)
    bereikt: int = _aantal("Jeugdigen die zijn bereikt.", "Young people who were reached.")
    begeleid: int = _aantal("Van hen: met eigen begeleiding.", "Of them: with own guidance.")


@dataclass(frozen=True, slots=True)
class WelzijnGroepen:
    """Groups and courses of welzijn."""

    gemeente: str = _gemeente()
    periode: str = _periode()
    thema: str = _groep(
        "Waar de groep over ging.",
        "What the group was about.",
        ("opvoeden", "weerbaarheid", "scheiding", "sociale_vaardigheden", "anders"),
    )
    groepen: int = _aantal("Groepen die zijn gehouden.", "Groups that were held.")
    deelnemers: int = _aantal("Jeugdigen en ouders die meededen.", "Young people and parents who took part.")


@dataclass(frozen=True, slots=True)
class GgdMonitor:
    """Answers in the health monitor of the GGD."""

    gemeente: str = _gemeente()
    periode: str = _periode()
    onderwerp: str = _groep(
        "Waar de vraag over ging.",
        "What the question was about.",
        ("ervaren_gezondheid", "emotionele_problemen", "prestatiedruk", "gepest", "eenzaamheid"),
    )
    ondervraagd: int = _aantal("Jeugdigen die antwoord gaven.", "Young people who answered.")
    aantal: int = _aantal("Van hen: bij wie dit speelt.", "Of them: for whom this holds.")


@dataclass(frozen=True, slots=True)
class GgdVerpleegkundige:
    """The work of the jeugdverpleegkundige."""

    gemeente: str = _gemeente()
    periode: str = _periode()
    leeftijdsgroep: str = _groep("Leeftijd.", "Age.", LEEFTIJDEN)
    gezien: int = _aantal("Jeugdigen die zijn gezien.", "Young people who were seen.")
    extra_contact: int = _aantal("Van hen: met een extra contact.", "Of them: with an extra contact.")
    verwezen: int = _aantal("Van hen: verwezen of overgedragen.", "Of them: referred or handed over.")


@dataclass(frozen=True, slots=True)
class Participatie:
    """The Participatiewet, for families and young adults."""

    gemeente: str = _gemeente()
    periode: str = _periode()
    huishoudens: int = _aantal("Huishoudens met bijstand.", "Households on social assistance.")
    met_kinderen: int = _aantal("Van hen: met kinderen onder 18.", "Of them: with children under 18.")
    jongeren_18_27: int = _aantal(
        "Jongeren van 18 tot 27 met bijstand.", "Young adults of 18 to 27 on social assistance."
    )


@dataclass(frozen=True, slots=True)
class Schulden:
    """Help with debts, for families."""

    gemeente: str = _gemeente()
    periode: str = _periode()
    aanmeldingen: int = _aantal("Aanmeldingen voor schuldhulp.", "Applications for help with debts.")
    met_kinderen: int = _aantal("Van hen: met kinderen onder 18.", "Of them: with children under 18.")


@dataclass(frozen=True, slots=True)
class Ervaringsonderzoek:
    """A survey among young people and parents."""

    gemeente: str = _gemeente()
    periode: str = _periode()
    wie: str = _groep("Wie antwoordde.", "Who answered.", ("jeugdige", "ouder"))
    antwoorden: int = _aantal("Mensen die antwoord gaven.", "People who answered.")
    geholpen: int = _aantal("Van hen: vond zich goed geholpen.", "Of them: felt helped well.")
    gehoord: int = _aantal("Van hen: voelde zich gehoord.", "Of them: felt heard.")


@dataclass(frozen=True)
class Partnertabel:
    """A table with what holds inside a row: `delen` are pairs of a part and the whole it is of."""

    tabel: Tabel
    delen: tuple[tuple[str, str], ...] = ()

    @property
    def groep(self) -> str | None:
        """The column with the group; None when the table has none."""
        third = self.tabel.kolommen[2]
        return third.naam if third.soort is Kolomsoort.TEKST else None

    @property
    def maten(self) -> tuple[str, ...]:
        """The columns with numbers."""
        return tuple(k.naam for k in self.tabel.kolommen if k.soort is Kolomsoort.GETAL)


def _table(soort: SoortAanlevering, rij: type, *delen: tuple[str, str]) -> Partnertabel:
    return Partnertabel(Tabel(soort.value, rij, "periode"), delen)


PARTNERTABELLEN: dict[str, Partnertabel] = {
    een.tabel.naam: een
    for een in (
        _table(
            SoortAanlevering.SCHOOL_VERZUIM,
            SchoolVerzuim,
            ("verzuimers", "leerlingen"),
            ("thuiszitters", "leerlingen"),
        ),
        _table(
            SoortAanlevering.SCHOOL_ZAT,
            SchoolZat,
            ("op_school_geholpen", "besproken"),
            ("overgedragen", "besproken"),
        ),
        _table(
            SoortAanlevering.OPVANG_ZAT, OpvangZat, ("besproken", "kinderen"), ("overgedragen", "besproken")
        ),
        _table(SoortAanlevering.WELZIJN_BEREIK, WelzijnBereik, ("begeleid", "bereikt")),
        _table(SoortAanlevering.WELZIJN_GROEPEN, WelzijnGroepen),
        _table(SoortAanlevering.GGD_MONITOR, GgdMonitor, ("aantal", "ondervraagd")),
        _table(
            SoortAanlevering.GGD_VERPLEEGKUNDIGE,
            GgdVerpleegkundige,
            ("extra_contact", "gezien"),
            ("verwezen", "gezien"),
        ),
        _table(SoortAanlevering.PARTICIPATIEWET, Participatie, ("met_kinderen", "huishoudens")),
        _table(SoortAanlevering.SCHULDEN, Schulden, ("met_kinderen", "aanmeldingen")),
        _table(
            SoortAanlevering.ERVARINGSONDERZOEK,
            Ervaringsonderzoek,
            ("geholpen", "antwoorden"),
            ("gehoord", "antwoorden"),
        ),
    )
}


def period_end(periode: str, ritme: Ritme) -> date:
    """The last day of a period. ValueError: it is none of this rhythm.

    A school year runs from 1 August to 31 July (Wet op het primair onderwijs, artikel 1).
    """
    found = _PERIODE[ritme].fullmatch(periode)
    if found is None:
        raise ValueError(periode)
    if ritme == "jaar":
        return date(int(found[1]), 12, 31)
    if ritme == "kwartaal":
        return date(int(found[1]), 3 * int(found[2]), (31, 30, 30, 31)[int(found[2]) - 1])
    if int(found[2]) != int(found[1]) + 1:
        raise ValueError(periode)
    return date(int(found[2]), 7, 31)


def check_row(
    tabel: Partnertabel, nummer: int, rij: Any, ritme: Ritme, gemeenten: Mapping[str, str], today: date
) -> GelezenRij | list[Vondst]:
    """A row that fits its columns, as it can be stored; or all reasons why not.

    `gemeenten`: codes of those that may be delivered about, with their names.
    """
    found = list(_faults(tabel, nummer, rij, ritme, gemeenten, today))
    if found:
        return found
    return GelezenRij(
        nummer,
        rij.gemeente,
        gemeenten[rij.gemeente],
        int(rij.periode[:4]),
        {maat: Waarde(Decimal(getattr(rij, maat)), Status.GEPUBLICEERD) for maat in tabel.maten},
        {"periode": rij.periode, "groep": getattr(rij, tabel.groep) if tabel.groep else ""},
    )


def _faults(
    tabel: Partnertabel, nummer: int, rij: Any, ritme: Ritme, gemeenten: Mapping[str, str], today: date
) -> Iterator[Vondst]:
    if rij.gemeente not in gemeenten:
        yield Vondst(nummer, "partner_gemeente", "gemeente", rij.gemeente)
    try:
        if period_end(rij.periode, ritme) >= today:
            yield Vondst(nummer, "partner_periode_loopt", "periode", rij.periode)
    except ValueError:
        yield Vondst(nummer, f"partner_periode_{ritme}", "periode", rij.periode[:200])
    for maat in tabel.maten:
        if getattr(rij, maat) > HOOGSTENS:  # no partner counts so many; a BSN would be such a number
            yield Vondst(nummer, "partner_te_groot", maat, "", {"hoogstens": HOOGSTENS})
    for deel, geheel in tabel.delen:
        if getattr(rij, deel) > getattr(rij, geheel):
            yield Vondst(nummer, "partner_meer_dan_geheel", deel, str(getattr(rij, deel)), {"geheel": geheel})
