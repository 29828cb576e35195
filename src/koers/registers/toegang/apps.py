"""The toegang app."""

from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "koers.registers.toegang"
    label = "toegang"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "toegang"
