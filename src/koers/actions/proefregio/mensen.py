"""Organisations, families, persons, households, gezag and schools of the demo region."""

from dataclasses import dataclass

import numpy as np

from koers.actions.proefregio.waarden import Sleutels, days, moments, picked, repeated, until
from koers.domain.namen import fold_adres, fold_persoon
from koers.domain.zoekwoorden import Zoeksleutel, keys_of
from koers.registers.bulk import insert_rows
from koers.registers.kern.kluis import index_bsn, seal_bsn
from koers.registers.kern.models import (
    Gezag,
    Gezin,
    Gezinslid,
    Huishouden,
    Huishoudenlid,
    Inschrijving,
    Organisatie,
    Ouderschap,
    Persoon,
    Zoekwoord,
)
from koers.simulation.proefregio import (
    AANBIEDERS,
    ACHTERNAMEN,
    GEMEENTEN,
    PLAATSEN,
    PRAKTIJKEN,
    SCHOLEN,
    STRATEN,
    VOORNAMEN,
    Proefregio,
    bsn_testbereik,
    postcode,
)

CODES = tuple(gemeente.code for gemeente in GEMEENTEN)
GESLACHT = ("O", "M", "V")
ROLLEN = ("jeugdige", "ouder", "overig")


@dataclass(frozen=True, slots=True)
class Organisaties:
    """The ids of the organisations of the region, each in the order of its list in the simulation."""

    aanbieders: list[str]
    praktijken: list[str]
    scholen: list[str]


def load_organisaties() -> Organisaties:
    """Providers, huisarts practices, schools and kinderopvang; one that is there already is used."""
    aanbieders = [
        _organisatie(a.naam, "gecertificeerde_instelling" if a.soort else "aanbieder", a.agb, CODES)
        for a in AANBIEDERS
    ]
    praktijken = [
        _organisatie(
            f"{p.naam}, {GEMEENTEN[p.gemeente].naam}", "huisartspraktijk", f"9901{i:04d}", [CODES[p.gemeente]]
        )
        for i, p in enumerate(PRAKTIJKEN)
    ]
    scholen = [
        _organisatie(
            f"{s.naam}, {GEMEENTEN[s.gemeente].naam}",
            "kinderopvang" if s.soort == "kinderopvang" else "school",
            "",
            [CODES[s.gemeente]],
        )
        for s in SCHOLEN
    ]
    return Organisaties(*([o.pk.hex for o in group] for group in (aanbieders, praktijken, scholen)))


def _organisatie(naam: str, soort: str, agb: str, gemeenten) -> Organisatie:
    organisatie, new = Organisatie.objects.get_or_create(naam=naam, soort=soort, defaults={"agb": agb})
    if new:
        organisatie.gemeenten.set(gemeenten)
    return organisatie


def load_mensen(regio: Proefregio, sleutels: Sleutels, organisaties: Organisaties) -> dict[str, int]:
    """Everybody; returns the number of rows per table."""
    return {
        "gezinnen": _gezinnen(regio, sleutels),
        "personen": _personen(regio, sleutels),
        "zoekwoorden": _zoekwoorden(regio, sleutels),
        "gezinsleden": _gezinsleden(regio, sleutels),
        "huishoudens": _huishoudens(regio, sleutels),
        "bewoning": _bewoning(regio, sleutels),
        "ouderschap": _ouderschap(regio, sleutels),
        "gezag": _gezag(regio, sleutels, organisaties),
        "inschrijvingen": _inschrijvingen(regio, sleutels, organisaties),
    }


def _gezinnen(regio: Proefregio, sleutels: Sleutels) -> int:
    tabel = regio.gezinnen
    namen = _gezinsnamen(regio)
    columns = (
        sleutels.of("gezin", tabel["id"]),
        picked(CODES, tabel["gemeente"]),
        [namen.get(gezin, "") for gezin in tabel["id"].tolist()],
        moments(tabel["vastgelegd_at"]),
        repeated(1, len(tabel)),
    )
    velden = ("id", "gemeente", "naam", "aangemaakt_at", "versie")
    return insert_rows(Gezin, velden, zip(*columns, strict=True))


def _gezinsnamen(regio: Proefregio) -> dict[int, str]:
    """A family is called after its first child."""
    kinderen = regio.personen[regio.personen["rol"] == 0]
    first = np.unique(kinderen["gezin"], return_index=True)
    return {
        gezin: ACHTERNAMEN[kinderen["achternaam"][row]][1]
        for gezin, row in zip(first[0].tolist(), first[1].tolist(), strict=True)
    }


