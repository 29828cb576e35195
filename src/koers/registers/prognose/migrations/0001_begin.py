import django.db.models.deletion
import koers.registers.samen
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    # What databases of before the first release were made with: they stay as they are.
    replaces = [
        ("prognose", "0001_scenario"),
        ("prognose", "0002_uitgave"),
    ]

    initial = True

    dependencies = [
        ('kern', '0001_begin'),
    ]

    operations = [
        koers.registers.samen.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Scenario',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('datum', models.DateField()),
                        ('vastgelegd_at', models.DateTimeField()),
                        ('vastgelegd_door', models.CharField(max_length=80)),
                        ('reden_correctie', models.CharField(blank=True, max_length=200)),
                        ('ingetrokken', models.BooleanField(default=False)),
                        ('naam', models.CharField(max_length=80)),
                        ('toelichting', models.CharField(max_length=500)),
                        ('vraag', models.JSONField()),
                        ('uitkomst', models.JSONField()),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('vervangt', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vervangen_door', to='prognose.scenario')),
                    ],
                    options={
                        'verbose_name_plural': "scenario's",
                        'constraints': [models.CheckConstraint(condition=models.Q(('naam', ''), _negated=True), name='prognose_scenario_naam')],
                    },
                ),
                migrations.CreateModel(
                    name='Uitgave',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('datum', models.DateField()),
                        ('vastgelegd_at', models.DateTimeField()),
                        ('vastgelegd_door', models.CharField(max_length=80)),
                        ('reden_correctie', models.CharField(blank=True, max_length=200)),
                        ('ingetrokken', models.BooleanField(default=False)),
                        ('maand', models.DateField()),
                        ('soort', models.CharField(max_length=16)),
                        ('kant', models.CharField(max_length=10)),
                        ('taakveld', models.CharField(blank=True, max_length=6)),
                        ('bedrag_cent', models.BigIntegerField()),
                        ('omschrijving', models.CharField(blank=True, max_length=200)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('vervangt', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vervangen_door', to='prognose.uitgave')),
                    ],
                    options={
                        'verbose_name_plural': 'uitgaven',
                        'constraints': [models.CheckConstraint(condition=models.Q(('kant__in', ('begroting', 'wijziging', 'uitgave')), ('soort__in', ('zorg', 'pgb', 'subsidie', 'programma', 'eigen_personeel', 'regiobijdrage')), models.Q(('bedrag_cent', 0), _negated=True)), name='prognose_uitgave_klopt')],
                    },
                ),
            ],
        ),
    ]
