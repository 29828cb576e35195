"""The sentence behind every refusal: what, where, and how to mend it. A test matches codes and sentences."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from koers.domain.weigering import Refused
from koers.presentation.opmaak import datum, euro
from koers.presentation.woorden import DINGEN, ROLLEN, TOESTANDEN
from koers.presentation.zinnen_aanlevering import ZINNEN_AANLEVERING
from koers.presentation.zinnen_berichten import ZINNEN_BERICHTEN
from koers.presentation.zinnen_besluit import ZINNEN_BESLUIT
from koers.presentation.zinnen_cijfers import ZINNEN_CIJFERS
from koers.presentation.zinnen_contract import ZINNEN_CONTRACT
from koers.presentation.zinnen_gebiedsagenda import ZINNEN_GEBIEDSAGENDA
from koers.presentation.zinnen_landschap import ZINNEN_LANDSCHAP
from koers.presentation.zinnen_leren import ZINNEN_LEREN
from koers.presentation.zinnen_licht import ZINNEN_LICHT
from koers.presentation.zinnen_melding import ZINNEN_MELDING
from koers.presentation.zinnen_netwerk import ZINNEN_NETWERK
from koers.presentation.zinnen_opstarten import ZINNEN_OPSTARTEN
from koers.presentation.zinnen_overgang import ZINNEN_OVERGANG
from koers.presentation.zinnen_plan import ZINNEN_PLAN
from koers.presentation.zinnen_proeftuin import ZINNEN_PROEFTUIN
from koers.presentation.zinnen_rapportage import ZINNEN_RAPPORTAGE
from koers.presentation.zinnen_risico import ZINNEN_RISICO
from koers.presentation.zinnen_sturing import ZINNEN_STURING
from koers.presentation.zinnen_subsidie import ZINNEN_SUBSIDIE
from koers.presentation.zinnen_themas import ZINNEN_THEMAS
from koers.presentation.zinnen_treden import ZINNEN_TREDEN, names_of_treden
from koers.presentation.zinnen_uitlevering import ZINNEN_UITLEVERING
from koers.presentation.zinnen_vergadering import ZINNEN_VERGADERING

ZINNEN = (
    {
        "geen_recht": _(
            "Dit hoort niet bij uw rol. Denkt u dat dit wel zo is? Vraag het de functioneel beheerder."
        ),
        "tweede_factor_nodig": _(
            "Voor gegevens van personen hebt u een tweede stap bij het aanmelden nodig."
        ),
        "al_verwerkt": _("Dit formulier was al verwerkt. Er is niets dubbel opgeslagen."),
        "niet_gevonden": _("Dit is er niet, of het hoort niet bij uw werk."),
        "geen_gemeente": _(
            "Een nieuw gezin hoort bij één gemeente. Kies bovenaan een rol bij de gemeente waar het gezin hoort."
        ),
        "hoort_niet_bij_gezin": _(
            "Een gekozen kind of huishouden hoort niet bij dit gezin. Open het gezin opnieuw."
        ),
        "woonplek_ontbreekt": _("Kies bij wie deze persoon woont, of vul een adres in."),
        "woont_hier_al": _("Deze persoon woont hier al. Kies een andere plek."),
        "woonplek_voor_begin": _("Deze persoon woont hier sinds %(datum)s. Kies een latere dag."),
        "reden_ontbreekt": _("Kies eerst waarvoor u het adres nodig hebt."),
        "geen_collega": _(
            "Deze collega werkt niet bij de toegang van deze gemeente. Kies iemand uit de lijst."
        ),
        "al_regisseur": _("Deze collega is al de regisseur. Kies iemand anders."),
        "achternaam_ontbreekt": _(
            "Vul de achternaam in. Nog niet bekend? Vul dan in wat u wel weet, bijvoorbeeld de naam van de moeder."
        ),
        "geboortedatum_ontbreekt": _("Vul de geboortedatum in, of kies bij BSN voor “nog niet geboren”."),
        "geboortedatum_in_toekomst": _(
            "Deze geboortedatum ligt in de toekomst. Is het kind nog niet geboren? Laat de datum leeg en kies bij BSN voor “nog niet geboren”."
        ),
        "geboortedatum_te_lang_geleden": _(
            "Deze geboortedatum ligt meer dan 120 jaar terug. Controleer het jaar."
        ),
        "te_oud_voor_jeugdhulp": _(
            "Met deze geboortedatum is deze persoon %(leeftijd)s jaar. Jeugdhulp loopt uiterlijk tot 23 jaar. Controleer de datum, of voeg de persoon toe als ouder."
        ),
        "bsn_klopt_niet": _(
            "Dit is geen geldig BSN: negen cijfers, en de controle klopt niet. Kijk het nummer na op het identiteitsbewijs."
        ),
        "bsn_en_reden": _("Vul een BSN in, of kies waarom er (nog) geen is. Niet allebei."),
        "bsn_al_bekend": _(
            "Iemand met dit BSN staat al in uw gemeente. Zoek eerst naar het gezin, of vraag uw coördinator wie de regisseur is."
        ),
        "bsn_staat_er_al": _(
            "Van deze persoon staat het BSN er al. Klopt het niet? Leg het voor aan de functioneel beheerder."
        ),
        "mogelijk_dubbel": _(
            "Er staat al iemand die hierop lijkt. Kijk eerst of het dezelfde is. Is het iemand anders, bijvoorbeeld een tweeling? Vink dat dan aan en verstuur opnieuw."
        ),
        "samenvoegen_zichzelf": _("Dit is twee keer dezelfde persoon in Koers. Er is niets samen te voegen."),
        "samenvoegen_andere_gemeente": _(
            "Deze twee staan bij verschillende gemeenten. Elke gemeente houdt haar eigen gegevens; samenvoegen kan alleen binnen één gemeente."
        ),
        "samenvoegen_ander_bsn": _(
            "Deze twee hebben elk een ander BSN. Het zijn dus twee mensen, en samenvoegen kan niet. Klopt een BSN niet? Laat het eerst nakijken."
        ),
        "samenvoegen_zonder_bsn": _(
            "Van geen van beiden is het BSN bekend. Zonder BSN kan niemand zeker weten dat dit één persoon is. Vraag het BSN op en kom dan terug."
        ),
        "samenvoegen_tweeling": _(
            "Deze twee zijn op dezelfde dag geboren, horen bij dezelfde familie en heten anders. Dat is waarschijnlijk een tweeling. Samenvoegen kan alleen met twee keer hetzelfde BSN."
        ),
        "samenvoegen_andere_datum": _(
            "Deze twee hebben een andere geboortedatum. Kijk eerst na welke datum klopt."
        ),
        "samenvoegen_reden": _("Schrijf op waarom dit dezelfde persoon is. Zonder reden kan het niet."),
        "al_samengevoegd": _(
            "Een van deze twee is al met iemand samengevoegd. Open de persoon opnieuw, of maak de eerdere samenvoeging eerst ongedaan."
        ),
        "ongedaan_reden": _("Schrijf op waarom dit toch twee mensen zijn. Zonder reden kan het niet."),
        "verwijzer_onbekend": _("Verwijzer “%(code)s” bestaat niet. Kies een verwijzer uit de lijst."),
        "datum_in_toekomst": _("Deze datum ligt in de toekomst. Kies vandaag of een eerdere dag."),
        "stap_onbekend": _("Kies of dit het eerste gesprek is of hoe de hulp eindigde."),
        "lichte_hulp_voorbij": _("Deze hulp eindigde op %(datum)s. Schrijf een nieuwe vraag op."),
        "stap_voor_vraag": _("De vraag kwam op %(datum)s. Kies die dag of later."),
        "stap_te_vroeg": _("Het eerste gesprek was op %(datum)s. Kies die dag of later."),
        "voorziening_ontbreekt": _("Schrijf op welke voorziening het is."),
        "antwoord_onbekend": _("Kies wie antwoordde, en een cijfer van 1 tot en met 5."),
        "declaratie_zonder_bedrag": _("Vul een bedrag in dat niet nul is."),
        "declaratie_buiten_toewijzing": _(
            "In deze maand liep de toewijzing niet. Kies een maand waarin hulp was toegewezen."
        ),
        "geen_jeugdige": _("Kies over welk kind of welke kinderen de vraag gaat."),
        "besluit_zonder_product": _("Kies welke hulp wordt toegekend en vanaf welke dag."),
        "afwijzing_zonder_reden": _(
            "Schrijf op waarom de hulp niet wordt toegekend. Het gezin leest dit in de brief."
        ),
        "periode_omgekeerd": _(
            "De laatste dag ligt voor de eerste dag. Kies een latere laatste dag, of laat hem leeg."
        ),
        "bericht_andere_gemeente": _(
            "Gemeente %(gemeente)s werkt niet in deze Koers. Stuur het bericht naar de gemeente zelf."
        ),
        "geen_contract_in_periode": _(
            "Deze aanbieder heeft op de eerste dag geen contract voor deze hulp. Kies een andere dag of aanbieder."
        ),
        "geen_besluit": _(
            "Voor deze hulp is nog geen besluit dat de hele periode toekent. Neem eerst een besluit."
        ),
        "start_voor_toewijzing": _(
            "De startdatum ligt voor de toewijzing (%(datum)s). Kies die dag of later."
        ),
        "start_na_toewijzing": _(
            "De startdatum ligt na het einde van de toewijzing. Kies een eerdere dag, of vraag een nieuwe toewijzing."
        ),
        "al_begonnen": _("Deze hulp is al begonnen, op %(datum)s."),
        "al_beeindigd": _(
            "Deze hulp is gestopt op %(datum)s en begint niet opnieuw. Vraag een nieuwe toewijzing."
        ),
        "start_voor_stop": _("Deze hulp pauzeert sinds %(datum)s. Kies een latere startdatum."),
        "nog_niet_begonnen": _("Deze hulp loopt nu niet. Voer eerst de start in."),
        "stop_voor_start": _("De hulp begon op %(datum)s. Kies die dag of later als laatste dag."),
        "stop_in_toekomst": _(
            "De laatste dag van hulp ligt in de toekomst. Voer de stop in zodra de hulp gestopt is."
        ),
        "proefregio_alleen_in_demo": _(
            "De voorbeeldregio gaat alleen in een demo. Zet KOERS_DEMO=1, met een eigen lege database."
        ),
        "proefregio_niet_leeg": _(
            "In deze database staan al gezinnen. De voorbeeldregio gaat alleen in een lege database."
        ),
        "proefregio_schaal": _(
            "Deze waarden kunnen niet: de schaal ligt tussen 0,001 en 10, en de einddatum na 1 januari 2019 en voor 2040."
        ),
        "gebruikersnaam_bezet": _(
            "De gebruikersnaam “%(gebruikersnaam)s” is al in gebruik. Kies een andere."
        ),
        "gebruikersnaam_ontbreekt": _("Vul een gebruikersnaam en een naam in."),
        "organisatie_niet_van_u": _("Deze organisatie werkt niet voor uw gemeente. Kies een andere."),
        "gemeente_niet_van_u": _("U kunt alleen rollen geven voor uw eigen gemeente."),
        "rol_niet_van_u": _("De rol “%(rol)s” bestaat niet. Kies een rol uit de lijst."),
        "eigen_account": _(
            "Uw eigen rollen en account kan alleen een andere functioneel beheerder wijzigen."
        ),
        "al_gewijzigd": _(
            "Iemand anders heeft dit intussen gewijzigd. Kijk wat er nu staat en probeer het opnieuw."
        ),
        "aanstelling_al_beeindigd": _("Deze rol is al beëindigd."),
        "demo_staat_uit": _(
            "Demo-accounts kunnen alleen in een demo. Zet KOERS_DEMO=1, met een eigen database."
        ),
        "gemeente_onbekend": _(
            "Deze gemeente kent Koers niet als eigen omgeving: %(gemeenten)s. Kies een CBS-code uit beleid/gebieden."
        ),
        "soort_onbekend": _("De soort “%(soort)s” bestaat niet. Kies uit: %(soorten)s."),
        "lezing_onbekend": _("De lezing “%(lezing)s” bestaat niet. Kies uit: %(lezingen)s."),
        "formulier_al_gebruikt": _(
            "Dit formulier is al gebruikt. Open de pagina opnieuw en vul het nog eens in."
        ),
        "overgang_mag_niet": _(
            "Dit kan nu niet: %(ding)s heeft de stand “%(toestand)s”. Open de pagina opnieuw en kijk wat nu kan."
        ),
    }
    | ZINNEN_AANLEVERING
    | ZINNEN_BESLUIT
    | ZINNEN_CIJFERS
    | ZINNEN_CONTRACT
    | ZINNEN_LICHT
    | ZINNEN_MELDING
    | ZINNEN_NETWERK
    | ZINNEN_OPSTARTEN
    | ZINNEN_PLAN
    | ZINNEN_BERICHTEN
    | ZINNEN_RAPPORTAGE
    | ZINNEN_THEMAS
    | ZINNEN_TREDEN
    | ZINNEN_VERGADERING
    | ZINNEN_PROEFTUIN
    | ZINNEN_RISICO
    | ZINNEN_SUBSIDIE
    | ZINNEN_UITLEVERING
    | ZINNEN_STURING
    | ZINNEN_OVERGANG
    | ZINNEN_GEBIEDSAGENDA
    | ZINNEN_LEREN
    | ZINNEN_LANDSCHAP
)


def sentence(refused: Refused) -> str:
    """The sentence of a refusal, in the language of now."""
    return str(ZINNEN[refused.code]) % (refused.params | _words(refused.params))


def _words(params: dict[str, object]) -> dict[str, object]:
    """States, things, days and amounts are said in the language of now, not by what is stored."""
    treden = params.get("treden")
    found = {
        "ding": DINGEN.get(str(params.get("ding"))),
        "eigenaar": ROLLEN.get(str(params.get("eigenaar"))),
        "toestand": TOESTANDEN.get(str(params.get("toestand"))),
        "treden": names_of_treden(treden) if isinstance(treden, tuple) else None,
    }
    words: dict[str, object] = {key: str(word) for key, word in found.items() if word is not None}
    if "tot" in params and params["tot"] is None:  # a period without an agreed end
        words["tot"] = _("nader order")
    words |= {key: datum(value) for key, value in params.items() if isinstance(value, date)}
    return words | {
        key.removesuffix("_cent"): euro(value)
        for key, value in params.items()
        if key.endswith("_cent") and isinstance(value, int)
    }
