"""The rectification plan is discussed as a matter of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('stages', '0003_null_satisfies_no_check'),
    ]

    operations = [
        migrations.AlterField(
            model_name='collectivedecision',
            name='matter',
            field=models.CharField(choices=[('PLAN', 'Implementation plan'), ('RECTIFICATION_PLAN', 'Rectification plan'), ('GATE', 'Gate'), ('TRANSITION', 'Stage transition'), ('EXEMPLAR', 'Exemplar')], max_length=20),
        ),
    ]
