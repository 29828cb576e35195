"""Rules about claims (JW323), their answers (JW325) and what a return message holds."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from koers.exchange.ijw.bericht import AFGEKEURD, GOED, Bericht, each
from koers.exchange.ijw.regels.plekken import prestaties
from koers.exchange.ijw.regels.regel import RETOUR, Omgeving, Regel, Vondst, alone, built, filled

EURO = "83"
_EERSTE = date(2021, 1, 1)
_NIET_BEOORDEELD = "0233"


def signed(bedrag: dict[str, Any]) -> int:
    """An amount in cents, negative if it is a credit."""
    getal = bedrag["Bedrag"] if "Bedrag" in bedrag else bedrag["TotaalBedrag"]
    return -getal if bedrag["DebetCredit"] == "C" else getal


def _claim(bericht: Bericht) -> dict[str, Any]:
    return bericht.inhoud["Declaratie"]


def _amount(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, _, een in prestaties(bericht):
        if een["Eenheid"] != EURO and "ProductTarief" in een:
            hoort = een["GeleverdVolume"] * een["ProductTarief"]
            if een["IngediendBedrag"]["Bedrag"] != hoort:
                zin = (
                    f"Het bedrag is {een['IngediendBedrag']['Bedrag']} cent; "
                    f"{een['GeleverdVolume']} keer {een['ProductTarief']} is {hoort} cent."
                )
                yield Vondst(f"{plek}/IngediendBedrag/Bedrag", zin)


def _amount_in_euro(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, _, een in prestaties(bericht):
        if een["Eenheid"] == EURO and een["IngediendBedrag"]["Bedrag"] != een["GeleverdVolume"]:
            zin = (
                f"De Eenheid is euro's; dan is het bedrag gelijk aan het volume. "
                f"Er staat {een['IngediendBedrag']['Bedrag']} en {een['GeleverdVolume']} cent."
            )
            yield Vondst(f"{plek}/IngediendBedrag/Bedrag", zin)


def _rate(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, _, een in prestaties(bericht):
        if een["Eenheid"] == EURO and "ProductTarief" in een:
            yield Vondst(f"{plek}/ProductTarief", "De Eenheid is euro's; dan hoort er geen ProductTarief.")
        elif een["Eenheid"] != EURO and "ProductTarief" not in een:
            yield Vondst(plek, "Hier hoort een ProductTarief, want de Eenheid is niet euro's.")


def _refers_back(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, _, een in prestaties(bericht):
        credit, vorig = (
            een["IngediendBedrag"]["DebetCredit"] == "C",
            "VorigReferentieNummer" in een["ProductReferentie"],
        )
        if credit and not vorig:
            yield Vondst(
                f"{plek}/ProductReferentie", "Bij een credit hoort het VorigReferentieNummer van de debet."
            )
        elif vorig and not credit:
            zin = "Een VorigReferentieNummer hoort alleen bij een credit."
            yield Vondst(f"{plek}/ProductReferentie/VorigReferentieNummer", zin)


def _zero_is_debit(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for pad, bedrag in _amounts(bericht):
        if signed(bedrag) == 0 and bedrag["DebetCredit"] == "C":
            yield Vondst(f"{pad}/DebetCredit", "Een bedrag van 0 is debet (D).")


def _amounts(bericht: Bericht) -> Iterator[tuple[str, dict[str, Any]]]:
    for wat in ("Declaratie/TotaalIngediendBedrag", "DeclaratieAntwoord/TotaalIngediendBedrag"):
        yield from each(bericht.inhoud, wat)
    yield from each(bericht.inhoud, "DeclaratieAntwoord/TotaalToegekendBedrag")
    for plek, _, een in prestaties(bericht):
        yield f"{plek}/IngediendBedrag", een["IngediendBedrag"]


def _periods(bericht: Bericht) -> Iterator[tuple[str, dict[str, Any]]]:
    for plek, _, een in prestaties(bericht):
        yield f"{plek}/ProductPeriode", een["ProductPeriode"]


def _since_2021(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    periodes = [("Declaratie/DeclaratiePeriode", _claim(bericht)["DeclaratiePeriode"]), *_periods(bericht)]
    for plek, periode in periodes:
        for kant in ("Begindatum", "Einddatum"):
            if periode[kant] < _EERSTE:
                yield Vondst(f"{plek}/{kant}", f"De datum {periode[kant]} ligt voor 1 januari 2021.")


def _last_day(dag: date) -> date:
    return dag.replace(day=monthrange(dag.year, dag.month)[1])


def _whole_month(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    periode = _claim(bericht)["DeclaratiePeriode"]
    begin, eind = periode["Begindatum"], periode["Einddatum"]
    if begin.day != 1 or eind != _last_day(begin):
        zin = f"Een declaratie gaat over één hele maand; er staat {begin} tot en met {eind}."
        yield Vondst("Declaratie/DeclaratiePeriode", zin)


def _same_month(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, periode in _periods(bericht):
        begin, eind = periode["Begindatum"], periode["Einddatum"]
        if (begin.year, begin.month) != (eind.year, eind.month):
            yield Vondst(f"{plek}/Einddatum", f"{begin} en {eind} liggen niet in dezelfde maand.")


def _begins_with_month(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, periode in _periods(bericht):
        if periode["Begindatum"].day != 1:
            zin = f"Begint op {periode['Begindatum']}; dat mag alleen als de toewijzing die dag begint."
            yield Vondst(f"{plek}/Begindatum", zin, opmerking=True)


def _ends_with_month(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, periode in _periods(bericht):
        if periode["Einddatum"] != _last_day(periode["Einddatum"]):
            zin = f"Eindigt op {periode['Einddatum']}; dat mag alleen als de toewijzing die dag eindigt."
            yield Vondst(f"{plek}/Einddatum", zin, opmerking=True)


def _not_after_claimed_month(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    tot = _claim(bericht)["DeclaratiePeriode"]["Einddatum"]
    for plek, periode in _periods(bericht):
        if periode["Einddatum"] > tot:
            yield Vondst(plek, f"Deze periode loopt tot {periode['Einddatum']}, en de declaratie tot {tot}.")


def _not_too_long_ago(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    dag = _claim(bericht)["DeclaratieDagtekening"]
    jaar = max(dag.year - 5, 1)  # a message may carry any date that exists
    grens = dag.replace(year=jaar, day=28 if (dag.month, dag.day) == (2, 29) else dag.day)
    for plek, periode in _periods(bericht):
        if periode["Einddatum"] < grens:
            zin = (
                f"{periode['Einddatum']} ligt meer dan vijf jaar voor de dagtekening van de declaratie {dag}."
            )
            yield Vondst(f"{plek}/Einddatum", zin)


def _reference_once(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    """The sample of the standard gives one number to two months of one toewijzing: that is a remark."""
    eerder: dict[str, tuple[Any, ...]] = {}
    for plek, bsn, een in prestaties(bericht):
        nummer = een["ProductReferentie"]["ReferentieNummer"]
        levering = (bsn, een["ToewijzingNummer"], een["ProductCode"], een["IngediendBedrag"]["DebetCredit"])
        periode = een["ProductPeriode"]["Begindatum"]
        if nummer in eerder:
            vorige_levering, vorige = eerder[nummer]
            zelfde = vorige_levering == levering and vorige != periode
            zin = "Dit referentienummer staat al bij een andere prestatie in het bericht."
            yield Vondst(f"{plek}/ProductReferentie/ReferentieNummer", zin, zelfde)
        eerder.setdefault(nummer, (levering, periode))


def _credits_once(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    eerder: set[str] = set()
    for plek, _, een in prestaties(bericht):
        vorig = een["ProductReferentie"].get("VorigReferentieNummer")
        if vorig is not None and vorig in eerder:
            zin = "Deze prestatie wordt in dit bericht twee keer gecrediteerd."
            yield Vondst(f"{plek}/ProductReferentie/VorigReferentieNummer", zin)
        eerder.add(vorig)


def _credits_earlier(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    debet = {
        een["ProductReferentie"]["ReferentieNummer"]
        for _, _, een in prestaties(bericht)
        if een["IngediendBedrag"]["DebetCredit"] == "D"
    }
    for plek, _, een in prestaties(bericht):
        vorig = een["ProductReferentie"].get("VorigReferentieNummer")
        if een["IngediendBedrag"]["DebetCredit"] == "C" and vorig in debet:
            zin = "De debet en de credit van één prestatie horen niet in hetzelfde bericht."
            yield Vondst(f"{plek}/ProductReferentie/VorigReferentieNummer", zin)


def _debit_once(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    eerder: set[tuple[Any, ...]] = set()
    for plek, bsn, een in prestaties(bericht):
        if een["IngediendBedrag"]["DebetCredit"] == "C":
            continue
        periode = een["ProductPeriode"]
        sleutel = (
            bsn,
            een["ToewijzingNummer"],
            een["ProductCategorie"],
            een["ProductCode"],
            periode["Begindatum"],
            periode["Einddatum"],
        )
        if sleutel in eerder:
            yield Vondst(plek, "Voor deze toewijzing, dit product en deze periode staat er al een debet.")
        eerder.add(sleutel)


def _total(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    staat = signed(_claim(bericht)["TotaalIngediendBedrag"])
    telt = sum(signed(een["IngediendBedrag"]) for _, _, een in prestaties(bericht))
    if staat != telt:
        zin = f"Het totaal is {staat} cent, en de prestaties tellen op tot {telt} cent."
        yield Vondst("Declaratie/TotaalIngediendBedrag", zin)


def _granted(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    antwoord = bericht.inhoud.get("DeclaratieAntwoord")
    if antwoord is None:
        return
    afgewezen = sum(signed(een["IngediendBedrag"]) for _, _, een in prestaties(bericht))
    hoort = signed(antwoord["TotaalIngediendBedrag"]) - afgewezen
    staat = signed(antwoord["TotaalToegekendBedrag"])
    if staat != hoort:
        zin = f"Toegekend is {staat} cent; ingediend min wat is afgewezen is {hoort} cent."
        yield Vondst("DeclaratieAntwoord/TotaalToegekendBedrag", zin)


def refusals(klasse: Any) -> list[str]:
    """The codes of a class of a return message, and of those inside it, that refuse; each once."""
    if isinstance(klasse, list):
        return list(dict.fromkeys(code for een in klasse for code in refusals(een)))
    if not isinstance(klasse, Mapping):
        return []
    eigen = [
        code
        for code in filled(klasse, "RetourCodes", "RetourCode") or ()
        if code not in (GOED, _NIET_BEOORDEELD, "8001")
    ]
    binnen = (refusals(waarde) for naam, waarde in klasse.items() if naam != "RetourCodes")
    return list(dict.fromkeys([*eigen, *(code for een in binnen for code in een)]))


def rejects(klasse: Any) -> bool:
    """Whether a class of a return message, or one inside it, carries a code that rejects."""
    return bool(refusals(klasse))


def _rejected_entries_only(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, _, een in prestaties(bericht):
        if not rejects(een):
            yield Vondst(plek, "Deze prestatie is niet afgewezen; dan hoort zij niet in het antwoord.")


def _rejected_clients_only(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for naam in ("Client", "Antwoord"):
        if naam in bericht.inhoud and not rejects(bericht.inhoud[naam]):
            yield Vondst(naam, "Hier is niets afgekeurd; dan hoort dit niet in het retourbericht.")


def _rejected_is_empty(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    codes = filled(bericht.header, "RetourCodes", "RetourCode") or ()
    for naam in ("Client", "Antwoord", "DeclaratieAntwoord"):
        if AFGEKEURD in codes and naam in bericht.inhoud:
            yield Vondst(naam, "Het hele bericht is afgekeurd (0001); dan hoort er verder niets in te staan.")


DECLARATIE: tuple[Regel, ...] = (
    alone("TR346", "323", "Het bedrag is het volume keer het tarief.", _amount, "9346"),
    alone("CS339", "323", "Bij euro's is het bedrag gelijk aan het volume.", _amount_in_euro),
    alone("CD087", "323", "Er is een tarief, behalve bij euro's.", _rate),
    alone("CD060", "323 325", "Een credit noemt de debet waar hij bij hoort; een debet niet.", _refers_back),
    alone("CS325", "323 325", "Een bedrag van nul is debet.", _zero_is_debit),
    alone("CS100", "323", "Er wordt niet gedeclareerd over de tijd voor 2021.", _since_2021),
    alone("CS340", "323", "Een declaratie gaat over één hele kalendermaand.", _whole_month),
    alone("CS337", "323", "Een prestatie blijft binnen één kalendermaand.", _same_month),
    built("CS319", "323", "Een declaratienummer heeft alleen letters en cijfers."),
    alone(
        "TR387",
        "323",
        "Een prestatie begint op de eerste van de maand, of op de eerste dag van de toewijzing.",
        _begins_with_month,
        "9387",
    ),
    alone(
        "TR388",
        "323",
        "Een prestatie eindigt op de laatste van de maand, of op de laatste dag van de toewijzing.",
        _ends_with_month,
        "9388",
    ),
    alone(
        "TR319", "323", "Een prestatie ligt niet na de gedeclareerde maand.", _not_after_claimed_month, "9319"
    ),
    alone("TR335", "323", "Een prestatie is hoogstens vijf jaar oud.", _not_too_long_ago),
    alone("TR314", "323", "Een referentienummer wijst één prestatie aan.", _reference_once, "8021"),
    alone(
        "TR315", "323", "Een prestatie wordt in een bericht hoogstens één keer gecrediteerd.", _credits_once
    ),
    alone("TR316", "323", "Een debet wordt niet in hetzelfde bericht gecrediteerd.", _credits_earlier),
    alone("TR416", "323", "Er is één debet per toewijzing, product en periode.", _debit_once),
    alone("TR358", "323", "Het totaal is de som van de prestaties.", _total),
    alone("TR342", "325", "Een antwoord noemt alleen afgewezen prestaties.", _rejected_entries_only),
    alone("OP303", "325", "Toegekend is wat is ingediend, min wat is afgewezen.", _granted),
    alone("OP065", RETOUR, "Een retourbericht noemt alleen wat is afgekeurd.", _rejected_clients_only),
    alone(
        "OP286",
        (*RETOUR, "JW325"),
        "Van een afgekeurd bericht komt de inhoud niet terug.",
        _rejected_is_empty,
    ),
)
