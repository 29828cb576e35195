"""The sentences behind refusals about the first note, triage and referrals that come in by themselves."""

from django.utils.translation import gettext_lazy as _

ZINNEN_MELDING = {
    "geen_regisseur": _("Dit gezin heeft nu geen regisseur om te vervangen. Draag de regie over."),
    "vervanging_te_lang": _(
        "Vervangen kan voor ten hoogste %(dagen)s dagen. Duurt het langer? Draag dan de regie over."
    ),
    "vervanging_overlapt": _("In deze dagen is er al een vervanger. Kies andere dagen."),
    "urgentie_onbekend": _("Kies hoe snel iemand moet terugbellen."),
    "vraag_leeg": _("Schrijf op waar het over gaat, of wie er belt. Dan kan de toegang iets doen."),
    "reden_weggelegd_ontbreekt": _("Kies waarom u deze notitie weglegt."),
    "leidt_niet_zelf": _(
        "Sinds %(datum)s beslist alleen een jeugdconsulent over hulp van niveau %(niveau)s. Vraag een jeugdconsulent dit besluit te nemen."
    ),
    "leidt_niet": _(
        "Sinds %(datum)s leidt alleen een jeugdconsulent, een arts of een gecertificeerde instelling naar hulp van niveau %(niveau)s. Geef de vraag door aan de toegang."
    ),
    "route_zonder_triage": _(
        "Deze vraag kwam via een arts, een gecertificeerde instelling of de rechter. De toegang beoordeelt die niet opnieuw. Zorg dat de hulp begint."
    ),
    "uitkomst_onbekend": _("Kies hoe het na de triage verdergaat."),
    "triage_zonder_reden": _("Schrijf op waarom u dit kiest."),
    "veiligheid_open": _("Beantwoord elke vraag over veiligheid. Er staan er nog %(aantal)s open."),
    "veiligheid_zonder_reden": _("Schrijf bij elke zorg op wat u ziet of hoort."),
    "acuut_is_spoed": _(
        "Een antwoord is “acuut”. Kies dan Spoed4Jeugd, en bel nu. Het besluit mag later komen."
    ),
    "triage_alleen": _("Kies met welke gedragswetenschapper u de triage deed."),
    "geen_gedragswetenschapper": _(
        "Deze collega is geen gedragswetenschapper bij uw gemeente. Kies iemand uit de lijst."
    ),
    "geen_poh": _("Kies naar welke POH Jeugd de vraag gaat."),
    "veiligheidsstap_onbekend": _("Kies wat er is gedaan."),
    "stap_zonder_wie": _("Schrijf op met wie u sprak, of aan wie u het overdroeg."),
    "vto_niet_gevraagd": _("De Raad is nog niet om onderzoek gevraagd. Schrijf eerst op wanneer dat was."),
    "verwijzer_past_niet": _("Deze verwijzer past niet bij uw rol. Kies wie de verwijzing echt deed."),
    "verwijzer_zonder_naam": _("Vul de naam van de verwijzer in."),
    "agb_klopt_niet": _("Een AGB-code heeft acht cijfers. Kijk de code na, of laat hem leeg."),
    "verwijsverzoek_andere_gemeente": _(
        "U werkt in Koers niet voor deze gemeente. Stuur de verwijzing naar de gemeente waar het kind woont."
    ),
    "reden_weigeren_ontbreekt": _("Kies waarom u deze verwijzing terugstuurt."),
    "werk_onbekend": _("Dit hoort niet bij deze verwijzing. Ga terug naar de verwijzing en kies daar."),
    "werk_uitkomst": _("Kies hoe het nu staat."),
    "werk_met": _("Schrijf op met wie, of om wie het gaat."),
    "oorzaak_onbekend": _("Kies waarom de hulp nog niet begint."),
    "stilstand_loopt_al": _("Deze oorzaak staat al open. Schrijf eerst op wanneer die voorbij was."),
    "stilstand_loopt_niet": _("Deze oorzaak staat niet open. Kies er een die nog loopt."),
    "datum_voor_verwijsverzoek": _("De aanvraag kwam op %(datum)s binnen. Kies die dag of later."),
}
