"""Words about what is handed to others: fields, kinds, what a report found and how to mend it."""

from django.utils.translation import gettext_lazy as _

HANDELINGEN_UITLEVERING = {
    "read_uitleveringen": _("bekeek wat er uitgeleverd moet worden"),
    "read_beleidsinformatie": _("controleerde de beleidsinformatie voor het CBS"),
    "export_beleidsinformatie": _("haalde het bestand met beleidsinformatie voor het CBS op"),
    "read_gebeurtenissen": _("controleerde de gebeurtenissentabel"),
    "export_gebeurtenissen": _("haalde de gebeurtenissentabel op"),
    "read_contractlijst": _("bekeek de jaarlijkse contractlijst"),
    "export_contractlijst": _("haalde de jaarlijkse contractlijst op"),
    "register_kvk": _("schreef het KvK-nummer van een aanbieder op"),
    "read_crisisvragen": _("bekeek bij welke hulp nog staat of zij begon met een crisis"),
    "answer_crisisvraag": _("schreef op of hulp begon met een crisis"),
    "read_nza_signalen": _("bekeek signalen van de NZa"),
    "import_nza_signalen": _("las signalen van de NZa in"),
    "take_nza_signaal": _("pakte een signaal van de NZa op"),
    "close_nza_signaal": _("rondde een signaal van de NZa af"),
    "reopen_nza_signaal": _("heropende een signaal van de NZa"),
}
TOESTANDEN_UITLEVERING: dict[str, object] = {
    "signaal_ontvangen": _("nog niet opgepakt"),
    "signaal_opgepakt": _("iemand is ermee bezig"),
    "signaal_afgerond": _("afgerond"),
}
SOORT_VAN_SIGNAALSTAND = {
    "signaal_ontvangen": "let-op",
    "signaal_opgepakt": "rust",
    "signaal_afgerond": "goed",
}
DINGEN_UITLEVERING: dict[str, object] = {"nza_signaal": _("het signaal van de NZa")}
SIGNAALSTAPPEN = {"opgepakt": _("opgepakt"), "afgerond": _("afgerond"), "heropend": _("heropend")}
SIGNAALSOORTEN = {
    "melding": _("iemand meldde dit bij de NZa"),
    "analyse": _("de NZa ziet dit zelf"),
}
SIGNAALERNST = {
    "risico": _("mogelijk risico"),
    "ontoereikend": _("nu al te weinig aanbod"),
}
# What the columns of the files are called in a sentence.
UITLEVERVELDEN = {
    "burgerservicenummer": _("burgerservicenummer"),
    "geboortedatum": _("geboortedatum"),
    "geslacht": _("geslacht"),
    "postcode_of_gemeente": _("postcode of gemeente"),
    "verwijzer": _("verwijzer"),
    "hulpvorm": _("hulpvorm"),
    "gestart_met_crisis": _("gestart met crisis"),
    "datum_aanvang": _("datum aanvang"),
    "datum_einde": _("datum einde"),
    "reden_beeindiging": _("reden beëindiging"),
    "naam": _("naam"),
    "kvk_nummer": _("KvK-nummer"),
    "soort": _("soort"),
    "grond": _("grond"),
    "vorm": _("vorm van hulp"),
    "vorm_naam": _("naam van de vorm"),
    "agb_code": _("AGB-code"),
    "jeugdige": _("jeugdige"),
    "gemeentecode": _("gemeentecode"),
    "geboortejaar": _("geboortejaar"),
    "type_verwijzer": _("type verwijzer"),
    "toewijzingsdatum": _("toewijzingsdatum"),
    "beoogde_aanvang": _("beoogde aanvang"),
    "daadwerkelijke_aanvang": _("daadwerkelijke aanvang"),
    "reden_einde": _("reden einde"),
    "bedrag_cent": _("bedrag"),
    "volume": _("volume"),
    "gebied": _("gebied"),
    "dagtekening": _("dagtekening"),
    "vormen": _("vormen"),
    "ernst": _("ernst"),
    "ontwikkelingen": _("ontwikkelingen"),
    "aanbieder": _("aanbieder"),
    "aanbiedercode": _("code van de aanbieder"),
    "": "",
}
