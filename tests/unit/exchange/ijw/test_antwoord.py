"""Return messages: right per client and product, and only what is wrong is rejected."""

from dataclasses import replace
from datetime import date

import pytest

from koers.exchange.ijw.antwoord import GeenAntwoordMogelijk, answer
from koers.exchange.ijw.bericht import Bericht, Bevinding
from koers.exchange.ijw.build import build
from koers.exchange.ijw.controle import Uitkomst, control
from koers.exchange.ijw.feiten import RETOUR
from tests.unit.exchange.ijw.gevallen import GEVALLEN
from tests.unit.exchange.ijw.test_regels import MILD
from tests.unit.exchange.ijw.voorbeelden import BSN, OMGEVING, VANDAAG, changed, good

HEEN = tuple(RETOUR)


def reply(bericht: Bericht | bytes | Uitkomst) -> Bericht:
    """The answer to a message, as its sender reads it: with it too nothing is wrong."""
    inhoud = build(bericht) if isinstance(bericht, Bericht) else bericht
    uitkomst = inhoud if isinstance(inhoud, Uitkomst) else control(inhoud, OMGEVING)
    terug = answer(uitkomst, identificatie="R1", dagtekening=VANDAAG)
    gelezen = control(build(terug), OMGEVING)
    assert gelezen.bevindingen == ()
    assert gelezen.bericht is not None
    return gelezen.bericht


def header_codes(bericht: Bericht) -> list[str]:
    return bericht.header["RetourCodes"]["RetourCode"]


def every_code(waarde: object) -> list[str]:
    if isinstance(waarde, dict):
        return [
            code
            for naam, een in waarde.items()
            for code in (een["RetourCode"] if naam == "RetourCodes" else every_code(een))
        ]
    return [code for een in waarde for code in every_code(een)] if isinstance(waarde, list) else []


@pytest.mark.parametrize("soort", HEEN[:-1])
def test_a_good_message_gets_no_more_than_a_header(soort):
    terug = reply(good(soort))
    assert terug.soort == RETOUR[soort]
    assert terug.inhoud.keys() == {"Header"}
    assert header_codes(terug) == ["0200"]
    assert (terug.header["IdentificatieRetour"], terug.header["DagtekeningRetour"]) == ("R1", VANDAAG)
    for naam in ("BerichtIdentificatie", "Afzender", "Ontvanger"):
        assert terug.header[naam] == good(soort).header[naam]


def test_a_good_claim_is_granted_in_full():
    terug = reply(good("JW323"))
    antwoord = terug.inhoud["DeclaratieAntwoord"]
    assert antwoord["TotaalToegekendBedrag"] == {"TotaalBedrag": 31_000, "DebetCredit": "D"}
    assert antwoord["RetourCodes"] == {"RetourCode": ["8001"]}
    assert "Clienten" not in antwoord
    assert (terug.header["Afzender"], terug.header["Ontvanger"]) == ("1731", "42420001")
    assert terug.header["DeclaratieIdentificatie"] == good("JW323").header["BerichtIdentificatie"]


def test_only_the_wrong_product_carries_a_code():
    terug = reply(changed(good("JW305"), {"Client/StartProducten/StartProduct[2]/Product/Categorie": "45"}))
    assert header_codes(terug) == ["0200"]
    client = terug.inhoud["Client"]
    producten = client["StartProducten"]["StartProduct"]
    assert [een["RetourCodes"]["RetourCode"] for een in producten] == [["0200"], ["S329"]]
    assert client["RetourCodes"] == {"RetourCode": ["0200"]}
    assert (client["Bsn"], producten[1]["Product"]["Categorie"]) == (BSN, "45")


def test_two_things_wrong_with_one_product_are_two_codes_once_each():
    product = "Client/ToegewezenProducten/ToegewezenProduct[2]"
    terug = reply(
        changed(good("JW301"), {f"{product}/ToewijzingNummer": 1001, f"{product}/Product/Categorie": "45"})
    )
    producten = terug.inhoud["Client"]["ToegewezenProducten"]["ToegewezenProduct"]
    assert [een["RetourCodes"]["RetourCode"] for een in producten] == [["0200"], ["9332", "S329"]]


