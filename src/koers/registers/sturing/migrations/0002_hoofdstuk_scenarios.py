from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ('sturing', '0001_begin'),
    ]

    operations = [
        migrations.AddField(
            model_name='hoofdstuktekst',
            name='scenarios',
            field=models.JSONField(blank=True, default=list),
        ),
    ]
