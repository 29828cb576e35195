"""Minutes in words, for the page and for the document: frozen values in, sentences out."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from koers.domain.vergadering import Mandaatblik
from koers.presentation.beschikking import Briefbeeld, Deel
from koers.presentation.netwerk.vergaderingen import mandate_sentences, said
from koers.presentation.opmaak import datum
from koers.presentation.woorden import TOESTANDEN
from koers.presentation.woorden_vergadering import KEUZES, STEMMEN, VRAGEN


def compose(inhoud: dict[str, Any], taal: str, *, gremium: str, sha256: str = "") -> Briefbeeld:
    """The minutes in words, as one document. `gremium`: id of the body. Without `sha256` it is a draft."""
    with override(taal):
        body = said(inhoud["gremium"])
        regels = [
            (_("Datum"), _day(inhoud["datum"])),
            *([(_("Plaats"), inhoud["plaats"])] if inhoud["plaats"] else []),
            (_("Gemeenten"), ", ".join(inhoud["gemeenten"])),
            (_("Aanwezig"), inhoud["aanwezig"]),
            (_("Verslag van"), inhoud["schreef"]),
        ]
        return Briefbeeld(
            taal=taal,
            titel=_("Verslag van %(overleg)s, %(dag)s") % {"overleg": body, "dag": _day(inhoud["datum"])},
            afzender=body,
            aan=(),
            regels=tuple(regels),
            aanhef="",
            delen=tuple(_item(punt, gremium) for punt in inhoud["punten"]),
            slot=_signed(inhoud, sha256),
        )


def _signed(inhoud: dict[str, Any], sha256: str) -> tuple[str, ...]:
    if not sha256:
        return (_("Dit verslag is nog niet vastgesteld."),)
    words = {"dag": _day(inhoud["vastgesteld"]), "naam": inhoud["vastgesteld_door"], "code": sha256}
    return (
        _("Vastgesteld op %(dag)s door %(naam)s.") % words,
        _("Controlegetal (SHA-256): %(code)s") % words,
    )


def _item(punt: dict[str, Any], gremium: str) -> Deel:
    kop = f"{punt['volgorde']}. {punt['titel']} ({VRAGEN[punt['vraag']]})"
    alineas = [punt["gezegd"]] if punt["gezegd"] else []
    besluit = punt["besluit"]
    if besluit is None:
        stand = str(TOESTANDEN[punt["stand"]]).capitalize()
        alineas.append(f"{stand}. {punt['reden']}".strip())
    else:
        alineas += _decided(besluit, gremium)
    punten = [
        _("Standpunt van %(gemeente)s: %(keuze)s. %(tekst)s")
        % {"gemeente": gemeente, "keuze": KEUZES[keuze], "tekst": tekst}
        for gemeente, keuze, tekst in punt["standpunten"]
    ]
    punten += [_action(*actie) for actie in (besluit["acties"] if besluit else ())]
    return Deel(kop, tuple(alineas), tuple(punten))


def _decided(besluit: dict[str, Any], gremium: str) -> list[str]:
    lines = [_("Besluit: %(tekst)s") % {"tekst": besluit["tekst"]}]
    if besluit["zonder_voorbereiding"]:
        lines.append(
            _("Zonder annotatie vooraf, omdat: %(reden)s") % {"reden": besluit["zonder_voorbereiding"]}
        )
    lines.append(_("Dit bindt: %(gemeenten)s.") % {"gemeenten": ", ".join(besluit["gebonden"])})
    for stem, woord in STEMMEN.items():
        wie = [gemeente for gemeente, gestemd in besluit["stemmen"] if gestemd == stem]
        if wie:
            lines.append(f"{str(woord).capitalize()}: {', '.join(wie)}.")
    return [*lines, *mandate_sentences(Mandaatblik.thawed(besluit["mandaat"]), gremium)]


def _action(wat: str, wie: str, gemeente: str, uiterlijk: str) -> str:
    words = {"wat": wat, "wie": wie, "gemeente": gemeente or _("de regio"), "dag": _day(uiterlijk)}
    return _("Actie: %(wat)s Wie: %(wie)s (%(gemeente)s), uiterlijk %(dag)s.") % words


def _day(iso: str) -> str:
    return datum(date.fromisoformat(iso))
