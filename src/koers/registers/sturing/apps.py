"""The sturing app."""

from django.apps import AppConfig


class SturingConfig(AppConfig):
    name = "koers.registers.sturing"
    label = "sturing"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "sturing"