def _gemeente_of(regio: Proefregio, gezinnen: np.ndarray) -> list[str]:
    rows = np.searchsorted(regio.gezinnen["id"], gezinnen)
    return picked(CODES, regio.gezinnen["gemeente"][rows])


def _personen(regio: Proefregio, sleutels: Sleutels) -> int:
    tabel = regio.personen
    gemeente = _gemeente_of(regio, tabel["gezin"])
    numbers = bsn_testbereik()
    fields = ("voornaam", "achternaam", "geslacht", "bsn_index", "bsn_reden")

    def rows():
        keys, born = sleutels.of("persoon", tabel["id"]), days(tabel["geboortedatum"])
        plain = zip(*(tabel[field].tolist() for field in fields), strict=True)
        folded: dict[tuple[int, int], str] = {}
        for key, code, dag, (voornaam, achternaam, geslacht, bsn, reden) in zip(
            keys, gemeente, born, plain, strict=True
        ):
            roepnaam = VOORNAMEN[voornaam] if voornaam >= 0 else ""
            voorvoegsel, naam = ACHTERNAMEN[achternaam]
            pair = (voornaam, achternaam)
            if pair not in folded:
                folded[pair] = fold_persoon(
                    roepnaam=roepnaam, voornamen="", voorvoegsel=voorvoegsel, achternaam=naam
                )
            nummer = str(numbers[bsn]) if bsn >= 0 else ""
            yield (
                *(key, 1, code, roepnaam, "", voorvoegsel, naam, folded[pair], dag, GESLACHT[geslacht]),
                *_bsn(nummer, key, reden),
            )

    velden = (
        *("id", "versie", "gemeente", "roepnaam", "voornamen", "voorvoegsel", "achternaam", "gevouwen"),
        *("geboortedatum", "geslacht", "bsn_status", "bsn_versleuteld", "bsn_index"),
    )
    return insert_rows(Persoon, velden, rows())


def _zoekwoorden(regio: Proefregio, sleutels: Sleutels) -> int:
    """The words to find everybody by; the same name has the same words."""
    tabel = regio.personen
    known: dict[tuple[int, int], tuple[Zoeksleutel, ...]] = {}

    def rows():
        for key, code, voornaam, achternaam in zip(
            sleutels.of("persoon", tabel["id"]),
            _gemeente_of(regio, tabel["gezin"]),
            tabel["voornaam"].tolist(),
            tabel["achternaam"].tolist(),
            strict=True,
        ):
            pair = (voornaam, achternaam)
            if pair not in known:
                voorvoegsel, naam = ACHTERNAMEN[achternaam]
                roepnaam = VOORNAMEN[voornaam] if voornaam >= 0 else ""
                known[pair] = keys_of(
                    fold_persoon(roepnaam=roepnaam, voornamen="", voorvoegsel=voorvoegsel, achternaam=naam)
                )
            yield from ((key, code, s.woord, s.kop, s.staart) for s in known[pair])

    return insert_rows(Zoekwoord, ("persoon", "gemeente", "woord", "kop", "staart"), rows())


def _bsn(nummer: str, key: str, reden: int) -> tuple[str, bytes | None, str | None]:
    from uuid import UUID

    if not nummer:
        return ("ongeboren" if reden == 2 else "synthetisch"), None, None
    return "bekend", seal_bsn(nummer, UUID(key)), index_bsn(nummer)


def _gezinsleden(regio: Proefregio, sleutels: Sleutels) -> int:
    tabel = regio.gezinsleden
    columns = (
        sleutels.own("gezinslid", len(tabel)),
        sleutels.of("gezin", tabel["gezin"]),
        sleutels.of("persoon", tabel["persoon"]),
        _gemeente_of(regio, tabel["gezin"]),
        picked(ROLLEN, tabel["rol"]),
        days(tabel["begindatum"]),
        until(tabel["einddatum"]),
    )
    velden = ("id", "gezin", "persoon", "gemeente", "rol", "begindatum", "tot_datum")
    return insert_rows(Gezinslid, velden, zip(*columns, strict=True))


