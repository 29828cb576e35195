"""The netwerk app."""

from django.apps import AppConfig


class NetwerkConfig(AppConfig):
    name = "koers.registers.netwerk"
    label = "netwerk"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "netwerk"
