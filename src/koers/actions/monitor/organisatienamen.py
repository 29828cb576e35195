"""What organisations are called: about organisations, never about persons."""

from collections.abc import Mapping, Sequence

from koers.registers.kern.models import Organisatie


def organisation_names(codes: Sequence[str]) -> Mapping[str, str]:
    """The name behind each AGB code that is known here."""
    rows = Organisatie.objects.filter(agb__in=[code for code in codes if code]).order_by("-naam")
    return dict(rows.values_list("agb", "naam"))
