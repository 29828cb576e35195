"""Dossiers with their assignment, hours asked and given, and projects: planned, done so far, expected."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from koers.domain.verdeling import share
from koers.policy import Beleid, Ontbreekt
from koers.policy.kinds.money import Capaciteitsvraag, Inzet, Kengetal
from koers.policy.kinds.organisation import Dossier, Opdracht, Project
from koers.presentation.beleid.delen import Omgeving, Tabel, Tabelrij, exact, rij, taal
from koers.presentation.beleid.rollen import party
from koers.presentation.beleid.woorden import INGEVULD
from koers.presentation.netwerk.verdeling import cents
from koers.presentation.opmaak import datum, euro, procent

WEKEN_PER_MAAND = Fraction(52, 12)
# The sheet of key figures in which a region writes how many hours a week each municipality gives.
INZETBLAD = "inzet-per-gemeente"
# The money came in 2019: what was spent by the end of 2021 went in so many years, and so many were left.
JAREN_TOT_2021, JAREN_DAARNA = 3, 2


def dossiers(om: Omgeving) -> Tabel:
    """Each dossier with priority, whose it is, linking pin and assignment; what no source tells says so."""
    return Tabel(
        (_("Dossier"), _("Prioriteit"), _("Van wie"), _("Linking pin"), _("Opdracht"), _("Aan tafel")),
        tuple(_dossier(een, om) for een in om.beleid.dossiers.values()),
        bijschrift=_("Dossiers met prioriteit, eigenaar, linking pin en opdracht"),
    )


def _dossier(een: Dossier, om: Omgeving) -> Tabelrij:
    prioriteit = taal(een.prioriteit) if isinstance(een.prioriteit, Ontbreekt) else str(een.prioriteit)
    pin = "–"
    if een.linking_pin:
        rol = om.beleid.rollen[een.linking_pin]
        nu = ", ".join(taal(houder.wie) for houder in rol.holders(om.today))
        pin = nu or _("%(rol)s: niemand") % {"rol": taal(rol.naam)}
    tafel = ", ".join(om.noem("gremia", id_).tekst for id_ in een.aan_tafel)
    return rij(
        taal(een.naam),
        prioriteit,
        party(een.houder, om).tekst if een.houder else _("niemand"),
        pin,
        assignment(een.opdracht),
        tafel or _("nergens, volgens de bron"),
        anker=een.id,
    )


def assignment(opdracht: Opdracht | None) -> str:
    """Result, end date, hours and money; that there is none, where no source gives one."""
    if opdracht is None:
        return _("geen opdracht in de bron")
    dag, uren, budget = opdracht.einddatum, opdracht.uren_per_week, opdracht.budget_euro
    delen = [
        taal(opdracht.resultaat),
        _("klaar op %(dag)s") % {"dag": taal(dag) if isinstance(dag, Ontbreekt) else datum(dag)},
        _("uren per week: %(uren)s") % {"uren": taal(uren) if isinstance(uren, Ontbreekt) else exact(uren)},
        _("geld: %(geld)s") % {"geld": taal(budget) if isinstance(budget, Ontbreekt) else euro(budget * 100)},
    ]
    return "; ".join(delen)


# --- hours asked and given --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Vraag:
    """Hours a week asked in the first months: all, filled, and open; `onbekend` requests name none."""

    gevraagd: Fraction
    ingevuld: Fraction
    onbekend: int

    @property
    def open(self) -> Fraction:
        return self.gevraagd - self.ingevuld


def asked(beleid: Beleid) -> Vraag:
    """What the requests add up to at the start, the lowest of every range, months counted as 52/12 weeks."""
    gevraagd, ingevuld, onbekend = Fraction(0), Fraction(0), 0
    for een in beleid.capaciteit.values():
        if isinstance(een.inzet, Ontbreekt):
            onbekend += 1
            continue
        uren = weekly(een.inzet[0])
        gevraagd += uren
        ingevuld += uren if een.ingevuld == "ingevuld" else 0
    return Vraag(gevraagd, ingevuld, onbekend)


def weekly(inzet: Inzet) -> Fraction:
    """Hours a week, at least."""
    uren = Fraction(inzet.uren)
    return uren if inzet.per == "week" else uren / WEKEN_PER_MAAND


def lead(om: Omgeving) -> str:
    """Asked beside given, in one sentence."""
    vraag = asked(om.beleid)
    return _(
        "In 2022 was er minstens %(minstens)s uur per week extra nodig; daarvan was %(ingevuld)s uur"
        " ingevuld. Er werd al %(regio)s uur voor de regio gewerkt en minstens %(envedder)s uur voor"
        " Envedder."
    ) % {
        "minstens": exact(int(vraag.gevraagd)),
        "ingevuld": _hours(vraag.ingevuld),
        "regio": exact(_figure(om, "coordinerende-gemeente-totaal").waarde),
        "envedder": exact(_figure(om, "envedder-uren").waarde),
    }


def _figure(om: Omgeving, id_: str, blad: str = "personele-inzet") -> Kengetal:
    return om.beleid.kengetallen[blad].getal(id_)


def _hours(uren: Fraction) -> str:
    return exact(round(Decimal(uren.numerator) / uren.denominator, 1))


def capacity(om: Omgeving) -> Tabel:
    """Each request with its hours a week and whether they are there, and the sums."""
    vraag = asked(om.beleid)
    return Tabel(
        (_("Taak"), _("Uren per week"), _("Stand")),
        (
            *(_request(een) for een in om.beleid.capaciteit.values()),
            rij(_("Samen gevraagd"), _hours(vraag.gevraagd), "", totaal=True),
            rij(_("Daarvan ingevuld"), _hours(vraag.ingevuld), "", totaal=True),
            rij(_("Nog open"), _hours(vraag.open), "", totaal=True),
        ),
        frozenset({1}),
        _("Gevraagde uren in 2022"),
    )


def _request(een: Capaciteitsvraag) -> Tabelrij:
    uren = taal(een.inzet) if isinstance(een.inzet, Ontbreekt) else _hours(weekly(een.inzet[0]))
    stand = taal(een.ingevuld) if isinstance(een.ingevuld, Ontbreekt) else str(INGEVULD[een.ingevuld][1])
    return rij(taal(een.taak), uren, stand, anker=f"vraag-{een.id}")


def given(om: Omgeving) -> Tabel:
    """The hours that were there, as the source gives them."""
    blad = om.beleid.kengetallen["personele-inzet"]
    return Tabel(
        (_("Wie"), _("Uren per week"), _("Bron")),
        tuple(
            rij(
                taal(een.naam),
                _("minstens %(uren)s") % {"uren": exact(een.waarde)}
                if een.exactheid == "minstens"
                else exact(een.waarde),
                om.bron(een.vindplaats),
            )
            for een in blad.getallen
            if een.eenheid == "uren_per_week"
        ),
        frozenset({1}),
        _("Uren die er waren"),
    )


def per_gemeente(
    gewichten: Mapping[str, Fraction], namen: Mapping[str, str], tarief_cent: int | None, om: Omgeving
) -> Tabel:
    """The hours asked by the key, whole minutes a week, and what a year of them would cost at the rate.

    What each municipality gave stands in a sheet that the region writes; where it does not, that is said.
    """
    blad = om.beleid.kengetallen.get(INZETBLAD)
    gegeven = {
        om.beleid.gebieden[een.gebied].code: _("%(uren)s uur") % {"uren": exact(een.waarde)}
        for een in (blad.getallen if blad else ())
        if een.gebied and een.eenheid == "uren_per_week"
    }
    minuten = round(asked(om.beleid).gevraagd * 60)
    jaar_cent = minuten * 52 * tarief_cent // 60 if tarief_cent else 0
    uren = {deel.gemeente: deel.bedrag_cent for deel in share(minuten, gewichten)}
    geld = {deel.gemeente: deel.bedrag_cent for deel in share(jaar_cent, gewichten)}
    samen = _("%(regio)s en minstens %(envedder)s uur samen") % {
        "regio": exact(_figure(om, "coordinerende-gemeente-totaal").waarde),
        "envedder": exact(_figure(om, "envedder-uren").waarde),
    }
    rijen = [
        rij(
            namen[code],
            _clock(uren[code]),
            gegeven.get(code, _("staat niet in de bron")),
            cents(geld[code]),
        )
        for code in sorted(uren, key=lambda code: namen[code])
    ]
    return Tabel(
        (_("Gemeente"), _("Gevraagd per week"), _("Gegeven"), _("Een jaar in geld")),
        (
            *rijen,
            rij(_("Samen"), _clock(minuten), samen, cents(jaar_cent), totaal=True),
        ),
        frozenset({1, 3}),
        _("Gevraagde uren per gemeente, naar de verdeelsleutel"),
    )


def _clock(minuten: int) -> str:
    """ "7 u 29": hours and minutes."""
    return _("%(uren)s u %(minuten)s") % {"uren": minuten // 60, "minuten": f"{minuten % 60:02}"}


# --- projects and the money of the programme ------------------------------------------------------


def projects(om: Omgeving) -> Tabel:
    """Each project: what was planned, how it stands, what is expected."""
    return Tabel(
        (_("Project"), _("Plan"), _("Nu"), _("Verwacht"), _("Opdracht")),
        tuple(_project(een, om) for een in om.beleid.projecten.values()),
        bijschrift=_("Projecten: plan, stand en verwachting"),
    )


def _project(een: Project, om: Omgeving) -> Tabelrij:
    uren = _("%(uren)s uur per week") % {"uren": exact(een.uren_per_week)} if een.uren_per_week else ""
    klaar = _("klaar op %(dag)s") % {"dag": datum(een.doel_gereed)} if een.doel_gereed else ""
    te_laat = ""
    if een.stand and een.doel_gereed and een.doel_gereed < een.stand.peil.vanaf:
        te_laat = _("De dag van het plan was toen voorbij.")
    stand = f"{taal(een.stand.tekst)} ({taal(een.stand.peil)})" if een.stand else ""
    geld = een.geld
    return rij(
        taal(een.naam),
        _said(klaar, uren, _money(geld.begroot_euro) if geld else ""),
        _said(stand, te_laat, _money(geld.uitgegeven_euro) if geld else ""),
        _said(taal(een.afronding), _money(geld.verwacht_euro) if geld else ""),
        assignment(een.opdracht),
        anker=een.id,
    )


def _said(*delen: str) -> str:
    """What there is to say, else that no source tells."""
    return "; ".join(deel for deel in delen if deel) or _("staat niet in de bron")


def _money(bedrag: int | Ontbreekt) -> str:
    return _("geld: %(geld)s") % {
        "geld": taal(bedrag) if isinstance(bedrag, Ontbreekt) else euro(bedrag * 100)
    }


def programme(om: Omgeving) -> tuple[str, Tabel]:
    """The money of Envedder: planned, spent, and where the pace so far would end. Sentence and table."""
    totaal = _figure(om, "transformatiefonds-totaal", "jeugdhulpregio-financien").bedrag_cent
    besteed = _figure(om, "besteed-tot-en-met-2021", "jeugdhulpregio-financien")
    hoogstens = int(totaal * besteed.waarde / 100)
    tempo = hoogstens // JAREN_TOT_2021
    eind_2023 = min(totaal, hoogstens + JAREN_DAARNA * tempo)
    zin = _(
        "Van de %(totaal)s was eind 2021 hoogstens %(deel)s uitgegeven. In het tempo van 2019 tot en met 2021"
        " komt daar tot eind 2023 hoogstens %(erbij)s bij; dan blijft er minstens %(over)s over."
    ) % {
        "totaal": euro(totaal),
        "deel": procent(besteed.waarde, 0),
        "erbij": cents(eind_2023 - hoogstens),
        "over": cents(totaal - eind_2023),
    }
    jaren = [
        _figure(om, f"transformatiefonds-{jaar}", "jeugdhulpregio-financien") for jaar in (2018, 2019, 2020)
    ]
    tabel = Tabel(
        (_("Wat"), _("Bedrag"), _("Hoe het aan dit getal komt")),
        (
            *(rij(taal(een.naam), euro(een.bedrag_cent), om.bron(een.vindplaats)) for een in jaren),
            rij(_("Plan samen"), euro(totaal), _("de som van de drie jaren"), totaal=True),
            rij(
                _("Uitgegeven tot en met 2021"),
                _("hoogstens %(bedrag)s") % {"bedrag": cents(hoogstens)},
                _("volgens de bron; per project is er geen begroting"),
            ),
            rij(
                _("Verwacht eind 2023, volgens de regio"),
                euro(totaal),
                _("de bron: de rest gaat op in 2022 en 2023"),
            ),
            rij(
                _("Verwacht eind 2023, in het tempo tot nu toe"),
                _("hoogstens %(bedrag)s") % {"bedrag": cents(eind_2023)},
                _("berekend: elk jaar een derde van wat in 2019, 2020 en 2021 opging"),
            ),
        ),
        frozenset({1}),
        _("Het geld van Envedder: plan, uitgaven en verwachting"),
    )
    return zin, tabel
