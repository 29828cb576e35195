"""Three products of which one has two taakvelden, and what was declared for them."""

from datetime import UTC, date, datetime
from pathlib import Path

from koers.analytics.mart import Bron, refresh
from koers.domain.spells import GedeclareerdeKosten
from koers.registers.kern.models import Organisatie
from koers.registers.zorg.models import Contractproduct
from tests.wereld import ASSEN, MIDDEN_DRENTHE

VELDEN = tuple(GedeclareerdeKosten.__dataclass_fields__)


def declared(maand: str, cent: int, product: str | None, gemeente: str = MIDDEN_DRENTHE) -> tuple:
    rij = {
        "gemeente": gemeente,
        "maand": maand,
        "bedrag_cent": cent,
        "product": product,
        "vastgelegd_at": datetime(2026, 6, 1, tzinfo=UTC),
    }
    return tuple(rij.get(veld) for veld in VELDEN)


def make_kosten(mart: Path) -> None:
    """A mart with what was declared, and the products in the register."""
    rijen = [
        declared("2026-01", 10_000, "A1"),
        declared("2026-01", 5_050, "A1"),
        declared("2026-02", 700, "B1"),
        declared("2026-02", 33, "C1"),
        declared("2026-02", 11, "D1"),
        declared("2025-12", 99, "A1"),
        declared("2026-01", 77, "A1", ASSEN),
    ]
    aantallen = {
        jaar: sum(r[VELDEN.index("maand")].startswith(str(jaar)) for r in rijen) for jaar in (2025, 2026)
    }
    refresh(mart, [Bron("declaraties", VELDEN, lambda _j: iter(rijen), aantallen)], sleutel=b"x" * 32)
    aanbieder = Organisatie.objects.create(naam="Zorg", soort="aanbieder")
    for code, taakveld, regio in (
        ("A1", "6.72a", "r1"),
        ("A1", "6.72a", "r2"),
        ("B1", "6.74a", "r1"),
        ("C1", "6.72a", "r1"),
        ("C1", "6.72b", "r2"),
    ):
        Contractproduct.objects.create(
            aanbieder=aanbieder,
            code=code,
            naam=code,
            categorie="45",
            niveau=4,
            hulpvorm="01",
            taakveld=taakveld,
            eenheid="14",
            tarief_cent=1,
            inkoopregio=regio,
            begindatum=date(2020, 1, 1),
        )
