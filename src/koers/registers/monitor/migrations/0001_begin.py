import django.db.models.deletion
import django.db.models.expressions
import koers.domain.grootheden
import koers.registers.samen
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    # What databases of before the first release were made with: they stay as they are.
    replaces = [
        ("monitor", "0001_initial"),
        ("monitor", "0002_partnercijfer"),
        ("monitor", "0003_themas"),
        ("monitor", "0004_publicatie"),
        ("monitor", "0005_cijferstempel"),
    ]

    initial = True

    dependencies = [
        ('kern', '0001_begin'),
    ]

    operations = [
        koers.registers.samen.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Cijferstempel',
                    fields=[
                        ('soort', models.CharField(max_length=20, primary_key=True, serialize=False)),
                        ('stempel', models.CharField(max_length=36)),
                    ],
                    options={
                        'verbose_name_plural': 'cijferstempels',
                    },
                ),
                migrations.CreateModel(
                    name='Aanlevering',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('soort', models.CharField(max_length=20)),
                        ('jaar', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('bestandsnaam', models.CharField(max_length=200)),
                        ('sha256', models.CharField(max_length=64)),
                        ('omvang', models.PositiveBigIntegerField(help_text='bytes')),
                        ('codering', models.CharField(blank=True, max_length=20)),
                        ('partner', models.CharField(max_length=120)),
                        ('aangeleverd_at', models.DateTimeField()),
                        ('door', models.CharField(max_length=120)),
                        ('status', models.CharField(choices=[('verwerkt', 'verwerkt'), ('geweigerd', 'geweigerd')], max_length=12)),
                        ('code', models.CharField(blank=True, max_length=60)),
                        ('params', models.JSONField(default=dict)),
                        ('niet_gelezen', models.JSONField(default=list)),
                        ('rijen', models.PositiveIntegerField(default=0)),
                        ('nieuw', models.PositiveIntegerField(default=0)),
                        ('gewijzigd', models.PositiveIntegerField(default=0)),
                        ('ongewijzigd', models.PositiveIntegerField(default=0)),
                        ('geweigerd', models.PositiveIntegerField(default=0)),
                        ('overgeslagen', models.PositiveIntegerField(default=0)),
                        ('cijfers_nieuw', models.PositiveIntegerField(default=0)),
                        ('cijfers_vervangen', models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        'verbose_name_plural': 'aanleveringen',
                        'indexes': [models.Index(fields=['-aangeleverd_at'], name='monitor_aanlevering_tijd')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('rijen', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('nieuw'), '+', models.F('gewijzigd')), '+', models.F('ongewijzigd')), '+', models.F('geweigerd')), '+', models.F('overgeslagen')))), name='monitor_aanlevering_telt_op'), models.CheckConstraint(condition=models.Q(models.Q(('code', ''), ('status', 'verwerkt')), models.Q(('status', 'geweigerd'), models.Q(('code', ''), _negated=True)), _connector='OR'), name='monitor_aanlevering_reden')],
                    },
                ),
                migrations.CreateModel(
                    name='Bevolking',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('gemeente_code', models.CharField(max_length=12)),
                        ('jaar', models.PositiveSmallIntegerField()),
                        ('leeftijd', models.PositiveSmallIntegerField()),
                        ('aantal', models.PositiveIntegerField()),
                        ('synthetisch', models.BooleanField(default=False)),
                    ],
                    options={
                        'verbose_name_plural': 'bevolking',
                        'constraints': [models.UniqueConstraint(fields=('gemeente_code', 'jaar', 'leeftijd'), name='monitor_bevolking_eenmaal'), models.CheckConstraint(condition=models.Q(('leeftijd__lte', 22)), name='monitor_bevolking_leeftijd')],
                    },
                ),
                migrations.CreateModel(
                    name='Gebied',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('tot_jaar', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('code', models.CharField(max_length=40)),
                        ('soort', models.CharField(choices=[('land', 'land'), ('provincie', 'provincie'), ('jeugdregio', 'jeugdregio'), ('inkoopregio', 'inkoopregio'), ('gemeente', 'gemeente')], max_length=20)),
                        ('naam', models.CharField(blank=True, max_length=80)),
                        ('vanaf_jaar', models.PositiveSmallIntegerField(default=0)),
                        ('bron', models.CharField(max_length=200)),
                    ],
                    options={
                        'verbose_name_plural': 'gebieden',
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_jaar__isnull', True), ('tot_jaar__gt', models.F('vanaf_jaar')), _connector='OR'), name='monitor_gebied_jaren'), models.UniqueConstraint(fields=('code', 'vanaf_jaar'), name='monitor_gebied_code')],
                    },
                ),
                migrations.CreateModel(
                    name='GebiedDeel',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('vanaf_jaar', models.PositiveSmallIntegerField()),
                        ('tot_jaar', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('deel_code', models.CharField(max_length=40)),
                        ('geheel_code', models.CharField(max_length=40)),
                        ('soort', models.CharField(choices=[('land', 'land'), ('provincie', 'provincie'), ('jeugdregio', 'jeugdregio'), ('inkoopregio', 'inkoopregio'), ('gemeente', 'gemeente')], max_length=20)),
                    ],
                    options={
                        'verbose_name_plural': 'gebiedsdelen',
                        'abstract': False,
                        'indexes': [models.Index(fields=['geheel_code'], name='monitor_gebieddeel_geheel')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_jaar__isnull', True), ('tot_jaar__gt', models.F('vanaf_jaar')), _connector='OR'), name='monitor_gebieddeel_jaren'), models.UniqueConstraint(fields=('deel_code', 'soort', 'vanaf_jaar'), name='monitor_gebieddeel_eenmaal')],
                    },
                ),
                migrations.CreateModel(
                    name='Opvolging',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('van_code', models.CharField(max_length=12)),
                        ('naar_code', models.CharField(max_length=12)),
                        ('datum', models.DateField()),
                        ('bron', models.CharField(max_length=200)),
                    ],
                    options={
                        'verbose_name_plural': 'opvolgingen',
                        'constraints': [models.UniqueConstraint(fields=('van_code', 'naar_code', 'datum'), name='monitor_opvolging_eenmaal')],
                    },
                ),
                migrations.CreateModel(
                    name='Publicatie',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('datum', models.DateField()),
                        ('vastgelegd_at', models.DateTimeField()),
                        ('vastgelegd_door', models.CharField(max_length=80)),
                        ('naam', models.CharField(max_length=80)),
                        ('peildatum', models.DateTimeField(blank=True, null=True)),
                        ('rijen', models.JSONField()),
                        ('vingerafdruk', models.CharField(max_length=64)),
                    ],
                    options={
                        'verbose_name_plural': 'publicaties',
                        'constraints': [models.CheckConstraint(condition=models.Q(('naam', ''), _negated=True), name='monitor_publicatie_naam'), models.UniqueConstraint(fields=('naam',), name='monitor_publicatie_eenmaal')],
                    },
                ),
                migrations.CreateModel(
                    name='Themaronde',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('datum', models.DateField()),
                        ('vastgelegd_at', models.DateTimeField()),
                        ('vastgelegd_door', models.CharField(max_length=80)),
                        ('reden_correctie', models.CharField(blank=True, max_length=200)),
                        ('ingetrokken', models.BooleanField(default=False)),
                        ('naam', models.CharField(max_length=80)),
                        ('stemmen_tot_en_met', models.DateField()),
                        ('hoogstens', models.PositiveSmallIntegerField()),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('vervangt', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vervangen_door', to='monitor.themaronde')),
                    ],
                    options={
                        'verbose_name_plural': 'themarondes',
                        'constraints': [models.CheckConstraint(condition=models.Q(('stemmen_tot_en_met__gte', models.F('datum'))), name='monitor_themaronde_periode')],
                    },
                ),
                migrations.CreateModel(
                    name='Themabesluit',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('datum', models.DateField()),
                        ('vastgelegd_at', models.DateTimeField()),
                        ('vastgelegd_door', models.CharField(max_length=80)),
                        ('reden_correctie', models.CharField(blank=True, max_length=200)),
                        ('ingetrokken', models.BooleanField(default=False)),
                        ('gremium', models.CharField(max_length=60)),
                        ('redenen', models.JSONField()),
                        ('reden', models.TextField()),
                        ('cijfers', models.JSONField()),
                        ('vingerafdruk', models.CharField(max_length=64)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('vervangt', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vervangen_door', to='monitor.themabesluit')),
                        ('ronde', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='besluiten', to='monitor.themaronde')),
                    ],
                    options={
                        'verbose_name_plural': 'themabesluiten',
                        'constraints': [models.UniqueConstraint(condition=models.Q(('vervangt__isnull', True)), fields=('ronde',), name='monitor_themabesluit_een_per_ronde'), models.CheckConstraint(condition=models.Q(('reden', ''), _negated=True), name='monitor_themabesluit_reden')],
                    },
                ),
                migrations.CreateModel(
                    name='Themastem',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('datum', models.DateField()),
                        ('vastgelegd_at', models.DateTimeField()),
                        ('vastgelegd_door', models.CharField(max_length=80)),
                        ('reden_correctie', models.CharField(blank=True, max_length=200)),
                        ('ingetrokken', models.BooleanField(default=False)),
                        ('themas', models.JSONField()),
                        ('reden', models.TextField()),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('organisatie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.organisatie')),
                        ('ronde', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stemmen', to='monitor.themaronde')),
                        ('vervangt', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vervangen_door', to='monitor.themastem')),
                    ],
                    options={
                        'verbose_name_plural': 'themastemmen',
                        'constraints': [models.UniqueConstraint(condition=models.Q(('vervangt__isnull', True)), fields=('ronde', 'organisatie'), name='monitor_themastem_een_per_partner'), models.CheckConstraint(condition=models.Q(('reden', ''), _negated=True), name='monitor_themastem_reden')],
                    },
                ),
                migrations.CreateModel(
                    name='Waarneming',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('gebied_code', models.CharField(max_length=40)),
                        ('grootheid', models.CharField(max_length=60)),
                        ('jaar', models.PositiveSmallIntegerField()),
                        ('waarde', models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True)),
                        ('status', models.CharField(choices=[('gepubliceerd', 'gepubliceerd'), ('voorlopig', 'voorlopig'), ('ontbreekt', 'ontbreekt'), ('niet_vrijgegeven', 'niet_vrijgegeven'), ('afgeschermd', 'afgeschermd')], max_length=20)),
                        ('bron', models.CharField(max_length=200)),
                        ('vastgelegd_at', models.DateTimeField()),
                        ('aanlevering', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waarnemingen', to='monitor.aanlevering')),
                        ('vervangt', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vervangen_door', to='monitor.waarneming')),
                    ],
                    options={
                        'verbose_name_plural': 'waarnemingen',
                        'indexes': [models.Index(fields=['jaar', 'gebied_code'], name='monitor_waarneming_vind')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('vervangt__isnull', True)), fields=('gebied_code', 'grootheid', 'jaar'), name='monitor_waarneming_eerste'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', [koers.domain.grootheden.Status['GEPUBLICEERD'], koers.domain.grootheden.Status['VOORLOPIG']]), ('waarde__isnull', False)), models.Q(('status__in', [koers.domain.grootheden.Status['AFGESCHERMD'], koers.domain.grootheden.Status['NIET_VRIJGEGEVEN'], koers.domain.grootheden.Status['ONTBREEKT']]), ('waarde__isnull', True)), _connector='OR'), name='monitor_waarneming_waarde')],
                    },
                ),
                migrations.CreateModel(
                    name='Bevinding',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rijnummer', models.PositiveIntegerField()),
                        ('kolom', models.CharField(blank=True, max_length=120)),
                        ('waarde', models.CharField(blank=True, max_length=200)),
                        ('ernst', models.CharField(choices=[('geweigerd', 'geweigerd'), ('opmerking', 'opmerking')], max_length=12)),
                        ('code', models.CharField(max_length=60)),
                        ('params', models.JSONField(default=dict)),
                        ('aanlevering', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bevindingen', to='monitor.aanlevering')),
                    ],
                    options={
                        'verbose_name_plural': 'bevindingen',
                        'constraints': [models.UniqueConstraint(fields=('aanlevering', 'rijnummer', 'kolom', 'code'), name='monitor_bevinding_eenmaal')],
                    },
                ),
                migrations.CreateModel(
                    name='Partnercijfer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('tabel', models.CharField(max_length=20)),
                        ('gemeente_code', models.CharField(max_length=12)),
                        ('periode', models.CharField(max_length=12)),
                        ('groep', models.CharField(blank=True, max_length=40)),
                        ('maat', models.CharField(max_length=40)),
                        ('aantal', models.PositiveIntegerField()),
                        ('vastgelegd_at', models.DateTimeField()),
                        ('aanlevering', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partnercijfers', to='monitor.aanlevering')),
                        ('vervangt', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vervangen_door', to='monitor.partnercijfer')),
                    ],
                    options={
                        'verbose_name_plural': 'partnercijfers',
                        'indexes': [models.Index(fields=['tabel', 'periode'], name='monitor_partnercijfer_vind')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('vervangt__isnull', True)), fields=('tabel', 'gemeente_code', 'periode', 'groep', 'maat'), name='monitor_partnercijfer_eerste')],
                    },
                ),
            ],
        ),
    ]
