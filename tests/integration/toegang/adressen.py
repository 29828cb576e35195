"""The address of every page in that world."""

from uuid import UUID, uuid4

from django.db import transaction
from django.urls import reverse

from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting
from koers.registers.toegang.models import (
    LichteHulp,
    Overdracht,
    SchrijnendGeval,
    Toekomstplan,
)
from koers.registers.zorg.models import Toewijzing
from tests.agendawereld import OPGAVE
from tests.gebiedswereld import area_of
from tests.integration.toegang.verwacht import (
    VAN_DE_GEMEENTE,
    VAN_EEN_ACCOUNT,
    VAN_EEN_AGENDA,
    VAN_EEN_BERICHT,
    VAN_EEN_BIJEENKOMST,
    VAN_EEN_CASUS,
    VAN_EEN_CONTRACT,
    VAN_EEN_DOSSIER,
    VAN_EEN_ESCALATIE,
    VAN_EEN_GEBIED,
    VAN_EEN_GEZIN,
    VAN_EEN_LEERBLAD,
    VAN_EEN_OORDEEL,
    VAN_EEN_OPGAVE,
    VAN_EEN_PLAN,
    VAN_EEN_PROEFTUIN,
    VAN_EEN_RAPPORTAGE,
    VAN_EEN_RISICO,
    VAN_EEN_SUBSIDIE,
    VAN_EEN_TOEWIJZING,
    VAN_EEN_VERGADERING,
    VAN_LICHTE_HULP,
)
from tests.integration.toegang.wandelaars import Wereld
from tests.landschapwereld import KNELPUNT
from tests.verzoekwereld import message_about
from tests.wereld import (
    MIDDEN_DRENTHE,
    Familie,
)

# What a municipality keeps to steer by, each piece with an id of its own.
VAN_EEN_STUK = VAN_EEN_AGENDA | VAN_EEN_PROEFTUIN | VAN_EEN_RISICO | VAN_EEN_SUBSIDIE
PER_GEMEENTE = {
    *("badkuip", "uitstroom", "wat-als", "wat-als-terugkijken", "wat-als-doel", "wat-als-scenarios"),
    *(
        "wat-als-capaciteit",
        "wat-als-grootboek",
        *("wat-als-uitgaven", "wat-als-uitgaven-opslaan", "wat-als-uitgaven-inlezen"),
        "wat-als-bewaren",
        "zorglandschap",
        "zorglandschap-tabel",
        *("badkuip-tabel", "badkuip-wegen", "badkuip-wegen-tabel"),
        *("aanbiedercijfers", "aanbiedercijfers-tabel", "praktijkcijfers", "praktijkcijfers-tabel"),
        "themas-tabel",
        "themas-thema",
    ),
    *("themas-gemeente", "themas-ronde", "themas-stem", "themas-stem-intrekken", "themas-besluit"),
    "themas-besluit-verbeteren",
}


CONTRACTPAGINAS = ("contract", "contractproduct-nieuw", "contract-einde", "contract-intrekken")
VAN_EEN_BESLUIT = ("besluit", "besluit-verbeteren", "besluit-intrekken", "bezwaar-nieuw")


