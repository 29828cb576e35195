"""The marks that several kinds use on their fields."""

from decimal import Decimal
from typing import Annotated

from koers.policy.values import Patroon, Tussen

KEBAB = Patroon(r"[a-z0-9]+(-[a-z0-9]+)*", "kleine letters en cijfers, met streepjes ertussen")

Positief = Annotated[int, Tussen(1, 10**12)]
Uren = Annotated[Decimal, Tussen(Decimal("0.1"), Decimal(10_000))]
Jaar = Annotated[int, Tussen(1900, 2200)]
