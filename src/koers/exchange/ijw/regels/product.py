"""Rules about products that are assigned or asked for: JW301, JW315 and JW317."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from koers.exchange.ijw.bericht import Bericht, each
from koers.exchange.ijw.regels.plekken import Product, clients, dated, prestaties, products, regie
from koers.exchange.ijw.regels.regel import Controle, Omgeving, Regel, Vondst, alone, filled

_SINDS = date(2020, 12, 31)  # rules about volume hold for what runs on after this day
_VERWIJST = ("02", "03", "04", "05")
_VRAAGT = "301 315 317"
_GEEN_DAG = ("14", "16", "83", "84")


def _if(pad: str, zin: str, wanneer: Any, behalve: str = "") -> Controle:
    """A check of every product: `wanneer` tells of one whether it is wrong."""

    def kijk(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
        for een in products(bericht, behalve):
            if wanneer(een):
                plek = een.pad + (f"/{een.eind if pad == 'eind' else pad}" if pad else "")
                yield Vondst(plek, zin)

    return kijk


def _runs_on(een: Product) -> bool:
    return een.klasse.get(een.eind) is None or een.klasse[een.eind] > _SINDS


def _frequency(een: Product) -> bool:
    omvang = een.klasse.get("Omvang", {})
    return omvang.get("Eenheid") in _GEEN_DAG and omvang.get("Frequentie") == "1" and _runs_on(een)


def _has_no_code(een: Product) -> bool:
    return "Omvang" in een.klasse and een.code is None and _runs_on(een)


def _ends_before_it_begins(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    """A wish for a new product whose end lies before the message itself is a remark: the sample of the
    standard has one, and a wish is read by a person."""
    dag = dated(bericht)
    for een in products(bericht):
        eind, begin = een.klasse.get(een.eind), een.klasse[een.begin]
        if eind is not None and eind < begin:
            wens = een.pad.rpartition("[")[0].endswith("/NieuwProduct") and eind < dag
            yield Vondst(
                f"{een.pad}/{een.eind}", f"De einddatum {eind} ligt voor de begindatum {begin}.", wens
            )
    for plek, contact in each(bericht.inhoud, "Client/Contactgegevens/Contact"):
        yield from _open_period(plek, contact.get("Periode", {}))
    for plek, contact in each(bericht.inhoud, "Client/Relaties/Relatie/Contact"):
        yield from _open_period(plek, contact.get("Periode", {}))


def _open_period(plek: str, periode: Mapping[str, Any]) -> Iterator[Vondst]:
    begin, eind = periode.get("Begindatum"), periode.get("Einddatum")
    if begin and eind and eind < begin:
        yield Vondst(f"{plek}/Periode/Einddatum", f"De einddatum {eind} ligt voor de begindatum {begin}.")


def _deleted_has_no_days(een: Product) -> bool:
    return (
        een.klasse.get("RedenWijziging") == "13" and een.klasse.get("Einddatum") != een.klasse["Ingangsdatum"]
    )


def _stacked(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    """Two products are the same by code; by category if one has no code; a generic one is the same as all.
    One walk in the order of their first days, so that a message with many costs no more than it should."""
    einden: dict[tuple[str, ...], tuple[date, str]] = {}
    lopend = sorted(products(bericht, behalve="TeWijzigenProduct"), key=lambda een: een.klasse[een.begin])
    for een in lopend:
        begin, eind = een.klasse[een.begin], een.klasse.get(een.eind, date.max)
        if een.klasse.get("RedenWijziging") == "13" or eind < begin:
            continue  # was deleted, or has no days
        botst, laat = _keys(een)
        for sleutel in botst:
            tot, pad = einden.get(sleutel, (date.min, ""))
            if tot >= begin:
                zin = f"Dit product staat er al voor een deel van dezelfde periode: {pad.rpartition('/')[2]}."
                yield Vondst(een.pad, zin)
                break
        for sleutel in laat:
            einden[sleutel] = max(einden.get(sleutel, (date.min, "")), (eind, een.pad))


def _keys(een: Product) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """With what earlier products this one collides, and under what it is found by later ones."""
    if een.categorie is None:
        return (("alles",),), (("alles",), ("generiek",))
    if een.code is None:
        return (
            (("generiek",), ("categorie", een.categorie)),
            (("alles",), ("categorie", een.categorie), ("aspecifiek", een.categorie)),
        )
    return (
        (("generiek",), ("aspecifiek", een.categorie), ("code", een.code)),
        (("alles",), ("categorie", een.categorie), ("code", een.code)),
    )


def _unique(pad: str, zin: str) -> Controle:
    """A check that a value at a path does not come twice."""

    def kijk(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
        eerder: set[Any] = set()
        for plek, waarde in each(bericht.inhoud, pad):
            if waarde in eerder:
                yield Vondst(plek, zin)
            eerder.add(waarde)

    return kijk


def _fits_category(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, categorie, code in _codes(bericht):
        if code in om.producten:
            if om.producten[code] != categorie:
                zin = f"De productcode {code} hoort bij categorie {om.producten[code]}, niet bij {categorie}."
                yield Vondst(plek, zin)
        elif categorie in om.producten.values():
            yield Vondst(plek, f"De productcode {code} staat niet in de productcodelijst van de Jeugdwet.")
        elif not code.startswith(categorie):
            yield Vondst(plek, f"De productcode {code} begint niet met haar categorie {categorie}.")


def _codes(bericht: Bericht) -> Iterator[tuple[str, str, str]]:
    """Every product code, with its place and its category."""
    klassen: Iterable[tuple[str, dict[str, Any]]]
    if bericht.soort == "JW323":
        for plek, _, prestatie in prestaties(bericht):
            yield f"{plek}/ProductCode", prestatie["ProductCategorie"], prestatie["ProductCode"]
        return
    if bericht.soort in ("JW305", "JW307"):
        klassen = regie(bericht)
    else:
        klassen = ((een.pad, een.klasse) for een in products(bericht))
    for plek, klasse in klassen:
        if code := filled(klasse, "Product", "Code"):
            yield f"{plek}/Product/Code", klasse["Product"]["Categorie"], code


def _not_after_message(pad: str, wat: str) -> Controle:
    """A check that a day is not later than the message."""

    def kijk(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
        dag = dated(bericht)
        for plek, waarde in each(bericht.inhoud, pad):
            if waarde > dag:
                yield Vondst(plek, f"{wat} {waarde} ligt na de dagtekening {dag}.")

    return kijk


_GEEN_LATERE_DAG = {
    "JW301": (("Client/ToegewezenProducten/ToegewezenProduct/Toewijzingsdatum", "De toewijzingsdatum"),),
    "JW305": (("Client/StartProducten/StartProduct/Begindatum", "De begindatum"),),
    "JW323": (("Declaratie/DeclaratieDagtekening", "De dagtekening van de declaratie"),),
}


def _not_later(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, client in clients(bericht):
        if (geboren := filled(client, "Geboortedatum", "Datum")) and geboren > dated(bericht):
            zin = f"De geboortedatum {geboren} ligt na de dagtekening {dated(bericht)}."
            yield Vondst(f"{plek}/Geboortedatum/Datum", zin)
    for pad, wat in _GEEN_LATERE_DAG.get(bericht.soort, ()):
        yield from _not_after_message(pad, wat)(bericht, om)


def _after_message(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for een in products(bericht, behalve="TeWijzigenProduct"):
        if een.klasse[een.begin] <= dated(bericht):
            zin = f"De dag {een.klasse[een.begin]} ligt niet na de dagtekening {dated(bericht)}."
            yield Vondst(f"{een.pad}/{een.begin}", zin)


def _referrers(bericht: Bericht) -> Iterator[tuple[str, dict[str, Any]]]:
    return each(bericht.inhoud, "Client/AangevraagdeProducten/AangevraagdProduct/Verwijzer")


def _code_or_name(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, een in _referrers(bericht):
        if een["Type"] in _VERWIJST and "ZorgverlenerCode" in een and "Naam" in een:
            yield Vondst(
                f"{plek}/Naam", "De ZorgverlenerCode staat er al; laat de Naam van de verwijzer weg."
            )


def _no_code_then_name(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, een in _referrers(bericht):
        if een["Type"] in _VERWIJST and "ZorgverlenerCode" not in een and "Naam" not in een:
            yield Vondst(plek, "Bij deze verwijzer hoort een ZorgverlenerCode, of anders een Naam.")


def _no_code(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, een in _referrers(bericht):
        if een["Type"] not in _VERWIJST and "ZorgverlenerCode" in een:
            yield Vondst(
                f"{plek}/ZorgverlenerCode", f"Bij verwijzer {een['Type']} hoort geen ZorgverlenerCode."
            )


def _decision(een: Product) -> bool:
    return ("BeschikkingNummer" in een.klasse) != ("BeschikkingIngangsdatum" in een.klasse)


def _something_existing(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    verzoek = bericht.inhoud["Client"]["Verzoek"]
    if not verzoek.keys() & {"OngewijzigdeProducten", "TeWijzigenProducten"}:
        yield Vondst(
            "Client/Verzoek",
            "Er staat geen product in dat blijft of dat wijzigt; dat moet minstens één zijn.",
        )


def _something_else(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    verzoek = bericht.inhoud["Client"]["Verzoek"]
    if not verzoek.keys() & {"NieuweProducten", "TeWijzigenProducten"}:
        yield Vondst(
            "Client/Verzoek", "Er staat geen product in dat wijzigt of nieuw is; dan is er niets te vragen."
        )


PRODUCT: tuple[Regel, ...] = (
    alone(
        "CD041",
        _VRAAGT,
        "Bij een productcode hoort een omvang.",
        _if(
            "",
            "Er staat een productcode; dan hoort er een Omvang bij.",
            lambda een: een.code is not None and "Omvang" not in een.klasse,
        ),
    ),
    alone(
        "CD075",
        _VRAAGT,
        "Bij een budget hoort een einddatum.",
        _if(
            "",
            "Er staat een Budget; dan hoort er een einddatum bij.",
            lambda een: "Budget" in een.klasse and een.eind not in een.klasse,
        ),
    ),
    alone(
        "CD076",
        _VRAAGT,
        "Bij een omvang per week hoort een einddatum.",
        _if(
            "",
            "De Omvang is per week (Frequentie 2); dan hoort er een einddatum bij.",
            lambda een: filled(een.klasse, "Omvang", "Frequentie") == "2" and een.eind not in een.klasse,
        ),
    ),
    alone(
        "CD077",
        _VRAAGT,
        "Naast een budget staat geen omvang.",
        _if(
            "Omvang",
            "Er staat een Budget; dan hoort er geen Omvang te staan.",
            lambda een: "Budget" in een.klasse and "Omvang" in een.klasse,
        ),
    ),
    alone(
        "CD078",
        _VRAAGT,
        "Naast een omvang staat geen budget.",
        _if(
            "Budget",
            "Er staat een Omvang; dan hoort er geen Budget te staan.",
            lambda een: "Budget" in een.klasse and "Omvang" in een.klasse,
        ),
    ),
    alone(
        "CD079",
        _VRAAGT,
        "Zonder budget is er een product.",
        _if(
            "",
            "Er staat geen Budget; dan hoort er een Product te staan.",
            lambda een: "Budget" not in een.klasse and "Product" not in een.klasse,
            "TeWijzigenProduct",
        ),
    ),
    alone(
        "CD080",
        "301",
        "Zonder productcode staat er geen omvang.",
        _if("Omvang", "Er staat geen productcode; dan hoort er geen Omvang te staan.", _has_no_code),
    ),
    alone(
        "CD095",
        "315",
        "Zonder productcode wordt er geen omvang gevraagd.",
        _if("Omvang", "Er staat geen productcode; dan hoort er geen Omvang te staan.", _has_no_code),
    ),
    alone(
        "CD096",
        "317",
        "Zonder productcode wordt er voor iets nieuws geen omvang gevraagd.",
        _if(
            "Omvang",
            "Er staat geen productcode; dan hoort er geen Omvang te staan.",
            _has_no_code,
            "TeWijzigenProduct",
        ),
    ),
    alone(
        "CS338",
        "301 317",
        "Etmaal, dagdeel, euro's en stuks (inspanning) gaan per week, per maand of in totaal.",
        _if("Omvang/Frequentie", "Bij deze Eenheid mag de Frequentie alleen 2, 4 of 6 zijn.", _frequency),
    ),
    alone(
        "CS343",
        "315",
        "Etmaal, dagdeel, euro's en stuks (inspanning) worden gevraagd per week, per maand of in totaal.",
        _if("Omvang/Frequentie", "Bij deze Eenheid mag de Frequentie alleen 2, 4 of 6 zijn.", _frequency),
    ),
    alone("CS003", _VRAAGT, "Een periode eindigt niet voor zij begint.", _ends_before_it_begins),
    alone(
        "CS335",
        "301",
        "Een verwijderde toewijzing eindigt op de dag waarop zij begint.",
        _if(
            "RedenWijziging",
            "Bij RedenWijziging 13 (verwijderd) hoort de Einddatum gelijk te zijn aan de Ingangsdatum.",
            _deleted_has_no_days,
        ),
    ),
    alone(
        "CS336",
        "301",
        "RedenWijziging 01 bestaat niet meer.",
        _if(
            "RedenWijziging",
            "RedenWijziging 01 is vervallen. Kies een andere reden.",
            lambda een: een.klasse.get("RedenWijziging") == "01",
        ),
    ),
    alone("TR302", "301", "Een product is niet twee keer toegewezen voor dezelfde dagen.", _stacked),
    alone("TR386", "315", "Een product is niet twee keer gevraagd voor dezelfde dagen.", _stacked),
    alone("TR410", "317", "Een nieuw product is niet twee keer gevraagd voor dezelfde dagen.", _stacked),
    alone(
        "TR332",
        "301",
        "Een toewijzingsnummer wijst binnen een gemeente één toewijzing aan.",
        _unique(
            "Client/ToegewezenProducten/ToegewezenProduct/ToewijzingNummer",
            "Dit toewijzingsnummer staat al bij een ander product in het bericht.",
        ),
        "9332",
    ),
    alone(
        "TR383",
        "315",
        "Elk gevraagd product heeft een eigen referentie van de aanbieder.",
        _unique(
            "Client/AangevraagdeProducten/AangevraagdProduct/ReferentieAanbieder",
            "Deze referentie staat al bij een ander product in het bericht.",
        ),
    ),
    alone(
        "TR381",
        "301 305 307 315 317 323",
        "Een productcode past bij haar categorie.",
        _fits_category,
        "S329",
    ),
    alone(
        "TR134",
        "301 305 307 315 323",
        "Wat al gebeurd is, ligt niet na de dagtekening van het bericht.",
        _not_later,
    ),
    alone("TR380", "317", "Iets nieuws wordt gevraagd voor na de dagtekening.", _after_message),
    alone(
        "CD043",
        "315",
        "Beschikkingnummer en begin van de beschikking staan er allebei, of allebei niet.",
        _if(
            "",
            "BeschikkingNummer en BeschikkingIngangsdatum horen bij elkaar; er staat er maar één.",
            _decision,
        ),
    ),
    alone("CD066", "315", "Met een zorgverlenercode staat er geen naam van de verwijzer.", _code_or_name),
    alone("CD067", "315", "Zonder zorgverlenercode staat er een naam van de verwijzer.", _no_code_then_name),
    alone("CD068", "315", "Een verwijzer buiten de zorg heeft geen zorgverlenercode.", _no_code),
    alone("TR352", "317", "Een verzoek om wijziging noemt een product dat er al is.", _something_existing),
    alone("TR353", "317", "Een verzoek om wijziging noemt een product dat anders wordt.", _something_else),
)