def address(naam: str, familie: Familie, wereld: Wereld, gemeente: str = MIDDEN_DRENTHE) -> str:
    """The address of a page; pages about a family or a colleague get this one."""
    collega = wereld.collegas[gemeente]
    vast = {
        "regio-gemeente": ["GM1731"],
        "regio-tabel": ["csv"],
        "antwoordlink": ["onbekend"],
        "indicator": ["aandeel-specialistisch"],
        "indicator-tabel": ["aandeel-specialistisch", "csv"],
        "indicator-intern-tabel": ["aandeel-specialistisch", "csv"],
        "indicator-intern": ["aandeel-specialistisch"],
        **{naam: [gemeente] for naam in PER_GEMEENTE},
        "wat-als-intrekken": [gemeente, uuid4()],
        "wat-als-uitgaven-intrekken": [gemeente, uuid4()],
        "vergelijken-tabel": ["csv"],
        "publicatie": [wereld.publicatie],
        "api-publicatie": [wereld.publicatie],
        "api-indicator": ["aandeel-specialistisch"],
        "api-cijfers": ["aandeel-specialistisch"],
        "api-onbekend": ["iets"],
        "publicatie-tabel": [wereld.publicatie, "csv"],
        "themas-tabel": [gemeente, "csv"],
        "zorglandschap-tabel": [gemeente, "csv"],
        "badkuip-tabel": [gemeente, "csv"],
        "badkuip-wegen-tabel": [gemeente, "csv"],
        "themas-thema": [gemeente, "bestaanszekerheid"],
        "aanbiedercijfers": [gemeente, f"4242{gemeente[2:]}"],
        "aanbiedercijfers-tabel": [gemeente, f"4242{gemeente[2:]}", "csv"],
        "praktijkcijfers": [gemeente, f"0101{gemeente[2:]}"],
        "praktijkcijfers-tabel": [gemeente, f"0101{gemeente[2:]}", "csv"],
        "beleid-soort": ["normen"],
        "aanlevering": [wereld.aanlevering],
        **{
            naam: [wereld.wielronde]
            for naam in ("wiel-ronde", "wiel-stellingen", "wiel-uitnodigen", "wiel-sluiten")
        },
        "wiel-antwoord": [wereld.wiellink],
        **{f"scenariokeuze{wat}": [wereld.scenariokeuze] for wat in ("", "-uren", "-inbreng", "-besluit")},
        "school-intrekken": [uuid4()],
        "persoon": [familie.gezin, familie.kind],
        "persoon-bsn": [familie.gezin, familie.kind],
        "wonen": [familie.gezin, familie.kind],
        "woonplek-einde": [familie.gezin, familie.kind, familie.huishouden],
        "personen-vergelijken": [familie.gezin, familie.kind, familie.ouder],
        "samenvoeging-ongedaan": [familie.gezin, familie.kind, uuid4()],
        "adres-openen": [familie.gezin, familie.huishouden],
        "adres-afschermen": [familie.gezin, familie.huishouden],
        "aanvraag-stap": [familie.casus, "later-beslissen"],
        "bezwaar-uitkomst": [familie.besluit, familie.bezwaar],
        "brief-stap": [familie.besluit, familie.brief],
        "brief": [familie.brief],
        **{naam: [wereld.aanbieder] for naam in ("contract-aanbieder", "locatie-nieuw")},
        **{naam: [wereld.contract] for naam in CONTRACTPAGINAS},
        "uitlevering-kvk": [wereld.aanbieder],
        **{
            f"uitlevering-{wat}-bestand": ["csv"]
            for wat in ("beleidsinformatie", "gebeurtenissen", "contractlijst")
        },
        **{f"nza-signaal{wat}": [wereld.nza_signaal] for wat in ("", "-oppakken", "-afronden", "-heropenen")},
        **{naam: [wereld.contractproduct] for naam in ("tarief-wijzigen", "contractproduct-einde")},
        **{naam: [familie.besluit] for naam in VAN_EEN_BESLUIT},
        "plan-versie": [familie.gezin, 1],
        "plan-lezers": [familie.gezin, familie.plandeel],
        "plan-onderdeel-nieuw": [familie.gezin, familie.plandeel, "doel"],
        "plan-onderdeel": [familie.gezin, familie.onderdeel],
        "plan-stap": [familie.gezin, familie.onderdeel, "gedaan"],
    }
    for here in VAN_DE_GEMEENTE:
        vast[here] = [_of_gemeente(here, wereld)[gemeente]]
    vast["verwijsverzoek-werk"] = [*vast["verwijsverzoek"], "woonplaats"]
    vast |= _of_sturing(wereld, gemeente)
    # Asked of the database, so only for these pages.
    if naam in VAN_EEN_BERICHT:
        vast[naam] = [message_about(familie.toewijzing)]
    if naam == "aanstelling-einde":
        vast[naam] = [collega.pk, collega.aanstellingen.get().pk]
    if naam in vast:
        return reverse(naam, args=vast[naam])
    if naam in VAN_EEN_ACCOUNT:
        return reverse(naam, args=[collega.pk])
    if naam not in VAN_EEN_GEZIN:
        return reverse(naam)
    if naam == "trede-verbeteren":
        return reverse(naam, args=[familie.casus, familie.uitkomst])
    return reverse(naam, args=[_of_family(naam, familie)])


