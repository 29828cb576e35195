"""Which kinds of policy there are pages of, and what is in force: files, owners, dates to look again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.policy import Beleid, Bestand
from koers.presentation import voorzieningen
from koers.presentation.beleid import (
    besluiten,
    codes,
    contracten,
    escalaties,
    geld,
    koers,
    leveringen,
    netwerk,
    oordelen,
    rapportages,
    rollen,
    themas,
)
from koers.presentation.beleid.delen import Afkomst, Groep, Omgeving
from koers.presentation.beleid.scenariokeuze import scenariotaken
from koers.presentation.beleid.woorden import INDELING, SOORTEN
from koers.presentation.opmaak import datum, getal

BLADEN: dict[str, Callable[[Omgeving], tuple[Groep, ...]]] = {
    "principes": koers.principes,
    "pijlers": koers.pijlers,
    "opgaven": koers.opgaven,
    "risicos": koers.risicos,
    "normen": koers.normen,
    "verordening": besluiten.verordening,
    "besluitmandaten": besluiten.besluitmandaten,
    "acceptatieplicht": contracten.acceptatieplicht,
    "inkoopvoorwaarden": contracten.inkoopvoorwaarden,
    "codelijsten": codes.codelijsten,
    "interventieniveaus": codes.interventieniveaus,
    "voorzieningen": voorzieningen.voorzieningen,
    "verdeelsleutels": geld.verdeelsleutels,
    "uurtarieven": rollen.uurtarieven,
    "spuk": geld.spuk,
    "kengetallen": geld.kengetallen,
    "schalen": netwerk.schalen,
    "gremia": netwerk.gremia,
    "verbindingen": netwerk.verbindingen,
    "rollen": rollen.rollen,
    "mandaten": rollen.mandaten,
    "taakverdelingen": netwerk.taakverdelingen,
    "projecten": netwerk.projecten,
    "dossiers": netwerk.dossiers,
    "capaciteit": netwerk.capaciteit,
    "plankaders": rollen.plankaders,
    "scenarios": netwerk.scenarios,
    "scenariokader": netwerk.scenariokader,
    "scenariotaken": scenariotaken,
    "wiel": netwerk.wiel,
    "leveringen": leveringen.leveringen,
    "themas": themas.themas,
    "rapportages": rapportages.rapportages,
    "escalaties": escalaties.escalaties,
    "oordelen": oordelen.oordelen,
    "tijdlijn": netwerk.tijdlijn,
    "aannames": koers.aannames,
    "bronnen": koers.bronnen,
    "eigenaren": koers.eigenaren,
    "gebieden": koers.gebieden,
    "afkortingen": rollen.afkortingen,
}


@dataclass(frozen=True, slots=True)
class Soortregel:
    """One kind on the first page. `eerst`: the first day on which a file must be looked at again."""

    naam: str
    wat: str
    adres: str
    aantal: str
    eigenaren: str
    eerst: str
    verlopen: int
    eigen: int


@dataclass(frozen=True, slots=True)
class Deel:
    titel: str
    regels: tuple[Soortregel, ...]


@dataclass(frozen=True, slots=True)
class Bestandsregel:
    """One file: what it is about comes from its path."""

    pad: str
    afkomst: Afkomst


def overview(om: Omgeving, soort_adres: Callable[[str], str]) -> tuple[Deel, ...]:
    """The kinds of policy, as they stand together."""
    return tuple(
        Deel(str(titel), tuple(_kind(soort, om, soort_adres(soort)) for soort in soorten))
        for titel, soorten in INDELING
    )


def _kind(soort: str, om: Omgeving, adres: str) -> Soortregel:
    bestanden = files_of(om.beleid, soort)
    eigenaren = {om.afkomst(bestand.herkomst).eigenaar for bestand in bestanden}
    return Soortregel(
        str(SOORTEN[soort].naam),
        str(SOORTEN[soort].wat),
        adres,
        getal(len(om.beleid.van_soort(soort))),
        ", ".join(sorted(eigenaren)),
        datum(min(bestand.herkomst.herzien_voor for bestand in bestanden)),
        sum(bestand.herkomst.herzien_voor < om.today for bestand in bestanden),
        sum(bestand.herkomst.eigen_beleid for bestand in bestanden),
    )


def files_of(beleid: Beleid, soort: str) -> list[Bestand]:
    """The files of one kind."""
    return [bestand for bestand in beleid.bestanden if bestand.soort == soort]


def file_lines(om: Omgeving, soort: str) -> tuple[Bestandsregel, ...]:
    """The files of one kind, with where each comes from."""
    return tuple(Bestandsregel(een.pad, om.afkomst(een.herkomst)) for een in files_of(om.beleid, soort))


def lead(beleid: Beleid, today: date) -> str:
    """How much policy is in force, whose it is, and what must be looked at again."""
    bestanden = beleid.bestanden
    eigen = sum(bestand.herkomst.eigen_beleid for bestand in bestanden)
    verlopen = sum(bestand.herkomst.herzien_voor < today for bestand in bestanden)
    zin = _(
        "Koers werkt hier met %(aantal)s bestanden met beleid, elk met bron, eigenaar "
        "en een dag om het na te kijken."
    ) % {"aantal": getal(len(bestanden))}
    delen = [zin]
    if eigen:
        delen.append(
            ngettext(
                "Daarvan is %(eigen)s van de gemeente zelf.",
                "Daarvan zijn er %(eigen)s van de gemeente zelf.",
                eigen,
            )
            % {"eigen": getal(eigen)}
        )
    if verlopen:
        delen.append(
            ngettext(
                "Van %(verlopen)s bestand is die dag voorbij.",
                "Van %(verlopen)s bestanden is die dag voorbij.",
                verlopen,
            )
            % {"verlopen": getal(verlopen)}
        )
    else:
        delen.append(_("Van geen enkel bestand is die dag voorbij."))
    return " ".join(delen)
