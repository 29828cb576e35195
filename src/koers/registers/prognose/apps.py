"""The prognose app."""

from django.apps import AppConfig


class PrognoseConfig(AppConfig):
    name = "koers.registers.prognose"
    label = "prognose"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "prognose"
