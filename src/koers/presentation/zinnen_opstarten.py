"""Why Koers does not start, and what to do about it. Tests match these with the code."""

from django.utils.translation import gettext_lazy as _

# Refusals of the commands that start something.
ZINNEN_OPSTARTEN = {
    "poort_bezet": _(
        "Poort %(poort)s op %(host)s is al in gebruik. Stop wat daar draait, of kies een andere poort."
    ),
    "poort_mag_niet": _("Poort %(poort)s mag u hier niet gebruiken. Kies een poort vanaf 1024."),
    "adres_onbekend": _("Het adres %(host)s bestaat niet op deze computer. Kies bijvoorbeeld 127.0.0.1."),
    "demo_alleen_hier": _(
        "Een demo heeft bekende sleutels en wachtwoorden. Hij mag alleen op deze computer luisteren, "
        "dus niet op %(host)s. Kies 127.0.0.1, of zet KOERS_DEMO uit."
    ),
    "sqlite_een_proces": _("Met SQLite antwoordt één proces. Laat --processen weg, of gebruik PostgreSQL."),
    "eigenaar_url_ontbreekt": _(
        "Zet in KOERS_EIGENAAR_URL het adres waarmee de eigenaar (koers_owner) of een beheerder "
        "de database bereikt."
    ),
}

# Faults that the checks at the start find (`koers.config.start`).
GEBREKEN = {
    "geheime_sleutel": _(
        "KOERS_GEHEIME_SLEUTEL ontbreekt, is te kort of is die van de demo. "
        "Zet er minstens 50 willekeurige tekens in."
    ),
    "sleutel": _(
        "%(naam)s ontbreekt, is geen 32 bytes in hexadecimale tekens, of is die van de demo. "
        "Maak er een met: openssl rand -hex 32"
    ),
    "sleutels_gelijk": _("Twee van de sleutels %(namen)s zijn gelijk. Maak ze allemaal verschillend."),
    "demo_niet_hier": _(
        "KOERS_DEMO staat aan, maar KOERS_HOSTS noemt %(hosts)s. Een demo is er alleen voor deze computer."
    ),
    "organisatie_onveilig": _(
        "%(naam)s is geen adres dat met https:// begint. Aanmelden via de eigen organisatie gaat alleen zo."
    ),
    "getuige": _(
        "In de getuige van het logboek kan niet worden geschreven: %(pad)s (%(fout)s). "
        "Zet KOERS_GETUIGE op een plek waar dat wel kan."
    ),
    "beleid": _(
        "Het beleid klopt niet, op %(aantal)s plekken; de eerste: %(eerste)s "
        "Kijk ze na met: koers beleid controleer"
    ),
    "database": _("De database antwoordt niet: %(fout)s. Kijk of hij draait en of KOERS_DATABASE_URL klopt."),
    "sqlite_instelling": _(
        "SQLite staat niet veilig: %(naam)s is %(waarde)s en moet %(moet)s zijn. "
        "Haal de eigen instelling weg."
    ),
    "synchronous_commit": _(
        "PostgreSQL bevestigt voor het is opgeslagen: synchronous_commit is off. "
        "Zet het op on voor deze database of rol."
    ),
    "te_veel_rechten": _(
        "Koers verbindt als een rol die te veel mag (%(rechten)s). "
        "Gebruik koers_app in KOERS_DATABASE_URL en draai: koers databank bereid-voor"
    ),
    "wachters": _(
        "De database is niet klaar voor deze versie: er ontbreken %(aantal)s wachters, "
        "bijvoorbeeld %(eerste)s. Draai: koers databank bereid-voor"
    ),
    "zicht_per_gemeente": _(
        "Het zicht per gemeente ontbreekt op %(tabellen)s. Draai: koers databank bereid-voor"
    ),
}
