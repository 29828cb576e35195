import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    # What databases of before the first release were made with: they stay as they are.
    replaces = [
        ("netwerk", "0005_rapportage_op_tafel"),
    ]

    dependencies = [
        ('netwerk', '0001_begin'),
        ('sturing', '0001_begin'),
    ]

    operations = [
        migrations.AddField(
            model_name='agendapunt',
            name='rapportage',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agendapunten', to='sturing.rapportageuitgave'),
        ),
    ]
