"""A bare Django page, served as Koers is: what `startproject` gives, one small template, nothing else.

`python -m benchmarks.kaal POORT` serves it on 127.0.0.1 until it is stopped. Nobody is signed in and no
database is asked.
"""

import multiprocessing
import sys

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.urls import path

REGELS = [f"regel {nummer}" for nummer in range(25)]
BLAD = "<!doctype html><ul>{% for regel in regels %}<li>{{ regel }}</li>{% endfor %}</ul>"
CONTRIB = ("auth", "contenttypes", "sessions", "messages")
MIDDLEWARE = (
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
)
PROCESSORS = ("template.context_processors.request", "contrib.auth.context_processors.auth")


def kaal(request: HttpRequest) -> HttpResponse:
    """Twenty-five lines."""
    from django.template import engines

    blad = kaal.__dict__.setdefault("blad", engines["django"].from_string(BLAD))
    return HttpResponse(blad.render({"regels": REGELS}, request))


urlpatterns = [path("", kaal)]


def load() -> WSGIHandler:
    """The application, in the serving process."""
    import django

    settings.configure(
        SECRET_KEY="van niemand" * 5,
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="benchmarks.kaal",
        INSTALLED_APPS=[f"django.contrib.{app}" for app in CONTRIB],
        MIDDLEWARE=MIDDLEWARE,
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {"context_processors": [f"django.{naam}" for naam in PROCESSORS]},
            }
        ],
    )
    django.setup()
    return WSGIHandler()


def main(poort: int) -> None:
    """Serves with what `koers serve` serves with."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    multiprocessing.set_start_method("spawn", force=True)
    server = Granian(
        "kaal",
        address="127.0.0.1",
        port=poort,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        log_level=LogLevels.warning,
    )
    server.serve(target_loader=load, wrap_loader=False)


if __name__ == "__main__":
    main(int(sys.argv[1]))
