"""A request of a provider and the message about a toewijzing, as a small world needs them."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.db import transaction

from koers.registers.kern.models import Bericht, Organisatie
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting
from koers.registers.klok import nu, vandaag
from koers.registers.zorg.models import Toewijzing, Verzoek


def make_verzoek(aanbieder: Organisatie, kind: UUID | None, gemeente: str = "GM1731") -> UUID:
    """A request for help of this child, as it came in by message; written as an act does."""
    with transaction.atomic(), acting(uuid4(), frozenset({gemeente})):
        bericht = Bericht.objects.create(
            gemeente_id=gemeente,
            richting="in",
            soort="JW315",
            afzender=aanbieder.agb,
            ontvanger=gemeente.removeprefix("GM"),
            identificatie="V1",
            dagtekening=vandaag(),
            vingerafdruk="0" * 64,
            inhoud=b"",
            stand="verwerkt",
            vastgelegd_at=nu(),
        )
        wens = {"hoe": "nieuw", "categorie": "45", "code": "45A03", "begindatum": vandaag().isoformat()}
        verzoek = Verzoek.objects.create(
            gemeente_id=gemeente,
            bericht=bericht,
            volgnummer=1,
            soort="toewijzing",
            aanbieder=aanbieder,
            referentie="A1",
            persoon_id=kind,
            verwijzer="01",
            wensen=[wens | {"volume": 2, "eenheid": "04", "frequentie": "2"}],
            ontvangen_datum=vandaag(),
            uiterlijk_datum=vandaag() + timedelta(days=7),
            vastgelegd_at=nu(),
        )
        return verzoek.pk


def message_about(toewijzing: UUID | None) -> UUID:
    """The message that goes out about this toewijzing; of one that is not there, an id of nothing."""
    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
        row = Toewijzing.objects.filter(pk=toewijzing).first()
        if row is None:
            return uuid4()
        rows = Bericht.objects.filter(
            gemeente=row.gemeente_id, richting="uit", regels__toewijzing_nummer=row.nummer
        )
        return rows.values_list("pk", flat=True).first() or uuid4()
