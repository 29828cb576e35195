"""The pages."""

from django.apps import AppConfig
from django.core.checks import register


class WebConfig(AppConfig):
    name = "koers.web"
    label = "web"

    def ready(self) -> None:
        from koers.web.thema import check_thema

        register(check_thema, "koers")
