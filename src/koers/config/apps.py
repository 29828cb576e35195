"""The settings room as an app: its checks come along with Django."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "koers.config"
    label = "config"

    def ready(self) -> None:
        from koers.config import start  # noqa: F401  registers the checks
