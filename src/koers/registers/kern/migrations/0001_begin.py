import django.db.models.deletion
import koers.registers.samen
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    # What databases of before the first release were made with: they stay as they are.
    replaces = [
        ("kern", "0001_initial"),
        ("kern", "0002_inschrijving_en_voogdij"),
        ("kern", "0003_berichten"),
        ("kern", "0004_melding"),
        ("kern", "0005_besluit"),
        ("kern", "0006_samenvoegen"),
        ("kern", "0007_berichten_uit"),
        ("kern", "0008_rol_contractmanager"),
        ("kern", "0009_log_zonder_dubbele_index"),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        koers.registers.samen.CreateTogether(
            models=[
                migrations.CreateModel(
                    name='Medewerker',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('versie', models.PositiveIntegerField(default=1)),
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('gebruikersnaam', models.CharField(max_length=80, unique=True)),
                        ('naam', models.CharField(max_length=120)),
                        ('email', models.EmailField(blank=True, max_length=254)),
                        ('is_active', models.BooleanField(default=True)),
                        ('demo', models.BooleanField(default=False)),
                        ('startwachtwoord', models.BooleanField(default=False)),
                    ],
                    options={
                        'verbose_name_plural': 'medewerkers',
                    },
                ),
                migrations.CreateModel(
                    name='Gemeente',
                    fields=[
                        ('code', models.CharField(max_length=6, primary_key=True, serialize=False)),
                        ('naam', models.CharField(max_length=80, unique=True)),
                    ],
                    options={
                        'verbose_name_plural': 'gemeenten',
                    },
                ),
                migrations.CreateModel(
                    name='Slot',
                    fields=[
                        ('naam', models.CharField(max_length=40, primary_key=True, serialize=False)),
                    ],
                    options={
                        'verbose_name_plural': 'sloten',
                    },
                ),
                migrations.CreateModel(
                    name='Bericht',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('richting', models.CharField(choices=[('in', 'ontvangen'), ('uit', 'verstuurd')], max_length=3)),
                        ('soort', models.CharField(max_length=5)),
                        ('afzender', models.CharField(max_length=8)),
                        ('ontvanger', models.CharField(max_length=8)),
                        ('identificatie', models.CharField(max_length=12)),
                        ('dagtekening', models.DateField()),
                        ('vingerafdruk', models.CharField(max_length=64)),
                        ('inhoud', models.BinaryField()),
                        ('stand', models.CharField(choices=[('ontvangen', 'ontvangen'), ('wacht', 'wacht op een ander bericht'), ('verwerkt', 'verwerkt'), ('afgekeurd', 'afgekeurd'), ('geweigerd', 'geweigerd'), ('te_behandelen', 'voor een medewerker'), ('klaar', 'klaar om te versturen'), ('verstuurd', 'verstuurd'), ('te_maken', 'wordt gemaakt'), ('tegengehouden', 'tegengehouden'), ('aanvaard', 'aanvaard'), ('vervangen', 'vervangen door een later bericht')], max_length=20)),
                        ('vastgelegd_at', models.DateTimeField()),
                        ('uiterlijk_datum', models.DateField(blank=True, null=True)),
                        ('bevindingen', models.JSONField(default=list)),
                        ('antwoord_op', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='antwoord', to='kern.bericht')),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                    ],
                    options={
                        'verbose_name_plural': 'berichten',
                        'constraints': [models.UniqueConstraint(condition=models.Q(('stand', 'geweigerd'), _negated=True), fields=('richting', 'soort', 'afzender', 'identificatie'), name='kern_bericht_identificatie'), models.UniqueConstraint(fields=('richting', 'soort', 'afzender', 'identificatie', 'vingerafdruk'), name='kern_bericht_eenmaal')],
                    },
                ),
                migrations.CreateModel(
                    name='Gezin',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('versie', models.PositiveIntegerField(default=1)),
                        ('naam', models.CharField(max_length=120)),
                        ('aangemaakt_at', models.DateTimeField()),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                    ],
                    options={
                        'verbose_name_plural': 'gezinnen',
                    },
                ),
                migrations.CreateModel(
                    name='Betrokkenheid',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('begindatum', models.DateField()),
                        ('tot_datum', models.DateField(blank=True, null=True)),
                        ('medewerker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('gezin', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='betrokkenheid', to='kern.gezin')),
                    ],
                    options={
                        'verbose_name_plural': 'betrokkenheid',
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_datum__isnull', True), ('tot_datum__gte', models.F('begindatum')), _connector='OR'), name='kern_betrokkenheid_periode'), models.UniqueConstraint(condition=models.Q(('tot_datum__isnull', True)), fields=('gezin', 'medewerker'), name='kern_betrokkenheid_eenmaal')],
                    },
                ),
                migrations.CreateModel(
                    name='Huishouden',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('versie', models.PositiveIntegerField(default=1)),
                        ('straatnaam', models.CharField(blank=True, max_length=80)),
                        ('huisnummer', models.PositiveIntegerField(blank=True, null=True)),
                        ('toevoeging', models.CharField(blank=True, max_length=10)),
                        ('postcode', models.CharField(blank=True, max_length=8)),
                        ('plaatsnaam', models.CharField(blank=True, max_length=80)),
                        ('geheim', models.CharField(choices=[('nee', 'niet geheim'), ('ja', 'geheim'), ('onbekend', 'niet bekend, dus behandeld als geheim')], default='onbekend', max_length=10)),
                        ('gevouwen', models.CharField(blank=True, db_index=True, max_length=220)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                    ],
                    options={
                        'verbose_name_plural': 'huishoudens',
                        'constraints': [models.CheckConstraint(condition=models.Q(('geheim', 'nee'), ('gevouwen', ''), _connector='OR'), name='kern_huishouden_geheim_niet_zoekbaar')],
                    },
                ),
                migrations.CreateModel(
                    name='LogRegel',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('handeling_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('handeling', models.CharField(max_length=60)),
                        ('tijdstip_at', models.DateTimeField()),
                        ('by_soort', models.CharField(max_length=20)),
                        ('by_id', models.CharField(max_length=80)),
                        ('rol', models.CharField(blank=True, max_length=40)),
                        ('organisatie_id', models.CharField(blank=True, max_length=40)),
                        ('functionaris', models.CharField(blank=True, max_length=120)),
                        ('doel', models.CharField(max_length=40)),
                        ('onderwerp_soort', models.CharField(blank=True, max_length=40)),
                        ('onderwerp_id', models.CharField(blank=True, max_length=80)),
                        ('bijzonderheden', models.JSONField(default=dict)),
                        ('formulier_id', models.UUIDField(blank=True, null=True, unique=True)),
                        ('volgnummer', models.BigIntegerField(blank=True, null=True, unique=True)),
                        ('schakel', models.CharField(blank=True, default='', max_length=64)),
                    ],
                    options={
                        'verbose_name_plural': 'logregels',
                        'indexes': [models.Index(condition=models.Q(('volgnummer__isnull', True)), fields=['id'], name='kern_log_onverzegeld'), models.Index(fields=['tijdstip_at'], name='kern_log_tijdstip'), models.Index(fields=['by_id', 'tijdstip_at'], name='kern_log_by')],
                    },
                ),
                migrations.CreateModel(
                    name='LogBetrokkene',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('persoon_id', models.UUIDField()),
                        ('gemeente_id', models.CharField(max_length=6)),
                        ('wijze', models.CharField(choices=[('gezien', 'gezien'), ('gewijzigd', 'gewijzigd')], max_length=10)),
                        ('regel', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='betrokkenen', to='kern.logregel')),
                    ],
                    options={
                        'verbose_name_plural': 'logbetrokkenen',
                        'indexes': [models.Index(fields=['persoon_id'], name='kern_log_persoon')],
                        'constraints': [models.UniqueConstraint(fields=('regel', 'persoon_id', 'gemeente_id', 'wijze'), name='kern_logbetrokkene_eenmaal')],
                    },
                ),
                migrations.CreateModel(
                    name='Organisatie',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('naam', models.CharField(max_length=120)),
                        ('soort', models.CharField(choices=[('gemeente', 'gemeente'), ('huisartspraktijk', 'huisartspraktijk'), ('school', 'school'), ('kinderopvang', 'kinderopvang'), ('welzijn', 'welzijn'), ('ggd', 'GGD'), ('aanbieder', 'aanbieder'), ('gecertificeerde_instelling', 'gecertificeerde instelling'), ('regio', 'regio-organisatie'), ('overig', 'overig')], max_length=40)),
                        ('agb', models.CharField(blank=True, max_length=8)),
                        ('kvk', models.CharField(blank=True, max_length=8)),
                        ('gemeenten', models.ManyToManyField(related_name='organisaties', to='kern.gemeente')),
                    ],
                    options={
                        'verbose_name_plural': 'organisaties',
                        'constraints': [models.UniqueConstraint(fields=('naam', 'soort'), name='kern_organisatie_naam')],
                    },
                ),
                migrations.CreateModel(
                    name='Aanstelling',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('begindatum', models.DateField()),
                        ('tot_datum', models.DateField(blank=True, null=True)),
                        ('rol', models.CharField(choices=[('jeugdconsulent', 'jeugdconsulent'), ('gedragswetenschapper', 'gedragswetenschapper'), ('poh_jeugd', 'poh_jeugd'), ('jongerenwerker', 'jongerenwerker'), ('gezinscoach', 'gezinscoach'), ('jeugdverpleegkundige', 'jeugdverpleegkundige'), ('school', 'school'), ('kinderopvang', 'kinderopvang'), ('huisarts', 'huisarts'), ('jeugdarts', 'jeugdarts'), ('medisch_specialist', 'medisch_specialist'), ('gecertificeerde_instelling', 'gecertificeerde_instelling'), ('aanbieder', 'aanbieder'), ('experttafel', 'experttafel'), ('zorgmakelaar', 'zorgmakelaar'), ('contractmanager', 'contractmanager'), ('procesbegeleider_regie_op_3', 'procesbegeleider_regie_op_3'), ('beleidsadviseur', 'beleidsadviseur'), ('controller', 'controller'), ('regiomanager', 'regiomanager'), ('stuurgroeplid', 'stuurgroeplid'), ('wethouder', 'wethouder'), ('raadslid', 'raadslid'), ('functioneel_beheerder', 'functioneel_beheerder'), ('privacy_officer', 'privacy_officer')], max_length=40)),
                        ('medewerker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aanstellingen', to=settings.AUTH_USER_MODEL)),
                        ('gemeenten', models.ManyToManyField(related_name='+', to='kern.gemeente')),
                        ('organisatie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aanstellingen', to='kern.organisatie')),
                    ],
                    options={
                        'verbose_name_plural': 'aanstellingen',
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_datum__isnull', True), ('tot_datum__gte', models.F('begindatum')), _connector='OR'), name='kern_aanstelling_periode')],
                    },
                ),
                migrations.CreateModel(
                    name='Persoon',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('versie', models.PositiveIntegerField(default=1)),
                        ('roepnaam', models.CharField(blank=True, max_length=60)),
                        ('voornamen', models.CharField(blank=True, max_length=200)),
                        ('voorvoegsel', models.CharField(blank=True, max_length=10)),
                        ('achternaam', models.CharField(max_length=200)),
                        ('gevouwen', models.CharField(db_index=True, max_length=500)),
                        ('geboortedatum', models.DateField(blank=True, null=True)),
                        ('geslacht', models.CharField(choices=[('V', 'vrouw'), ('M', 'man'), ('O', 'onbekend')], default='O', max_length=1)),
                        ('bsn_status', models.CharField(choices=[('bekend', 'bekend'), ('nog_niet_bekend', 'nog niet bekend'), ('geen', 'heeft geen BSN'), ('ongeboren', 'nog niet geboren'), ('synthetisch', 'verzonnen persoon')], default='nog_niet_bekend', max_length=20)),
                        ('bsn_versleuteld', models.BinaryField(blank=True, null=True)),
                        ('bsn_index', models.CharField(blank=True, max_length=64, null=True)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                    ],
                    options={
                        'verbose_name_plural': 'personen',
                        'constraints': [models.UniqueConstraint(condition=models.Q(('bsn_index__isnull', False)), fields=('gemeente', 'bsn_index'), name='kern_persoon_bsn'), models.CheckConstraint(condition=models.Q(models.Q(('bsn_index__isnull', False), ('bsn_status', 'bekend')), models.Q(models.Q(('bsn_status', 'bekend'), _negated=True), ('bsn_index__isnull', True)), _connector='OR'), name='kern_persoon_bsn_status')],
                    },
                ),
                migrations.CreateModel(
                    name='Ouderschap',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('jeugdige', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ouders', to='kern.persoon')),
                        ('ouder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kinderen', to='kern.persoon')),
                    ],
                    options={
                        'verbose_name_plural': 'ouderschappen',
                        'constraints': [models.UniqueConstraint(fields=('ouder', 'jeugdige'), name='kern_ouderschap_eenmaal')],
                    },
                ),
                migrations.CreateModel(
                    name='Inschrijving',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('begindatum', models.DateField()),
                        ('tot_datum', models.DateField(blank=True, null=True)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('instelling', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.organisatie')),
                        ('jeugdige', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inschrijvingen', to='kern.persoon')),
                    ],
                    options={
                        'verbose_name_plural': 'inschrijvingen',
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_datum__isnull', True), ('tot_datum__gte', models.F('begindatum')), _connector='OR'), name='kern_inschrijving_periode'), models.UniqueConstraint(condition=models.Q(('tot_datum__isnull', True)), fields=('jeugdige', 'instelling'), name='kern_inschrijving_eenmaal')],
                    },
                ),
                migrations.CreateModel(
                    name='Huishoudenlid',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('begindatum', models.DateField()),
                        ('tot_datum', models.DateField(blank=True, null=True)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('huishouden', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leden', to='kern.huishouden')),
                        ('persoon', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='huishoudens', to='kern.persoon')),
                    ],
                    options={
                        'verbose_name_plural': 'huishoudenleden',
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_datum__isnull', True), ('tot_datum__gte', models.F('begindatum')), _connector='OR'), name='kern_huishoudenlid_periode'), models.UniqueConstraint(condition=models.Q(('tot_datum__isnull', True)), fields=('huishouden', 'persoon'), name='kern_huishoudenlid_eenmaal')],
                    },
                ),
                migrations.CreateModel(
                    name='Gezinslid',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('begindatum', models.DateField()),
                        ('tot_datum', models.DateField(blank=True, null=True)),
                        ('rol', models.CharField(choices=[('jeugdige', 'jeugdige'), ('ouder', 'ouder of verzorger'), ('overig', 'hoort bij het gezin')], max_length=20)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('gezin', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leden', to='kern.gezin')),
                        ('persoon', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lidmaatschappen', to='kern.persoon')),
                    ],
                    options={
                        'verbose_name_plural': 'gezinsleden',
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_datum__isnull', True), ('tot_datum__gte', models.F('begindatum')), _connector='OR'), name='kern_gezinslid_periode'), models.UniqueConstraint(condition=models.Q(('tot_datum__isnull', True)), fields=('gezin', 'persoon'), name='kern_gezinslid_eenmaal')],
                    },
                ),
                migrations.CreateModel(
                    name='Gezag',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('begindatum', models.DateField()),
                        ('tot_datum', models.DateField(blank=True, null=True)),
                        ('soort', models.CharField(choices=[('ouderlijk_gezag', 'ouderlijk gezag'), ('voogdij', 'voogdij'), ('voorlopige_voogdij', 'voorlopige voogdij')], default='ouderlijk_gezag', max_length=30)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('instelling', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.organisatie')),
                        ('houder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gezag_over', to='kern.persoon')),
                        ('jeugdige', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='gezag', to='kern.persoon')),
                    ],
                    options={
                        'verbose_name_plural': 'gezag',
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_datum__isnull', True), ('tot_datum__gte', models.F('begindatum')), _connector='OR'), name='kern_gezag_periode'), models.UniqueConstraint(condition=models.Q(('tot_datum__isnull', True)), fields=('jeugdige', 'houder'), name='kern_gezag_eenmaal'), models.CheckConstraint(condition=models.Q(models.Q(('houder__isnull', False), ('instelling__isnull', True)), models.Q(('houder__isnull', True), ('instelling__isnull', False), models.Q(('soort', 'ouderlijk_gezag'), _negated=True)), _connector='OR'), name='kern_gezag_een_houder')],
                    },
                ),
                migrations.CreateModel(
                    name='Regisseurschap',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('begindatum', models.DateField()),
                        ('tot_datum', models.DateField(blank=True, null=True)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('gezin', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='regisseurs', to='kern.gezin')),
                        ('medewerker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name_plural': 'regisseurschappen',
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_datum__isnull', True), ('tot_datum__gte', models.F('begindatum')), _connector='OR'), name='kern_regisseurschap_periode'), models.UniqueConstraint(condition=models.Q(('tot_datum__isnull', True)), fields=('gezin',), name='kern_regisseur_een')],
                    },
                ),
                migrations.CreateModel(
                    name='Samenvoeging',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('datum', models.DateField()),
                        ('vastgelegd_at', models.DateTimeField()),
                        ('vastgelegd_door', models.CharField(max_length=80)),
                        ('reden_correctie', models.CharField(blank=True, max_length=200)),
                        ('ingetrokken', models.BooleanField(default=False)),
                        ('reden', models.CharField(max_length=500)),
                        ('blijft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='samenvoegingen', to='kern.persoon')),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('opgegaan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opgegaan_in', to='kern.persoon')),
                        ('vervangt', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vervangen_door', to='kern.samenvoeging')),
                    ],
                    options={
                        'verbose_name_plural': 'samenvoegingen',
                        'constraints': [models.CheckConstraint(condition=models.Q(('blijft', models.F('opgegaan')), _negated=True), name='kern_samenvoeging_twee_rijen')],
                    },
                ),
                migrations.CreateModel(
                    name='Ongedaanmaking',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('datum', models.DateField()),
                        ('vastgelegd_at', models.DateTimeField()),
                        ('vastgelegd_door', models.CharField(max_length=80)),
                        ('reden_correctie', models.CharField(blank=True, max_length=200)),
                        ('ingetrokken', models.BooleanField(default=False)),
                        ('reden', models.CharField(max_length=500)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('vervangt', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vervangen_door', to='kern.ongedaanmaking')),
                        ('samenvoeging', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ongedaanmaking', to='kern.samenvoeging')),
                    ],
                    options={
                        'verbose_name_plural': 'ongedaanmakingen',
                    },
                ),
                migrations.CreateModel(
                    name='Vervanging',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('begindatum', models.DateField()),
                        ('tot_datum', models.DateField(blank=True, null=True)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('gezin', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vervanging', to='kern.gezin')),
                        ('medewerker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name_plural': 'vervanging',
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_datum__isnull', True), ('tot_datum__gte', models.F('begindatum')), _connector='OR'), name='kern_vervanging_periode'), models.CheckConstraint(condition=models.Q(('tot_datum__isnull', False)), name='kern_vervanging_eindigt')],
                    },
                ),
                migrations.CreateModel(
                    name='Zoekwoord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('woord', models.CharField(db_index=True, max_length=60)),
                        ('kop', models.CharField(db_index=True, max_length=40)),
                        ('staart', models.CharField(db_index=True, max_length=40)),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                        ('persoon', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='zoekwoorden', to='kern.persoon')),
                    ],
                    options={
                        'verbose_name_plural': 'zoekwoorden',
                    },
                ),
                migrations.CreateModel(
                    name='Beroepsregistratie',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('begindatum', models.DateField()),
                        ('tot_datum', models.DateField(blank=True, null=True)),
                        ('register', models.CharField(choices=[('SKJ', 'Kwaliteitsregister Jeugd'), ('BIG', 'BIG-register')], max_length=3)),
                        ('nummer', models.CharField(max_length=11)),
                        ('medewerker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='beroepsregistraties', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name_plural': 'beroepsregistraties',
                        'abstract': False,
                        'constraints': [models.CheckConstraint(condition=models.Q(('tot_datum__isnull', True), ('tot_datum__gte', models.F('begindatum')), _connector='OR'), name='kern_beroepsregistratie_periode')],
                    },
                ),
                migrations.CreateModel(
                    name='Berichtregel',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('volgnummer', models.PositiveIntegerField()),
                        ('toewijzing_nummer', models.PositiveIntegerField(blank=True, null=True)),
                        ('soort', models.CharField(max_length=10)),
                        ('begindatum', models.DateField()),
                        ('einddatum', models.DateField(blank=True, null=True)),
                        ('reden', models.CharField(blank=True, max_length=2)),
                        ('verwijdert', models.BooleanField(default=False)),
                        ('stand', models.CharField(choices=[('wacht', 'wacht op een ander bericht'), ('geldt', 'geldt'), ('verwijderd', 'later verwijderd'), ('verwerkt', 'verwerkt'), ('afgekeurd', 'afgekeurd'), ('gemeld', 'gemeld aan de aanbieder')], max_length=20)),
                        ('code', models.CharField(blank=True, max_length=4)),
                        ('bericht', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='regels', to='kern.bericht')),
                        ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kern.gemeente')),
                    ],
                    options={
                        'verbose_name_plural': 'berichtregels',
                        'constraints': [models.UniqueConstraint(fields=('bericht', 'volgnummer'), name='kern_berichtregel_eenmaal')],
                    },
                ),
            ],
        ),
    ]
