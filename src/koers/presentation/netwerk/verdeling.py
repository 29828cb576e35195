"""A shared amount in sentences, rows, bars and invoices; hours into money at an agreed rate."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from koers.actions.netwerk.verdelen import Keuze, Sleutel, Verdeling
from koers.domain.verdeling import hours_to_cents, share
from koers.domain.weigering import Refused
from koers.policy import Beleid
from koers.policy.kinds.money import Uurtarief
from koers.presentation.beelden.staven import Staaf, staven
from koers.presentation.beleid.delen import Tabel, exact, exact_procent, rij, taal
from koers.presentation.opmaak import HARDE_SPATIE, MIN, datum, euro, getal, procent
from koers.presentation.zinnen import sentence

NAMEN = {
    "jeugd": gettext_lazy("Naar jeugdigen (0 tot en met 18 jaar)"),
    "gebruik": gettext_lazy("Naar jeugdigen met jeugdzorg"),
    "uitgaven": gettext_lazy("Naar uitgaven aan jeugdhulp"),
    "mix": gettext_lazy("Een mengsel van sleutels"),
}
WIJZEN = {
    "jeugd_0_18": gettext_lazy("het aantal jeugdigen van 0 tot en met 18 jaar"),
    "jongeren_met_jeugdzorg": gettext_lazy("het aantal jongeren met jeugdzorg in natura"),
    "jeugdzorg_in_natura": gettext_lazy(
        "het aandeel jongeren met jeugdzorg (tot 23 jaar), maal het aantal jeugdigen van 0 tot en met 18"
        " jaar: een benadering, want de leeftijden verschillen"
    ),
    "uitgaven": gettext_lazy("wat elke gemeente aan jeugdhulp uitgeeft"),
    "mix": gettext_lazy("de gekozen sleutels, elk naar zijn gewicht"),
}


def cents(bedrag_cent: int, *, teken: bool = False) -> str:
    """An amount with both figures of its cents, so that a column lines up; `teken`: also a plus."""
    voor = MIN if bedrag_cent < 0 else "+" if teken and bedrag_cent > 0 else ""
    spatie = "" if get_language() == "en" else HARDE_SPATIE
    return f"{voor}€{spatie}{getal(Decimal(abs(bedrag_cent)) / 100, 2)}"


def key_name(sleutel: Sleutel) -> str:
    """A key as people call it."""
    return taal(sleutel.afspraak.naam) if sleutel.afspraak else str(NAMEN[sleutel.naam])


def key_sentence(verdeling: Verdeling) -> str:
    """What was shared, by which key, and what that key is."""
    sleutel = verdeling.sleutel
    woorden = {
        "bedrag": cents(verdeling.bedrag_cent),
        "aantal": len(verdeling.delen),
        "sleutel": key_name(sleutel),
        "datum": datum(verdeling.datum),
    }
    zin = _("%(bedrag)s over %(aantal)s gemeenten: %(sleutel)s, op %(datum)s.") % woorden
    if sleutel.afspraak:
        delen = [zin, taal(sleutel.afspraak.grondslag)]
        if sleutel.geldt_tot:
            delen.append(_("Sinds %(dag)s geldt een andere sleutel.") % {"dag": datum(sleutel.geldt_tot)})
        return " ".join(delen)
    jaar = _(" (%(jaar)s)") % {"jaar": sleutel.jaar} if sleutel.jaar else ""
    uitleg = _("Dit is geen afspraak, maar om te vergelijken: %(wijze)s%(jaar)s.") % {
        "wijze": WIJZEN[sleutel.wijze],
        "jaar": jaar,
    }
    bron = _("Bron: %(bron)s.") % {"bron": sleutel.bron} if sleutel.bron else ""
    return " ".join(deel for deel in (zin, uitleg, bron) if deel)


def total_sentence(verdeling: Verdeling) -> str:
    """Why the shares of an agreed key may not add up to a hundred; empty when they do."""
    afspraak = verdeling.sleutel.afspraak
    if afspraak is None or afspraak.telt_op_tot == 100:
        return ""
    return taal(afspraak.uitleg_telt_op_tot)


def shares(verdeling: Verdeling) -> Tabel:
    """Per municipality: its share, its amount, and the difference with the agreed key."""
    sleutel = verdeling.sleutel
    return Tabel(
        (_("Gemeente"), _("Aandeel"), _("Bedrag"), _("Naast de afspraak")),
        (
            *(
                rij(
                    verdeling.namen[deel.gemeente],
                    _percentage(sleutel, sleutel.procenten[deel.gemeente]),
                    cents(deel.bedrag_cent),
                    _difference(verdeling, deel.gemeente, deel.bedrag_cent),
                )
                for deel in verdeling.delen
            ),
            rij(
                _("Samen"),
                exact_procent(sleutel.telt_op_tot),
                cents(verdeling.bedrag_cent),
                _("gelijk"),
                totaal=True,
            ),
        ),
        frozenset({1, 2, 3}),
        _("Wat elke gemeente betaalt"),
    )


def _percentage(sleutel: Sleutel, waarde: Decimal) -> str:
    return procent(waarde, 1 if sleutel.afspraak else 2)


def _difference(verdeling: Verdeling, gemeente: str, bedrag_cent: int) -> str:
    verschil = bedrag_cent - verdeling.volgens_afspraak.get(gemeente, bedrag_cent)
    return cents(verschil, teken=True) if verschil else _("gelijk")


def bars(verdeling: Verdeling) -> SafeString:
    """The shares as bars, in the order of the table."""
    procenten = verdeling.sleutel.procenten
    return staven(
        id="staven-verdeling",
        titel=_("Aandeel van elke gemeente: %(sleutel)s") % {"sleutel": key_name(verdeling.sleutel)},
        omschrijving=_("Liggende staven vanaf nul, in de volgorde van de tabel. De tabel geeft de bedragen."),
        rijen=[
            Staaf(
                verdeling.namen[deel.gemeente],
                float(procenten[deel.gemeente]),
                _percentage(verdeling.sleutel, procenten[deel.gemeente]),
            )
            for deel in verdeling.delen
        ],
    )


def invoices(verdeling: Verdeling) -> Tabel:
    """The invoices of a year in quarters, with the sum of each and of all."""
    perioden = range(len(next(iter(verdeling.facturen.values()))))
    som = [sum(rij_[plek] for rij_ in verdeling.facturen.values()) for plek in perioden]
    koppen = [_("Kwartaal %(nummer)s") % {"nummer": plek + 1} for plek in perioden]
    return Tabel(
        (_("Gemeente"), *koppen, _("Heel jaar")),
        (
            *(
                rij(
                    verdeling.namen[deel.gemeente],
                    *(cents(bedrag) for bedrag in verdeling.facturen[deel.gemeente]),
                    cents(deel.bedrag_cent),
                )
                for deel in verdeling.delen
            ),
            rij(_("Samen"), *(cents(bedrag) for bedrag in som), cents(verdeling.bedrag_cent), totaal=True),
        ),
        frozenset(range(1, len(koppen) + 2)),
        _("Facturen per kwartaal"),
    )


@dataclass(frozen=True, slots=True)
class Sleutelregel:
    """A key to choose: its name, words, and why it cannot be chosen now (empty when it can)."""

    naam: str
    woorden: str
    waarom_niet: str


def keys(keuzes: tuple[Keuze, ...], beleid: Beleid) -> tuple[Sleutelregel, ...]:
    """Every key with its words, and the mix last."""
    return (
        *(
            Sleutelregel(
                keuze.naam,
                taal(beleid.verdeelsleutels[keuze.naam].naam)
                if keuze.naam in beleid.verdeelsleutels
                else str(NAMEN[keuze.naam]),
                sentence(keuze.waarom_niet) if keuze.waarom_niet else "",
            )
            for keuze in keuzes
        ),
        Sleutelregel("mix", str(NAMEN["mix"]), ""),
    )


def compared(verdeling: Verdeling, keuzes: tuple[Keuze, ...]) -> Tabel:
    """The same amount by every key that can be used on that day, side by side; no key is the right one."""
    sleutels = [keuze.sleutel for keuze in keuzes if keuze.sleutel]
    per_sleutel = [
        {deel.gemeente: deel.bedrag_cent for deel in share(verdeling.bedrag_cent, een.gewichten)}
        for een in sleutels
    ]
    return Tabel(
        (_("Gemeente"), *(key_name(een) for een in sleutels)),
        (
            *(
                rij(verdeling.namen[deel.gemeente], *(cents(een[deel.gemeente]) for een in per_sleutel))
                for deel in verdeling.delen
            ),
            rij(_("Samen"), *(cents(sum(een.values())) for een in per_sleutel), totaal=True),
        ),
        frozenset(range(1, len(sleutels) + 1)),
        _("Hetzelfde bedrag naar elke sleutel"),
    )


def agreements(beleid: Beleid) -> Tabel:
    """The agreed keys with the day from which each holds: old ones stay, for old dates."""
    return Tabel(
        (_("Geldt vanaf"), _("Sleutel"), _("Telt op tot"), _("Bron")),
        tuple(
            rij(
                taal(een.geldt_vanaf),
                taal(een.naam),
                exact_procent(een.telt_op_tot),
                beleid.noem_bron(een.herkomst.bron[0], get_language() or "nl"),
            )
            for een in sorted(beleid.verdeelsleutels.values(), key=lambda een: een.geldt_vanaf.vanaf)
        ),
        frozenset({2}),
        _("Afgesproken sleutels door de tijd"),
    )


@dataclass(frozen=True, slots=True)
class Uren:
    """Hours at an agreed rate: the amount, the sentence, and what it holds for."""

    bedrag_cent: int
    zin: str
    voorbehoud: str


def hours(minuten: int, tarief: Uurtarief, dag: date) -> Uren:
    """What these hours cost on that day. Refused: tarief_geldt_nog_niet."""
    versie = tarief.on(dag)
    if versie is None:
        raise Refused("tarief_geldt_nog_niet", datum=dag.isoformat())
    bedrag = hours_to_cents(minuten, versie.cent_per_uur)
    zin = _("%(uren)s uur tegen %(tarief)s per uur is %(bedrag)s.") % {
        "uren": exact(Decimal(minuten) / 60),
        "tarief": euro(versie.cent_per_uur),
        "bedrag": cents(bedrag),
    }
    return Uren(bedrag, zin, taal(tarief.waarvoor))
