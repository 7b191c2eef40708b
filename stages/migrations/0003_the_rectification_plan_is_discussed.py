from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('stages', '0002_the_whole_road'),
    ]

    operations = [
        migrations.AlterField(
            model_name='collectivedecision',
            name='matter',
            field=models.CharField(choices=[('PLAN', 'Implementation plan'), ('RECTIFICATION_PLAN', 'Rectification plan'), ('GATE', 'Gate'), ('TRANSITION', 'Stage transition'), ('EXEMPLAR', 'Exemplar')], max_length=20),
        ),
    ]
