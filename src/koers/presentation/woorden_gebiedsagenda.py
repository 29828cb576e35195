"""The words that people read about the gebiedsagenda: acts and things."""

from django.utils.translation import gettext_lazy as _

HANDELINGEN_GEBIEDSAGENDA = {
    "read_gebiedsagenda": _("bekeek de gebiedsagenda"),
    "hold_bijeenkomst": _("schreef een bijeenkomst van een gebied op"),
    "write_aanwezigen": _("schreef op welke partners er waren"),
    "write_bijdrage": _("schreef op wie een partner bereikte en wat dat opleverde"),
    "add_gebiedsafspraak": _("schreef een afspraak van een gebied op"),
    "move_gebiedsafspraak": _("sprak een nieuwe dag af voor een afspraak van een gebied"),
    "finish_gebiedsafspraak": _("schreef op dat een afspraak van een gebied klaar is"),
    "drop_gebiedsafspraak": _("schreef op dat een afspraak van een gebied vervalt"),
    "reopen_gebiedsafspraak": _("zette een afspraak van een gebied weer open"),
}


def short_quarter(kwartaal: str) -> str:
    """ "2026-K3" where there is little room."""
    jaar, _streep, deel = kwartaal.partition("-")
    return f"{deel} {jaar}"


DINGEN_GEBIEDSAGENDA: dict[str, object] = {"gebiedsafspraak": _("de afspraak")}
MATEN = {
    "jeugdigen": _("jeugdigen"),
    "ouders": _("ouders"),
}
