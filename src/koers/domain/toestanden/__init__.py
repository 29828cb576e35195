"""Every state machine of the product, one table each; docs and tests go through `MACHINES`."""

from koers.domain.toestanden.acceptatie import ACCEPTATIE, ANTWOORDESCALATIE, ZORGMAKELAARROUTE
from koers.domain.toestanden.agenda import AGENDAACTIE, OPGAVE
from koers.domain.toestanden.berekening import BEREKENING
from koers.domain.toestanden.besluit import AANVRAAG, BEZWAAR, BRIEF
from koers.domain.toestanden.eerste_notitie import EERSTE_NOTITIE
from koers.domain.toestanden.escalatie import ESCALATIE
from koers.domain.toestanden.gebiedsagenda import GEBIEDSAFSPRAAK
from koers.domain.toestanden.landschap import LANDSCHAPSDOSSIER, ONTWIKKELING, OORDEEL, VERBETERING
from koers.domain.toestanden.licht import LICHTE_HULP, OVERDRACHT
from koers.domain.toestanden.machine import Machine
from koers.domain.toestanden.melding import MELDING
from koers.domain.toestanden.overgang import GEREEDHEIDSVOORWAARDE, OVERGANG
from koers.domain.toestanden.plan import FAMILIEGROEPSPLAN, PLAN
from koers.domain.toestanden.proeftuin import PROEFTUIN
from koers.domain.toestanden.rapportage import RAPPORTAGE
from koers.domain.toestanden.risico import RISICO, RISICOMAATREGEL
from koers.domain.toestanden.samenvoeging import SAMENVOEGING
from koers.domain.toestanden.signaal import NZA_SIGNAAL
from koers.domain.toestanden.subsidie import SUBSIDIE
from koers.domain.toestanden.toekomst import SCHRIJNEND_GEVAL, TOEKOMSTPLAN
from koers.domain.toestanden.vergadering import ACTIE, AGENDAPUNT, STANDPUNT, VERGADERING
from koers.domain.toestanden.verwijsverzoek import VERWIJSVERZOEK
from koers.domain.toestanden.verzoek import VERZOEK

MACHINES: tuple[Machine, ...] = (
    EERSTE_NOTITIE,
    MELDING,
    VERWIJSVERZOEK,
    VERZOEK,
    ACCEPTATIE,
    ZORGMAKELAARROUTE,
    ANTWOORDESCALATIE,
    AANVRAAG,
    BEZWAAR,
    BRIEF,
    PLAN,
    FAMILIEGROEPSPLAN,
    TOEKOMSTPLAN,
    SCHRIJNEND_GEVAL,
    LICHTE_HULP,
    OVERDRACHT,
    SAMENVOEGING,
    VERGADERING,
    AGENDAPUNT,
    STANDPUNT,
    ACTIE,
    OPGAVE,
    AGENDAACTIE,
    OVERGANG,
    GEREEDHEIDSVOORWAARDE,
    GEBIEDSAFSPRAAK,
    PROEFTUIN,
    RISICO,
    RISICOMAATREGEL,
    SUBSIDIE,
    RAPPORTAGE,
    ESCALATIE,
    OORDEEL,
    VERBETERING,
    ONTWIKKELING,
    NZA_SIGNAAL,
    LANDSCHAPSDOSSIER,
    BEREKENING,
)