def _huishoudens(regio: Proefregio, sleutels: Sleutels) -> int:
    tabel = regio.huishoudens
    straten, plaatsen = picked(STRATEN, tabel["straat"]), picked(PLAATSEN, tabel["plaats"])
    nummers, geheim = tabel["huisnummer"].tolist(), tabel["geheim"].tolist()
    postcodes = [
        postcode(p, letters)
        for p, letters in zip(tabel["plaats"].tolist(), tabel["postcode_letters"].tolist(), strict=True)
    ]
    columns = (
        sleutels.of("huishouden", tabel["id"]),
        repeated(1, len(tabel)),
        picked(CODES, tabel["gemeente"]),
        straten,
        nummers,
        repeated("", len(tabel)),
        postcodes,
        plaatsen,
        ["ja" if dicht else "nee" for dicht in geheim],
        [
            # An address that may not be told is not to be found either.
            ""
            if dicht
            else fold_adres(
                straatnaam=straat, huisnummer=nummer, toevoeging="", postcode=code, plaatsnaam=plaats
            )
            for dicht, straat, nummer, code, plaats in zip(
                geheim, straten, nummers, postcodes, plaatsen, strict=True
            )
        ],
    )
    velden = (
        *("id", "versie", "gemeente", "straatnaam", "huisnummer", "toevoeging", "postcode", "plaatsnaam"),
        *("geheim", "gevouwen"),
    )
    return insert_rows(Huishouden, velden, zip(*columns, strict=True))


def _bewoning(regio: Proefregio, sleutels: Sleutels) -> int:
    tabel = regio.bewoning
    rows = np.searchsorted(regio.huishoudens["id"], tabel["huishouden"])
    columns = (
        sleutels.own("huishoudenlid", len(tabel)),
        sleutels.of("huishouden", tabel["huishouden"]),
        sleutels.of("persoon", tabel["persoon"]),
        picked(CODES, regio.huishoudens["gemeente"][rows]),
        days(tabel["begindatum"]),
        until(tabel["einddatum"]),
    )
    velden = ("id", "huishouden", "persoon", "gemeente", "begindatum", "tot_datum")
    return insert_rows(Huishoudenlid, velden, zip(*columns, strict=True))


def _ouderschap(regio: Proefregio, sleutels: Sleutels) -> int:
    tabel = regio.personen
    gemeente = np.array(_gemeente_of(regio, tabel["gezin"]))
    kind = np.concatenate([tabel["id"], tabel["id"]])
    ouder = np.concatenate([tabel["ouder_a"], tabel["ouder_b"]])
    known = (ouder >= 0) & np.concatenate([tabel["rol"] == 0, tabel["rol"] == 0])
    columns = (
        sleutels.own("ouderschap", int(known.sum())),
        sleutels.of("persoon", ouder[known]),
        sleutels.of("persoon", kind[known]),
        np.concatenate([gemeente, gemeente])[known].tolist(),
    )
    return insert_rows(Ouderschap, ("id", "ouder", "jeugdige", "gemeente"), zip(*columns, strict=True))


def _gezag(regio: Proefregio, sleutels: Sleutels, organisaties: Organisaties) -> int:
    tabel = regio.gezag
    columns = (
        sleutels.own("gezag", len(tabel)),
        sleutels.of("persoon", tabel["kind"]),
        sleutels.of("persoon", tabel["ouder"]),
        picked(organisaties.aanbieders, tabel["gi"], None),
        _gemeente_of_persoon(regio, tabel["kind"]),
        picked(("ouderlijk_gezag", "voogdij"), tabel["soort"]),
        days(tabel["begindatum"]),
        until(tabel["einddatum"]),
    )
    velden = ("id", "jeugdige", "houder", "instelling", "gemeente", "soort", "begindatum", "tot_datum")
    return insert_rows(Gezag, velden, zip(*columns, strict=True))


def _inschrijvingen(regio: Proefregio, sleutels: Sleutels, organisaties: Organisaties) -> int:
    tabel = regio.inschrijvingen
    columns = (
        sleutels.own("inschrijving", len(tabel)),
        sleutels.of("persoon", tabel["persoon"]),
        picked(organisaties.scholen, tabel["school"]),
        _gemeente_of_persoon(regio, tabel["persoon"]),
        days(tabel["begindatum"]),
        until(tabel["einddatum"]),
    )
    velden = ("id", "jeugdige", "instelling", "gemeente", "begindatum", "tot_datum")
    return insert_rows(Inschrijving, velden, zip(*columns, strict=True))


def _gemeente_of_persoon(regio: Proefregio, personen: np.ndarray) -> list[str]:
    rows = np.searchsorted(regio.personen["id"], personen)
    return _gemeente_of(regio, regio.personen["gezin"][rows])
