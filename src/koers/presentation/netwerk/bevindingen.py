"""What is missing in the network, in words: what, which sentence of the rule fired, what would mend it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from koers.analytics.netwerk import Bevinding, current_tasks
from koers.presentation.beleid.delen import Omgeving, Woord, taal
from koers.presentation.beleid.rollen import holder_words

# Rule -> its name, and what would mend it when nothing better is known.
REGELS = {
    "beslist_zonder_voorbereiding": (
        gettext_lazy("Beslist zonder voorbereiding"),
        gettext_lazy("Spreek af welk overleg de inhoud voorbereidt, en zet dat bij dat overleg."),
    ),
    "inkoop_zonder_inkoopregio": (
        gettext_lazy("Inkoop zonder inkoopregio aan tafel"),
        gettext_lazy("Nodig de inkoopregio uit, of bespreek het waar zij al zit."),
    ),
    "taak_zonder_eigenaar": (
        gettext_lazy("Taak van niemand"),
        gettext_lazy("Spreek één eigenaar af en zet die bij de taak."),
    ),
    "taak_met_meer_eigenaren": (
        gettext_lazy("Taak van meer dan één"),
        gettext_lazy("Spreek af wie de ene eigenaar is, of deel de taak in tweeën."),
    ),
    "rol_zonder_houder": (
        gettext_lazy("Rol zonder mens"),
        gettext_lazy("Wijs iemand aan, of schrap de rol."),
    ),
    "linking_pin_weg": (
        gettext_lazy("Linking pin is weg"),
        gettext_lazy("Wijs een opvolger aan die de verbinding overneemt."),
    ),
}
# Rule and sentence -> why it fired. `wie`: the thing; `betrokken`: the other things in it.
ZINNEN = {
    ("beslist_zonder_voorbereiding", "besluitbevoegd"): gettext_lazy(
        "%(wie)s mag besluiten, en geen bestaand overleg bereidt dat voor."
    ),
    ("beslist_zonder_voorbereiding", "mandaat"): gettext_lazy(
        "%(wie)s besluit volgens het mandaatregister, en geen bestaand overleg bereidt dat voor."
    ),
    ("beslist_zonder_voorbereiding", "tijdlijn"): gettext_lazy(
        "%(wie)s nam volgens de tijdlijn een besluit, en geen bestaand overleg bereidt dat voor."
    ),
    ("inkoop_zonder_inkoopregio", "geen_tafel"): gettext_lazy(
        "%(wie)s raakt de inkoop, en het staat nergens op tafel."
    ),
    ("inkoop_zonder_inkoopregio", "geen_enkele"): gettext_lazy(
        "%(wie)s raakt de inkoop, en geen inkoopregio zit aan tafel. Het gaat om: %(betrokken)s."
    ),
    ("inkoop_zonder_inkoopregio", "een_van_beide"): gettext_lazy(
        "%(wie)s raakt de inkoop, en aan tafel ontbreekt: %(betrokken)s."
    ),
    ("taak_zonder_eigenaar", "geen"): gettext_lazy("De bron noemt voor deze taak geen eigenaar."),
    ("taak_met_meer_eigenaren", "meer"): gettext_lazy("De bron noemt meer eigenaren: %(betrokken)s."),
    ("rol_zonder_houder", "nooit"): gettext_lazy("Volgens de bron heeft nog niemand deze rol."),
    ("rol_zonder_houder", "vertrokken"): gettext_lazy("De laatste die deze rol had, stopte: %(laatste)s."),
    ("linking_pin_weg", "vertrokken"): gettext_lazy(
        "Wie %(betrokken)s verbond, stopte: %(laatste)s. Een opvolger is niet bekend."
    ),
}


@dataclass(frozen=True, slots=True)
class Bevindingregel:
    """One finding: the rule's name, the thing, why, and what would mend it."""

    regel: str
    ding: Woord
    waarom: str
    herstel: str


def lines(bevindingen: Sequence[Bevinding], om: Omgeving) -> tuple[Bevindingregel, ...]:
    """The findings in words, in their order."""
    return tuple(_line(een, om) for een in bevindingen)


def _line(een: Bevinding, om: Omgeving) -> Bevindingregel:
    naam, herstel = REGELS[een.regel]
    ding = name(een.soort, een.id, om)
    woorden = {
        "wie": ding.tekst,
        "betrokken": ", ".join(name(soort, id_, om).tekst for soort, id_ in een.betrokken),
        "laatste": _last_holder(een, om),
    }
    return Bevindingregel(
        str(naam), ding, str(ZINNEN[een.regel, een.zin]) % woorden, _mend(een, om) or str(herstel)
    )


def name(soort: str, id_: str, om: Omgeving) -> Woord:
    """A thing by its name; a task stands inside its division and leads there."""
    if soort != "taken":
        return om.noem(soort, id_)
    taak = next(taak for _schaal, taak in current_tasks(om.beleid) if taak.id == id_)
    return Woord(taal(taak.naam))


def _last_holder(een: Bevinding, om: Omgeving) -> str:
    """Who held the role last, as far as the source tells; empty for what is no role."""
    if een.soort != "rollen":
        return ""
    gestopt = [houder for houder in om.beleid.rollen[een.id].houders if houder.tot]
    return holder_words(gestopt[-1]) if gestopt else ""


def _mend(een: Bevinding, om: Omgeving) -> str:
    """What is proposed already, or known as a place where it would fit."""
    if not een.hulp:
        return ""
    hulp = ", ".join(name(soort, id_, om).tekst for soort, id_ in een.hulp)
    if een.regel == "beslist_zonder_voorbereiding":
        return _("Voorgesteld is: %(hulp)s. Besluit of dat overleg er komt.") % {"hulp": hulp}
    return _("Bespreek het ook hier, waar beide inkoopregio’s al zitten: %(hulp)s.") % {"hulp": hulp}
