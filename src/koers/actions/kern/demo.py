"""The people of the demo: one for every role, invented, and only where the demo runs."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password

from koers.actions.handeling import act
from koers.actions.kern.aanmelden import actor_for
from koers.actions.kern.medewerkers import make_organisatie
from koers.domain.actor import Actor
from koers.domain.rollen import TOEGANG, Rol
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Aanstelling, Beroepsregistratie, Gemeente, Medewerker, Organisatie

WACHTWOORD = "welkom-in-drenthe"
MIDDEN_DRENTHE, ASSEN = "GM1731", "GM0106"
_TEAM = ("Team Jeugd {gemeente}", "gemeente")
_GEMEENTE = ("Gemeente {gemeente}", "gemeente")
_REGIO = ("Jeugdhulpregio Drenthe", "regio")


@dataclass(frozen=True, slots=True)
class Demopersoon:
    """Somebody of the demo: log-in name, name, role, and the organisation (name, kind) they work at."""

    gebruikersnaam: str
    naam: str
    rol: Rol
    organisatie: tuple[str, str]
    gemeente: str = MIDDEN_DRENTHE
    regio: bool = False


DEMOPERSONEN = (
    Demopersoon("jeugdconsulent", "Annet Wiersema", Rol.JEUGDCONSULENT, _TEAM),
    Demopersoon("gedragswetenschapper", "Ruben Dijkhuis", Rol.GEDRAGSWETENSCHAPPER, _TEAM),
    Demopersoon(
        "poh", "Samira el Idrissi", Rol.POH_JEUGD, ("Huisartsen de Lichte Kamer", "huisartspraktijk")
    ),
    Demopersoon("jongerenwerker", "Joost Mulder", Rol.JONGERENWERKER, ("Welzijn Middenveld", "welzijn")),
    Demopersoon("gezinscoach", "Hilda Oosting", Rol.GEZINSCOACH, ("Welzijn Middenveld", "welzijn")),
    Demopersoon(
        "jeugdverpleegkundige", "Karin Lanting", Rol.JEUGDVERPLEEGKUNDIGE, ("GGD Noordenveen", "ggd")
    ),
    Demopersoon("school", "Marcel Hidding", Rol.SCHOOL, ("Basisschool de Veenpluis", "school")),
    Demopersoon("kinderopvang", "Yara Bouman", Rol.KINDEROPVANG, ("Kinderopvang Stippelmus", "kinderopvang")),
    Demopersoon("huisarts", "Els Prins", Rol.HUISARTS, ("Huisartsen de Lichte Kamer", "huisartspraktijk")),
    Demopersoon("jeugdarts", "Pieter Kremer", Rol.JEUGDARTS, ("GGD Noordenveen", "ggd")),
    Demopersoon("specialist", "Farah Demir", Rol.MEDISCH_SPECIALIST, ("Ziekenhuis Hondsrug", "overig")),
    Demopersoon(
        "gi",
        "Tom Beuving",
        Rol.GECERTIFICEERDE_INSTELLING,
        ("Jeugdbescherming Veldzicht", "gecertificeerde_instelling"),
    ),
    Demopersoon(
        "aanbieder", "Nora Smit", Rol.AANBIEDER, ("Stichting Kompasveld Jeugd", "aanbieder"), regio=True
    ),
    Demopersoon("experttafel", "Wout Eising", Rol.EXPERTTAFEL, _REGIO, regio=True),
    Demopersoon("zorgmakelaar", "Ineke Vedder", Rol.ZORGMAKELAAR, _REGIO, regio=True),
    Demopersoon("contractmanager", "Hanneke Bruins", Rol.CONTRACTMANAGER, _REGIO, regio=True),
    Demopersoon("procesbegeleider", "Bas Okken", Rol.PROCESBEGELEIDER, _REGIO, regio=True),
    Demopersoon("beleidsadviseur", "Mirjam Postma", Rol.BELEIDSADVISEUR, _GEMEENTE),
    Demopersoon("controller", "Gert Jan Zijlstra", Rol.CONTROLLER, _GEMEENTE),
    Demopersoon("regiomanager", "Lieke Wanders", Rol.REGIOMANAGER, _REGIO, regio=True),
    Demopersoon("stuurgroep", "Henk Boerema", Rol.STUURGROEPLID, _GEMEENTE),
    Demopersoon("wethouder", "Aaltje Meijer", Rol.WETHOUDER, _GEMEENTE),
    Demopersoon("wethouder.assen", "Jelle Roelfsema", Rol.WETHOUDER, _GEMEENTE, ASSEN),
    Demopersoon("raadslid", "Dirk ten Hoor", Rol.RAADSLID, _GEMEENTE),
    Demopersoon("beheerder", "Sanne Kuiper", Rol.FUNCTIONEEL_BEHEERDER, _GEMEENTE),
    Demopersoon("privacy", "Omar van Loon", Rol.PRIVACY_OFFICER, _GEMEENTE),
    Demopersoon("jeugdconsulent.assen", "Femke Haandrikman", Rol.JEUGDCONSULENT, _TEAM, ASSEN),
    Demopersoon("beheerder.assen", "Niels Sikkenga", Rol.FUNCTIONEEL_BEHEERDER, _GEMEENTE, ASSEN),
    Demopersoon("privacy.assen", "Ilse Wijbenga", Rol.PRIVACY_OFFICER, _GEMEENTE, ASSEN),
)
# One person with two roles, to try the switch between them.
TWEEDE_ROL = ("beleidsadviseur", Rol.STUURGROEPLID)


def create_demo(*, by: Actor, demo: bool) -> int:
    """Makes the twelve municipalities and the people of the demo; who is there already stays. How many.

    Refused: demo_staat_uit.
    """
    if not demo:
        raise Refused("demo_staat_uit")
    with act("create_demo", by=by) as spoor:
        gemeenten = _gemeenten()
        # Made once: a hash is slow on purpose, and this password is on the sign-in page.
        wachtwoord = make_password(WACHTWOORD)
        made = sum(_create(persoon, gemeenten, wachtwoord) for persoon in DEMOPERSONEN)
        spoor.note(accounts=made)
        return made


def _gemeenten() -> dict[str, Gemeente]:
    return {
        gebied.code: Gemeente.objects.get_or_create(code=gebied.code, defaults={"naam": gebied.naam.nl})[0]
        for gebied in beleid().gebieden.values()
        if gebied.eigen_omgeving and gebied.code
    }


def _create(persoon: Demopersoon, gemeenten: dict[str, Gemeente], wachtwoord: str) -> bool:
    if Medewerker.objects.filter(gebruikersnaam=persoon.gebruikersnaam).exists():
        return False
    where = list(gemeenten.values()) if persoon.regio else [gemeenten[persoon.gemeente]]
    naam, soort = persoon.organisatie
    organisatie = make_organisatie(naam.format(gemeente=gemeenten[persoon.gemeente].naam), soort, where)
    medewerker = Medewerker(
        gebruikersnaam=persoon.gebruikersnaam, naam=persoon.naam, demo=True, password=wachtwoord
    )
    medewerker.save()
    _give(medewerker, organisatie, persoon.rol, where)
    if persoon.rol in TOEGANG:
        # An invented number, so that the people of the demo can decide.
        Beroepsregistratie.objects.create(
            medewerker=medewerker, register="SKJ", nummer="999999999", begindatum=date(2024, 1, 1)
        )
    if persoon.gebruikersnaam == TWEEDE_ROL[0]:
        _give(medewerker, organisatie, TWEEDE_ROL[1], where)
    return True


def _give(medewerker: Medewerker, organisatie: Organisatie, rol: Rol, gemeenten: list[Gemeente]) -> None:
    aanstelling = Aanstelling.objects.create(
        medewerker=medewerker, organisatie=organisatie, rol=rol.value, begindatum=date(2024, 1, 1)
    )
    aanstelling.gemeenten.set(gemeenten)


def demo_regisseurs() -> dict[str, str]:
    """GM code -> id of the jeugdconsulent of the demo there, who gets some of the families."""
    consulenten = Medewerker.objects.filter(demo=True, aanstellingen__rol=Rol.JEUGDCONSULENT)
    return {
        gemeente: str(pk)
        for pk, gemeente in consulenten.values_list("pk", "aanstellingen__gemeenten").order_by(
            "gebruikersnaam"
        )
    }


def demo_actor(gebruikersnaam: str) -> Actor | None:
    """Somebody of the demo, as if signed in with both steps; None when they are not there."""
    there = Medewerker.objects.filter(demo=True, gebruikersnaam=gebruikersnaam).first()
    return actor_for(there, gekozen=None, tweede_factor=True) if there else None


def demo_people() -> tuple[Demopersoon, ...]:
    """Everybody of the demo who is there, in the order of the list."""
    there = set(Medewerker.objects.filter(demo=True, is_active=True).values_list("gebruikersnaam", flat=True))
    return tuple(persoon for persoon in DEMOPERSONEN if persoon.gebruikersnaam in there)
