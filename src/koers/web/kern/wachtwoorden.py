"""Passwords that people in this work would think of first."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_GEWOON = frozenset(
    {
        *("wachtwoord", "welkom", "geheim", "gemeente", "jeugdhulp", "jeugdzorg", "koers", "drenthe"),
        *("teamjeugd", "zomer", "winter", "herfst", "lente"),
    }
)


class GewoonWoordValidator:
    """Refuses one ordinary word with only digits or signs around it, like "Welkom2026!!"."""

    def validate(self, password: str, user: object = None) -> None:
        letters = "".join(c for c in password.lower() if c.isalpha())
        if letters in _GEWOON:
            raise ValidationError(
                _("Dit wachtwoord is te makkelijk te raden. Kies drie of vier woorden achter elkaar.")
            )

    def get_help_text(self) -> str:
        return _("Eén gewoon woord met cijfers is te makkelijk te raden.")
