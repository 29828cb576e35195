"""Fills the search words of persons and addresses that were there already. Twice is once."""

from django.db import migrations

from koers.domain.namen import fold_adres
from koers.domain.zoekwoorden import keys_of


def fill(apps, schema_editor):
    Persoon, Zoekwoord = (apps.get_model("kern", naam) for naam in ("Persoon", "Zoekwoord"))
    Huishouden = apps.get_model("kern", "Huishouden")
    Zoekwoord.objects.all().delete()
    personen = Persoon.objects.order_by("pk").values_list("pk", "gemeente_id", "gevouwen")
    for pk, gemeente, gevouwen in personen.iterator():
        Zoekwoord.objects.bulk_create(
            Zoekwoord(persoon_id=pk, gemeente_id=gemeente, woord=s.woord, kop=s.kop, staart=s.staart)
            for s in keys_of(gevouwen)
        )
    for huis in Huishouden.objects.filter(geheim="nee", gevouwen="").iterator():
        huis.gevouwen = fold_adres(
            straatnaam=huis.straatnaam,
            huisnummer=huis.huisnummer,
            toevoeging=huis.toevoeging,
            postcode=huis.postcode,
            plaatsnaam=huis.plaatsnaam,
        )
        huis.save(update_fields=["gevouwen"])


class Migration(migrations.Migration):
    dependencies = [("kern", "0002_zoekwoorden")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
