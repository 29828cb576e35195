"""Who has which task in each scenario, as a sheet of policy and as a table beside the scenarios."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from koers.policy import Beleid, Ontbreekt
from koers.policy.kinds.scenarios import Scenariotaak
from koers.presentation.beleid.delen import (
    Groep,
    Omgeving,
    Onderdeel,
    Tabel,
    exact,
    rij,
    taal,
    veld,
    velden,
    vragen,
)

PARTIJEN = {
    "jeugdhulpregio": gettext_lazy("Jeugdhulpregio"),
    "noordmidden": gettext_lazy("Noordmidden-Drenthe"),
    "zuid": gettext_lazy("Zuid-Drenthe"),
    "gemeenten": gettext_lazy("elke gemeente"),
}
HOE = {
    "samen": gettext_lazy("wie de taak samen heeft, deelt de uren"),
    "elk": gettext_lazy("wie de taak heeft, doet haar heel"),
}


def party_words(taak: Scenariotaak, scenario: str) -> str:
    """Who has a task in a scenario: names, nobody, or that the source does not tell."""
    partijen = taak.parties(scenario)
    if partijen is None:
        return _("bron zegt het niet")
    return ", ".join(str(PARTIJEN[een]) for een in partijen) or _("niemand")


def task_table(beleid: Beleid) -> Tabel:
    """Every task with who has it today and in each scenario."""
    scenarios = list(beleid.scenarios.values())
    return Tabel(
        (_("Taak"), *(taal(een.naam) for een in scenarios)),
        tuple(
            rij(taal(taak.naam), *(party_words(taak, een.id) for een in scenarios))
            for taak in beleid.scenariotaken.taken
        ),
        bijschrift=_("Wie welke taak heeft, nu en in elk scenario"),
    )


def scenariotaken(om: Omgeving) -> tuple[Groep, ...]:
    """The tasks with their hours, and who has them."""
    een = om.beleid.scenariotaken
    eerst = Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.toelichting),
        tabel=task_table(om.beleid),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )
    taken = tuple(
        Onderdeel(
            taak.id,
            taal(taak.naam),
            velden=velden(veld(_("Uren per week"), hours(taak)), veld(_("Samen of elk"), str(HOE[taak.hoe]))),
        )
        for taak in een.taken
    )
    return (Groep(_("Het overzicht"), (eerst,)), Groep(_("Taken"), taken))


def hours(taak: Scenariotaak) -> str:
    """The hours of a task, or that the source gives none."""
    if isinstance(taak.uren_per_week, Ontbreekt):
        return _("staat niet in de bron")
    return exact(taak.uren_per_week)