def test_a_claim_is_granted_but_for_the_rejected_entries():
    prestatie = "Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]"
    totaal = "Declaratie/TotaalIngediendBedrag/TotaalBedrag"
    fout = changed(good("JW323"), {f"{prestatie}/IngediendBedrag/Bedrag": 8_001, totaal: 31_001})
    antwoord = reply(fout).inhoud["DeclaratieAntwoord"]
    assert antwoord["TotaalIngediendBedrag"]["TotaalBedrag"] == 31_001
    assert antwoord["TotaalToegekendBedrag"]["TotaalBedrag"] == 23_000
    [client] = antwoord["Clienten"]["Client"]
    [afgewezen] = client["Prestaties"]["Prestatie"]
    assert client["Bsn"] == "999900018"
    assert afgewezen["ProductReferentie"]["ReferentieNummer"] == "R3"
    assert afgewezen["RetourCodes"]["RetourCode"] == ["9346"]
    assert antwoord["RetourCodes"] == {"RetourCode": ["0200"]}


@pytest.mark.parametrize(
    ("pad", "code", "toegekend", "clienten"),
    [
        ("Declaratie/DeclaratieNummer", "9333", 0, 2),
        ("Declaratie/Clienten/Client[1]/Bsn", "8187", 8_000, 1),
        ("Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]", "9338", 23_000, 1),
    ],
)
def test_what_is_wrong_above_an_entry_rejects_the_entries_below_it(pad, code, toegekend, clienten):
    uitkomst = replace(
        control(build(good("JW323")), OMGEVING), bevindingen=(Bevinding("X", code, pad, "Mis."),)
    )
    antwoord = reply(uitkomst).inhoud["DeclaratieAntwoord"]
    assert antwoord["TotaalToegekendBedrag"]["TotaalBedrag"] == toegekend
    assert len(antwoord["Clienten"]["Client"]) == clienten
    assert set(every_code(antwoord)) <= {"0200", code}


@pytest.mark.parametrize(
    ("soort", "anders", "codes"),
    [
        ("JW305", {"Client/Bsn": "999900007"}, ["0001"]),
        ("JW323", {"Declaratie/TotaalIngediendBedrag/TotaalBedrag": 1}, ["0001"]),
        ("JW301", {"Header/BerichtIdentificatie/Dagtekening": date(2027, 1, 1)}, ["8848"]),
        ("JW319", {"Header/Afzender": "9999"}, ["S300"]),
    ],
)
def test_a_message_that_is_rejected_as_a_whole_comes_back_without_content(soort, anders, codes):
    terug = reply_unknown(changed(good(soort), anders))
    assert (terug.inhoud.keys(), header_codes(terug)) == ({"Header"}, codes)


def reply_unknown(bericht: Bericht) -> Bericht:
    """An answer whose header repeats what was wrong: it is built, and says no more."""
    return answer(control(build(bericht), OMGEVING), identificatie="R1", dagtekening=VANDAAG)


@pytest.mark.parametrize("soort", HEEN)
def test_half_a_message_is_still_answered_if_its_header_is_whole(soort):
    inhoud = build(good(soort))
    terug = reply(inhoud[: inhoud.rindex(b":Header>") + 40])
    assert (terug.inhoud.keys(), header_codes(terug)) == ({"Header"}, ["0001"])


@pytest.mark.parametrize(
    "inhoud",
    [b"", b"<a/>", build(good("JW305"))[:600], build(good("JW325")), build(good("JW306"))],
    ids=["leeg", "iets anders", "halve kop", "JW325", "JW306"],
)
def test_what_cannot_be_answered_says_so(inhoud):
    with pytest.raises(GeenAntwoordMogelijk):
        answer(control(inhoud, OMGEVING), identificatie="R1", dagtekening=VANDAAG)


@pytest.mark.parametrize(
    "geval",
    [een for een in GEVALLEN if een.soort in HEEN and een.regel not in MILD],
    ids=lambda een: f"{een.regel} {een.soort}",
)
def test_every_case_is_answered_with_the_codes_that_were_found_and_no_other(geval):
    uitkomst = control(build(changed(good(geval.soort), geval.fout)), OMGEVING)
    gevonden = {een.code for een in uitkomst.bevindingen}
    terug = answer(uitkomst, identificatie="R1", dagtekening=VANDAAG)
    assert set(every_code(terug.inhoud)) - {"0200"} == ({"0001"} if "0001" in gevonden else gevonden)
    assert build(terug)
