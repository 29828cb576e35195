"""The ladder of a casus in words: the first line, each step, and the sentences for the letter."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.actions.toegang.treden_lezen import LadderBeeld, TredeBeeld, UitkomstBeeld
from koers.presentation.beleid.delen import Merk, Omgeving, taal
from koers.presentation.voorzieningen import Voorzieningregel, row
from koers.presentation.woorden import TREDE_UITKOMSTEN, TREDEN
from koers.presentation.zinnen_treden import letter_sentence, names_of_treden

UITLEG = {
    "eigen_kracht": gettext_lazy("Wat kan het gezin zelf?"),
    "omgevingskracht": gettext_lazy("Wat kunnen familie, vrienden, buren en de vereniging doen?"),
    "algemene_voorziening": gettext_lazy("Wat is er voor iedereen, zonder besluit?"),
    "individuele_voorziening": gettext_lazy(
        "Alleen als het andere niet genoeg is, en niet langer dan nodig."
    ),
}
_TEKEN = {"helpt": "goed", "helpt_deels": "let-op"}


@dataclass(frozen=True, slots=True)
class Uitkomstregel:
    """One outcome as people read it."""

    id: UUID
    datum: date
    merk: Merk
    reden: str
    geprobeerd: str
    voorziening: str


@dataclass(frozen=True, slots=True)
class Tredekaart:
    """One step of the stairs. `stap`: its number; `eerder`: outcomes that no longer count."""

    trede: str
    stap: int
    naam: str
    uitleg: str
    merk: Merk
    nu: Uitkomstregel | None
    eerder: tuple[Uitkomstregel, ...]
    voorstellen: tuple[Voorzieningregel, ...]


def first_sentence(beeld: LadderBeeld) -> str:
    """The answer to: may individual help be decided?"""
    if not beeld.bindt:
        return _("Een wettelijke verwijzer bepaalt hier de hulp: de treden houden die niet tegen.")
    if beeld.overgeslagen:
        return _("De treden zijn overgeslagen. Het college kan over individuele hulp beslissen.")
    if beeld.open:
        text = ngettext(
            "Eerst nog één trede: %(treden)s. Daarna kan het college over hulp beslissen.",
            "Eerst nog %(aantal)s treden: %(treden)s. Daarna kan het college over hulp beslissen.",
            len(beeld.open),
        )
        return text % {"aantal": len(beeld.open), "treden": names_of_treden(beeld.open)}
    if beeld.volstaat:
        return _("Hiermee is het gezin geholpen: %(treden)s. Individuele hulp is niet nodig.") % {
            "treden": names_of_treden(beeld.volstaat)
        }
    return _(
        "Alle treden zijn gezet en samen nog niet genoeg. Het college kan over individuele hulp beslissen."
    )


def may_decide(beeld: LadderBeeld) -> bool:
    """Whether the ladder leaves room for a besluit about individual help."""
    return not beeld.bindt or beeld.overgeslagen or not (beeld.open or beeld.volstaat)


def cards(beeld: LadderBeeld, om: Omgeving) -> tuple[Tredekaart, ...]:
    """The three steps before individual help."""
    return tuple(_card(stap, trede, om) for stap, trede in enumerate(beeld.treden, start=1))


def letter(beeld: LadderBeeld) -> tuple[str, ...]:
    """What the letter will say about the ladder, sentence by sentence."""
    return tuple(letter_sentence(reden) for reden in beeld.brief)


def _card(stap: int, beeld: TredeBeeld, om: Omgeving) -> Tredekaart:
    nu = beeld.nu
    return Tredekaart(
        trede=beeld.trede,
        stap=stap,
        naam=str(TREDEN[beeld.trede]),
        uitleg=str(UITLEG[beeld.trede]),
        merk=_mark(nu) if nu else Merk("rust", _("nog open")),
        nu=_line(nu, om) if nu else None,
        eerder=tuple(_line(een, om) for een in beeld.uitkomsten if not een.geldt),
        voorstellen=tuple(row(een, om) for een in beeld.voorstellen),
    )


def _mark(een: UitkomstBeeld) -> Merk:
    return Merk(_TEKEN.get(een.uitkomst, "rust"), str(TREDE_UITKOMSTEN[een.uitkomst]))


def _line(een: UitkomstBeeld, om: Omgeving) -> Uitkomstregel:
    chosen = om.beleid.voorzieningen.get(een.voorziening)
    return Uitkomstregel(
        id=een.id,
        datum=een.datum,
        merk=_mark(een),
        reden=een.reden,
        geprobeerd=een.geprobeerd,
        # A key that the policy of today no longer knows is better than nothing.
        voorziening=taal(chosen.naam) if chosen else een.voorziening,
    )
