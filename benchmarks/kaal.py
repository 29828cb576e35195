"""A bare Django page: one address, one small template, nothing else."""

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

REGELS = [f"regel {nummer}" for nummer in range(25)]


@cache
def _blad():
    return engines["django"].from_string("<ul>{% for regel in regels %}<li>{{ regel }}</li>{% endfor %}</ul>")


def kaal(request: HttpRequest) -> HttpResponse:
    """Twenty-five lines."""
    return HttpResponse(_blad().render({"regels": REGELS}))


def alleen_dit(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware that shows this module's address instead of those of Koers."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.urlconf = "benchmarks.kaal"
        return get_response(request)

    return answer


urlpatterns = [path("", kaal)]
