"""The ledger of messages: what came, what was refused and why, what waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from koers.actions.zorg.postbus import read_berichten
from koers.presentation.berichten import as_table


@require_GET
def berichten(request: HttpRequest) -> HttpResponse:
    """The newest messages of the own municipalities."""
    rijen = as_table(read_berichten(by=request.actor))
    let_op = sum(een.alarm for een in rijen)
    return render(request, "zorg/berichten.html", {"rijen": rijen, "let_op": let_op})
