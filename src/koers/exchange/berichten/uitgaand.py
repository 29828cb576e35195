"""Frozen values become a message, and only one that breaks no rule may go out."""

from typing import Any

from koers.actions.zorg.postbus import Mangel
from koers.actions.zorg.uitgaand import TeMaken, finish_uitgaand, read_te_maken
from koers.domain.actor import Actor
from koers.domain.toewijzingsberichten import (
    Adres,
    Clientbeeld,
    Relatie,
    Toegewezen,
    Toewijzingsbericht,
    Verzoekantwoord,
    thaw,
)
from koers.exchange.ijw.bericht import Bericht, BerichtOngeldig, Bevinding
from koers.exchange.ijw.build import build, header
from koers.exchange.ijw.controle import control
from koers.exchange.ijw.official import Schemas
from koers.exchange.ijw.omgeving import surroundings
from koers.registers.klok import vandaag

_GESLACHT = {"M": "1", "V": "2"}
_STRAAT, _TOEVOEGING, _LETTERS = 24, 4, 6  # lengths of the standard


def make_outgoing(*, by: Actor, schemas: Schemas | None = None) -> int:
    """Makes every message that was queued; what breaks a rule is held back with the reason. How many."""
    te_maken = read_te_maken(by=by)
    for een in te_maken:
        inhoud, mangels = make(een, schemas)
        finish_uitgaand(by=by, bericht_id=een.id, inhoud=inhoud, mangels=mangels)
    return len(te_maken)


def make(een: TeMaken, schemas: Schemas | None = None) -> tuple[bytes, list[Mangel]]:
    """The bytes of a message, and what is wrong with it. The same values give the same bytes."""
    try:
        inhoud = build(_message(een))
    except BerichtOngeldig as error:
        return b"", _mangels(error.bevindingen)
    uitkomst = control(inhoud, surroundings(vandaag()), schemas)
    return inhoud, _mangels(uitkomst.bevindingen)


def _mangels(bevindingen: tuple[Bevinding, ...]) -> list[Mangel]:
    return [Mangel(een.regel, een.code, een.pad, een.zin) for een in bevindingen]


def _message(een: TeMaken) -> Bericht:
    kop = een.kop
    inhoud: dict[str, Any] = {
        "Header": header(
            kop.soort,
            afzender=kop.afzender,
            ontvanger=kop.ontvanger,
            identificatie=kop.identificatie,
            dagtekening=kop.dagtekening,
        )
    }
    if kop.soort == "JW301":
        return Bericht(kop.soort, inhoud | {"Client": _client(thaw(Toewijzingsbericht, een.bevroren))})
    return Bericht(kop.soort, inhoud | {"Antwoord": _antwoord(thaw(Verzoekantwoord, een.bevroren))})


def _antwoord(een: Verzoekantwoord) -> dict[str, Any]:
    return _filled(
        {
            "ReferentieAanbieder": een.referentie,
            "VerzoekAntwoord": een.antwoord,
            "RedenAfwijzingVerzoek": een.reden,
            "Woonplaatsbeginsel": {"Gemeente": een.gemeente} if een.gemeente else None,
        }
    )


def _client(een: Toewijzingsbericht) -> dict[str, Any]:
    client = een.client
    relaties = [_relatie(nummer, wie) for nummer, wie in enumerate(client.relaties, start=1)]
    return _filled(
        {
            "Bsn": client.bsn,
            "Geboortedatum": {"Datum": client.geboortedatum},
            "Geslacht": _GESLACHT.get(client.geslacht, "0"),
            "Naam": _naam(client),
            "Relaties": {"Relatie": relaties} if relaties else None,
            "Contactgegevens": {"Contact": [_contact(client.adres)] if client.adres else []},
            "ToegewezenProducten": {"ToegewezenProduct": [_product(wat) for wat in een.toewijzingen]},
        }
    )


def _naam(wie: Clientbeeld | Relatie) -> dict[str, Any]:
    letters = "".join(naam[0] for naam in wie.voornamen.split() if naam[0].isalpha())[:_LETTERS]
    return _filled(
        {
            "Geslachtsnaam": _filled({"Achternaam": wie.achternaam, "Voorvoegsel": wie.voorvoegsel}),
            "Voornamen": wie.voornamen,
            "Voorletters": letters,
            "NaamGebruik": "1",
        }
    )


def _relatie(nummer: int, wie: Relatie) -> dict[str, Any]:
    return _filled(
        {
            "Nummer": str(nummer),
            "Soort": "10",
            "Geboortedatum": {"Datum": wie.geboortedatum} if wie.geboortedatum else None,
            "Geslacht": _GESLACHT.get(wie.geslacht, "0"),
            "Naam": _naam(wie),
            "Contact": _contact(wie.adres),
        }
    )


def _contact(adres: Adres) -> dict[str, Any]:
    toevoeging = adres.toevoeging.strip()
    letter = toevoeging if len(toevoeging) == 1 and toevoeging.isalpha() else ""
    huis = {
        "Huisnummer": adres.huisnummer,
        "Huisletter": letter,
        "HuisnummerToevoeging": "" if letter else toevoeging[:_TOEVOEGING],
    }
    return {
        "Soort": adres.soort,
        "Adres": _filled(
            {
                "Huis": _filled(huis),
                "Postcode": adres.postcode.replace(" ", "").upper(),
                "Straatnaam": adres.straatnaam[:_STRAAT].strip(),
                "Plaatsnaam": adres.plaatsnaam,
                "LandCode": "NL",
            }
        ),
    }


def _product(een: Toegewezen) -> dict[str, Any]:
    omvang = een.omvang
    return _filled(
        {
            "ToewijzingNummer": een.nummer,
            "ReferentieAanbieder": een.referentie,
            "Product": _filled({"Categorie": een.categorie, "Code": een.code}) or None,
            "Toewijzingsdatum": een.datum,
            "Toewijzingstijd": een.tijd,
            "Ingangsdatum": een.ingangsdatum,
            "Einddatum": een.einddatum,
            "RedenWijziging": een.reden,
            "Omvang": omvang
            and {"Volume": omvang.volume, "Eenheid": omvang.eenheid, "Frequentie": omvang.frequentie},
            "Budget": een.budget_cent,
        }
    )


def _filled(klasse: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty: an empty element is not allowed (RS033)."""
    return {naam: waarde for naam, waarde in klasse.items() if waarde not in (None, "")}
