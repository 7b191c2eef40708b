"""Where a date or a count is missing, a comparison with it says nothing, and a check that says nothing passes."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('stages', '0002_the_whole_road'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='extension',
            name='permitted_extension_has_end',
        ),
        migrations.RemoveConstraint(
            model_name='onsiteguidance',
            name='given_guidance_is_recorded',
        ),
        migrations.RemoveConstraint(
            model_name='stagerun',
            name='extension_lies_after_plan',
        ),
        migrations.AddConstraint(
            model_name='extension',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('permitted_end__gt', models.F('end_before')), ('permitted_end__isnull', False), ('state', 'PERMITTED')), models.Q(models.Q(('state', 'PERMITTED'), _negated=True), ('permitted_end', None)), _connector='OR'), name='permitted_extension_has_end'),
        ),
        migrations.AddConstraint(
            model_name='onsiteguidance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'GIVEN'), _negated=True), models.Q(('held_on__isnull', False), ('team_present__gte', 1), ('team_present__isnull', False), models.Q(('evaluation', ''), _negated=True)), _connector='OR'), name='given_guidance_is_recorded'),
        ),
        migrations.AddConstraint(
            model_name='stagerun',
            constraint=models.CheckConstraint(condition=models.Q(('extended_end', None), models.Q(('extended_end__gt', models.F('planned_end')), ('planned_end__isnull', False)), _connector='OR'), name='extension_lies_after_plan'),
        ),
    ]
