"""What kinds of policy exist: the folder each lives in and the dataclass that is its schema."""

from dataclasses import dataclass

from koers.policy.kinds.areas import Gebieden
from koers.policy.kinds.besluiten import Besluitmandaat, Verordeningsregel
from koers.policy.kinds.codelists import Codelijst, Interventieniveaus
from koers.policy.kinds.contracts import Acceptatieplicht, Inkoopvoorwaarde
from koers.policy.kinds.course import Opgave, Pijlers, Principe, Risico
from koers.policy.kinds.deliveries import Leverafspraken
from koers.policy.kinds.documents import Aanname, Afkortingen, Document, Eigenaren
from koers.policy.kinds.escalations import Escalatieprotocol
from koers.policy.kinds.indicators import Indicator
from koers.policy.kinds.judgements import Oordeellijst
from koers.policy.kinds.money import Capaciteit, Kengetallen, Spuk, Uurtarief, Verdeelsleutel
from koers.policy.kinds.norms import Norm
from koers.policy.kinds.organisation import (
    Dossiers,
    Gremium,
    Mandaten,
    Project,
    Rollen,
    Schalen,
    Taakverdeling,
    Verbindingen,
)
from koers.policy.kinds.plan import Plankader
from koers.policy.kinds.reports import Rapportagesjabloon
from koers.policy.kinds.scenarios import Scenario, Scenariokader, Scenariotaken
from koers.policy.kinds.services import Voorzieningen
from koers.policy.kinds.themas import Themas
from koers.policy.kinds.timeline import Tijdlijn
from koers.policy.kinds.wheel import Wielkader


@dataclass(frozen=True, slots=True)
class Soort:
    """One kind: `lijst` names the field that holds the things when one file holds several; `enig` means
    that there is one file of this kind, which an overlay may replace but not add to."""

    naam: str
    map: str
    type: type
    lijst: str | None = None
    enig: bool = False


SOORTEN: tuple[Soort, ...] = (
    Soort("principes", "principes", Principe),
    Soort("pijlers", "pijlers", Pijlers, "pijlers"),
    Soort("opgaven", "opgaven", Opgave),
    Soort("indicatoren", "indicatoren", Indicator),
    Soort("normen", "normen", Norm),
    Soort("verordening", "verordening", Verordeningsregel),
    Soort("besluitmandaten", "besluitmandaten", Besluitmandaat),
    Soort("acceptatieplicht", "acceptatieplicht", Acceptatieplicht),
    Soort("inkoopvoorwaarden", "inkoopvoorwaarden", Inkoopvoorwaarde),
    Soort("verdeelsleutels", "verdeelsleutels", Verdeelsleutel),
    Soort("uurtarieven", "uurtarieven", Uurtarief),
    Soort("interventieniveaus", "interventieniveaus", Interventieniveaus, enig=True),
    Soort("codelijsten", "codelijsten", Codelijst),
    Soort("plankaders", "plankaders", Plankader),
    Soort("scenarios", "scenarios", Scenario),
    Soort("scenariokader", "scenariokader", Scenariokader, enig=True),
    Soort("scenariotaken", "scenariotaken", Scenariotaken, enig=True),
    Soort("wiel", "wiel", Wielkader, enig=True),
    Soort("risicos", "risicos", Risico),
    Soort("schalen", "organisatie/schalen", Schalen, "schalen"),
    Soort("gremia", "organisatie/gremia", Gremium),
    Soort("verbindingen", "organisatie/verbindingen", Verbindingen, "verbindingen"),
    Soort("rollen", "organisatie/rollen", Rollen, "rollen"),
    Soort("taakverdelingen", "organisatie/taakverdelingen", Taakverdeling),
    Soort("mandaten", "organisatie/mandaten", Mandaten, "mandaten"),
    Soort("projecten", "organisatie/projecten", Project),
    Soort("dossiers", "organisatie/dossiers", Dossiers, "dossiers"),
    Soort("capaciteit", "organisatie/capaciteit", Capaciteit, "vragen"),
    Soort("voorzieningen", "voorzieningen", Voorzieningen, "voorzieningen"),
    Soort("leveringen", "leveringen", Leverafspraken, "leveringen"),
    Soort("themas", "themas", Themas, "themas"),
    Soort("rapportages", "rapportages", Rapportagesjabloon),
    Soort("escalaties", "escalaties", Escalatieprotocol),
    Soort("oordelen", "oordelen", Oordeellijst),
    Soort("tijdlijn", "tijdlijn", Tijdlijn, "gebeurtenissen"),
    Soort("kengetallen", "kengetallen", Kengetallen),
    Soort("spuk", "spuk", Spuk),
    Soort("aannames", "aannames", Aanname),
    Soort("gebieden", "gebieden", Gebieden, "gebieden"),
    Soort("bronnen", "bronnen", Document),
    Soort("eigenaren", "eigenaren", Eigenaren, "eigenaren"),
    Soort("afkortingen", "afkortingen", Afkortingen, "afkortingen"),
)
