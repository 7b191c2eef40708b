"""A session with a beginning and no end is refused, and one of more than twelve hours by the team's figure, too."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('units', '0003_entering_is_a_duty'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='activity',
            name='activity_ends_after_it_starts',
        ),
        migrations.RemoveConstraint(
            model_name='activityfigure',
            name='one_session_is_twelve_hours_at_most',
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ends_at', None), ('starts_at', None)), models.Q(('ends_at__gt', models.F('starts_at')), ('ends_at__isnull', False), ('starts_at__isnull', False)), _connector='OR'), name='activity_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='activityfigure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('measure', 'MINUTES'), _negated=True), models.Q(('declared__lte', 720), models.Q(('verified', None), ('verified__lte', 720), _connector='OR')), _connector='OR'), name='one_session_is_twelve_hours_at_most'),
        ),
    ]
