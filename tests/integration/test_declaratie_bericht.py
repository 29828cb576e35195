"""A claim by message (JW323): what is granted becomes the fact that feeds spending, the rest comes back."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from koers.actions.zorg.postbus import read_berichten
from koers.actions.zorg.toewijzen import register_start, register_stop
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.exchange.berichten.ontvangst import take_in
from koers.exchange.berichten.versturen import send
from koers.exchange.berichten.verwerking import process
from koers.exchange.ijw.build import build
from koers.exchange.ijw.parse import parse
from koers.presentation.berichten import as_row, sentences
from koers.registers.kern.models import Bericht
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Declaratie, Toewijzing
from tests.integration.test_toewijzingsbericht import AGB, Wereld
from tests.unit.exchange.ijw.voorbeelden import BSN, changed, good, prestatie
from tests.wereld import make_actor

pytestmark = pytest.mark.django_db(transaction=True)
DOOR = systeemactor("berichten", functionaris="beheer")
TARIEF = 9_500


def month() -> tuple[date, date]:
    """First and last day of the month before last."""
    eind = (vandaag().replace(day=1) - timedelta(days=1)).replace(day=1) - timedelta(days=1)
    return eind.replace(day=1), eind


def entry(referentie: str = "R1", volume: int = 4, **anders) -> dict:
    """An entry over the whole month, at the tariff of the contract."""
    begin, eind = month()
    een = prestatie(referentie, 1, "45A03", volume, TARIEF)
    return een | {"ProductPeriode": {"Begindatum": begin, "Einddatum": eind}} | anders


def credit(referentie: str, vorige: str, volume: int = 4) -> dict:
    een = entry(referentie, volume)
    een["ProductReferentie"]["VorigReferentieNummer"] = vorige
    een["IngediendBedrag"] = {"Bedrag": volume * TARIEF, "DebetCredit": "C"}
    return een


def claim(
    *regels: dict,
    identificatie: str = "D1",
    nummer: str = "N1",
    bsn: str = BSN,
    over: tuple[date, date] | None = None,
) -> bytes:
    begin, eind = over or month()
    totaal = sum(
        een["IngediendBedrag"]["Bedrag"] * (-1 if een["IngediendBedrag"]["DebetCredit"] == "C" else 1)
        for een in regels
    )
    return build(
        changed(
            good("JW323"),
            {
                "Header/BerichtIdentificatie": {"Identificatie": identificatie, "Dagtekening": vandaag()},
                "Header/Afzender": AGB,
                "Header/Ontvanger": "1731",
                "Declaratie/DeclaratieNummer": nummer,
                "Declaratie/DeclaratiePeriode": {"Begindatum": begin, "Einddatum": eind},
                "Declaratie/DeclaratieDagtekening": vandaag(),
                "Declaratie/TotaalIngediendBedrag": {
                    "TotaalBedrag": abs(totaal),
                    "DebetCredit": "C" if totaal < 0 else "D",
                },
                "Declaratie/Clienten": {"Client": [{"Bsn": bsn, "Prestaties": {"Prestatie": list(regels)}}]},
            },
        )
    )


@pytest.fixture
def wereld() -> Wereld:
    """Two hours a week, since before the claimed month."""
    wereld = Wereld()
    wereld.give(van=(month()[0].replace(day=1) - timedelta(days=40) - vandaag()).days)
    return wereld


def arrive(map_: Path, *inhouden: bytes) -> dict:
    """The claims come in one after the other; the answer to the last one."""
    (map_ / "in").mkdir(exist_ok=True)
    for inhoud in inhouden:
        (map_ / "in" / "een.xml").write_bytes(inhoud)
        list(take_in(map_ / "in", by=DOOR))
        process(by=DOOR)
    (map_ / "uit").mkdir(exist_ok=True)
    for oud in (map_ / "uit").glob("*.xml"):
        oud.unlink()
    send(map_ / "uit", by=DOOR)
    antwoorden = {pad: parse(pad.read_bytes()) for pad in (map_ / "uit").glob("JW325_*.xml")}
    assert all(een.goed for een in antwoorden.values())
    laatste = Bericht.objects.filter(soort="JW325").latest("vastgelegd_at")
    naam = f"JW325_1731_{laatste.identificatie}.xml"
    return antwoorden[map_ / "uit" / naam].bericht.inhoud["DeclaratieAntwoord"]


def rejected(antwoord: dict) -> list[tuple[str, list[str]]]:
    """Reference and codes of what was not granted."""
    return [
        (een["ProductReferentie"]["ReferentieNummer"], een["RetourCodes"]["RetourCode"])
        for client in antwoord.get("Clienten", {}).get("Client", ())
        for een in client["Prestaties"]["Prestatie"]
    ]


def paid() -> list[tuple[date, int]]:
    rows = Declaratie.objects.current().order_by("vastgelegd_at")
    return [(row.maand, row.bedrag_cent) for row in rows]


def test_what_fits_is_granted_and_feeds_spending(wereld, tmp_path):
    antwoord = arrive(tmp_path, claim(entry()))
    assert antwoord["RetourCodes"] == {"RetourCode": ["8001"]}
    assert antwoord["TotaalToegekendBedrag"] == {"TotaalBedrag": 4 * TARIEF, "DebetCredit": "D"}
    assert paid() == [(month()[0], 4 * TARIEF)]


def test_the_same_claim_again_is_paid_once(wereld, tmp_path):
    arrive(tmp_path, claim(entry()), claim(entry()))
    assert len(paid()) == 1


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"ToewijzingNummer": 77}, "9338"),
        ({"ProductCategorie": "44", "ProductCode": "44A09"}, "9339"),
        ({"ProductCode": "45A04"}, "9340"),
        ({"Eenheid": "01"}, "9341"),
        ({"ProductTarief": 100, "IngediendBedrag": {"Bedrag": 400, "DebetCredit": "D"}}, "0611"),
        (
            {"GeleverdVolume": 90, "IngediendBedrag": {"Bedrag": 90 * TARIEF, "DebetCredit": "D"}},
            "9321",
        ),
        (
            {
                "ProductPeriode": {
                    "Begindatum": month()[0] + timedelta(days=4),
                    "Einddatum": month()[1],
                }
            },
            "9387",
        ),
        (
            {
                "ProductPeriode": {
                    "Begindatum": month()[0],
                    "Einddatum": month()[1] - timedelta(days=4),
                }
            },
            "9388",
        ),
        (
            {
                "ProductPeriode": {
                    "Begindatum": (month()[0] - timedelta(days=100)).replace(day=1),
                    "Einddatum": (month()[0] - timedelta(days=100)).replace(day=1) + timedelta(days=27),
                }
            },
            "9307",
        ),
    ],
)
def test_what_does_not_fit_the_toewijzing_comes_back_with_its_code(wereld, tmp_path, anders, code):
    antwoord = arrive(tmp_path, claim(entry("R1", **anders)))
    assert rejected(antwoord) == [("R1", [code])]
    assert antwoord["TotaalToegekendBedrag"]["TotaalBedrag"] == 0
    assert paid() == []


def test_only_what_is_wrong_comes_back(wereld, tmp_path):
    wereld.give(1, van=(month()[0] - vandaag()).days)
    tweede = entry("R2", ToewijzingNummer=2, ProductCode="45A04", ProductTarief=1)
    tweede["IngediendBedrag"] = {"Bedrag": 4, "DebetCredit": "D"}
    antwoord = arrive(tmp_path, claim(entry(), tweede))
    assert rejected(antwoord) == [("R2", ["0611"])]
    assert antwoord["TotaalToegekendBedrag"]["TotaalBedrag"] == 4 * TARIEF
    assert paid() == [(month()[0], 4 * TARIEF)]


def test_another_childs_toewijzing_pays_nothing(wereld, tmp_path):
    assert rejected(arrive(tmp_path, claim(entry(), bsn="999900018"))) == [("R1", ["8187"])]


def test_nothing_is_paid_on_what_was_taken_away(wereld, tmp_path):
    wereld.change(Toewijzing.objects.get().pk, "13")
    assert rejected(arrive(tmp_path, claim(entry()))) == [("R1", ["9384"])]


def test_a_month_is_paid_once_until_it_is_credited(wereld, tmp_path):
    eerste, weer = claim(entry()), claim(entry("R2"), identificatie="D2", nummer="N2")
    assert rejected(arrive(tmp_path, eerste, weer)) == [("R2", ["9389"])]
    terug = claim(credit("R3", "R1"), identificatie="D3", nummer="N3")
    antwoord = arrive(tmp_path, terug)
    assert antwoord["TotaalToegekendBedrag"] == {"TotaalBedrag": 4 * TARIEF, "DebetCredit": "C"}
    opnieuw = claim(entry("R4", 6), identificatie="D4", nummer="N4")
    assert rejected(arrive(tmp_path, opnieuw)) == []
    assert [bedrag for _, bedrag in paid()] == [4 * TARIEF, -4 * TARIEF, 6 * TARIEF]


def test_a_credit_of_nothing_and_a_second_credit_are_rejected(wereld, tmp_path):
    assert rejected(arrive(tmp_path, claim(credit("R3", "R1")))) == [("R3", ["8017"])]
    arrive(tmp_path, claim(entry(), identificatie="D2", nummer="N2"))
    arrive(tmp_path, claim(credit("R3", "R1"), identificatie="D3", nummer="N3"))
    weer = arrive(tmp_path, claim(credit("R5", "R1"), identificatie="D4", nummer="N4"))
    assert rejected(weer) == [("R5", ["9390"])]


def test_a_used_number_of_a_claim_rejects_it_whole(wereld, tmp_path):
    antwoord = arrive(tmp_path, claim(entry()), claim(credit("R2", "R1"), identificatie="D2"))
    assert rejected(antwoord) == [("R2", ["9333"])]
    assert len(paid()) == 1


def test_a_claim_that_is_wrong_by_itself_pays_nothing(wereld, tmp_path):
    fout = entry()
    fout["IngediendBedrag"] = {"Bedrag": 5, "DebetCredit": "D"}
    assert rejected(arrive(tmp_path, claim(fout))) == [("R1", ["9346"])]
    assert paid() == []


def back(maanden: int) -> tuple[date, date]:
    """First and last day of a month so many months before the claimed one."""
    eind = month()[1]
    for _ in range(maanden):
        eind = eind.replace(day=1) - timedelta(days=1)
    return eind.replace(day=1), eind


def claimed(maanden: int) -> bytes:
    """A claim over one month so long ago."""
    over = back(maanden)
    een = entry(f"R{maanden}", ProductPeriode=dict(zip(("Begindatum", "Einddatum"), over, strict=True)))
    return claim(een, identificatie=f"M{maanden}", nummer=f"N{maanden}", over=over)


@pytest.fixture
def begonnen() -> Wereld:
    """Help that began at the first day of the toewijzing, more than four months before the claimed month."""
    wereld = Wereld()
    wereld.give(van=(back(4)[0] - vandaag()).days)
    toewijzing = Toewijzing.objects.get()
    register_start(by=wereld.by, toewijzing_id=toewijzing.pk, datum=toewijzing.ingangsdatum)
    return wereld


def told() -> list[str]:
    """What the list of messages says of the newest claim."""
    regel = next(
        een for een in read_berichten(by=make_actor(Rol.FUNCTIONEEL_BEHEERDER)) if een.kop.soort == "JW323"
    )
    assert as_row(regel)["retourcodes"] == []
    return sentences(regel)


def test_a_month_that_was_skipped_is_told_beside_the_claim_and_rejects_nothing(begonnen, tmp_path):
    antwoord = arrive(tmp_path, claimed(2), claimed(0))
    assert antwoord["DeclaratieNummer"] == "N0"  # the provider gets an answer as to any claim
    assert antwoord["RetourCodes"] == {"RetourCode": ["8001"]}
    assert rejected(antwoord) == []
    assert len(paid()) == 2
    [zin] = told()
    assert zin.startswith("Let op: er is een maand niet gedeclareerd")
    assert "TR318" in zin


def test_a_month_that_follows_is_told_of_nothing(begonnen, tmp_path):
    arrive(tmp_path, claimed(2))
    assert told() == []  # the first ever
    arrive(tmp_path, claimed(1))
    assert told() == []


def test_a_month_without_help_may_be_skipped(begonnen, tmp_path):
    toewijzing = Toewijzing.objects.get()
    register_stop(by=begonnen.by, toewijzing_id=toewijzing.pk, datum=back(2)[1], reden="31")
    arrive(tmp_path, claimed(2), claimed(0))
    assert noted() == []


def noted() -> list[list[str]]:
    """What the register noted of this rule with any claim."""
    rijen = Bericht.objects.filter(soort="JW323")
    return [een for rij in rijen for een in rij.bevindingen if een[0] == "TR318"]
