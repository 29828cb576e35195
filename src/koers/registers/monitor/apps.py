"""The monitor app."""

from django.apps import AppConfig


class MonitorConfig(AppConfig):
    name = "koers.registers.monitor"
    label = "monitor"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "monitor"
