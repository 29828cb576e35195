"""The page of the team, and its lines on Vandaag."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from koers.actions.toegang.team import count_zonder_regie, read_team
from koers.domain.actor import Actor
from koers.web.kern.dag import Dag, Regel


@require_GET
def team(request: HttpRequest) -> HttpResponse:
    """Families that nobody leads, and per colleague what is late, what runs and who stands in."""
    return render(request, "toegang/team.html", {"team": read_team(by=request.actor)})


def team_line(by: Actor, dag: Dag) -> None:
    """Families of the team that nobody leads ask something of everybody; else the team is a door."""
    aantal = count_zonder_regie(by=by)
    if aantal:
        wat = ngettext(
            "één gezin waarmee u niet werkt heeft geen of meer dan één regisseur",
            "%(aantal)s gezinnen waarmee u niet werkt hebben geen of meer dan één regisseur",
            aantal,
        ) % {"aantal": aantal}
        dag.vraagt.append(Regel(_("Het team"), wat, reverse("team"), _("Team bekijken")))
    else:
        wat = _("wat loopt er, wat is te laat en wie vervangt wie")
        dag.werk.append(Regel(_("Het team"), wat, reverse("team"), _("Team bekijken")))
