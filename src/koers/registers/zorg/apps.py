"""The zorg app."""

from django.apps import AppConfig


class ZorgConfig(AppConfig):
    name = "koers.registers.zorg"
    label = "zorg"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "zorg"
