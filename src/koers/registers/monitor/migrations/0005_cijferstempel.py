"""The mark by which is seen whether published figures changed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("monitor", "0004_publicatie")]

    operations = [
        migrations.CreateModel(
            name="Cijferstempel",
            fields=[
                ("soort", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("stempel", models.CharField(max_length=36)),
            ],
            options={"verbose_name_plural": "cijferstempels"},
        ),
    ]
