"""May they see it, for developments and judgements: what is shared, and of drafts only one's own."""

from django.db.models import QuerySet

from koers.domain.actor import Actor
from koers.domain.landschapsdossiers import LEEST_DOSSIERS
from koers.domain.rollen import STURING, Rol
from koers.domain.vergadering import SCHRIJFT_STANDPUNT
from koers.registers.netwerk.models import (
    ConceptOordeel,
    Landschapsdossier,
    Ontwikkeling,
    Oordeel,
    RegioConceptOordeel,
    Verbetering,
)


def visible_ontwikkelingen(by: Actor) -> QuerySet[Ontwikkeling]:
    """The register of the region: for everybody who steers in it."""
    return Ontwikkeling.objects.all() if by.rol in STURING else Ontwikkeling.objects.none()


def visible_oordelen(by: Actor) -> QuerySet[Oordeel]:
    """What municipalities and the region told each other."""
    return Oordeel.objects.all() if by.rol in STURING else Oordeel.objects.none()


def visible_verbeteringen(by: Actor) -> QuerySet[Verbetering]:
    """What is improved, by whom."""
    return Verbetering.objects.all() if by.rol in STURING else Verbetering.objects.none()


def visible_conceptoordelen(by: Actor) -> QuerySet[ConceptOordeel]:
    """What the own municipality thinks before it says so: for who writes it, and for nobody else."""
    if by.rol not in SCHRIJFT_STANDPUNT:
        return ConceptOordeel.objects.none()
    return ConceptOordeel.objects.current().filter(ingetrokken=False, gemeente__in=by.gemeenten)


def visible_regioconcepten(by: Actor) -> QuerySet[RegioConceptOordeel]:
    """The same of the region."""
    if by.rol is not Rol.REGIOMANAGER:
        return RegioConceptOordeel.objects.none()
    return RegioConceptOordeel.objects.all()


def visible_landschapsdossiers(by: Actor) -> QuerySet[Landschapsdossier]:
    """Dossiers of the zorglandschap: for who steers in the region, and who buys."""
    return Landschapsdossier.objects.all() if by.rol in LEEST_DOSSIERS else Landschapsdossier.objects.none()
