"""Who fills which role, what the register of mandates says, and the short words of the region."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from koers.policy import Ontbreekt
from koers.policy.kinds.documents import Afkorting
from koers.policy.kinds.money import Uurtarief
from koers.policy.kinds.organisation import Houder, Mandaat, Partij, Rol, Taak
from koers.policy.kinds.plan import Plankader
from koers.presentation.beleid.delen import (
    Groep,
    Merk,
    Omgeving,
    Onderdeel,
    Tabel,
    Tabelrij,
    Woord,
    in_euro,
    links,
    rij,
    taal,
    veld,
    velden,
    vragen,
)
from koers.presentation.beleid.woorden import MANDAATSOORTEN


def rollen(om: Omgeving) -> tuple[Groep, ...]:
    """The roles, each with who holds it now and who did before."""
    return (Groep("", tuple(_rol(een, om) for een in om.beleid.rollen.values())),)


def _rol(een: Rol, om: Omgeving) -> Onderdeel:
    nu = een.holders(om.today)
    eerder = tuple(houder for houder in een.houders if houder not in nu)
    merk = () if nu else (Merk("let-op", _("niemand")),)
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.wat),
        merken=merk,
        velden=velden(
            veld(_("Wie"), *(holder_words(houder) for houder in nu)),
            veld(_("Eerder"), *(holder_words(houder) for houder in eerder)),
            links(_("Zit in"), om.noemen("gremia", [een.gremium] if een.gremium else [])),
            links(_("Verbindt"), om.noemen("gremia", een.verbindt)),
        ),
        afkomst=om.afkomst(een.herkomst),
    )


def holder_words(houder: Houder) -> str:
    """ "De wethouder van Emmen (2020 tot en met maart 2022)"."""
    wie = taal(houder.wie)
    if houder.vanaf and houder.tot:
        return _("%(wie)s (%(vanaf)s tot en met %(tot)s)") % {
            "wie": wie,
            "vanaf": taal(houder.vanaf),
            "tot": taal(houder.tot),
        }
    if houder.tot:
        return _("%(wie)s (tot en met %(tot)s)") % {"wie": wie, "tot": taal(houder.tot)}
    if houder.vanaf:
        return _("%(wie)s (vanaf %(vanaf)s)") % {"wie": wie, "vanaf": taal(houder.vanaf)}
    return wie


def party(partij: Partij, om: Omgeving) -> Woord:
    """A body or role by its name, leading to its place."""
    return om.noem(*partij.sleutel)


def mandaten(om: Omgeving) -> tuple[Groep, ...]:
    """The register of mandates, as one table."""
    tabel = Tabel(
        (_("Taak"), _("Wie"), _("Wat mag"), _("Wat"), _("Sinds"), _("Bron")),
        tuple(_mandaat(een, om) for een in om.beleid.mandaten.values()),
        bijschrift=_("Het mandaatregister"),
    )
    return (Groep("", (Onderdeel("register", _("Het mandaatregister"), tabel=tabel),)),)


def _mandaat(een: Mandaat, om: Omgeving) -> Tabelrij:
    return rij(
        task_name(een.taak, om),
        party(een.wie, om),
        str(MANDAATSOORTEN[een.soort]),
        taal(een.wat),
        since(een),
        om.bron(een.vindplaats),
        anker=een.id,
    )


def since(een: Mandaat) -> str:
    """From when until when, as far as the source tells."""
    if een.vanaf and een.tot:
        return _("%(vanaf)s tot en met %(tot)s") % {"vanaf": taal(een.vanaf), "tot": taal(een.tot)}
    if een.tot:
        return _("tot en met %(tot)s") % {"tot": taal(een.tot)}
    return taal(een.vanaf) or _("de bron noemt geen begin")


def task_name(taak: str, om: Omgeving) -> str:
    """A task by its name, whichever division of tasks it stands in."""
    return next(taal(een.naam) for een in tasks(om) if een.id == taak)


def tasks(om: Omgeving) -> Iterator[Taak]:
    """Every task of every division."""
    for verdeling in om.beleid.taakverdelingen.values():
        for deel in verdeling.schalen:
            yield from deel.taken


def uurtarieven(om: Omgeving) -> tuple[Groep, ...]:
    """The agreed rates, each with its history."""
    return (Groep("", tuple(_tarief(een, om) for een in om.beleid.uurtarieven.values())),)


def _tarief(een: Uurtarief, om: Omgeving) -> Onderdeel:
    rijen = [
        rij(
            _("begin staat niet in de bron") if isinstance(v.vanaf, Ontbreekt) else taal(v.vanaf),
            in_euro(v.euro_per_uur),
            om.bron(v.vindplaats),
        )
        for v in een.versies
    ]
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.waarvoor),
        vragen=vragen(een.open_vragen),
        tabel=Tabel(
            (_("Vanaf"), _("Per uur"), _("Bron")),
            tuple(rijen),
            frozenset({1}),
            _("Het tarief door de tijd"),
        ),
        afkomst=om.afkomst(een.herkomst),
    )


def afkortingen(om: Omgeving) -> tuple[Groep, ...]:
    """The short words, as one table."""
    tabel = Tabel(
        (_("Afkorting"), _("Betekent")),
        tuple(_afkorting(een) for een in om.beleid.afkortingen.values()),
        bijschrift=_("Afkortingen"),
    )
    return (Groep("", (Onderdeel("alle", _("Afkortingen"), tabel=tabel),)),)


def _afkorting(een: Afkorting) -> Tabelrij:
    return rij(een.afkorting, ", ".join(een.betekent), anker=een.id)


def plankaders(om: Omgeving) -> tuple[Groep, ...]:
    """Per list its points with the question that goes with each."""
    return (Groep("", tuple(_plankader(een) for een in om.beleid.plankaders.values())),)


def _plankader(een: Plankader) -> Onderdeel:
    tabel = Tabel(
        (_("Punt"), _("Vraag")),
        tuple(rij(taal(punt.naam), taal(punt.vraag)) for punt in een.punten),
        bijschrift=taal(een.naam),
    )
    return Onderdeel(een.id, taal(een.naam), taal(een.toelichting), tabel=tabel)