def _of_sturing(wereld: Wereld, gemeente: str) -> dict[str, list[object]]:
    """What the addresses of meetings, the agenda and reports name."""
    rapportages, gebieden = wereld.rapportages[gemeente], wereld.gebieden[gemeente]
    dossier, vraag = wereld.landschap or (None, None)
    return {
        **{naam: [dossier] for naam in VAN_EEN_DOSSIER},
        "landschap-antwoord": [vraag],
        **{naam: [wereld.vergaderingen[gemeente][naam]] for naam in VAN_EEN_VERGADERING},
        **{naam: [wereld.agendas[gemeente][naam]] for naam in VAN_EEN_STUK},
        **{naam: [wereld.contract] for naam in VAN_EEN_CONTRACT},
        **{naam: [wereld.plannen[gemeente][naam]] for naam in VAN_EEN_PLAN},
        **{naam: [OPGAVE] for naam in VAN_EEN_OPGAVE},
        **{naam: [area_of(gemeente)] for naam in VAN_EEN_GEBIED},
        **{naam: [gebieden[naam]] for naam in VAN_EEN_BIJEENKOMST},
        **{naam: [gebieden["kenniscafe"]] for naam in VAN_EEN_LEERBLAD},
        "leerblad-nieuw": ["kenniscafe"],
        "bijdrage": [gebieden["bijdrage"], gebieden["partner"]],
        **{naam: [rapportages[naam]] for naam in VAN_EEN_RAPPORTAGE},
        "rapportage-hoofdstuk": [rapportages["rapportage-hoofdstuk"], "hoofdlijn"],
        "rapportage-bestand": [rapportages["rapportage-bestand"], "html"],
        "rapportagesjabloon": [gemeente, "jaarrapportage"],
        **{naam: [wereld.escalaties[gemeente]] for naam in VAN_EEN_ESCALATIE},
        "escalatie-stap": [wereld.escalaties[gemeente], "wethouder"],
        **{naam: [wereld.ontwikkeling] for naam in ("ontwikkeling", "ontwikkeling-stand")},
        "oordeellijst": ["knelpunten"],
        **{naam: list(KNELPUNT) for naam in VAN_EEN_OORDEEL},
        "verbetering": [wereld.verbetering],
    }


def _of_gemeente(naam: str, wereld: Wereld) -> dict[str, UUID]:
    """What the address of this page names, per municipality."""
    if naam.startswith("verzoek"):
        return wereld.verzoeken
    if naam.startswith(("weigering", "zorgmakelaar", "antwoord-escalatie")):
        return wereld.weigeringen
    return wereld.notities if "notitie" in naam else wereld.verwijsverzoeken


def _of_family(naam: str, familie: Familie) -> UUID | None:
    """Which id of a family the address of this page names."""
    if naam in VAN_EEN_CASUS or naam == "ervaring-nieuw":
        return familie.casus
    if naam in VAN_EEN_TOEWIJZING:
        return familie.toewijzing
    if naam in VAN_LICHTE_HULP:
        return light_ids(familie)[VAN_LICHTE_HULP[naam]]
    return familie.gezin


def light_ids(familie: Familie) -> dict[str, UUID]:
    """The ids that those addresses need; of a family that is not there, ids of nothing."""
    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
        found = {
            "plan": Toekomstplan.objects.filter(jeugdige=familie.kind),
            "geval": SchrijnendGeval.objects.filter(jeugdige=familie.kind),
            "licht": LichteHulp.objects.filter(jeugdige=familie.kind),
            "overdracht": Overdracht.objects.filter(casus=familie.casus),
            "toewijzing": Toewijzing.objects.filter(pk=familie.toewijzing),
        }
        return {naam: rows.values_list("pk", flat=True).first() or uuid4() for naam, rows in found.items()}
