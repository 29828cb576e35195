"""The log's rows of people are found by the index of their constraint; a second one only cost writing.

By hand: Django would make the table anew on SQLite, and its triggers would be gone.
"""

import django.db.models.deletion
from django.db import migrations, models

INDEX = "kern_logbetrokkene_regel_id_a5d81ea6"


class Migration(migrations.Migration):
    dependencies = [("kern", "0008_rol_contractmanager")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="logbetrokkene",
                    name="regel",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="betrokkenen",
                        to="kern.logregel",
                    ),
                )
            ],
            database_operations=[
                migrations.RunSQL(
                    f'DROP INDEX "{INDEX}"',
                    f'CREATE INDEX "{INDEX}" ON "kern_logbetrokkene" ("regel_id")',
                )
            ],
        )
    ]
